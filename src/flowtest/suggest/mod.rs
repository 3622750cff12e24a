//! Tests that reach what no test reaches: as few as a greedy search finds.
//!
//! Walks are found by trying answers on real sessions and written as an author would write them. What is written is read
//! again as a test file and run like any other test; only what passes, and takes the ways it was written for, is suggested.

mod compose;
mod explore;
mod live;
mod marks;
mod plan;
mod samples;
mod toward;
mod wander;

pub use toward::toward;

use super::coverage::{Atlas, Covered, Way};
use super::verdict;
use super::world::World;
use crate::answer::{self, Context, Question};
use crate::flow::value::Value;
use crate::pack::{Pack, PackFile};
use crate::parse::beside::read_tests;
use crate::script::{Expect, FlowTest, Script, Setting};
use crate::session::Session;
use crate::source::{Source, Span};
use compose::tell;
use explore::{Graph, Guide};
use indexmap::IndexMap;
use live::Live;
use marks::Marks;
use plan::{Route, richest, through};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A test that could be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The flow it tests.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// What it is the first to reach.
    pub reaches: Vec<String>,
    /// The test as its file would hold it.
    pub text: String,
}

/// Suggested tests, and what none was found for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// In the order of the pack's flows.
    pub tests: Vec<Suggestion>,
    /// Names of the ways that no walk was found through.
    pub unreached: Vec<String>,
    /// Whether the search was cut short, so that there may be more.
    pub cut: bool,
}

/// The fewest tests, as far as a greedy search finds them, that reach what `covered` lacks of `flows`.
pub fn suggest(pack: &Pack, atlas: &Atlas<'_>, covered: &Covered, flows: &[&str]) -> Suggestions {
    let is_wanted = |way: &usize| !covered.has(*way) && !atlas.is_foreign(*way);
    let wanted: BTreeSet<usize> = flows.iter().flat_map(|flow| atlas.of_flow(flow)).filter(is_wanted).collect();
    let mut search = Search { pack, atlas, wanted, grounds: Vec::new(), found: Vec::new(), tried: 0, cut: false };
    let live = Live::new(pack);
    for flow in flows {
        search.look_around(flow, &live);
    }
    search.choose();
    search.reach_rest();
    let order = |one: &Suggestion| flows.iter().position(|flow| *flow == one.flow);
    search.found.sort_by_key(order);
    let unreached = search.wanted.iter().filter_map(|way| atlas.way(*way)).map(Way::name).collect();
    Suggestions { tests: search.found, unreached, cut: search.cut }
}

/// Walks that begin in one flow, with one provider.
struct Ground<'p> {
    flow: &'p str,
    /// The test file with a test in it that says no more than which provider.
    script: Script,
    /// The provider, where it is not the file's own.
    profile: Option<&'p str>,
    session: Session<'p>,
    graph: Graph,
    /// The wanted ways that its walks can take. Those of other main flows are left to the tests of these.
    takes: BTreeSet<usize>,
    /// Its richest walk, as long as nothing was found that takes a way of it.
    richest: Option<Route>,
}

struct Search<'s, 'p> {
    pack: &'p Pack,
    atlas: &'s Atlas<'p>,
    /// The ways that nothing takes yet.
    wanted: BTreeSet<usize>,
    grounds: Vec<Ground<'p>>,
    found: Vec<Suggestion>,
    /// How many replies the tests had that were tried.
    tried: usize,
    cut: bool,
}

impl<'p> Search<'_, 'p> {
    /// Explores a flow that has something wanted in it: with its file's provider, then with others while that brings more.
    fn look_around(&mut self, flow: &str, live: &Live<'p>) {
        let Some((id, _)) = self.pack.flows.get_key_value(flow) else { return };
        let mut missing: BTreeSet<usize> = self.atlas.of_flow(flow).filter(|way| self.wanted.contains(way)).collect();
        let script = self.pack.tests.get(flow).cloned().unwrap_or_else(|| empty(flow));
        let own = script.setting.profile.clone().unwrap_or_else(|| self.pack.generic.id.clone());
        let others = self.pack.profiles.keys().filter(|profile| **profile != own);
        let profiles = [None].into_iter().chain(others.map(|profile| Some(profile.as_str())));
        for profile in profiles {
            if missing.is_empty() {
                return;
            }
            let Some((world, session)) = self.begin(id, &script, profile) else { continue };
            let mut marks = Marks::new(self.pack, world.profile);
            let given_values = script.answers.values().chain(script.setting.probes.values());
            given_values.for_each(|value| marks.add_given(&value.given));
            let preferred =
                |path: &str, question: &Question, session: &Session<'_>| given(&script, path, question, session);
            let guide = Guide { atlas: self.atlas, live, marks: &marks, preferred: &preferred };
            let whole =
                live.knows_all(self.pack).then(|| guide.explore(session.clone())).filter(|graph| graph.complete);
            let graph = whole.unwrap_or_else(|| guide.wander(&session));
            self.cut |= !graph.complete;
            let takes: BTreeSet<usize> = graph.ways().filter(|way| self.is_of(id, *way)).collect();
            let before = missing.len();
            missing.retain(|way| !takes.contains(way));
            if missing.len() < before {
                let script = script.clone();
                self.grounds.push(Ground { flow: id, script, profile, session, graph, takes, richest: None });
            }
        }
    }

    /// Whether a way is wanted and belongs to a flow or to a shared one.
    fn is_of(&self, flow: &str, way: usize) -> bool {
        let owner = self.atlas.way(way).map(|way| way.flow);
        self.wanted.contains(&way) && owner.is_some_and(|owner| owner.id == flow || owner.shared)
    }

    fn begin(&self, flow: &str, script: &Script, profile: Option<&str>) -> Option<(World<'p>, Session<'p>)> {
        let world = World::of_test(self.pack, script, &bare_test(profile)).ok()?;
        let (session, _) = world.session(self.pack, &world.beginning(flow))?;
        Some((world, session))
    }

    /// Takes the richest walk of all again and again.
    fn choose(&mut self) {
        let mut hopeless = BTreeSet::new();
        while !self.is_spent() {
            for ground in &mut self.grounds {
                let wanted = || ground.takes.iter().filter(|way| self.wanted.contains(way) && !hopeless.contains(*way));
                ground.richest.get_or_insert_with(|| richest(&ground.graph, &wanted().copied().collect()));
            }
            let routes = self.grounds.iter().enumerate();
            let routes = routes.filter_map(|(at, ground)| Some((at, ground.richest.as_ref()?)));
            let routes = routes.filter(|(_, route)| !route.ways.is_empty());
            // Of several the first: `max_by_key` would take the last.
            let best = routes.rev().max_by_key(|(_, route)| (route.ways.len(), usize::MAX - route.replies.len()));
            let Some((at, route)) = best.map(|(at, route)| (at, route.clone())) else { return };
            if !self.try_route(at, &route) {
                self.forget(&route.ways);
                hopeless.extend(route.ways);
            }
        }
    }

    /// Whether enough has been tried; what is left is then named, with a word on why.
    fn is_spent(&mut self) -> bool {
        let spent = self.tried > REPLIES;
        self.cut |= spent;
        spent
    }

    /// Walks that were the richest because of these ways may be so no more.
    fn forget(&mut self, ways: &BTreeSet<usize>) {
        for ground in &mut self.grounds {
            let rests = ground.richest.iter().all(|route| route.ways.is_disjoint(ways));
            ground.richest = ground.richest.take().filter(|_| rests);
        }
    }

    /// Looks for a walk through each way that the richest walks left out.
    fn reach_rest(&mut self) {
        for way in self.wanted.clone() {
            if !self.wanted.contains(&way) || self.is_spent() {
                continue;
            }
            let grounds = self.grounds.iter().enumerate().filter(|(_, ground)| ground.takes.contains(&way));
            let routes: Vec<(usize, Route)> = grounds
                .flat_map(|(at, ground)| {
                    through(&ground.graph, way).into_iter().take(TRIES).map(move |route| (at, route))
                })
                .collect();
            let _ = routes.iter().any(|(at, route)| self.try_route(*at, route));
        }
    }

    /// Writes a walk as a test and runs it; `true`: it passes and takes a way that was wanted.
    fn try_route(&mut self, ground: usize, route: &Route) -> bool {
        self.tried += route.replies.len();
        let ground = &self.grounds[ground];
        let given =
            |path: &str, question: &Question, session: &Session<'_>| given(&ground.script, path, question, session);
        let Some(told) = tell(ground.session.clone(), &route.replies, &given) else { return false };
        let ways: Vec<&Way<'_>> = route.ways.iter().filter_map(|way| self.atlas.way(*way)).collect();
        let name = self.own_name(ground, &compose::name(&ways, &told));
        let text = compose::text(&name, ground.profile, &told, ground.session.zone());
        let Some(reached) = self.judge(ground, &text) else { return false };
        let reached: BTreeSet<usize> = reached.into_iter().filter(|way| self.wanted.contains(way)).collect();
        if reached.is_empty() {
            return false;
        }
        let names = reached.iter().filter_map(|way| self.atlas.way(*way)).map(Way::name).collect();
        self.found.push(Suggestion { flow: ground.flow.to_owned(), name, reaches: names, text });
        self.wanted.retain(|way| !reached.contains(way));
        self.forget(&reached);
        true
    }

    /// Reads the test and runs it as one of its file; the ways it takes if it passes.
    fn judge(&self, ground: &Ground<'p>, text: &str) -> Option<BTreeSet<usize>> {
        let alone = read(ground.flow, appended("", ground.flow, text))?;
        let verdict = verdict(self.pack, &ground.script, alone.tests.last()?);
        let taken = verdict.passages.iter().filter_map(|passage| self.atlas.taken(passage));
        verdict.passed().then(|| taken.collect())
    }

    /// The name with a number behind it where another test has it.
    fn own_name(&self, ground: &Ground<'p>, name: &str) -> String {
        let suggested = self.found.iter().filter(|one| one.flow == ground.flow).map(|one| one.name.as_str());
        let taken: Vec<&str> = ground.script.tests.iter().map(|test| test.name.as_str()).chain(suggested).collect();
        if !taken.contains(&name) {
            return name.to_owned();
        }
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        numbered.into_iter().find(|name| !taken.contains(&name.as_str())).unwrap_or_default()
    }
}

/// How many walks through one way are tried.
const TRIES: usize = 5;

/// How many replies the tests that are tried have at most, all together: each is walked once more to see that it passes.
const REPLIES: usize = 20_000;

/// What the file gives for a path, read as an answer to `question`.
fn given(script: &Script, path: &str, question: &Question, session: &Session<'_>) -> Option<Value> {
    let of_one_visit = |key: &String| key.split_once('#').is_some_and(|(steps, _)| steps == path);
    if script.answers.keys().chain(script.setting.probes.keys()).any(of_one_visit) {
        return None;
    }
    let given = script.answers.get(path).or_else(|| script.setting.probes.get(path))?;
    let context = Context { lang: session.lang(), zone: session.zone().clone(), now: session.clock() };
    answer::given(question, &given.given, &context).ok()
}

/// A test that says no more than which provider.
fn bare_test(profile: Option<&str>) -> FlowTest {
    FlowTest {
        name: String::new(),
        span: Span::default(),
        setting: Setting { profile: profile.map(str::to_owned), ..Setting::default() },
        answers: IndexMap::new(),
        events: None,
        expect: Expect::default(),
    }
}

/// The test file of a flow that has none.
fn empty(flow: &str) -> Script {
    Script {
        source: Source::new(format!("tests/{flow}.toml"), ""),
        flow: flow.to_owned(),
        flow_span: Span::default(),
        setting: Setting::default(),
        answers: IndexMap::new(),
        tests: Vec::new(),
    }
}

/// A test file with tests added at its end: what stands in it stays as it is, byte for byte.
pub fn appended(text: &str, flow: &str, tests: &str) -> String {
    let mut whole = if text.is_empty() { format!("format = 1\nflow = \"{flow}\"\n") } else { text.to_owned() };
    if !whole.ends_with('\n') {
        whole.push('\n');
    }
    whole.push('\n');
    whole.push_str(tests);
    if text.contains("\r\n") {
        whole[..text.len()].to_owned() + &whole[text.len()..].replace('\n', "\r\n")
    } else {
        whole
    }
}

/// The tests of a flow, read from the text of their file; `None`: it has mistakes.
pub fn read(flow: &str, text: String) -> Option<Script> {
    let name = format!("tests/{flow}.toml");
    let file = PackFile { path: name.clone(), name, bytes: Cow::Owned(text.into_bytes()) };
    read_tests(flow, &file).0
}

#[cfg(test)]
mod tests {
    use super::appended;

    #[test]
    fn what_stands_in_a_file_stays() {
        assert_eq!(appended("", "a", "T\n"), "format = 1\nflow = \"a\"\n\nT\n");
        assert_eq!(appended("x = 1 # why", "a", "T\n"), "x = 1 # why\n\nT\n");
        assert_eq!(appended("x = 1\r\n", "a", "T\nU\n"), "x = 1\r\n\r\nT\r\nU\r\n");
    }
}
