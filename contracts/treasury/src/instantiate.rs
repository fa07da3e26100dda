//! The first configuration.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response, Storage};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{Allowance, HoldingCap, InstantiateMsg};
use isonomia_core::cap::Limit;
use isonomia_core::clock::Day;
use isonomia_kit::assets::{check_asset, no_coins};
use isonomia_kit::migration;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::state::{asset_key, Config, ALLOWANCES, CONFIG};
use crate::{allowance, event, holdings, listing, CODE};

/// Makes a treasury.
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, TreasuryError> {
    no_coins(&info.funds)?;
    let config = config(&deps, &msg)?;
    migration::mark(deps.storage, &CODE)?;
    CONFIG.save(deps.storage, &config)?;
    let mut response = response("instantiate", &info.sender).add_event(event::instantiated(&config));
    for Allowance { asset, limit } in msg.allowances {
        let asset = check_asset(deps.api, &asset)?;
        refuse_second(deps.storage, &asset)?;
        allowance::set(deps.storage, &asset, limit)?;
        response = response.add_event(event::allowance_set(&asset, limit));
    }
    let now = env.block.time.seconds();
    for HoldingCap { holding, limit } in msg.listed {
        let holding = holdings::check(deps.api, holding)?;
        listing::check_limit(&holding, limit)?;
        let listing = listing::add(deps.storage, &holding, limit, now)?;
        response = response.add_event(event::listed(&holding, &listing, now));
    }
    Ok(response)
}

fn config(deps: &DepsMut, msg: &InstantiateMsg) -> Result<Config, TreasuryError> {
    let day = Day::check(msg.day)?;
    let timelock = deps.api.addr_validate(&msg.timelock)?;
    Limit::Share { bps: msg.outflow_cap_bps }
        .check(true)
        .map_err(|why| TreasuryError::DefaultLimit { why })?;
    Ok(Config { timelock, day, outflow_cap_bps: msg.outflow_cap_bps })
}

fn refuse_second(storage: &dyn Storage, asset: &Asset) -> Result<(), TreasuryError> {
    if ALLOWANCES.has(storage, asset_key(asset)) {
        return Err(TreasuryError::AllowanceTwice { asset: asset.clone() });
    }
    Ok(())
}
