//! Placeholders: each must name a fact or a profile key.

use super::{Lookup, Scope, facts};
use crate::diagnostic::Rule;
use crate::flow::draft::{DraftText, Named};
use crate::flow::fact::FactType;
use crate::flow::text::{Piece, Placeholder, Text};
use crate::i18n::{Lang, Message};
use crate::parse::profile_keys;
use std::sync::Arc;

/// Checks the placeholders of a text. `{follow-up}` may stand where `waits` is true.
pub(super) fn check(draft: &DraftText, waits: bool, scope: &Scope<'_>) -> Option<Text> {
    let mut text = draft.text.clone();
    let mut sound = true;
    for hole in &draft.holes {
        let template = match hole.lang {
            Lang::Zh => &mut text.zh,
            Lang::En => &mut text.en,
        };
        let Some(Piece::Placeholder(placeholder)) = template.pieces.get(hole.piece) else { continue };
        match placeholder {
            Placeholder::FollowUp if !waits => {
                let message = Message::new("placeholder-unknown-follow-up");
                scope.findings.report(Rule::PlaceholderUnknown, hole.span, message);
                sound = false;
            }
            Placeholder::Profile(path) if profile_keys::type_of(path).is_none() => {
                super::argument::unknown_profile_key(path, hole.span, scope);
                sound = false;
            }
            Placeholder::Fact(name) => match of_choices(name, scope) {
                Some(better) => Arc::make_mut(&mut template.pieces)[hole.piece] = Piece::Placeholder(better),
                None => {
                    let name = Named { name: name.clone(), span: hole.span };
                    sound &= facts::expect_as(&name, Rule::PlaceholderUnknown, scope).is_some();
                }
            },
            _ => {}
        }
    }
    sound.then_some(text)
}

/// `{habits.rest}` and `{habits.count}` of a fact with several ticks.
fn of_choices(name: &str, scope: &Scope<'_>) -> Option<Placeholder> {
    let (fact, what) = name.split_once('.')?;
    match (scope.world.fact(scope.draft, fact), what) {
        (Lookup::Fact(FactType::Choices(_)), "rest") => Some(Placeholder::Rest(fact.to_owned())),
        (Lookup::Fact(FactType::Choices(_)), "count") => Some(Placeholder::Count(fact.to_owned())),
        _ => None,
    }
}
