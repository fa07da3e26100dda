//! The answers.

use cosmwasm_std::{Deps, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::vault::{ClaimInfo, ClaimsResponse, ConfigResponse, DepositResponse, UnnoticedResponse};

use crate::state::{Config, CONFIG, UNNOTICED};
use crate::{claims as by_day, deposit as stakes, notice};

/// What was fixed when the vault was made.
pub fn config(deps: Deps) -> StdResult<ConfigResponse> {
    let Config { voting, asset, unbonding, day } = CONFIG.load(deps.storage)?;
    Ok(ConfigResponse { voting, asset, unbonding, day: day.0 })
}

/// The stake of an account.
pub fn deposit(deps: Deps, account: String) -> StdResult<DepositResponse> {
    let account = deps.api.addr_validate(&account)?;
    let stake = stakes::stake(deps.storage, &account)?;
    Ok(DepositResponse { stake, noticed: !notice::is_missed(deps.storage, &account) })
}

/// A page of the claims of an account.
pub fn claims(
    deps: Deps,
    account: String,
    start_after: Option<u64>,
    limit: Option<u32>,
) -> StdResult<ClaimsResponse> {
    let account = deps.api.addr_validate(&account)?;
    let day_length = CONFIG.load(deps.storage)?.day;
    let days = by_day::by_day(deps.storage, &account, start_after, page_size(limit))?;
    let info = |(day, claim): (u64, by_day::Claim)| ClaimInfo {
        day,
        released: day_length.days(day),
        noticed: claim.noticed,
        unnoticed: claim.unnoticed,
    };
    Ok(ClaimsResponse { claims: days.into_iter().map(info).collect() })
}

/// A page of the accounts that voting must still be told of.
pub fn unnoticed(
    deps: Deps,
    start_after: Option<String>,
    limit: Option<u32>,
) -> StdResult<UnnoticedResponse> {
    let after = start_after.map(|account| deps.api.addr_validate(&account)).transpose()?;
    let after = after.as_ref().map(Bound::exclusive);
    let keys = UNNOTICED.keys(deps.storage, after, None, Order::Ascending);
    Ok(UnnoticedResponse { accounts: keys.take(page_size(limit)).collect::<StdResult<_>>()? })
}
