//! The proposal contract schedules what was adopted.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::NewOperation;
use isonomia_core::class::Class;
use isonomia_kit::authority::only;

use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{delays, event, guardian, operations, pins, readiness};

/// Takes an operation in.
pub fn schedule(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    request: NewOperation,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.proposal, &info.sender)?;
    let now = env.block.time.seconds();
    let guarded = request.class != Class::Critical || guardian::serves(deps.storage, now)?;
    let least = delays::least(&config, request.class, guarded, now);
    let operation = operations::planned(&request, least, now)?;
    operations::enter(deps.storage, request.id, &operation)?;
    pins::keep(deps.storage, request.id, &request.pins)?;
    let response = response_on("schedule", &info.sender, request.id).add_event(event::scheduled(
        request.id,
        &operation,
        &request.pins,
    ));
    let Some(asked) = &request.ready else { return Ok(response) };
    let readiness = readiness::ask(deps.storage, request.id, asked, operation.expires)?;
    Ok(response.add_event(event::awaits(request.id, &readiness)))
}
