//! `Pause`: nothing is paid until a moment.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate};

/// Pauses.
pub fn pause(deps: DepsMut, env: Env, info: MessageInfo, until: u64) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    gate::pause(deps.storage, &config, until, env.block.time.seconds())?;
    Ok(response("pause", &info.sender).add_event(event::paused(until)))
}
