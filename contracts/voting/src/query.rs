//! What voting answers.

pub mod cw4;
pub mod dao_dao;
pub mod delegates;
pub mod votes;
pub mod weights;

use cosmwasm_std::{Addr, Deps, Env, Order, StdError, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::voting::{
    AccountResponse, BallotInfo, BallotResponse, BallotsResponse, ConfigResponse, DelegateInfo,
    DelegatedResponse, OpenedPoll, PartInfo, PollResponse, QuorumResponse, RegistryResponse, TotalsResponse,
    Weight,
};
use isonomia_core::account::{Account, Role};
use isonomia_core::ballot::Ballot;
use isonomia_core::contribution::Contribution;
use isonomia_core::deposit::is_forfeited;
use isonomia_core::poll::{Count, Opening};
use isonomia_core::tally::Choice;
use isonomia_core::units::Power;

use crate::error::ContractError;
use crate::polls::{self, Found};
use crate::state::{
    Parameters, ACCOUNTS, ALL, BALLOTS, CONTRACTS, PARAMETERS, QUORUM, REGISTRY, TOTALS, VAULT,
};

pub fn config(deps: Deps) -> StdResult<ConfigResponse> {
    let contracts = CONTRACTS.load(deps.storage)?;
    let parameters = PARAMETERS.load(deps.storage)?;
    Ok(ConfigResponse {
        vault: VAULT.load(deps.storage)?,
        registrar: contracts.registrar,
        proposal: contracts.proposal,
        timelock: contracts.timelock,
        scale: parameters.curve.scale,
        floor_stake: parameters.curve.floor.0,
        season: parameters.season,
        min_attested: parameters.min_attested,
        least_total_stake: parameters.least_total_stake.0,
        unbonding: parameters.unbonding,
        day: parameters.day.0,
        started: parameters.started,
    })
}

pub fn account(deps: Deps, env: Env, account: String) -> StdResult<AccountResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&account)?;
    let account = ACCOUNTS.load(deps.storage, &who)?;
    Ok(AccountResponse {
        own: account.contribution(&parameters.curve).into(),
        attested_until: account.attested,
        delegate: delegate_info(deps, &env, &parameters, &who, &account)?,
        delegation: delegation_info(deps, &env, &parameters, &account)?,
    })
}

fn delegate_info(
    deps: Deps,
    env: &Env,
    parameters: &Parameters,
    who: &Addr,
    account: &Account,
) -> StdResult<Option<DelegateInfo>> {
    let Role::Delegate { since } = account.role else {
        return Ok(None);
    };
    let received =
        polls::received(deps.storage, parameters, &weights::present(env), who, account).map_err(plain)?;
    Ok(Some(DelegateInfo { since, generation: account.generation, received: received.into() }))
}

fn delegation_info(
    deps: Deps,
    env: &Env,
    parameters: &Parameters,
    account: &Account,
) -> StdResult<Vec<PartInfo>> {
    let info = |part: &isonomia_core::delegation::Part| {
        let delegate = ACCOUNTS.load(deps.storage, &part.delegate)?;
        let lives = part.lives(&delegate, parameters.season, env.block.time.seconds());
        Ok(PartInfo { delegate: part.delegate.clone(), bps: part.bps, lives })
    };
    account.parts().iter().map(info).collect()
}

pub fn power(deps: Deps, account: String, height: Option<u64>) -> StdResult<Weight> {
    Ok(brings(deps, &account, height.unwrap_or(u64::MAX))?.into())
}

/// What an account brought to both keys at the start of a block.
fn brings(deps: Deps, account: &str, height: u64) -> StdResult<Contribution> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(account)?;
    Ok(ACCOUNTS.load_at(deps.storage, &who, height)?.contribution(&parameters.curve))
}

pub fn totals(deps: Deps, height: Option<u64>) -> StdResult<TotalsResponse> {
    Ok(TOTALS.load_at(deps.storage, ALL, height.unwrap_or(u64::MAX))?.into())
}

pub fn delegated(deps: Deps, id: u64, delegate: String) -> StdResult<DelegatedResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&delegate)?;
    let Opening { snapshot, terms } = opened(deps, id)?;
    let earlier = BALLOTS.may_load(deps.storage, (id, &who))?.unwrap_or_default();
    let (ballot, _) = polls::weigh(deps.storage, &parameters, &snapshot, &who, &earlier).map_err(plain)?;
    Ok(DelegatedResponse {
        own: ballot.own.into(),
        received: ballot.received.into(),
        overridden: ballot.overridden.into(),
        cast: cast(&ballot, terms.cap)?,
        cap: terms.cap.0.into(),
    })
}

pub fn poll(deps: Deps, env: Env, id: u64) -> StdResult<PollResponse> {
    let found = polls::load(deps.storage, id).map_err(plain)?;
    let stage = found.stage(deps.storage, id, env.block.time.seconds());
    let (entered, opened) = match found {
        Found::Unopened(poll) => (poll, None),
        Found::Opened(opening, count) => {
            let entered = polls::entered(deps.storage, id).map_err(plain)?;
            (entered, Some(opened_poll(*opening, count)?))
        }
    };
    Ok(PollResponse {
        id,
        proposal: CONTRACTS.load(deps.storage)?.proposal,
        class: entered.class,
        scope: entered.scope,
        rules: entered.rules,
        stage,
        opens: entered.opens,
        opened,
    })
}

fn opened_poll(opening: Opening, count: Count) -> StdResult<OpenedPoll> {
    let Opening { snapshot, terms } = opening;
    let conditions = terms.judge(&count.tally);
    Ok(OpenedPoll {
        snapshot,
        closes: count.closes,
        extensions: count.extensions,
        mode: terms.mode,
        totals: terms.totals.into(),
        stake_base: terms.stake_base.0,
        quorum_bps: terms.quorum_bps,
        cap: terms.cap.0.into(),
        tally: count.tally.into(),
        yes_side: terms.side_floor(&count.tally, Choice::Yes),
        no_side: terms.side_floor(&count.tally, Choice::No),
        heads_needed: terms.heads_needed(),
        conditions,
        passes: conditions.pass(),
        forfeits_deposit: is_forfeited(&terms, &count.tally).map_err(plain)?,
    })
}

pub fn ballot(deps: Deps, id: u64, voter: String) -> StdResult<BallotResponse> {
    let who = deps.api.addr_validate(&voter)?;
    let Some(ballot) = BALLOTS.may_load(deps.storage, (id, &who))? else {
        return Ok(BallotResponse { ballot: None });
    };
    let Opening { terms, .. } = opened(deps, id)?;
    Ok(BallotResponse { ballot: Some(ballot_info(who, &ballot, terms.cap)?) })
}

pub fn ballots(
    deps: Deps,
    id: u64,
    start_after: Option<String>,
    limit: Option<u32>,
) -> StdResult<BallotsResponse> {
    let Opening { terms, .. } = opened(deps, id)?;
    let after = start_after.map(|voter| deps.api.addr_validate(&voter)).transpose()?;
    let start = after.as_ref().map(Bound::exclusive);
    let page = BALLOTS.prefix(id).range(deps.storage, start, None, Order::Ascending).take(page_size(limit));
    let ballots = page.map(|entry| entry.and_then(|(voter, ballot)| ballot_info(voter, &ballot, terms.cap)));
    Ok(BallotsResponse { ballots: ballots.collect::<StdResult<_>>()? })
}

pub fn quorum(deps: Deps, env: Env) -> StdResult<QuorumResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let epoch = parameters.day.epoch(parameters.started, env.block.time.seconds());
    let mut quorum = QUORUM.load(deps.storage)?;
    // What the next opening would find.
    quorum.apply_before(epoch);
    Ok(QuorumResponse { quorum_bps: quorum.bps, average_turnout_bps: quorum.average_bps, epoch })
}

pub fn registry(deps: Deps) -> StdResult<RegistryResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let registry = REGISTRY.load(deps.storage)?;
    let attested = TOTALS.load(deps.storage, ALL)?.attested;
    Ok(RegistryResponse {
        ready: registry.ready_at.is_some(),
        latched: registry.latched,
        below: attested < parameters.min_attested,
        below_since: registry.line.below_since,
    })
}

#[inline(never)]
fn opened(deps: Deps, id: u64) -> StdResult<Opening> {
    match polls::load(deps.storage, id).map_err(plain)? {
        Found::Opened(opening, _) => Ok(*opening),
        Found::Unopened(_) => Err(unopened(id)),
    }
}

fn unopened(id: u64) -> StdError {
    StdError::generic_err(format!("poll {id} has not opened"))
}

fn ballot_info(voter: Addr, ballot: &Ballot, cap: Power) -> StdResult<BallotInfo> {
    let cast = if ballot.choice.is_some() { cast(ballot, cap)? } else { Weight::default() };
    Ok(BallotInfo { voter, choice: ballot.choice, cast })
}

#[inline(never)]
fn cast(ballot: &Ballot, cap: Power) -> StdResult<Weight> {
    ballot.cast(cap).map(Weight::from).map_err(plain)
}

fn plain(error: impl Into<ContractError>) -> StdError {
    StdError::generic_err(error.into().to_string())
}
