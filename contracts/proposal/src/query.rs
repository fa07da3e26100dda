//! What the proposal contract answers.
//!
//! What several queries share is not inlined: a copy in each would make the contract much larger.

use cosmwasm_std::{Deps, Env, Order, StdError, StdResult, Uint128};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::proposal::{
    BodyResponse, ConfigResponse, Deposit, DepositResponse, ProposalInfo, ProposalsResponse, RescuesResponse,
    RoutinesResponse, RulesResponse,
};
use isonomia_api::voting::Voting;
use isonomia_core::class::Class;
use isonomia_core::clock::Moment;
use isonomia_core::deposit::required;
use isonomia_core::pin::Pin;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::rules::Rules;

use crate::state::{
    Config, Ending, Proposal, CONFIG, COUNTERS, ENDINGS, ENTRY, PROPOSALS, ROUTINES, RULES, TEXTS,
};
use crate::{actions, rescues};

pub fn config(deps: Deps) -> StdResult<ConfigResponse> {
    let config = CONFIG.load(deps.storage)?;
    Ok(ConfigResponse {
        voting: config.voting,
        timelock: config.timelock,
        treasury: config.treasury,
        identity: config.identity,
        entry: ENTRY.load(deps.storage)?,
        next_id: COUNTERS.load(deps.storage)?.next_id,
        unbonding: config.unbonding,
        day: config.day.0,
    })
}

pub fn rules(deps: Deps) -> StdResult<RulesResponse> {
    Ok(RulesResponse { rules: Rules::from_list(RULES.load(deps.storage)?) })
}

pub fn routines(deps: Deps) -> StdResult<RoutinesResponse> {
    Ok(RoutinesResponse { routines: ROUTINES.load(deps.storage)? })
}

pub fn proposal(deps: Deps, id: u64) -> StdResult<ProposalInfo> {
    info(deps, &CONFIG.load(deps.storage)?, id, load(deps, id)?)
}

pub fn body(deps: Deps, id: u64) -> StdResult<BodyResponse> {
    let proposal = load(deps, id)?;
    let text = TEXTS.load(deps.storage, id)?;
    Ok(BodyResponse {
        title: proposal.title,
        summary: text.summary,
        link: text.link,
        actions: actions::load(deps.storage, id)?,
        hash: proposal.hash.into(),
        pins: Pin::from_list(proposal.pins),
        ready: proposal.ready,
    })
}

pub fn proposals(deps: Deps, start_after: Option<u64>, limit: Option<u32>) -> StdResult<ProposalsResponse> {
    let config = CONFIG.load(deps.storage)?;
    let start = start_after.map(Bound::exclusive);
    let page = PROPOSALS.range(deps.storage, start, None, Order::Ascending).take(page_size(limit));
    let proposals = page.map(|entry| entry.and_then(|(id, proposal)| info(deps, &config, id, proposal)));
    Ok(ProposalsResponse { proposals: proposals.collect::<StdResult<_>>()? })
}

pub fn deposit(deps: Deps, class: Class) -> StdResult<DepositResponse> {
    let Some(Deposit { asset, amount }) = ENTRY.load(deps.storage)?.deposit else {
        return Ok(DepositResponse { deposit: None });
    };
    let unresolved = *COUNTERS.load(deps.storage)?.of(class);
    let amount = required(amount.u128(), class, unresolved).map(Uint128::new).unwrap_or(Uint128::MAX);
    Ok(DepositResponse { deposit: Some(Deposit { asset, amount }) })
}

pub fn rescues(deps: Deps, env: Env) -> StdResult<RescuesResponse> {
    Ok(RescuesResponse { rescues: rescues::approved(deps.storage, env.block.time.seconds())? })
}

/// Where a proposal stands: by what it came to, or by its poll.
#[inline(never)]
pub fn stage(deps: Deps, config: &Config, id: u64, ending: Option<&Ending>) -> StdResult<ProposalStage> {
    if let Some(ending) = ending {
        return Ok(ending.outcome);
    }
    let poll = Voting(config.voting.clone()).poll(&deps.querier, id)?;
    Ok(ProposalStage::of_poll(poll.stage))
}

#[inline(never)]
fn info(deps: Deps, config: &Config, id: u64, proposal: Proposal) -> StdResult<ProposalInfo> {
    let ending = ENDINGS.may_load(deps.storage, id)?;
    let stage = stage(deps, config, id, ending.as_ref())?;
    Ok(told(id, proposal, ending.as_ref(), stage))
}

/// A proposal as it is told.
#[inline(never)]
pub fn told(id: u64, proposal: Proposal, ending: Option<&Ending>, stage: ProposalStage) -> ProposalInfo {
    let deposit = proposal.deposit_info(ending);
    ProposalInfo {
        id,
        proposer: proposal.proposer,
        title: proposal.title,
        class: proposal.class,
        scope: proposal.scope,
        submitted: proposal.submitted,
        submitted_height: proposal.height,
        stage,
        ended: ending.map(|ending| Moment { height: ending.height, time: ending.at }),
        deposit,
    }
}

/// A proposal.
#[inline(never)]
pub fn load(deps: Deps, id: u64) -> StdResult<Proposal> {
    PROPOSALS
        .may_load(deps.storage, id)?
        .ok_or_else(|| StdError::generic_err(format!("there is no proposal {id}")))
}
