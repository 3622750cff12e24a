//! What a session showed is what its replay shows, screen by screen.

use super::transcript::{Act, Transcript, all, each};
use crate::harness::command::walletfix;
use walletfix::i18n::{Lang, Message};
use walletfix::wording::wrap;

/// The screens in a conversation: what stands before each place for an answer, without the answer.
fn screens(text: &str, lang: Lang) -> Vec<String> {
    let prompt = Message::new("prompt-answer").text(lang);
    let prompt = format!("\n{}", prompt.trim_end());
    let mut parts = text.split(&prompt);
    let first = parts.next().unwrap_or_default().to_owned();
    let after = |part: &str| part.split_once('\n').map_or("", |(_, rest)| rest).trim().to_owned();
    let mut screens = vec![first.trim().to_owned()];
    screens.extend(parts.map(after));
    screens
}

/// Without what is said once to whoever begins.
fn without_introduction(screen: &str, lang: Lang) -> String {
    let said = wrap(&Message::new("prompt-plain-hint").text(lang), 76).join("\n");
    screen.replace(&said, "").trim().to_owned()
}

/// Without how much was still to come, which is no news behind the end.
fn without_ahead(screen: &str) -> String {
    let is_ahead =
        |line: &&str| line.ends_with(" more step.") || line.ends_with(" more steps.") || line.ends_with(" 步。");
    screen.lines().filter(|line| !is_ahead(line)).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Nothing is taken back, refused or called on the way, and the language stays.
fn goes_straight(transcript: &Transcript) -> bool {
    transcript.secret.is_none() && transcript.steps.iter().all(|step| !matches!(step.act, Act::Command(_)))
}

#[test]
fn a_replay_shows_every_screen_as_it_was() {
    let straight: Vec<Transcript> = all().into_iter().filter(goes_straight).collect();
    assert!(straight.len() >= 3, "only {} walks go straight", straight.len());
    each(straight, |transcript| {
        let walked = transcript.walk();
        let lang = transcript.lang;
        let mut seen: Vec<String> = screens(&walked.stderr, lang).iter().map(|screen| without_ahead(screen)).collect();
        seen[0] = without_introduction(&seen[0], lang);
        // Questions of the program within a screen of the flow are not part of the way.
        let mut number = 0;
        seen.retain(|_| {
            number += 1;
            transcript.steps.get(number - 1).is_none_or(|step| !step.inner)
        });
        let journal = std::fs::read_dir(walked.home.path().join("data/sessions")).unwrap().next().unwrap().unwrap();
        let again = walletfix(&format!("--lang {} replay", lang.tag())).arg(journal.path()).run().code(0).stderr("");
        let (_, text) = again.stdout.split_once("\n\n").unwrap();
        assert_eq!(screens(text, lang), seen, "{}", transcript.name);
    });
}
