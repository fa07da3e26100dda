//! `Unlist`: a holding will be unknown.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Holding;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate, holdings, listing, loosening, reserve};

/// Ends a listing after the delay of what loosens, unless streams are owed some of the holding.
pub fn unlist(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    holding: Holding,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    let holding = holdings::check(deps.api, holding)?;
    let mut listing = listing::load(deps.storage, &holding, now)?;
    if let Some(until) = listing.until {
        return Err(TreasuryError::ListingEnds { holding, until });
    }
    let reserved = reserve::reserved(deps.storage, &holding)?;
    if !reserved.is_zero() {
        return Err(TreasuryError::Owed { holding, reserved });
    }
    listing.until = Some(loosening::from(&deps.querier, &config, now)?);
    listing::save(deps.storage, &holding, &listing)?;
    Ok(response("unlist", &info.sender).add_event(event::listed(&holding, &listing, now)))
}
