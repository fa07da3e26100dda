//! Anyone executes what has waited long enough.

use cosmwasm_std::{from_json, Binary, CosmosMsg, DepsMut, Env, MessageInfo, Response};

use crate::error::ContractError;
use crate::operations::OperationError;
use crate::{event, operations};

/// Executes an operation: its actions, all or none. They are plain messages, so that the first that fails takes
/// everything back, the note that the operation was executed included.
///
/// The timelock itself may not: whoever is paid asks it which operation pays (`Executing`), and an operation within an
/// operation would answer for the rest of the outer one.
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    actions: Binary,
) -> Result<Response, ContractError> {
    if info.sender == env.contract.address {
        return Err(OperationError::Nested { id }.into());
    }
    let operation = operations::execute(deps.storage, id, &actions, env.block.time.seconds())?;
    let messages: Vec<CosmosMsg> = from_json(&actions)?;
    let executed = event::executed(id, &operation, messages.len());
    Ok(event::response("execute", &info.sender).add_event(executed).add_messages(messages))
}
