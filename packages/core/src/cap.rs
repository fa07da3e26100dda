//! Outflow caps: the most of a holding that may leave the treasury in any 7 days, whatever was decided.
//!
//! Lowering a cap is at once, raising one waits: so a captured majority cannot take the brake off and drive away in one
//! go.

use std::fmt;

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Uint128, Uint256};

use crate::bps::WHOLE;
use crate::clock::{is_due, Day};
use crate::rolling::Rolling;
use crate::stored_as_list;

/// Days of the window; it is kept as one sum a day, and the day that the window begins in counts whole: 8 of them.
pub const CAP_DAYS: u64 = 7;
/// The default share, in basis points.
pub const DEFAULT_CAP_BPS: u16 = 500;
/// The default count of a collection.
pub const DEFAULT_COUNT: u32 = 1;
/// The highest count.
pub const MAX_COUNT: u32 = 1_000;
/// Days that a raise waits at least.
pub const RAISE_DAYS: u64 = 5;

/// The most that may leave in any 7 days.
#[cw_serde]
#[derive(Copy, Eq)]
#[serde(deny_unknown_fields)]
pub enum Limit {
    /// Of coins and of a cw20: a share of what is free together with what was counted in the window.
    Share {
        /// Basis points, 0 to 10000.
        bps: u16,
    },
    /// Of a cw721: so many tokens.
    Count {
        /// Tokens, 0 to 1000.
        count: u32,
    },
}

/// The cap of a holding, and the raise that waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cap {
    /// The limit until the raise starts.
    pub limit: Limit,
    /// A raise that starts by itself.
    pub raise: Option<Raise>,
}

stored_as_list!(Cap { limit, raise });

/// A raise.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Raise {
    /// The limit that it raises to.
    pub to: Limit,
    /// The first moment at which it holds.
    pub from: u64,
}

/// Why a limit is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum LimitError {
    /// A share of a collection, or a count of coins.
    #[error("coins and cw20 tokens are capped by a share, cw721 tokens by a count, not by {limit}")]
    WrongUnit {
        /// What was asked for.
        limit: Limit,
    },
    /// More than everything.
    #[error("a cap is at most {most}, not {limit}")]
    TooHigh {
        /// What was asked for.
        limit: Limit,
        /// The highest.
        most: Limit,
    },
    /// Above what holds.
    #[error("a cap of {now} is not lowered to {limit}")]
    NotLower {
        /// What holds.
        now: Limit,
        /// What was asked for.
        limit: Limit,
    },
    /// Not above what holds.
    #[error("a cap of {now} is not raised to {limit}")]
    NotHigher {
        /// What holds.
        now: Limit,
        /// What was asked for.
        limit: Limit,
    },
}

/// Why an outflow is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("{amount} is more than the {left} left of the outflow cap: {limit} in {CAP_DAYS} days, which is {most}, and {counted} counted already")]
pub struct OverCap {
    /// What was to leave.
    pub amount: Uint128,
    /// What is left.
    pub left: Uint128,
    /// The cap.
    pub limit: Limit,
    /// What that comes to.
    pub most: Uint128,
    /// What was counted in the window.
    pub counted: Uint128,
}

impl Limit {
    /// Checks a limit: in its bounds, and a share of coins and of a cw20, a count of a cw721.
    pub fn check(self, fungible: bool) -> Result<Limit, LimitError> {
        let most = match fungible {
            true => Limit::Share { bps: WHOLE as u16 },
            false => Limit::Count { count: MAX_COUNT },
        };
        match self.is_above(most) {
            None => Err(LimitError::WrongUnit { limit: self }),
            Some(true) => Err(LimitError::TooHigh { limit: self, most }),
            Some(false) => Ok(self),
        }
    }

    /// Whether it lets more leave than another; nothing where the two have different units.
    fn is_above(self, other: Limit) -> Option<bool> {
        match (self, other) {
            (Limit::Share { bps }, Limit::Share { bps: other }) => Some(bps > other),
            (Limit::Count { count }, Limit::Count { count: other }) => Some(count > other),
            _ => None,
        }
    }

    /// The most that may leave in a window, rounded down. `free` is what is not owed, before the outflow.
    pub fn most(self, free: Uint128, counted: Uint128) -> Uint128 {
        match self {
            Limit::Count { count } => count.into(),
            Limit::Share { bps } => {
                let base = Uint256::from(free) + Uint256::from(counted);
                let share = base * Uint256::from(bps) / Uint256::from(WHOLE);
                Uint128::try_from(share).unwrap_or(Uint128::MAX)
            }
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Share { bps } => write!(f, "{bps} basis points"),
            Limit::Count { count } => write!(f, "{count} tokens"),
        }
    }
}

impl Cap {
    /// A cap without a raise.
    pub fn new(limit: Limit) -> Cap {
        Cap { limit, raise: None }
    }

    /// The limit that holds now.
    pub fn now(&self, now: u64) -> Limit {
        match self.raise {
            Some(raise) if is_due(raise.from, now) => raise.to,
            _ => self.limit,
        }
    }

    /// The raise that still waits.
    pub fn waiting(&self, now: u64) -> Option<Raise> {
        self.raise.filter(|raise| !is_due(raise.from, now))
    }

    /// Lowers it at once, and drops a raise that waits; the same limit again drops the raise alone.
    pub fn lower(&self, limit: Limit, now: u64) -> Result<Cap, LimitError> {
        let held = self.now(now);
        match limit.is_above(held) {
            None => Err(LimitError::WrongUnit { limit }),
            Some(true) => Err(LimitError::NotLower { now: held, limit }),
            Some(false) => Ok(Cap::new(limit)),
        }
    }

    /// Raises it from a later moment, in place of a raise that waits.
    pub fn raise(&self, limit: Limit, from: u64, now: u64) -> Result<Cap, LimitError> {
        let held = self.now(now);
        match limit.is_above(held) {
            None => Err(LimitError::WrongUnit { limit }),
            Some(false) => Err(LimitError::NotHigher { now: held, limit }),
            Some(true) => Ok(Cap { limit: held, raise: Some(Raise { to: limit, from }) }),
        }
    }
}

/// When what loosens a brake starts: after the delay of a Critical, and after 5 days at least.
pub fn loosens_from(day: Day, critical_delay: u64, now: u64) -> u64 {
    now.saturating_add(critical_delay.max(day.days(RAISE_DAYS)))
}

/// What is left of a cap today.
pub fn left(window: &Rolling, limit: Limit, free: Uint128, today: u64) -> Uint128 {
    let counted = window.total(CAP_DAYS, today);
    limit.most(free, counted).saturating_sub(counted)
}

/// Counts an outflow in the window of its holding, or refuses one that would pass the cap. `free` is what is not owed,
/// before the outflow.
pub fn count(
    window: &mut Rolling,
    limit: Limit,
    free: Uint128,
    amount: Uint128,
    today: u64,
) -> Result<(), OverCap> {
    let left = left(window, limit, free, today);
    if amount > left {
        let counted = window.total(CAP_DAYS, today);
        return Err(OverCap { amount, left, limit, most: limit.most(free, counted), counted });
    }
    window.note(CAP_DAYS, amount, today);
    Ok(())
}
