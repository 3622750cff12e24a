//! Keys by name, and the bytes that a terminal sends for them.

/// Keys with names; letters, digits and signs stand for themselves.
const NAMED: [(&str, &str); 32] = [
    ("Enter", "\r"),
    ("Esc", "\x1b"),
    ("Space", " "),
    ("Tab", "\t"),
    ("BackTab", "\x1b[Z"),
    ("Backspace", "\x7f"),
    ("Up", "\x1b[A"),
    ("Down", "\x1b[B"),
    ("Right", "\x1b[C"),
    ("Left", "\x1b[D"),
    ("Home", "\x1b[H"),
    ("End", "\x1b[F"),
    ("Insert", "\x1b[2~"),
    ("Delete", "\x1b[3~"),
    ("PageUp", "\x1b[5~"),
    ("PageDown", "\x1b[6~"),
    ("F1", "\x1bOP"),
    ("F5", "\x1b[15~"),
    ("F12", "\x1b[24~"),
    ("C-Left", "\x1b[1;5D"),
    ("C-Right", "\x1b[1;5C"),
    ("A-b", "\x1bb"),
    ("A-f", "\x1bf"),
    ("A-Backspace", "\x1b\x7f"),
    ("PasteBegin", "\x1b[200~"),
    ("PasteEnd", "\x1b[201~"),
    // As terminals in another mode send them.
    ("AppUp", "\x1bOA"),
    ("AppDown", "\x1bOB"),
    ("Home1", "\x1b[1~"),
    ("End4", "\x1b[4~"),
    ("Mouse", "\x1b[<0;10;10M"),
    ("Focus", "\x1b[I"),
];

/// All of them, for whoever presses any.
pub(super) fn named() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(_, bytes)| *bytes)
}

/// What is sent for `<Down*3> <C-u> 2`: names in angle brackets, anything else as it is, without the spaces.
pub(super) fn bytes_of(keys: &str) -> Result<String, String> {
    let (mut bytes, mut rest) = (String::new(), keys);
    while let Some(first) = rest.chars().next() {
        if first == '<' {
            let Some((name, after)) = rest[1..].split_once('>') else { return Err(format!("no > after {rest}")) };
            let (name, times) = match name.split_once('*') {
                Some((name, times)) => (name, times.parse().map_err(|_| format!("no number: {times}"))?),
                None => (name, 1),
            };
            bytes += &one(name)?.repeat(times);
            rest = after;
        } else {
            if first != ' ' {
                bytes.push(first);
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    Ok(bytes)
}

fn one(name: &str) -> Result<String, String> {
    if let Some((_, bytes)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Ok((*bytes).to_owned());
    }
    match name.strip_prefix("C-").map(str::as_bytes) {
        Some([letter @ b'a'..=b'z']) => Ok(char::from(letter - b'a' + 1).to_string()),
        _ => Err(format!("no key is called {name}")),
    }
}

/// A text in which `\n`, `\r`, `\t`, `\\` and `\x1b` stand for a byte.
pub(super) fn unescaped(text: &str) -> Result<String, String> {
    let (mut out, mut characters) = (String::new(), text.chars());
    while let Some(character) = characters.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        out.push(match characters.next() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('\\') => '\\',
            Some('x') => {
                let digits: String = characters.by_ref().take(2).collect();
                let byte = u8::from_str_radix(&digits, 16).map_err(|_| format!("no byte: {digits}"))?;
                char::from(byte)
            }
            other => return Err(format!("no escape: {other:?}")),
        });
    }
    Ok(out)
}
