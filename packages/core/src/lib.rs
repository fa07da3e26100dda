//! The rules of two-key quadratic governance: values in, values out.
//!
//! Nothing here knows of a chain: no storage, no messages, no caller. A reader who never saw CosmWasm can check the
//! mechanism in this crate alone; the contracts only load, ask here, save and answer.

pub mod account;
pub mod alarm;
pub mod allowance;
pub mod ballot;
pub mod bps;
pub mod budget;
pub mod cap;
pub mod class;
pub mod clock;
pub mod contribution;
pub mod custody;
pub mod delegation;
pub mod deposit;
pub mod guardian;
pub mod hash;
pub mod json;
pub mod least_delay;
pub mod ledger;
pub mod line;
pub mod migration;
pub mod opening;
pub mod operation;
pub mod pause;
pub mod pin;
pub mod policy;
pub mod poll;
pub mod proposal;
pub mod quorum;
pub mod readiness;
pub mod registry;
pub mod release;
pub mod requirement;
pub mod rescue;
pub mod rolling;
pub mod rules;
pub mod soak;
pub mod stored;
pub mod stream;
pub mod tally;
pub mod units;
pub mod upgrade;
pub mod verdict;
pub mod weight;
