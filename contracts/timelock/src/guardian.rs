//! The guardian: who it is, and whether it may act. The only writer of `GUARDIAN`.

use cosmwasm_std::{Addr, Api, Env, StdResult, Storage};
use isonomia_core::clock::Day;
use isonomia_core::guardian::{check_act, check_removal, name, seat, Guardian, SeatStage};

use crate::error::ContractError;
use crate::state::GUARDIAN;

/// A term, as it is asked for.
pub struct Term {
    /// Whose.
    pub guardian: String,
    /// The first moment at which it has ended.
    pub until: u64,
}

/// Who acts in an incident.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Actor {
    /// The timelock itself, by a proposal.
    Timelock,
    /// The guardian, within its term.
    Guardian,
}

/// Names a guardian for a term that begins now.
pub fn appoint(
    storage: &mut dyn Storage,
    api: &dyn Api,
    term: &Term,
    day: Day,
    now: u64,
) -> Result<Guardian, ContractError> {
    let guardian = name(api.addr_validate(&term.guardian)?, term.until, day, now)?;
    GUARDIAN.save(storage, &guardian)?;
    Ok(guardian)
}

/// Removes the guardian.
pub fn remove(storage: &mut dyn Storage, now: u64) -> Result<(), ContractError> {
    check_removal(named(storage)?.as_ref(), now)?;
    GUARDIAN.remove(storage);
    Ok(())
}

/// Who was named last and not removed.
pub fn named(storage: &dyn Storage) -> StdResult<Option<Guardian>> {
    GUARDIAN.may_load(storage)
}

/// Whether a guardian serves.
pub fn serves(storage: &dyn Storage, now: u64) -> StdResult<bool> {
    Ok(seat(named(storage)?.as_ref(), now) == SeatStage::Serving)
}

/// Lets the timelock itself act, and the guardian within its term.
pub fn acting(storage: &dyn Storage, env: &Env, sender: &Addr) -> Result<Actor, ContractError> {
    if *sender == env.contract.address {
        return Ok(Actor::Timelock);
    }
    check_act(named(storage)?.as_ref(), sender, env.block.time.seconds())?;
    Ok(Actor::Guardian)
}
