//! What the treasury stores.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Uint128};
use cw_storage_plus::{Item, Map};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::Outflow;
use isonomia_core::allowance::Rolling;
use isonomia_core::clock::Day;

/// What is fixed.
#[cw_serde]
pub struct Config {
    /// Who may spend.
    pub timelock: Addr,
    /// The mechanism's day.
    pub day: Day,
}

/// An asset in a key: its kind, and its denomination or contract. The kind stands apart, for a denomination may hold a
/// colon and so be spelled like the display of any token.
pub type AssetKey<'a> = (&'a str, &'a str);

/// The configuration. Written once, by `instantiate`.
pub const CONFIG: Item<Config> = Item::new("config");

/// asset → base units that small spends may pay out in any 30 days; never zero, at most 32 entries. Written by
/// `allowance`.
pub const ALLOWANCES: Map<AssetKey, Uint128> = Map::new("allowances");

/// asset → what small spends have paid out on the days that still count. It outlives its allowance, so that an asset
/// which is removed and listed again begins with what it has spent. Written by `allowance`.
pub const ROLLING: Map<AssetKey, Rolling> = Map::new("rolling");

/// number → outflow, from 1 without a gap; never changed. Written by `outflow`.
pub const LEDGER: Map<u64, Outflow> = Map::new("ledger");

/// The number of the last outflow. Written by `outflow`.
pub const LAST: Item<u64> = Item::new("last");

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
