//! One round: look at every DAO, do what is due, tell what came of it.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::plan::Suite;
use isonomia_chain::{contract_error, execute_json, ChainError, Key};
use serde::de::DeserializeOwned;
use serde::Serialize;
use serde_json::{json, Value};

use super::{Asked, Docket, Duty};
use crate::live::LiveDao;

/// Keeps any number of DAOs.
pub struct Keeper {
    kept: Vec<Kept>,
}

struct Kept {
    dao: LiveDao,
    docket: Docket,
    /// What was refused, and why: told once, tried again in every round.
    refused: BTreeMap<Duty, String>,
    /// What could not be read, and why: told once, asked again in every round.
    unread: Vec<String>,
}

/// What came of a duty.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Of which DAO.
    pub dao: String,
    /// The duty.
    pub duty: Duty,
    /// What came of it.
    pub came: Came,
}

/// What came of a duty.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// It is done.
    Done {
        /// The transaction.
        tx: String,
        /// Its block.
        height: u64,
        /// The gas that it used.
        gas_used: u64,
    },
    /// The chain refused it: another keeper was first, or it cannot be done.
    Refused {
        /// Why.
        why: String,
    },
}

impl Keeper {
    /// Keeps these.
    pub fn new(daos: Vec<LiveDao>) -> Keeper {
        let kept = |dao| Kept { dao, docket: Docket::default(), refused: BTreeMap::new(), unread: vec![] };
        Keeper { kept: daos.into_iter().map(kept).collect() }
    }

    /// Does what is due in every DAO. One DAO's refusals never hold up another; only a node that is away ends a round.
    pub fn round(&mut self, key: &Key, mut tell: impl FnMut(&Told)) -> Result<()> {
        self.kept.iter_mut().try_for_each(|kept| kept.round(key, &mut tell))
    }
}

impl Kept {
    fn round(&mut self, key: &Key, tell: &mut impl FnMut(&Told)) -> Result<()> {
        self.dao.live.check_chain()?;
        let due = self.docket.sweep(&self.dao)?;
        if self.docket.unread() != self.unread {
            self.unread = self.docket.unread().to_vec();
            self.unread
                .iter()
                .for_each(|why| eprintln!("isonomia: {}: cannot be read: {why}", self.dao.name));
        }
        self.refused.retain(|duty, _| due.contains(duty));
        for duty in due {
            let came = match self.attempt(&duty, key) {
                Ok(came) => came,
                Err(error) if error.is_passing() => return Err(error.into()),
                Err(error) => Came::Refused { why: refusal(&error) },
            };
            if self.is_news(&duty, &came) {
                tell(&Told { dao: self.dao.name.clone(), duty, came });
            }
        }
        Ok(())
    }

    fn attempt(&self, duty: &Duty, key: &Key) -> Result<Came, ChainError> {
        let call = duty.call(&self.dao).map_err(|error| match error.downcast::<ChainError>() {
            Ok(error) => error,
            Err(other) => ChainError::Encode(other.to_string()),
        })?;
        let message = execute_json(key.address(), call.contract.as_str(), call.msg, vec![]);
        let landed = self.dao.live.sender(key).send(&[message])?;
        Ok(Came::Done { tx: landed.hash, height: landed.height, gas_used: landed.gas_used })
    }

    /// A refusal is told once, as long as it says the same.
    fn is_news(&mut self, duty: &Duty, came: &Came) -> bool {
        match came {
            Came::Done { .. } => true,
            Came::Refused { why } => self.refused.insert(duty.clone(), why.clone()).as_ref() != Some(why),
        }
    }
}

fn refusal(error: &ChainError) -> String {
    match error {
        ChainError::Refused { log, .. } => contract_error(log).to_string(),
        other => other.to_string(),
    }
}

impl Asked for LiveDao {
    fn contracts(&self) -> &Suite<Addr> {
        &self.contracts
    }

    fn ask<T: DeserializeOwned>(&self, contract: &Addr, msg: &(impl Serialize + fmt::Debug)) -> Result<T> {
        Ok(self.live.node.smart(contract.as_str(), msg)?)
    }

    fn now(&self) -> Result<u64> {
        Ok(self.live.node.status()?.time)
    }
}

impl Told {
    /// The same for a machine.
    pub fn json(&self) -> Value {
        let came = match &self.came {
            Came::Done { tx, height, gas_used } => {
                json!({ "tx": tx, "height": height, "gas_used": gas_used })
            }
            Came::Refused { why } => json!({ "refused": why }),
        };
        json!({ "dao": self.dao, "duty": self.duty.to_string(), "came": came })
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.came {
            Came::Done { tx, height, .. } => {
                write!(f, "{}: {}: done in block {height} ({tx})", self.dao, self.duty)
            }
            Came::Refused { why } => write!(f, "{}: {}: refused: {why}", self.dao, self.duty),
        }
    }
}
