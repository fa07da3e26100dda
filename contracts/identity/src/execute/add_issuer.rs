//! Governance names an issuer.

use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_api::identity::Issuer;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{event, issuers};

/// Names an issuer.
pub fn add_issuer(deps: DepsMut, info: MessageInfo, issuer: Issuer) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    let issuer = issuers::add(deps.storage, deps.api, issuer)?;
    Ok(response("add_issuer", &info.sender).add_event(event::issuer_added(&issuer)))
}
