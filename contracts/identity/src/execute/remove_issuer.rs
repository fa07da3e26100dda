//! Governance removes an issuer.

use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{census, event, issuers};

/// Removes an issuer, even the last; its people stay until they expire.
pub fn remove_issuer(deps: DepsMut, info: MessageInfo, id: String) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    issuers::remove(deps.storage, &id)?;
    let removed = event::issuer_removed(&id, census::of(deps.storage, &id)?);
    Ok(response("remove_issuer", &info.sender).add_event(removed))
}
