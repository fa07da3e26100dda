use cosmwasm_std::{from_json, CosmosMsg, Deps, DepsMut, Env, MessageInfo, Response};
use isonomia_api::call::call;
use isonomia_api::proposal::DepositState;
use isonomia_api::timelock::{self, NewOperation};
use isonomia_api::voting::{self, OpenedPoll, PollResponse, Voting};
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::policy::is_stricter;
use isonomia_core::proposal::{Closing, Defeat, ProposalEvent, ProposalStage, Resolution};
use isonomia_kit::assets::no_coins;

use super::{load, save_ended};
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{Body, Config, Proposal, BODIES, CONFIG, ROUTINES};
use crate::{actions, event, query};

pub fn resolve(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    let config = CONFIG.load(deps.storage)?;
    let mut proposal = load(deps.storage, id)?;
    let voting = Voting(config.voting.clone());
    if proposal.outcome.is_none() && voting.config(&deps.querier)?.proposal != env.contract.address {
        return release(deps, info, id, proposal);
    }
    let poll = voting.poll(&deps.querier, id)?;

    let stage = query::stage_of(&proposal, &poll);
    let body = BODIES.load(deps.storage, id)?;
    let (resolution, messages) = outcome(deps.as_ref(), &env, &config, id, &proposal, &body, &poll)?;
    proposal.outcome = Some(stage.step(ProposalEvent::Resolve { resolution })?);
    let forfeits = poll.opened.is_some_and(|opened| opened.forfeits_deposit);
    proposal.credit(if forfeits { DepositState::Forfeited } else { DepositState::Returned });

    save_ended(deps.storage, id, &proposal)?;
    Ok(response("resolve", &info.sender)
        .add_messages(messages)
        .add_event(event::proposal("resolved", id, &proposal)))
}

/// Voting obeys another proposal contract now: nothing can be settled or scheduled from here any more. The deposit goes
/// back, and the proposal counts as withdrawn.
fn release(
    deps: DepsMut,
    info: MessageInfo,
    id: u64,
    mut proposal: Proposal,
) -> Result<Response, ContractError> {
    proposal.outcome = Some(ProposalStage::Withdrawn);
    proposal.credit(DepositState::Returned);

    save_ended(deps.storage, id, &proposal)?;
    Ok(response("resolve", &info.sender).add_event(event::proposal("withdrawn", id, &proposal)))
}

/// What the proposal comes to, and what has to be sent for it: the poll is settled, what passed is scheduled.
fn outcome(
    deps: Deps,
    env: &Env,
    config: &Config,
    id: u64,
    proposal: &Proposal,
    body: &Body,
    poll: &PollResponse,
) -> Result<(Resolution, Vec<CosmosMsg>), ContractError> {
    let stage = query::stage_of(proposal, poll);
    let opened = match (stage, &poll.opened) {
        (ProposalStage::Lapsed, _) => return Ok((Resolution::Defeated { why: Defeat::Lapsed }, vec![])),
        (ProposalStage::Closed, Some(opened)) => opened,
        _ => return Err(ContractError::NotOver { id, stage }),
    };
    let closing = closing(deps, env, config, proposal, body, opened)?;
    let resolution = closing.resolution();
    let mut messages = vec![call(&config.voting, &voting::ExecuteMsg::Settle { poll: id })?];
    if resolution == Resolution::Scheduled {
        let operation = operation(id, proposal, body, &closing);
        messages.push(call(&config.timelock, &timelock::ExecuteMsg::Schedule { operation })?);
    }
    Ok((resolution, messages))
}

fn closing<'a>(
    deps: Deps,
    env: &Env,
    config: &Config,
    proposal: &'a Proposal,
    body: &Body,
    opened: &OpenedPoll,
) -> Result<Closing<'a>, ContractError> {
    Ok(Closing {
        class: proposal.class,
        rules: &proposal.rules,
        mode: opened.mode,
        conditions: opened.conditions,
        policy_holds: policy_holds(deps, config, proposal, body)?,
        opened: opened.snapshot.time,
        unbonding: config.unbonding,
        day: config.day,
        now: env.block.time.seconds(),
    })
}

/// The class is derived again: a routine call whose contract has changed hands since is Critical now.
fn policy_holds(
    deps: Deps,
    config: &Config,
    proposal: &Proposal,
    body: &Body,
) -> Result<bool, ContractError> {
    let stored: Vec<CosmosMsg> = from_json(&body.actions)?;
    let routines = ROUTINES.load(deps.storage)?;
    let emergency = proposal.class == Class::Emergency;
    let judged = actions::judge_actions(deps, config, &routines, &stored, emergency);
    Ok(judged.is_ok_and(|(class, _)| !is_stricter(class, proposal.class)))
}

fn operation(id: u64, proposal: &Proposal, body: &Body, closing: &Closing) -> NewOperation {
    NewOperation {
        id,
        class: proposal.class,
        hash: sha256(&body.actions).into(),
        delay: closing.delay(),
        window: proposal.rules.window,
        locked_until: closing.stake_is_locked_until(),
    }
}
