//! `isonomia deploy`, `doctor`, `verify` and `keys` as their users meet them where something is wrong. No chain is needed:
//! a node that answers little is played by a thread. What needs a chain is tested on a devnet.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{json, Value};

const PAUL: &str = "wasm1g4q7px688ymesxeh76wf0ruejsf3lsujcx0jfh";
const CONTRACTS: [&str; 6] = ["vault", "voting", "identity", "proposal", "timelock", "treasury"];

/// A folder with everything that a deployment needs but a chain.
struct Desk(tempfile::TempDir);

impl Desk {
    /// With a node at that address.
    fn new(rpc: &str) -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("artifacts")).unwrap();
        for contract in CONTRACTS {
            fs::write(desk.path("artifacts").join(format!("{contract}.wasm")), b"\0asm\x01\0\0\0").unwrap();
        }
        let founding = json!({
            "name": "parish", "stake": { "native": "uiso" },
            "registry": { "issuers": [{ "id": "paul", "account": PAUL }] },
        });
        fs::write(desk.path("dao.json"), founding.to_string()).unwrap();
        desk.chain(rpc, true);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The chain file.
    fn chain(&self, rpc: &str, test_network: bool) {
        let chain = json!({
            "chain_id": "town-1", "rpc": [rpc], "prefix": "wasm", "coin_type": 118,
            "fee": { "denom": "ufee", "price": "0.01" },
            "coins": [{ "denom": "uiso", "symbol": "iso", "decimals": 6 }],
            "test_network": test_network, "max_wasm_bytes": 819200, "faucet": null, "facts": "a test",
        });
        fs::write(self.path("chain.json"), chain.to_string()).unwrap();
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
        command.current_dir(self.0.path()).arg(name).args(["--chain", "chain.json"]).stdin(Stdio::null());
        command.env_remove("ISONOMIA_MNEMONIC").env_remove("ISONOMIA_PASSPHRASE");
        command
    }

    fn deploy(&self, arguments: &[&str]) -> Output {
        let mut command = self.command("deploy");
        command.args(["--params", "dao.json", "--yes"]).args(arguments);
        command.env("ISONOMIA_MNEMONIC", words(0)).output().unwrap()
    }

    fn keys(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("keys");
        command.args(["--keyring", "keys"]).args(arguments).env("ISONOMIA_PASSPHRASE", "correct horse");
        command
    }

    fn book(&self) -> PathBuf {
        self.path("deployments").join("town-1.json")
    }
}

/// The words of a devnet's account; public, and so nobody's secret.
fn words(index: usize) -> &'static str {
    &isonomia_cli::devnet::accounts()[index].mnemonic
}

fn stderr(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A node of that chain which knows no account and no contract; its address.
fn node(chain_id: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream, chain_id);
        }
    });
    address
}

fn answer(mut stream: TcpStream, chain_id: &str) {
    let asked = request(&mut stream);
    let result = match asked["method"].as_str() {
        Some("status") => json!({
            "node_info": { "network": chain_id },
            "sync_info": {
                "latest_block_height": "7", "latest_block_time": "2026-01-01T00:00:00Z", "latest_app_hash": "00",
                "catching_up": false,
            },
        }),
        _ => json!({ "response": { "code": 5, "log": "not found" } }),
    };
    let text = json!({ "jsonrpc": "2.0", "id": 1, "result": result }).to_string();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", text.len());
    let _ = stream.write_all((head + &text).as_bytes());
}

fn request(stream: &mut TcpStream) -> Value {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) == 1 {
        bytes.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&bytes).to_lowercase();
    let length =
        head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut body).unwrap();
    serde_json::from_slice(&body).unwrap_or_default()
}

/// A node that is not there.
fn nowhere() -> String {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    format!("http://{free}")
}

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

/// Enters a deployment that was begun: the plan of a dry run, which signs nothing.
fn begin(desk: &Desk) -> Value {
    let output = desk.deploy(&["--dry-run", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let book = json!({ "chain_id": "town-1", "daos": { "parish": told["plan"] } });
    fs::create_dir_all(desk.path("deployments")).unwrap();
    fs::write(desk.book(), book.to_string()).unwrap();
    book
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
