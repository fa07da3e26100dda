//! What each message does.

mod claim_deposit;
mod instantiate;
mod propose;
mod resolve;
mod set;
mod withdraw;

pub use claim_deposit::claim_deposit;
pub use instantiate::instantiate;
pub use propose::{propose, receive};
pub use resolve::resolve;
pub use set::{set_entry, set_identity, set_routines, set_rules};
pub use withdraw::withdraw;

use cosmwasm_std::{StdResult, Storage};

use crate::error::ContractError;
use crate::state::{Proposal, LIVE, PROPOSALS, UNRESOLVED};

/// A proposal.
fn load(storage: &dyn Storage, id: u64) -> Result<Proposal, ContractError> {
    PROPOSALS.may_load(storage, id)?.ok_or(ContractError::UnknownProposal { id })
}

/// Saves a proposal that has come to an end, and frees its proposer for the next.
fn save_ended(storage: &mut dyn Storage, id: u64, proposal: &Proposal) -> StdResult<()> {
    PROPOSALS.save(storage, id, proposal)?;
    LIVE.remove(storage, &proposal.proposer);
    let class = proposal.class.name();
    let unresolved = UNRESOLVED.may_load(storage, class)?.unwrap_or_default();
    UNRESOLVED.save(storage, class, &unresolved.saturating_sub(1))
}
