//! The power goes: the real program is killed, and nothing that was confirmed is lost.

use super::transcript::{Transcript, also, each};
use std::path::Path;
use tempfile::TempDir;
use walletfix::i18n::{Lang, Message};

/// The steps after which something is confirmed, and the walk waits for the next answer.
fn stops(transcript: &Transcript) -> Vec<usize> {
    (1..transcript.steps.len()).filter(|at| !transcript.steps[*at].inner).collect()
}

/// Goes on from a home and checks that it waits where it was.
fn resumed(transcript: &Transcript, home: TempDir, at: usize) -> crate::harness::talk::Talk {
    // At the end of a flow the walk counts as finished, so that it has to be named.
    let end = Lang::ALL.map(|lang| Message::new("screen-end").text(lang));
    let ended = end.iter().any(|end| end.starts_with(&transcript.steps[at].see));
    let id = if ended { only_session(home.path()) } else { String::new() };
    let resume = transcript.resume();
    let resume = if id.is_empty() { resume } else { resume.arg(id) };
    let mut talk = resume.home(home).talk();
    let said = talk.prompt();
    let see = &transcript.steps[at].see;
    assert!(said.contains(see), "{}: resumed before {see:?} it says\n{said}", transcript.name);
    talk
}

/// The id of the one session that a home holds.
fn only_session(home: &Path) -> String {
    let files: Vec<_> =
        std::fs::read_dir(home.join("data/sessions")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn killed_after_every_step_it_ends_as_if_nothing_had_happened() {
    each(also("kill"), |transcript| {
        let straight = transcript.walk().stdout;
        let stops = stops(transcript);
        let mut talk = transcript.run().talk();
        let mut from = 0;
        for stop in stops {
            for step in &transcript.steps[from..stop] {
                transcript.step(&mut talk, step);
            }
            talk.prompt();
            // Killed twice in the same place: going on alone must not change anything either.
            let home = resumed(transcript, talk.kill(), stop).kill();
            talk = resumed(transcript, home, stop);
            from = stop;
        }
        transcript.go_on(&mut talk, from);
        assert_eq!(talk.end().code(0).stdout, straight, "{}", transcript.name);
    });
}
