//! The guardian, or the DAO, cancels what waits.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::Act;

use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::guardian::{self, Actor};
use crate::incidents::{self, Notice};
use crate::operations::OperationError;
use crate::{event, operations};

/// Cancels an operation that is waiting or ready. What only changes the guardian or only unpauses is out of the guardian's
/// reach.
pub fn cancel(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    notice: Notice,
) -> Result<Response, ContractError> {
    let actor = guardian::acting(deps.storage, &env, &info.sender)?;
    let now = env.block.time.seconds();
    let operation = operations::cancel(deps.storage, &env, id)?;
    if actor == Actor::Guardian && operation.protected {
        return Err(OperationError::Protected { id }.into());
    }
    let cancelled = event::cancelled(id, &info.sender, &notice);
    let number = incidents::enter(deps.storage, info.sender.clone(), Act::Cancelled { id }, notice, now)?;
    Ok(response_on("cancel", &info.sender, id)
        .add_event(cancelled.add_attribute("number", number.to_string())))
}
