//! `Pause`: nobody is paid until a moment; `Unpause` is a pause until the beginning of time.

use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::event;
use crate::state::{CONFIG, PAUSED_UNTIL};

/// Pays nobody until a moment.
pub fn pause(deps: DepsMut, info: MessageInfo, until: u64) -> Result<Response, TreasuryError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    PAUSED_UNTIL.save(deps.storage, &until)?;
    Ok(response("pause", &info.sender).add_event(event::paused(until)))
}
