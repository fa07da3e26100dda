//! Anyone executes what has waited long enough.

use cosmwasm_std::{from_json, Binary, CosmosMsg, DepsMut, Env, MessageInfo, Response};

use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::operations::OperationError;
use crate::{event, operations, pauses, pins, upgrades};

/// Executes an operation: its actions, all or none. The first that fails takes everything back, the note that the
/// operation was executed included.
///
/// One in a transaction, so that none runs within another, by whatever detour: whoever is paid asks the timelock which
/// operation pays (`Executing`), and an inner operation would answer for the rest of the outer one.
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    actions: Binary,
) -> Result<Response, ContractError> {
    let operation = operations::execute(deps.storage, &env, id, &actions)?;
    pauses::check(deps.storage, id, &operation, env.block.time.seconds())?;
    pins::check(deps.storage, &deps.querier, id)?;
    let messages: Vec<CosmosMsg> = from_json(&actions)?;
    if messages.is_empty() {
        return Err(OperationError::NoActions { id }.into());
    }
    upgrades::check(&deps.querier, &env.contract.address, &messages)?;
    Ok(response_on("execute", &info.sender, id)
        .add_event(event::executed(id, &operation, messages.len()))
        .add_messages(messages))
}
