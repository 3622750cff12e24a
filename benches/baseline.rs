//! What reading TOML costs at the least: parses every `.toml` file of the folders given, one after the other, and does
//! nothing else. `cargo bench --bench baseline -- FOLDER...`

use std::hint::black_box;
use std::path::PathBuf;
use std::{env, fs, io};
use toml::de::DeTable;

fn main() -> io::Result<()> {
    let (mut files, mut bytes) = (0, 0);
    // Cargo adds an argument of its own.
    for folder in env::args_os().skip(1).filter(|argument| argument != "--bench") {
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
        paths.sort();
        for path in paths {
            let text = fs::read_to_string(path)?;
            // A file that is no TOML costs what was read of it.
            let _ = black_box(DeTable::parse(black_box(&text)));
            files += 1;
            bytes += text.len();
        }
    }
    println!("{files} files, {bytes} bytes");
    Ok(())
}
