//! What a cw4 group answers.

use cosmwasm_std::{Deps, StdResult};
use isonomia_api::page::page_size;
use isonomia_api::voting::{
    AdminResponse, HooksResponse, MemberListResponse, MemberResponse, TotalWeightResponse,
};
use isonomia_core::units::Power;

use super::brings;
use crate::members;
use crate::state::{ALL, TOTALS};

/// Nobody: members are whoever the registrar attests and the vault holds a stake of.
pub fn admin() -> AdminResponse {
    AdminResponse { admin: None }
}

pub fn member(deps: Deps, addr: String, at_height: Option<u64>) -> StdResult<MemberResponse> {
    let Power(weight) = brings(deps, &addr, at_height.unwrap_or(u64::MAX))?.power;
    Ok(MemberResponse { weight: (weight > 0).then_some(weight) })
}

pub fn total_weight(deps: Deps, at_height: Option<u64>) -> StdResult<TotalWeightResponse> {
    let totals = TOTALS.load_at(deps.storage, ALL, at_height.unwrap_or(u64::MAX))?;
    Ok(TotalWeightResponse { weight: totals.power.0 })
}

pub fn list_members(
    deps: Deps,
    start_after: Option<String>,
    limit: Option<u32>,
) -> StdResult<MemberListResponse> {
    let after = start_after.map(|addr| deps.api.addr_validate(&addr)).transpose()?;
    Ok(MemberListResponse { members: members::page(deps.storage, after.as_ref(), page_size(limit))? })
}

/// Nobody: no contract is told, so none can stand in the way of a stake or an exit.
pub fn hooks() -> HooksResponse {
    HooksResponse { hooks: vec![] }
}
