//! The small-spend allowances: the only writer of `ALLOWANCES` and `ROLLING`.

use cosmwasm_std::{Order, StdResult, Storage, Uint128};
use isonomia_api::asset::Asset;
use isonomia_core::allowance as rule;
use isonomia_core::rolling::Rolling;

use crate::error::TreasuryError;
use crate::state::{asset_key, ALLOWANCES, ROLLING};

/// Assets with an allowance: few enough to be answered in one page.
pub const MAX_ALLOWANCES: usize = 32;

/// What small spends of an asset may pay out in any 30 days.
pub fn limit(storage: &dyn Storage, asset: &Asset) -> StdResult<Uint128> {
    Ok(ALLOWANCES.may_load(storage, asset_key(asset))?.unwrap_or_default())
}

/// What small spends of an asset have paid out.
fn rolling(storage: &dyn Storage, asset: &Asset) -> StdResult<Rolling> {
    Ok(ROLLING.may_load(storage, asset_key(asset))?.unwrap_or_default())
}

/// What small spends of an asset may still pay out today.
pub fn left(storage: &dyn Storage, asset: &Asset, today: u64) -> StdResult<Uint128> {
    Ok(rule::left(&rolling(storage, asset)?, limit(storage, asset)?, today))
}

/// Sets an allowance; nothing removes it.
pub fn set(storage: &mut dyn Storage, asset: &Asset, limit: Uint128) -> Result<(), TreasuryError> {
    if limit.is_zero() {
        ALLOWANCES.remove(storage, asset_key(asset));
        return Ok(());
    }
    if !ALLOWANCES.has(storage, asset_key(asset)) && is_full(storage) {
        return Err(TreasuryError::TooManyAllowances { asset: asset.clone() });
    }
    Ok(ALLOWANCES.save(storage, asset_key(asset), &limit)?)
}

/// Draws on an allowance.
pub fn draw(
    storage: &mut dyn Storage,
    asset: &Asset,
    amount: Uint128,
    today: u64,
) -> Result<(), TreasuryError> {
    let mut rolling = rolling(storage, asset)?;
    let spent = rule::spend(&mut rolling, limit(storage, asset)?, amount, today);
    spent.map_err(|over| TreasuryError::OverAllowance { asset: asset.clone(), over })?;
    Ok(ROLLING.save(storage, asset_key(asset), &rolling)?)
}

fn is_full(storage: &dyn Storage) -> bool {
    ALLOWANCES.keys_raw(storage, None, None, Order::Ascending).take(MAX_ALLOWANCES).count() == MAX_ALLOWANCES
}
