//! A DAO on a live chain: which chain, which key, which DAO, and how things are sent and asked.

mod confirm;
mod options;
mod secret;

use anyhow::{Context, Result};
use cosmwasm_std::Addr;
use isonomia_api::plan::Suite;
use isonomia_chain::{execute, ChainFile, Funds, Key, Landed, Message, Node, Sender};
use serde::de::DeserializeOwned;
use serde::Serialize;

use crate::deployment;

pub use confirm::{confirmed, Preview};
pub use options::{ChainOptions, DaoOptions, KeyOptions};
pub use secret::{default_keyring, new_passphrase, passphrase};

/// A chain that answers.
pub struct Live {
    /// What its file says.
    pub chain: ChainFile,
    /// A node of it.
    pub node: Node,
}

impl Live {
    /// Connects, and fails unless the node is of the chain that the file names.
    pub fn connect(chain: ChainFile) -> Result<Live> {
        let node = Node::connect(&chain)?;
        Ok(Live { chain, node })
    }

    /// A chain that may be away just now: nobody is asked yet. Whoever asks it begins with `check_chain`.
    pub fn unasked(chain: ChainFile) -> Live {
        let node = Node::at(chain.rpc.clone());
        Live { chain, node }
    }

    /// Fails unless the node that answers now is of the chain that the file names.
    pub fn check_chain(&self) -> Result<()> {
        Ok(self.node.check_chain(&self.chain)?)
    }

    /// Sends for a key.
    pub fn sender<'a>(&'a self, key: &'a Key) -> Sender<'a> {
        Sender::new(&self.node, &self.chain, key)
    }
}

/// A DAO that was deployed.
pub struct LiveDao {
    /// Its chain.
    pub live: Live,
    /// Its name in the deployment file.
    pub name: String,
    /// The addresses of its contracts.
    pub contracts: Suite<Addr>,
}

impl LiveDao {
    /// A DAO as the deployment file tells of it.
    pub fn new(live: Live, name: &str, dao: &deployment::Dao) -> LiveDao {
        let address = |address: &String| Addr::unchecked(address.clone());
        let each = &dao.contracts;
        let contracts = Suite {
            vault: address(&each.vault),
            voting: address(&each.voting),
            identity: address(&each.identity),
            proposal: address(&each.proposal),
            timelock: address(&each.timelock),
            treasury: address(&each.treasury),
        };
        LiveDao { live, name: name.to_string(), contracts }
    }

    /// What a contract answers.
    pub fn ask<T: DeserializeOwned>(&self, contract: &Addr, msg: &impl Serialize) -> Result<T> {
        Ok(self.live.node.smart(contract.as_str(), msg)?)
    }

    /// A call of a contract.
    pub fn call(&self, sender: &str, contract: &Addr, msg: &impl Serialize, funds: Funds) -> Result<Message> {
        Ok(execute(sender, contract.as_str(), msg, funds)?)
    }

    /// Sends one call, and waits for its block.
    pub fn send(&self, key: &Key, contract: &Addr, msg: &impl Serialize, funds: Funds) -> Result<Landed> {
        let message = self.call(key.address(), contract, msg, funds)?;
        self.live.sender(key).send(&[message]).with_context(|| format!("sent by {}", key.address()))
    }
}
