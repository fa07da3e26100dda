//! The DAO cancels what waits.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::{event, operations};

/// Cancels an operation that is waiting or ready.
pub fn cancel(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    operations::cancel(deps.storage, id, env.block.time.seconds())?;
    Ok(response("cancel", &info.sender).add_event(event::cancelled(id)))
}
