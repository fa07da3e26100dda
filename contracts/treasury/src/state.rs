//! What the treasury stores. Values are stored as lists, in the order of their fields
//! (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_std::{Addr, Empty, Uint128};
use cw_storage_plus::{Item, Map};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{Holding, Means, Outflow};
use isonomia_core::budget::Budget;
use isonomia_core::cap::Cap;
use isonomia_core::clock::Day;
use isonomia_core::rolling::Rolling;
use isonomia_core::stored_as_list;
use isonomia_core::stream::Stream;

/// What is fixed.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Who may spend.
    pub timelock: Addr,
    /// The mechanism's day.
    pub day: Day,
    /// The outflow cap of coins and cw20 tokens that were given no other, in basis points.
    pub outflow_cap_bps: u16,
}

stored_as_list!(Config { timelock, day, outflow_cap_bps });

/// An entry of the ledger; its number is its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The proposal that paid, or that made what did.
    pub proposal: u64,
    /// By what.
    pub by: Means,
    /// What was paid.
    pub holding: Holding,
    /// Base units.
    pub amount: Uint128,
    /// To whom, where that is known.
    pub to: Option<Addr>,
    /// When, in seconds.
    pub at: u64,
}

stored_as_list!(Entry { proposal, by, holding, amount, to, at });

/// A listed holding.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Its outflow cap.
    pub cap: Cap,
    /// The first moment at which it is listed no more, if that was decided.
    pub until: Option<u64>,
}

stored_as_list!(Listing { cap, until });

/// What does not change of a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Mandate {
    /// The proposal that made it.
    pub proposal: u64,
    /// Who may pay out of it.
    pub holder: Addr,
    /// In what.
    pub asset: Asset,
    /// To whom alone it may pay.
    pub recipients: Option<Vec<Addr>>,
}

stored_as_list!(Mandate { proposal, holder, asset, recipients });

/// A stream with whom it pays.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The proposal that made it.
    pub proposal: u64,
    /// Who earns it.
    pub recipient: Addr,
    /// In what.
    pub asset: Asset,
    /// How much, and when.
    pub stream: Stream,
}

stored_as_list!(Promise { proposal, recipient, asset, stream });

/// An `Execute` that has not been closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// The proposal that executes.
    pub proposal: u64,
    /// The contract that is called, if there is one.
    pub to: Option<Addr>,
    /// What there was of the listed coins and cw20 tokens.
    pub before: Vec<(Holding, Uint128)>,
}

stored_as_list!(Execution { proposal, to, before });

/// A holding in a key: its kind, and its denomination or contract. The kind stands apart, for a denomination may hold a
/// colon and so be spelled like the display of any token.
pub type HoldingKey<'a> = (&'a str, &'a str);

/// The configuration. Written once, by `instantiate`.
pub const CONFIG: Item<Config> = Item::new("config");

/// asset → base units that small spends may pay out in any 30 days; never zero, at most 32 entries. Written by
/// `allowance`.
pub const ALLOWANCES: Map<HoldingKey, Uint128> = Map::new("allowances");

/// asset → what small spends have paid out on the days that still count. It outlives its allowance, so that an asset
/// which is removed and listed again begins with what it has spent. Written by `allowance`.
pub const ROLLING: Map<HoldingKey, Rolling> = Map::new("rolling");

/// holding → its cap and the end of its listing; at most 32 entries. Written by `listing`.
pub const LISTED: Map<HoldingKey, Listing> = Map::new("listed");

/// holding → what was counted against its cap on the days that still count. It outlives its listing. Written by
/// `outflow`.
pub const COUNTED: Map<HoldingKey, Rolling> = Map::new("counted");

/// holding → what streams of it are owed, or will be: the sum of their `reserved`. Written by `reserve`.
pub const RESERVED: Map<HoldingKey, Uint128> = Map::new("reserved");

/// number → outflow, from 1 without a gap; never changed. Written by `outflow`.
pub const LEDGER: Map<u64, Entry> = Map::new("ledger");

/// (kind, name, day) → what has left of a holding on a day: the sum of its entries in the ledger. Written by `outflow`.
pub const SUMS: Map<(&str, &str, u64), Uint128> = Map::new("sums");

/// id → who holds a budget, from 1 without a gap; never changed. Written by `budgets`.
pub const MANDATES: Map<u64, Mandate> = Map::new("mandates");

/// (holder, id) → that a budget is the holder's: what `MANDATES` says. Written by `budgets`.
pub const BUDGETS_OF: Map<(&Addr, u64), Empty> = Map::new("budgets_of");

/// id → what of a budget payments rewrite. Written by `budgets`.
pub const BUDGETS: Map<u64, Budget> = Map::new("budgets");

/// id → stream, from 1 without a gap. Written by `streams`.
pub const STREAMS: Map<u64, Promise> = Map::new("streams");

/// (recipient, id) → that a stream is the recipient's: what `STREAMS` says. Written by `streams`.
pub const STREAMS_OF: Map<(&Addr, u64), Empty> = Map::new("streams_of");

/// The first moment after the last pause. Written by `gate`.
pub const PAUSED_UNTIL: Item<u64> = Item::new("paused_until");

/// What an `Execute` found, until it is closed in the same transaction. Written by `execution`.
pub const EXECUTION: Item<Execution> = Item::new("execution");

impl Entry {
    /// The entry as it is told.
    pub fn told(self, number: u64) -> Outflow {
        let Entry { proposal, by, holding, amount, to, at } = self;
        Outflow { number, proposal, by, holding, amount, to, at }
    }
}

/// The key of a coin or a cw20 token.
pub fn asset_key(asset: &Asset) -> HoldingKey<'_> {
    match asset {
        Asset::Native { denom } => ("native", denom),
        Asset::Cw20 { contract } => ("cw20", contract),
    }
}

/// The key of a holding.
pub fn key(holding: &Holding) -> HoldingKey<'_> {
    match holding {
        Holding::Native { denom } => ("native", denom),
        Holding::Cw20 { contract } => ("cw20", contract),
        Holding::Cw721 { contract } => ("cw721", contract),
    }
}

/// The holding of a key.
pub fn holding((kind, name): (String, String)) -> Holding {
    match kind.as_str() {
        "native" => Holding::Native { denom: name },
        "cw20" => Holding::Cw20 { contract: name },
        _ => Holding::Cw721 { contract: name },
    }
}
