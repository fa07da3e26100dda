//! Polls: loading, opening, and what an account can cast in one.

use cosmwasm_std::{Addr, Env, StdResult, Storage};
use isonomia_core::account::Account;
use isonomia_core::ballot::{cap, Ballot};
use isonomia_core::contribution::Contribution;
use isonomia_core::delegation::carried_seasons;
use isonomia_core::opening::Situation;
use isonomia_core::poll::{Count, Poll, PollEvent, PollState, Snapshot};
use isonomia_core::verdict::{Mode, Terms};

use crate::error::ContractError;
use crate::state::{Config, Registry, ACCOUNTS, ALL, COUNTS, POLLS, QUORUM, RECEIVED, REGISTRY, TOTALS};

/// A poll and, once it has opened, its count.
pub fn load(storage: &dyn Storage, id: u64) -> Result<(Poll, Option<Count>), ContractError> {
    let poll = POLLS.may_load(storage, id)?.ok_or(ContractError::UnknownPoll { poll: id })?;
    Ok((poll, COUNTS.may_load(storage, id)?))
}

/// Whether a poll takes an event now; if not, the error says when it opens and ends.
pub fn check_step(
    env: &Env,
    id: u64,
    poll: &Poll,
    count: Option<&Count>,
    event: PollEvent,
) -> Result<(), ContractError> {
    let (now, opens) = (env.block.time.seconds(), poll.opens);
    let ends = count.map_or(opens.saturating_add(poll.rules.voting), |count| count.closes);
    let refused = |why| ContractError::Stage { why, poll: id, opens, ends, now };
    poll.stage(count, now).step(event).map(drop).map_err(refused)
}

/// Opens a poll: fixes its snapshot and its terms. Nothing that is done in this block counts in it.
pub fn open(
    storage: &mut dyn Storage,
    env: &Env,
    config: &Config,
    id: u64,
    mut poll: Poll,
) -> Result<(Poll, Snapshot, Terms, Count), ContractError> {
    let now = env.block.time.seconds();
    check_step(env, id, &poll, None, PollEvent::Open)?;

    let snapshot = Snapshot { height: env.block.height, time: now };
    let terms = terms(storage, env, config, &poll)?;
    let count = Count::open(poll.rules.voting, now);
    poll.state = PollState::Opened { snapshot, terms: terms.clone() };

    POLLS.save(storage, id, &poll)?;
    COUNTS.save(storage, id, &count)?;
    Ok((poll, snapshot, terms, count))
}

/// What a poll that opens now is judged by. Latches two keys, and applies the finished epochs to the quorum.
fn terms(storage: &mut dyn Storage, env: &Env, config: &Config, poll: &Poll) -> Result<Terms, ContractError> {
    let now = env.block.time.seconds();
    let totals = TOTALS.load_at(storage, ALL, env.block.height)?;
    let mode = latch(storage, env, config, poll, totals.attested)?;

    let mut quorum = QUORUM.load(storage)?;
    quorum.apply_before(config.day.epoch(config.started, now));
    QUORUM.save(storage, &quorum)?;

    Ok(Terms {
        class: poll.class,
        rules: poll.rules.clone(),
        unattested_bps: poll.unattested_bps,
        mode,
        totals,
        stake_base: totals.stake.max(config.least_total_stake),
        quorum_bps: quorum.of(poll.class, &poll.rules.quorum),
        cap: cap(&totals, poll.cap_bps),
    })
}

/// The mode of a poll that opens now. The first one that opens with two keys latches them for ever.
fn latch(
    storage: &mut dyn Storage,
    env: &Env,
    config: &Config,
    poll: &Poll,
    attested: u64,
) -> Result<Mode, ContractError> {
    let mut registry = REGISTRY.load(storage)?;
    let now = env.block.time.seconds();
    let mode = situation(&registry, env, config, attested).mode(poll.class, poll.scope)?;
    if !registry.latched && mode == Mode::TwoKey {
        registry.latched = true;
        let present = TOTALS.load(storage, ALL)?.attested;
        registry.line.follow(present < config.min_attested, config.day, now);
        REGISTRY.save(storage, &registry)?;
    }
    Ok(mode)
}

fn situation<'a>(registry: &'a Registry, env: &Env, config: &Config, attested: u64) -> Situation<'a> {
    Situation {
        latched: registry.latched,
        ready: registry.ready_at.is_some_and(|height| height < env.block.height),
        attested,
        min_attested: config.min_attested,
        line: &registry.line,
        day: config.day,
        now: env.block.time.seconds(),
    }
}

/// The ballot of an account that has not voted yet, weighed at the snapshot, with the account as it was then.
pub fn weigh(
    storage: &dyn Storage,
    config: &Config,
    snapshot: &Snapshot,
    who: &Addr,
    before: &Ballot,
) -> Result<(Ballot, Account), ContractError> {
    let account = ACCOUNTS.load_at(storage, who, snapshot.height)?;
    let own = account.contribution(&config.curve);
    let received = received(storage, config, snapshot, who, &account)?;
    Ok((Ballot { own, received, ..*before }, account))
}

/// What an account carries: the buckets of its present season and the one before, at the snapshot.
pub fn received(
    storage: &dyn Storage,
    config: &Config,
    snapshot: &Snapshot,
    who: &Addr,
    account: &Account,
) -> Result<Contribution, ContractError> {
    let mut sum = Contribution::default();
    for season in carried_seasons(account, config.season, snapshot.time) {
        let bucket = RECEIVED.load_at(storage, (who, account.generation, season), snapshot.height)?;
        sum = sum.plus(bucket)?;
    }
    Ok(sum)
}

/// What a principal takes back from each of its delegates by voting itself: the parts that counted at the snapshot.
pub fn overrides(
    storage: &dyn Storage,
    config: &Config,
    snapshot: &Snapshot,
    principal: &Account,
) -> StdResult<Vec<(Addr, Contribution)>> {
    let own = principal.contribution(&config.curve);
    let mut taken = Vec::new();
    for part in principal.parts() {
        let delegate = ACCOUNTS.load_at(storage, &part.delegate, snapshot.height)?;
        if part.counts(&delegate, config.season, snapshot.time) {
            taken.push((part.delegate.clone(), own.part(part.bps)));
        }
    }
    Ok(taken)
}
