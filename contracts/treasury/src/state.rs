//! What the treasury stores. Values are stored as lists, in the order of their fields
//! (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::{Addr, Uint128};
use cw_storage_plus::{Item, Map};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::Outflow;
use isonomia_core::allowance::Rolling;
use isonomia_core::clock::Day;
use isonomia_core::stored_as_list;

/// What is fixed.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Who may spend.
    pub timelock: Addr,
    /// The mechanism's day.
    pub day: Day,
}

stored_as_list!(Config { timelock, day });

/// An entry of the ledger; its number is its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The proposal that paid.
    pub proposal: u64,
    /// What was paid.
    pub asset: Asset,
    /// Base units.
    pub amount: Uint128,
    /// To whom.
    pub to: Addr,
    /// Whether it drew on the small-spend allowance.
    pub small: bool,
    /// When, in seconds.
    pub at: u64,
}

stored_as_list!(Entry { proposal, asset, amount, to, small, at });

/// An asset in a key: its kind, and its denomination or contract. The kind stands apart, for a denomination may hold a
/// colon and so be spelled like the display of any token.
pub type AssetKey<'a> = (&'a str, &'a str);

/// The configuration. Written once, by `instantiate`.
pub const CONFIG: Item<Config> = Item::new("config");

/// Until when nobody is paid. Written by `pause`.
pub const PAUSED_UNTIL: Item<u64> = Item::new("paused_until");

/// asset → base units that small spends may pay out in any 30 days; never zero, at most 32 entries. Written by
/// `allowance`.
pub const ALLOWANCES: Map<AssetKey, Uint128> = Map::new("allowances");

/// asset → what small spends have paid out on the days that still count. It outlives its allowance, so that an asset
/// which is removed and listed again begins with what it has spent. Written by `allowance`.
pub const ROLLING: Map<AssetKey, Rolling> = Map::new("rolling");

/// number → outflow, from 1 without a gap; never changed. Written by `outflow`.
pub const LEDGER: Map<u64, Entry> = Map::new("ledger");

impl Entry {
    /// The entry as it is told.
    pub fn told(self, number: u64) -> Outflow {
        let Entry { proposal, asset, amount, to, small, at } = self;
        Outflow { number, proposal, asset, amount, to, small, at }
    }
}

/// The key of an asset.
pub fn key(asset: &Asset) -> AssetKey<'_> {
    match asset {
        Asset::Native { denom } => ("native", denom),
        Asset::Cw20 { contract } => ("cw20", contract),
    }
}

/// The asset of a key.
pub fn asset((kind, name): (String, String)) -> Asset {
    match kind.as_str() {
        "native" => Asset::Native { denom: name },
        _ => Asset::Cw20 { contract: name },
    }
}
