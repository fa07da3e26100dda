//! What each message does.

mod claim_deposit;
mod instantiate;
mod propose;
mod rescue;
mod resolve;
mod set;
mod withdraw;

pub use claim_deposit::claim_deposit;
pub use instantiate::instantiate;
pub use propose::{propose, receive};
pub use rescue::{approve_rescue, revoke_rescue};
pub use resolve::resolve;
pub use set::{set_entry, set_identity, set_routines, set_rules};
pub use withdraw::withdraw;

use cosmwasm_std::{StdResult, Storage};

use crate::error::ContractError;
use crate::state::{Ending, Proposal, COUNTERS, ENDINGS, LIVE, PROPOSALS};

/// A proposal.
fn load(storage: &dyn Storage, id: u64) -> Result<Proposal, ContractError> {
    PROPOSALS.may_load(storage, id)?.ok_or(ContractError::UnknownProposal { id })
}

/// Notes that a proposal has come to an end, and frees its proposer for the next.
fn end(storage: &mut dyn Storage, id: u64, proposal: &Proposal, ending: &Ending) -> StdResult<()> {
    ENDINGS.save(storage, id, ending)?;
    LIVE.remove(storage, &proposal.proposer);
    let mut counters = COUNTERS.load(storage)?;
    let unresolved = counters.of(proposal.class);
    *unresolved = unresolved.saturating_sub(1);
    COUNTERS.save(storage, &counters)
}
