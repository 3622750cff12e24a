//! Tags of HTML: whoever copies a list from a page may copy them too, and their names are no words.

/// Those that stand between the items of lists and tables, and around words.
const NAMES: [&str; 17] =
    ["li", "ol", "ul", "td", "tr", "th", "table", "tbody", "p", "br", "div", "span", "b", "i", "em", "strong", "code"];

/// Tags are short, so that a lone `<` costs no search through the whole text.
const LONGEST: usize = 80;

/// The bytes of the tag that a text begins with.
pub(super) fn length(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let known = name.get(..end)?;
    let is_known = NAMES.iter().any(|tag| known.eq_ignore_ascii_case(tag));
    let close = rest.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    is_known.then_some(close + 1)
}
