//! Somebody, or a cat, on the keyboard: keys by numbers, in bursts, in windows that change. The program never panics, never
//! hangs, loses nothing that was confirmed, and leaves nothing behind. A failure names its seed, and
//! `WALLETFIX_SEED=7 WALLETFIX_CASES=1` plays that storm again.

use super::keys::named;
use super::stage::journals;
use crate::harness::command::walletfix;
use crate::harness::pty::Pty;
use crate::harness::wander::Dice;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use walletfix::i18n::{Lang, Message};
use walletfix::library;
use walletfix::pack::Pack;
use walletfix::parse::read_pack_within;
use walletfix::record;
use walletfix::session::Session;
use walletfix::session::request::Request;

/// How many keys a storm has, at least: it goes on until something could be compared.
const KEYS: usize = 500;

/// And at most. In so many something is always compared.
const MOST_KEYS: usize = 20 * KEYS;

/// A program that has read all and has written nothing for so long waits for more. Longer than a lone Escape is doubted, and
/// than a window that changes is left alone.
const QUIET: Duration = Duration::from_millis(240);

/// And for so many looks at it.
const LOOKS: usize = 15;

/// Only a failing storm waits this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// What can be typed, as people do and as nobody does.
const TYPED: &str = "abcdefglnoprsy0123456789 ??::.,-+¥是否不知道没有红绿蓝苹果梨钱元点昨天，。é👍\u{301}\u{200d}";

/// Whole lines.
const LINES: [&str; 12] = [
    ":back\r",
    ":lang\r",
    ":review\r",
    ":flow\r",
    ":help\r",
    ":skip\r",
    "?\r",
    "100 CNY\r",
    "9:30\r",
    "2\r",
    "1,3\r",
    "no\r",
];

const SIZES: [(u16, u16); 8] = [(24, 80), (20, 40), (8, 20), (40, 120), (7, 60), (30, 19), (2, 30), (12, 33)];

/// How the program may end while keys rain on it: at the end, by leaving, by Ctrl-C.
const ENDS: [u32; 3] = [0, 3, 130];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenes/storm")
}

/// Every question of the storm's flows, in both languages.
static QUESTIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut texts = Vec::new();
    for name in ["round", "aside"] {
        let file = std::fs::read_to_string(folder().join(name).with_extension("toml")).expect("a flow");
        let verbs = ["ask.", "tell.", "do.", "try."];
        let asked = file.lines().filter(|line| verbs.iter().any(|verb| line.starts_with(verb)));
        texts.extend(asked.map(|line| line.split('"').nth(1).expect("a text").to_owned()));
    }
    texts
});

/// What the list of all answers says.
static REVIEWS: LazyLock<[String; 2]> =
    LazyLock::new(|| Lang::ALL.map(|lang| Message::new("screen-review").text(lang).chars().take(8).collect()));

static PACK: LazyLock<Pack> =
    LazyLock::new(|| read_pack_within(&library::folder(&folder(), false).expect("the flows"), 0).0);

/// A storm that is going on.
struct Storm {
    dice: Dice,
    home: TempDir,
    window: Pty,
    size: (u16, u16),
    /// Whether it breaks rows that became too wide, or cuts them off.
    breaks: bool,
    /// The journal of the session that is walked, as soon as there is one.
    journal: Option<PathBuf>,
    /// What every journal said when it was read last.
    read: HashMap<PathBuf, Vec<u8>>,
    /// How often the screen was compared with the journal, and with one drawn afresh.
    compared: usize,
}

/// Keys, in windows that change their size or not, from that seed.
pub(super) fn rage(seed: u64, resizing: bool) {
    let mut dice = Dice::new(seed);
    let size = if resizing { *dice.pick(&SIZES) } else { SIZES[usize::try_from(seed % 3).expect("small")] };
    let home = tempfile::tempdir().expect("a temporary folder");
    let breaks = seed.is_multiple_of(2);
    let window = start(home.path(), None, size, breaks);
    let mut storm = Storm { dice, home, window, size, breaks, journal: None, read: HashMap::new(), compared: 0 };
    storm.calm();
    let (mut typed, mut until_calm) = (0, 0);
    while typed < KEYS || storm.compared == 0 {
        assert!(typed < MOST_KEYS, "nothing could be compared:\n{}", storm.window.screen());
        let burst = 1 + storm.dice.roll(40);
        typed += burst;
        let keys: Vec<u8> = (0..burst).flat_map(|_| storm.key()).collect();
        // What is written to a program that has just ended is nobody's.
        storm.window.send_bytes(&keys);
        if resizing && storm.dice.once_in(2) {
            storm.size = *storm.dice.pick(&SIZES);
            storm.window.resize(storm.size.0, storm.size.1);
        }
        until_calm += burst;
        if until_calm >= 60 || storm.dice.once_in(8) {
            until_calm = 0;
            storm.look();
        }
    }
    storm.look();
    storm.end();
}

/// The program, at the beginning or going on with that session.
fn start(home: &Path, journal: Option<&Path>, (rows, columns): (u16, u16), breaks: bool) -> Pty {
    let run = match journal {
        None => walletfix("diagnose round --lang zh"),
        Some(path) => walletfix("resume").arg(path.file_stem().expect("an id")),
    };
    let (mut command, _folder_of_nobody, _) =
        run.words("--now 2026-11-24T10:00:00+08:00 --flows").arg(folder()).env("TERM", "xterm-256color").into_parts();
    command.env("HOME", home).env("WALLETFIX_DATA_DIR", home.join("data")).current_dir(home);
    if !breaks {
        command.env("XTERM_VERSION", "XTerm(390)");
    }
    let mut window = Pty::of(&command, rows, columns);
    if breaks {
        window.break_rows();
    }
    window
}

impl Storm {
    /// Anything that a keyboard or a bad line can send.
    fn key(&mut self) -> Vec<u8> {
        let typed: Vec<char> = TYPED.chars().collect();
        let dice = &mut self.dice;
        match dice.roll(24) {
            0..=5 => dice.pick(&typed).to_string().into_bytes(),
            6..=9 => b"\r".to_vec(),
            10 | 11 => b" ".to_vec(),
            12..=14 => dice.pick(&["\x1b[A", "\x1b[B"]).as_bytes().to_vec(),
            15..=17 => dice.pick(&named().collect::<Vec<_>>()).as_bytes().to_vec(),
            18..=20 => dice.pick(&LINES).as_bytes().to_vec(),
            21 => match u8::try_from(1 + dice.roll(31)).expect("a control key") {
                // What ends the program is typed less often than the rest.
                3 | 4 if !dice.once_in(4) => b"\t".to_vec(),
                // After Ctrl-C they end whatever runs, and stop all output until Ctrl-Q.
                28 | 19 => b"\t".to_vec(),
                byte => vec![byte],
            },
            22 => vec![u8::try_from(128 + dice.roll(128)).expect("a byte")],
            _ => format!("\x1b[200~{}\n{}\x1b[201~", dice.pick(&typed), dice.pick(&LINES)).into_bytes(),
        }
    }

    /// Once all is calm: the program waits or has ended as it may, the journal has only grown, and what is asked is what
    /// comes next after all that the journal holds.
    fn look(&mut self) {
        if self.is_over() {
            return;
        }
        self.drawn_again();
        let Some(next) = self.next_question() else { return };
        let output = String::from_utf8_lossy(&self.window.output()).into_owned();
        let last = |text: &str| output.rfind(text);
        let shown = QUESTIONS.iter().max_by_key(|text| last(text)).expect("questions");
        // An answer that is being changed is asked for below the list of all answers.
        let changing = REVIEWS.iter().any(|review| last(review) > last(&next));
        assert!(*shown == next || changing, "{shown} is asked, and {next} comes next:\n{}", self.window.screen());
        self.compared += 1;
    }

    /// Whether the program has ended, as it may; then it is started again.
    fn is_over(&mut self) -> bool {
        let Some(code) = self.calm() else { return false };
        assert!(ENDS.contains(&code), "it ended with {code}:\n{}", self.window.screen());
        assert!(self.window.becomes_sane(), "{}", self.window.screen());
        self.grown();
        let known = |path: &PathBuf| self.read.contains_key(path);
        let promised =
            |path: &&PathBuf| self.window.screen().contains(&*path.file_stem().expect("an id").to_string_lossy());
        let lost = journals(self.home.path()).iter().filter(promised).find(|path| !known(path)).cloned();
        assert_eq!(lost, None, "it promised to have saved:\n{}", self.window.screen());
        if code == 0 {
            self.journal = None;
        }
        self.window = start(self.home.path(), self.journal.as_deref(), self.size, self.breaks);
        self.calm();
        true
    }

    /// Waits until all keys are read and nothing more is written; the exit code where there is one.
    fn calm(&mut self) -> Option<u32> {
        let start = Instant::now();
        let (mut since, mut before, mut looks) = (Instant::now(), 0, 0);
        // Where there is too much to do, a few looks may take as long.
        while since.elapsed() < QUIET || looks < LOOKS {
            if let Some(code) = self.window.ended() {
                return Some(code);
            }
            assert!(start.elapsed() < PATIENCE, "it hangs:\n{}", self.window.screen());
            let now = self.window.output().len();
            // Before it shows anything it watches for no signal yet, and Ctrl-C is the end of any program.
            if now == 0 || now != before || !self.window.waits_for_keys() {
                (since, before, looks) = (Instant::now(), now, 0);
            }
            looks += 1;
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }

    /// The journal as it is now; what it said before still stands in it.
    fn grown(&mut self) -> Option<Vec<u8>> {
        for path in journals(self.home.path()) {
            let now = std::fs::read(&path).expect("a journal");
            match self.read.get(&path) {
                Some(before) => assert!(now.starts_with(before), "{} lost something", path.display()),
                // The power may go between the making of a file and its first line.
                None if record::read(&now).is_none() => continue,
                None => self.journal = Some(path.clone()),
            }
            self.read.insert(path, now);
        }
        self.journal.as_ref().and_then(|path| self.read.get(path)).cloned()
    }

    /// What the journal says that should be asked; `None`: nothing, or it is no question of a step.
    fn next_question(&mut self) -> Option<String> {
        let bytes = self.grown()?;
        let record = record::read(&bytes).expect("a journal");
        let zone = TimeZone::get(&record.header.zone).unwrap_or(TimeZone::UTC);
        let (session, misfits) =
            Session::replay(&PACK, &PACK.profiles["demo"], zone, &record.entries).expect("a session");
        assert_eq!(misfits, 0, "{}", String::from_utf8_lossy(&bytes));
        let Request::Ask(asking) = session.request(false) else { return None };
        Some(session.words_of(asking.step).0)
    }

    /// The screen is what it would be if it were drawn now.
    fn drawn_again(&mut self) {
        let before = self.window.look(picture);
        self.window.send("\x0c");
        self.calm();
        assert_eq!(self.window.look(picture), before, "drawn again it is another");
    }

    /// Ctrl-C ends it, the terminal is sane, and the session goes on at the same question, drawn by a new program.
    fn end(&mut self) {
        // Where there is room for all, and a pasted text has ended, and what was typed is gone.
        self.size = (40, 80);
        self.window.resize(40, 80);
        for keys in ["\x1b[201~", "\x05", "\x15", "\x1b[H"] {
            self.window.send(keys);
            if self.is_over() {
                return;
            }
        }
        let before = self.window.look(picture);
        let next = self.next_question();
        self.window.send("\x03");
        assert_eq!(self.window.exit_code(), 130, "{}", self.window.screen());
        assert!(self.window.becomes_sane(), "{}", self.window.screen());
        let (Some(journal), Some(next)) = (self.journal.clone(), next) else { return };
        self.window = start(self.home.path(), Some(&journal), self.size, self.breaks);
        self.window.wait_for_output(&next);
        self.calm();
        self.window.send("\x1b[H");
        self.calm();
        let after = self.window.look(picture);
        if let (Some(before), Some(after)) = (live(&before, &next), live(&after, &next)) {
            assert_eq!(before, after, "drawn by a new program");
            self.compared += 1;
        }
    }
}

/// The rows of the screen.
fn picture(screen: &vt100::Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).map(|row| row.trim_end().to_owned()).collect()
}

/// What of a question can still change, but for the hint, which is longer the first time; `None` where it is not the last
/// thing that was asked, or several may be ticked.
fn live<'r>(rows: &'r [String], question: &str) -> Option<&'r [String]> {
    let asked = rows.iter().rposition(|row| row.contains(question))?;
    let from = rows.iter().rposition(|row| row.starts_with('>'))?;
    let to = from + rows[from..].iter().position(|row| row.contains("Esc"))?;
    // An empty row begins another screen.
    let whole = rows.get(asked..to)?;
    whole.iter().all(|row| !row.is_empty() && !row.contains("[x]")).then(|| &rows[from..to])
}
