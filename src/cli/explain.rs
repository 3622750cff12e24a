//! `explain`: what a rule means, or all rules in short.

use super::context::Context;
use super::exit::Exit;
use crate::explain::{list, named, page};
use crate::i18n::Message;
use crate::palette::Palette;

/// Runs `explain`.
pub fn run(context: &Context, rule: Option<&str>) -> Exit {
    let palette = Palette::new(context.color);
    let text = match rule.map(named) {
        None => list(context.lang, context.width, palette),
        Some(Ok(rule)) => page(rule, context.lang, context.width, palette),
        Some(Err(unknown)) => {
            let name = unknown.name.as_str();
            context.complain(&match unknown.nearest {
                Some(nearest) => Message::new("explain-unknown-nearest").with("name", name).with("nearest", nearest),
                None => Message::new("explain-unknown").with("name", name),
            });
            context.say(&Message::new("explain-unknown-list"));
            return Exit::Usage;
        }
    };
    // A page is the program's own, and the names of rules are no phrase.
    context.print_clean(&text).err().unwrap_or(Exit::Done)
}
