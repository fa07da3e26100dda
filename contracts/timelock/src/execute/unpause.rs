//! The DAO unpauses.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{event, pauses};

/// Ends the pause that runs, and tells the treasury where it is the treasury's.
pub fn unpause(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    let config = CONFIG.load(deps.storage)?;
    let pause = pauses::end(deps.storage, &config, env.block.time.seconds())?;
    Ok(response("unpause", &info.sender).add_event(event::unpaused(&pause)).add_messages(pauses::relay(
        &config,
        pause.scope,
        &treasury::ExecuteMsg::Unpause {},
    )?))
}
