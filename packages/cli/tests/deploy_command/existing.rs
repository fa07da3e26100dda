//! A name that is deployed already: by the deployment file, or by the chain alone.

use std::fs;

use serde_json::{json, Value};

use super::desk::{begin, stderr, Desk};
use super::node::{field, node, node_with, nowhere, number};

/// The plan of a deployment with a day of that length.
fn plan(desk: &Desk, day: &str) -> Value {
    let told = desk.deploy(&["--dry-run", "--json", "--day", day]);
    serde_json::from_slice(&told.stdout).unwrap_or_else(|_| panic!("{told:?}"))
}

/// A chain that has the contracts of a plan, each made with what the plan tells it.
fn chain_that_has(plan: &Value) -> String {
    let messages = plan["messages"].as_array().unwrap().clone();
    node_with("town-1", move |path, asked| {
        let asked = String::from_utf8_lossy(asked).into_owned();
        let made = messages.iter().find(|made| asked.contains(made["address"].as_str().unwrap()))?;
        match path {
            "/cosmwasm.wasm.v1.Query/ContractInfo" => Some(field(2, &number(1, 7))),
            "/cosmwasm.wasm.v1.Query/ContractHistory" => {
                let told = made["msg"].to_string();
                Some(field(1, &[number(1, 1), number(2, 7), field(4, told.as_bytes())].concat()))
            }
            _ => None,
        }
    })
}

#[test]
fn a_finished_deployment_is_not_accepted_for_another_one() {
    let desk = Desk::new(&node("town-1"));
    let mut book = begin(&desk);
    book["daos"]["parish"]["step"] = json!({ "done": { "result": null, "tx": null, "height": 5 } });
    fs::write(desk.book(), book.to_string()).unwrap();

    for arguments in [&["--day", "20s"][..], &["--day", "20s", "--dry-run"]] {
        let said = stderr(&desk.deploy(arguments));
        assert!(
            said.starts_with("isonomia: `parish` is deployed to town-1 already, otherwise than"),
            "{said}"
        );
        assert!(said.contains("\n  params.day: begun with 86400, asked for with 20\n"), "{said}");
        assert!(said.contains("Nothing was sent. To found another DAO, give it another `name`"), "{said}");
        assert!(said.contains("`isonomia verify --dao parish`"), "{said}");
    }
    assert_eq!(fs::read_to_string(desk.book()).unwrap(), book.to_string());
}

#[test]
fn a_finished_deployment_of_another_commit_with_the_same_code_is_verified() {
    let desk = Desk::new(&nowhere());
    let mut book = begin(&desk);
    book["daos"]["parish"]["step"] = json!({ "done": { "result": null, "tx": null, "height": 5 } });
    book["daos"]["parish"]["git_commit"] = json!("0123456789");
    fs::write(desk.book(), book.to_string()).unwrap();
    for arguments in [&[][..], &["--dry-run"]] {
        let said = stderr(&desk.deploy(arguments));
        assert!(said.starts_with("`parish` is deployed to town-1 already; nothing was sent."), "{said}");
        assert!(said.contains("isonomia: no node answers"), "only the chain tells whether it is so: {said}");
    }
}

#[test]
fn a_dry_run_tells_a_deployment_that_was_begun_and_refuses_another() {
    let desk = Desk::new(&node("town-1"));
    assert_eq!(plan(&desk, "86400s")["would"], "found");
    begin(&desk);
    assert_eq!(plan(&desk, "86400s")["would"], "go_on");
    let told = desk.deploy(&["--dry-run"]);
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(
        told.contains("The deployment of `parish` to town-1 was begun, and would be gone on with."),
        "{told}"
    );
    let said = stderr(&desk.deploy(&["--dry-run", "--day", "20s"]));
    assert!(said.contains("the deployment of `parish` was begun otherwise:"), "{said}");
}

#[test]
fn where_the_file_is_lost_the_chain_says_what_the_dao_was_made_with() {
    let desk = Desk::new(&nowhere());
    let made = plan(&desk, "10s");
    desk.chain(&chain_that_has(&made), true);

    for arguments in [&["--day", "20s"][..], &["--day", "20s", "--dry-run"]] {
        let said = stderr(&desk.deploy(arguments));
        assert!(said.starts_with("isonomia: the chain has `parish` of this founder already"), "{said}");
        assert!(said.contains(made["plan"]["contracts"]["vault"].as_str().unwrap()), "{said}");
        assert!(said.contains("\n  vault.day: begun with 10, asked for with 20\n"), "{said}");
        assert!(said.contains("ask for it as it was made (--params and --day)"), "{said}");
        assert!(!desk.book().exists(), "what is not so is not entered");
    }
    assert_eq!(plan(&desk, "10s")["would"], "enter");
}
