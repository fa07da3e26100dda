//! `List`: a holding is known from now on.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Holding;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate, holdings, listing};

/// Lists a holding, with the cap that it would have unlisted.
pub fn list(deps: DepsMut, env: Env, info: MessageInfo, holding: Holding) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    let holding = holdings::check(deps.api, holding)?;
    holdings::probe(&deps.querier, &holding, &env.contract.address)?;
    let limit = listing::default_limit(&config, &holding);
    let listing = listing::add(deps.storage, &holding, limit, now)?;
    Ok(response("list", &info.sender).add_event(event::listed(&holding, &listing, now)))
}
