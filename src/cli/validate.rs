//! `validate`: every mistake in files and folders, for people and for CI.

mod report;
mod repository;
mod watch;

use super::args::files::ValidateArgs;
use super::context::Context;
use super::exit::Exit;
use super::reading::Reading;

use report::Report;

/// Runs `validate`.
pub fn run(context: &Context, args: &ValidateArgs) -> Exit {
    if args.watch {
        return watch::run(context, args);
    }
    let report = Report::of(&Reading::of(&args.paths), args);
    // The verdict stands even where the reader has gone away: `validate | head` must not turn a mistake into a success.
    report.show(context, args.format).err().unwrap_or(Exit::Done).max(report.exit)
}
