use cosmwasm_std::{from_json, CosmosMsg, Deps, DepsMut, Env, MessageInfo, Response};
use isonomia_api::call::call;
use isonomia_api::proposal::DepositState;
use isonomia_api::timelock::{self, NewOperation};
use isonomia_api::voting::{self, OpenedPoll, PollResponse, Voting};
use isonomia_core::class::Class;
use isonomia_core::pin::Pin;
use isonomia_core::policy::is_stricter;
use isonomia_core::proposal::{Closing, Defeat, ProposalEvent, ProposalStage, Resolution};
use isonomia_kit::assets::no_coins;

use super::{end, load};
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{Config, Ending, Proposal, CONFIG, ENDINGS};
use crate::{actions, event};

pub fn resolve(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    let config = CONFIG.load(deps.storage)?;
    let proposal = load(deps.storage, id)?;
    if let Some(Ending { outcome: stage, .. }) = ENDINGS.may_load(deps.storage, id)? {
        return Err(ContractError::NotOver { id, stage });
    }
    let poll = Voting(config.voting.clone()).poll(&deps.querier, id)?;
    if poll.proposal != env.contract.address {
        return release(deps, info, id, proposal);
    }

    let (resolution, messages) = outcome(deps.as_ref(), &env, &config, id, &proposal, &poll)?;
    let outcome = ProposalStage::of_poll(poll.stage).step(ProposalEvent::Resolve { resolution })?;
    let forfeits = poll.opened.is_some_and(|opened| opened.forfeits_deposit);
    let deposit = if forfeits { DepositState::Forfeited } else { DepositState::Returned };
    let ending = Ending { outcome, deposit };

    end(deps.storage, id, &proposal, &ending)?;
    Ok(response("resolve", &info.sender).add_messages(messages).add_event(event::proposal(
        "resolved",
        id,
        &proposal,
        Some(&ending),
    )))
}

/// Voting obeys another proposal contract now: nothing can be settled or scheduled from here any more. The deposit goes
/// back, and the proposal counts as withdrawn.
fn release(deps: DepsMut, info: MessageInfo, id: u64, proposal: Proposal) -> Result<Response, ContractError> {
    let ending = Ending { outcome: ProposalStage::Withdrawn, deposit: DepositState::Returned };

    end(deps.storage, id, &proposal, &ending)?;
    Ok(response("resolve", &info.sender).add_event(event::proposal(
        "withdrawn",
        id,
        &proposal,
        Some(&ending),
    )))
}

/// What the proposal comes to, and what has to be sent for it: the poll is settled, what passed is scheduled.
fn outcome(
    deps: Deps,
    env: &Env,
    config: &Config,
    id: u64,
    proposal: &Proposal,
    poll: &PollResponse,
) -> Result<(Resolution, Vec<CosmosMsg>), ContractError> {
    let stage = ProposalStage::of_poll(poll.stage);
    let opened = match (stage, &poll.opened) {
        (ProposalStage::Lapsed, _) => return Ok((Resolution::Defeated { why: Defeat::Lapsed }, vec![])),
        (ProposalStage::Closed, Some(opened)) => opened,
        _ => return Err(ContractError::NotOver { id, stage }),
    };
    let policy_holds = policy_holds(deps, config, id, proposal)?;
    let closing = closing(env, config, poll, opened, policy_holds);
    let resolution = closing.resolution();
    let mut messages = vec![call(&config.voting, &voting::ExecuteMsg::Settle { poll: id })?];
    if resolution == Resolution::Scheduled {
        let operation = operation(id, proposal, &closing);
        messages.push(call(&config.timelock, &timelock::ExecuteMsg::Schedule { operation })?);
    }
    Ok((resolution, messages))
}

fn closing<'a>(
    env: &Env,
    config: &Config,
    poll: &'a PollResponse,
    opened: &OpenedPoll,
    policy_holds: bool,
) -> Closing<'a> {
    Closing {
        class: poll.class,
        rules: &poll.rules,
        mode: opened.mode,
        conditions: opened.conditions,
        policy_holds,
        opened: opened.snapshot.time,
        unbonding: config.unbonding,
        day: config.day,
        now: env.block.time.seconds(),
    }
}

/// The class is derived again: a routine call whose contract has changed hands since is Critical now. No class is
/// stricter than Critical, so the actions of such a proposal stay unread, however many there are.
fn policy_holds(deps: Deps, config: &Config, id: u64, proposal: &Proposal) -> Result<bool, ContractError> {
    if proposal.class == Class::Critical {
        return Ok(true);
    }
    let stored: Vec<CosmosMsg> = from_json(actions::load(deps.storage, id)?)?;
    let emergency = proposal.class == Class::Emergency;
    match actions::judge_actions(deps, config, &stored, emergency) {
        Ok((class, _)) => Ok(!is_stricter(class, proposal.class)),
        Err(ContractError::Policy(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

fn operation(id: u64, proposal: &Proposal, closing: &Closing) -> NewOperation {
    NewOperation {
        id,
        class: proposal.class,
        hash: proposal.hash.to_vec().into(),
        delay: closing.delay(),
        window: closing.rules.window,
        locked_until: closing.stake_is_locked_until(),
        pins: Pin::from_list(proposal.pins.clone()),
    }
}
