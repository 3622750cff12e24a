//! What the analysis says about a flow is what its sessions do: compared on small flows by dice, all of whose sessions are
//! walked one by one.

pub(crate) mod random;
mod walker;

use crate::harness::cases;
use crate::harness::wander::Dice;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use walker::{Marks, Walker};
use walletfix::diagnostic::{Diagnostic, Rule, Severity};
use walletfix::flow::Flow;
use walletfix::flow::step::Verb;
use walletfix::i18n::Lang;
use walletfix::pack::{Pack, PackFile};
use walletfix::parse::{open_proven, read_pack, read_pack_within};
use walletfix::profile::{Kind, Profile};

/// The rules that follow ways.
const RULES: [Rule; 10] = [
    Rule::UnreachableStep,
    Rule::CannotFinish,
    Rule::NoWayToSupport,
    Rule::FactMaybeUnset,
    Rule::FactMaybeUnknown,
    Rule::CaseNever,
    Rule::CaseAlways,
    Rule::ElseNever,
    Rule::ExportMaybeUnset,
    Rule::RetryBeforeStatus,
];

/// What a finding says, so that it can be compared: rule, step, word.
type Said = BTreeSet<(&'static str, String, String)>;

fn text(files: &[PackFile]) -> String {
    let with_name = |file: &PackFile| format!("# {}\n{}\n", file.path, String::from_utf8_lossy(&file.bytes));
    files.iter().map(with_name).collect::<Vec<_>>().concat()
}

/// The findings about one flow, apart from steps that nobody reaches, which are compared by themselves.
fn said(found: &[Diagnostic], flow: &Flow) -> Said {
    let mut said = Said::new();
    for found in found.iter().filter(|found| found.source.name == flow.source.name && RULES.contains(&found.rule)) {
        let start = found.span.start;
        let step = flow.steps.values().filter(|step| step.span.start <= start).max_by_key(|step| step.span.start);
        let step = step.map_or(String::new(), |step| step.id.clone());
        let word = found.source.text[found.span.start..found.span.end].trim_matches(['"', '{', '}']).to_owned();
        let entry = match found.rule {
            Rule::UnreachableStep | Rule::CannotFinish => continue,
            Rule::FactMaybeUnset | Rule::FactMaybeUnknown => {
                let word = word.trim_end_matches(".rest").trim_end_matches(".count").to_owned();
                (found.rule.id(), step, word)
            }
            Rule::ExportMaybeUnset => (found.rule.id(), String::new(), word),
            Rule::NoWayToSupport | Rule::RetryBeforeStatus if found.message.key.ends_with("-unasked") => continue,
            Rule::NoWayToSupport => (found.rule.id(), String::new(), String::new()),
            Rule::RetryBeforeStatus | Rule::ElseNever => (found.rule.id(), step, String::new()),
            _ => (found.rule.id(), step, word),
        };
        said.insert(entry);
    }
    said
}

/// What should be said, by what the sessions do.
fn due(marks: &Marks, flow: &Flow) -> Said {
    let mut due = Said::new();
    due.extend(marks.misuse.iter().cloned());
    due.extend(marks.retries.iter().map(|step| ("retry-before-status", step.clone(), String::new())));
    due.extend(marks.exports.iter().map(|fact| ("export-maybe-unset", String::new(), fact.clone())));
    if !marks.support && !flow.shared {
        due.insert(("no-way-to-support", String::new(), String::new()));
    }
    for step in flow.steps.values().filter(|step| marks.reached.contains(&step.id)) {
        let Verb::Branch(branch) = &step.verb else { continue };
        let count = branch.cases.len();
        for case in 0..=count {
            let (held, failed) = marks.cases.get(&(step.id.clone(), case)).copied().unwrap_or_default();
            let word = || {
                let span = branch.cases[case].span;
                flow.source.text[span.start..span.end].trim_matches('"').to_owned()
            };
            if case == count && !held {
                due.insert(("else-never", step.id.clone(), String::new()));
            } else if case < count && !held {
                due.insert(("case-never", step.id.clone(), word()));
            } else if case < count && !failed && (case + 1 < count || case == 0) {
                due.insert(("case-always", step.id.clone(), word()));
                break;
            }
        }
    }
    due
}

/// The steps that are named as unreached, and those that only follow them.
fn check_unreached(found: &[Diagnostic], marks: &Marks, flow: &Flow, shown: &str) {
    let unreached: BTreeSet<&str> =
        flow.steps.keys().map(String::as_str).filter(|step| !marks.reached.contains(*step)).collect();
    let named: Vec<&str> = found
        .iter()
        .filter(|found| found.source.name == flow.source.name && found.rule == Rule::UnreachableStep)
        .map(|found| {
            let step = flow.steps.values().find(|step| step.span == found.span).unwrap();
            step.id.as_str()
        })
        .collect();
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    let mut open = named.clone();
    while let Some(step) = open.pop() {
        if covered.insert(step) {
            open.extend(followers(flow, step));
        }
    }
    for step in &named {
        assert!(unreached.contains(step), "{step} of {} is reached\n{shown}", flow.id);
    }
    for step in unreached {
        assert!(covered.contains(step), "{step} of {} is not reached, and nothing says so\n{shown}", flow.id);
    }
}

fn followers<'f>(flow: &'f Flow, step: &str) -> Vec<&'f str> {
    let next = flow.steps[step].followers();
    next.into_iter().map(|next| flow.step(next).id.as_str()).collect()
}

/// Providers that differ in everything that the flows ask about.
fn profiles(asked: bool) -> Vec<Profile> {
    let mut list = vec![Profile::generic()];
    if !asked {
        return list;
    }
    for kind in [None, Some(Kind::Payment), Some(Kind::Exchange), Some(Kind::Hardware)] {
        for single in [None, Some("3 CNY"), Some("5 CNY"), Some("8 CNY"), Some("5 USD")] {
            let mut profile = Profile::generic();
            profile.id = format!("p{}", list.len());
            profile.kind = kind;
            profile.currency = Some("CNY".to_owned());
            if let Some(single) = single {
                let amount = walletfix::flow::value::Value::Amount(single.parse().unwrap());
                profile.values.insert("limits.single".to_owned(), amount);
            }
            list.push(profile);
        }
    }
    list
}

/// What came of one pack.
#[derive(Clone, Copy)]
enum Compared {
    /// So many flows were compared; none where there are too many sessions, or the pack is unsound for another reason.
    Flows(usize),
    /// The analysis itself says that it did not prove everything.
    NotProven,
}

/// Compares one pack.
fn compare(seed: u64) -> Compared {
    let files = random::pack(&mut Dice::new(seed));
    let written = text(&files);
    let (_, found) = read_pack(&files);
    if found.iter().any(|found| found.rule == Rule::AnalysisLimit) {
        return Compared::NotProven;
    }
    let other = found.iter().find(|found| found.severity == Severity::Error && !RULES.contains(&found.rule));
    if let Some(other) = other {
        assert_eq!(other.rule, Rule::CycleWithoutUser, "seed {seed}: {}\n{written}", other.message.text(Lang::En));
        return Compared::Flows(0);
    }
    let pack: Pack = open_proven(files);
    let profiles = profiles(written.contains("profile."));
    let profiles: Vec<&Profile> = profiles.iter().collect();
    let times = written.contains(" than ");
    let mut marks: BTreeMap<&str, Marks> = BTreeMap::new();
    for flow in pack.flows.values() {
        let Some(of_flow) = Walker::walk(&pack, &profiles, &flow.id, times) else {
            return Compared::Flows(0);
        };
        marks.insert(&flow.id, of_flow);
    }
    let mut trap = false;
    for (id, marks) in &marks {
        let flow = &pack.flows[*id];
        let shown = format!("seed {seed}, {id}\n{written}");
        let (said, due) = (said(&found, flow), due(marks, flow));
        let missed: Vec<_> = due.difference(&said).collect();
        let wrong: Vec<_> = said.difference(&due).collect();
        assert!(missed.is_empty() && wrong.is_empty(), "missed {missed:?}\nwrong {wrong:?}\n{shown}");
        check_unreached(&found, marks, flow, &shown);
        trap |= marks.trap;
    }
    let told = found.iter().any(|found| found.rule == Rule::CannotFinish);
    assert_eq!(trap, told, "nobody gets out: seed {seed}\n{written}");
    Compared::Flows(marks.len())
}

#[test]
fn findings_are_what_sessions_do() {
    let count = u64::from(cases(300));
    let first = std::env::var("WALLETFIX_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let (mut compared, mut not_proven) = (0, 0);
    for seed in first..first + count {
        match compare(seed) {
            Compared::Flows(flows) => compared += flows,
            Compared::NotProven => not_proven += 1,
        }
    }
    assert!(compared * 2 > usize::try_from(count).unwrap(), "only {compared} flows of {count} packs were small enough");
    println!("{compared} flows of {count} packs, {not_proven} packs not proven");
    assert!(not_proven * 200 <= count, "{not_proven} of {count} packs are not proven");
}

/// Runs every example of a pack as a test. How many findings on a way there are, and how many have an example.
fn replay(files: &[PackFile], shown: &str) -> (usize, usize) {
    let (_, found) = read_pack(files);
    if found.iter().any(|found| found.severity == Severity::Error && !RULES.contains(&found.rule)) {
        return (0, 0);
    }
    let on_a_way = [
        Rule::FactMaybeUnset,
        Rule::FactMaybeUnknown,
        Rule::ExportMaybeUnset,
        Rule::RetryBeforeStatus,
        Rule::CannotFinish,
    ];
    let found: Vec<&Diagnostic> = found
        .iter()
        .filter(|found| on_a_way.contains(&found.rule) && !found.message.key.ends_with("-unasked"))
        .collect();
    let mut count = 0;
    for finding in &found {
        let Some(example) = &finding.example else { continue };
        count += 1;
        let flow = finding.source.name.rsplit_once("flows/").map_or(finding.source.name.as_str(), |(_, path)| path);
        let flow = flow.trim_end_matches(".toml");
        let shown = format!("{} {:?}\n{example}\n{shown}", finding.rule.id(), finding.message);
        let text = format!("format = 1\nflow = \"{flow}\"\n\n{example}");
        let path = format!("tests/{flow}.toml");
        let mut files = files.to_vec();
        files.push(PackFile { path: path.clone(), name: path.clone(), bytes: Cow::Owned(text.into_bytes()) });
        let (pack, diagnostics) = read_pack_within(&files, 0);
        let wrong = diagnostics.iter().find(|found| found.source.name == path);
        assert!(wrong.is_none(), "{:?}\n{shown}", wrong.map(|found| found.message.text(Lang::En)));
        let script = &pack.tests[flow];
        // Other findings may make the flow unsound; the example is tried all the same.
        let pack = open_proven(files);
        let verdict = &walletfix::flowtest::run(&pack, script)[0];
        let reasons: Vec<&str> = verdict.reasons.iter().map(|reason| reason.message.key.as_str()).collect();
        let written = &script.tests[0];
        let profile = &pack.profiles[written.setting.profile.as_deref().unwrap_or("generic")];
        let (marks, stuck) = Walker::replay(&pack, profile, flow, written);
        if finding.rule == Rule::CannotFinish {
            let ends = ["test-missing-answer", "test-missing-probe", "test-circle"];
            assert!(!reasons.is_empty() && reasons.iter().all(|reason| ends.contains(reason)), "{reasons:?}\n{shown}");
            assert!(stuck.is_none_or(|finishes| !finishes), "{shown}");
        } else {
            assert!(reasons.is_empty(), "{reasons:?}\n{shown}");
            let due = due(&marks, &pack.flows[flow]);
            let said = said(&[(*finding).clone()], &pack.flows[flow]);
            assert!(said.is_subset(&due) && !said.is_empty(), "{said:?} is not among {due:?}\n{shown}");
        }
    }
    (found.len(), count)
}

#[test]
fn examples_do_what_the_finding_says() {
    let count = u64::from(cases(200));
    let first = std::env::var("WALLETFIX_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let (mut found, mut shown) = (0, 0);
    for seed in first..first + count {
        let files = random::pack(&mut Dice::new(seed));
        let (of_pack, with_example) = replay(&files, &format!("seed {seed}\n{}", text(&files)));
        found += of_pack;
        shown += with_example;
    }
    println!("{shown} examples of {found} findings");
    assert!(shown * 10 > found * 8, "only {shown} of {found} findings have an example");
}

#[test]
fn a_flow_with_too_many_ways_is_said_not_to_be_proven() {
    let files = walletfix::library::embedded(false);
    let (pack, found) = read_pack_within(&files, 5);
    let limit: Vec<_> = found.iter().filter(|found| found.rule == Rule::AnalysisLimit).collect();
    assert!(!limit.is_empty());
    assert!(found.iter().all(|found| !RULES.contains(&found.rule)), "what is not proven is not accused");
    assert!(pack.unsound.is_empty());
}
