//! Times of day: `14:30`, `3pm`, `9点半`.

use super::number::leading;

/// `14:30`, `14:30:05`, `3pm`, `9点`, `9点半`, `9点30分`, `noon`.
pub(super) fn clock(text: &str) -> Option<((i64, i64, i64), &str)> {
    if let Some(rest) = text.strip_prefix("noon") {
        return Some(((12, 0, 0), rest));
    }
    if let Some(rest) = text.strip_prefix("midnight") {
        return Some(((0, 0, 0), rest));
    }
    let (hour, digits, rest) = leading(text)?;
    if let Some(after) = rest.strip_prefix(':') {
        let (minute, 2, rest) = leading(after)? else { return None };
        let second = rest.strip_prefix(':').and_then(leading).filter(|(_, digits, _)| *digits == 2);
        return Some(second.map_or(((hour, minute, 0), rest), |(second, _, rest)| ((hour, minute, second), rest)));
    }
    let spaced = rest.trim_start();
    if let Some(rest) = ["点钟", "点", "时"].iter().find_map(|mark| spaced.strip_prefix(mark)) {
        let rest = rest.trim_start();
        for (word, minute) in [("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0)] {
            if let Some(rest) = rest.strip_prefix(word) {
                return Some(((hour, minute, 0), rest));
            }
        }
        return match leading(rest) {
            Some((minute, _, after)) if !after.starts_with([':', '点', '月', '年', '-', '/']) => {
                Some(((hour, minute, 0), after.strip_prefix('分').unwrap_or(after)))
            }
            _ => Some(((hour, 0, 0), rest)),
        };
    }
    let with_period = ["am", "pm", "a.m", "p.m", "in the"].iter().any(|word| spaced.starts_with(word));
    (digits > 0 && with_period).then_some(((hour, 0, 0), spaced))
}
