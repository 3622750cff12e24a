//! The shipped flows: what their editors promise beyond what the validator proves.

mod cautions;
mod rows;

use std::collections::HashSet;
use std::sync::OnceLock;
use walletfix::flow::step::{AnswerType, Choice, Next, Outcome, Step, Verb};
use walletfix::flow::text::Text;
use walletfix::flow::{Flow, StepIndex};
use walletfix::i18n::Lang;
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack;
use walletfix::profile::Purpose;

fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| read_pack(&library::embedded(true)).0)
}

fn flow(id: &str) -> &'static Flow {
    pack().flows.get(id).unwrap_or_else(|| panic!("no sound flow {id}"))
}

/// Every step of every flow, with its path for messages.
fn steps() -> impl Iterator<Item = (String, &'static Step)> {
    pack().flows.values().flat_map(|flow| flow.steps.values().map(|step| (format!("{}/{}", flow.id, step.id), step)))
}

fn options(step: &Step) -> &[Choice] {
    match &step.verb {
        Verb::Ask(ask) => match &ask.kind {
            AnswerType::Choice(options) | AnswerType::Choices { options, .. } => options,
            _ => &[],
        },
        _ => &[],
    }
}

/// What a person reads on the step's screen, without labels and options.
fn sentences(step: &Step) -> Vec<&Text> {
    let own = match &step.verb {
        Verb::Ask(ask) => Some(&ask.text),
        Verb::Tell(tell) => Some(&tell.text),
        Verb::Do(action) | Verb::Try(action) => Some(&action.text),
        Verb::Probe(probe) => probe.ask.as_ref(),
        Verb::End(end) => Some(&end.text),
        Verb::Branch(_) | Verb::Run(_) | Verb::Go(_) | Verb::Return(_) => None,
    };
    own.into_iter().chain(&step.hint).collect()
}

fn shown(text: &Text, lang: Lang) -> String {
    text.render(lang, &|_| "X".to_owned())
}

fn followers(step: &Step) -> Vec<StepIndex> {
    let targets = |next: &Next| next.targets();
    match &step.verb {
        Verb::Ask(ask) => targets(&ask.next),
        Verb::Do(action) | Verb::Try(action) => targets(&action.next),
        Verb::Probe(probe) => targets(&probe.next),
        Verb::Run(run) => targets(&run.next),
        Verb::Tell(tell) => vec![tell.next],
        Verb::Branch(branch) => branch.cases.iter().map(|case| case.next).chain([branch.otherwise]).collect(),
        Verb::Go(_) | Verb::Return(_) | Verb::End(_) => Vec::new(),
    }
}

/// The steps that can be reached from the start without passing one of `walls`.
fn reached(flow: &'static Flow, walls: &[&str]) -> HashSet<&'static str> {
    let mut seen = HashSet::new();
    let mut waiting = vec![flow.start];
    while let Some(index) = waiting.pop() {
        let step = flow.step(index);
        if !walls.contains(&step.id.as_str()) && seen.insert(step.id.as_str()) {
            waiting.extend(followers(step));
        }
    }
    seen
}

#[test]
fn every_shipped_file_is_sound() {
    let (pack, diagnostics) = read_pack(&library::embedded(true));
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    assert!(pack.unsound.is_empty(), "{:?}", pack.unsound);
    let untested: Vec<&String> = pack.flows.keys().filter(|id| !pack.tests.contains_key(*id)).collect();
    assert!(untested.is_empty(), "flows without tests: {untested:?}");
}

#[test]
fn the_first_thing_to_do_in_a_theft_stands_beside_its_channels() {
    let theft = flow("shared/secure-now");
    let first_actions = ["carrier", "freeze", "call-provider", "disconnect", "revoke", "new-wallet"];
    for id in first_actions {
        let (_, step) = theft.step_named(id).unwrap_or_else(|| panic!("no step {id}"));
        assert_eq!(step.show, Some(Purpose::Urgent), "{id}");
    }
    // Whatever else is done comes after one of them, or after a look that found nothing.
    let account = flow("account-compromised");
    let stopping = ["carrier", "stop", "stop-number", "stop-approval", "stop-given", "new-password"];
    for (flow, walls) in [(theft, &first_actions[..]), (account, &stopping[..])] {
        for id in reached(flow, walls) {
            let (_, step) = flow.step_named(id).expect("a reached step exists");
            assert!(!matches!(step.verb, Verb::Do(_)), "{id} is done before the loss is stopped");
        }
    }
    let carrier = account.step_named("carrier").expect("the step for a lost number").1;
    assert_eq!(carrier.show, Some(Purpose::Urgent));
    let stop = flow("suspicious-contact").step_named("stop-payment").expect("the step that stops a payment").1;
    assert_eq!(stop.show, Some(Purpose::Fraud));
}

#[test]
fn no_exit_after_a_loss_goes_round_the_warning_of_a_second_scam() {
    // The shared list says it wherever something is gone, so what runs it need not.
    let walls: [(&str, &[&str]); 3] = [
        ("account-compromised", &["stop", "stop-number", "stop-approval", "stop-given"]),
        ("suspicious-contact", &["second-scam"]),
        ("funds-lost", &["second-scam"]),
    ];
    for (id, walls) in walls {
        let flow = flow(id);
        let urgent = |step: &Step| matches!(&step.verb, Verb::End(end) if end.outcome == Outcome::Urgent);
        let round: Vec<&str> = reached(flow, walls)
            .into_iter()
            .filter(|id| flow.step_named(id).is_some_and(|(_, step)| urgent(step)))
            .collect();
        assert!(round.is_empty(), "{id}: {round:?}");
        assert!(flow.steps.values().any(urgent), "{id} has no urgent exit");
    }
}

#[test]
fn the_status_is_known_before_anything_is_paid_again() {
    for (id, status) in [("transfer-failed", "symptom"), ("transaction-pending", "status")] {
        let flow = flow(id);
        let repeats = |step: &Step| matches!(&step.verb, Verb::Do(action) | Verb::Try(action) if action.repeats_payment.is_some());
        let early: Vec<&str> = reached(flow, &[status])
            .into_iter()
            .filter(|id| flow.step_named(id).is_some_and(|(_, step)| repeats(step)))
            .collect();
        assert!(early.is_empty(), "{id}: {early:?}");
        assert!(flow.steps.values().any(repeats), "{id} repeats nothing");
    }
}

#[test]
fn every_problem_can_reach_a_person_or_a_channel() {
    let helps = [Outcome::Contact, Outcome::Urgent, Outcome::Legal];
    for flow in pack().flows.values().filter(|flow| !flow.shared) {
        let found = reached(flow, &[]).into_iter().any(|id| {
            matches!(flow.step_named(id), Some((_, Step { verb: Verb::End(end), .. })) if helps.contains(&end.outcome))
        });
        assert!(found, "{}", flow.id);
        assert!(
            flow.group.is_some() && flow.about.is_some() && flow.reviewed.is_some(),
            "{} is not listed well",
            flow.id
        );
        assert!(!flow.keywords.zh.is_empty() && !flow.keywords.en.is_empty(), "{} has no keywords", flow.id);
    }
}

#[test]
fn the_region_answers_for_every_purpose_that_a_provider_cannot() {
    let region = pack().region_of("CN").expect("a region for CN");
    for purpose in [Purpose::Fraud, Purpose::Legal] {
        assert!(region.channels.iter().any(|channel| channel.purposes.contains(&purpose)), "{purpose:?}");
    }
    for channel in &region.channels {
        assert!(channel.verified.is_some() && channel.address.is_some(), "{}", channel.id);
    }
}

#[test]
fn the_first_screen_does_not_wait_for_the_rest_and_is_the_same() {
    let files = walletfix::library::embedded(false);
    let opened = walletfix::parse::open_proven(files.clone());
    let (read, _) = walletfix::parse::read_pack(&files);
    let first = |flow: &walletfix::flow::Flow| format!("{:?}", flow.step(flow.start));
    let (ahead, whole) = (opened.guard().expect("a guard"), read.guard().expect("a guard"));
    assert_eq!(first(ahead), first(whole));
    // The guard came without the others: it is not the one among all flows.
    assert!(!std::ptr::eq(ahead, &raw const opened.flows[&ahead.id]));
    for (id, flow) in read.flows.iter() {
        assert_eq!(format!("{flow:?}"), format!("{:?}", opened.flows[id]), "{id}");
    }
    assert_eq!(opened.hash, read.hash);
}
