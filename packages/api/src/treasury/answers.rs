//! What a treasury answers.

use std::fmt;

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, Uint128};
use isonomia_core::cap::{Limit, Raise};
use isonomia_core::stream::Course;

use super::{Allowance, Holding};
use crate::asset::Asset;

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// Who may spend.
    pub timelock: Addr,
    /// Seconds of a day; anything but 86400 is a test network.
    pub day: u64,
    /// The outflow cap of coins and cw20 tokens that were given no other, in basis points.
    pub outflow_cap_bps: u16,
    /// The first moment at which it pays again, while it is paused.
    pub paused_until: Option<u64>,
}

/// An asset of the treasury.
#[cw_serde]
pub struct AssetResponse {
    /// What the treasury has.
    pub balance: Uint128,
    /// What of that streams are owed, or will be.
    pub reserved: Uint128,
    /// What small spends may pay out in any 30 days.
    pub allowance: Uint128,
    /// What is left of that today.
    pub left: Uint128,
}

/// The small-spend allowances.
#[cw_serde]
pub struct AllowancesResponse {
    /// At most 32.
    pub allowances: Vec<Allowance>,
}

/// The listed holdings.
#[cw_serde]
pub struct ListedResponse {
    /// At most 32.
    pub listed: Vec<Listed>,
}

/// A listed holding.
#[cw_serde]
pub struct Listed {
    /// Which.
    pub holding: Holding,
    /// The outflow cap that holds now.
    pub limit: Limit,
    /// The raise that waits.
    pub raise: Option<Raise>,
    /// When the listing ends, if that was decided.
    pub until: Option<u64>,
}

/// The outflow cap of a holding.
#[cw_serde]
pub struct CapResponse {
    /// Whether the holding is listed.
    pub listed: bool,
    /// The limit that holds now.
    pub limit: Limit,
    /// The raise that waits.
    pub raise: Option<Raise>,
    /// What was counted in the last 7 days.
    pub counted: Uint128,
    /// What is left of the cap now; of coins and cw20 tokens never more than what is free.
    pub left: Uint128,
}

/// A budget.
#[cw_serde]
pub struct BudgetResponse {
    /// The budget, if there is one of that id.
    pub budget: Option<BudgetInfo>,
}

/// The budgets in order of id.
#[cw_serde]
pub struct BudgetsResponse {
    /// In order of id.
    pub budgets: Vec<BudgetInfo>,
}

/// A budget.
#[cw_serde]
pub struct BudgetInfo {
    /// The id.
    pub id: u64,
    /// The proposal that made it.
    pub proposal: u64,
    /// Who may pay out of it.
    pub holder: Addr,
    /// In what.
    pub asset: Asset,
    /// The most of one period.
    pub limit: Uint128,
    /// Seconds of a period.
    pub period: u64,
    /// When it was made: the start of the first period.
    pub made: u64,
    /// The first moment at which it pays no more.
    pub until: u64,
    /// To whom alone it may pay; to anyone where there is no list.
    pub recipients: Option<Vec<Addr>>,
    /// Whether it was revoked.
    pub revoked: bool,
    /// What may still be paid in the present period: 0 once it has ended.
    pub left: Uint128,
    /// When the present period ends.
    pub period_ends: u64,
}

/// A stream.
#[cw_serde]
pub struct StreamResponse {
    /// The stream, if there is one of that id.
    pub stream: Option<StreamInfo>,
}

/// The streams in order of id.
#[cw_serde]
pub struct StreamsResponse {
    /// In order of id.
    pub streams: Vec<StreamInfo>,
}

/// A stream.
#[cw_serde]
pub struct StreamInfo {
    /// The id.
    pub id: u64,
    /// The proposal that made it.
    pub proposal: u64,
    /// Who earns it.
    pub recipient: Addr,
    /// In what.
    pub asset: Asset,
    /// The whole of it.
    pub amount: Uint128,
    /// When it is earned.
    pub course: Course,
    /// When it was cancelled.
    pub cancelled: Option<u64>,
    /// What is earned now.
    pub earned: Uint128,
    /// What was paid out.
    pub withdrawn: Uint128,
    /// What the recipient may have now.
    pub due: Uint128,
    /// What the treasury keeps for it.
    pub reserved: Uint128,
}

/// What streams are owed, or will be.
#[cw_serde]
pub struct ObligationsResponse {
    /// One for each coin and token of which something is.
    pub obligations: Vec<Obligation>,
}

/// What streams are owed of a coin or token.
#[cw_serde]
pub struct Obligation {
    /// Of what.
    pub holding: Holding,
    /// Base units: what streams have not paid yet, earned or not.
    pub reserved: Uint128,
}

/// The ledger of outflows.
#[cw_serde]
pub struct OutflowsResponse {
    /// In the order that was asked for.
    pub outflows: Vec<Outflow>,
}

/// An entry of the ledger.
#[cw_serde]
pub struct Outflow {
    /// The number of the entry, from 1.
    pub number: u64,
    /// The proposal that paid, or that made the budget or stream that did.
    pub proposal: u64,
    /// By what.
    pub by: Means,
    /// What was paid.
    pub holding: Holding,
    /// Base units; 1 of a cw721.
    pub amount: Uint128,
    /// To whom: of an `Execute` the contract that was called, and nothing where it made one.
    pub to: Option<Addr>,
    /// When, in seconds.
    pub at: u64,
}

/// By what something was paid.
#[cw_serde]
pub enum Means {
    /// `SpendSmall`, which drew on the allowance.
    SpendSmall,
    /// `Spend`.
    Spend,
    /// `SpendNft`.
    SpendNft {
        /// The id of the token in its collection.
        token_id: String,
    },
    /// `Execute`.
    Execute,
    /// A budget.
    Budget {
        /// Which.
        id: u64,
    },
    /// A stream.
    Stream {
        /// Which.
        id: u64,
    },
}

impl fmt::Display for Means {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Means::Budget { id } => write!(f, "budget {id}"),
            Means::Stream { id } => write!(f, "stream {id}"),
            other => f.write_str(other.name()),
        }
    }
}

impl Means {
    /// The name, as in events.
    pub fn name(&self) -> &'static str {
        match self {
            Means::SpendSmall => "spend_small",
            Means::Spend => "spend",
            Means::SpendNft { .. } => "spend_nft",
            Means::Execute => "execute",
            Means::Budget { .. } => "budget",
            Means::Stream { .. } => "stream",
        }
    }
}

/// What has left of a holding, by days.
#[cw_serde]
pub struct SumsResponse {
    /// Oldest first.
    pub sums: Vec<DayOutflow>,
}

/// What has left on one day.
#[cw_serde]
pub struct DayOutflow {
    /// The number of the day: seconds divided by those of a day, rounded down.
    pub day: u64,
    /// The sum.
    pub amount: Uint128,
}
