//! The first configuration.

use cosmwasm_std::{DepsMut, MessageInfo, Response, Storage};
use cw2::set_contract_version;
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{Allowance, InstantiateMsg};
use isonomia_core::clock::Day;
use isonomia_kit::assets::{check_asset, no_coins};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::state::{key, Config, ALLOWANCES, CONFIG};
use crate::{allowance, event, CONTRACT};

/// Makes a treasury.
pub fn instantiate(deps: DepsMut, info: MessageInfo, msg: InstantiateMsg) -> Result<Response, TreasuryError> {
    no_coins(&info.funds)?;
    let day = Day::check(msg.day)?;
    let timelock = deps.api.addr_validate(&msg.timelock)?;
    set_contract_version(deps.storage, CONTRACT, env!("CARGO_PKG_VERSION"))?;
    CONFIG.save(deps.storage, &Config { timelock, day })?;
    let mut response = response("instantiate", &info.sender);
    for Allowance { asset, limit } in msg.allowances {
        let asset = check_asset(deps.api, &asset)?;
        refuse_second(deps.storage, &asset)?;
        allowance::set(deps.storage, &asset, limit)?;
        response = response.add_event(event::allowance_set(&asset, limit));
    }
    Ok(response)
}

fn refuse_second(storage: &dyn Storage, asset: &Asset) -> Result<(), TreasuryError> {
    if ALLOWANCES.has(storage, key(asset)) {
        return Err(TreasuryError::AllowanceTwice { asset: asset.clone() });
    }
    Ok(())
}
