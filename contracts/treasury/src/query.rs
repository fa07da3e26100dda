//! The answers.

use cosmwasm_std::{Addr, Deps, Env, Order, QuerierWrapper, StdResult, Uint128};
use cw20::{BalanceResponse, Cw20QueryMsg};
use cw_storage_plus::Bound;
use isonomia_api::asset::Asset;
use isonomia_api::page::page_size;
use isonomia_api::treasury::{
    Allowance, AllowancesResponse, AssetResponse, ConfigResponse, OutflowsResponse,
};
use isonomia_kit::assets::check_asset;

use crate::allowance;
use crate::error::TreasuryError;
use crate::state::{self, ALLOWANCES, CONFIG, LEDGER};

/// The configuration.
pub fn config(deps: Deps) -> StdResult<ConfigResponse> {
    let config = CONFIG.load(deps.storage)?;
    Ok(ConfigResponse { timelock: config.timelock, day: config.day.0 })
}

/// What there is of an asset, and what is left of its allowance today.
pub fn asset(deps: Deps, env: Env, asset: Asset) -> Result<AssetResponse, TreasuryError> {
    let asset = check_asset(deps.api, &asset)?;
    let today = CONFIG.load(deps.storage)?.day.number(env.block.time.seconds());
    let allowance = allowance::limit(deps.storage, &asset)?;
    let spent = allowance::rolling(deps.storage, &asset)?.spent(today);
    let balance = balance(&deps.querier, &asset, &env.contract.address)?;
    Ok(AssetResponse { balance, allowance, left: allowance.saturating_sub(spent) })
}

/// The allowances, which fit into one answer.
pub fn allowances(deps: Deps) -> StdResult<AllowancesResponse> {
    let entries = ALLOWANCES.range(deps.storage, None, None, Order::Ascending);
    let allowance =
        entries.map(|entry| entry.map(|(key, limit)| Allowance { asset: state::asset(key), limit }));
    Ok(AllowancesResponse { allowances: allowance.collect::<StdResult<_>>()? })
}

/// A page of the ledger.
pub fn outflows(deps: Deps, start_after: Option<u64>, limit: Option<u32>) -> StdResult<OutflowsResponse> {
    let entries = LEDGER.range(deps.storage, start_after.map(Bound::exclusive), None, Order::Ascending);
    let page = entries.take(page_size(limit)).map(|entry| entry.map(|(number, entry)| entry.told(number)));
    Ok(OutflowsResponse { outflows: page.collect::<StdResult<_>>()? })
}

fn balance(querier: &QuerierWrapper, asset: &Asset, owner: &Addr) -> StdResult<Uint128> {
    match asset {
        Asset::Native { denom } => Ok(querier.query_balance(owner, denom)?.amount),
        Asset::Cw20 { contract } => {
            let msg = Cw20QueryMsg::Balance { address: owner.to_string() };
            Ok(querier.query_wasm_smart::<BalanceResponse>(contract, &msg)?.balance)
        }
    }
}
