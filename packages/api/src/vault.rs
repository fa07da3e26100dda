//! The vault: it holds stake, and nobody but its owner can ever move it.

use cosmwasm_schema::{cw_serde, QueryResponses};
use cosmwasm_std::{Addr, QuerierWrapper, StdResult, Uint128};
use cw20::Cw20ReceiveMsg;

use crate::asset::Asset;

/// Makes a vault. Nothing of it can ever change, and nobody administers it.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub struct InstantiateMsg {
    /// The voting contract that is told of every change. It may not exist yet.
    pub voting: String,
    /// What is staked.
    pub asset: Asset,
    /// Seconds between the notice of an exit and its payment: 1 to 90 days.
    pub unbonding: u64,
    /// Seconds of a day: 86400, or at least 10 on a test network.
    pub day: u64,
}

/// What a vault takes.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ExecuteMsg {
    /// Locks the native coins that are sent along, as stake of the sender, and tells voting the new amount.
    ///
    /// Anyone may, at any time. Fails where the vault stakes a cw20, where anything but exactly one coin of the staked
    /// denomination is sent, where the amount is zero, or where voting refuses (a total would pass its limit).
    Stake {},
    /// Locks cw20 tokens as stake of their sender; the message inside is a [`ReceiveMsg`].
    ///
    /// Sent by the staked cw20 contract. Fails like `Stake`, and for any other contract.
    Receive(Cw20ReceiveMsg),
    /// Takes stake out: it stops counting, and is paid by `Claim` once it is released.
    ///
    /// Any staker may, at any time. Voting is told the new amount; if it errs, the exit stands all the same and is
    /// listed as unnoticed. Released `unbonding` after the notice, rounded up to a whole day; without a notice, twice
    /// `unbonding` after the exit. Fails where the amount is zero or more than the stake.
    Unstake {
        /// Base units.
        amount: Uint128,
        /// Sends no notice at all: for the day when voting does something that even a failed notice cannot survive.
        #[serde(default)]
        quiet: bool,
    },
    /// Pays the sender every released claim, at most 32 release days in one call.
    ///
    /// Anyone may, at any time; nothing blocks it. Fails where nothing is released.
    Claim {},
    /// Tells voting the present stake of an account whose last notice failed or was not sent, and brings its waiting
    /// claims forward to `unbonding` from now where that is earlier, at most 32 release days in one call.
    ///
    /// Anyone may, at any time. Fails where nothing is unnoticed, or voting refuses.
    Sync {
        /// Whose stake.
        account: String,
    },
}

/// What a cw20 transfer to the vault may ask for.
#[cw_serde]
#[serde(deny_unknown_fields)]
pub enum ReceiveMsg {
    /// Locks the tokens as stake of their sender.
    Stake {},
}

/// What a vault answers.
#[cw_serde]
#[derive(QueryResponses)]
#[serde(deny_unknown_fields)]
pub enum QueryMsg {
    /// What was fixed when the vault was made.
    #[returns(ConfigResponse)]
    Config {},
    /// The stake of an account, and whether voting has been told. An unknown account has none.
    #[returns(DepositResponse)]
    Deposit {
        /// Whose.
        account: String,
    },
    /// The claims of an account by release day, oldest first.
    #[returns(ClaimsResponse)]
    Claims {
        /// Whose.
        account: String,
        /// Only release days after this one.
        start_after: Option<u64>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
    /// Accounts whose last notice failed or was not sent, in order of address.
    #[returns(UnnoticedResponse)]
    Unnoticed {
        /// Only addresses after this one.
        start_after: Option<String>,
        /// At most so many; 30 unless given, at most 100.
        limit: Option<u32>,
    },
}

/// What was fixed when the vault was made.
#[cw_serde]
pub struct ConfigResponse {
    /// The voting contract that is told of every change.
    pub voting: Addr,
    /// What is staked.
    pub asset: Asset,
    /// Seconds between the notice of an exit and its payment.
    pub unbonding: u64,
    /// Seconds of a day; anything but 86400 is a test network.
    pub day: u64,
}

/// The stake of an account.
#[cw_serde]
pub struct DepositResponse {
    /// Base units that are locked and count.
    pub stake: Uint128,
    /// Whether voting has been told; if not, anyone may `Sync`.
    pub noticed: bool,
}

/// Claims by release day.
#[cw_serde]
pub struct ClaimsResponse {
    /// The claims, oldest first.
    pub claims: Vec<ClaimInfo>,
}

/// What is released on one day.
#[cw_serde]
pub struct ClaimInfo {
    /// The number of the release day, for `start_after`.
    pub day: u64,
    /// The moment of release, in seconds.
    pub released: u64,
    /// Base units of which voting has been told.
    pub noticed: Uint128,
    /// Base units of which voting has not been told: `Sync` brings them forward.
    pub unnoticed: Uint128,
}

/// Accounts whose last notice failed or was not sent.
#[cw_serde]
pub struct UnnoticedResponse {
    /// The accounts, in order of address.
    pub accounts: Vec<Addr>,
}

/// A handle to a vault.
pub struct Vault(pub Addr);

impl Vault {
    /// What was fixed when the vault was made.
    pub fn config(&self, querier: &QuerierWrapper) -> StdResult<ConfigResponse> {
        querier.query_wasm_smart(&self.0, &QueryMsg::Config {})
    }
}
