//! Addresses that let whoever has them in: with a password before the host, or with a key in the path.

use super::super::reading::Reading;
use std::ops::Range;

/// Hosts and paths behind which a key stands: hooks of chat programs, and nodes of blockchains.
const PATHS: [&str; 11] = [
    "hooks.slack.com/services/",
    "discord.com/api/webhooks/",
    "discordapp.com/api/webhooks/",
    "open.feishu.cn/open-apis/bot/v2/hook/",
    "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
    "oapi.dingtalk.com/robot/send?access_token=",
    "infura.io/v3/",
    "alchemy.com/v2/",
    "alchemyapi.io/v2/",
    "quiknode.pro/",
    "api.telegram.org/bot",
];

/// The shortest key in a path.
const LEAST: usize = 16;

/// Finds such addresses.
pub(super) fn find(reading: &Reading<'_>, report: &mut dyn FnMut(Range<usize>)) {
    let (text, lower) = (reading.text(), reading.lower());
    for (at, scheme) in lower.match_indices("://") {
        if let Some(range) = credentials(text, at + scheme.len()) {
            report(range);
        }
    }
    if !lower.contains('/') {
        return;
    }
    for path in PATHS {
        let mut last = 0;
        for (at, _) in lower.match_indices(path) {
            if at < last {
                continue;
            }
            last = end_of(text, at);
            if last >= at + path.len() + LEAST {
                report(start_of(text, at)..last);
            }
        }
    }
}

/// User and password before the host (RFC 3986, section 3.2.1).
fn credentials(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let end = rest
        .find(|sign: char| !sign.is_ascii_graphic() || matches!(sign, '/' | '?' | '#' | '"' | '\'' | '<'))
        .unwrap_or(rest.len());
    let (user, host) = rest.get(..end)?.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    let masked = password.chars().all(|sign| matches!(sign, '*' | 'x' | '.'));
    (!masked && host.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '['))
        .then_some(start..start + user.len())
}

fn is_inside(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`' | b')' | b']' | b'}' | b',')
}

fn end_of(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let length = rest.iter().take_while(|byte| is_inside(**byte)).count();
    at + text.get(at..at + length).unwrap_or_default().trim_end_matches(['.', ';', ':', '!', '?']).len()
}

/// The beginning of the address, its scheme and the names before the host included.
fn start_of(text: &str, at: usize) -> usize {
    let head = text.as_bytes().get(..at).unwrap_or_default();
    at - head.iter().rev().take_while(|byte| is_inside(**byte) && !matches!(byte, b'=' | b'(' | b'[')).count()
}
