//! What rules ask about a step: where it leads, which texts it has, which facts it reads.

use crate::flow::draft::{
    Draft, DraftArgument, DraftCondition, DraftGiven, DraftNext, DraftStep, DraftText, DraftVerb,
};
use crate::flow::text::Placeholder;
use crate::i18n::Lang;
use crate::source::Span;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// One line: titles, labels.
    Label,
    /// One line that the person says.
    Option,
    /// A screen or a part of one.
    Screen,
}

/// Calls `visit` with every step that `step` names as its next.
pub(super) fn each_target<'d>(step: &'d DraftStep, visit: &mut dyn FnMut(&'d str)) {
    let mut of_next = |next: &'d DraftNext| {
        for target in next.by_answer.iter().map(|(_, target)| target).chain(&next.otherwise) {
            visit(&target.name);
        }
    };
    match &step.verb {
        DraftVerb::Ask(ask) => {
            of_next(&ask.next);
            for target in ask.options.iter().filter_map(|option| option.next.as_ref()) {
                visit(&target.name);
            }
        }
        DraftVerb::Do(action) | DraftVerb::Try(action) => of_next(&action.next),
        DraftVerb::Probe(probe) => of_next(&probe.next),
        DraftVerb::Run(call) => of_next(&call.next),
        DraftVerb::Tell { next, .. } => next.iter().for_each(|target| visit(&target.name)),
        DraftVerb::Branch { cases, otherwise } => {
            cases.iter().filter_map(|case| case.next.as_ref()).chain(otherwise).for_each(|target| visit(&target.name));
        }
        DraftVerb::Missing | DraftVerb::Go(_) | DraftVerb::Return { .. } | DraftVerb::End(_) => {}
    }
}

/// Calls `visit` with every text of the flow, its role, and the place to point at for it as a whole.
pub(super) fn each_text<'d>(draft: &'d Draft, visit: &mut dyn FnMut(Role, &'d DraftText)) {
    for label in [&draft.title, &draft.about].into_iter().flatten() {
        visit(Role::Label, label);
    }
    for step in draft.steps.values() {
        each_text_of(step, visit);
    }
}

/// Calls `visit` with every text of one step and its role.
pub(super) fn each_text_of<'d>(step: &'d DraftStep, visit: &mut dyn FnMut(Role, &'d DraftText)) {
    if let Some(label) = &step.label {
        visit(Role::Label, label);
    }
    if let Some(hint) = &step.hint {
        visit(Role::Screen, hint);
    }
    match &step.verb {
        DraftVerb::Ask(ask) => {
            ask.text.iter().for_each(|text| visit(Role::Screen, text));
            ask.options.iter().for_each(|option| visit(Role::Option, &option.label));
        }
        DraftVerb::Tell { text, .. } => text.iter().for_each(|text| visit(Role::Screen, text)),
        DraftVerb::Do(action) | DraftVerb::Try(action) => {
            action.text.iter().for_each(|text| visit(Role::Screen, text));
        }
        DraftVerb::Probe(probe) => probe.ask.iter().for_each(|text| visit(Role::Screen, text)),
        DraftVerb::Return { text, .. } => text.iter().for_each(|text| visit(Role::Label, text)),
        DraftVerb::End(end) => end.text.iter().for_each(|text| visit(Role::Screen, text)),
        DraftVerb::Missing | DraftVerb::Branch { .. } | DraftVerb::Run(_) | DraftVerb::Go(_) => {}
    }
}

/// Calls `visit` with every name that something in the flow reads; names of conditions may be other words too.
pub(super) fn each_read<'d>(draft: &'d Draft, visit: &mut dyn FnMut(&'d str)) {
    draft.gives.iter().for_each(|fact| visit(&fact.name));
    each_text(draft, &mut |_, text| {
        for lang in Lang::ALL {
            for placeholder in text.text.template(lang).placeholders() {
                if let Placeholder::Fact(name) = placeholder {
                    visit(name.split('.').next().unwrap_or_default());
                }
            }
        }
    });
    let of_condition = |condition: &'d DraftCondition, visit: &mut dyn FnMut(&'d str)| {
        let words = condition.text.split(|character: char| !character.is_ascii_alphanumeric() && character != '-');
        words.for_each(visit);
    };
    let of_with = |with: &'d [DraftArgument], visit: &mut dyn FnMut(&'d str)| {
        for argument in with {
            if let DraftGiven::Fact(name) = &argument.given {
                visit(name.name.split('.').next().unwrap_or_default());
            }
        }
    };
    for step in draft.steps.values() {
        match &step.verb {
            DraftVerb::Branch { cases, .. } => {
                cases.iter().filter_map(|case| case.when.as_ref()).for_each(|when| of_condition(when, visit));
            }
            DraftVerb::Do(action) | DraftVerb::Try(action) => {
                action.repeats_payment.iter().for_each(|condition| of_condition(condition, visit));
            }
            DraftVerb::Probe(probe) => of_with(&probe.with, visit),
            DraftVerb::Run(call) | DraftVerb::Go(call) => of_with(&call.with, visit),
            DraftVerb::End(end) => end.since.iter().for_each(|fact| visit(&fact.name)),
            _ => {}
        }
    }
}

/// The place of a text in `lang`.
pub(super) fn place(text: &DraftText, lang: Lang) -> Span {
    text.text.template(lang).span
}
