//! Mistakes on the command line: exit code 2, one sentence on standard error in the person's language, nothing else.

use crate::harness::command::walletfix;

#[test]
fn every_mistake_is_told_in_both_languages() {
    let lines = [
        "--foo",
        "diagnos",
        "xyzzy",
        "sessions shw",
        "diagnose --formt json",
        "diagnose --format xml",
        "diagnose --format",
        "diagnose --now tomorrow",
        "diagnose --summary-lang fr",
        "diagnose transfer-failed account-compromised",
        "diagnose --plain --plain",
        "diagnose --plain=yes",
        "diagnose --for jira",
        "--lang fr",
        "--lang",
        "summary",
        "flows show",
        "sessions delete",
        "sessions delete a1 --all",
        "validate --deny errors",
        "test --format sarif",
        "test --min-coverage 101",
        "test --min-coverage most",
        "test --min-coverage",
        "completions tcsh",
        "help diagnos",
        "help sessions nothing",
    ];
    let mut told = String::new();
    for line in lines {
        told.extend(["$ walletfix ", line, "\n"]);
        for lang in ["en_US.UTF-8", "zh_CN.UTF-8"] {
            let ran = walletfix(line).env("LANG", lang).run().code(2).stdout("");
            told.push_str(&ran.stderr);
        }
    }
    insta::assert_snapshot!("mistakes", told);
}

#[test]
#[cfg(unix)]
fn arguments_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let bad = std::ffi::OsStr::from_bytes(b"flow-\xff");
    walletfix("diagnose").arg(bad).run().code(2).stdout("").complains("not readable text");
    walletfix("--lang zh diagnose").arg(bad).run().code(2).complains("UTF-8");
}
