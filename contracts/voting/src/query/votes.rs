//! What an account has said, over all polls.

use cosmwasm_std::{Addr, Deps, Env, Order, StdResult};
use cw_storage_plus::Bound;
use isonomia_api::page::page_size;
use isonomia_api::voting::{VoteInfo, VoterStatisticsResponse, VotesResponse};
use isonomia_core::ballot::Ballot;
use isonomia_core::poll::{Opening, PollStage};
use isonomia_core::tally::Choice;

use super::{cast, opened, plain};
use crate::polls;
use crate::state::{Parameters, BALLOTS, COUNTS, OPENINGS, PARAMETERS};
use crate::votes as index;

pub fn votes(
    deps: Deps,
    voter: String,
    start_before: Option<u64>,
    limit: Option<u32>,
) -> StdResult<VotesResponse> {
    let who = deps.api.addr_validate(&voter)?;
    let polls = index::page(deps.storage, deps.api, &who, start_before, page_size(limit))?;
    let votes = polls.into_iter().filter_map(|poll| vote(deps, &who, poll).transpose());
    Ok(VotesResponse { votes: votes.collect::<StdResult<_>>()? })
}

fn vote(deps: Deps, who: &Addr, poll: u64) -> StdResult<Option<VoteInfo>> {
    let Opening { snapshot, terms } = opened(deps, poll)?;
    let ballot = BALLOTS.load(deps.storage, (poll, who))?;
    let (own, cast) = (ballot.own.into(), cast(&ballot, terms.cap)?);
    Ok(ballot.choice.map(|choice| VoteInfo { poll, class: terms.class, snapshot, choice, own, cast }))
}

pub fn statistics(
    deps: Deps,
    env: Env,
    voter: String,
    start_before: Option<u64>,
    limit: Option<u32>,
) -> StdResult<VoterStatisticsResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&voter)?;
    let now = env.block.time.seconds();
    let mut statistics = VoterStatisticsResponse::default();
    let end = start_before.map(Bound::exclusive);
    let mut openings = OPENINGS.range(deps.storage, None, end, Order::Descending);
    let mut last = None;
    for entry in openings.by_ref().take(page_size(limit)) {
        let (poll, opening) = entry?;
        count(deps, &parameters, &who, poll, &opening, now, &mut statistics)?;
        last = Some(poll);
    }
    statistics.next = openings.next().and(last);
    Ok(statistics)
}

/// Counts one poll, if the account had something to cast in it.
fn count(
    deps: Deps,
    parameters: &Parameters,
    who: &Addr,
    poll: u64,
    opening: &Opening,
    now: u64,
    statistics: &mut VoterStatisticsResponse,
) -> StdResult<()> {
    statistics.polls += 1;
    let mut ballot = BALLOTS.may_load(deps.storage, (poll, who))?.unwrap_or_default();
    if ballot.choice.is_none() {
        let snapshot = &opening.snapshot;
        (ballot, _) = polls::weigh(deps.storage, parameters, snapshot, who, &ballot).map_err(plain)?;
    }
    let Ballot { choice, own, received, overridden } = ballot;
    if own.is_nothing() && received.is_nothing() {
        return Ok(());
    }
    statistics.eligible += 1;
    statistics.carried += u32::from(!received.is_nothing());
    statistics.overridden += u32::from(!overridden.is_nothing());
    let said = match choice {
        Some(Choice::Yes) => &mut statistics.yes,
        Some(Choice::No) => &mut statistics.no,
        Some(Choice::Abstain) => &mut statistics.abstain,
        None if COUNTS.load(deps.storage, poll)?.stage(opening, now) == PollStage::Open => {
            &mut statistics.open
        }
        None => &mut statistics.missed,
    };
    *said += 1;
    Ok(())
}
