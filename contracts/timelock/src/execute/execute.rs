//! Anyone executes what has waited long enough.

use cosmwasm_std::{from_json, Binary, CosmosMsg, DepsMut, Env, MessageInfo, Response, SubMsg};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::operations::OperationError;
use crate::{event, operations};

/// The reply to the last action.
pub const LAST_ACTION: u64 = 1;

/// Executes an operation: its actions, all or none. The first that fails takes everything back, the note that the
/// operation was executed included.
///
/// Not from within an execution, by whatever detour: whoever is paid asks the timelock which operation pays
/// (`Executing`), and an inner operation would answer for the rest of the outer one.
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    actions: Binary,
) -> Result<Response, ContractError> {
    let operation = operations::execute(deps.storage, id, &actions, env.block.time.seconds())?;
    let mut messages: Vec<CosmosMsg> = from_json(&actions)?;
    let executed = event::executed(id, &operation, messages.len());
    let last = messages.pop().ok_or(OperationError::NoActions { id })?;
    Ok(response("execute", &info.sender)
        .add_event(executed)
        .add_messages(messages)
        .add_submessage(SubMsg::reply_on_success(last, LAST_ACTION)))
}

/// The last action is done.
pub fn finish(deps: DepsMut) -> Result<Response, ContractError> {
    operations::finish(deps.storage)?;
    Ok(Response::new())
}
