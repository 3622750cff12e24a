//! A secret that is typed is nowhere afterwards: on no output, and in no file, whenever the power goes.

use super::transcript::{also, each};
use std::path::Path;

/// What of the secret a text gives away: three neighbouring words of a phrase, eight characters in a row of anything else.
fn given_away(secret: &str, text: &str) -> Option<String> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = plain(text);
    let words: Vec<&str> = secret.split_whitespace().collect();
    let signs: Vec<char> = secret.chars().collect();
    let parts: Vec<String> = if words.len() >= 12 {
        words.windows(3).map(|three| three.join(" ")).collect()
    } else {
        signs.windows(8).map(|eight| eight.iter().collect()).collect()
    };
    assert!(!parts.is_empty(), "{secret} is too short to be looked for");
    parts.into_iter().find(|part| text.contains(part.as_str()))
}

#[track_caller]
fn nowhere_in(secret: &str, what: &str, text: &str) {
    assert_eq!(given_away(secret, text), None, "{what}\n{text}");
}

fn no_file_holds(secret: &str, folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        nowhere_in(secret, "a name of a file", &path.display().to_string());
        if path.is_dir() {
            no_file_holds(secret, &path);
        } else {
            let bytes = std::fs::read(&path).unwrap();
            nowhere_in(secret, &path.display().to_string(), &String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn a_refused_secret_is_in_no_file_and_on_no_output_wherever_the_power_goes() {
    each(also("secret"), |transcript| {
        let secret = transcript.secret.as_deref().expect("the walk names its secret");
        let mut typed = false;
        for stop in 1..=transcript.steps.len() {
            let mut talk = transcript.run().talk();
            for step in &transcript.steps[..stop] {
                nowhere_in(secret, "a screen", &talk.prompt());
                transcript.step(&mut talk, step);
                typed |= given_away(secret, &step.act.line()).is_some() || step.act.line().len() > 60;
            }
            if stop < transcript.steps.len() {
                nowhere_in(secret, "a screen", &talk.prompt());
                no_file_holds(secret, talk.kill().path());
            } else {
                let ran = talk.end().code(0);
                nowhere_in(secret, "standard error", &ran.stderr);
                nowhere_in(secret, "the summary", &ran.stdout);
            }
        }
        assert!(typed, "{} never types its secret", transcript.name);
    });
}
