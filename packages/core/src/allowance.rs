//! The small-spend allowance: what may leave in any span of 30 days, however it is split.

use cosmwasm_std::Uint128;

use crate::rolling::Rolling;

/// Days of the small-spend allowance.
pub const ALLOWANCE_DAYS: u64 = 30;

/// Why an outflow is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("{amount} is more than the {left} left of the allowance of {limit} in {ALLOWANCE_DAYS} days")]
pub struct OverAllowance {
    /// What was asked for.
    pub amount: Uint128,
    /// What is left.
    pub left: Uint128,
    /// The allowance.
    pub limit: Uint128,
}

/// What is left today of an allowance.
pub fn left(spent: &Rolling, limit: Uint128, today: u64) -> Uint128 {
    limit.saturating_sub(spent.total(ALLOWANCE_DAYS, today))
}

/// Notes a small spend, or refuses one that would pass the limit.
pub fn spend(spent: &mut Rolling, limit: Uint128, amount: Uint128, today: u64) -> Result<(), OverAllowance> {
    let left = left(spent, limit, today);
    if amount > left {
        return Err(OverAllowance { amount, left, limit });
    }
    spent.note(ALLOWANCE_DAYS, amount, today);
    Ok(())
}
