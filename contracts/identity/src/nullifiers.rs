//! Nullifiers: one person, one account. The only writer of `NULLIFIERS`.

use cosmwasm_std::{Addr, HexBinary, StdResult, Storage};
use isonomia_core::clock::{is_due, Day};
use isonomia_core::registry::has_lapsed;

use crate::error::ContractError;
use crate::state::{Holder, Stage, NULLIFIERS, RECORDS};

/// Why a nullifier is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum NullifierError {
    /// Another account's nullifier.
    #[error("the nullifier is in use by {account}")]
    Taken {
        /// Whose.
        account: Addr,
    },
    /// Lately another account's nullifier.
    #[error("the nullifier is held for {account} until {until}, now it is {now}")]
    Held {
        /// Whose it was.
        account: Addr,
        /// Until when.
        until: u64,
        /// The present moment.
        now: u64,
    },
}

/// Refuses a nullifier that is another account's, or was until less than 30 days ago. A statement that has lapsed holds
/// none.
pub fn check(
    storage: &dyn Storage,
    nullifier: &HexBinary,
    account: &Addr,
    day: Day,
    now: u64,
) -> Result<(), ContractError> {
    let holder = NULLIFIERS.may_load(storage, nullifier)?.filter(|holder| holder.account != *account);
    let Some(Holder { account, held_until }) = holder else {
        return Ok(());
    };
    match in_use(storage, nullifier)? {
        Some((_, Stage::Maturing { submitted })) if has_lapsed(submitted, day, now) => {}
        Some(_) => return Err(NullifierError::Taken { account }.into()),
        None => {}
    }
    if !is_due(held_until, now) {
        return Err(NullifierError::Held { account, until: held_until, now }.into());
    }
    Ok(())
}

/// The account whose record has this nullifier, and where that stands.
pub fn in_use(storage: &dyn Storage, nullifier: &HexBinary) -> StdResult<Option<(Addr, Stage)>> {
    let Some(Holder { account, .. }) = NULLIFIERS.may_load(storage, nullifier)? else {
        return Ok(None);
    };
    let record = RECORDS.may_load(storage, &account)?.filter(|record| record.nullifier == *nullifier);
    Ok(record.map(|record| (account, record.stage)))
}

/// Notes whose it is now. A hold that an earlier attestation of the same account left goes on.
pub fn claim(storage: &mut dyn Storage, nullifier: &HexBinary, account: &Addr) -> StdResult<()> {
    let own = NULLIFIERS.may_load(storage, nullifier)?.filter(|holder| holder.account == *account);
    let held_until = own.map_or(0, |holder| holder.held_until);
    hold(storage, nullifier, account, held_until)
}

/// Gives back one that never lived, unless an earlier attestation still holds it.
pub fn release(storage: &mut dyn Storage, nullifier: &HexBinary, now: u64) -> StdResult<()> {
    let holder = NULLIFIERS.may_load(storage, nullifier)?;
    if holder.is_some_and(|holder| is_due(holder.held_until, now)) {
        NULLIFIERS.remove(storage, nullifier);
    }
    Ok(())
}

/// Holds it for an account.
pub fn hold(
    storage: &mut dyn Storage,
    nullifier: &HexBinary,
    account: &Addr,
    held_until: u64,
) -> StdResult<()> {
    let account = account.clone();
    NULLIFIERS.save(storage, nullifier, &Holder { account, held_until })
}
