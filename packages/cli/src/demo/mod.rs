//! `isonomia demo`: a whole decision on an embedded chain, told as it happens.
//!
//! Everything here goes through the real contracts: stake through the vault, persons through the registry with its
//! limits, ballots through voting, and the payment through proposal, timelock and treasury.

mod electorate;
mod opinion;
mod progress;
mod registry;
mod rivals;
mod story;
mod tables;
mod whale;

pub use rivals::Count;
pub use story::{tell, Ending, Story, DEFAULT_SEED};
pub(crate) use tables::table;
pub use tables::Judged;
