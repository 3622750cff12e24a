//! Text from the network, made fit to be shown: one line, nothing that moves a cursor or turns the direction, not long.

use crate::secrets::cover;

/// The text without control and format characters, its blanks joined, cut to `most` characters with an ellipsis.
pub(super) fn clean(text: &str, most: usize) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !turns(*c)).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = cover(&line).into_owned();
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// Characters without a shape that change how others look (Unicode, general category Cf, those in use).
fn turns(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
