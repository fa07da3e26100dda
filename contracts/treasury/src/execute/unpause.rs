//! `Unpause`: it pays again.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate};

/// Ends a pause.
pub fn unpause(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, TreasuryError> {
    gate::admit_timelock(deps.storage, &info)?;
    gate::unpause(deps.storage, env.block.time.seconds())?;
    Ok(response("unpause", &info.sender).add_event(event::unpaused()))
}
