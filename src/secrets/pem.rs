//! Private keys in PEM armour (RFC 7468, RFC 9580): whole, squeezed into one line, or cut.

mod body;

use super::reading::Reading;
use super::{Confidence, Kind, Report};
use crate::flow::step::TextFormat;
use body::{behind, in_front};
use std::ops::Range;

/// How keys of these forms always begin: OpenSSH, PKCS #8 with RSA, EC and Ed25519, PKCS #1 with 2048 bits or more, SEC 1,
/// and PuTTY's file. The armour around them is often left out.
const BARE: [(&str, usize); 10] = [
    ("b3BlbnNzaC1rZXktdjE", 0),
    ("IBADANBgkqhkiG9w0BAQEFAASC", 6),
    ("IBAAKCAQ", 6),
    ("IBAAKCAg", 6),
    ("MIGHAgEAMBMGByqGSM49AgEG", 0),
    ("MC4CAQAwBQYDK2Vw", 0),
    ("MFECAQEwBQYDK2Vw", 0),
    ("MHcCAQEEI", 0),
    ("MHQCAQEEI", 0),
    ("PuTTY-User-Key-File-", 0),
];

/// Finds private keys in PEM.
pub(super) fn find(reading: &Reading<'_>, _format: TextFormat, report: &mut Report<'_>) {
    let (text, lower) = (reading.text(), reading.lower());
    let marks: Vec<Mark> = lower.match_indices("private").filter_map(|(at, _)| Mark::at(lower, at)).collect();
    let mut after = 0;
    let mut rest = marks.iter().peekable();
    while let Some(mark) = rest.next() {
        let key = if mark.begins {
            // A second beginning means that the first was cut.
            match rest.peek().filter(|next| !next.begins) {
                Some(end) if holds(text, mark.range.end..end.range.start) => {
                    let end = end.range.end;
                    rest.next();
                    Some(mark.range.start..end)
                }
                _ => behind(text, mark.range.end).map(|body| mark.range.start..body.end),
            }
        } else {
            in_front(text, after, mark.range.start).map(|body| body.start..mark.range.end)
        };
        if let Some(key) = key {
            after = key.end;
            report(key, Kind::PemKey, Confidence::Exact);
        }
    }
    find_bare(text, report);
}

/// Whether there is a key between the lines.
fn holds(text: &str, between: Range<usize>) -> bool {
    behind(text, between.start).is_some_and(|body| body.start < between.end)
}

/// Keys without their first and last line.
fn find_bare(text: &str, report: &mut Report<'_>) {
    let mut after = 0;
    for (mark, lead) in BARE {
        for (at, _) in text.match_indices(mark) {
            let Some(start) = at.checked_sub(lead).filter(|start| *start >= after) else { continue };
            // Base64 of a sequence in DER longer than 255 bytes.
            if lead > 0 && !text.get(start..).is_some_and(|rest| rest.starts_with("MII")) {
                continue;
            }
            let Some(body) = behind(text, start).filter(|body| body.start <= at + mark.len()) else { continue };
            after = body.end;
            report(start..body.end, Kind::PemKey, Confidence::Exact);
        }
        after = 0;
    }
}

/// The line that a key begins or ends with.
struct Mark {
    range: Range<usize>,
    begins: bool,
}

impl Mark {
    /// The one with the word "private" at this place.
    fn at(lower: &str, private: usize) -> Option<Self> {
        let rest = lower.get(private..)?.strip_prefix("private")?.trim_start_matches([' ', '_']).strip_prefix("key")?;
        let rest = rest.strip_prefix(" block").unwrap_or(rest);
        let closed = rest.trim_start_matches(' ').trim_start_matches(is_dash);
        let head = lower.get(..private)?;
        // `RSA`, `EC`, `DSA`, `OPENSSH`, `ENCRYPTED`, `PGP`, `SSH2 ENCRYPTED`; "begin" stands right before those.
        let from = (private.saturating_sub(30)..private).find(|at| head.is_char_boundary(*at))?;
        let near = head.get(from..)?;
        let word = |word: &str| near.rfind(word).map(|at| (at, word.len()));
        let (begin, end) = (word("begin"), word("end "));
        let begins = begin > end;
        let (at, length) = begin.max(end)?;
        let algorithm = near.get(at + length..)?;
        if !algorithm.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ' || byte == b'_') {
            return None;
        }
        let head = head.get(..from + at)?.trim_end_matches(' ');
        let open = head.trim_end_matches(is_dash);
        let dashes = (head.len() - open.len()) + (rest.trim_start_matches(' ').len() - closed.len());
        let end = lower.len() - if dashes > 0 { closed.len() } else { 0 };
        (dashes >= 2).then_some(Self { range: open.len()..end, begins })
    }
}

/// A dash, or what a word processor made of some.
fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '–' | '—' | '―' | '−')
}

#[cfg(test)]
mod tests {
    use crate::flow::step::TextFormat;
    use crate::secrets::{Kind, find};

    /// Base64 of a counter, three full lines and a short one.
    fn body() -> String {
        let line = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v";
        format!("{line}\n{line}\n{line}\nMDEyMw==")
    }

    fn found(text: &str) -> Vec<&str> {
        find(text, TextFormat::Free)
            .into_iter()
            .filter(|found| found.kind == Kind::PemKey)
            .map(|found| &text[found.span])
            .collect()
    }

    #[test]
    fn finds_keys_whole_and_cut() {
        let body = body();
        for name in ["", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED "] {
            let (begin, end) =
                (format!("-----BEGIN {name}PRIVATE KEY-----"), format!("-----END {name}PRIVATE KEY-----"));
            let flat = body.replace('\n', "");
            for key in [
                format!("{begin}\n{body}\n{end}"),
                format!("{begin}{flat}{end}"),
                format!("{begin} {} {end}", body.replace('\n', " ")),
                format!("{begin}\\n{}\\n{end}", body.replace('\n', "\\n")),
                format!("{begin}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011\n\n{body}\n{end}"),
                format!("{begin}\n{body}"),
                format!("{body}\n{end}"),
                format!("{begin}{flat}"),
            ] {
                for text in [key.clone(), format!("密钥：{key}。不行"), format!("here:\n\n{key}\n\nthanks a lot")]
                {
                    assert_eq!(found(&text), [key.as_str()], "{text}");
                }
            }
        }
        let key = format!(
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n{body}\n=aB3d\n-----END PGP PRIVATE KEY BLOCK-----"
        );
        assert_eq!(found(&format!("a {key} b")), [key.as_str()]);
        let key = format!("b3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n{body}");
        assert_eq!(found(&format!("a: {key}")), [key.as_str()]);
        let key = format!("MIIEvQIBADANBgkqhkiG9w0BAQEFAASC{}", body.replace('\n', ""));
        assert_eq!(found(&format!("应用私钥：{key}，")), [key.as_str()]);
    }

    #[test]
    fn what_is_public_stays() {
        let body = body();
        for text in [
            format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----"),
            format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----"),
            "My file begins with -----BEGIN PRIVATE KEY----- what is that?".to_owned(),
            "At the end the private key was gone".to_owned(),
            format!("data:image/png;base64,{body}"),
        ] {
            assert!(found(&text).is_empty(), "{text}");
        }
    }
}
