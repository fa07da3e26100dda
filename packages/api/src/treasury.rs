//! The treasury: what the DAO owns, paid out by the timelock alone.

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{Addr, Uint128};
use cw20::Cw20ReceiveMsg;

use crate::asset::Asset;

/// Makes a treasury. It receives native coins and cw20 tokens from anyone.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// Who may spend. It may not exist yet.
    pub timelock: String,
    /// Seconds of a day: the same as in the vault.
    pub day: u64,
    /// The small-spend allowances to begin with, at most 32.
    pub allowances: Vec<Allowance>,
}

/// What may leave by small spends in any 30 days.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// Of which asset.
    pub asset: Asset,
    /// Base units; an asset without an allowance has 0.
    pub limit: Uint128,
}

/// What a treasury takes.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Takes cw20 tokens in; the message inside is ignored.
    ///
    /// Any contract may call it: it changes nothing, the tokens are the treasury's already.
    Receive(Cw20ReceiveMsg),
    /// Pays out within the rolling 30-day allowance of the asset, however many proposals it is split over.
    ///
    /// Only the timelock may. Fails where the amount is zero, or more than what is left of the allowance.
    SpendSmall {
        /// The payment.
        payment: Payment,
    },
    /// Pays out.
    ///
    /// Only the timelock may. Fails where the amount is zero.
    Spend {
        /// The payment.
        payment: Payment,
    },
    /// Sets the small-spend allowance of an asset; 0 removes it.
    ///
    /// Only the timelock may. Fails past 32 assets.
    SetAllowance {
        /// The allowance.
        allowance: Allowance,
    },
    /// Pays nobody until a moment.
    ///
    /// Only the timelock may, which bounds a pause (`timelock.pause`).
    Pause {
        /// The first moment at which it pays again.
        until: u64,
    },
    /// Ends a pause.
    ///
    /// Only the timelock may.
    Unpause {},
}

/// A payment.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// What is paid.
    pub asset: Asset,
    /// Base units.
    pub amount: Uint128,
    /// To whom.
    pub to: String,
}

/// What a treasury answers.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// The configuration.
    #[returns(ConfigResponse)]
    Config {},
    /// What the treasury has of an asset, and what is left of its small-spend allowance.
    #[returns(AssetResponse)]
    Asset {
        /// Which.
        asset: Asset,
    },
    /// The small-spend allowances.
    #[returns(AllowancesResponse)]
    Allowances {},
    /// The ledger of outflows, oldest first.
    #[returns(OutflowsResponse)]
    Outflows {
        /// Only entries after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
}

/// The configuration.
#[cw_serde]
pub struct ConfigResponse {
    /// Who may spend.
    pub timelock: Addr,
    /// Seconds of a day; anything but 86400 is a test network.
    pub day: u64,
}

/// An asset of the treasury.
#[cw_serde]
pub struct AssetResponse {
    /// What the treasury has.
    pub balance: Uint128,
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

/// The ledger of outflows.
#[cw_serde]
pub struct OutflowsResponse {
    /// Oldest first.
    pub outflows: Vec<Outflow>,
}

/// An entry of the ledger.
#[cw_serde]
pub struct Outflow {
    /// The number of the entry, from 1.
    pub number: u64,
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
