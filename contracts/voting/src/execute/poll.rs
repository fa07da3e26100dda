use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::voting::NewPoll;
use isonomia_core::poll::{Poll, PollEvent, PollState};
use isonomia_core::quorum::turnout_bps;
use isonomia_core::verdict::Mode;
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{CONFIG, COUNTS, HIGHEST, POLLS, QUORUM};
use crate::{event, polls};

pub fn open_poll(deps: DepsMut, info: MessageInfo, new: NewPoll) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.proposal, &info.sender)?;
    let highest = HIGHEST.load(deps.storage)?;
    if new.id <= highest {
        return Err(ContractError::IdTaken { poll: new.id, highest });
    }
    let poll = Poll {
        class: new.class,
        scope: new.scope,
        rules: new.rules,
        unattested_bps: new.unattested_bps,
        cap_bps: new.cap_bps,
        opens: new.opens,
        state: PollState::Unopened,
    };

    HIGHEST.save(deps.storage, &new.id)?;
    POLLS.save(deps.storage, new.id, &poll)?;
    Ok(response("open_poll", &info.sender).add_event(event::poll("poll_entered", new.id, &poll)))
}

pub fn cancel_poll(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.proposal, &info.sender)?;
    let (mut poll, count) = polls::load(deps.storage, id)?;
    polls::check_step(&env, id, &poll, count.as_ref(), PollEvent::Cancel)?;

    poll.state = PollState::Cancelled;
    POLLS.save(deps.storage, id, &poll)?;
    Ok(response("cancel_poll", &info.sender).add_event(event::poll("poll_cancelled", id, &poll)))
}

pub fn open(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    let (poll, count) = polls::load(deps.storage, id)?;
    polls::check_step(&env, id, &poll, count.as_ref(), PollEvent::Open)?;

    let (poll, ..) = polls::open(deps.storage, &env, &config, id, poll)?;
    Ok(response("open", &info.sender).add_event(event::poll("poll_opened", id, &poll)))
}

pub fn settle(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.proposal, &info.sender)?;
    let (poll, count) = polls::load(deps.storage, id)?;
    let now = env.block.time.seconds();
    polls::check_step(&env, id, &poll, count.as_ref(), PollEvent::Settle)?;
    let (PollState::Opened { terms, .. }, Some(mut count)) = (&poll.state, count) else {
        return Err(ContractError::UnknownPoll { poll: id });
    };

    if terms.class.is_binding() && terms.mode == Mode::TwoKey {
        let epoch = |moment| config.day.epoch(config.started, moment);
        let mut quorum = QUORUM.load(deps.storage)?;
        quorum.note(epoch(count.closes), epoch(now), turnout_bps(&count.tally, &terms.totals));
        QUORUM.save(deps.storage, &quorum)?;
    }
    count.settled = true;
    COUNTS.save(deps.storage, id, &count)?;
    Ok(response("settle", &info.sender).add_event(event::poll("poll_settled", id, &poll)))
}
