//! What a voting module of DAO DAO answers. Power is that at the start of a block, so it never changes once the block has
//! begun; proposal modules compare what they are told at one height, in many transactions.

use cosmwasm_std::{Addr, Deps, Env, StdResult};
use cw2::ContractVersion;
use isonomia_api::voting::{
    InfoResponse, IsActiveResponse, TotalPowerAtHeightResponse, VotingPowerAtHeightResponse,
};

use super::brings;
use crate::state::{ALL, CONTRACTS, PARAMETERS, TOTALS};
use crate::CONTRACT;

pub fn voting_power_at_height(
    deps: Deps,
    env: Env,
    address: String,
    height: Option<u64>,
) -> StdResult<VotingPowerAtHeightResponse> {
    let height = height.unwrap_or(env.block.height);
    let power = brings(deps, &address, height)?.power;
    Ok(VotingPowerAtHeightResponse { power: power.0.into(), height })
}

pub fn total_power_at_height(
    deps: Deps,
    env: Env,
    height: Option<u64>,
) -> StdResult<TotalPowerAtHeightResponse> {
    let height = height.unwrap_or(env.block.height);
    let totals = TOTALS.load_at(deps.storage, ALL, height)?;
    Ok(TotalPowerAtHeightResponse { power: totals.power.0.into(), height })
}

pub fn dao(deps: Deps) -> StdResult<Addr> {
    Ok(CONTRACTS.load(deps.storage)?.timelock)
}

/// The same as cw2 keeps.
pub fn info() -> InfoResponse {
    let (contract, version) = (CONTRACT.to_string(), env!("CARGO_PKG_VERSION").to_string());
    InfoResponse { info: ContractVersion { contract, version } }
}

/// Below the line nothing ordinary may open in a DAO of ours; in one of DAO DAO nothing may be proposed.
pub fn is_active(deps: Deps) -> StdResult<IsActiveResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let attested = TOTALS.load(deps.storage, ALL)?.attested;
    Ok(IsActiveResponse { active: attested >= parameters.min_attested })
}
