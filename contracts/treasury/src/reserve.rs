//! What streams are owed: the only writer of `RESERVED`.

use cosmwasm_std::{StdResult, Storage, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::Holding;

use crate::error::TreasuryError;
use crate::state::{asset_key, key, RESERVED};

/// What is owed of a holding.
pub fn reserved(storage: &dyn Storage, holding: &Holding) -> StdResult<Uint128> {
    Ok(RESERVED.may_load(storage, key(holding))?.unwrap_or_default())
}

/// What is not owed of a balance, if so much is to leave.
pub fn free(
    storage: &dyn Storage,
    holding: &Holding,
    balance: Uint128,
    amount: Uint128,
) -> Result<Uint128, TreasuryError> {
    let reserved = reserved(storage, holding)?;
    let free = balance.saturating_sub(reserved);
    if amount > free {
        let holding = holding.clone();
        return Err(TreasuryError::NotFree { holding, amount, balance, reserved });
    }
    Ok(free)
}

/// Sets more aside.
pub fn add(storage: &mut dyn Storage, asset: &Asset, amount: Uint128) -> Result<(), TreasuryError> {
    let before = RESERVED.may_load(storage, asset_key(asset))?.unwrap_or_default();
    Ok(RESERVED.save(storage, asset_key(asset), &before.checked_add(amount)?)?)
}

/// Sets less aside.
pub fn release(storage: &mut dyn Storage, asset: &Asset, amount: Uint128) -> Result<(), TreasuryError> {
    let before = RESERVED.may_load(storage, asset_key(asset))?.unwrap_or_default();
    let after = before.checked_sub(amount)?;
    match after.is_zero() {
        true => RESERVED.remove(storage, asset_key(asset)),
        false => RESERVED.save(storage, asset_key(asset), &after)?,
    }
    Ok(())
}
