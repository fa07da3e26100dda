use cosmwasm_std::{DepsMut, Env, Event, MessageInfo, Order, Response, Storage};
use isonomia_api::voting::NewPoll;
use isonomia_core::poll::{Count, Poll, PollEvent};
use isonomia_core::quorum::{turnout_bps, EpochTurnout};
use isonomia_core::verdict::{Mode, Terms};
use isonomia_kit::authority::only;

use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::event;
use crate::polls::{self, Found};
use crate::state::{CONTRACTS, PARAMETERS, POLLS, QUORUM, SETTLED};

pub fn open_poll(deps: DepsMut, info: MessageInfo, new: NewPoll) -> Result<Response, ContractError> {
    only(&CONTRACTS.load(deps.storage)?.proposal, &info.sender)?;
    let highest =
        POLLS.keys(deps.storage, None, None, Order::Descending).next().transpose()?.unwrap_or_default();
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
        cancelled: false,
    };

    POLLS.save(deps.storage, new.id, &poll)?;
    Ok(response_on("open_poll", &info.sender, new.id).add_event(event::entered(new.id, &poll)?))
}

pub fn cancel_poll(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    only(&CONTRACTS.load(deps.storage)?.proposal, &info.sender)?;
    let poll = polls::unopened(deps.storage, &env, id, PollEvent::Cancel)?;
    let poll = Poll { cancelled: true, ..poll };

    POLLS.save(deps.storage, id, &poll)?;
    Ok(response_on("cancel_poll", &info.sender, id).add_event(event::cancelled(id)))
}

pub fn open(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let poll = polls::unopened(deps.storage, &env, id, PollEvent::Open)?;

    let opened = polls::open(deps.storage, &env, &parameters, id, &poll)?;
    Ok(response_on("open", &info.sender, id).add_events(opened.events))
}

pub fn settle(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, ContractError> {
    only(&CONTRACTS.load(deps.storage)?.proposal, &info.sender)?;
    let found = polls::load(deps.storage, id)?;
    found.check_step(deps.storage, &env, id, PollEvent::Settle)?;
    let Found::Opened(opening, count) = found else {
        return Err(ContractError::UnknownPoll { poll: id });
    };

    let terms = &opening.terms;
    let counts = terms.class.is_binding() && terms.mode == Mode::TwoKey;
    let noted = counts.then(|| note(deps.storage, &env, terms, &count)).transpose()?;
    let (noted, applied) = noted.unzip();
    SETTLED.save(deps.storage, id, &true)?;
    Ok(response_on("settle", &info.sender, id)
        .add_event(event::settled(id, &count, noted))
        .add_events(applied.flatten()))
}

/// Has the quorum follow the turnout of a poll; answers what was noted, and the event of a quorum that moved at once.
fn note(
    storage: &mut dyn Storage,
    env: &Env,
    terms: &Terms,
    count: &Count,
) -> Result<(EpochTurnout, Option<Event>), ContractError> {
    let parameters = PARAMETERS.load(storage)?;
    let epoch = |moment| parameters.day.epoch(parameters.started, moment);
    let (before, present) = (QUORUM.load(storage)?, epoch(env.block.time.seconds()));
    let mut quorum = before.clone();
    let noted = quorum.note(epoch(count.closes), present, turnout_bps(&count.tally, &terms.totals));
    QUORUM.save(storage, &quorum)?;
    Ok((noted, polls::moved(&before, &quorum)))
}
