//! What stake weighs in the people's key.

use cosmwasm_std::{Isqrt, Uint128, Uint256};

use crate::stored_as_list;
use crate::units::{Power, Stake, STAKE_LIMIT};

/// The largest `K`.
pub const SCALE_LIMIT: u32 = 1_000_000;

/// The immutable shape of the weight: the square root above the floor stake, its chord below.
///
/// Source: mechanism, "Weight"; the chord is the pointwise largest weight with its Sybil bound (theorem T3).
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// K: power is the root of K times the stake. 10^6 for a token of 6 decimals, 1 for one of 18.
    pub scale: u32,
    /// m: below this stake, power is linear.
    pub floor: Stake,
}

stored_as_list!(Curve { scale, floor });

/// Why a curve is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum CurveError {
    /// K is out of bounds.
    #[error("K must be 1 to {SCALE_LIMIT}, not {scale}")]
    Scale {
        /// The K that was asked for.
        scale: u32,
    },
    /// m is out of bounds.
    #[error("the floor stake must be at least 1 and below 2^100, not {floor}")]
    Floor {
        /// The m that was asked for.
        floor: Uint128,
    },
}

impl Curve {
    /// `1 ≤ K ≤ 10^6` and `1 ≤ m < 2^100`.
    pub fn check(&self) -> Result<(), CurveError> {
        if self.scale == 0 || self.scale > SCALE_LIMIT {
            return Err(CurveError::Scale { scale: self.scale });
        }
        if self.floor == Stake::ZERO || self.floor.amount() >= STAKE_LIMIT {
            return Err(CurveError::Floor { floor: self.floor.0 });
        }
        Ok(())
    }

    /// `w(x) = x < m ? x·isqrt(K·m)/m : isqrt(K·x)`, rounded down.
    ///
    /// For a checked curve and a stake below 2^100 the result is below 2^60.
    pub fn power(&self, stake: Stake) -> Power {
        let root = |amount: Uint256| (Uint256::from(self.scale) * amount).isqrt();
        let power = if stake < self.floor {
            stake.wide() * root(self.floor.wide()) / self.floor.wide()
        } else {
            root(stake.wide())
        };
        Power(narrow(power))
    }
}

/// A power below 2^60, by the bounds of [`Curve::check`] and of total stake; anything larger is held at the top.
fn narrow(power: Uint256) -> u64 {
    Uint128::try_from(power).ok().and_then(|power| u64::try_from(power.u128()).ok()).unwrap_or(u64::MAX)
}
