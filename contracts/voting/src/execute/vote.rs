use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response, Storage};
use isonomia_core::ballot::Ballot;
use isonomia_core::poll::{BallotError, Count, Opening, PollEvent, Snapshot};
use isonomia_core::tally::Choice;

use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::polls::{self, Found};
use crate::state::{Parameters, BALLOTS, COUNTS, PARAMETERS};
use crate::{event, votes};

/// A ballot that changes: whose, what it was, and what it becomes.
struct Change {
    voter: Addr,
    before: Ballot,
    after: Ballot,
}

pub fn vote(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    choice: Choice,
) -> Result<Response, ContractError> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let mut response = response_on("vote", &info.sender, id);
    let (Opening { snapshot, terms }, mut count) = enter(deps.storage, &env, &parameters, id, &mut response)?;

    let changes = changes(deps.storage, &parameters, &snapshot, &count, id, &info.sender, choice)?;
    let ballots: Vec<_> = changes.iter().map(|change| (change.before, change.after)).collect();
    count.take(&ballots, &terms, parameters.day, env.block.time.seconds())?;

    COUNTS.save(deps.storage, id, &count)?;
    if changes.first().is_some_and(|own| own.before.choice.is_none()) {
        votes::note(deps.storage, deps.api, &info.sender, id)?;
    }
    for Change { voter, after, .. } in &changes {
        BALLOTS.save(deps.storage, (id, voter), after)?;
        let cast = if after.choice.is_some() { after.cast(terms.cap)? } else { Default::default() };
        response = response.add_event(event::voted(id, voter, after, cast, &count));
    }
    Ok(response.add_event(event::tally(id, &count.tally)))
}

/// The poll that is voted in; the first ballot opens it.
fn enter(
    storage: &mut dyn Storage,
    env: &Env,
    parameters: &Parameters,
    id: u64,
    response: &mut Response,
) -> Result<(Opening, Count), ContractError> {
    let found = polls::load(storage, id)?;
    found.check_step(storage, env, id, PollEvent::Vote)?;
    match found {
        Found::Opened(opening, count) => Ok((*opening, count)),
        Found::Unopened(poll) => {
            let polls::Opened { opening, count, events } = polls::open(storage, env, parameters, id, &poll)?;
            response.events.extend(events);
            Ok((opening, count))
        }
    }
}

/// Every ballot that this one changes: the voter's own, which is the first, and, at its first ballot, those of the delegates that it
/// overrides.
fn changes(
    storage: &dyn Storage,
    parameters: &Parameters,
    snapshot: &Snapshot,
    count: &Count,
    id: u64,
    voter: &Addr,
    choice: Choice,
) -> Result<Vec<Change>, ContractError> {
    let ballot = |who: &Addr| BALLOTS.may_load(storage, (id, who)).map(Option::unwrap_or_default);
    let before = ballot(voter)?;
    count.check_final_phase(before.choice, choice)?;
    if before.choice.is_some() {
        let after = Ballot { choice: Some(choice), ..before };
        return Ok(vec![Change { voter: voter.clone(), before, after }]);
    }

    let (weighed, account) = polls::weigh(storage, parameters, snapshot, voter, &before)?;
    if weighed.own.is_nothing() && weighed.received.is_nothing() {
        return Err(BallotError::NothingToCast.into());
    }
    let after = Ballot { choice: Some(choice), ..weighed };
    let mut changes = vec![Change { voter: voter.clone(), before, after }];
    for (delegate, taken) in polls::overrides(storage, parameters, snapshot, &account)? {
        let before = ballot(&delegate)?;
        let after = Ballot { overridden: before.overridden.plus(taken)?, ..before };
        changes.push(Change { voter: delegate, before, after });
    }
    Ok(changes)
}
