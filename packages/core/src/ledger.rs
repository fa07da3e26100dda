//! The one mutation path: take an account's contribution out of every sum, change the account, put it back.
//!
//! Nothing is ever updated by a difference of roots, so every counter is exact after any sequence (I1, I2).

use cosmwasm_std::Addr;

use crate::account::Account;
use crate::contribution::{Contribution, OutOfBounds};
use crate::stored_as_list;
use crate::units::{Power, Stake, STAKE_LIMIT};
use crate::weight::Curve;

/// V, X and n: all power, all stake, and the live attestations whatever their stake.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// V
    pub power: Power,
    /// X
    pub stake: Stake,
    /// n
    pub attested: u64,
}

stored_as_list!(Totals { power, stake, attested });

/// Where a part is received: `received[delegate][generation][season]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Bucket {
    /// Who receives.
    pub delegate: Addr,
    /// In which generation.
    pub generation: u32,
    /// In which season of it.
    pub season: u64,
}

/// What has to leave and to enter one bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The bucket.
    pub bucket: Bucket,
    /// What leaves it.
    pub out: Contribution,
    /// What enters it.
    pub into: Contribution,
}

/// Why a change is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum LedgerError {
    /// Total stake would leave its bound.
    #[error("total stake would reach {stake}; it stays below 2^100")]
    StakeLimit {
        /// What X would be.
        stake: u128,
    },
    /// Total power would leave its bound.
    #[error("total power would pass 2^64 - 1")]
    PowerLimit,
    /// A sum left its bounds.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
}

impl Totals {
    /// The totals after an account has changed. Refused only where something is added past a limit.
    pub fn after(self, before: &Account, after: &Account, curve: &Curve) -> Result<Totals, LedgerError> {
        let (old, new) = (before.contribution(curve), after.contribution(curve));
        let power = (u128::from(self.power.0) + u128::from(new.power.0))
            .checked_sub(old.power.0.into())
            .ok_or(OutOfBounds)?;
        let stake = (self.stake.amount().checked_add(new.stake.amount()))
            .and_then(|sum| sum.checked_sub(old.stake.amount()))
            .ok_or(OutOfBounds)?;
        if stake >= STAKE_LIMIT && new.stake > old.stake {
            return Err(LedgerError::StakeLimit { stake });
        }
        let attested = (self.attested + u64::from(after.is_attested()))
            .checked_sub(before.is_attested().into())
            .ok_or(OutOfBounds)?;
        let power = Power(u64::try_from(power).map_err(|_| LedgerError::PowerLimit)?);
        Ok(Totals { power, stake: Stake::new(stake), attested })
    }
}

/// What has to move between buckets when an account changes; a bucket that both sides name is moved once.
pub fn moves(before: &Account, after: &Account, curve: &Curve) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    let (old, new) = (before.contribution(curve), after.contribution(curve));
    for part in before.parts() {
        let bucket = Bucket::of(part);
        moves.push(Move { bucket, out: old.part(part.bps), into: Contribution::default() });
    }
    for part in after.parts() {
        let (bucket, into) = (Bucket::of(part), new.part(part.bps));
        match moves.iter_mut().find(|earlier| earlier.bucket == bucket) {
            Some(earlier) => earlier.into = into,
            None => moves.push(Move { bucket, out: Contribution::default(), into }),
        }
    }
    moves.retain(|each| each.out != each.into);
    moves
}

impl Bucket {
    fn of(part: &crate::delegation::Part) -> Bucket {
        Bucket { delegate: part.delegate.clone(), generation: part.generation, season: part.season }
    }
}
