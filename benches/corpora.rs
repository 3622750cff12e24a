//! Writes corpora to disk: `cargo bench --bench corpora -- FOLDER PRESET...` makes a folder for each preset and, beside
//! it, `PRESET.tsv`, which names each file that has a fault and the rule that has to find it.

mod corpus;

use corpus::{PRESETS, Preset};
use std::fmt::Write;
use std::io::{self, Error, ErrorKind};
use std::path::Path;
use std::{env, fs};

fn main() -> io::Result<()> {
    // Cargo adds an argument of its own.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let wrong = |what: &str| {
        let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
        Error::new(
            ErrorKind::InvalidInput,
            format!("{what}; FOLDER PRESET... is right, with presets of {}", names.join(", ")),
        )
    };
    let (folder, names) = arguments.split_first().ok_or_else(|| wrong("no folder is named"))?;
    if names.is_empty() {
        return Err(wrong("no preset is named"));
    }
    for name in names {
        let preset = Preset::named(name).ok_or_else(|| wrong(&format!("there is no preset {name}")))?;
        write(preset, &Path::new(folder).join(name))?;
    }
    Ok(())
}

fn write(preset: &Preset, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let (mut bytes, mut faults) = (0, String::new());
    for made in preset.made() {
        bytes += made.text.len();
        fs::write(folder.join(&made.name), &made.text)?;
        if let Some(rule) = made.fault {
            // Writing into a string cannot fail.
            let _ = writeln!(faults, "{}\t{rule}", made.name);
        }
    }
    fs::write(folder.with_extension("tsv"), faults)?;
    println!("{}: {} files, {} steps, {bytes} bytes", preset.name, preset.files, preset.files * preset.steps);
    Ok(())
}
