//! Roots and weights, by the definition and nothing else.

use cosmwasm_std::{Uint128, Uint256};

/// The whole of a ratio, in basis points.
pub const WHOLE: u128 = 10_000;

/// What an account weighs, casts or hands on: power, stake, and stake that is un-attested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// `w`: power in the people's key.
    pub power: u128,
    /// `x`: stake.
    pub stake: u128,
    /// `x_u`: the stake again if it is un-attested, else 0.
    pub unattested: u128,
}

impl Contribution {
    /// The sum, member by member.
    pub fn plus(self, other: Self) -> Self {
        Self {
            power: self.power + other.power,
            stake: self.stake + other.stake,
            unattested: self.unattested + other.unattested,
        }
    }

    /// The part of `bps` basis points: floor(v·bps/10 000) of each member.
    pub fn part(self, bps: u64) -> Self {
        let floor = |value: u128| value * u128::from(bps) / WHOLE;
        Self { power: floor(self.power), stake: floor(self.stake), unattested: floor(self.unattested) }
    }

    /// Whether there is nothing in it at all.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// The largest `r` with `r·r ≤ n`, found by halving.
pub fn isqrt(n: Uint256) -> Uint256 {
    let (one, two) = (Uint256::one(), Uint256::from(2u128));
    let most = Uint256::from(u128::MAX);
    let (mut low, mut high) = (Uint256::zero(), one);
    while high < most && high * high <= n {
        high = (high * two).min(most);
    }
    while low < high {
        let middle = high - (high - low) / two;
        if middle * middle <= n {
            low = middle;
        } else {
            high = middle - one;
        }
    }
    low
}

/// `w(x)`: below the floor `m` a straight line, above it the root.
pub fn weight(k: u128, m: u128, x: u128) -> u128 {
    let k = Uint256::from(k);
    let scaled = |stake: u128| k * Uint256::from(stake);
    let w = if x < m { Uint256::from(x) * isqrt(scaled(m)) / Uint256::from(m) } else { isqrt(scaled(x)) };
    narrow(w)
}

/// Back to 128 bits, for numbers that fit by the limits (stake < 2^100, power < 2^64). One that did not fit
/// would come out as the greatest number and show in every comparison.
pub fn narrow(value: Uint256) -> u128 {
    Uint128::try_from(value).map_or(u128::MAX, |value| value.u128())
}
