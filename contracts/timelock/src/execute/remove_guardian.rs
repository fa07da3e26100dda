//! The DAO removes the guardian.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::{event, guardian};

/// Removes the guardian, even one whose term has ended.
pub fn remove_guardian(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    guardian::remove(deps.storage, env.block.time.seconds())?;
    Ok(response("remove_guardian", &info.sender).add_event(event::guardian_removed()))
}
