//! The wire, byte for byte in meaning: the JSON of every message and answer, written by hand.
//!
//! A front end that was built years ago reads these: a change here is a change of the interface, never a refactoring.

mod committed;
mod events;
mod given;
mod identity;
mod migration;
mod plan;
mod policy;
mod proposal;
mod shape;
mod timelock;
mod treasury;
mod treasury_answers;
mod upgrade;
mod vault;
mod voting;
mod voting_answers;
mod voting_others;
mod voting_people;
mod words;
