use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::event;
use crate::state::{CONTRACTS, REGISTRY};

pub fn set_registrar(deps: DepsMut, info: MessageInfo, registrar: String) -> Result<Response, ContractError> {
    let mut contracts = CONTRACTS.load(deps.storage)?;
    only(&contracts.timelock, &info.sender)?;

    contracts.registrar = deps.api.addr_validate(&registrar)?;
    let mut registry = REGISTRY.load(deps.storage)?;
    registry.ready_at = None;

    CONTRACTS.save(deps.storage, &contracts)?;
    REGISTRY.save(deps.storage, &registry)?;
    let named = event::registrar_named(&contracts.registrar);
    Ok(response("set_registrar", &info.sender).add_event(named))
}

pub fn set_proposal(deps: DepsMut, info: MessageInfo, proposal: String) -> Result<Response, ContractError> {
    let mut contracts = CONTRACTS.load(deps.storage)?;
    only(&contracts.timelock, &info.sender)?;

    contracts.proposal = deps.api.addr_validate(&proposal)?;
    CONTRACTS.save(deps.storage, &contracts)?;
    let named = event::proposal_named(&contracts.proposal);
    Ok(response("set_proposal", &info.sender).add_event(named))
}
