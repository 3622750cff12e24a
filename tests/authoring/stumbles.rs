//! What authors got wrong when they wrote their first flow from the messages alone: each says what would be right.

use crate::harness::command::walletfix;
use crate::harness::page::read;
use std::fs;

/// What was written instead of what, in which file, and what they are told.
const STUMBLES: [(&str, &str, &str, &str); 12] = [
    ("code-missing", "options = [", "x-options = [", r#"write `options = [{ value = "…""#),
    ("code-missing", r#"type = "yes-no""#, "", r#"write how it is answered, such as `type = "yes-no"`"#),
    ("code-missing", r#"owner = "access-support""#, "", "write the team that answers"),
    ("code-missing", r#"start = "where""#, "", r#"write `start = "…"` with the first step"#),
    ("code-missing", "else = \"support\"", "", "write `else = \"…\"` with the step for everybody else"),
    ("code-missing", "branch = [", "x-a = [", "give it one of `ask`"),
    ("code-missing", "[step.mailbox]", "[mailbox]", "write `[step.mailbox]` if it is a step"),
    ("code-missing", "since newer than 10m", "since < 10m", "write `since older than 24h` or `since newer than 3d`"),
    ("code-missing", "where is one of (sms, email)", "where is sms or email", "`step is one of (a, b)`"),
    (
        "code-missing",
        r#"run = "shared/phone-signal""#,
        r#"run = "phone-signal""#,
        "did you mean `shared/phone-signal`?",
    ),
    ("code-missing", "can-skip = true", "can-skip = yes", "write `true`, or `\"yes\"` for a text"),
    ("tests/code-missing", r#""signal.restart""#, "restart", "did you mean `signal.restart`?"),
];

#[test]
fn each_is_told_what_would_be_right() {
    for (name, right, wrong, said) in STUMBLES {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for file in [
            "code-missing",
            "shared/phone-signal",
            "profiles/demo-bank",
            "tests/code-missing",
            "tests/shared/phone-signal",
        ] {
            let mut text = read(&format!("examples/guide/{file}.toml"));
            if file == name {
                assert!(text.contains(right), "{right}");
                text = text.replace(right, wrong);
            }
            let path = folder.path().join(format!("{file}.toml"));
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        }
        let ran = walletfix("validate --lang en").arg(folder.path()).run().code(1);
        assert!(ran.stdout.contains(said), "{wrong}:\n{}", ran.stdout);
    }
}
