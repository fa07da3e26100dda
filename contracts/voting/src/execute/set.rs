use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{CONFIG, REGISTRY};

pub fn set_registrar(deps: DepsMut, info: MessageInfo, registrar: String) -> Result<Response, ContractError> {
    let mut config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;

    config.registrar = deps.api.addr_validate(&registrar)?;
    let mut registry = REGISTRY.load(deps.storage)?;
    registry.ready_at = None;

    CONFIG.save(deps.storage, &config)?;
    REGISTRY.save(deps.storage, &registry)?;
    Ok(response("set_registrar", &info.sender).add_attribute("registrar", config.registrar))
}

pub fn set_proposal(deps: DepsMut, info: MessageInfo, proposal: String) -> Result<Response, ContractError> {
    let mut config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;

    config.proposal = deps.api.addr_validate(&proposal)?;
    CONFIG.save(deps.storage, &config)?;
    Ok(response("set_proposal", &info.sender).add_attribute("proposal", config.proposal))
}
