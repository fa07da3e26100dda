//! The answers.

use cosmwasm_std::{Deps, Env, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::asset::Asset;
use isonomia_api::page::page_size;
use isonomia_api::treasury::{
    Allowance, AllowancesResponse, AssetResponse, BudgetResponse, BudgetsResponse, CapResponse,
    ConfigResponse, DayOutflow, Holding, Listed, ListedResponse, OutflowsResponse, StreamResponse,
    StreamsResponse, SumsResponse,
};
use isonomia_core::cap;
use isonomia_kit::assets::check_asset;

use crate::error::TreasuryError;
use crate::holdings::{self, balance};
use crate::state::{self, key, ALLOWANCES, BUDGETS, CONFIG, LEDGER, MANDATES, STREAMS, SUMS};
use crate::{allowance, budgets as budget, gate, listing, outflow, reserve, streams as stream};

fn now(env: &Env) -> u64 {
    env.block.time.seconds()
}

/// The configuration.
pub fn config(deps: Deps, env: Env) -> StdResult<ConfigResponse> {
    let config = CONFIG.load(deps.storage)?;
    let paused_until = gate::paused_until(deps.storage, now(&env))?;
    let (timelock, day, outflow_cap_bps) = (config.timelock, config.day.0, config.outflow_cap_bps);
    Ok(ConfigResponse { timelock, day, outflow_cap_bps, paused_until })
}

/// What there is of an asset, what of it is owed, and what is left of its allowance today.
pub fn asset(deps: Deps, env: Env, asset: Asset) -> Result<AssetResponse, TreasuryError> {
    let asset = check_asset(deps.api, &asset)?;
    let today = CONFIG.load(deps.storage)?.day.number(now(&env));
    Ok(AssetResponse {
        balance: balance(&deps.querier, &asset, &env.contract.address)?,
        allowance: allowance::limit(deps.storage, &asset)?,
        left: allowance::left(deps.storage, &asset, today)?,
        reserved: reserve::reserved(deps.storage, &asset.into())?,
    })
}

/// The allowances, which fit into one answer.
pub fn allowances(deps: Deps) -> StdResult<AllowancesResponse> {
    let entries = ALLOWANCES.range(deps.storage, None, None, Order::Ascending);
    let allowances = entries.filter_map(|entry| {
        let told = |(key, limit)| Some(Allowance { asset: state::holding(key).asset()?, limit });
        entry.map(told).transpose()
    });
    Ok(AllowancesResponse { allowances: allowances.collect::<StdResult<_>>()? })
}

/// The listed holdings, which fit into one answer.
pub fn listed(deps: Deps, env: Env) -> StdResult<ListedResponse> {
    let now = now(&env);
    let listed = listing::all(deps.storage, now)?.into_iter().map(|(holding, listing)| Listed {
        holding,
        limit: listing.cap.now(now),
        raise: listing.cap.waiting(now),
        until: listing.until,
    });
    Ok(ListedResponse { listed: listed.collect() })
}

/// The cap of a holding, and what is left of it.
pub fn cap(deps: Deps, env: Env, holding: Holding) -> Result<CapResponse, TreasuryError> {
    let holding = holdings::check(deps.api, holding)?;
    let (config, now) = (CONFIG.load(deps.storage)?, now(&env));
    let cap = listing::cap(deps.storage, &config, &holding, now)?;
    let reserved = reserve::reserved(deps.storage, &holding)?;
    let balance = holding.asset().map(|asset| balance(&deps.querier, &asset, &env.contract.address));
    let free = balance.transpose()?.unwrap_or_default().saturating_sub(reserved);
    let (window, today) = (outflow::counted(deps.storage, &holding)?, config.day.number(now));
    let left = cap::left(&window, cap.now(now), free, today);
    Ok(CapResponse {
        listed: listing::get(deps.storage, &holding, now)?.is_some(),
        limit: cap.now(now),
        raise: cap.waiting(now),
        counted: window.total(cap::CAP_DAYS, today),
        left: if holding.asset().is_some() { left.min(free) } else { left },
    })
}

/// A budget.
pub fn budget(deps: Deps, env: Env, id: u64) -> StdResult<BudgetResponse> {
    let Some(mandate) = MANDATES.may_load(deps.storage, id)? else {
        return Ok(BudgetResponse { budget: None });
    };
    let told = budget::told(id, mandate, BUDGETS.load(deps.storage, id)?, now(&env));
    Ok(BudgetResponse { budget: Some(told) })
}

/// A page of budgets.
pub fn budgets(
    deps: Deps,
    env: Env,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> StdResult<BudgetsResponse> {
    let entries = MANDATES.range(deps.storage, start_after.map(Bound::exclusive), None, Order::Ascending);
    let page = entries.take(page_size(limit)).map(|entry| {
        let (id, mandate) = entry?;
        Ok(budget::told(id, mandate, BUDGETS.load(deps.storage, id)?, now(&env)))
    });
    Ok(BudgetsResponse { budgets: page.collect::<StdResult<_>>()? })
}

/// A stream.
pub fn stream(deps: Deps, env: Env, id: u64) -> StdResult<StreamResponse> {
    let promise = STREAMS.may_load(deps.storage, id)?;
    Ok(StreamResponse { stream: promise.map(|promise| stream::told(id, promise, now(&env))) })
}

/// A page of streams.
pub fn streams(
    deps: Deps,
    env: Env,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> StdResult<StreamsResponse> {
    let entries = STREAMS.range(deps.storage, start_after.map(Bound::exclusive), None, Order::Ascending);
    let page = entries.take(page_size(limit));
    let told = page.map(|entry| entry.map(|(id, promise)| stream::told(id, promise, now(&env))));
    Ok(StreamsResponse { streams: told.collect::<StdResult<_>>()? })
}

/// A page of the ledger.
pub fn outflows(deps: Deps, start_after: Option<u64>, limit: Option<u32>) -> StdResult<OutflowsResponse> {
    let entries = LEDGER.range(deps.storage, start_after.map(Bound::exclusive), None, Order::Ascending);
    let page = entries.take(page_size(limit)).map(|entry| entry.map(|(number, entry)| entry.told(number)));
    Ok(OutflowsResponse { outflows: page.collect::<StdResult<_>>()? })
}

/// A page of the days of a holding.
pub fn sums(
    deps: Deps,
    holding: Holding,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> Result<SumsResponse, TreasuryError> {
    let holding = holdings::check(deps.api, holding)?;
    let days = SUMS.prefix(key(&holding));
    let entries = days.range(deps.storage, start_after.map(Bound::exclusive), None, Order::Ascending);
    let page = entries.take(page_size(limit));
    let sums = page.map(|entry| entry.map(|(day, amount)| DayOutflow { day, amount }));
    Ok(SumsResponse { sums: sums.collect::<StdResult<_>>()? })
}
