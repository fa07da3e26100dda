//! `LowerCap`: less may leave, at once.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Holding;
use isonomia_core::cap::Limit;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate, holdings, listing};

/// Lowers a cap, and drops a raise that waits.
pub fn lower_cap(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    holding: Holding,
    limit: Limit,
) -> Result<Response, TreasuryError> {
    gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    let holding = holdings::check(deps.api, holding)?;
    let mut listing = listing::load(deps.storage, &holding, now)?;
    listing.cap = listing.cap.lower(limit, now).map_err(listing::refused(&holding))?;
    listing::save(deps.storage, &holding, &listing)?;
    Ok(response("lower_cap", &info.sender).add_event(event::listed(&holding, &listing, now)))
}
