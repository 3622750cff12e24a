//! `validate --watch`: checks again whenever somebody saves a file, until Ctrl-C.
//!
//! Looks at the files themselves a few times a second instead of asking the system for events: what counts is what they
//! hold, so an editor that saves by renaming, a file system without events, and a folder that comes back are all alike.

use super::super::args::files::ValidateArgs;
use super::super::context::Context;
use super::super::exit::Exit;
use super::super::reading::Reading;
use super::super::settling::{PATIENCE, pause, settled};
use super::report::Report;
use crate::i18n::Message;
use crate::terminal::Terminal;
use crate::wording::refusal;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

/// Checks, and goes on until a signal ends it, or until nobody reads the results any more.
pub(super) fn run(context: &Context, args: &ValidateArgs) -> Exit {
    let on_terminal = context.error_is_terminal;
    let terminal = Terminal::watch(move || {
        if on_terminal {
            // The line has `^C` on it; the shell's prompt needs its own. A terminal that is gone cannot be told.
            let _ = io::stderr().write_all(b"\n");
        }
    });
    if let Err(error) = terminal {
        context.complain(&Message::new("watch-broken").with("reason", refusal(&error)));
        return Exit::Inaccessible;
    }
    let mut shown: Option<Reading> = None;
    loop {
        let (reading, report) = fresh(args, shown.as_ref());
        if let Some(before) = &shown {
            context.say_text("\n");
            context.say(&changed(&reading.changed_since(before)));
        }
        if let Err(exit) = report.show(context, args.format) {
            return exit.max(report.exit);
        }
        context.say(&Message::new("watch-waiting"));
        wait_for_change(&args.paths, &reading);
        shown = Some(reading);
    }
}

/// A reading that stayed as it is while it was checked, and what was found in it.
fn fresh(args: &ValidateArgs, before: Option<&Reading>) -> (Reading, Report) {
    let start = Instant::now();
    let mut reading = settled(&args.paths, Reading::with_contents(&args.paths), before, start);
    loop {
        let report = Report::of(&reading, args);
        let now = Reading::with_contents(&args.paths);
        if now == reading || start.elapsed() > PATIENCE {
            return (reading, report);
        }
        reading = settled(&args.paths, now, before, start);
    }
}

fn wait_for_change(paths: &[PathBuf], shown: &Reading) {
    loop {
        let start = Instant::now();
        let now = Reading::with_contents(paths);
        let looking = start.elapsed();
        if now != *shown {
            return;
        }
        thread::sleep(pause(looking));
    }
}

fn changed(names: &[&str]) -> Message {
    match names {
        [] => Message::new("watch-again"),
        [only] => Message::new("watch-changed").with("file", *only),
        [first, rest @ ..] => Message::new("watch-changed-more").with("file", *first).with("count", rest.len()),
    }
}
