//! What a file is called from the root of the repository: the only name that a service beside the checkout knows.

use super::super::context::variable;
use std::path::{Component, Path, PathBuf};

/// Where the repository lies, and where the program runs.
pub(super) struct Repository {
    root: PathBuf,
    here: PathBuf,
}

impl Repository {
    /// The checkout that GitHub Actions names (`GITHUB_WORKSPACE`), else the working folder.
    pub(super) fn of_environment() -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let root = variable("GITHUB_WORKSPACE").filter(|root| !root.is_empty());
        Self { root: root.map_or_else(|| here.clone(), PathBuf::from), here }
    }

    /// The path from the root, with `/`; the whole path of a file that lies elsewhere.
    pub(super) fn path_of(&self, name: &str) -> String {
        let whole = straight(&self.here.join(name));
        let inside = whole.strip_prefix(straight(&self.root)).unwrap_or(&whole);
        let text = inside.to_string_lossy();
        if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
    }
}

/// Without `.` and `..`, by the words of the path alone: a file may be gone by now.
fn straight(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::Repository;

    #[test]
    #[cfg(unix)]
    fn a_file_is_called_from_the_root() {
        let repository = |root: &str, here: &str| Repository { root: root.into(), here: here.into() };
        for (root, here, name, expected) in [
            ("/r", "/r", "flows/a.toml", "flows/a.toml"),
            ("/r", "/r/flows", "a.toml", "flows/a.toml"),
            ("/r", "/r/flows", "../other/./a.toml", "other/a.toml"),
            ("/r", "/r", "/r/flows/余额.toml", "flows/余额.toml"),
            ("/r/", "/r", "../x/a.toml", "/x/a.toml"),
            ("/r", "/elsewhere", "a.toml", "/elsewhere/a.toml"),
        ] {
            assert_eq!(repository(root, here).path_of(name), expected, "{name} from {here}");
        }
    }
}
