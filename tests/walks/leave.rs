//! The last screen: exactly what leaves, and where it can go from there.

use crate::harness::command::{Run, walletfix};
use crate::harness::pty::Pty;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const NEXT: &str = "What next?";

/// A walk to its end on a terminal of that width, with lines or lists, in a folder of its own.
struct Walked {
    pty: Pty,
    home: TempDir,
    /// How much had been written when the last line was typed: what stood there before asks for no other.
    seen: usize,
}

fn walk(flags: &str, columns: u16) -> Walked {
    let run = walletfix("diagnose ends --flows").arg(format!("{}/tests/packs/leaving", env!("CARGO_MANIFEST_DIR")));
    started(run.words("--lang en --now 2026-11-24T10:00:00+08:00").words(flags), columns)
}

fn started(run: Run, columns: u16) -> Walked {
    let (command, home, _) = run.into_parts();
    let bin = home.path().join("bin");
    fs::create_dir(&bin).expect("a folder");
    let mut command = with_variables(&command, &[("TERM", "xterm-256color"), ("PATH", &bin.display().to_string())]);
    command.current_dir(home.path());
    Walked { pty: Pty::of(&command, 60, columns), home, seen: 0 }
}

fn with_variables(command: &Command, more: &[(&str, &str)]) -> Command {
    let mut all = Command::new(command.get_program());
    all.args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        all.env(name, value.unwrap_or_default());
    }
    all.envs(more.iter().copied());
    all
}

impl Walked {
    /// Types a line when the screen says `part`.
    #[track_caller]
    fn line(&mut self, part: &str, line: &str) {
        self.pty.wait_for_output_after(self.seen, part);
        self.pty.wait_until(part, |screen| {
            let contents = screen.contents();
            let last = contents.trim_end().rsplit("\n\n").next().unwrap_or_default().to_owned();
            // What comes before the prompt stands there would be taken for one paste with what was typed before.
            last.contains(part) && last.trim_end().ends_with("Answer:")
        });
        self.seen = self.pty.output().len();
        self.pty.send(&format!("{line}\r"));
    }

    /// To the last screen, in plain lines.
    #[track_caller]
    fn answer_all(&mut self) {
        self.line("How much was it?", "100 CNY");
        self.line("What does it say?", "it is stuck");
        self.line("Enter for the summary", "");
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.home.path().join(name)
    }
}

#[test]
fn it_is_saved_as_it_was_shown() {
    let mut walked = walk("--plain", 80);
    walked.answer_all();
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "");
    walked.pty.wait_for("Saved: walletfix-2026-11-24.txt");
    let saved = fs::read_to_string(walked.file("walletfix-2026-11-24.txt")).expect("the file");
    for line in saved.lines() {
        assert!(walked.pty.screen().contains(line.trim_end()), "{line}\n{}", walked.pty.screen());
    }
    let mode = fs::metadata(walked.file("walletfix-2026-11-24.txt")).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // The same name again leaves the first one alone, and the question stays until the file is there.
    walked.line(NEXT, "3");
    walked.line("Enter means walletfix-2026-11-24-2.txt, in this folder.", "walletfix-2026-11-24.txt");
    walked.pty.wait_for("is there already and was not touched");
    walked.line("Enter means walletfix-2026-11-24-2.txt.", "nowhere/summary.txt");
    walked.pty.wait_for("It could not be saved as nowhere/summary.txt");
    walked.line("Enter means nowhere/summary.txt.", "other.txt");
    walked.pty.wait_for("Saved: other.txt");
    assert_eq!(fs::read_to_string(walked.file("other.txt")).expect("the file"), saved);
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", ":back");
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
    let all = String::from_utf8(walked.pty.output()).expect("UTF-8");
    assert_eq!(all.matches("Amount: 100 CNY").count(), 1, "it is not printed twice\n{all}");
}

#[test]
fn a_line_is_changed_or_left_out_and_what_leaves_follows() {
    let mut walked = walk("--plain", 80);
    walked.answer_all();
    walked.line(NEXT, "4");
    walked.line("Which line?", "1");
    walked.line("What should happen with this answer?", "1");
    walked.line("How much was it?", "250 CNY");
    walked.pty.wait_for("Changed: Amount: 250 CNY");
    walked.pty.wait_for("Amount: 250 CNY");
    walked.line(NEXT, "4");
    walked.line("Which line?", "2");
    walked.line("What should happen with this answer?", "2");
    walked.pty.wait_for("Left out: Error message: it is stuck");
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "after.txt");
    walked.pty.wait_for("Saved: after.txt");
    let saved = fs::read_to_string(walked.file("after.txt")).expect("the file");
    assert!(saved.contains("250 CNY") && !saved.contains("stuck") && !saved.contains("100 CNY"), "{saved}");
    // Back from the last screen is the last question.
    walked.line(NEXT, ":back");
    walked.line("What does it say?", "it moves again");
    walked.line("Enter for the summary", "");
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

/// Only what is different is shown again, and that and what was shown before make exactly what leaves.
#[test]
fn what_is_different_is_shown_and_nothing_else() {
    let mut walked = walk("--plain", 80);
    fs::write(walked.file("photo.png"), vec![0; 12_000]).expect("a file");
    walked.answer_all();
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "before.txt");
    walked.pty.wait_for("Saved: before.txt");
    let seen = walked.pty.output().len();
    walked.line(NEXT, "5");
    walked.line("Which file goes with it?", "photo.png");
    walked.pty.wait_for("Added: photo.png, 12 KB");
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "after.txt");
    walked.pty.wait_for("Saved: after.txt");
    let read = |name: &str| fs::read_to_string(walked.file(name)).expect("the file");
    let (before, after) = (read("before.txt"), read("after.txt"));
    let said = String::from_utf8_lossy(&walked.pty.output()[seen..]).replace('\r', "");
    let block = |from: &str, to: &str| {
        let (_, rest) = said.split_once(from).unwrap_or_else(|| panic!("{from}\n{said}"));
        rest.split_once(to).unwrap_or_else(|| panic!("{to}\n{said}")).0.trim().lines().collect::<Vec<_>>()
    };
    let gone = block("No longer in the summary:\n", "Now in the summary:\n");
    let new = block("Now in the summary:\n", "The rest is as it was shown.");
    let without = |text: &str, lines: &[&str]| {
        text.lines().filter(|line| !line.is_empty() && !lines.contains(line)).map(str::to_owned).collect::<Vec<_>>()
    };
    // When it was made and how it is sealed is left out of what is told.
    let told = |text: &str, lines: &[&str]| {
        let own = |line: &String| line.starts_with("Summary made:") || line.contains("walletfix verify ");
        without(text, lines).into_iter().filter(|line| !own(line)).collect::<Vec<_>>()
    };
    assert_eq!(told(&before, &gone), told(&after, &new), "{said}");
    assert!(!said.contains("walletfix verify "), "{said}");
    assert!(new.iter().all(|line| after.contains(line)) && gone.iter().all(|line| before.contains(line)), "{said}");
    assert!(gone.len() + new.len() < after.lines().count() / 2, "{said}");
    // Whoever saw it in pieces gets it whole at the end.
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
    let all = String::from_utf8_lossy(&walked.pty.output()).replace('\r', "");
    assert!(all.contains(after.trim_end()), "{all}");
}

#[test]
fn the_end_of_the_input_finishes_and_says_so() {
    for (turns, flags) in [(&[][..], "--plain"), (&["3"], "--plain"), (&["4"], "--plain"), (&[], "--plain --no-save")] {
        let mut walked = walk(flags, 80);
        walked.answer_all();
        for turn in turns {
            walked.line(NEXT, turn);
            walked.pty.wait_for(if *turn == "3" { "What should the file be called?" } else { "Which line?" });
        }
        walked.pty.wait_for(NEXT);
        walked.pty.send("\u{4}");
        let kept = !flags.contains("no-save");
        walked.pty.wait_for(if kept {
            "Finished. The session is saved."
        } else {
            "Finished. The session is not saved."
        });
        assert_eq!(walked.pty.exit_code(), 0);
        assert!(kept == walked.home.path().join("data/sessions").exists());
        assert!(!walked.file("walletfix-2026-11-24.txt").exists());
    }
}

#[test]
fn a_file_goes_along_by_name_size_and_checksum() {
    let mut walked = walk("--plain --format json", 80);
    let folder = walked.file("my secret folder");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("账单 截图.png"), "picture").expect("a file");
    walked.line("How much was it?", "100 CNY");
    walked.line("What does it say?", "stuck");
    walked.line("Enter for the summary", "");
    for (typed, said) in [
        ("my\\ secret\\ folder", "my secret folder could not be read: it is a folder"),
        ("missing.png", "missing.png could not be read"),
        ("'my secret folder/账单 截图.png'", "\"sha256\""),
    ] {
        walked.line(NEXT, "5");
        walked.line("Which file goes with it?", typed);
        walked.pty.wait_for(said);
    }
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "out.json");
    walked.pty.wait_for("Saved: out.json");
    let saved = fs::read_to_string(walked.file("out.json")).expect("the file");
    let json: serde_json::Value = serde_json::from_str(&saved).expect("JSON");
    let file = &json["ticket"]["evidence"][0];
    assert_eq!(file["name"], "账单 截图.png");
    assert_eq!(file["size"], 7);
    assert_eq!(file["sha256"], sha256("picture").as_str());
    assert!(!saved.contains("my secret folder"), "{saved}");
    // It can be taken out again.
    walked.line(NEXT, "4");
    walked.line("Which line?", "3");
    walked.line("What should happen with this answer?", "1");
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "without.json");
    walked.pty.wait_for("Saved: without.json");
    assert!(!fs::read_to_string(walked.file("without.json")).expect("the file").contains("账单"));
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

/// A pipe would wait for ever, a device never end, and neither is a file that somebody could send.
#[test]
fn only_files_go_along() {
    let mut walked = walk("--plain", 80);
    let made = Command::new("mkfifo").arg(walked.file("pipe.png")).status().expect("mkfifo");
    assert!(made.success());
    let large = fs::File::create(walked.file("large.mov")).expect("a file");
    large.set_len((4 << 30) + 1).expect("a hole");
    walked.answer_all();
    for (typed, said) in [
        ("pipe.png", "pipe.png could not be read: it is no ordinary file"),
        ("/dev/null", "null could not be read: it is no ordinary file"),
        ("/dev/zero", "zero could not be read: it is no ordinary file"),
        ("large.mov", "large.mov could not be read: it is larger than 4 GiB"),
    ] {
        walked.line(NEXT, "5");
        walked.line("Which file goes with it?", typed);
        walked.pty.wait_for(said);
    }
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

/// A path is taken as it is; the name of a file is covered where the summary says it.
#[test]
fn a_path_is_no_answer() {
    let mut walked = walk("--plain", 80);
    let (screenshot, card) = ("Screenshot 10.00.00\u{202f}AM.png", "4111111111111111.png");
    for name in ["two  spaces.png", screenshot, card] {
        fs::write(walked.file(name), "x").expect("a file");
    }
    walked.answer_all();
    walked.line(NEXT, "5");
    walked.line("Which file goes with it?", "?");
    walked.line(NEXT, "5");
    walked.line("Which file goes with it?", ":review");
    for (typed, said) in
        [("'two  spaces.png'", "spaces.png (1"), (&*format!("'{screenshot}'"), "AM.png (1"), (card, "")]
    {
        walked.line(NEXT, "5");
        walked.line("Which file goes with it?", typed);
        walked.pty.wait_for(said);
    }
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "my  summary.txt");
    walked.pty.wait_for("Saved: my");
    let saved = fs::read_to_string(walked.file("my  summary.txt")).expect("the file");
    let line = saved.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(line.matches(".png (1 B").count(), 3, "{saved}");
    assert!(!saved.contains("4111111111111111"), "{saved}");
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write as _;
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string takes it");
        hex
    })
}

#[test]
fn a_terminal_far_away_gets_it_for_its_clipboard() {
    let mut walked = walk("", 80);
    walked.pty.wait_for("How much was it?");
    walked.pty.send("100 CNY\r");
    walked.pty.wait_for("What does it say?");
    walked.pty.send("stuck\r");
    walked.pty.wait_for("Enter for the summary");
    walked.pty.send("\r");
    walked.pty.wait_for(NEXT);
    walked.pty.send("\x1b[B\r");
    walked.pty.wait_for("Sent to the terminal for copying");
    let copied = copied(&walked.pty.output()).expect("OSC 52");
    assert!(copied.contains("Amount: 100 CNY") && copied.ends_with('\n'), "{copied}");
    let seen = walked.pty.output().len();
    walked.pty.wait_for_output_after(seen.saturating_sub(400), "by name only");
    std::thread::sleep(std::time::Duration::from_millis(100));
    walked.pty.send("\r");
    assert_eq!(walked.pty.exit_code(), 0);
    assert!(walked.pty.becomes_sane());
}

/// What a terminal was asked to put on its clipboard.
fn copied(bytes: &[u8]) -> Option<String> {
    use base64::Engine as _;
    let text = String::from_utf8_lossy(bytes);
    let coded = text.split_once("\x1b]52;c;")?.1.split_once('\x07')?.0;
    String::from_utf8(base64::engine::general_purpose::STANDARD.decode(coded).ok()?).ok()
}

/// Lines never hold an escape sequence; without a clipboard they say what else there is.
#[test]
fn plain_lines_copy_by_a_program_or_not_at_all() {
    let mut walked = walk("--plain", 80);
    walked.answer_all();
    walked.line(NEXT, "2");
    walked.pty.wait_for("There is no clipboard here.");
    assert!(!walked.pty.output().contains(&0x1b));
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

#[test]
fn a_clipboard_program_gets_exactly_what_was_shown() {
    let run = walletfix("diagnose ends --flows").arg(format!("{}/tests/packs/leaving", env!("CARGO_MANIFEST_DIR")));
    let run = run.words("--lang en --plain --now 2026-11-24T10:00:00+08:00").env("DISPLAY", ":0");
    let mut walked = started(run, 80);
    let tool = walked.file("bin/xclip");
    let kept = walked.file("clipboard");
    fs::write(&tool, format!("#!/bin/sh\nexec /bin/cat > '{}'\n", kept.display())).expect("a program");
    fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).expect("its mode");
    walked.answer_all();
    walked.line(NEXT, "2");
    walked.pty.wait_for("Copied. It can be pasted now.");
    let clipboard = fs::read_to_string(&kept).expect("the clipboard");
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "out.txt");
    walked.pty.wait_for("Saved: out.txt");
    assert_eq!(clipboard, fs::read_to_string(walked.file("out.txt")).expect("the file"));
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

/// The person has the summary first, and the program goes on without a clipboard program that does not.
#[test]
fn a_clipboard_program_that_hangs_is_not_waited_for() {
    let run = walletfix("diagnose ends --flows").arg(format!("{}/tests/packs/leaving", env!("CARGO_MANIFEST_DIR")));
    let run = run.words("--lang en --plain --copy --now 2026-11-24T10:00:00+08:00").env("DISPLAY", ":0");
    let mut walked = started(run, 80);
    let tool = walked.file("bin/xclip");
    fs::write(&tool, "#!/bin/sh\nexec /bin/sleep 600\n").expect("a program");
    fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).expect("its mode");
    walked.answer_all();
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
    let all = String::from_utf8(walked.pty.output()).expect("UTF-8");
    let at = |part: &str| all.find(part).unwrap_or_else(|| panic!("{part}\n{all}"));
    assert!(at("Amount: 100 CNY") < at("There is no clipboard here."), "{all}");
    assert!(!all.contains('\u{1b}'), "plain lines hold no escape sequence\n{all}");
}

#[test]
fn what_was_attached_survives_a_power_cut() {
    let mut walked = walk("--plain", 80);
    fs::write(walked.file("proof.txt"), "x").expect("a file");
    walked.answer_all();
    walked.line(NEXT, "5");
    walked.line("Which file goes with it?", "proof.txt");
    walked.pty.wait_for("proof.txt (1 B");
    walked.pty.signal("KILL");
    walked.pty.exit_code();
    let id = session(walked.home.path());
    let ran = walletfix("summary").arg(&id).home(walked.home).run().code(0);
    assert!(ran.stdout.contains("proof.txt (1 B"), "{}", ran.stdout);
}

fn session(home: &Path) -> String {
    let mut files = fs::read_dir(home.join("data/sessions")).expect("sessions");
    let file = files.next().expect("one").expect("a file");
    file.path().file_stem().expect("a name").to_string_lossy().into_owned()
}

/// No name of a file is a phrase: it is refused as everywhere, and neither a file nor the screen has it afterwards.
#[test]
fn a_phrase_is_no_name_of_a_file() {
    const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let mut walked = walk("--plain", 80);
    walked.answer_all();
    for (turn, question) in [("3", "What should the file be called?"), ("5", "Which file goes with it?")] {
        for typed in [PHRASE.to_owned(), format!("{}.txt", PHRASE.replace(' ', "-")), format!("'/tmp/{PHRASE}'")] {
            walked.line(NEXT, turn);
            walked.line(question, &typed);
            walked.line("typed it anywhere else", "2");
            walked.line(question, ":back");
        }
    }
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "4111111111111111");
    walked.pty.wait_for("That looked like a card number");
    walked.line("What should the file be called?", "mine.txt");
    walked.pty.wait_for("Saved: mine.txt");
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
    assert!(!walked.pty.screen().contains("sausage"), "{}", walked.pty.screen());
    let names = fs::read_dir(walked.home.path()).expect("the folder");
    let names: Vec<String> = names.map(|entry| entry.expect("a file").file_name().to_string_lossy().into()).collect();
    assert!(!names.iter().any(|name| name.contains("sausage") || name.contains("4111")), "{names:?}");
}

/// What is offered after a name that cannot be is a new file, whatever was typed.
#[test]
fn what_is_offered_can_be_taken() {
    let mut walked = walk("--plain", 80);
    fs::create_dir(walked.file("folder")).expect("a folder");
    fs::write(walked.file("a\\b.txt"), "mine").expect("a file");
    walked.answer_all();
    walked.line(NEXT, "3");
    walked.line("What should the file be called?", "folder");
    walked.line("Enter means folder/walletfix-2026-11-24.txt.", "'a\\b.txt'");
    walked.line("Enter means 'a\\b-2.txt'.", "");
    walked.pty.wait_for("Saved: a\\b-2.txt");
    assert!(walked.file("a\\b-2.txt").exists());
    walked.line(NEXT, "");
    assert_eq!(walked.pty.exit_code(), 0);
}

/// Whoever stops there is told of the summary, since there is nothing to resume.
#[test]
fn ctrl_c_at_the_last_screen_names_the_summary() {
    let mut walked = walk("--plain", 80);
    walked.answer_all();
    walked.pty.wait_for(NEXT);
    walked.pty.send("\u{3}");
    walked.pty.wait_for("walletfix summary ");
    assert_eq!(walked.pty.exit_code(), 130);
    assert!(!walked.pty.screen().contains("resume"), "{}", walked.pty.screen());
}
