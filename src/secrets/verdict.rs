//! What becomes of an answer.

use super::mask::masked;
use super::{Kind, find};
use crate::flow::step::TextFormat;

/// What becomes of an answer with a look at its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// There is none in it.
    Clean,
    /// What harms nobody is left of it: of a card number in a sentence the last four digits.
    Shortened(String, Kind),
    /// It must not be kept.
    Refused(Kind),
}

/// Judges an answer to a question of that format; `None`: it is not answered by a text. Where nobody writes freely, nothing
/// is worth keeping a part of.
pub fn judge(text: &str, format: Option<TextFormat>) -> Verdict {
    let all = find(text, format.unwrap_or(TextFormat::Free));
    let Some(first) = all.first() else { return Verdict::Clean };
    // What opens a wallet comes before what only does not belong here: it decides what is asked next.
    let worst =
        all.iter().find(|found| found.kind.opens_wallet()).or(all.iter().find(|found| !found.kind.keeps_tail()));
    if let Some(worst) = worst {
        return Verdict::Refused(worst.kind);
    }
    if !matches!(format, Some(TextFormat::Free | TextFormat::Error)) {
        return Verdict::Refused(first.kind);
    }
    let whole = text[..first.span.start].trim().is_empty() && text[first.span.end..].trim().is_empty();
    if whole {
        return Verdict::Refused(first.kind);
    }
    let rest = masked(text, &all);
    // What touched the number may only now be seen for what it is.
    find(&rest, TextFormat::Free)
        .first()
        .map_or(Verdict::Shortened(rest, first.kind), |left| Verdict::Refused(left.kind))
}
