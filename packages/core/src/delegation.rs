//! Delegation: one hop, split over at most eight delegates, by generations and seasons, capped and overridable.

use cosmwasm_std::Addr;

use crate::account::{Account, Role};
use crate::bps::WHOLE;
use crate::clock;
use crate::stored_as_list;

/// A principal may split over this many delegates: what an override has to touch.
pub const MAX_PARTS: usize = 8;

/// One part of a principal's delegation, as it stands in the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Who receives.
    pub delegate: Addr,
    /// How much of each component of the principal's contribution, in basis points.
    pub bps: u16,
    /// The delegate's generation when the part was made.
    pub generation: u32,
    /// The delegate's season when the part was made or renewed. It lives in that season and the next.
    pub season: u64,
}

stored_as_list!(Part { delegate, bps, generation, season });

/// Why a delegation is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum DelegationError {
    /// No parts.
    #[error("a delegation names at least one delegate; undelegate to take it back")]
    Empty,
    /// Too many parts.
    #[error("a delegation names at most {MAX_PARTS} delegates, not {count}")]
    TooMany {
        /// How many were named.
        count: usize,
    },
    /// A part of nothing.
    #[error("the part of {delegate} is zero")]
    ZeroPart {
        /// Whose part.
        delegate: Addr,
    },
    /// More than the whole.
    #[error("the parts sum to {sum} basis points, more than 10000")]
    OverWhole {
        /// The sum.
        sum: u64,
    },
    /// Named twice.
    #[error("{delegate} is named twice")]
    Duplicate {
        /// Who.
        delegate: Addr,
    },
    /// Oneself.
    #[error("an account cannot delegate to itself")]
    Oneself,
    /// Not a delegate.
    #[error("{delegate} is not a registered delegate")]
    NotDelegate {
        /// Who.
        delegate: Addr,
    },
    /// A delegate that is not attested.
    #[error("{delegate} is registered as a delegate, but is not attested")]
    NotAttested {
        /// Who.
        delegate: Addr,
    },
}

/// Checks the shape of a split: 1 to 8 parts, none zero, none twice, none oneself, at most the whole together.
pub fn check_split(principal: &Addr, split: &[(Addr, u16)]) -> Result<(), DelegationError> {
    if split.is_empty() {
        return Err(DelegationError::Empty);
    }
    if split.len() > MAX_PARTS {
        return Err(DelegationError::TooMany { count: split.len() });
    }
    for (index, (delegate, bps)) in split.iter().enumerate() {
        if delegate == principal {
            return Err(DelegationError::Oneself);
        }
        if *bps == 0 {
            return Err(DelegationError::ZeroPart { delegate: delegate.clone() });
        }
        if split[..index].iter().any(|(earlier, _)| earlier == delegate) {
            return Err(DelegationError::Duplicate { delegate: delegate.clone() });
        }
    }
    let sum = split.iter().map(|(_, bps)| u64::from(*bps)).sum();
    if sum > WHOLE {
        return Err(DelegationError::OverWhole { sum });
    }
    Ok(())
}

impl Part {
    /// A part made now, for a target that must be a registered and attested delegate.
    pub fn make(
        delegate: Addr,
        bps: u16,
        target: &Account,
        season_length: u64,
        now: u64,
    ) -> Result<Part, DelegationError> {
        let Role::Delegate { since } = target.role else {
            return Err(DelegationError::NotDelegate { delegate });
        };
        if !target.is_attested() {
            return Err(DelegationError::NotAttested { delegate });
        }
        let season = clock::season(since, season_length, now);
        Ok(Part { delegate, bps, generation: target.generation, season })
    }

    /// Whether it lives: the delegate has not resigned since, and its season is the one the part was made in or
    /// the next.
    pub fn lives(&self, delegate: &Account, season_length: u64, now: u64) -> bool {
        let Some(season) = present_season(delegate, season_length, now) else {
            return false;
        };
        let spans = self.season == season || self.season + 1 == season;
        self.generation == delegate.generation && spans
    }

    /// Whether it counts in a poll whose snapshot shows the delegate so: it lives, and the delegate carries.
    pub fn counts(&self, delegate: &Account, season_length: u64, now: u64) -> bool {
        delegate.is_attested() && self.lives(delegate, season_length, now)
    }
}

/// The season a registered delegate is in.
fn present_season(account: &Account, season_length: u64, now: u64) -> Option<u64> {
    match account.role {
        Role::Delegate { since } => Some(clock::season(since, season_length, now)),
        Role::Direct | Role::Principal { .. } => None,
    }
}

/// The seasons whose buckets an account carries: its present one and the one before, both of its present
/// generation; none unless it is registered and attested.
pub fn carried_seasons(account: &Account, season_length: u64, now: u64) -> Vec<u64> {
    match present_season(account, season_length, now) {
        Some(0) if account.is_attested() => vec![0],
        Some(season) if account.is_attested() => vec![season - 1, season],
        _ => vec![],
    }
}
