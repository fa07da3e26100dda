//! The wire: what the six contracts take and answer, and typed handles to call them by.
//!
//! One file per contract. A message's comment is its manual: what happens, who may, when, how it fails. What the contracts
//! tell in events is in words in [`events`].

pub mod asset;
pub mod call;
pub mod cw721;
pub mod events;
pub mod identity;
pub mod migration;
pub mod page;
pub mod plan;
pub mod proposal;
pub mod timelock;
pub mod treasury;
pub mod vault;
pub mod voting;
