//! What is refused before anything is signed.

use std::fs;

use serde_json::{json, Value};

use super::desk::{begin, stderr, words, Desk};
use super::node::{node, nowhere};

#[test]
fn a_node_that_is_down_is_told_and_nothing_is_signed() {
    let desk = Desk::new(&nowhere());
    let said = stderr(&desk.deploy(&[]));
    assert!(said.contains("node        WRONG  no node answers: "), "{said}");
    assert!(said.contains("name another endpoint in the chain file"), "{said}");
    assert!(
        said.ends_with("isonomia: nothing was signed: mend what is WRONG above, and run it again\n"),
        "{said}"
    );
    assert!(!desk.book().exists(), "nothing is begun before the chain is well");
}

#[test]
fn a_node_of_another_chain_is_told() {
    let desk = Desk::new(&node("village-9"));
    let said = stderr(&desk.deploy(&[]));
    assert!(said.contains("chain id    WRONG  the node is of chain `village-9`, not `town-1`"), "{said}");
    assert!(
        said.contains("name the right endpoint with --node or in the chain file, or the right --chain"),
        "{said}"
    );
    let said = stderr(&desk.command("doctor").output().unwrap());
    assert!(said.ends_with("isonomia: town-1 does not take it yet: 1 to mend\n"), "{said}");
}

#[test]
fn an_account_without_coins_is_told_to_get_some() {
    let desk = Desk::new(&node("town-1"));
    let said = stderr(&desk.deploy(&[]));
    assert!(said.contains("account     WRONG  the chain does not know account wasm1"), "{said}");
    assert!(said.contains("send it coins for fees first"), "{said}");
}

#[test]
fn missing_artifacts_say_how_to_build_them() {
    let desk = Desk::new(&nowhere());
    fs::remove_file(desk.path("artifacts").join("timelock.wasm")).unwrap();
    let said = stderr(&desk.deploy(&[]));
    assert_eq!(
        said,
        "isonomia: artifacts/timelock.wasm is missing: run scripts/wasm.sh, or name the folder with --artifacts\n"
    );
}

#[test]
fn without_a_founding_file_nothing_is_founded_outside_of_a_devnet() {
    let desk = Desk::new(&nowhere());
    let output = desk.command("deploy").env("ISONOMIA_MNEMONIC", words(0)).output().unwrap();
    let said = stderr(&output);
    assert!(said.starts_with("isonomia: say what is to be founded on town-1: --params FILE"), "{said}");
}

#[test]
fn a_short_day_on_a_real_network_is_refused_before_any_node_is_asked() {
    let desk = Desk::new(&nowhere());
    desk.chain(&nowhere(), false);
    let said = stderr(&desk.deploy(&["--day", "10s"]));
    assert_eq!(
        said,
        "isonomia: town-1 is no test network: a day there has 86400 s, not 10; leave --day out\n"
    );
}

#[test]
fn nobody_signs_unless_named() {
    let desk = Desk::new(&nowhere());
    let output = desk.command("deploy").args(["--params", "dao.json"]).output().unwrap();
    assert_eq!(stderr(&output), "isonomia: no key: name one with --from, or set ISONOMIA_MNEMONIC\n");
}

#[test]
fn half_a_deployment_file_is_left_as_it_is() {
    let desk = Desk::new(&nowhere());
    fs::create_dir(desk.path("deployments")).unwrap();
    let half = r#"{"chain_id": "town-1", "daos": {"par"#;
    fs::write(desk.book(), half).unwrap();
    for output in [desk.deploy(&[]), desk.command("verify").output().unwrap()] {
        let said = stderr(&output);
        assert!(said.starts_with("isonomia: deployments/town-1.json is no deployment file: "), "{said}");
        assert!(
            said.ends_with("Put it aside; `isonomia deploy` finds the codes again by checksum\n"),
            "{said}"
        );
    }
    assert_eq!(fs::read_to_string(desk.book()).unwrap(), half);
}

#[test]
fn what_was_not_deployed_or_not_finished_cannot_be_verified() {
    let desk = Desk::new(&nowhere());
    let said = stderr(&desk.command("verify").output().unwrap());
    assert_eq!(said, "isonomia: no DAO `any` was deployed to town-1; `isonomia deploy` deploys one\n");
    begin(&desk);
    let said = stderr(&desk.command("verify").output().unwrap());
    assert_eq!(
        said,
        "isonomia: the deployment of `parish` was not finished: run `isonomia deploy` again, it goes on where it stopped\n"
    );
}

#[test]
fn a_dry_run_tells_the_plan_and_writes_nothing() {
    let desk = Desk::new(&nowhere());
    let output = desk.deploy(&["--dry-run", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["messages"].as_array().unwrap().len(), 6);
    assert_eq!(told["messages"][0]["admin"], Value::Null);
    assert_eq!(told["messages"][5]["admin"], told["plan"]["contracts"]["timelock"]);
    assert_eq!(told["checks"][1]["verdict"], "wrong");
    assert!(!desk.path("deployments").exists());
}

#[test]
fn a_deployment_that_was_begun_otherwise_is_not_gone_on_with() {
    let desk = Desk::new(&node("town-1"));
    let mut book = begin(&desk);
    book["daos"]["parish"]["git_commit"] = json!("0123456789");
    fs::write(desk.book(), book.to_string()).unwrap();

    let mut deploy = desk.command("deploy");
    deploy.args(["--params", "dao.json", "--yes", "--day", "20s"]);
    let said = stderr(&deploy.env("ISONOMIA_MNEMONIC", words(1)).output().unwrap());

    assert!(said.contains("the deployment of `parish` was begun otherwise:"), "{said}");
    assert!(
        said.contains("founder: begun with wasm1c3c6m7v6pnl26qw0mcve6nd9zwsf0lcwqm327s, asked for with"),
        "{said}"
    );
    assert!(said.contains("commit: begun with 0123456789, asked for with unknown"), "{said}");
    assert!(said.contains("params.day: begun with 86400, asked for with 20"), "{said}");
    assert!(
        said.contains("none of its contracts exists, so take `daos.parish` out of deployments/town-1.json"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(desk.book()).unwrap(), book.to_string());
}
