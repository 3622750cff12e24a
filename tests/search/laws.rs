//! What holds for any words and any pack.

use super::{found, pack, problems};
use crate::harness::cases;
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::test_runner::Config;
use std::borrow::Cow;
use std::collections::HashSet;
use std::time::{Duration, Instant};
use walletfix::i18n::Lang;
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;
use walletfix::search::Problems;

/// What people type and what they never would: letters of any script, and words that the list knows, in any order.
fn words() -> impl Strategy<Value = String> {
    let known = prop_oneof![
        "(没|收|到|账|币|钱|骗|盗|转|错|密|码|忘|了|，| ){0,20}",
        "((not|never|stolen|my|wallet|seed phrase|paymnt|code|can't|0|12|'|2fa)[ ,.-]?){0,12}",
    ];
    prop_oneof![known, any::<String>(), "\\PC{0,60}"]
}

proptest! {
    #![proptest_config(Config { cases: cases(100), ..Config::default() })]

    /// No panic, best first, each flow once, no checklist, and the same again.
    #[test]
    fn any_words_find_main_flows_in_order(words in words()) {
        let hits = problems().find(&words);
        assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
        let ids: HashSet<&str> = hits.iter().map(|hit| hit.flow.id.as_str()).collect();
        assert!(ids.len() == hits.len() && hits.iter().all(|hit| hit.flow.is_main() && hit.score > 0));
        let again = problems().find(&words);
        assert!(hits.iter().map(|hit| (&hit.flow.id, hit.score)).eq(again.iter().map(|hit| (&hit.flow.id, hit.score))));
    }

    /// Case, full width and punctuation around it change nothing.
    #[test]
    fn the_look_of_the_words_does_not_matter(words in "[a-z]{1,12}( [a-z]{1,12}){0,6}") {
        let wide: String = words.chars().map(|c| if c == ' ' { '\u{3000}' } else { wide(c) }).collect();
        for other in [words.to_uppercase(), wide, format!("  {words}!!"), format!("“{words}”？")] {
            assert_eq!(found(&words), found(&other), "{words} and {other}");
        }
    }
}

fn wide(letter: char) -> char {
    char::from_u32(u32::from(letter) - u32::from('a') + u32::from('ａ')).unwrap_or(letter)
}

#[test]
fn a_title_finds_its_own_flow_first() {
    for flow in pack().flows.values().filter(|flow| flow.is_main()) {
        for lang in [Lang::Zh, Lang::En] {
            let title = flow.title.as_plain(lang);
            assert_eq!(found(&title).first(), Some(&flow.id.as_str()), "{title}");
        }
    }
}

#[test]
fn what_people_call_it_finds_it() {
    for flow in pack().flows.values().filter(|flow| flow.is_main()) {
        for keyword in flow.keywords.zh.iter().chain(&flow.keywords.en) {
            assert!(found(keyword).contains(&flow.id.as_str()), "{keyword} does not find {}", flow.id);
        }
        for keywords in [&flow.keywords.zh, &flow.keywords.en] {
            assert!(keywords.len() <= 40, "{} has {} keywords", flow.id, keywords.len());
            let once: HashSet<&String> = keywords.iter().collect();
            assert_eq!(once.len(), keywords.len(), "{}", flow.id);
        }
    }
}

#[test]
fn one_spelling_is_as_good_as_another() {
    for (one, other) in [
        ("錢沒到帳", "钱没到账"),
        ("驗證碼收不到", "验证码收不到"),
        ("账户被盗", "帳戶被盜"),
        ("登陆不了", "登录不了"),
        ("My paymnt was declinned", "my payment was declined"),
        ("cant remeber the pasword", "can't remember the password"),
        ("it didn’t arrive", "it didnt arrive"),
        ("应用闪腿", "应用闪退"),
    ] {
        assert_eq!(found(one), found(other), "{one} and {other}");
    }
}

#[test]
fn danger_comes_first_and_only_where_it_is() {
    let safety = ["account-compromised", "suspicious-contact"];
    for words in [
        "被盗了",
        "我被骗了",
        "助记词泄露了",
        "把助记词发给客服了",
        "钱正在被转走",
        "my wallet got hacked",
        "stolen",
        "someone stole everything",
        "it was a scam",
        "my seed phrase got out",
        "i gave my recovery phrase to a guy",
        "转账失败 后来发现被骗了",
        "payment failed, i think i was scammed",
    ] {
        assert!(found(words).first().is_some_and(|first| safety.contains(first)), "{words}: {:?}", found(words));
    }
    for (words, first) in [
        ("助记词丢了", "forgot-password"),
        ("i forgot my seed phrase", "forgot-password"),
        ("lost my seed phrase", "forgot-password"),
        ("忘记密码", "forgot-password"),
        ("怎么防止被盗", "security-checkup"),
        ("how to keep my wallet safe from hackers", "security-checkup"),
        ("收不到验证码", "code-not-working"),
    ] {
        assert_eq!(found(words).first(), Some(&first), "{words}");
    }
}

#[test]
fn what_is_like_nothing_finds_nothing() {
    for words in [
        "",
        " ",
        "。！？",
        "\0",
        "7",
        "12345678",
        "the of and",
        "的了吗",
        "xyzzy qwrtp",
        "🙂🙂",
        "привет",
        "ありがとう",
    ] {
        assert_eq!(found(words), Vec::<&str>::new(), "{words}");
    }
}

/// Problems that are the same keep the order of the pack, however often one asks.
#[test]
fn equal_ones_keep_their_order() {
    let text = include_bytes!("../../examples/first-flow/app-does-not-open.toml");
    let file = |id: &str| {
        let path = format!("{id}.toml");
        PackFile { name: path.clone(), path, bytes: Cow::Borrowed(text) }
    };
    let files: Vec<PackFile> = ["c", "a", "b"].map(file).into();
    let (pack, _) = read_pack(&files);
    let all: Vec<&str> = pack.flows.keys().map(String::as_str).collect();
    for words in ["the app does not open", "应用打不开", "crash"] {
        let hits: Vec<&str> = Problems::of(&pack).find(words).iter().map(|hit| hit.flow.id.as_str()).collect();
        assert_eq!(hits, all, "{words}");
    }
}

/// Whatever is pasted, nobody waits for it.
#[test]
fn long_words_take_no_longer() {
    let longest =
        ["a".repeat(1 << 20), "转错 ".repeat(1 << 16), "stolenn ".repeat(1 << 16), "\u{fdfa}".repeat(1 << 16)];
    problems();
    let start = Instant::now();
    for words in &longest {
        found(words);
    }
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
