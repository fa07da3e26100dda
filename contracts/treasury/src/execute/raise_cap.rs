//! `RaiseCap`: more may leave, later.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Holding;
use isonomia_core::cap::Limit;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate, holdings, listing, loosening};

/// Raises a cap after the delay of what loosens.
pub fn raise_cap(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    holding: Holding,
    limit: Limit,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    let holding = holdings::check(deps.api, holding)?;
    listing::check_limit(&holding, limit)?;
    let mut listing = listing::load(deps.storage, &holding, now)?;
    let from = loosening::from(&deps.querier, &config, now)?;
    listing.cap = listing.cap.raise(limit, from, now).map_err(listing::refused(&holding))?;
    listing::save(deps.storage, &holding, &listing)?;
    Ok(response("raise_cap", &info.sender).add_event(event::listed(&holding, &listing, now)))
}
