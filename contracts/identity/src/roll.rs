//! The roll: who is maturing and who is attested. The only writer of `RECORDS`.

use cosmwasm_std::{Addr, HexBinary, StdResult, Storage};
use isonomia_core::clock::Day;
use isonomia_core::registry::{check_renewal, HOLD_DAYS};

use crate::error::ContractError;
use crate::state::{Record, Stage, RECORDS};
use crate::{census, nullifiers};

/// Why the roll refuses.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum RollError {
    /// Attested as somebody else.
    #[error("{account} is attested under another nullifier, which must have ended first")]
    AttestedOtherwise {
        /// Who.
        account: Addr,
    },
    /// Nothing is maturing.
    #[error("{account} has submitted no statement that waits to be activated")]
    NothingMaturing {
        /// Who.
        account: Addr,
    },
    /// Not attested.
    #[error("{account} is not attested")]
    NotAttested {
        /// Who.
        account: Addr,
    },
    /// Another issuer's attestation.
    #[error("{account} was attested by `{issuer}`, which alone may revoke this, or governance")]
    OtherIssuer {
        /// Who.
        account: Addr,
        /// Whose.
        issuer: String,
    },
}

/// What a submission does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// It begins to mature.
    Enter,
    /// It renews the attestation.
    Renew,
}

/// What it does that an account submits this nullifier, or why it may not.
pub fn effect(
    storage: &dyn Storage,
    account: &Addr,
    nullifier: &HexBinary,
    day: Day,
    now: u64,
) -> Result<Effect, ContractError> {
    nullifiers::check(storage, nullifier, account, day, now)?;
    let record = RECORDS.may_load(storage, account)?;
    let Some((Stage::Live { until }, own)) = record.map(|record| (record.stage, record.nullifier)) else {
        return Ok(Effect::Enter);
    };
    if own != *nullifier {
        let account = account.clone();
        return Err(RollError::AttestedOtherwise { account }.into());
    }
    check_renewal(until, day, now)?;
    Ok(Effect::Renew)
}

/// Enters a record that begins to mature, in the place of one that was maturing, whose nullifier is free at once. The
/// record of another account that has let this nullifier lapse ends, so that no two records have one; answers whose.
pub fn enter(
    storage: &mut dyn Storage,
    account: &Addr,
    record: &Record,
    now: u64,
) -> StdResult<Option<Addr>> {
    if let Some(earlier) = RECORDS.may_load(storage, account)? {
        nullifiers::release(storage, &earlier.nullifier, now)?;
    }
    let lapsed = nullifiers::in_use(storage, &record.nullifier)?.map(|(lapsed, _)| lapsed);
    if let Some(lapsed) = &lapsed {
        RECORDS.remove(storage, lapsed);
    }
    nullifiers::claim(storage, &record.nullifier, account)?;
    RECORDS.save(storage, account, record)?;
    Ok(lapsed.filter(|lapsed| lapsed != account))
}

/// Makes a maturing record live; answers how many live now.
pub fn attest(storage: &mut dyn Storage, account: &Addr, record: &Record, until: u64) -> StdResult<u64> {
    let stage = Stage::Live { until };
    RECORDS.save(storage, account, &Record { stage, ..record.clone() })?;
    census::join(storage, &record.issuer)
}

/// Prolongs a live record in the name of an issuer.
pub fn renew(
    storage: &mut dyn Storage,
    account: &Addr,
    issuer: &str,
    until: u64,
) -> Result<(), ContractError> {
    let (record, _) = live(storage, account)?;
    census::leave(storage, &record.issuer)?;
    census::join(storage, issuer)?;
    let (issuer, stage) = (issuer.to_string(), Stage::Live { until });
    Ok(RECORDS.save(storage, account, &Record { issuer, stage, ..record })?)
}

/// Takes a live record out and holds its nullifier for its account for 30 days; answers how many live now.
pub fn end(storage: &mut dyn Storage, account: &Addr, record: &Record, day: Day, now: u64) -> StdResult<u64> {
    RECORDS.remove(storage, account);
    nullifiers::hold(storage, &record.nullifier, account, now.saturating_add(day.days(HOLD_DAYS)))?;
    census::leave(storage, &record.issuer)
}

/// The record of an account that waits to be activated, and when it was submitted.
pub fn maturing(storage: &dyn Storage, account: &Addr) -> Result<(Record, u64), ContractError> {
    match RECORDS.may_load(storage, account)? {
        Some(record @ Record { stage: Stage::Maturing { submitted }, .. }) => Ok((record, submitted)),
        _ => Err(RollError::NothingMaturing { account: account.clone() }.into()),
    }
}

/// The record of an account that is attested, and until when.
pub fn live(storage: &dyn Storage, account: &Addr) -> Result<(Record, u64), ContractError> {
    match RECORDS.may_load(storage, account)? {
        Some(record @ Record { stage: Stage::Live { until }, .. }) => Ok((record, until)),
        _ => Err(RollError::NotAttested { account: account.clone() }.into()),
    }
}
