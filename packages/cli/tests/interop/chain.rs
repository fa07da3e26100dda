//! A chain with the compiled contracts on it.

use std::time::Duration;

use anyhow::{anyhow, Context, Result};
use cosmwasm_std::{instantiate2_address, Binary, CanonicalAddr};
use isonomia_chain::{
    address_bytes, address_text, execute, instantiate2, send_coins, store_code, Key, Landed, Message, Node,
    Sender,
};
use isonomia_cli::devnet::{self, Devnet, Options};
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The compiled contracts, as `scripts/wasm.sh` and `tests/peers/build.sh` leave them.
const ARTIFACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../artifacts");
/// The first port, unless the environment variable ISONOMIA_INTEROP_PORT says another; each story has fifty.
const FIRST_PORT: u16 = 45_657;

/// A stored code.
#[derive(Clone)]
pub struct Code {
    pub id: u64,
    checksum: Vec<u8>,
}

/// A devnet of one validator that is gone with the story.
pub struct Chain {
    devnet: Devnet,
    node: Node,
    folder: tempfile::TempDir,
}

impl Chain {
    /// The chain of the story with this number.
    pub fn of_story(number: u16) -> Result<Chain> {
        let first = std::env::var("ISONOMIA_INTEROP_PORT").map_or(Ok(FIRST_PORT), |port| port.parse())?;
        let folder = tempfile::tempdir()?;
        let options = Options {
            home: folder.path().join("devnet"),
            validators: 1,
            port: first + 50 * number,
            block_time: Duration::from_millis(300),
        };
        let devnet = Devnet::up(&options)?;
        let node = Node::connect(devnet.chain())?;
        Ok(Chain { devnet, node, folder })
    }

    /// The key of a test account.
    pub fn key(&self, name: &str) -> Result<Key> {
        let chain = self.devnet.chain();
        Ok(Key::from_mnemonic(&devnet::account(name)?.mnemonic, chain.coin_type, &chain.prefix)?)
    }

    /// The address of a test account.
    pub fn address(&self, name: &str) -> Result<String> {
        Ok(self.key(name)?.address().to_string())
    }

    /// What an account has of a coin.
    pub fn balance(&self, address: &str, denom: &str) -> Result<u128> {
        Ok(self.node.balance(address, denom)?)
    }

    /// Sends messages of a test account in one transaction.
    pub fn send(&self, name: &str, messages: &[Message]) -> Result<Landed> {
        let key = self.key(name)?;
        Sender::new(&self.node, self.devnet.chain(), &key)
            .send(messages)
            .with_context(|| format!("{name} sends"))
    }

    /// A test account calls a contract.
    pub fn call(&self, name: &str, contract: &str, msg: Value) -> Result<Landed> {
        self.send(name, &[execute(&self.address(name)?, contract, &msg, vec![])?])
    }

    /// A test account calls a contract, which refuses; the whole of what the chain says.
    pub fn refused(&self, name: &str, contract: &str, msg: Value) -> Result<String> {
        match self.call(name, contract, msg.clone()) {
            Ok(_) => Err(anyhow!("{contract} took {msg} of {name}")),
            Err(error) => Ok(format!("{error:#}")),
        }
    }

    /// The faucet gives coins away.
    pub fn give(&self, to: &str, amount: u128, denom: &str) -> Result<Landed> {
        let coins = vec![(amount, denom.to_string())];
        self.send("faucet", &[send_coins(&self.address("faucet")?, to, coins)])
    }

    /// What a contract answers.
    pub fn ask<T: DeserializeOwned>(&self, contract: &str, msg: Value) -> Result<T> {
        Ok(self.node.smart(contract, &msg)?)
    }

    /// Stores a compiled contract, `voting` or `peers/cw4-group`.
    pub fn store(&self, artifact: &str) -> Result<Code> {
        let path = format!("{ARTIFACTS}/{artifact}.wasm");
        let wasm = std::fs::read(&path).with_context(|| path.clone())?;
        let checksum = Sha256::digest(&wasm).to_vec();
        let stored = self.send("faucet", &[store_code(&self.address("faucet")?, &wasm)?])?;
        let id = stored.attribute("store_code", "code_id").context("no code id")?.parse()?;
        Ok(Code { id, checksum })
    }

    /// The message by which a test account makes a contract at an address that is known before, and that address.
    pub fn make(&self, name: &str, code: &Code, label: &str, msg: &Value) -> Result<(Message, String)> {
        let maker = self.address(name)?;
        let message =
            instantiate2(&maker, code.id, label, msg.to_string().into_bytes(), None, label.as_bytes());
        Ok((message, self.address_of(&maker, code, label)?))
    }

    /// Where an account would make a contract with that label, whatever its message.
    pub fn address_of(&self, maker: &str, code: &Code, label: &str) -> Result<String> {
        let maker = CanonicalAddr::from(address_bytes(maker)?);
        self.named(instantiate2_address(&code.checksum, &maker, label.as_bytes())?.as_slice())
    }

    /// Where the contract with that number is made that a contract or an account makes without a salt: wasmd counts them.
    pub fn address_of_number(&self, code: u64, number: u64) -> Result<String> {
        let key = [b"wasm\0".as_slice(), &code.to_be_bytes(), &number.to_be_bytes()].concat();
        let module = Sha256::digest(b"module");
        self.named(&Sha256::digest([&module[..], &key].concat()))
    }

    /// The number of a contract that was made without a salt.
    pub fn number_of(&self, code: u64, address: &str) -> Result<u64> {
        for number in 1..1_000 {
            if self.address_of_number(code, number)? == address {
                return Ok(number);
            }
        }
        Err(anyhow!("{address} is none of the first contracts of code {code}"))
    }

    fn named(&self, bytes: &[u8]) -> Result<String> {
        Ok(address_text(&self.devnet.chain().prefix, bytes)?)
    }
}

impl Drop for Chain {
    fn drop(&mut self) {
        if let Err(error) = devnet::down(&self.folder.path().join("devnet")) {
            eprintln!("the devnet stays: {error:#}");
        }
    }
}

/// A message within a message.
pub fn packed(msg: &Value) -> String {
    Binary::from(msg.to_string().into_bytes()).to_base64()
}
