//! `CancelStream`: what is not earned is the treasury's again.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{event, gate, reserve, streams};

/// Stops a stream.
pub fn cancel_stream(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, TreasuryError> {
    gate::admit_timelock(deps.storage, &info)?;
    let mut promise = streams::load(deps.storage, id)?;
    let returned = promise.stream.cancel(env.block.time.seconds()).map_err(streams::refused(id))?;
    reserve::release(deps.storage, &promise.asset, returned)?;
    streams::save(deps.storage, id, &promise)?;
    Ok(response("cancel_stream", &info.sender).add_event(event::stream_cancelled(
        id,
        &promise.stream,
        returned,
    )))
}
