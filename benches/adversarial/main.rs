//! Packs that somebody wrote to make the reader suffer: twice the size may take at most 2.5 times as long.
//!
//! `cargo bench --bench adversarial` prints a table: the processor time of reading (with all rules) and of showing what was
//! found, at three sizes, and the larger of the two steps between them. Words after `--` choose families.

mod families;

use families::{FAMILIES, Family};
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::time::Duration;
use walletfix::diagnostic::Diagnostic;
use walletfix::diagnostic::render::{github, human, json, sarif};
use walletfix::i18n::Lang;
use walletfix::pack::PackFile;
use walletfix::parse::read_pack;

/// What doubling may cost.
const MOST: f64 = 2.5;
/// Less than this is too little to compare.
const NOISE: Duration = Duration::from_millis(4);
/// How often each size is measured; the shortest time counts.
const TIMES: usize = 3;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!("{:<28} {:>8} {:>30} {:>30}  findings", "family", "size", "reading, ms", "showing, ms");
    let mut slow = Vec::new();
    for family in FAMILIES
        .iter()
        .filter(|family| wanted.is_empty() || wanted.iter().any(|word| family.name.contains(word.as_str())))
    {
        if !measure(family) {
            slow.push(family.name);
        }
    }
    if !slow.is_empty() {
        println!("\nmore than {MOST} times as long: {}", slow.join(", "));
        std::process::exit(1);
    }
}

/// Prints a line; whether both times stay within what doubling may cost.
fn measure(family: &Family) -> bool {
    let sizes = [family.size, family.size * 2, family.size * 4];
    let mut reading = [Duration::MAX; 3];
    let mut showing = [Duration::MAX; 3];
    let mut found = 0;
    for (at, size) in sizes.into_iter().enumerate() {
        let files = (family.files)(size);
        for _ in 0..TIMES {
            let (diagnostics, time) = timed(|| read(&files));
            reading[at] = reading[at].min(time);
            found = diagnostics.len();
            let ((), time) = timed(|| show(&diagnostics));
            showing[at] = showing[at].min(time);
        }
    }
    let (read, shown) = (worst(&reading), worst(&showing));
    println!(
        "{:<28} {:>8} {} {}  {found}",
        family.name,
        family.size,
        columns(&reading, read),
        columns(&showing, shown)
    );
    read <= MOST && shown <= MOST
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = spent();
    let result = black_box(work());
    (result, spent().saturating_sub(start))
}

/// The processor time of all threads so far: others may be at work on the machine.
fn spent() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
}

fn read(files: &[PackFile]) -> Vec<Diagnostic> {
    read_pack(files).1
}

fn show(diagnostics: &[Diagnostic]) {
    let path = |name: &str| name.to_owned();
    black_box(human::render(diagnostics, Lang::Zh, false, 80, walletfix::secrets::blot));
    black_box(json::render(diagnostics, json::Checked { files: 1, flows: 1 }, Lang::En));
    black_box(sarif::render(diagnostics, &[], Lang::Zh, &path, &|_| Vec::new()));
    black_box(github::render(diagnostics, &[], Lang::En, &path));
}

/// The worst step from one size to the next, where there is enough to compare.
fn worst(times: &[Duration; 3]) -> f64 {
    let steps = times.windows(2).filter(|pair| pair[1] > NOISE * 2);
    steps.map(|pair| pair[1].as_secs_f64() / pair[0].max(NOISE).as_secs_f64()).fold(0.0, f64::max)
}

fn columns(times: &[Duration; 3], worst: f64) -> String {
    let [a, b, c] = times.map(|time| time.as_secs_f64() * 1000.0);
    format!("{a:7.1} {b:7.1} {c:7.1} {worst:5.2}x")
}
