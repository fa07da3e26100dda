//! Operators say whether they have a release ready.

use cosmwasm_std::{DepsMut, Env, HexBinary, MessageInfo, Response};
use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::{event, readiness};

/// Notes that the sender is ready.
pub fn ready(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    checksum: HexBinary,
) -> Result<Response, ContractError> {
    let now = env.block.time.seconds();
    let readiness = readiness::signal(deps.storage, id, &info.sender, Some(&checksum), now)?;
    let told = event::signalled("timelock_ready", id, &info.sender, readiness.weight());
    Ok(response_on("ready", &info.sender, id).add_event(told))
}

/// Notes that the sender is not ready.
pub fn unready(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    let readiness = readiness::signal(deps.storage, id, &info.sender, None, env.block.time.seconds())?;
    let told = event::signalled("timelock_unready", id, &info.sender, readiness.weight());
    Ok(response_on("unready", &info.sender, id).add_event(told))
}
