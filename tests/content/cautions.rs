//! The cautions that hold in every flow: danger first, no second payment in the dark, nothing erased without a backup, no reset
//! where there is none, no stranger taken for support, no folk remedy.
//!
//! What a rule proves is not repeated here: `retry-before-status`, `asks-secret`, `literal-contact`.

use super::{flow, options, pack, reached, sentences, shown, steps};
use std::collections::HashSet;
use walletfix::flow::step::{Next, Outcome, Step, Verb};
use walletfix::flow::{Flow, StepIndex};
use walletfix::i18n::Lang;

/// What leads on by an answer.
fn next_of(step: &Step) -> Option<&Next> {
    match &step.verb {
        Verb::Ask(ask) => Some(&ask.next),
        Verb::Do(action) | Verb::Try(action) => Some(&action.next),
        Verb::Probe(probe) => Some(&probe.next),
        Verb::Run(run) => Some(&run.next),
        _ => None,
    }
}

/// The steps that can be reached while nobody gives the answers of `cuts`: a step, and answers of it.
fn reached_without(flow: &'static Flow, cuts: &[(&str, &[&str])]) -> HashSet<&'static str> {
    let mut seen = HashSet::new();
    let mut waiting: Vec<StepIndex> = vec![flow.start];
    while let Some(index) = waiting.pop() {
        let step = flow.step(index);
        if !seen.insert(step.id.as_str()) {
            continue;
        }
        let cut = cuts.iter().find(|(id, _)| *id == step.id).map(|(_, answers)| *answers);
        match (cut, next_of(step)) {
            (Some(answers), Some(next)) => {
                let kept = next.by_answer.iter().filter(|(answer, _)| !answers.contains(&answer.as_str()));
                let named = |answer: &&str| next.by_answer.iter().any(|(known, _)| known == answer);
                // What only `else` covers cannot be cut.
                assert!(answers.iter().all(named), "{}/{}: {answers:?}", flow.id, step.id);
                waiting.extend(kept.map(|(_, target)| *target).chain(next.otherwise));
            }
            _ => waiting.extend(step.followers()),
        }
    }
    seen
}

/// The text of a condition, as its author wrote it.
fn condition(flow: &Flow, span: walletfix::source::Span) -> &str {
    flow.source.text[span.start..span.end].trim_matches('"')
}

#[test]
fn each_danger_leads_to_its_own_flow_and_a_doubt_counts_as_danger() {
    let guard = pack().guard().expect("a guard");
    let (_, danger) = guard.step_named("danger").expect("the question about danger");
    let dangers: Vec<&str> = options(danger).iter().map(|option| option.value.as_str()).collect();
    assert_eq!(dangers, ["secret-out", "not-mine", "contacted"]);
    let (_, sort) = guard.step_named("sort").expect("the step that sorts");
    let Verb::Branch(branch) = &sort.verb else { panic!("a branch") };
    let leads: Vec<(&str, &str)> = branch
        .cases
        .iter()
        .map(|case| match &guard.step(case.next).verb {
            Verb::Go(go) => (condition(guard, case.span), go.flow.as_str()),
            _ => panic!("{} stays", guard.step(case.next).id),
        })
        .collect();
    let expected = [
        ("danger is unknown", "account-compromised"),
        ("danger has not-mine", "account-compromised"),
        ("danger has secret-out", "account-compromised"),
        ("danger has contacted", "suspicious-contact"),
    ];
    assert_eq!(leads, expected);
    assert!(matches!(guard.step(branch.otherwise).verb, Verb::Return(_)), "who is safe goes on");
}

/// Such a step carries its condition, and the rule `retry-before-status` proves that a status comes before it.
#[test]
fn whoever_is_told_to_pay_again_was_asked_for_the_status() {
    let again = ["再付一次", "再发一次", "再转一次", "再提一次", "重新付", "重试"];
    let mut found = 0;
    for (path, step) in steps() {
        let (Verb::Do(action) | Verb::Try(action)) = &step.verb else { continue };
        let text = shown(&action.text, Lang::Zh);
        let english = shown(&action.text, Lang::En).to_lowercase();
        if again.iter().any(|words| text.contains(words)) || english.contains("pay once more") {
            assert!(action.repeats_payment.is_some(), "{path} repeats a payment: {text}");
            found += 1;
        }
    }
    assert!(found >= 4, "{found}");
}

#[test]
fn another_way_to_pay_waits_for_a_failure_too() {
    let other_way = flow("shared/alt-payment");
    assert!(reached(other_way, &[]).contains("pay"));
    assert!(!reached_without(other_way, &[("shown", &["failed", "returned"])]).contains("pay"));
    let app = flow("app-not-working");
    assert!(!reached_without(app, &[("to-pay", &["new"])]).contains("pay-elsewhere"));
    let failed = flow("transfer-failed");
    let Verb::Branch(hurry) = &failed.step_named("hurry").expect("the step").1.verb else { panic!("a branch") };
    assert_eq!(failed.step(hurry.cases[0].next).id, "swap");
    assert!(condition(failed, hurry.cases[0].span).contains("symptom is rejected"));
    assert!(!reached(failed, &["swap"]).contains("alt"));
}

/// A step that erases something, and the answers without which nobody comes to it.
type Erasing = (&'static str, &'static str, &'static [(&'static str, &'static [&'static str])]);

const ERASING: [Erasing; 7] = [
    ("shared/clear-cache", "clear-only", &[("backup", &["yes"])]),
    ("shared/clear-cache", "clear", &[("can-sign-in", &["yes"])]),
    ("app-not-working", "reinstall", &[("cache", &["not-fixed"])]),
    ("forgot-password", "restore-here", &[("readable", &["yes"]), ("search", &["yes"])]),
    ("forgot-password", "pin-restore", &[("pin-phrase", &["yes"]), ("search", &["yes"])]),
    ("hardware-wallet", "update-firmware", &[("backup", &["yes"])]),
    // The new phone works before the old one is wiped.
    ("prevent-problems", "wipe", &[("restore", &["done", "already-done"]), ("sign-in", &["done", "already-done"])]),
];

/// A driver of the computer, which holds nothing.
const HARMLESS: [&str; 1] = ["hardware-wallet/windows"];

#[test]
fn nothing_is_erased_before_a_backup_or_a_way_in_is_certain() {
    for (id, step, gates) in ERASING {
        let flow = flow(id);
        assert!(reached(flow, &[]).contains(step), "{id}/{step}");
        assert!(!reached_without(flow, gates).contains(step), "{id}/{step} is reached without {gates:?}");
    }
    for (path, step) in steps() {
        let (Verb::Do(action) | Verb::Try(action)) = &step.verb else { continue };
        let text = shown(&action.text, Lang::Zh);
        let erases = text.split(['，', '。', '：', '；', '？']).any(|clause| {
            ["卸载", "恢复出厂", "重置", "清除", "清空", "删掉"].iter().any(|word| clause.contains(word))
                && !clause.contains(['不', '别', '没'])
        });
        let known = ERASING.iter().any(|(flow, step, _)| path == format!("{flow}/{step}"));
        assert!(
            !erases || known || HARMLESS.contains(&path.as_str()),
            "{path} erases, and ERASING does not say after what: {text}"
        );
    }
}

#[test]
fn only_an_account_that_a_company_keeps_has_a_password_to_reset() {
    let forgot = flow("forgot-password");
    let resets = ["open-page", "registered", "by-identity", "new-password", "pay-reset"];
    let (all, alone) = (reached(forgot, &[]), reached_without(forgot, &[("kind", &["payment", "exchange"])]));
    for step in resets {
        assert!(all.contains(step) && !alone.contains(step), "{step}");
    }
    assert!(alone.contains("no-reset") && alone.contains("pin-stop"));
}

#[test]
fn documents_go_into_the_app_only() {
    let mut said = 0;
    for (path, step) in steps() {
        for text in sentences(step) {
            let zh = shown(text, Lang::Zh);
            let gives = zh
                .split(['。', '；'])
                .any(|sentence| sentence.contains("证件") && sentence.contains(['拍', '交', '传']));
            assert!(!gives || zh.contains("应用里"), "{path} wants a document, and not in the app alone: {zh}");
            said += usize::from(gives);
        }
    }
    assert!(said >= 4, "{said}");
}

#[test]
fn nobody_takes_a_stranger_for_support() {
    let support = flow("shared/contact-support");
    assert!(!reached(support, &["in-public"]).contains("public"), "a public place without the warning");
    let warning = shown(sentences(support.step_named("in-public").expect("the step").1)[0], Lang::Zh);
    assert!(warning.contains("真客服不会先来私信") && warning.contains("骗子"), "{warning}");
    // Whoever lost money hears how to know support before anything that support may say is followed.
    let lost = flow("funds-lost");
    let ends = |id: &&&str| matches!(&lost.steps[**id].verb, Verb::End(end) if end.outcome != Outcome::Resolved);
    assert_eq!(reached(lost, &["real-support"]).iter().filter(ends).count(), 0);
}

#[test]
fn nobody_is_told_to_change_a_password_by_the_calendar() {
    let mut said = 0;
    for (path, step) in steps() {
        for text in sentences(step) {
            let (zh, en) = (shown(text, Lang::Zh), shown(text, Lang::En).to_lowercase());
            let by_calendar =
                zh.contains("密码") && ["定期", "每月换", "每年换", "个月换"].iter().any(|word| zh.contains(word));
            assert!(!by_calendar || zh.contains("不用定期"), "{path}: {zh}");
            let regularly = en.contains("password") && (en.contains("regularly") || en.contains("on a schedule"));
            assert!(!regularly || en.contains("no need"), "{path}: {en}");
            said += usize::from(zh.contains("不用定期"));
        }
    }
    assert!(said > 0, "that no schedule is needed is said somewhere");
}

#[test]
fn money_leaves_a_failing_provider_only_after_proof_and_a_small_amount() {
    let failing = flow("provider-insolvent");
    assert!(reached(failing, &[]).contains("withdraw"));
    assert!(!reached(failing, &["save"]).contains("test-withdrawal"), "evidence comes first");
    assert!(!reached_without(failing, &[("test-withdrawal", &["done", "already-done"])]).contains("withdraw"));
    let Verb::Branch(out) = &failing.step_named("money-out").expect("the step").1.verb else { panic!("a branch") };
    assert_eq!(condition(failing, out.cases[0].span), "level is one of (filed, gone)");
    assert_eq!(failing.step(out.cases[0].next).id, "crime", "nothing is withdrawn once insolvency is filed");
    let test = failing.step_named("test-withdrawal").expect("the step").1;
    let said: String = sentences(test).into_iter().map(|text| shown(text, Lang::Zh)).collect();
    assert!(said.contains("已安装的应用") && said.contains("解冻费") && said.contains("骗局"), "{said}");
}

#[test]
fn no_folk_remedy_and_no_recovery_firm() {
    for (path, step) in steps() {
        for text in sentences(step) {
            let zh = shown(text, Lang::Zh);
            // To lock a stranger's account by wrong passwords is neither lawful nor of any use.
            let locks =
                (zh.contains("输错") || zh.contains("错误密码")) && (zh.contains("对方") || zh.contains("骗子的"));
            assert!(!locks, "{path}: {zh}");
            let promise = zh.split('。').find(|sentence| {
                ["追回", "追款", "挽损", "破解"].iter().any(|word| sentence.contains(word))
                    && !sentence.contains(['骗', '不', '没'])
            });
            // The warning begins with what the scammers say.
            assert!(promise.is_none() || zh.contains("这是第二次诈骗"), "{path} promises money back: {promise:?}");
        }
    }
    let of_profiles = pack().profiles.values().flat_map(|profile| &profile.channels);
    for channel in of_profiles.chain(pack().regions.values().flat_map(|region| &region.channels)) {
        let said = format!(
            "{} {} {} {} {}",
            channel.id,
            channel.kind,
            channel.name.as_plain(Lang::Zh),
            channel.name.as_plain(Lang::En),
            channel.address.as_deref().unwrap_or_default()
        );
        let firm = ["追回", "追款", "挽损", "找回", "recover"].iter().any(|word| said.to_lowercase().contains(word));
        assert!(!firm, "{}: {said}", channel.id);
    }
}
