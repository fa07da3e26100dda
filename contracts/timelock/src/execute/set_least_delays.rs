//! The DAO sets the least delays.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::LeastDelays;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{delays, event};

/// Sets the least delay of each class: one that rises holds at once, one that falls later.
pub fn set_least_delays(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    asked: LeastDelays,
) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    let now = env.block.time.seconds();
    let config = delays::set(&deps.querier, CONFIG.load(deps.storage)?, &asked, now)?;
    CONFIG.save(deps.storage, &config)?;
    let set = event::least_delays_set(&delays::present(&config, now));
    let falling = delays::lowerings(&config, now);
    Ok(response("set_least_delays", &info.sender)
        .add_event(set)
        .add_events(falling.iter().map(event::least_delay_falls)))
}
