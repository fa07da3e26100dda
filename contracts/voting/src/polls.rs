//! Polls: loading, opening, and what an account can cast in one.
//!
//! What votes and queries share is not inlined: a copy in each would make the contract much larger.

use cosmwasm_std::{Addr, Env, Event, StdResult, Storage};
use isonomia_core::account::Account;
use isonomia_core::ballot::{cap, Ballot};
use isonomia_core::contribution::Contribution;
use isonomia_core::delegation::carried_seasons;
use isonomia_core::opening::Situation;
use isonomia_core::poll::{Count, Opening, Poll, PollEvent, PollStage, Snapshot};
use isonomia_core::quorum::AdaptiveQuorum;
use isonomia_core::verdict::{Mode, Terms};

use crate::error::ContractError;
use crate::event;
use crate::state::{
    Parameters, Registry, ACCOUNTS, ALL, COUNTS, OPENINGS, POLLS, QUORUM, RECEIVED, REGISTRY, SETTLED, TOTALS,
};

/// A poll, as far as it has come.
pub enum Found {
    /// Nobody has opened it.
    Unopened(Poll),
    /// It has opened.
    Opened(Box<Opening>, Count),
}

/// A poll that has just opened, and what is to be told of it.
pub struct Opened {
    /// What its opening fixed.
    pub opening: Opening,
    /// Its count.
    pub count: Count,
    /// What is to be told.
    pub events: Vec<Event>,
}

/// The poll of an id. What is known of an opened one besides its opening and its count stays unread.
#[inline(never)]
pub fn load(storage: &dyn Storage, id: u64) -> Result<Found, ContractError> {
    let Some(count) = COUNTS.may_load(storage, id)? else {
        return entered(storage, id).map(Found::Unopened);
    };
    Ok(Found::Opened(Box::new(OPENINGS.load(storage, id)?), count))
}

/// What the proposal fixed of a poll.
pub fn entered(storage: &dyn Storage, id: u64) -> Result<Poll, ContractError> {
    POLLS.may_load(storage, id)?.ok_or(ContractError::UnknownPoll { poll: id })
}

/// A poll that nobody has opened, if it takes an event now.
pub fn unopened(storage: &dyn Storage, env: &Env, id: u64, event: PollEvent) -> Result<Poll, ContractError> {
    let found = load(storage, id)?;
    found.check_step(storage, env, id, event)?;
    match found {
        Found::Unopened(poll) => Ok(poll),
        Found::Opened(..) => Err(ContractError::UnknownPoll { poll: id }),
    }
}

impl Found {
    /// Where the poll stands.
    pub fn stage(&self, storage: &dyn Storage, id: u64, now: u64) -> PollStage {
        let unsettled = match self {
            Found::Unopened(poll) => poll.stage(now),
            Found::Opened(opening, count) => count.stage(opening, now),
        };
        match unsettled {
            PollStage::Closed if SETTLED.has(storage, id) => PollStage::Settled,
            stage => stage,
        }
    }

    /// Whether the poll takes an event now; if not, the error says when it opens and ends.
    pub fn check_step(
        &self,
        storage: &dyn Storage,
        env: &Env,
        id: u64,
        event: PollEvent,
    ) -> Result<(), ContractError> {
        let now = env.block.time.seconds();
        let (opens, ends) = match self {
            Found::Unopened(poll) => (poll.opens, poll.lapses()),
            Found::Opened(opening, count) => (opening.snapshot.time, count.closes),
        };
        let refused = |why| ContractError::Stage { why, poll: id, opens, ends, now };
        self.stage(storage, id, now).step(event).map(drop).map_err(refused)
    }
}

/// Opens a poll that is due: fixes its snapshot and its terms. Nothing that is done in this block counts in it.
pub fn open(
    storage: &mut dyn Storage,
    env: &Env,
    parameters: &Parameters,
    id: u64,
    poll: &Poll,
) -> Result<Opened, ContractError> {
    let now = env.block.time.seconds();
    let snapshot = Snapshot { height: env.block.height, time: now };
    let (terms, mut events) = terms(storage, env, parameters, poll)?;
    let opening = Opening { snapshot, terms };
    let count = Count::open(poll.rules.voting, now);

    OPENINGS.save(storage, id, &opening)?;
    COUNTS.save(storage, id, &count)?;
    events.push(event::opened(id, &opening, &count));
    Ok(Opened { opening, count, events })
}

/// What a poll that opens now is judged by. Latches two keys, and applies the finished epochs to the quorum.
fn terms(
    storage: &mut dyn Storage,
    env: &Env,
    parameters: &Parameters,
    poll: &Poll,
) -> Result<(Terms, Vec<Event>), ContractError> {
    let now = env.block.time.seconds();
    let totals = TOTALS.load_at(storage, ALL, env.block.height)?;
    let (mode, mut events) = latch(storage, env, parameters, poll, totals.attested)?;

    let before = QUORUM.load(storage)?;
    let mut quorum = before.clone();
    quorum.apply_before(parameters.day.epoch(parameters.started, now));
    QUORUM.save(storage, &quorum)?;
    events.extend(moved(&before, &quorum));

    let terms = Terms {
        class: poll.class,
        rules: poll.rules.clone(),
        unattested_bps: poll.unattested_bps,
        mode,
        totals,
        stake_base: totals.stake.max(parameters.least_total_stake),
        quorum_bps: quorum.of(poll.class, &poll.rules.quorum),
        cap: cap(&totals, poll.cap_bps),
    };
    Ok((terms, events))
}

/// The event of a quorum, if finished epochs have moved it.
pub fn moved(before: &AdaptiveQuorum, after: &AdaptiveQuorum) -> Option<Event> {
    let moved = (before.bps, before.average_bps) != (after.bps, after.average_bps);
    moved.then(|| event::quorum(after))
}

/// Whether a poll that is due may open as things stand: an error where it is below the line.
pub fn check_opening(
    storage: &dyn Storage,
    env: &Env,
    parameters: &Parameters,
    poll: &Poll,
) -> Result<(), ContractError> {
    let (registry, attested) = (REGISTRY.load(storage)?, TOTALS.load(storage, ALL)?.attested);
    situation(&registry, env, parameters, attested).mode(poll.class, poll.scope)?;
    Ok(())
}

/// The mode of a poll that opens now. The first one that opens with two keys latches them for ever.
fn latch(
    storage: &mut dyn Storage,
    env: &Env,
    parameters: &Parameters,
    poll: &Poll,
    attested: u64,
) -> Result<(Mode, Vec<Event>), ContractError> {
    let mut registry = REGISTRY.load(storage)?;
    let now = env.block.time.seconds();
    let mode = situation(&registry, env, parameters, attested).mode(poll.class, poll.scope)?;
    if registry.latched || mode != Mode::TwoKey {
        return Ok((mode, vec![]));
    }
    registry.latched = true;
    let present = TOTALS.load(storage, ALL)?.attested;
    registry.line.follow(present < parameters.min_attested, parameters.day, now);
    REGISTRY.save(storage, &registry)?;
    Ok((mode, vec![event::latched(), event::line(&registry.line)]))
}

fn situation<'a>(registry: &'a Registry, env: &Env, parameters: &Parameters, attested: u64) -> Situation<'a> {
    Situation {
        latched: registry.latched,
        ready: registry.ready_at.is_some_and(|height| height < env.block.height),
        attested,
        min_attested: parameters.min_attested,
        line: &registry.line,
        day: parameters.day,
        now: env.block.time.seconds(),
    }
}

/// The ballot of an account that has not voted yet, weighed at the snapshot, with the account as it was then.
#[inline(never)]
pub fn weigh(
    storage: &dyn Storage,
    parameters: &Parameters,
    snapshot: &Snapshot,
    who: &Addr,
    before: &Ballot,
) -> Result<(Ballot, Account), ContractError> {
    let account = ACCOUNTS.load_at(storage, who, snapshot.height)?;
    let own = account.contribution(&parameters.curve);
    let received = received(storage, parameters, snapshot, who, &account)?;
    Ok((Ballot { own, received, ..*before }, account))
}

/// What an account carries: the buckets of its present season and the one before, at the snapshot.
#[inline(never)]
pub fn received(
    storage: &dyn Storage,
    parameters: &Parameters,
    snapshot: &Snapshot,
    who: &Addr,
    account: &Account,
) -> Result<Contribution, ContractError> {
    let mut sum = Contribution::default();
    for season in carried_seasons(account, parameters.season, snapshot.time) {
        let bucket = RECEIVED.load_at(storage, (who, account.generation, season), snapshot.height)?;
        sum = sum.plus(bucket)?;
    }
    Ok(sum)
}

/// What a principal takes back from each of its delegates by voting itself: the parts that counted at the snapshot.
#[inline(never)]
pub fn overrides(
    storage: &dyn Storage,
    parameters: &Parameters,
    snapshot: &Snapshot,
    principal: &Account,
) -> StdResult<Vec<(Addr, Contribution)>> {
    let own = principal.contribution(&parameters.curve);
    let mut taken = Vec::new();
    for part in principal.parts() {
        let delegate = ACCOUNTS.load_at(storage, &part.delegate, snapshot.height)?;
        if part.counts(&delegate, parameters.season, snapshot.time) {
            taken.push((part.delegate.clone(), own.part(part.bps)));
        }
    }
    Ok(taken)
}
