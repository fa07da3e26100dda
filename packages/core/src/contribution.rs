//! What one account, or a sum of accounts, brings to both keys.

use crate::bps::part_of;
use crate::stored_as_list;
use crate::units::{Power, Stake};

/// `(w, x, x_u)`: power, stake, and stake if un-attested (else 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// w, for the people's key.
    pub power: Power,
    /// x, for the stake key.
    pub stake: Stake,
    /// x_u, the part of x that no attested account owns.
    pub unattested: Stake,
}

stored_as_list!(Contribution { power, stake, unattested });

/// A sum that left its bounds. Bounds on totals make this unreachable; it is an error and not a panic all the same.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("a sum of contributions left its bounds")]
pub struct OutOfBounds;

impl Contribution {
    /// Whether it brings nothing to either key.
    pub fn is_nothing(&self) -> bool {
        *self == Contribution::default()
    }

    /// Component-wise sum.
    pub fn plus(self, other: Contribution) -> Result<Contribution, OutOfBounds> {
        Ok(Contribution {
            power: Power(self.power.0.checked_add(other.power.0).ok_or(OutOfBounds)?),
            stake: Stake(self.stake.0.checked_add(other.stake.0).map_err(|_| OutOfBounds)?),
            unattested: Stake(self.unattested.0.checked_add(other.unattested.0).map_err(|_| OutOfBounds)?),
        })
    }

    /// Component-wise difference.
    pub fn minus(self, other: Contribution) -> Result<Contribution, OutOfBounds> {
        Ok(Contribution {
            power: Power(self.power.0.checked_sub(other.power.0).ok_or(OutOfBounds)?),
            stake: Stake(self.stake.0.checked_sub(other.stake.0).map_err(|_| OutOfBounds)?),
            unattested: Stake(self.unattested.0.checked_sub(other.unattested.0).map_err(|_| OutOfBounds)?),
        })
    }

    /// `floor(v · bps / 10 000)` of each component: what a principal hands to one delegate.
    ///
    /// The root is taken before, over the whole stake; a part of a root, never a root of a part (theorem T11).
    pub fn part(self, bps: u16) -> Contribution {
        Contribution {
            // A part of a u64 is a u64.
            power: Power(part_of(self.power.0.into(), bps) as u64),
            stake: Stake::new(part_of(self.stake.amount(), bps)),
            unattested: Stake::new(part_of(self.unattested.amount(), bps)),
        }
    }
}
