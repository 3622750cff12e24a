//! `explain`: any text is taken for a rule, since people paste what they saw; shells complete the real names.

use crate::diagnostic::Rule;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::Error;
use clap::{Arg, Command};
use std::ffi::OsStr;

pub(super) fn explain(command: Command) -> Command {
    // Help does not list the names: there are too many of them, and `explain` does.
    command.arg(Arg::new("rule").value_name("ID").value_parser(RuleName).hide_possible_values(true))
}

/// Takes any text, and knows the names of all rules where somebody asks for them.
#[derive(Clone)]
struct RuleName;

impl TypedValueParser for RuleName {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Rule::ALL.iter().map(|rule| PossibleValue::new(rule.id()))))
    }
}
