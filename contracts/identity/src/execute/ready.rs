//! The registry declares itself ready.

use cosmwasm_std::{DepsMut, MessageInfo, Response, StdResult};
use isonomia_core::registry::check_ready;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::CONFIG;
use crate::{census, event, issuers, notice};

/// Declares to voting that the registry is ready. The attestations of removed issuers do not count for it.
pub fn ready(deps: DepsMut, info: MessageInfo) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    let issuers = issuers::all(deps.storage)?;
    let live = issuers.iter().map(|issuer| census::of(deps.storage, &issuer.id));
    check_ready(&live.collect::<StdResult<Vec<_>>>()?, config.min_issuers, config.min_attested)?;
    let declared = event::ready(census::all(deps.storage)?);
    let told = notice::ready(&config.voting)?;
    Ok(response("ready", &info.sender).add_event(declared).add_message(told))
}
