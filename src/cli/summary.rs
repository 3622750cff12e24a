//! `summary`: renders the summary of a session again.

use super::args::walk::SummaryArgs;
use super::context::Context;
use super::exit::{Exit, settle};
use super::kept::{self, Kept};
use super::walking;

/// Runs `summary`.
pub fn run(context: &Context, args: &SummaryArgs) -> Exit {
    settle(print(context, args))
}

fn print(context: &Context, args: &SummaryArgs) -> Result<Exit, Exit> {
    let folder = walking::sessions(context)?;
    let refuse = |error| walking::refuse(context, &args.session, &error);
    let record = folder.read(&args.session).map_err(refuse)?;
    let kept = Kept::open(context, record, args.flows.as_deref())?;
    let (session, _) = kept.session().ok_or_else(|| kept::nothing(context))?;
    Ok(walking::summary(context, &session, &args.shape))
}
