//! What a step reads: facts, profile keys, answers given in advance, results of shared flows that run once.

use super::program::Program;
use super::store::{Key, Level};
use crate::flow::condition::{Condition, Operand, Period, Subject, Test};
use crate::flow::step::{Argument, Step, Verb, WaitFor};
use crate::flow::text::{Placeholder, Text};
use crate::i18n::Lang;
use indexmap::IndexMap;

/// Calls `visit` with every key that the step at `place` of a flow reads, and how much of it.
pub(super) fn each(program: &Program<'_>, flow: usize, place: usize, visit: &mut dyn FnMut(Key, Level)) {
    let own = program.flow(flow);
    let step = &own.steps[place];
    each_placeholder(step, &mut |placeholder| {
        if let Some(key) = key_of(program, flow, placeholder) {
            visit(key, Level::Presence);
        }
    });
    match &step.verb {
        Verb::Ask(ask) if ask.input => visit(Key::Input(0, place), Level::Value),
        Verb::Do(action) | Verb::Try(action) => {
            if let Some(condition) = &action.repeats_payment {
                of_condition(program, flow, condition, visit);
            }
        }
        Verb::Branch(branch) => {
            for case in &branch.cases {
                of_condition(program, flow, &case.when, visit);
            }
        }
        Verb::Probe(probe) => of_with(program, flow, &probe.with, Level::Presence, visit),
        Verb::Run(run) => {
            of_with(program, flow, &run.with, Level::Value, visit);
            if let Some(callee) = program.index(&run.flow) {
                for key in &program.live(callee).beyond {
                    visit(*key, Level::Value);
                }
            }
        }
        Verb::Go(go) => of_with(program, flow, &go.with, Level::Presence, visit),
        Verb::Return(_) => {
            for fact in &own.gives {
                visit_some(program.fact(flow, 0, fact), Level::Value, visit);
            }
        }
        Verb::End(end) => {
            if let Some(since) = &end.since {
                visit_some(program.fact(flow, 0, since), Level::Presence, visit);
            }
            if let Some(WaitFor::Profile(path)) = &end.wait {
                visit(program.profile(path), Level::Presence);
            }
        }
        Verb::Ask(_) | Verb::Tell(_) => {}
    }
}

fn visit_some(key: Option<Key>, level: Level, visit: &mut dyn FnMut(Key, Level)) {
    if let Some(key) = key {
        visit(key, level);
    }
}

/// The text that a step shows.
pub(super) fn text(step: &Step) -> Option<&Text> {
    match &step.verb {
        Verb::Ask(ask) => Some(&ask.text),
        Verb::Tell(tell) => Some(&tell.text),
        Verb::Do(action) | Verb::Try(action) => Some(&action.text),
        Verb::Probe(probe) => probe.ask.as_ref(),
        Verb::End(end) => Some(&end.text),
        Verb::Branch(_) | Verb::Run(_) | Verb::Go(_) | Verb::Return(_) => None,
    }
}

/// Calls `visit` with every placeholder of the texts that a step shows, once for each language.
pub(super) fn each_placeholder<'f>(step: &'f Step, visit: &mut dyn FnMut(&'f Placeholder)) {
    let text = text(step);
    let texts: [Option<&'f Text>; 2] = [text, step.hint.as_ref()];
    for text in texts.into_iter().flatten() {
        for lang in Lang::ALL {
            text.template(lang).placeholders().for_each(&mut *visit);
        }
    }
}

/// The key that a placeholder shows.
pub(super) fn key_of<'f>(program: &Program<'f>, flow: usize, placeholder: &'f Placeholder) -> Option<Key> {
    match placeholder {
        Placeholder::Fact(name) | Placeholder::Rest(name) | Placeholder::Count(name) => program.fact(flow, 0, name),
        Placeholder::Profile(path) => Some(program.profile(path)),
        Placeholder::FollowUp => None,
    }
}

fn of_with<'f>(
    program: &Program<'f>,
    flow: usize,
    with: &'f IndexMap<String, Argument>,
    level: Level,
    visit: &mut dyn FnMut(Key, Level),
) {
    for argument in with.values() {
        match argument {
            Argument::Fact(name) => visit_some(program.fact(flow, 0, name), level, visit),
            Argument::Profile(path) => visit(program.profile(path), level),
            Argument::Literal(_) => {}
        }
    }
}

fn of_condition<'f>(program: &Program<'f>, flow: usize, condition: &'f Condition, visit: &mut dyn FnMut(Key, Level)) {
    let mut of_subject = |subject: &'f Subject, level: Level| match subject {
        Subject::Fact(name) => visit_some(program.fact(flow, 0, name), level, visit),
        Subject::Profile(path) => visit(program.profile(path), level),
    };
    match condition {
        Condition::Or(parts) | Condition::And(parts) => {
            for part in parts {
                of_condition(program, flow, part, visit);
            }
        }
        Condition::Not(part) => of_condition(program, flow, part, visit),
        Condition::Test(test) => match test {
            Test::Known(subject) => of_subject(subject, Level::Presence),
            Test::HasAtLeast(subject, _) => of_subject(subject, Level::Count),
            Test::Yes(subject) | Test::Is(subject, _) | Test::Has(subject, _) => of_subject(subject, Level::Value),
            Test::Compare(subject, _, operand) => {
                of_subject(subject, Level::Value);
                if let Operand::Subject(other) = operand {
                    of_subject(other, Level::Value);
                }
            }
            Test::Age { subject, than, .. } => {
                of_subject(subject, Level::Value);
                if let Period::Profile(path) = than {
                    visit(program.profile(path), Level::Presence);
                }
            }
        },
    }
}
