//! A folder to deploy from.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{json, Value};

const PAUL: &str = "wasm1g4q7px688ymesxeh76wf0ruejsf3lsujcx0jfh";
pub const CONTRACTS: [&str; 6] = ["vault", "voting", "identity", "proposal", "timelock", "treasury"];

/// A folder with everything that a deployment needs but a chain.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// With a node at that address.
    pub fn new(rpc: &str) -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("artifacts")).unwrap();
        for contract in CONTRACTS {
            fs::write(desk.path("artifacts").join(format!("{contract}.wasm")), module(contract)).unwrap();
        }
        let founding = json!({
            "name": "parish", "stake": { "native": "uiso" },
            "registry": { "issuers": [{ "id": "paul", "account": PAUL }] },
        });
        fs::write(desk.path("dao.json"), founding.to_string()).unwrap();
        desk.chain(rpc, true);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The chain file.
    pub fn chain(&self, rpc: &str, test_network: bool) {
        let chain = json!({
            "chain_id": "town-1", "rpc": [rpc], "prefix": "wasm", "coin_type": 118,
            "fee": { "denom": "ufee", "price": "0.01" },
            "coins": [{ "denom": "uiso", "symbol": "iso", "decimals": 6 }],
            "test_network": test_network, "max_wasm_bytes": 819200, "faucet": null, "facts": "a test",
        });
        fs::write(self.path("chain.json"), chain.to_string()).unwrap();
    }

    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
        command.current_dir(self.0.path()).arg(name).args(["--chain", "chain.json"]).stdin(Stdio::null());
        command.env_remove("ISONOMIA_MNEMONIC").env_remove("ISONOMIA_PASSPHRASE");
        command
    }

    pub fn deploy(&self, arguments: &[&str]) -> Output {
        let mut command = self.command("deploy");
        command.args(["--params", "dao.json", "--yes"]).args(arguments);
        command.env("ISONOMIA_MNEMONIC", words(0)).output().unwrap()
    }

    pub fn keys(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("keys");
        command.args(["--keyring", "keys"]).args(arguments).env("ISONOMIA_PASSPHRASE", "correct horse");
        command
    }

    pub fn book(&self) -> PathBuf {
        self.path("deployments").join("town-1.json")
    }
}

/// A wasm module that is that contract's alone: nothing but a section for its name.
fn module(contract: &str) -> Vec<u8> {
    let length = contract.len() as u8;
    [&b"\0asm\x01\0\0\0"[..], &[0, length + 1, length], contract.as_bytes()].concat()
}

/// The words of a devnet's account; public, and so nobody's secret.
pub fn words(index: usize) -> &'static str {
    &isonomia_cli::devnet::accounts()[index].mnemonic
}

pub fn stderr(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Enters a deployment that was begun: the plan of a dry run, which signs nothing.
pub fn begin(desk: &Desk) -> Value {
    let output = desk.deploy(&["--dry-run", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let book = json!({ "chain_id": "town-1", "daos": { "parish": told["plan"] } });
    fs::create_dir_all(desk.path("deployments")).unwrap();
    fs::write(desk.book(), book.to_string()).unwrap();
    book
}
