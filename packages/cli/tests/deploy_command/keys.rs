//! Keys, each in a file that a passphrase opens.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use super::desk::{stderr, words, Desk};
use super::node::nowhere;

#[test]
fn a_key_is_made_listed_and_shown_and_its_words_are_not() {
    let desk = Desk::new(&nowhere());
    let added = desk.keys(&["add", "paul"]).output().unwrap();
    assert!(added.status.success(), "{added:?}");
    assert_eq!(String::from_utf8(added.stdout).unwrap(), "keys/paul.age\n");
    assert!(String::from_utf8(added.stderr).unwrap().contains("Keep a copy of this file"));
    let listed = desk.keys(&["list"]).output().unwrap();
    assert_eq!(String::from_utf8(listed.stdout).unwrap(), "paul\n");
    let shown = desk.keys(&["show", "paul"]).output().unwrap();
    let address = String::from_utf8(shown.stdout).unwrap();
    assert!(address.starts_with("wasm1") && address.split_whitespace().count() == 1, "{address}");
    let chain = fs::read_to_string(desk.path("chain.json")).unwrap();
    fs::write(desk.path("chain.json"), chain.replace("town-1", "isonomia-devnet-1")).unwrap();
    let on_a_devnet = desk.keys(&["show", "paul"]).output().unwrap();
    assert_eq!(String::from_utf8(on_a_devnet.stdout).unwrap(), address);
    let said = stderr(&desk.keys(&["add", "paul"]).output().unwrap());
    assert!(said.contains("there is a key `paul` in keys already; nothing was changed"), "{said}");
}

#[test]
fn an_existing_key_comes_from_the_standard_input() {
    let desk = Desk::new(&nowhere());
    recover(&desk, "alice", words(0));
    let shown = desk.keys(&["show", "alice"]).output().unwrap();
    let alice = &isonomia_cli::devnet::accounts()[0].address;
    assert_eq!(String::from_utf8(shown.stdout).unwrap(), format!("{alice}\n"));
    let said = stderr(&recover(&desk, "bob", "twelve words that are no mnemonic"));
    assert!(said.contains("the mnemonic is not one") && !said.contains("twelve words"), "{said}");
    assert!(!desk.path("keys").join("bob.age").exists());
}

fn recover(desk: &Desk, name: &str, words: &str) -> Output {
    let mut command = desk.keys(&["add", name, "--recover"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn words_that_are_typed_in_the_place_of_a_name_are_not_repeated() {
    let desk = Desk::new(&nowhere());
    let words = "ecology danger install patient purity veteran";
    let said = stderr(&desk.keys(&["add", words]).output().unwrap());
    assert!(said.contains("that is no name of a key") && !said.contains("ecology"), "{said}");
}

#[test]
fn a_wrong_passphrase_and_a_missing_key_are_told_apart() {
    let desk = Desk::new(&nowhere());
    assert!(desk.keys(&["add", "paul"]).output().unwrap().status.success());
    let mut deploy = desk.command("deploy");
    deploy.args(["--params", "dao.json", "--from", "paul", "--keyring", "keys"]);
    let said = stderr(&deploy.env("ISONOMIA_PASSPHRASE", "wrong horse").output().unwrap());
    assert_eq!(said, "isonomia: the passphrase does not open `paul`; try again, nothing was changed\n");
    let said = stderr(&desk.keys(&["show", "petra"]).output().unwrap());
    assert!(said.contains("there is no key `petra` in keys; `isonomia keys add petra` makes one"), "{said}");
}

#[test]
fn a_passphrase_has_eight_characters_at_least() {
    let desk = Desk::new(&nowhere());
    let with = |passphrase: &str| {
        let mut command = desk.keys(&["add", "paul"]);
        command.env("ISONOMIA_PASSPHRASE", passphrase).output().unwrap()
    };
    assert!(stderr(&with("1234567")).contains("a passphrase has at least 8 characters"));
    assert!(!Path::new(&desk.path("keys/paul.age")).exists());
    assert!(with("12345678").status.success());
}
