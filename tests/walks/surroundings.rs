//! What the world does to a walk: input that ends, outputs that are closed, folders that cannot be written, terminals that
//! can do little.

use crate::harness::command::{Run, walletfix};
use std::fs;
use std::path::{Path, PathBuf};

const NOW: &str = "--now 2026-11-24T10:00:00+08:00";
/// Answers of `transfer-failed` that lead to its end.
const TO_THE_END: &str = "\n1\n1\n2\n4\n4\n\n";

fn walk(lang: &str) -> Run {
    walletfix(&format!("diagnose transfer-failed --lang {lang} --profile demo-pay --offline {NOW}"))
}

fn journals(data: &Path) -> Vec<PathBuf> {
    fs::read_dir(data.join("sessions"))
        .map(|files| files.map(|file| file.unwrap().path()).collect())
        .unwrap_or_default()
}

/// The end that [`TO_THE_END`] reaches.
fn at_the_end() -> String {
    walk("zh").stdin(TO_THE_END).run().code(0).prints("transfer-failed/ask-bank").stdout
}

#[test]
fn input_that_ends_is_no_answer_and_loses_nothing() {
    let whole = at_the_end();
    let lines: Vec<&str> = TO_THE_END.split_inclusive('\n').collect();
    // The guard's screen and the one that makes sure confirm together; the last line is the end's.
    for length in 2..lines.len() - 1 {
        let ran = walk("zh").stdin(lines[..length].concat()).run().code(3).stdout("");
        let ran = ran.complains("输入已经结束。").complains("已保存。继续：walletfix resume ");
        // What was asked is named in words, not by a name of the program's own.
        assert!(!ran.stderr.contains('<') && !ran.stderr.contains("问到“symptom"), "{}", ran.stderr);
        let rest = lines[length..].concat();
        let ran = walletfix(&format!("resume --offline {NOW}")).home(ran.home).stdin(rest).run().code(0);
        assert_eq!(ran.stdout, whole, "{length} lines, then the rest");
    }
    // A line without its end is one that somebody typed.
    walk("en").stdin("\n1\n1").run().code(3).complains("Has the available balance gone down?");
    // At the end nothing is asked any more.
    walk("zh").stdin("\n1\n1\n2\n4\n4\n").run().code(0).stdout(&whole);
}

#[test]
#[cfg(unix)]
fn no_standard_input_at_all() {
    let (command, _home, _) = walk("zh").into_parts();
    let mut shell = std::process::Command::new("/bin/sh");
    shell.env_clear().args(["-c", "exec \"$@\" <&-", "sh"]).arg(command.get_program()).args(command.get_args());
    let output = shell.output().unwrap();
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stderr).contains("没有保存任何内容。"));
}

#[test]
fn whoever_reads_the_summary_may_go_away_early() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ran = walk("zh").stdin(TO_THE_END).stdout_to(writer).run().code(0);
    assert!(!ran.stderr.contains("错误："), "{}", ran.stderr);
}

#[test]
fn without_anybody_to_read_the_questions_it_stops_and_keeps_what_it_knows() {
    let (command, home, _) = walk("zh").into_parts();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = command;
    let mut child = command.stdin(std::process::Stdio::null()).stderr(writer).spawn().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(3));
    drop(home);
}

/// Says at once that nothing can be saved, goes on all the same, and says it again at the end.
fn goes_on_unsaved(run: Run, reason: &str) {
    let mut talk = run.talk();
    for (see, line) in [("先排除危险", ""), ("这几种情况都没有", "1")] {
        talk.answer(see, line);
    }
    let said = talk.answer("现在显示什么", "1");
    assert!(said.contains(&format!("这次的回答存不下来：{reason}")), "{said}");
    let said = talk.answer("可用余额变少了吗", ":quit");
    assert!(!said.contains("存不下来"), "said once: {said}");
    talk.end().code(3).complains("没有保存任何内容。");
}

#[test]
fn a_file_where_the_data_folder_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    fs::write(&file, "a file").unwrap();
    goes_on_unsaved(walk("zh").env("WALLETFIX_DATA_DIR", &file), "该放文件夹的地方是一个文件");
    assert_eq!(fs::read_to_string(&file).unwrap(), "a file");
    // The walk is whole all the same.
    let ran = walk("zh").env("WALLETFIX_DATA_DIR", &file).stdin(TO_THE_END).run().code(0);
    assert_eq!(ran.stdout, at_the_end());
    walletfix("sessions --lang zh").env("WALLETFIX_DATA_DIR", &file).run().code(4).complains("读写不了");
}

#[test]
#[cfg(target_os = "linux")]
fn a_data_folder_that_cannot_be_written() {
    // Even root cannot make folders there.
    goes_on_unsaved(walk("zh").env("WALLETFIX_DATA_DIR", "/proc/walletfix"), "");
}

/// Walks with files of at most so many blocks of 512 bytes, which is as good as a disk that is full.
#[cfg(unix)]
fn with_little_room(blocks: u32, input: &str) -> (Option<i32>, String, String, tempfile::TempDir) {
    use std::process::{Command, Stdio};
    let (command, home, _) = walk("zh").into_parts();
    let mut shell = Command::new("/bin/sh");
    // A full disk sends no signal.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    shell.env_clear().args(["-c", &script, "sh"]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    let mut child = shell.stdin(Stdio::piped()).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr), home)
}

#[test]
#[cfg(unix)]
fn a_disk_that_fills_up_in_the_middle() {
    // Back and the same answer again, until the file is full.
    let until_full = format!("\n1\n1\n{}", ":back\n1\n".repeat(20));
    for (rest, code) in [("2\n4\n4\n\n", 0), (":quit\n", 3)] {
        let (ended, stdout, stderr, home) = with_little_room(2, &format!("{until_full}{rest}"));
        assert_eq!(ended, Some(code), "{stderr}");
        assert_eq!(stderr.matches("这次的回答存不下来：磁盘已满").count(), 1, "{stderr}");
        if code == 0 {
            assert_eq!(stdout, at_the_end());
        } else {
            assert!(stderr.contains("只保存了出错之前的回答。继续：walletfix resume "), "{stderr}");
        }
        // What was written before is whole, and can be gone on with.
        let file = journals(&home.path().join("data")).remove(0);
        assert!(fs::metadata(&file).unwrap().len() <= 1024);
        let ran = walletfix(&format!("resume --offline {NOW}")).home(home).stdin("").run().code(3);
        ran.complains("继续：转账或付款失败");
    }
}

#[test]
#[cfg(unix)]
fn a_disk_without_any_room_keeps_no_empty_file() {
    let (code, _, stderr, home) = with_little_room(0, "\n1\n1\n:quit\n");
    assert_eq!(code, Some(3), "{stderr}");
    assert!(stderr.contains("磁盘已满") && stderr.contains("没有保存任何内容。"), "{stderr}");
    assert_eq!(journals(&home.path().join("data")), Vec::<PathBuf>::new());
}

#[test]
fn the_language_of_the_system_or_english() {
    for (name, value, asks) in [
        ("LANG", "C", "First, rule out danger"),
        ("LC_ALL", "C", "First, rule out danger"),
        ("LANG", "POSIX", "First, rule out danger"),
        ("LANG", "fr_FR.UTF-8", "First, rule out danger"),
        ("LC_ALL", "zh_CN.GB18030", "先排除危险"),
        ("LANG", "zh_TW.UTF-8", "先排除危险"),
    ] {
        let ran = walletfix("diagnose transfer-failed").env_remove("LANG").env(name, value).stdin("").run().code(3);
        assert!(ran.stderr.contains(asks), "{name}={value}: {}", ran.stderr);
    }
}

#[cfg(unix)]
mod terminals {
    use super::{TO_THE_END, at_the_end, walk};
    use crate::harness::command::Run;
    use crate::harness::pty::Pty;

    /// In a terminal of that size.
    fn start(run: Run, rows: u16, columns: u16) -> (Pty, tempfile::TempDir) {
        let (command, home, _) = run.into_parts();
        (Pty::of(&command, rows, columns), home)
    }

    #[test]
    fn a_dumb_terminal_gets_plain_lines() {
        for (name, value) in [("TERM", "dumb"), ("ACCESSIBLE", "1"), ("WALLETFIX_PLAIN", "1")] {
            let run = walk("zh").env("TERM", "xterm").env(name, value);
            let (mut pty, home) = start(run.arg("--output").arg("/dev/null"), 30, 80);
            for (see, line) in
                [("直接回车 = 都没有", ""), ("1. 对，都没有", "1"), ("1. 失败或已关闭", "1"), ("2. 否", ":quit")]
            {
                pty.wait_for(see);
                pty.send(&format!("{line}\r"));
            }
            assert_eq!(pty.exit_code(), 3, "{name}: {}", pty.screen());
            assert!(!pty.output().contains(&0x1b), "{name}: {}", String::from_utf8_lossy(&pty.output()));
            drop(home);
        }
    }

    #[test]
    fn no_color_means_none() {
        for (value, colored) in [("1", false), ("", true)] {
            let (mut pty, _home) = start(walk("zh").env("TERM", "xterm-256color").env("NO_COLOR", value), 30, 80);
            pty.wait_for("先排除危险");
            pty.wait_for("空格勾选");
            let output = String::from_utf8_lossy(&pty.output()).into_owned();
            let painted = output.split("\x1b[").skip(1).any(|rest| {
                let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(0);
                rest[end..].starts_with('m') && !matches!(&rest[..end], "" | "0")
            });
            assert_eq!(painted, colored, "NO_COLOR={value:?}: {output:?}");
            pty.send("\x03");
            assert_eq!(pty.exit_code(), 130);
        }
    }

    #[test]
    fn plain_lines_fit_the_window_also_when_the_summary_goes_to_a_file() {
        let (command, home, _) = walk("zh").env("TERM", "dumb").into_parts();
        let mut shell = std::process::Command::new("/bin/sh");
        shell.env_clear().args(["-c", "exec \"$@\" > /dev/null", "sh"]).arg(command.get_program());
        shell.args(command.get_args()).env("TERM", "dumb").env("WALLETFIX_DATA_DIR", home.path());
        let mut pty = Pty::of(&shell, 40, 40);
        let screen = pty.wait_for("回答：");
        // A longer line would be broken by the terminal, and its rest would begin at the left edge.
        assert!(screen.contains("先排除危险。下面有正在发生的情况吗？可\n"), "{screen}");
        assert!(screen.contains("\n     道了，或设备被远程控制过"), "{screen}");
        pty.send(":quit\r");
        assert_eq!(pty.exit_code(), 3);
    }

    #[test]
    fn three_rows_are_enough_to_get_to_the_end() {
        let summary = tempfile::NamedTempFile::new().unwrap();
        let run = walk("zh").env("TERM", "xterm").arg("--output").arg(summary.path());
        let (mut pty, _home) = start(run, 3, 40);
        let mut seen = 0;
        let lines =
            ["先排除危险", "这几种情况", "现在显示", "变少了吗", "说的是哪", "看这张卡", "按回车看摘要", "接下来"];
        for (see, line) in lines.into_iter().zip(TO_THE_END.split('\n').chain([""])) {
            pty.wait_for_output_after(seen, see);
            seen = pty.output().len();
            pty.send(&format!("{line}\r"));
        }
        assert_eq!(pty.exit_code(), 0, "{}", pty.screen());
        assert_eq!(std::fs::read_to_string(summary.path()).unwrap(), at_the_end());
    }

    #[test]
    fn another_size_at_every_prompt() {
        let summary = tempfile::NamedTempFile::new().unwrap();
        let run = walk("zh").env("TERM", "xterm").arg("--output").arg(summary.path());
        let (mut pty, _home) = start(run, 30, 80);
        let keys = ["\r", "\r", "\r", "\x1b[B\r", "\x1b[B\x1b[B\x1b[B\r", "\x1b[B\x1b[B\x1b[B\r", "\r", "\r"];
        let texts =
            ["先排除危险", "这几种情况", "现在显示", "变少了吗", "说的是哪", "看这张卡", "按回车看摘要", "接下来"];
        let sizes = [(24, 40), (40, 120), (12, 30), (30, 80)];
        let mut seen = 0;
        for (at, (see, keys)) in texts.into_iter().zip(keys).enumerate() {
            pty.wait_for_output_after(seen, see);
            let (rows, columns) = sizes[at % sizes.len()];
            pty.resize(rows, columns);
            std::thread::sleep(std::time::Duration::from_millis(30));
            seen = pty.output().len();
            pty.send(keys);
        }
        assert_eq!(pty.exit_code(), 0, "{}", pty.screen());
        assert!(pty.becomes_sane());
        assert_eq!(std::fs::read_to_string(summary.path()).unwrap(), at_the_end());
    }
}
