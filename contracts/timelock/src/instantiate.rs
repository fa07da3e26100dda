//! The founding.

use cosmwasm_std::{DepsMut, MessageInfo, Response};
use cw2::set_contract_version;
use isonomia_api::timelock::InstantiateMsg;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{Config, CONFIG};
use crate::{event, CONTRACT};

/// Notes who may schedule, and the least delays.
pub fn instantiate(deps: DepsMut, info: MessageInfo, msg: InstantiateMsg) -> Result<Response, ContractError> {
    let proposal = deps.api.addr_validate(&msg.proposal)?;
    let named = event::proposal_named(&proposal);
    set_contract_version(deps.storage, CONTRACT, env!("CARGO_PKG_VERSION"))?;
    CONFIG.save(deps.storage, &Config { proposal, least_delays: msg.least_delays })?;
    Ok(response("instantiate", &info.sender).add_event(named))
}
