//! What the vault stores. Values are stored as lists, in the order of their fields
//! (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::{Addr, Empty, Uint128};
use cw_storage_plus::{Item, Map};
use isonomia_api::asset::Asset;
use isonomia_core::clock::Day;
use isonomia_core::stored_as_list;

/// What is fixed for ever.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The voting contract that is told of every change.
    pub voting: Addr,
    /// What is staked.
    pub asset: Asset,
    /// Seconds between the notice of an exit and its payment.
    pub unbonding: u64,
    /// The mechanism's day.
    pub day: Day,
}

stored_as_list!(Config { voting, asset, unbonding, day });

/// An exit whose notice is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Exit {
    /// Whose.
    pub account: Addr,
    /// Base units.
    pub amount: Uint128,
    /// The release day under which it is claimed if the notice arrives.
    pub day: u64,
}

stored_as_list!(Exit { account, amount, day });

/// The configuration. Written once, by `instantiate`.
pub const CONFIG: Item<Config> = Item::new("config");

/// account → base units that are locked and count; never zero. Written by `deposit`.
pub const STAKES: Map<&Addr, Uint128> = Map::new("stakes");

/// (account, release day) → base units of which voting knows that they left; never zero. Written by `claims`.
pub const CLAIMS: Map<(&Addr, u64), Uint128> = Map::new("claims");

/// (account, release day) → base units of which voting has not been told that they left, under the day on which they
/// are released at the latest; never zero, and only of accounts in [`UNNOTICED`]. Written by `claims`.
pub const WAITING: Map<(&Addr, u64), Uint128> = Map::new("waiting");

/// account → one bit: voting may hold more stake for it than [`STAKES`] does, until somebody sends `Sync`. Written by
/// `notice`.
pub const UNNOTICED: Map<&Addr, Empty> = Map::new("unnoticed");

/// The exit whose notice is under way: read by `reply` in the transaction that wrote it, and stale ever after. Written
/// by `unstake`.
///
/// Voting may call back while it hears the notice, and unstake for an account of its own, which writes here as well. If
/// the notice then fails, the chain takes back all that happened beneath it, so `reply` finds what the outer exit
/// wrote; if it succeeds, nobody reads.
pub const LEAVING: Item<Exit> = Item::new("leaving");
