//! `SetAllowance`: what small spends may pay out.

use cosmwasm_std::{DepsMut, MessageInfo, Response};
use isonomia_api::treasury::Allowance;
use isonomia_kit::assets::check_asset;

use crate::error::TreasuryError;
use crate::{allowance, event, gate};

/// Sets the small-spend allowance of an asset.
pub fn set_allowance(
    deps: DepsMut,
    info: MessageInfo,
    allowance: Allowance,
) -> Result<Response, TreasuryError> {
    gate::admit_timelock(deps.storage, &info)?;
    let asset = check_asset(deps.api, &allowance.asset)?;
    allowance::set(deps.storage, &asset, allowance.limit)?;
    Ok(Response::new()
        .add_event(event::allowance_set(&asset, allowance.limit))
        .add_attribute("action", "set_allowance")
        .add_attribute("sender", info.sender))
}
