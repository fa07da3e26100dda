//! The guardian, or an emergency, pauses.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::Act;
use isonomia_api::treasury;
use isonomia_core::pause::PauseScope;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::incidents::{self, Notice};
use crate::state::CONFIG;
use crate::{event, guardian, pauses};

/// What is to be paused, for how long, and why.
pub struct Request {
    /// What.
    pub scope: PauseScope,
    /// For how long.
    pub seconds: u64,
    /// Why.
    pub notice: Notice,
}

/// Pauses one thing, and tells the treasury where it is the treasury's.
pub fn pause(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    request: Request,
) -> Result<Response, ContractError> {
    guardian::acting(deps.storage, &env, &info.sender)?;
    let config = CONFIG.load(deps.storage)?;
    let Request { scope, seconds, notice } = request;
    let now = env.block.time.seconds();
    let until = pauses::start(deps.storage, &config, scope, seconds, now)?.until;
    let paused = event::paused(scope, until, &info.sender, &notice);
    let number =
        incidents::enter(deps.storage, info.sender.clone(), Act::Paused { scope, until }, notice, now)?;
    Ok(response("pause", &info.sender)
        .add_event(paused.add_attribute("number", number.to_string()))
        .add_messages(pauses::relay(&config, scope, &treasury::ExecuteMsg::Pause { until })?))
}
