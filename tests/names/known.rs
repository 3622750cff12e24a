//! Every name that the program knows, by kind, from the tables that it works with. Where it has a type instead of a
//! table, a match without a rest makes sure that a new name does not go unnoticed.

use super::{Names, keys};
use std::path::Path;
use walletfix::cli::args::definition;
use walletfix::cli::exit::Exit;
use walletfix::diagnostic::Rule;
use walletfix::flow::condition::{Comparison, Condition, Test};
use walletfix::flow::duration::Unit;
use walletfix::flow::field::Field;
use walletfix::flow::probe::{ProbeKind, ResultType};
use walletfix::flow::step::{Outcome, TextFormat, Verb};
use walletfix::flow::text::{Piece, Placeholder, Text};
use walletfix::flow::{Flow, Group};
use walletfix::parse::script::EVENT_WORDS;
use walletfix::parse::{condition, ids, profile_keys, read_pack_within};
use walletfix::profile::{Kind, Purpose};
use walletfix::prompt::Command;
use walletfix::session::event::Event;

pub(super) fn names() -> Names {
    let mut names = Names::new();
    keys::add(&mut names);
    let mut add = |kind: &str, more: Vec<String>| names.entry(kind.to_owned()).or_default().extend(more);
    add("format of a text", of_table(&TextFormat::ALL));
    add("group", of_table(&Group::ALL));
    add("outcome", of_table(&Outcome::ALL));
    add("purpose", of_table(&Purpose::ALL));
    add("kind of a profile", of_table(&Kind::ALL));
    add("unit", of_table(&Unit::ALL));
    add("probe", of_table(&ProbeKind::ALL));
    add("answer to do", owned(&Verb::DO_ANSWERS));
    add("answer to try", owned(&Verb::TRY_ANSWERS));
    add("field", Field::all().map(|field| field.name().to_owned()).collect());
    add("profile key", profile_keys::paths().map(str::to_owned).collect());
    add("word of conditions", owned(&condition::WORDS));
    add("reserved step", owned(&ids::NOT_STEPS));
    add("reserved value", owned(&ids::NOT_VALUES));
    add("event of a test", owned(&EVENT_WORDS));
    add("rule", Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect());
    add("prompt command", Command::ALL.iter().map(|(name, _)| format!(":{name}")).collect());
    for (name, probe) in ProbeKind::ALL {
        add("input of a probe", probe.inputs().iter().map(|input| format!("{name}.{}", input.name)).collect());
        add("result of a probe", results(probe).iter().map(|result| format!("{name} {result}")).collect());
    }
    add("event of the journal", events().iter().map(|event| word(event).to_owned()).collect());
    add("exit code", EXITS.map(|exit| meaning(exit).to_owned()).to_vec());
    add("command", commands(&definition(), "walletfix"));
    let (pack, _) = read_pack_within(&walletfix::library::folder(&packs().join("placeholders"), false).unwrap(), 0);
    for flow in pack.flows.values() {
        add("placeholder", texts(flow).flat_map(placeholders).collect());
    }
    let (pack, _) = read_pack_within(&walletfix::library::folder(&packs().join("conditions"), false).unwrap(), 0);
    for flow in pack.flows.values() {
        add("condition", flow.steps.values().flat_map(|step| conditions(&step.verb)).collect());
    }
    names
}

fn packs() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs")
}

fn of_table<T>(table: &[(&str, T)]) -> Vec<String> {
    table.iter().map(|(name, _)| (*name).to_owned()).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn results(probe: ProbeKind) -> &'static [&'static str] {
    match probe.result() {
        ResultType::OneOf(words) => words,
        ResultType::Version => &["(a version)"],
        ResultType::Amount => &["(an amount)"],
    }
}

/// One event of each kind.
pub(crate) fn events() -> Vec<Event> {
    use walletfix::flow::value::Value;
    use walletfix::i18n::{Lang, Message};
    use walletfix::session::event::{Note, ProbeResult};
    let path = || "network.this-device".to_owned();
    let yes = || Value::Choice("yes".to_owned());
    let reason = Some(Message::new("probe-timed-out"));
    let result = ProbeResult { value: Value::Unknown, reason, observed: Some("HTTP 502".to_owned()), ms: 5000 };
    vec![
        Event::Start {
            flow: Some("transfer-failed".to_owned()),
            profile: "demo-pay".to_owned(),
            lang: Lang::Zh,
            guard: true,
        },
        Event::Words("钱没了".to_owned()),
        Event::Country(Some("CN".to_owned())),
        Event::Consent { yes: true, hosts: vec!["example.com".to_owned()], by_command: true },
        Event::Answer(path(), yes()),
        Event::Seen(path()),
        Event::Probe(path(), result),
        Event::Back,
        Event::Change(path(), yes()),
        Event::Drop(path()),
        Event::Flow(path(), "transaction-pending".to_owned()),
        Event::Lang(Lang::En),
        Event::Refused(path(), "recovery-phrase".to_owned()),
        Event::Exposed(true),
        Event::Note(Note {
            at: Some(jiff::Timestamp::UNIX_EPOCH),
            channel: Some("chat".to_owned()),
            agent: Some("小王".to_owned()),
            promised: Some(jiff::Timestamp::MAX),
            ticket: Some("T-1024".to_owned()),
            ..Note::from("they call back")
        }),
        Event::Attach { name: "screen.png".to_owned(), size: 81_920, sha256: "0".repeat(64) },
        Event::GiveUp,
        Event::Resume,
    ]
}

fn word(event: &Event) -> &'static str {
    match event {
        Event::Start { .. } => "start",
        Event::Words(_) => "words",
        Event::Country(_) => "country",
        Event::Consent { .. } => "consent",
        Event::Answer(..) => "answer",
        Event::Seen(_) => "seen",
        Event::Probe(..) => "probe",
        Event::Back => "back",
        Event::Change(..) => "change",
        Event::Drop(_) => "drop",
        Event::Flow(..) => "flow",
        Event::Lang(_) => "lang",
        Event::Refused(..) => "refused",
        Event::Exposed(_) => "exposed",
        Event::Note(_) => "note",
        Event::Attach { .. } => "attach",
        Event::GiveUp => "give-up",
        Event::Resume => "resume",
    }
}

const EXITS: [Exit; 6] =
    [Exit::Done, Exit::Findings, Exit::Usage, Exit::Unanswered, Exit::Inaccessible, Exit::Signal(15)];

fn meaning(exit: Exit) -> &'static str {
    match exit {
        Exit::Done => "0",
        Exit::Findings => "1",
        Exit::Usage => "2",
        Exit::Unanswered => "3",
        Exit::Inaccessible => "4",
        Exit::Signal(_) => "128 + n",
    }
}

fn commands(command: &clap::Command, path: &str) -> Vec<String> {
    let mut all = Vec::new();
    for arg in command.get_arguments() {
        let name = match arg.get_long() {
            Some(long) => format!("--{long}"),
            None => arg.get_value_names().and_then(<[_]>::first).map(ToString::to_string).unwrap_or_default(),
        };
        all.push(format!("{path} {name}"));
    }
    for child in command.get_subcommands() {
        let path = format!("{path} {}", child.get_name());
        all.push(path.clone());
        all.extend(commands(child, &path));
    }
    all
}

/// Every text of a flow's steps.
fn texts(flow: &Flow) -> impl Iterator<Item = &Text> {
    flow.steps.values().filter_map(|step| match &step.verb {
        Verb::Ask(ask) => Some(&ask.text),
        Verb::Tell(tell) => Some(&tell.text),
        Verb::Do(action) | Verb::Try(action) => Some(&action.text),
        Verb::End(end) => Some(&end.text),
        Verb::Probe(_) | Verb::Branch(_) | Verb::Run(_) | Verb::Go(_) | Verb::Return(_) => None,
    })
}

fn placeholders(text: &Text) -> Vec<String> {
    let form = |piece: &Piece| match piece {
        Piece::Placeholder(Placeholder::Fact(name)) if name.contains('.') => Some("{run.fact}"),
        Piece::Placeholder(Placeholder::Fact(_)) => Some("{fact}"),
        Piece::Placeholder(Placeholder::Rest(_)) => Some("{fact.rest}"),
        Piece::Placeholder(Placeholder::Count(_)) => Some("{fact.count}"),
        Piece::Placeholder(Placeholder::Profile(_)) => Some("{profile.path}"),
        Piece::Placeholder(Placeholder::FollowUp) => Some("{follow-up}"),
        Piece::Literal(literal) if literal.contains('{') => Some("{{"),
        Piece::Literal(_) => None,
    };
    text.zh.pieces.iter().filter_map(form).map(str::to_owned).collect()
}

/// The forms of the conditions of a branch.
fn conditions(verb: &Verb) -> Vec<String> {
    let Verb::Branch(branch) = verb else { return Vec::new() };
    branch.cases.iter().flat_map(|case| forms(&case.when)).map(str::to_owned).collect()
}

fn forms(condition: &Condition) -> Vec<&'static str> {
    let inside = |parts: &[Condition], form| parts.iter().flat_map(forms).chain([form]).collect();
    match condition {
        Condition::Or(parts) => inside(parts, "or"),
        Condition::And(parts) => inside(parts, "and"),
        Condition::Not(part) => forms(part).into_iter().chain(["not"]).collect(),
        Condition::Test(test) => vec![match test {
            Test::Yes(_) => "FACT",
            Test::Known(_) => "is known",
            Test::Is(_, values) if values.len() > 1 => "is one of",
            Test::Is(..) => "is",
            Test::Has(_, values) if values.len() > 1 => "has one of",
            Test::Has(..) => "has",
            Test::HasAtLeast(..) => "has at least",
            Test::Compare(_, Comparison::Less, _) => "<",
            Test::Compare(_, Comparison::AtMost, _) => "<=",
            Test::Compare(_, Comparison::Equal, _) => "=",
            Test::Compare(_, Comparison::More, _) => ">",
            Test::Compare(_, Comparison::AtLeast, _) => ">=",
            Test::Age { older: true, .. } => "older than",
            Test::Age { older: false, .. } => "newer than",
        }],
    }
}
