//! Web addresses, mail addresses and handles.

/// Endings that make two words with a dot between them a host. Endings that are also endings of files are left out.
const ENDINGS: [&str; 62] = [
    "com", "cn", "net", "org", "io", "app", "dev", "me", "co", "info", "xyz", "top", "site", "online", "shop", "vip",
    "cc", "tv", "hk", "tw", "uk", "us", "jp", "kr", "sg", "my", "eu", "de", "fr", "nl", "ch", "at", "au", "ca", "in",
    "id", "ru", "br", "biz", "pro", "club", "live", "help", "link", "page", "finance", "exchange", "cash", "money",
    "wallet", "support", "center", "world", "network", "tech", "cloud", "ai", "gg", "to", "ly", "example", "test",
];

/// So many names of one text are told.
const MOST: usize = 12;

/// Networks where people have a name; a name after one of these is a contact.
const NETWORKS: [&str; 14] = [
    "微信号",
    "微信",
    "公众号",
    "QQ",
    "电报",
    "wechat",
    "telegram",
    "whatsapp",
    "discord",
    "skype",
    "line",
    "signal",
    "twitter",
    "weibo",
];

/// Words between a network and the name on it.
const BETWEEN: [&str; 16] = [
    "客服", "号码", "号", "群号", "群", "账号", "账户", "ID", "id", "account", "name", "user", "is", "是", "为",
    "us at",
];

/// Every address in a text.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in text.split(|sign: char| !is_of_address(sign)) {
        let word = word.trim_matches(|sign: char| matches!(sign, '.' | ':' | '-' | '\'' | '/'));
        if is_page(word) || is_mailbox(word) || is_handle(word) {
            found.push(word.to_owned());
        }
    }
    found.extend(names(text));
    found
}

/// What addresses are written with; Chinese ends one.
fn is_of_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric()
        || matches!(sign, '.' | '/' | ':' | '@' | '-' | '_' | '%' | '?' | '=' | '&' | '#' | '~' | '+')
        || ('\u{c0}'..='\u{52f}').contains(&sign)
}

fn is_page(word: &str) -> bool {
    if let Some((scheme, rest)) = word.split_once("://") {
        return scheme.chars().next_back().is_some_and(|last| last.is_ascii_alphabetic()) && !rest.is_empty();
    }
    if word.contains('@') {
        return false;
    }
    let (host, path) = match word.split_once(['/', '?', '#']) {
        Some((host, path)) => (host, Some(path)),
        None => (word, None),
    };
    let host = host.split(':').next().unwrap_or_default();
    let mut labels = host.split('.');
    let ending = labels.next_back().unwrap_or_default();
    let labels: Vec<&str> = labels.collect();
    let are_labels = !labels.is_empty()
        && labels
            .iter()
            .all(|label| !label.is_empty() && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-'));
    let has_letter = labels.iter().any(|label| label.chars().any(char::is_alphabetic));
    let is_ending = ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    let leads_on =
        path.is_some_and(|path| !path.is_empty()) && ending.len() > 1 && ending.chars().all(char::is_alphabetic);
    // "e.g./i.e." has no word before its dots.
    let has_word = labels.iter().any(|label| label.chars().count() > 1) || is_ending;
    are_labels && has_letter && has_word && (is_ending || leads_on || labels[0].eq_ignore_ascii_case("www"))
}

fn is_mailbox(word: &str) -> bool {
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.split_once('.').is_some_and(|(first, rest)| {
                !first.is_empty() && rest.len() > 1 && rest.starts_with(|sign: char| sign.is_ascii_alphanumeric())
            })
    })
}

fn is_handle(word: &str) -> bool {
    word.strip_prefix('@').is_some_and(|name| {
        name.len() > 1
            && name.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
    })
}

/// Names on a network: `微信号：kefu_01`, `Telegram: helpdesk`.
fn names(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for network in NETWORKS {
        for (at, _) in lower.match_indices(&network.to_ascii_lowercase()) {
            let before = lower[..at].chars().next_back();
            if network.is_ascii() && before.is_some_and(|sign| sign.is_ascii_alphanumeric()) {
                continue;
            }
            let mut rest = text[at + network.len()..].trim_start();
            let mut told = false;
            while let Some(after) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
                rest = after.trim_start();
                told = true;
            }
            if let Some(after) = rest.strip_prefix(['：', ':']) {
                rest = after.trim_start();
                told = true;
            }
            let name: String = rest
                .chars()
                .take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '.'))
                .collect();
            let name = name.trim_end_matches('.');
            let mixed = name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'_')
                && name.bytes().any(|byte| byte.is_ascii_alphabetic());
            // "WeChat is open" names nobody.
            let is_name = found.len() < MOST
                && name.len() > 3
                && (mixed || (told && rest_is_name(&text[at + network.len()..], name)));
            if is_name && !found.iter().any(|other| other == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// Whether a colon, or a word for the name, stands right before it.
fn rest_is_name(after: &str, name: &str) -> bool {
    after.find(name).is_some_and(|at| {
        let lead = after[..at].trim_end();
        lead.ends_with(['：', ':', '号']) || lead.to_ascii_lowercase().ends_with("id")
    })
}
