//! What other people's CI runs: every command line in hooks, action and pages is one that the program understands, and the
//! action's own steps are run as they stand.

use super::guide::blocks;
use crate::harness::page::read;
use std::ffi::OsString;
use walletfix::cli::args::{Invocation, parse};

/// Every command line in a text that begins with the program's name, up to what the shell takes from there.
fn commands(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().map(|line| line.trim().trim_start_matches("- ").trim_start_matches("entry: "));
    let own = lines.filter(|line| line.starts_with("walletfix "));
    own.map(|line| {
        let words = line.split_whitespace().take_while(|word| !matches!(*word, ">" | "||" | "|" | "&&"));
        words.map(str::to_owned).collect()
    })
    .collect()
}

#[track_caller]
fn understood(words: &[String]) -> Invocation {
    let arguments: Vec<OsString> = words.iter().map(Into::into).collect();
    parse(&arguments).unwrap_or_else(|error| panic!("{}: {error}", words.join(" ")))
}

#[test]
fn the_hooks_name_real_commands() {
    let text = read(".pre-commit-hooks.yaml");
    let hooks: Vec<&str> = text.split("\n- id: ").skip(1).collect();
    assert_eq!(hooks.len(), 2);
    for hook in hooks {
        let mut words = commands(hook).remove(0);
        let args = hook.lines().find_map(|line| line.trim().strip_prefix("args: [")?.strip_suffix(']'));
        words.extend(args.unwrap_or_default().split(", ").filter(|word| !word.is_empty()).map(str::to_owned));
        let id = hook.lines().next().unwrap_or_default();
        match understood(&words) {
            Invocation::Validate(args) => assert!(id == "walletfix-validate" && args.deny_warnings),
            Invocation::Test(_) => assert_eq!(id, "walletfix-test"),
            other => panic!("{id}: {other:?}"),
        }
        for file in ["docs/ci.md", "docs/ci.zh-CN.md"] {
            assert!(read(file).contains(&format!("- id: {id}\n")), "{file} does not name {id}");
        }
    }
}

#[test]
fn every_command_on_the_pages_is_understood() {
    for file in ["docs/ci.md", "docs/ci.zh-CN.md"] {
        let blocks = [blocks(file, "```yaml"), blocks(file, "```sh")].concat();
        let all: Vec<_> = blocks.iter().flat_map(|block| commands(block)).collect();
        assert_eq!(all.len(), 5, "{file}: {all:?}");
        for words in &all {
            let known = matches!(understood(words), Invocation::Validate(_) | Invocation::Test(_));
            assert!(known, "{file}: {words:?}");
        }
        // The tag is this version's.
        let tag = format!("v{}", env!("CARGO_PKG_VERSION"));
        let text = read(file);
        let pinned = text.matches("OWNER/walletfix").count();
        assert_eq!(text.matches(&tag).count(), pinned + 1, "{file}: {tag} also names the cache");
    }
}

#[test]
fn the_inputs_of_the_action_are_on_the_pages() {
    let action = read("action.yml");
    let inputs = action.split("\ninputs:\n").nth(1).and_then(|rest| rest.split("\nruns:").next()).expect("inputs");
    let names: Vec<&str> =
        inputs.lines().filter(|line| !line.starts_with("   ")).map(|line| line.trim().trim_end_matches(':')).collect();
    assert_eq!(names, ["paths", "deny-warnings", "sarif", "test", "version"]);
    for name in names {
        assert!(action.contains(&format!("inputs.{name} ")), "{name} is not used");
        for file in ["docs/ci.md", "docs/ci.zh-CN.md"] {
            assert!(read(file).contains(&format!("| `{name}` |")), "{file} does not name {name}");
        }
    }
}

/// The shell lines of the action's step of that name.
#[cfg(unix)]
fn step(name: &str) -> String {
    let action = read("action.yml");
    let rest = action.split(&format!("    - name: {name}\n")).nth(1).expect("a step");
    let lines = rest.split("      run: |\n").nth(1).expect("a script").lines();
    let inside: Vec<&str> = lines.map_while(|line| line.strip_prefix("        ")).collect();
    inside.join("\n")
}

/// Runs a step as a runner does, with the program of this build as the one that was installed.
#[cfg(unix)]
fn run_step(name: &str, folder: &std::path::Path, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir(root.path().join("bin")).expect("a folder");
    let program = root.path().join("bin/walletfix");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_walletfix"), program).expect("a link");
    let output = std::process::Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &step(name)])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "C.UTF-8")
        .env("ROOT", root.path())
        .env("GITHUB_WORKSPACE", folder)
        .env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR"))
        .env("GITHUB_OUTPUT", folder.join("output"))
        .env("RUNNER_TEMP", root.path())
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()
        .expect("bash");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
#[cfg(unix)]
fn the_steps_of_the_action_do_what_they_say() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let folder = place.path();
    let pack = folder.join("my flows");
    std::fs::create_dir(&pack).expect("a folder");
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/first-flow/app-does-not-open.toml");
    let text = std::fs::read_to_string(example).expect("the first flow");
    std::fs::write(pack.join("a.toml"), &text).expect("written");
    let validate = |deny: &str, sarif: &str| {
        run_step("Validate", folder, &[("PATHS", "my flows\n"), ("DENY_WARNINGS", deny), ("SARIF", sarif)])
    };
    assert_eq!(validate("true", "").0, Some(0));
    assert_eq!(run_step("Test", folder, &[("PATHS", "my flows")]).0, Some(0));
    // A warning fails where it is asked to, and the findings are written all the same.
    let warned = text.replace("app works again", "应用 works again").replace("应用又能用了。", "It works.");
    std::fs::write(pack.join("a.toml"), warned).expect("written");
    assert_eq!(validate("false", "").0, Some(0));
    let (code, said) = validate("true", "out.sarif");
    assert_eq!(code, Some(1));
    assert!(said.contains("::warning file=my flows/a.toml,line="), "{said}");
    assert!(std::fs::read_to_string(folder.join("out.sarif")).expect("written").contains("text-wrong-script"));
    // What is built is named by the source, or by the version that was asked for.
    let key = |version: &str| {
        std::fs::write(folder.join("output"), "").expect("written");
        assert_eq!(run_step("Name what is to be built", folder, &[("VERSION", version)]).0, Some(0));
        std::fs::read_to_string(folder.join("output")).expect("an output")
    };
    assert!(key("v9").starts_with("key=v9\nroot="));
    let own = key("");
    assert!(own.lines().next().is_some_and(|line| line.len() == "key=".len() + 40), "{own}");
}
