//! What a treasury is asked.

use cosmwasm_schema::{cw_serde, QueryResponses};

use super::*;

/// What a treasury answers.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// The configuration.
    #[returns(ConfigResponse)]
    Config {},
    /// What the treasury has of an asset, what of it is owed, and what is left of its small-spend allowance.
    #[returns(AssetResponse)]
    Asset {
        /// Which.
        asset: Asset,
    },
    /// The small-spend allowances.
    #[returns(AllowancesResponse)]
    Allowances {},
    /// The listed holdings.
    #[returns(ListedResponse)]
    Listed {},
    /// The outflow cap of a holding, and what is left of it now.
    #[returns(CapResponse)]
    Cap {
        /// Which.
        holding: Holding,
    },
    /// A budget.
    #[returns(BudgetResponse)]
    Budget {
        /// Which.
        id: u64,
    },
    /// The budgets in order of id.
    #[returns(BudgetsResponse)]
    Budgets {
        /// Only ids after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// A stream.
    #[returns(StreamResponse)]
    Stream {
        /// Which.
        id: u64,
    },
    /// The streams in order of id.
    #[returns(StreamsResponse)]
    Streams {
        /// Only ids after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The budgets of a holder in order of id, those that have ended included.
    #[returns(BudgetsResponse)]
    BudgetsOf {
        /// Who may pay out of them.
        holder: String,
        /// Only ids after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The streams of a recipient in order of id, those that have ended included.
    #[returns(StreamsResponse)]
    StreamsOf {
        /// Who earns them.
        recipient: String,
        /// Only ids after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// What streams are owed, or will be, of each coin and token: at most 32, since only what is listed is promised.
    #[returns(ObligationsResponse)]
    Obligations {},
    /// The ledger of outflows, oldest first.
    #[returns(OutflowsResponse)]
    Outflows {
        /// Only entries after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// The ledger of outflows, newest first.
    #[returns(OutflowsResponse)]
    LatestOutflows {
        /// Only entries before this one.
        start_before: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// What has left of a holding on each day on which something has, oldest first.
    #[returns(SumsResponse)]
    Sums {
        /// Which.
        holding: Holding,
        /// Only days after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
}
