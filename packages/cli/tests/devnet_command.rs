//! What `isonomia devnet` says before it builds anything. What needs Go stands in `devnet/`.

use std::path::Path;
use std::process::{Command, Output};

use isonomia_cli::devnet::down;

fn devnet(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
    command.arg("devnet").args(arguments).arg("--home").arg(home);
    command
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder that takes its devnet down with it, however the test ends.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> std::path::PathBuf {
        self.0.path().join("devnet")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = down(&self.path());
    }
}

#[test]
fn without_go_it_says_what_to_install() {
    let home = Home::new();
    let path = home.0.path().join("empty");
    std::fs::create_dir(&path).unwrap();

    let output = devnet(&home.path(), &["up", "--port", "27637"])
        .env("PATH", path)
        .env("XDG_CACHE_HOME", home.0.path())
        .output()
        .unwrap();

    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("install Go 1.25.9 or later"), "{}", stderr(&output));
    assert!(!home.path().exists(), "nothing was begun");
}

#[test]
fn two_validators_are_refused() {
    let home = Home::new();
    let output = devnet(&home.path(), &["up", "--validators", "2"]).output().unwrap();
    assert_eq!(stderr(&output), "isonomia: a devnet has 1 validator or 4, not 2\n");
}

#[test]
fn a_status_of_nothing_is_a_failure() {
    let home = Home::new();
    let output = devnet(&home.path(), &["status"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("isonomia: there is no devnet in"), "{}", stderr(&output));
}
