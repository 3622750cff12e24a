//! What a message holds in other writings: signs as JSON escapes them, and texts in hexadecimal digits.

/// The fewest hexadecimal digits that may hold a text.
const DIGITS: usize = 16;

/// The text with its JSON escapes read, however often they were escaped: `\\n` and `\u4f59`.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = rest[at..].trim_start_matches('\\');
        let code = rest.strip_prefix('u').and_then(|digits| Some((digits.get(..4)?, digits.get(4..)?)));
        let sign = code
            .and_then(|(digits, rest)| Some((u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?, rest)));
        if let Some((sign, after)) = sign {
            out.push(sign);
            rest = after;
        } else {
            // The letter of `\n` is no part of the word behind it.
            out.push(' ');
            rest = rest.strip_prefix(['n', 'r', 't']).unwrap_or(rest);
        }
    }
    out + rest
}

/// The texts that stand in it in hexadecimal digits: reasons of a contract (Solidity, `Error(string)`), messages of Tron's
/// nodes.
pub(super) fn from_hex(text: &str) -> String {
    let mut out = String::new();
    for run in text.split(|sign: char| !sign.is_ascii_hexdigit()).filter(|run| run.len() >= DIGITS) {
        // The prefix of `0x` leaves no digit of its own; an odd one does not belong to the text.
        for start in 0..=run.len() % 2 {
            let bytes = run.as_bytes()[start..].chunks_exact(2).filter_map(|pair| {
                let digit = |digit: u8| char::from(digit).to_digit(16);
                u8::try_from(digit(pair[0])? * 16 + digit(pair[1])?).ok()
            });
            out.extend(bytes.map(|byte| if byte.is_ascii_graphic() { char::from(byte) } else { ' ' }));
            out.push(' ');
        }
    }
    out
}
