//! Names that are devices on Windows wherever they stand, with whatever ending: what is written to `NUL.txt` is gone.

use std::path::Path;

/// As Microsoft lists them ("Naming Files, Paths, and Namespaces"). `COM` and `LPT` go with a digit, superscripts included.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// Whether the system takes that path for a device rather than for a file.
pub(super) fn is_device(path: &Path) -> bool {
    cfg!(windows) && path.file_name().is_some_and(|name| names_device(&name.to_string_lossy()))
}

fn names_device(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end_matches(' ').to_ascii_uppercase();
    let is_digit =
        |rest: &str| matches!(rest, "\u{b9}" | "\u{b2}" | "\u{b3}") || matches!(rest.as_bytes(), [b'0'..=b'9']);
    DEVICES.contains(&&*stem) || NUMBERED.iter().any(|known| stem.strip_prefix(known).is_some_and(is_digit))
}

#[cfg(test)]
mod tests {
    use super::names_device;

    #[test]
    fn devices_are_known_by_what_stands_before_the_first_point() {
        for device in
            ["NUL", "nul.txt", "Con", "aux.tar.gz", "COM1", "lpt9.md", "COM\u{b9}", "prn .txt", "conout$", "nul:"]
        {
            assert!(names_device(device), "{device}");
        }
        for file in
            ["null.txt", "console", "walletfix-2026-11-22.txt", "COM", "COM10", "a.nul", "", "lpt\u{2074}", "余额.con"]
        {
            assert!(!names_device(file), "{file}");
        }
    }
}
