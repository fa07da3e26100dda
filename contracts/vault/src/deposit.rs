//! Stake goes up and down: the only writer of `STAKES`.

use cosmwasm_std::{Addr, StdResult, Storage, Uint128};
use isonomia_kit::assets::nonzero;

use crate::error::VaultError;
use crate::state::STAKES;

/// What an account has at stake.
pub fn stake(storage: &dyn Storage, account: &Addr) -> StdResult<Uint128> {
    Ok(STAKES.may_load(storage, account)?.unwrap_or_default())
}

/// Raises a stake, and answers all of it.
pub fn raise(storage: &mut dyn Storage, account: &Addr, amount: Uint128) -> Result<Uint128, VaultError> {
    let raised = stake(storage, account)?.checked_add(amount)?;
    STAKES.save(storage, account, &raised)?;
    Ok(raised)
}

/// Lowers a stake by no more than there is, and answers what stays.
pub fn lower(storage: &mut dyn Storage, account: &Addr, amount: Uint128) -> Result<Uint128, VaultError> {
    let stake = stake(storage, account)?;
    let amount = nonzero(amount)?;
    let Ok(lowered) = stake.checked_sub(amount) else {
        return Err(VaultError::MoreThanStake { account: account.clone(), stake, amount });
    };
    if lowered.is_zero() {
        STAKES.remove(storage, account);
    } else {
        STAKES.save(storage, account, &lowered)?;
    }
    Ok(lowered)
}
