//! What an account may say, what it weighs, and why.

use cosmwasm_std::{Addr, Deps, Env, StdResult};
use isonomia_api::voting::{BreakdownResponse, MayVoteResponse, VerdictResponse};
use isonomia_core::account::Account;
use isonomia_core::ballot::{cap, Ballot};
use isonomia_core::contribution::Contribution;
use isonomia_core::poll::{BallotError, Opening, PollEvent, Snapshot};
use isonomia_core::tally::Choice;
use isonomia_core::units::Power;

use super::{cast, opened, plain};
use crate::error::ContractError;
use crate::polls::{self, Found};
use crate::state::{Parameters, ACCOUNTS, ALL, BALLOTS, PARAMETERS, TOTALS};

pub fn verdict(deps: Deps, env: Env, id: u64) -> StdResult<VerdictResponse> {
    let found = polls::load(deps.storage, id).map_err(plain)?;
    let stage = found.stage(deps.storage, id, env.block.time.seconds());
    let Found::Opened(opening, count) = found else {
        return Err(super::unopened(id));
    };
    let requirements = opening.terms.requirements(&count.tally);
    let passes = opening.terms.judge(&count.tally).pass();
    Ok(VerdictResponse { stage, closes: count.closes, passes, requirements })
}

pub fn may_vote(deps: Deps, env: Env, id: u64, voter: String) -> StdResult<MayVoteResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&voter)?;
    let found = polls::load(deps.storage, id).map_err(plain)?;
    let before = BALLOTS.may_load(deps.storage, (id, &who))?.unwrap_or_default();
    let (snapshot, cap) = match &found {
        Found::Opened(opening, _) => (opening.snapshot, opening.terms.cap),
        Found::Unopened(poll) => (present(&env), cap(&TOTALS.load(deps.storage, ALL)?, poll.cap_bps)),
    };
    let (ballot, account) = weighed(deps, &parameters, &snapshot, &who, before)?;
    let said = choices(deps, &env, &parameters, id, &found, &ballot);
    let weight = breakdown_of(deps, &parameters, &snapshot, &account, &ballot, Some(cap))?;
    let (choices, why_not) = match said {
        Ok(choices) => (choices, None),
        Err(why) => (vec![], Some(why.to_string())),
    };
    Ok(MayVoteResponse { choices, why_not, said: ballot.choice, weight })
}

/// What may be said; an error where that is nothing, as `Vote` would give it.
fn choices(
    deps: Deps,
    env: &Env,
    parameters: &Parameters,
    id: u64,
    found: &Found,
    ballot: &Ballot,
) -> Result<Vec<Choice>, ContractError> {
    found.check_step(deps.storage, env, id, PollEvent::Vote)?;
    if let Found::Unopened(poll) = found {
        polls::check_opening(deps.storage, env, parameters, poll)?;
    }
    if ballot.own.is_nothing() && ballot.received.is_nothing() {
        return Err(BallotError::NothingToCast.into());
    }
    let may = |choice: &Choice| match found {
        Found::Opened(_, count) => count.check_final_phase(ballot.choice, *choice).is_ok(),
        Found::Unopened(_) => true,
    };
    Ok(Choice::ALL.into_iter().filter(may).collect())
}

pub fn breakdown(deps: Deps, env: Env, account: String, poll: Option<u64>) -> StdResult<BreakdownResponse> {
    let parameters = PARAMETERS.load(deps.storage)?;
    let who = deps.api.addr_validate(&account)?;
    let (snapshot, cap, before) = match poll {
        None => (present(&env), None, Ballot::default()),
        Some(id) => {
            let Opening { snapshot, terms } = opened(deps, id)?;
            (snapshot, Some(terms.cap), BALLOTS.may_load(deps.storage, (id, &who))?.unwrap_or_default())
        }
    };
    let (ballot, account) = weighed(deps, &parameters, &snapshot, &who, before)?;
    breakdown_of(deps, &parameters, &snapshot, &account, &ballot, cap)
}

/// The ballot of an account with what it weighs, whether it has voted or not, and the account at the snapshot.
fn weighed(
    deps: Deps,
    parameters: &Parameters,
    snapshot: &Snapshot,
    who: &Addr,
    before: Ballot,
) -> StdResult<(Ballot, Account)> {
    if before.choice.is_some() {
        return Ok((before, ACCOUNTS.load_at(deps.storage, who, snapshot.height)?));
    }
    polls::weigh(deps.storage, parameters, snapshot, who, &before).map_err(plain)
}

fn breakdown_of(
    deps: Deps,
    parameters: &Parameters,
    snapshot: &Snapshot,
    account: &Account,
    ballot: &Ballot,
    cap: Option<Power>,
) -> StdResult<BreakdownResponse> {
    let mut delegated = Contribution::default();
    for (_, part) in polls::overrides(deps.storage, parameters, snapshot, account)? {
        delegated = delegated.plus(part).map_err(plain)?;
    }
    Ok(BreakdownResponse {
        attested: account.is_attested(),
        own: ballot.own.into(),
        delegated: delegated.into(),
        received: ballot.received.into(),
        overridden: ballot.overridden.into(),
        cap: cap.map(|cap| cap.0.into()),
        cast: cast(ballot, cap.unwrap_or(Power(u64::MAX)))?,
    })
}

/// The present state is that at the start of a block that has not come.
pub fn present(env: &Env) -> Snapshot {
    Snapshot { height: u64::MAX, time: env.block.time.seconds() }
}
