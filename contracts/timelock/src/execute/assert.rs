//! A post-condition of the actions before it.

use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_api::timelock::Assertion;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::{assertion, event};

/// Fails unless a smart query answers what it should. Anyone may ask; it changes nothing.
pub fn assert(deps: DepsMut, info: MessageInfo, claim: Assertion) -> Result<Response, ContractError> {
    assertion::verify(&deps.querier, &claim)?;
    Ok(response("assert", &info.sender).add_event(event::asserted(&claim)))
}
