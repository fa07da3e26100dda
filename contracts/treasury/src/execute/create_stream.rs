//! `CreateStream`: a payment that is earned over time is set aside.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::{Holding, NewStream};
use isonomia_core::stream::{Course, Stream};
use isonomia_kit::assets::{check_asset, nonzero};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::outflow::{self, Leaving};
use crate::state::Promise;
use crate::{event, gate, holdings, listing, reserve, streams};

/// Makes a stream: counts the whole amount, and sets it aside.
pub fn create_stream(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    new: NewStream,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    gate::check_open(deps.storage, now)?;
    let amount = nonzero(new.amount)?;
    let course = Course::check(new.start.unwrap_or(now), new.cliff, new.duration, config.day)?;
    let promise = Promise {
        proposal: outflow::proposal(&deps.querier, &config)?,
        recipient: deps.api.addr_validate(&new.recipient)?,
        asset: check_asset(deps.api, &new.asset)?,
        stream: Stream::new(amount, course),
    };
    let holding = Holding::from(promise.asset.clone());
    if let Some(until) = listing::load(deps.storage, &holding, now)?.until {
        return Err(TreasuryError::ListingEnds { holding, until });
    }
    let balance = holdings::balance(&deps.querier, &promise.asset, &env.contract.address)?;
    let counted = outflow::count(deps.storage, &config, now, Leaving { holding: &holding, amount, balance })?;
    reserve::add(deps.storage, &promise.asset, amount)?;
    let id = streams::add(deps.storage, &promise)?;
    Ok(response("create_stream", &info.sender)
        .add_event(counted)
        .add_event(event::stream_created(id, &promise)))
}
