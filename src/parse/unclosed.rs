//! Lists, inline tables and texts that nobody closed: the TOML reader takes the rest of the file for a part of them and
//! complains of nearly every line. Whoever wrote it meant them to end before the next step or key.

/// What was not closed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `[`, as a value.
    List,
    /// `{`.
    Table,
    /// A quotation mark.
    Text,
}

/// Something that was begun and not closed.
#[derive(Clone, Copy)]
pub(super) struct Unclosed {
    /// What it is.
    pub kind: Kind,
    /// Where it begins.
    pub at: usize,
    /// Where its last sign that means something ends.
    pub last: usize,
    /// Where the next `[header]` begins: from there the file can be read again.
    pub next: Option<usize>,
}

/// The first thing that is not closed in `text` from `from` on, which is the beginning of the file or of a header.
pub(super) fn first(text: &str, from: usize) -> Option<Unclosed> {
    let bytes = text.as_bytes();
    let mut open: Vec<(Kind, usize)> = Vec::new();
    let (mut at, mut last) = (from, from);
    let mut line_begins = true;
    let unclosed = |(kind, at): (Kind, usize), last: usize, here: usize| {
        Some(Unclosed { kind, at, last, next: next_header(text, here) })
    };
    while let Some(byte) = bytes.get(at) {
        if line_begins {
            let line = line_at(text, at);
            match open.last() {
                Some(inner) if ends_before(inner.0, line, bytes.get(last.saturating_sub(1))) => {
                    return unclosed(*inner, last, at);
                }
                None if line.trim_start().starts_with('[') => {
                    at += line.len() + 1;
                    continue;
                }
                _ => {}
            }
        }
        line_begins = *byte == b'\n';
        let below = open.len().checked_sub(2).and_then(|below| open.get(below)).map(|(kind, _)| *kind);
        match (*byte, open.last().copied()) {
            (b'#', _) => {
                at += line_at(text, at).len();
                continue;
            }
            (b'"' | b'\'', _) => {
                let Some(end) = end_of_text(text, at) else {
                    return unclosed((Kind::Text, at), last, at);
                };
                (at, last) = (end, end);
                continue;
            }
            (b'[', _) => open.push((Kind::List, at)),
            (b'{', _) => open.push((Kind::Table, at)),
            (b']', Some((Kind::List, _))) | (b'}', Some((Kind::Table, _))) => {
                open.pop();
            }
            (b']', Some(inner)) if below == Some(Kind::List) => return unclosed(inner, last, at),
            (b'}', Some(inner)) if below == Some(Kind::Table) => return unclosed(inner, last, at),
            _ => {}
        }
        at += 1;
        if !byte.is_ascii_whitespace() {
            last = at;
        }
    }
    open.last().and_then(|inner| unclosed(*inner, last, bytes.len()))
}

/// Whether a list or table cannot go on with this line.
fn ends_before(kind: Kind, line: &str, last: Option<&u8>) -> bool {
    let begins_key = |line: &str| {
        let after = line.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric() || "._-".contains(sign));
        after.len() < line.len() && after.trim_start().starts_with('=')
    };
    is_header(line)
        || match kind {
            // An entry that lacks its `{` still ends with `}`.
            Kind::List => begins_key(line.trim_start()) && line.matches('}').count() <= line.matches('{').count(),
            Kind::Table => line.trim_start().starts_with('{') || begins_key(line) && !matches!(last, Some(b',' | b'{')),
            Kind::Text => false,
        }
}

/// Whether a line begins as only a header does: the lists of a flow hold texts and tables.
fn is_header(line: &str) -> bool {
    line.strip_prefix('[')
        .map(|rest| rest.strip_prefix('[').unwrap_or(rest))
        .is_some_and(|name| name.starts_with(|sign: char| sign.is_ascii_alphabetic()))
}

/// Where the first line with a header begins, at `from` or after it.
fn next_header(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    if from > 0 && text.as_bytes().get(from - 1) != Some(&b'\n') {
        at += line_at(text, from).len() + 1;
    }
    while at < text.len() {
        let line = line_at(text, at);
        if is_header(line) {
            return Some(at);
        }
        at += line.len() + 1;
    }
    None
}

/// The text from `at` to the end of its line.
fn line_at(text: &str, at: usize) -> &str {
    text.get(at..).and_then(|rest| rest.split('\n').next()).unwrap_or_default()
}

/// Where the text that begins at `at` ends, if it does.
fn end_of_text(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let quote = rest.get(..1)?;
    let many = rest.starts_with(&quote.repeat(3));
    let close = if many { quote.repeat(3) } else { quote.to_owned() };
    let mut escaped = false;
    for (offset, sign) in rest.char_indices().skip(close.len()) {
        if !many && sign == '\n' {
            return None;
        }
        if !escaped && rest.get(offset..).is_some_and(|rest| rest.starts_with(&close)) {
            let end = offset + close.len();
            // Three quotation marks may close a text whose last sign is one too.
            let more = rest.get(end..)?.bytes().take(2).take_while(|more| many && quote.as_bytes() == [*more]).count();
            return Some(at + end + more);
        }
        escaped = !escaped && sign == '\\' && quote == "\"";
    }
    None
}
