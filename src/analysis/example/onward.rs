//! One step of an example: like the search, but with every flow that is being walked, and nothing forgotten.

use super::super::call::set_result;
use super::super::cell::Cell;
use super::super::program::Program;
use super::super::step::{Fault, Listener, Scene};
use super::super::store::{Done, Key, Store};
use super::{Passed, Waypoint};
use crate::flow::step::{ProbeStep, Verb};
use std::rc::Rc;

/// A flow that is being walked.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    flow: usize,
    /// Tells its facts from those of other calls.
    call: usize,
    pub(super) step: usize,
    prefix: Rc<str>,
}

/// Where somebody stands, with everything that is known there.
#[derive(Debug, Clone)]
pub(super) struct Stand {
    pub(super) frames: Vec<Frame>,
    pub(super) store: Store,
    calls: usize,
    answers: usize,
    /// How often each path was reached.
    reached: Vec<(Rc<str>, usize)>,
    /// Main flows and the paths under which they were entered.
    entered: Vec<(usize, Rc<str>)>,
}

/// Whether the walk is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    Yes,
    No,
}

struct Deaf;

impl<'f> Listener<'f> for Deaf {
    fn fault(&mut self, _fault: Fault<'f>, _store: &Store) {}
    fn case(&mut self, _step: usize, _case: usize, _holds: bool) {}
}

impl Stand {
    /// The beginning of a flow.
    pub(super) fn start(program: &Program<'_>, flow: usize) -> Self {
        let mut stand = Self {
            frames: Vec::new(),
            store: Store::default(),
            calls: 0,
            answers: 0,
            reached: Vec::new(),
            entered: vec![(flow, Rc::from(""))],
        };
        stand.push(program, flow, Rc::from(""));
        stand
    }

    fn push(&mut self, program: &Program<'_>, flow: usize, prefix: Rc<str>) {
        self.calls += 1;
        let step = program.flow(flow).start.0;
        self.frames.push(Frame { flow, call: self.calls, step, prefix });
        self.arrive(program);
    }

    /// The path of the step.
    pub(super) fn path(&self, program: &Program<'_>) -> String {
        self.frames.last().map_or_else(String::new, |frame| {
            format!("{}{}", frame.prefix, program.flow(frame.flow).steps[frame.step].id)
        })
    }

    fn arrive(&mut self, program: &Program<'_>) {
        let path = self.path(program);
        match self.reached.iter_mut().find(|(known, _)| **known == *path) {
            Some((_, times)) => *times += 1,
            None => self.reached.push((Rc::from(path), 1)),
        }
    }

    fn go_to(&mut self, program: &Program<'_>, step: usize) {
        if let Some(frame) = self.frames.last_mut() {
            frame.step = step;
        }
        self.arrive(program);
    }

    pub(super) fn waypoint(&self) -> Option<Waypoint> {
        let depth = self.frames.len();
        self.frames.last().map(|frame| Waypoint { flow: frame.flow, step: frame.step, depth })
    }

    /// How often the step that was reached most often was.
    pub(super) fn rounds(&self) -> usize {
        self.reached.iter().map(|(_, times)| *times).max().unwrap_or(0)
    }

    /// The flow and the step, and the call that tells its facts from others.
    pub(super) fn top(&self) -> Option<(usize, usize, usize)> {
        self.frames.last().map(|frame| (frame.flow, frame.step, frame.call))
    }
}

/// What is known where a fault shows, each way by itself.
pub(super) fn stores_with<'f>(program: &Program<'f>, stand: &Stand, fault: Fault<'f>) -> Vec<Store> {
    struct Ear<'f> {
        wanted: Fault<'f>,
        stores: Vec<Store>,
    }
    impl<'f> Listener<'f> for Ear<'f> {
        fn fault(&mut self, fault: Fault<'f>, store: &Store) {
            if fault == self.wanted {
                self.stores.push(store.clone());
            }
        }
        fn case(&mut self, _step: usize, _case: usize, _holds: bool) {}
    }
    let Some((flow, step, call)) = stand.top() else { return Vec::new() };
    let mut ear = Ear { wanted: fault, stores: Vec::new() };
    let mut scene = Scene { program, flow, call, live: None, listener: &mut ear };
    match &program.flow(flow).steps[step].verb {
        Verb::Run(run) => {
            if let Some(callee) = program.index(&run.flow) {
                scene.calls(step, run, callee, &stand.store);
            }
        }
        Verb::Return(_) => scene.hand_over(step, &stand.store),
        _ => {
            scene.follow(step, &stand.store);
        }
    }
    ear.stores
}

/// Where somebody can stand next, and what was passed on the way there.
pub(super) fn onward(program: &Program<'_>, stand: &Stand) -> (Vec<(Stand, Option<Passed>)>, Over) {
    let Some((flow, step, call)) = stand.top() else { return (Vec::new(), Over::Yes) };
    let own = program.flow(flow);
    let mut deaf = Deaf;
    let mut scene = Scene { program, flow, call, live: None, listener: &mut deaf };
    match &own.steps[step].verb {
        Verb::Run(run) => {
            let Some(callee) = program.index(&run.flow) else { return (Vec::new(), Over::No) };
            let calls = scene.calls(step, run, callee, &stand.store);
            let next = calls.into_iter().map(|made| {
                let mut next = stand.clone();
                next.store = made.store;
                if let Some(done) = made.again {
                    let done = next.store.done[done].clone();
                    come_back(program, &mut next, &done);
                } else {
                    let prefix = Rc::from(format!("{}.", stand.path(program)));
                    next.push(program, callee, prefix);
                    for (step, cell) in made.inputs {
                        next.store.name(Key::Input(next.calls, step), cell);
                    }
                }
                (next, None)
            });
            (next.collect(), Over::No)
        }
        Verb::Return(_) if stand.frames.len() == 1 => (Vec::new(), Over::Yes),
        Verb::Return(_) => {
            let mut next = stand.clone();
            let mut gives = Vec::new();
            for name in &own.gives {
                let known = program.fact(flow, call, name).and_then(|key| next.store.cell(key));
                gives.push(known.unwrap_or_else(|| next.store.add(Cell::unknown())));
            }
            let inputs = next.store.slots.iter().filter_map(|(key, cell)| match key {
                Key::Input(of, step) if *of == call => Some((*step, *cell)),
                _ => None,
            });
            let done = Done { flow, inputs: inputs.collect(), returned: step, gives, lent: None };
            if own.once {
                next.store.done.push(done.clone());
            }
            next.frames.pop();
            come_back(program, &mut next, &done);
            (vec![(next, None)], Over::No)
        }
        Verb::End(_) => (Vec::new(), Over::Yes),
        Verb::Go(go) => (leave(program, stand, &go.flow), Over::No),
        verb => {
            let given = stand.store.cell(Key::Input(call, step)).is_some();
            let asks = match verb {
                Verb::Ask(ask) => !(ask.input && given),
                Verb::Tell(_) | Verb::Do(_) | Verb::Try(_) | Verb::Probe(_) => true,
                _ => false,
            };
            let ways = scene.follow(step, &stand.store);
            let next = ways.into_iter().map(|way| {
                let mut next = stand.clone();
                next.store = way.store;
                let passed = asks.then(|| pass(program, stand, &mut next, verb));
                next.go_to(program, way.to);
                (next, passed)
            });
            (next.collect(), Over::No)
        }
    }
}

/// Notes what was answered, so that no later visit can overwrite it.
fn pass(program: &Program<'_>, stand: &Stand, next: &mut Stand, verb: &Verb) -> Passed {
    let (flow, step, call) = stand.top().unwrap_or_default();
    let path = stand.path(program);
    let visit = stand.reached.iter().find(|(known, _)| **known == *path).map_or(1, |(_, times)| *times);
    let answer = next.store.cell(Key::Fact(call, step)).filter(|_| !matches!(verb, Verb::Tell(_))).map(|cell| {
        next.answers += 1;
        let key = Key::Answer(next.answers);
        next.store.name(key, cell);
        key
    });
    let lacks_input = matches!(verb, Verb::Probe(probe) if lacks(program, flow, call, probe, &next.store));
    Passed { path, visit, flow, step, answer, lacks_input, asked: false }
}

fn lacks(program: &Program<'_>, flow: usize, call: usize, probe: &ProbeStep, store: &Store) -> bool {
    use crate::flow::step::Argument;
    let needed = |name: &str| probe.probe.inputs().iter().any(|input| input.needed && input.name == name);
    let missing = |argument: &Argument| {
        let key = match argument {
            Argument::Literal(value) => return !value.is_known(),
            Argument::Fact(name) => program.fact(flow, call, name),
            Argument::Profile(path) => store.slots.iter().map(|(key, _)| *key).find(|key| match key {
                Key::Profile(word) => program.text(*word) == path,
                _ => false,
            }),
        };
        key.and_then(|key| store.cell(key)).is_none_or(|cell| store.cells[cell].known.is_none())
    };
    probe.with.iter().any(|(name, argument)| needed(name) && missing(argument))
}

fn come_back(program: &Program<'_>, stand: &mut Stand, done: &Done) {
    let Some((flow, step, call)) = stand.top() else { return };
    let (Verb::Run(run), Verb::Return(ret)) =
        (&program.flow(flow).steps[step].verb, &program.flow(done.flow).steps[done.returned].verb)
    else {
        return;
    };
    set_result(program, call, step, done, &mut stand.store);
    if let Some(to) = run.next.target(&ret.value) {
        stand.go_to(program, to.0);
    }
}

/// Into another main flow, which is asked everything anew.
fn leave(program: &Program<'_>, stand: &Stand, flow: &str) -> Vec<(Stand, Option<Passed>)> {
    // What is handed on would answer questions there; another way to an end is found more easily.
    let Some((from, step, _)) = stand.top() else { return Vec::new() };
    let hands_on = matches!(&program.flow(from).steps[step].verb, Verb::Go(go) if !go.with.is_empty());
    let Some(target) = program.index(flow).filter(|_| !hands_on) else { return Vec::new() };
    let mut next = stand.clone();
    let known = next.entered.iter().find(|(other, _)| *other == target).map(|(_, prefix)| Rc::clone(prefix));
    let prefix = known.unwrap_or_else(|| {
        let prefix: Rc<str> = Rc::from(format!("{}.", stand.path(program)));
        next.entered.push((target, Rc::clone(&prefix)));
        prefix
    });
    next.frames.clear();
    next.push(program, target, prefix);
    vec![(next, None)]
}
