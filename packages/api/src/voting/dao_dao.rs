//! What DAO DAO asks of a voting module, in the shapes of `dao-interface` 2.6, which belongs to an older cosmwasm-std and
//! cannot be linked.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::Uint128;
use cw2::ContractVersion;

/// The power of an account.
#[cw_serde]
pub struct VotingPowerAtHeightResponse {
    /// w: what the account weighs.
    pub power: Uint128,
    /// At the start of which block.
    pub height: u64,
}

/// The power of all members.
#[cw_serde]
pub struct TotalPowerAtHeightResponse {
    /// V: what all of them weigh.
    pub power: Uint128,
    /// At the start of which block.
    pub height: u64,
}

/// What a contract is.
#[cw_serde]
pub struct InfoResponse {
    /// Its name and its version, as cw2 keeps them.
    pub info: ContractVersion,
}

/// Whether proposals may be made.
#[cw_serde]
pub struct IsActiveResponse {
    /// Whether they may.
    pub active: bool,
}
