//! What anyone may do for a DAO, and somebody should.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::proposal::BodyResponse;
use isonomia_api::{identity, proposal, timelock, vault, voting};
use serde::Serialize;

use super::Asked;

/// Something that is due, and that anyone may do.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Duty {
    /// A poll may open.
    Open {
        /// Which.
        id: u64,
    },
    /// Voting is over, or nobody opened the poll in time.
    Resolve {
        /// Which proposal.
        id: u64,
    },
    /// An operation is ready.
    Execute {
        /// Which.
        id: u64,
    },
    /// Attestations have expired.
    Expire {
        /// Whose; at most 32.
        accounts: Vec<Addr>,
    },
    /// Voting has not been told of an exit.
    Sync {
        /// Whose.
        account: Addr,
    },
}

/// A message to a contract, as JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The contract.
    pub contract: Addr,
    /// The message.
    pub msg: Vec<u8>,
}

impl Duty {
    /// The message that does it.
    pub fn call(&self, dao: &impl Asked) -> Result<Call> {
        let contracts = dao.contracts();
        match self {
            Duty::Open { id } => call(&contracts.voting, &voting::ExecuteMsg::Open { poll: *id }),
            Duty::Resolve { id } => call(&contracts.proposal, &proposal::ExecuteMsg::Resolve { id: *id }),
            Duty::Execute { id } => {
                let body: BodyResponse =
                    dao.ask(&contracts.proposal, &proposal::QueryMsg::Body { id: *id })?;
                let msg = timelock::ExecuteMsg::Execute { id: *id, actions: body.actions };
                call(&contracts.timelock, &msg)
            }
            Duty::Expire { accounts } => {
                let accounts = accounts.iter().map(Addr::to_string).collect();
                call(&contracts.identity, &identity::ExecuteMsg::Expire { accounts })
            }
            Duty::Sync { account } => {
                let msg = vault::ExecuteMsg::Sync { account: account.to_string() };
                call(&contracts.vault, &msg)
            }
        }
    }
}

fn call(contract: &Addr, msg: &impl Serialize) -> Result<Call> {
    Ok(Call { contract: contract.clone(), msg: serde_json::to_vec(msg)? })
}

impl std::fmt::Display for Duty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Duty::Open { id } => write!(f, "open poll {id}"),
            Duty::Resolve { id } => write!(f, "resolve proposal {id}"),
            Duty::Execute { id } => write!(f, "execute operation {id}"),
            Duty::Expire { accounts } => write!(f, "expire {} attestations", accounts.len()),
            Duty::Sync { account } => write!(f, "tell voting of the exit of {account}"),
        }
    }
}
