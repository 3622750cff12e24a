//! Exit codes, and output that cannot be written.

use crate::harness::command::walletfix;
use walletfix::cli::exit::Exit;

#[test]
fn exit_codes_are_frozen() {
    let codes = [
        (Exit::Done, 0),
        (Exit::Findings, 1),
        (Exit::Usage, 2),
        (Exit::Unanswered, 3),
        (Exit::Inaccessible, 4),
        (Exit::Signal(1), 129),
        (Exit::Signal(2), 130),
        (Exit::Signal(15), 143),
    ];
    for (exit, code) in codes {
        assert_eq!(exit.code(), code, "{exit:?}");
    }
    assert_eq!(Exit::Findings.max(Exit::Inaccessible), Exit::Inaccessible);
    assert_eq!(Exit::Findings.max(Exit::Done), Exit::Findings);
}

#[test]
fn a_reader_that_went_away_is_a_quiet_success() {
    for line in ["--help", "--version", "man", "completions bash", "flows", "flows --format json"] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        walletfix(line).stdout_to(writer).run().code(0).stderr("");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let ran = walletfix("--help --lang zh").stdout_to(full).run().code(4);
    ran.stderr("错误：写不进标准输出：磁盘已满。\n");
}

#[test]
fn bare_without_a_terminal_is_help() {
    let help = walletfix("--help").run().code(0).stderr("");
    walletfix("").run().code(0).stderr("").stdout(&help.stdout);
    walletfix("--offline").run().code(0).stderr("").stdout(&help.stdout);
    walletfix("").stdin("transfer-failed\n").run().code(0).stdout(&help.stdout);
}

#[test]
fn version_is_the_package_s() {
    let version = format!("walletfix {}\n", env!("CARGO_PKG_VERSION"));
    for line in ["--version", "-V", "-V --lang zh"] {
        walletfix(line).run().code(0).stdout(&version).stderr("");
    }
}
