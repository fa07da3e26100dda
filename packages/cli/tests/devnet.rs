//! The devnet as its users meet it. What needs Go is `#[ignore]`d: `cargo test -p isonomia-cli --test devnet -- --ignored`
//! builds wasmd, the first time, and runs chains on ports from 27657 on.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use isonomia_cli::devnet::{chain_file, down, Devnet, Options};

/// More blocks than four validators make in the time that a dead one is waited for.
const SOME_BLOCKS: u64 = 8;

fn devnet(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
    command.arg("devnet").args(arguments).arg("--home").arg(home);
    command
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn options(home: &Path, validators: u16, port: u16) -> Options {
    let block_time = Duration::from_millis(300);
    Options { validators, home: home.to_path_buf(), port, block_time }
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

#[test]
#[ignore = "builds and runs wasmd"]
fn one_of_four_dies_and_comes_back_to_the_same_state() {
    let home = Home::new();
    let devnet = Devnet::up(&options(&home.path(), 4, 27657)).unwrap();

    devnet.kill(2).unwrap();
    assert_eq!(devnet.pid(2).unwrap(), None);
    let after = devnet.height(0).unwrap() + SOME_BLOCKS;
    devnet.wait_for(0, after).unwrap();
    devnet.restart(2).unwrap();
    devnet.wait_for(2, after).unwrap();

    let hashes: Vec<String> = (0..4).map(|validator| devnet.app_hash(validator, after).unwrap()).collect();
    assert!(hashes.iter().all(|hash| *hash == hashes[0] && !hash.is_empty()), "{hashes:?}");
    devnet.down().unwrap();
    assert!(!home.path().exists());
}

#[test]
#[ignore = "builds and runs wasmd"]
fn a_devnet_is_found_again_and_one_that_died_is_told() {
    let home = Home::new();
    let asked = options(&home.path(), 1, 27687);
    let first = Devnet::up(&asked).unwrap();
    let again = Devnet::up(&asked).unwrap();
    assert_eq!(again.chain(), first.chain());
    assert_eq!(Devnet::open(&home.path()).unwrap().pid(0).unwrap(), first.pid(0).unwrap());
    assert!(chain_file(&home.path()).is_file());

    let other = Devnet::up(&options(&home.path(), 1, 27697)).unwrap_err().to_string();
    assert!(other.contains("with other options runs in"), "{other}");

    first.kill(0).unwrap();
    let dead = Devnet::up(&asked).unwrap_err().to_string();
    assert!(dead.ends_with("lies a devnet that has ended: run `isonomia devnet down` first"), "{dead}");
    assert!(down(&home.path()).unwrap() && !home.path().exists());
}
