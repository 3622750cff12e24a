//! A test in a process of its own, for those that depend on what the whole process is: its variables, its threads, its
//! network.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Says to a test that it runs in the process of its own.
const MARK: &str = "WALLETFIX_TEST_ALONE";

/// The folder that the process of its own was given, and whose end is not its matter; `None`: this is not that process.
pub(crate) fn alone() -> Option<PathBuf> {
    std::env::var_os(MARK).map(PathBuf::from)
}

/// Runs the test of that path again in a process of its own, in which [`alone`] holds, and in which the roots to trust are
/// `ca.pem` of its folder. `wrapped` is a program and its arguments that runs it; none: the test itself.
#[track_caller]
pub(crate) fn run_alone(test: &str, wrapped: &[&str], prepare: impl FnOnce(&mut Command)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let itself = std::env::current_exe().expect("this program");
    let mut command = match wrapped {
        [program, rest @ ..] => {
            let mut command = Command::new(program);
            command.args(rest).arg(itself);
            command
        }
        [] => Command::new(itself),
    };
    // The name of the crate is no part of a test's path.
    let path = test.split_once("::").map_or(test, |(_, path)| path);
    command.args(["--exact", path, "--nocapture", "--test-threads=1"]).env(MARK, folder.path());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    command.env_remove("SSL_CERT_DIR").env("SSL_CERT_FILE", folder.path().join("ca.pem"));
    prepare(&mut command);
    let output = command.stdin(Stdio::null()).output().expect("the test starts");
    let (said, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("1 passed"), "{path} alone: {}\n{said}\n{wrong}", output.status);
    // What it measured may be of interest.
    for line in wrong.lines().filter(|line| line.starts_with("measured: ")) {
        eprintln!("{line}");
    }
}
