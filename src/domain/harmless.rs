//! Web addresses that nobody opens by accident: `hxxps://host[.]example`, as those write them who fight scams.

use super::host::Address;

/// Where in a link the host ends.
const END: [char; 4] = ['/', '\\', '?', '#'];

/// The text with the links in it made harmless. `bare`: also hosts without `https://` before them, which in other texts may
/// be names of files.
pub fn harmless(text: &str, bare: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while !rest.is_empty() {
        let is_link = |sign: char| sign.is_ascii_graphic() || sign.is_alphanumeric();
        let length = rest.find(|sign| !is_link(sign)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(length);
        out.push_str(&disarmed(piece, bare));
        let gap = after.find(is_link).unwrap_or(after.len());
        out.push_str(&after[..gap]);
        rest = &after[gap..];
    }
    out
}

fn disarmed(piece: &str, bare: bool) -> String {
    let is_host = bare && Address::read(piece).is_some()
        || piece.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let count = piece.matches("://").count();
    if count == 0 && !is_host {
        return piece.to_owned();
    }
    let mut out = String::new();
    for (number, part) in piece.split("://").enumerate() {
        let (host, path) = match number {
            0 if count > 0 => ("", part),
            _ => part.split_at(part.find(END).unwrap_or(part.len())),
        };
        out.push_str(&host.replace("[.]", ".").replace('.', "[.]"));
        out.push_str(path);
        if number < count {
            cross(&mut out);
            out.push_str("://");
        }
    }
    out
}

/// Makes the `http` at the end `hxxp`.
fn cross(text: &mut String) {
    let low = text.to_ascii_lowercase();
    if let Some(before) = low.strip_suffix('s').unwrap_or(&low).strip_suffix("http") {
        let scheme = text.split_off(before.len());
        text.push_str(&scheme.replace('t', "x").replace('T', "X"));
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn links_cannot_be_opened_any_more_and_say_the_same() {
        for (text, shown) in [
            (
                "https://demo-pay.example.evil.test/a.html?b=c.d",
                "hxxps://demo-pay[.]example[.]evil[.]test/a.html?b=c.d",
            ),
            ("打开 http://evil.test：领奖", "打开 hxxp://evil[.]test：领奖"),
            ("HTTPS://EVIL.TEST", "HXXPS://EVIL[.]TEST"),
            ("https://a.test,https://evil.test/b.c", "hxxps://a[.]test,hxxps://evil[.]test/b.c"),
            ("https://a.test/?to=hTTp://evil.test", "hxxps://a[.]test/?to=hXXp://evil[.]test"),
            ("hTTps://evil.test", "hXXps://evil[.]test"),
            ("hxxps://evil[.]test/x", "hxxps://evil[.]test/x"),
            ("www.evil.test, then paid", "www[.]evil[.]test, then paid"),
            ("chat.png and bill.pdf", "chat.png and bill.pdf"),
            ("", ""),
        ] {
            assert_eq!(harmless(text, false), shown);
        }
        assert_eq!(harmless("evil.test/claim.php", true), "evil[.]test/claim.php");
        assert_eq!(harmless("a QR code", true), "a QR code");
    }

    #[test]
    fn twice_is_once() {
        for text in
            ["https://a.b.test:80/x.y", "https://a.test,hTTp://b.test", "a.b.test", "www.a.test。https://b.test"]
        {
            let once = harmless(text, true);
            assert_eq!(harmless(&once, true), once, "{text}");
        }
    }
}
