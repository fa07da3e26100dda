use cosmwasm_std::{from_json, CosmosMsg, Deps, DepsMut, Env, MessageInfo, Response, StdResult};
use isonomia_api::call::call;
use isonomia_api::proposal::DepositState;
use isonomia_api::timelock::{self, NewOperation, Timelock};
use isonomia_api::voting::{self, OpenedPoll, PollResponse, Voting};
use isonomia_core::class::{Class, Scope};
use isonomia_core::guardian::{seat, SeatStage};
use isonomia_core::pin::Pin;
use isonomia_core::policy::is_stricter;
use isonomia_core::proposal::{Closing, Defeat, ProposalEvent, ProposalStage, Resolution};
use isonomia_kit::assets::no_coins;

use super::{end, load};
use isonomia_kit::response::response_on;

use crate::actions::Judge;
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
        return release(deps, &env, info, id, proposal);
    }

    let (resolution, messages) = outcome(deps.as_ref(), &env, &config, id, &proposal, &poll)?;
    let outcome = ProposalStage::of_poll(poll.stage).step(ProposalEvent::Resolve { resolution })?;
    let forfeits = poll.opened.is_some_and(|opened| opened.forfeits_deposit);
    let deposit = if forfeits { DepositState::Forfeited } else { DepositState::Returned };
    let ending = Ending::now(&env, outcome, deposit);

    end(deps.storage, id, &proposal, &ending)?;
    let resolved = event::resolved(id, &proposal, &ending);
    Ok(response_on("resolve", &info.sender, id).add_messages(messages).add_event(resolved))
}

/// Voting obeys another proposal contract now: nothing can be settled or scheduled from here any more. The deposit goes
/// back, and the proposal counts as withdrawn.
fn release(
    deps: DepsMut,
    env: &Env,
    info: MessageInfo,
    id: u64,
    proposal: Proposal,
) -> Result<Response, ContractError> {
    let ending = Ending::now(env, ProposalStage::Withdrawn, DepositState::Returned);

    end(deps.storage, id, &proposal, &ending)?;
    let withdrawn = event::withdrawn(id, &proposal, &ending);
    Ok(response_on("resolve", &info.sender, id).add_event(withdrawn))
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
    let now = env.block.time.seconds();
    let facts = Facts {
        policy_holds: policy_holds(&Judge { deps, config, now }, id, proposal)?,
        guarded: guarded(deps, config, proposal, now)?,
        now,
    };
    let closing = closing(facts, config, poll, opened);
    let resolution = closing.resolution();
    let mut messages = vec![call(&config.voting, &voting::ExecuteMsg::Settle { poll: id })?];
    if resolution == Resolution::Scheduled {
        let operation = operation(id, proposal, &closing);
        messages.push(call(&config.timelock, &timelock::ExecuteMsg::Schedule { operation })?);
    }
    Ok((resolution, messages))
}

/// What is known now, besides the poll.
struct Facts {
    policy_holds: bool,
    guarded: bool,
    now: u64,
}

fn closing<'a>(
    Facts { policy_holds, guarded, now }: Facts,
    config: &Config,
    poll: &'a PollResponse,
    opened: &OpenedPoll,
) -> Closing<'a> {
    Closing {
        class: poll.class,
        rules: &poll.rules,
        mode: opened.mode,
        conditions: opened.conditions,
        policy_holds,
        guarded,
        opened: opened.snapshot.time,
        unbonding: config.unbonding,
        day: config.day,
        now,
    }
}

/// The class is derived again: a routine call whose contract has changed hands since is Critical now. No class is
/// stricter than Critical, so the actions of such a proposal stay unread, however many there are.
fn policy_holds(judge: &Judge, id: u64, proposal: &Proposal) -> Result<bool, ContractError> {
    if proposal.class == Class::Critical {
        return Ok(true);
    }
    let stored: Vec<CosmosMsg> = from_json(actions::load(judge.deps.storage, id)?)?;
    match judge.judge(&stored, proposal.class == Class::Emergency) {
        Ok((class, _)) => Ok(!is_stricter(class, proposal.class)),
        Err(ContractError::Policy(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether a guardian serves; asked for a Critical only, since no other class depends on it.
fn guarded(deps: Deps, config: &Config, proposal: &Proposal, now: u64) -> StdResult<bool> {
    if proposal.class != Class::Critical {
        return Ok(true);
    }
    let guardian = Timelock(config.timelock.clone()).guardian(&deps.querier)?;
    Ok(seat(guardian.as_ref(), now) == SeatStage::Serving)
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
        protected: proposal.scope == Scope::Guardian,
        ready: proposal.ready.clone(),
    }
}
