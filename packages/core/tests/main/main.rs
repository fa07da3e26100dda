//! The laws of the mechanism, told of the rules alone: no chain, no contract, no storage.
//!
//! Judged by the design pages "mechanism" and "safety", never by the code. `I1` to `I20` are the invariants listed there.

mod allowance;
mod attack;
mod ballots;
mod budget;
mod cap;
mod clock;
mod custody;
mod delegation;
mod deposit;
mod electorate;
mod given;
mod golden;
mod guardian;
mod json;
mod late_flip;
mod least_delay;
mod ledger;
mod ledger_limits;
mod line;
mod monotone;
mod opening;
mod operation;
mod pause;
mod pin;
mod pointer;
mod policy;
mod quorum;
mod quorum_model;
mod registry;
mod release;
mod requirement;
mod rescue;
mod resolution;
mod roles;
mod rules;
mod shares;
mod stages;
mod stored;
mod stream;
mod verdict;
mod verdict_by_stake;
mod weight;
