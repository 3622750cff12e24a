//! Long numbers as people group them: by spaces, dashes, dots, line breaks.

use std::ops::Range;

/// Groups of digits that only such separators part.
pub(in crate::secrets) type Groups = Vec<Range<usize>>;

/// All runs of groups in a text that hold at least so many digits.
pub(in crate::secrets) fn all(text: &str, least: usize) -> Vec<Groups> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Groups> = Vec::new();
    let mut run: Groups = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let end = at + bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
        if run.last().is_some_and(|last| !parts(text.get(last.end..at).unwrap_or("x"))) {
            close(&mut runs, &mut run, least);
        }
        run.push(at..end);
        at = end;
    }
    close(&mut runs, &mut run, least);
    runs
}

fn close(runs: &mut Vec<Groups>, run: &mut Groups, least: usize) {
    if run.iter().map(Range::len).sum::<usize>() >= least {
        runs.push(std::mem::take(run));
    } else {
        run.clear();
    }
}

/// Whether this stands only between groups of one number. The reading has made special spaces plain.
fn parts(gap: &str) -> bool {
    gap.len() <= 8
        && gap.chars().count() <= 3
        && gap.chars().all(|letter| " \t\r\n-._,".contains(letter) || "‐–—−·•".contains(letter))
}

/// The digits of these groups, one after the other.
pub(in crate::secrets) fn digits(text: &str, groups: &[Range<usize>]) -> String {
    groups.iter().filter_map(|group| text.get(group.clone())).collect()
}
