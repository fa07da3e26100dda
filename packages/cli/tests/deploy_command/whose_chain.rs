//! A node of another chain is asked for nothing, even by those who wait for a node that is away.

use std::fs;

use super::desk::{begin, stderr, words, Desk};
use super::node::{node, nowhere};

#[test]
fn keepers_and_watchers_tell_a_node_of_another_chain_and_end() {
    let desk = Desk::new(&nowhere());
    let mut book = begin(&desk);
    book["daos"]["parish"]["step"] =
        serde_json::json!({ "done": { "result": null, "tx": null, "height": 5 } });
    fs::write(desk.book(), book.to_string()).unwrap();
    let elsewhere = node("village-9");

    for words_of_it in [&["keeper"][..], &["keeper", "--once"], &["watch"], &["watch", "1"]] {
        let mut command = desk.command(words_of_it[0]);
        command.args(&words_of_it[1..]).args(["--node", &elsewhere]).env("ISONOMIA_MNEMONIC", words(0));
        let said = stderr(&command.output().unwrap());
        let expected = format!("isonomia: the node at {elsewhere} is of chain `village-9`, not `town-1`: name the right endpoint with --node");
        assert!(said.starts_with(&expected), "{words_of_it:?}: {said}");
    }
}
