//! The stories whose summaries are kept as files.

use super::story::{FREE, Happened, MONEY, Steps, attachment, choices, minute, noted, pack, story, text};
use walletfix::flow::probe::ProbeKind;
use walletfix::flow::step::{AnswerType, Outcome, TextFormat};
use walletfix::flow::value::Value;
use walletfix::pack::Pack;
use walletfix::session::event::Note;
use walletfix::session::story::{Noted, Origin, Story};

pub(super) const MAIN: &str = "transfer-failed";
const NETWORK: &str = "shared/check-network";
const UPDATE: &str = "shared/update-app";
const GUARD: &str = "shared/safety-first";

/// One flow with a step for nearly everything that reaches a summary.
pub(super) fn wallet() -> Pack {
    let symptom = choices(&[("rejected", "失败或已关闭", "Failed or closed"), ("pending", "处理中", "Processing")]);
    let devices = choices(&[("ios", "iPhone 或 iPad", "iPhone or iPad"), ("android", "安卓手机", "Android")]);
    let dangers = choices(&[
        ("secret-out", "助记词或密码泄露了", "A phrase or password got out"),
        ("not-mine", "有不是我操作的交易", "There is a transaction I did not make"),
    ]);
    let main = Steps::new()
        .probe("service", ProbeKind::ServiceStatus)
        .ask("symptom", AnswerType::Choice(symptom))
        .field("status-shown")
        .ask("debited", AnswerType::YesNo)
        .label("可用余额减少了", "Available balance went down")
        .run("network", NETWORK)
        .ask("amount", MONEY)
        .field("amount")
        .ask("fee", MONEY)
        .field("fee")
        .ask("balance", MONEY)
        .label("可用余额", "Available balance")
        .ask("when", AnswerType::Time { past: true })
        .field("occurred-at")
        .ask("order", AnswerType::Text(TextFormat::OrderId))
        .field("order-id")
        .ask("tx", AnswerType::Text(TextFormat::TxHash))
        .field("tx-hash")
        .ask("to", AnswerType::Text(TextFormat::Address))
        .field("to-address")
        .ask("from", AnswerType::Text(TextFormat::Address))
        .field("from-address")
        .ask("payee", FREE)
        .field("payee")
        .ask("account", AnswerType::Text(TextFormat::Phone))
        .field("account")
        .ask("card", AnswerType::Text(TextFormat::Free))
        .field("card-last4")
        .ask("message", AnswerType::Text(TextFormat::Error))
        .field("error-message")
        .ask("wish", FREE)
        .field("request")
        .ask("deadline", AnswerType::Time { past: false })
        .field("deadline")
        .ask("proof", FREE)
        .field("evidence")
        .ask("log", FREE)
        .field("contact-log")
        .ask("diary", FREE)
        .private()
        .probe("kind", ProbeKind::WalletError)
        .field("error-code")
        .run("app", UPDATE)
        .tries("again", "第一次确实失败了，可以再付一次。成功了吗？", "The first one really failed. Did it work?")
        .does("freeze", "马上冻结账户。打开“安全中心”。", "Freeze the account now. Open the security page.")
        .end(
            "top-up",
            Outcome::Advice,
            "余额不足：转账 {amount}，可用余额 {balance}。请先充值。",
            "Not enough money: sending {amount}, available {balance}. Top up first.",
        )
        .end(
            "wait",
            Outcome::Wait,
            "{profile.name} 的服务不正常。到 {follow-up} 还没恢复，再联系客服。",
            "{profile.name} has problems. If it is not back by {follow-up}, contact support.",
        )
        .end("ask-support", Outcome::Contact, "请联系客服，附上这份摘要。", "Please contact support with this summary.")
        .end(
            "stop-theft",
            Outcome::Urgent,
            "马上冻结账户，再联系官方客服。",
            "Freeze the account now, then contact support.",
        )
        .flow(MAIN, "转账失败", "Transfer failed");
    let network = Steps::new()
        .ask("this-device", AnswerType::YesNo)
        .probe("network", ProbeKind::Network)
        .tries("switch", "请开关一次飞行模式。现在可以上网了吗？", "Turn airplane mode on and off. Does it work now?")
        .label("切换网络", "Switch networks")
        .returns("ok", "ok", None)
        .returns("fixed", "fixed", None)
        .flow(NETWORK, "检查网络", "Check the network");
    let update = Steps::new()
        .ask("platform", AnswerType::Choice(devices))
        .field("device")
        .ask("version", AnswerType::Version)
        .field("app-version")
        .probe("newest", ProbeKind::LatestVersion)
        .tries(
            "update",
            "您的版本 {version} 不是最新版。请更新，然后看一下账单。",
            "Your version {version} is not the newest. Update it, then look at the history.",
        )
        .returns("current", "current", None)
        .returns("stuck", "stuck", Some(text("更新不了", "it cannot be updated")))
        .flow(UPDATE, "检查应用版本", "Check the app version");
    let guard = Steps::new()
        .ask("danger", AnswerType::Choices { options: dangers, min: None, max: None })
        .label("安全确认", "Safety check")
        .flow(GUARD, "先确认安全", "Safety first");
    pack(vec![main, network, update, guard])
}

pub(super) fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

pub(super) fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn money(text: &str) -> Value {
    Value::Amount(text.parse().expect("an amount"))
}

fn ticked(ids: &[&str]) -> Value {
    Value::Choices(ids.iter().map(|id| (*id).to_owned()).collect())
}

/// Names and stories; every one is kept as text, Markdown and JSON in both languages.
pub(super) fn all(pack: &Pack) -> Vec<(&'static str, Story<'_>)> {
    vec![
        ("support", support(pack)),
        ("waiting", waiting(pack)),
        ("theft", theft(pack)),
        ("unfinished", unfinished(pack)),
        ("promised", promised(pack)),
    ]
}

/// A long walk that ends at support, with nearly every field known.
pub(super) fn support(pack: &Pack) -> Story<'_> {
    let version = Value::Version("7.0.0".parse().expect("a version"));
    let mut story = story(pack, MAIN)
        .answer("guard.danger", GUARD, ticked(&[]))
        .seen("service", MAIN, choice("ok"), "All Systems Operational")
        .answer("symptom", MAIN, choice("pending"))
        .answer("debited", MAIN, choice("yes"))
        .answer("network.this-device", NETWORK, choice("yes"))
        .seen("network.network", NETWORK, choice("offline"), "0 of 3 hosts")
        .answer("network.switch", NETWORK, choice("fixed"))
        .returned("network", MAIN, (NETWORK, "fixed"))
        .answer("amount", MAIN, money("1280.00 CNY"))
        .skip("fee", MAIN)
        .answer("balance", MAIN, money("20 CNY"))
        .answer("when", MAIN, Value::Time(minute(-60)))
        .answer("order", MAIN, words("2026031922001403030200089909"))
        .skip("tx", MAIN)
        .answer("to", MAIN, words("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
        .answer("payee", MAIN, words("示例商贸"))
        .answer("account", MAIN, words("13812341234"))
        .answer("card", MAIN, words("9909"))
        .answer("message", MAIN, words("系统繁忙，请稍后再试"))
        .answer("wish", MAIN, words("查询状态，失败就原路退回"))
        .answer("deadline", MAIN, Value::Time(minute(26 * 60)))
        .answer("proof", MAIN, words("账单截图.png"))
        .answer("proof", MAIN, words("扣款短信.png"))
        .answer("log", MAIN, words("在线客服小王说等 24 小时"))
        .answer("diary", MAIN, words("只给自己看的"))
        .answer("app.platform", UPDATE, choice("ios"))
        .answer("app.version", UPDATE, version)
        .seen("app.newest", UPDATE, Value::Version("8.5.1".parse().expect("a version")), "App Store")
        .answer("app.update", UPDATE, choice("not-fixed"))
        .returned("app", MAIN, (UPDATE, "current"))
        .answer("again", MAIN, choice("not-fixed"))
        .ended("ask-support", MAIN);
    story.words = Some("付给示例商贸的钱扣了，账单显示“处理中”，商家说没收到。我的账号是 13812341234。".to_owned());
    story.attachments.push(attachment("账单详情.pdf"));
    story.notes.push(noted(minute(28), "又问了一次，让等到明天"));
    story.refused = vec!["recovery-phrase".to_owned(), "code".to_owned(), "recovery-phrase".to_owned()];
    story.exposed = Some(false);
    story
}

/// Support was asked twice, by a channel of the profile and by another; only then somebody gave a number.
fn promised(pack: &Pack) -> Story<'_> {
    let mut story = story(pack, MAIN)
        .answer("log", MAIN, words("打过一次电话，没有人接"))
        .answer("message", MAIN, words("系统繁忙，请稍后再试"))
        .ended("ask-support", MAIN);
    let first = Note {
        at: Some(minute(-24 * 60)),
        channel: Some("chat".to_owned()),
        agent: Some("小王".to_owned()),
        promised: Some(minute(0)),
        ..Note::from("让等 24 小时")
    };
    let second = Note {
        channel: Some("微博私信 @demo_pay".to_owned()),
        promised: Some(minute(3 * 24 * 60)),
        ticket: Some("#20260901-77".to_owned()),
        ..Note::from("已转给专人处理，3 天内答复")
    };
    // Noted in another order than they happened.
    story.notes = vec![Noted { written: minute(28), note: second }, Noted { written: minute(29), note: first }];
    story
}

/// The provider has an outage: wait. A check could not answer, the person did; another fact came from the caller.
fn waiting(pack: &Pack) -> Story<'_> {
    let mut story = story(pack, MAIN)
        .seen("service", MAIN, choice("down"), "Payments: Major Outage")
        .unseen("network.network", NETWORK, "probe-not-available-yet")
        .seen("kind", MAIN, choice("underpriced"), "replacement transaction underpriced")
        .answer("app.platform", UPDATE, choice("ios"))
        .ended("wait", MAIN);
    story.visits[1].value = choice("online");
    story.visits[1].origin = Origin::User;
    story.visits[3].origin = Origin::Input;
    story
}

/// Money is leaving: urgent.
fn theft(pack: &Pack) -> Story<'_> {
    let mut story = story(pack, MAIN)
        .answer("guard.danger", GUARD, ticked(&["secret-out", "not-mine"]))
        .answer("freeze", MAIN, choice("done"))
        .ended("stop-theft", MAIN);
    story.words = Some("Someone moved 0.25 ETH out of my wallet".to_owned());
    story
}

/// Stopped on the way, with a provider that nobody named.
pub(super) fn unfinished(pack: &Pack) -> Story<'_> {
    let mut story = story(pack, MAIN).answer("symptom", MAIN, choice("rejected"));
    story.profile = &pack.profiles["generic"];
    story
}
