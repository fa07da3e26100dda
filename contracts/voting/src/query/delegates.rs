//! Delegates, and those who stand behind them.

use cosmwasm_std::{Addr, Deps, Env, StdResult};
use isonomia_api::page::page_size;
use isonomia_api::voting::{DelegateEntry, DelegatesResponse, DelegatorInfo, DelegatorsResponse};
use isonomia_core::account::Account;
use isonomia_core::contribution::Contribution;

use super::delegate_info;
use crate::delegators as index;
use crate::state::{Parameters, ACCOUNTS, PARAMETERS};

pub fn delegates(
    deps: Deps,
    env: Env,
    start_after: Option<String>,
    limit: Option<u32>,
) -> StdResult<DelegatesResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let after = start_after.map(|who| deps.api.addr_validate(&who)).transpose()?;
    let page = index::delegates(deps.storage, after.as_ref(), page_size(limit))?;
    let entries = page.into_iter().filter_map(|who| entry(deps, &env, &parameters, who).transpose());
    Ok(DelegatesResponse { delegates: entries.collect::<StdResult<_>>()? })
}

fn entry(deps: Deps, env: &Env, parameters: &Parameters, who: Addr) -> StdResult<Option<DelegateEntry>> {
    let account = ACCOUNTS.load(deps.storage, &who)?;
    let delegate = delegate_info(deps, env, parameters, &who, &account)?;
    let (own, attested_until) = (account.contribution(&parameters.curve).into(), account.attested);
    Ok(delegate.map(|delegate| DelegateEntry { account: who, own, attested_until, delegate }))
}

pub fn delegators(
    deps: Deps,
    env: Env,
    delegate: String,
    start_after: Option<String>,
    limit: Option<u32>,
) -> StdResult<DelegatorsResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&delegate)?;
    let after = start_after.map(|who| deps.api.addr_validate(&who)).transpose()?;
    let delegate = ACCOUNTS.load(deps.storage, &who)?;
    let behind = Behind { parameters, who, delegate, now: env.block.time.seconds() };
    let page = index::page(deps.storage, deps.api, &behind.who, after.as_ref(), page_size(limit))?;
    let delegators = page.into_iter().filter_map(|principal| behind.told(deps, principal).transpose());
    Ok(DelegatorsResponse { delegators: delegators.collect::<StdResult<_>>()? })
}

/// The delegate that somebody may stand behind.
struct Behind {
    parameters: Parameters,
    who: Addr,
    delegate: Account,
    now: u64,
}

impl Behind {
    fn told(&self, deps: Deps, principal: Addr) -> StdResult<Option<DelegatorInfo>> {
        let account = ACCOUNTS.load(deps.storage, &principal)?;
        let Some(part) = account.parts().iter().find(|part| part.delegate == self.who) else {
            return Ok(None);
        };
        let carried = match part.counts(&self.delegate, self.parameters.season, self.now) {
            true => account.contribution(&self.parameters.curve).part(part.bps),
            false => Contribution::default(),
        };
        let lives = part.lives(&self.delegate, self.parameters.season, self.now);
        Ok(Some(DelegatorInfo { account: principal, bps: part.bps, lives, carried: carried.into() }))
    }
}
