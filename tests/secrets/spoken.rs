//! What the program and its flows answer themselves is no secret, whatever it stands behind: a skipped step whose name ends
//! in "password" says so, and no stars.

use std::collections::BTreeSet;
use walletfix::flow::display;
use walletfix::flow::probe::{ProbeKind, ResultType};
use walletfix::flow::step::{AnswerType, Step, TextFormat, Verb};
use walletfix::i18n::{Lang, Message};
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::secrets::find;

/// What steps are called where something secret is meant, in any pack.
const NAMES: [(&str, &str); 12] = [
    ("改登录密码", "Change the sign-in password"),
    ("登录密码", "Password"),
    ("钱包密码", "Wallet password"),
    ("支付密码", "Payment password"),
    ("锁屏密码", "Passcode of the phone"),
    ("PIN 码", "PIN"),
    ("验证码", "Verification code"),
    ("助记词", "Recovery phrase"),
    ("附加密码", "Passphrase"),
    ("私钥", "Private key"),
    ("卡背后的安全码", "CVV"),
    ("备用码", "Backup codes"),
];

/// The keys of the words with which every pack's steps are answered.
const KEYS: [&str; 21] = [
    "answer-yes",
    "answer-no",
    "answer-dont-know",
    "value-unknown",
    "value-unchecked",
    "value-none-ticked",
    "probe-unknown",
    "return-ok",
    "return-fixed",
    "return-offline",
    "return-current",
    "return-updated",
    "return-safe",
    "return-done",
    "return-none",
    "return-failed",
    "do-done",
    "do-cannot",
    "do-already-done",
    "try-fixed",
    "try-not-fixed",
];

fn own_words(lang: Lang) -> BTreeSet<String> {
    let said = |verb: &str, ids: [&str; 4]| ids.map(|id| Message::new(format!("said-{verb}-{id}")).text(lang));
    let keys = KEYS.map(|key| Message::new(key).text(lang));
    keys.into_iter().chain(said("do", Verb::DO_ANSWERS)).chain(said("try", Verb::TRY_ANSWERS)).collect()
}

/// How screens, lists and summaries put a name before its value.
fn lines(name: &str, value: &str, lang: Lang) -> [String; 6] {
    let review = Message::new("screen-review-line").with("name", name).with("value", value).text(lang);
    [
        format!("- {name}: {value}"),
        format!("{name} {value} | {name} {value}"),
        format!("- {name}: {value} [{}]\n- {name}: {value}", Message::new("summary-mark-auto").text(lang)),
        format!("{{\"label\": \"{name}\", \"words\": \"{value}\"}}"),
        format!("- {name}: {value}\n{name}: {value}\n"),
        review,
    ]
}

fn alarms(name: &str, value: &str, lang: Lang, out: &mut BTreeSet<String>) {
    for line in lines(name, value, lang) {
        out.extend(
            find(&line, TextFormat::Free)
                .into_iter()
                .map(|found| format!("{line:?}: {} {:?}", found.kind.id(), &line[found.span])),
        );
    }
}

/// What the step can be answered with, in words of the flow and of the program.
fn answers(pack: &Pack, step: &Step, lang: Lang) -> Vec<String> {
    let of = |ids: &[&str]| ids.iter().map(|id| display::choice(id, Some(step), lang)).collect();
    match &step.verb {
        Verb::Ask(ask) => match &ask.kind {
            AnswerType::Choice(options) | AnswerType::Choices { options, .. } => {
                options.iter().map(|option| option.label.as_plain(lang)).collect()
            }
            AnswerType::YesNo => of(&["yes", "no"]),
            _ => Vec::new(),
        },
        Verb::Do(_) => of(&Verb::DO_ANSWERS),
        Verb::Try(_) => of(&Verb::TRY_ANSWERS),
        Verb::Probe(probe) => match ProbeKind::result(probe.probe) {
            ResultType::OneOf(words) => of(words),
            _ => Vec::new(),
        },
        Verb::Run(run) => {
            let steps = pack.flows.get(&run.flow).into_iter().flat_map(|flow| flow.steps.values());
            let words = |step: &Step| match &step.verb {
                Verb::Return(ret) => Some(display::returned(&ret.value, ret.text.as_ref(), lang)),
                _ => None,
            };
            steps.filter_map(words).collect()
        }
        _ => Vec::new(),
    }
}

fn name(pack: &Pack, step: &Step, lang: Lang) -> Option<String> {
    display::step_name(step, lang).or_else(|| match &step.verb {
        Verb::Run(run) => Some(pack.flows.get(&run.flow)?.title.as_plain(lang)),
        _ => None,
    })
}

#[test]
fn the_words_of_the_program_are_no_secret_behind_any_name() {
    let mut out = BTreeSet::new();
    for lang in Lang::ALL {
        for (zh, en) in NAMES {
            for value in own_words(lang) {
                alarms(if lang == Lang::Zh { zh } else { en }, &value, lang, &mut out);
            }
        }
    }
    assert!(out.is_empty(), "{}", out.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_answers_of_the_shipped_flows_are_no_secret_behind_their_names() {
    let (pack, mut out, mut count) = (read_pack(&library::embedded(true)).0, BTreeSet::new(), 0);
    for step in pack.flows.values().flat_map(|flow| flow.steps.values()) {
        for lang in Lang::ALL {
            let Some(name) = name(&pack, step, lang) else { continue };
            for value in answers(&pack, step, lang) {
                count += 1;
                alarms(&name, &value, lang, &mut out);
            }
        }
    }
    assert!(count > 1000, "{count}");
    assert!(out.is_empty(), "{}", out.into_iter().collect::<Vec<_>>().join("\n"));
}
