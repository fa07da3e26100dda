//! Claims by release day: the only writer of `CLAIMS` and `WAITING`.

use std::collections::BTreeMap;

use cosmwasm_std::{Addr, Order, StdResult, Storage, Uint128};
use cw_storage_plus::{Bound, Map};

use crate::error::VaultError;
use crate::state::{CLAIMS, WAITING};

/// Release days that one message pays or brings forward: its work, and so its gas, is bounded.
pub const MAX_DAYS: usize = 32;

/// What is released on one day.
#[derive(Default)]
pub struct Claim {
    /// Base units of which voting knows.
    pub noticed: Uint128,
    /// Base units of which it does not.
    pub unnoticed: Uint128,
}

/// Adds a noticed claim to its day.
pub fn add(storage: &mut dyn Storage, account: &Addr, day: u64, amount: Uint128) -> Result<(), VaultError> {
    add_to(&CLAIMS, storage, account, day, amount)
}

/// Adds a claim of which voting has not been told.
pub fn add_waiting(
    storage: &mut dyn Storage,
    account: &Addr,
    day: u64,
    amount: Uint128,
) -> Result<(), VaultError> {
    add_to(&WAITING, storage, account, day, amount)
}

/// Takes a claim back that was noted as noticed, and is not.
pub fn take_back(
    storage: &mut dyn Storage,
    account: &Addr,
    day: u64,
    amount: Uint128,
) -> Result<(), VaultError> {
    let left = CLAIMS.load(storage, (account, day))?.checked_sub(amount)?;
    if left.is_zero() {
        CLAIMS.remove(storage, (account, day));
    } else {
        CLAIMS.save(storage, (account, day), &left)?;
    }
    Ok(())
}

/// Brings the earliest waiting claims forward to `day` where that is earlier; answers whether none is left waiting.
pub fn bring_forward(storage: &mut dyn Storage, account: &Addr, day: u64) -> Result<bool, VaultError> {
    for (latest, amount) in page(&WAITING, storage, account, None, MAX_DAYS)? {
        WAITING.remove(storage, (account, latest));
        add(storage, account, latest.min(day), amount)?;
    }
    Ok(WAITING.prefix(account).is_empty(storage))
}

/// The release days of an account after a given one, oldest first.
pub fn by_day(
    storage: &dyn Storage,
    account: &Addr,
    start_after: Option<u64>,
    limit: usize,
) -> StdResult<BTreeMap<u64, Claim>> {
    let mut days: BTreeMap<u64, Claim> = BTreeMap::new();
    for (day, amount) in page(&CLAIMS, storage, account, start_after, limit)? {
        days.entry(day).or_default().noticed = amount;
    }
    for (day, amount) in page(&WAITING, storage, account, start_after, limit)? {
        days.entry(day).or_default().unnoticed = amount;
    }
    Ok(days.into_iter().take(limit).collect())
}

/// Takes the claims of some days out, and answers their sum.
pub fn take_out(
    storage: &mut dyn Storage,
    account: &Addr,
    days: &BTreeMap<u64, Claim>,
) -> Result<Uint128, VaultError> {
    let mut sum = Uint128::zero();
    for (day, claim) in days {
        CLAIMS.remove(storage, (account, *day));
        WAITING.remove(storage, (account, *day));
        sum = sum.checked_add(claim.noticed)?.checked_add(claim.unnoticed)?;
    }
    Ok(sum)
}

fn add_to<'a>(
    map: &Map<(&'a Addr, u64), Uint128>,
    storage: &mut dyn Storage,
    account: &'a Addr,
    day: u64,
    amount: Uint128,
) -> Result<(), VaultError> {
    let sum = map.may_load(storage, (account, day))?.unwrap_or_default().checked_add(amount)?;
    Ok(map.save(storage, (account, day), &sum)?)
}

fn page<'a>(
    map: &Map<(&'a Addr, u64), Uint128>,
    storage: &dyn Storage,
    account: &'a Addr,
    start_after: Option<u64>,
    limit: usize,
) -> StdResult<Vec<(u64, Uint128)>> {
    let after = start_after.map(Bound::exclusive);
    map.prefix(account).range(storage, after, None, Order::Ascending).take(limit).collect()
}
