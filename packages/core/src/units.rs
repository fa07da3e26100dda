//! Quantities with a type, a unit and a name.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Uint128, Uint256};

/// Total stake stays below this, so that power fits 60 bits and every product of a verdict fits 256.
pub const STAKE_LIMIT: u128 = 1 << 100;

/// Base units of the staked coin.
#[cw_serde]
#[derive(Copy, Default, Eq, PartialOrd, Ord)]
pub struct Stake(pub Uint128);

/// What the people's key adds up. Never money.
#[cw_serde]
#[derive(Copy, Default, Eq, PartialOrd, Ord)]
pub struct Power(pub u64);

impl Stake {
    /// No stake.
    pub const ZERO: Stake = Stake(Uint128::zero());

    /// That many base units.
    pub const fn new(amount: u128) -> Stake {
        Stake(Uint128::new(amount))
    }

    /// Base units.
    pub const fn amount(self) -> u128 {
        self.0.u128()
    }

    /// Widened for products.
    pub fn wide(self) -> Uint256 {
        Uint256::from(self.0)
    }
}

impl Power {
    /// No power.
    pub const ZERO: Power = Power(0);

    /// Widened for products.
    pub fn wide(self) -> Uint256 {
        Uint256::from(self.0)
    }
}
