//! Other programs that the command runs: git, Go, the C compiler, `sh` and wasmd.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

/// What the names of our own environment variables begin with, those of secrets among them.
const OURS: &str = "ISONOMIA_";

/// A program that is given the environment without our variables. No other program needs them, and whoever may look at a
/// process may read its environment. Every program that the command runs is made here.
pub fn child(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    let names = env::vars_os().map(|(name, _)| name);
    names.filter(|name| name.as_encoded_bytes().starts_with(OURS.as_bytes())).for_each(|name| {
        command.env_remove(name);
    });
    command
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn every_program_that_the_command_runs_is_made_here() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let made = concat!("Command::", "new(");
        let makers: Vec<PathBuf> = sources(&folder)
            .into_iter()
            .filter(|path| fs::read_to_string(path).unwrap().contains(made))
            .collect();
        assert_eq!(makers, [folder.join("child.rs")]);
    }
}
