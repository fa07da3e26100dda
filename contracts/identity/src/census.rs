//! The census: how many are attested, in all and by issuer. The only writer of `LIVE` and `ATTESTED`.

use cosmwasm_std::{OverflowError, OverflowOperation, StdResult, Storage};

use crate::state::{ATTESTED, LIVE};

/// How many live attestations an issuer has.
pub fn of(storage: &dyn Storage, issuer: &str) -> StdResult<u64> {
    Ok(LIVE.may_load(storage, issuer)?.unwrap_or_default())
}

/// How many there are in all.
pub fn all(storage: &dyn Storage) -> StdResult<u64> {
    Ok(ATTESTED.may_load(storage)?.unwrap_or_default())
}

/// One more of an issuer; answers how many there are in all.
pub fn join(storage: &mut dyn Storage, issuer: &str) -> StdResult<u64> {
    let overflow = || OverflowError::new(OverflowOperation::Add);
    let live = of(storage, issuer)?.checked_add(1).ok_or_else(overflow)?;
    let attested = all(storage)?.checked_add(1).ok_or_else(overflow)?;
    LIVE.save(storage, issuer, &live)?;
    ATTESTED.save(storage, &attested)?;
    Ok(attested)
}

/// One fewer of an issuer; answers how many there are in all.
pub fn leave(storage: &mut dyn Storage, issuer: &str) -> StdResult<u64> {
    let underflow = || OverflowError::new(OverflowOperation::Sub);
    let live = of(storage, issuer)?.checked_sub(1).ok_or_else(underflow)?;
    let attested = all(storage)?.checked_sub(1).ok_or_else(underflow)?;
    match live {
        0 => LIVE.remove(storage, issuer),
        live => LIVE.save(storage, issuer, &live)?,
    }
    ATTESTED.save(storage, &attested)?;
    Ok(attested)
}
