//! What is fixed for ever is checked once.

use cosmwasm_std::{Api, DepsMut, MessageInfo, Response};
use cw2::set_contract_version;
use isonomia_api::vault::InstantiateMsg;
use isonomia_core::clock::Day;
use isonomia_kit::assets::{check_asset, no_coins};
use isonomia_kit::response::response;

use crate::error::VaultError;
use crate::event;
use crate::state::{Config, CONFIG};
use crate::CONTRACT;

/// Shorter than that, stake could vote and be gone on the same day.
pub const MIN_UNBONDING_DAYS: u64 = 1;
/// Longer than that nobody should have to wait; twice this is the longest wait of all.
pub const MAX_UNBONDING_DAYS: u64 = 90;

/// Makes a vault.
pub fn instantiate(deps: DepsMut, info: MessageInfo, msg: InstantiateMsg) -> Result<Response, VaultError> {
    no_coins(&info.funds)?;
    let config = check(deps.api, msg)?;
    set_contract_version(deps.storage, CONTRACT, env!("CARGO_PKG_VERSION"))?;
    CONFIG.save(deps.storage, &config)?;
    Ok(response("instantiate", &info.sender).add_event(event::instantiated(&config)))
}

fn check(api: &dyn Api, msg: InstantiateMsg) -> Result<Config, VaultError> {
    let InstantiateMsg { voting, asset, unbonding, day } = msg;
    let day = Day::check(day)?;
    let bounds = day.days(MIN_UNBONDING_DAYS)..=day.days(MAX_UNBONDING_DAYS);
    if !bounds.contains(&unbonding) {
        return Err(VaultError::Unbonding { unbonding, day: day.0 });
    }
    let voting = api.addr_validate(&voting)?;
    Ok(Config { voting, asset: check_asset(api, &asset)?, unbonding, day })
}
