//! Every index says what the accounts and the ballots say: who stands behind whom, who is a delegate, who has voted where.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{ensure, Result};
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::proposal;
use isonomia_api::voting::{
    AccountResponse, BallotsResponse, DelegateEntry, DelegatesResponse, DelegatorInfo, DelegatorsResponse,
    MayVoteResponse, QueryMsg, VoterStatisticsResponse, VotesResponse, Weight,
};
use isonomia_cli::scenario::{ChoiceName, Runner, Step};
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

/// Everything that is named in an index, beside what it is an index of.
pub fn indexed(runner: &Runner, names: &[&str]) -> Result<(), String> {
    compare(runner, names).map_err(|error| format!("{error:#}"))
}

fn compare(runner: &Runner, names: &[&str]) -> Result<()> {
    let dao = runner.dao();
    let mut people = People::new();
    for name in names {
        let who = runner.addr(name);
        people.insert(who.clone(), dao.account(&who)?);
    }
    people.keys().try_for_each(|who| delegators(dao, &people, who))?;
    delegates(dao, &people)?;
    votes(dao, &people)
}

/// Everybody, with what voting says of the account.
type People = BTreeMap<Addr, AccountResponse>;

/// The delegators of a delegate are those whose delegation names it, and carry together what it has received.
fn delegators(dao: &Dao, people: &People, delegate: &Addr) -> Result<()> {
    let mut named = BTreeSet::new();
    for (who, account) in people {
        let parts = account.delegation.iter().filter(|part| part.delegate == *delegate);
        named.extend(parts.map(|part| (who.clone(), part.bps, part.lives)));
    }
    let told = behind(dao, delegate, None, 100)?;
    let listed: BTreeSet<_> = told.iter().map(|one| (one.account.clone(), one.bps, one.lives)).collect();
    ensure!(listed == named && listed.len() == told.len(), "behind {delegate}: {told:?}, not {named:?}");
    ensure!(told.len() < 2 || paged(dao, delegate)? == told, "one a page, {delegate} has others behind it");

    let power: Uint128 = told.iter().map(|one| one.carried.power).sum();
    let stake: Uint128 = told.iter().map(|one| one.carried.stake).sum();
    let received = people[delegate].delegate.clone().map(|delegate| delegate.received).unwrap_or_default();
    let same = (power, stake) == (received.power, received.stake);
    ensure!(same, "{delegate} has received {received:?}, and carries {power} and {stake}");
    Ok(())
}

fn behind(dao: &Dao, delegate: &Addr, after: Option<&Addr>, limit: u32) -> Result<Vec<DelegatorInfo>> {
    let start_after = after.map(Addr::to_string);
    let msg = QueryMsg::Delegators { delegate: delegate.to_string(), start_after, limit: Some(limit) };
    Ok(dao.ask::<DelegatorsResponse>(&dao.contracts.voting, &msg)?.delegators)
}

fn paged(dao: &Dao, delegate: &Addr) -> Result<Vec<DelegatorInfo>> {
    let mut all: Vec<DelegatorInfo> = vec![];
    loop {
        let page = behind(dao, delegate, all.last().map(|one| &one.account), 1)?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// The delegates are the accounts that are registered.
fn delegates(dao: &Dao, people: &People) -> Result<()> {
    let msg = QueryMsg::Delegates { start_after: None, limit: Some(100) };
    let told = dao.ask::<DelegatesResponse>(&dao.contracts.voting, &msg)?.delegates;
    let entry = |(who, account): (&Addr, &AccountResponse)| {
        let (own, attested_until) = (account.own.clone(), account.attested_until);
        let delegate = account.delegate.clone()?;
        Some(DelegateEntry { account: who.clone(), own, attested_until, delegate })
    };
    let registered: Vec<_> = people.iter().filter_map(entry).collect();
    ensure!(told == registered, "delegates are {told:?}, registered {registered:?}");
    Ok(())
}

/// The votes of a voter are its ballots in all polls, newest first; its statistics count them.
fn votes(dao: &Dao, people: &People) -> Result<()> {
    let config: proposal::ConfigResponse =
        dao.ask(&dao.contracts.proposal, &proposal::QueryMsg::Config {})?;
    let polls: Vec<u64> = (1..config.next_id).rev().filter(|id| dao.opened(*id).is_ok()).collect();
    let mut cast: BTreeMap<Addr, Vec<(u64, Choice, Weight)>> = BTreeMap::new();
    for poll in &polls {
        let msg = QueryMsg::Ballots { poll: *poll, start_after: None, limit: Some(100) };
        for ballot in dao.ask::<BallotsResponse>(&dao.contracts.voting, &msg)?.ballots {
            let Some(choice) = ballot.choice else { continue };
            cast.entry(ballot.voter).or_default().push((*poll, choice, ballot.cast));
        }
    }
    for who in people.keys() {
        let ballots = cast.remove(who).unwrap_or_default();
        let msg = QueryMsg::Votes { voter: who.to_string(), start_before: None, limit: Some(100) };
        let told: VotesResponse = dao.ask(&dao.contracts.voting, &msg)?;
        let told: Vec<_> = told.votes.into_iter().map(|vote| (vote.poll, vote.choice, vote.cast)).collect();
        ensure!(told == ballots, "{who} has voted {told:?}, its ballots are {ballots:?}");
        statistics(dao, who, &polls, &ballots)?;
    }
    Ok(())
}

fn statistics(dao: &Dao, who: &Addr, polls: &[u64], ballots: &[(u64, Choice, Weight)]) -> Result<()> {
    let msg = QueryMsg::VoterStatistics { voter: who.to_string(), start_before: None, limit: Some(100) };
    let told: VoterStatisticsResponse = dao.ask(&dao.contracts.voting, &msg)?;
    let said = |choice| ballots.iter().filter(|(_, said, _)| *said == choice).count() as u32;
    let (mut eligible, mut carried, mut overridden) = (0, 0, 0);
    for poll in polls {
        let has = dao.delegated(*poll, who)?;
        eligible += u32::from(has.own != Weight::default() || has.received != Weight::default());
        carried += u32::from(has.received != Weight::default());
        overridden += u32::from(has.overridden != Weight::default());
    }
    let counted = (told.polls, told.eligible, told.carried, told.overridden);
    ensure!(counted == (polls.len() as u32, eligible, carried, overridden), "{who}: {told:?}");
    let voted = (told.yes, told.no, told.abstain);
    ensure!(voted == (said(Choice::Yes), said(Choice::No), said(Choice::Abstain)), "{who}: {told:?}");
    ensure!(
        told.open + told.missed + ballots.len() as u32 == eligible && told.next.is_none(),
        "{who}: {told:?}"
    );
    Ok(())
}

/// What a vote will come to, as `MayVote` foretells it: nothing, where the step is none.
pub fn foretold(runner: &Runner, step: &Step) -> Option<Result<(), String>> {
    let Step::Vote(vote) = step else { return None };
    let dao = runner.dao();
    let voter = runner.addr(&vote.account).into_string();
    let msg = QueryMsg::MayVote { poll: runner.poll_id(&vote.poll)?, voter };
    let told: MayVoteResponse = dao.ask(&dao.contracts.voting, &msg).ok()?;
    let choice = match vote.choice {
        ChoiceName::Yes => Choice::Yes,
        ChoiceName::No => Choice::No,
        ChoiceName::Abstain => Choice::Abstain,
    };
    Some(match told.why_not {
        Some(why) => Err(why),
        None if told.choices.contains(&choice) => Ok(()),
        None => {
            Err("the close has moved twice: a ballot may now only be No, or change a Yes to No or Abstain"
                .into())
        }
    })
}
