//! Other programs are given none of our secrets.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::desk::{words, Desk};
use super::node::nowhere;

/// Stands in the place of git, and writes down what it can see.
const NOSY: &str = "#!/bin/sh\n/usr/bin/env > \"$SEEN\"\n";

#[test]
fn git_sees_neither_the_mnemonic_nor_the_passphrase() {
    let desk = Desk::new(&nowhere());
    let git = desk.path("git");
    fs::write(&git, NOSY).unwrap();
    fs::set_permissions(&git, fs::Permissions::from_mode(0o755)).unwrap();
    let mut deploy = desk.command("deploy");
    deploy.args(["--params", "dao.json", "--dry-run"]);
    deploy.env("ISONOMIA_MNEMONIC", words(0)).env("ISONOMIA_PASSPHRASE", "correct horse");

    deploy.env("PATH", desk.path("")).env("SEEN", desk.path("seen")).output().unwrap();

    let seen = fs::read_to_string(desk.path("seen")).unwrap();
    assert!(seen.contains("SEEN="), "{seen}");
    assert!(!seen.contains("ISONOMIA_") && !seen.contains("correct horse"), "{seen}");
}
