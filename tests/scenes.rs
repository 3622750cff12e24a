//! Scenes: what a person does at a terminal, and what stands on the screen then. Each is a file, `scenes/cases/*.scene`;
//! adding one adds no code. `WALLETFIX_BLESS=1` writes what is seen into the files, to be read by somebody then;
//! `WALLETFIX_SCENE=p01` plays those alone whose names begin so; `WALLETFIX_CASES=20` plays each so often.
//!
//! ```text
//! # what it shows
//! size: 40x20                    columns and rows of the windows opened from now on (80x24)
//! window: breaks                 rows that become too wide are broken (VTE, tmux), or cut off: `cuts` (xterm), as it is
//! env: TERM=dumb                 a variable for the programs started from now on
//! server: silent                 checks meet a server that takes every connection and says nothing
//! with: SIGNAL=TERM CODE=143     played once for each such line, with these words for {SIGNAL} and {CODE}
//! redirect: > stdout             inputs and outputs of the next program, as a shell writes them
//! run: diagnose kinds --lang zh  the program in a window; the flows are those of `scenes/pack`, the clock stands still
//! shell: diagnose kinds          the same, started by somebody at a shell
//! wait: 在哪里                   until a row of the screen says so
//! wait: 在哪里 ... 回答：        the same, and then another row below
//! gone: 在哪里                   until no row does
//! keys: <Down*3> <C-u> 2 <Enter> keys by name, and letters; spaces are none
//! type: 钱包 地址                as it stands here
//! raw: \x1b[A                    with escapes
//! slowly 20ms: 钱\x1b[A          the same byte by byte
//! pause: 150ms                   nothing happens for so long
//! paste: one\ntwo                as a terminal brackets what is pasted
//! resize: 20x8
//! signal: TERM                   to the program, also where a shell started it
//! expect:                        until the screen shows exactly these rows
//! | 在哪里？
//! | > 这里
//! expect from: 在哪里            the same, from the last row that says this
//! cursor: hidden 3,0             until the cursor is there
//! sent: \x1b[?25l                until the program has written these bytes
//! never sent: \x1b
//! sent only: ascii               or `lines`: no escape, no return but at the end of a line
//! colours: none                  or `some`: what the screen shows now
//! tty: sane                      as a shell expects it; `raw`: not so
//! exit: 130                      until the program ends so
//! close 129 or 3: <Down>         these keys, and the window is gone
//! saved: "balance"               the journal says so
//! never saved: abandon
//! file stdout: 显示: 处理中      the file of that name says so
//! ```

mod keys;
mod pitfalls;
mod scene;
mod stage;
mod storm;

use crate::harness::cases;
use scene::Scene;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Most of a scene is waiting for the other side.
const AT_ONCE: usize = 8;

fn all() -> Vec<Scene> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenes/cases");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| Scene::read(path)).collect()
}

#[test]
fn every_scene_is_as_written() {
    let bless = std::env::var_os("WALLETFIX_BLESS").is_some();
    let begin = std::env::var("WALLETFIX_SCENE").unwrap_or_default();
    let mut scenes: Vec<Scene> = all().into_iter().filter(|scene| scene.name.starts_with(&begin)).collect();
    if bless {
        scenes.dedup_by(|one, other| one.path == other.path);
    }
    let times = if bless { 1 } else { cases(1) as usize };
    let plays: Vec<&Scene> = (0..times).flat_map(|_| &scenes).collect();
    let failed = at_once(&plays, |scene| stage::play(scene, bless));
    let failed: Vec<String> = failed.into_iter().map(|scene| scene.shown()).collect();
    assert!(failed.is_empty(), "not as written: {failed:?}");
}

#[test]
fn storms_of_keys_break_nothing() {
    storms(false);
}

#[test]
fn storms_in_changing_windows_break_nothing() {
    storms(true);
}

/// One seed after the other, some at once: `WALLETFIX_CASES` of them, from `WALLETFIX_SEED` on.
fn storms(resizing: bool) {
    let first: u64 = std::env::var("WALLETFIX_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let seeds: Vec<u64> = (first..first + u64::from(cases(4))).collect();
    let failed = at_once(&seeds, |seed| storm::rage(*seed, resizing));
    assert!(failed.is_empty(), "storms that did: {failed:?}");
}

/// Does it with each of them; those with which it panicked.
fn at_once<T: Sync>(all: &[T], deed: impl Fn(&T) + Sync) -> Vec<&T> {
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(all.len()) {
            scope.spawn(|| {
                while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if catch_unwind(AssertUnwindSafe(|| deed(one))).is_err() {
                        failed.lock().unwrap().push(one);
                    }
                }
            });
        }
    });
    failed.into_inner().unwrap()
}
