//! Pages of people: 30 entries unless asked, 100 at the most.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::voting::{
    DelegatesResponse, DelegatorsResponse, QueryMsg, VoterStatisticsResponse, VotesResponse,
};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice::Yes;

use crate::voting::town::{town, Town, COIN};

#[test]
fn a_page_of_delegates_has_30_and_at_most_100() -> Result<()> {
    let mut dao = town();
    let mut speakers: Vec<Addr> = (0..101).map(|number| dao.speaker(&format!("d{number}"), 1)).collect();
    speakers.sort();
    let page = |start_after: Option<&Addr>, limit| -> Result<Vec<Addr>> {
        let msg = QueryMsg::Delegates { start_after: start_after.map(Addr::to_string), limit };
        let told: DelegatesResponse = dao.ask(&dao.contracts.voting, &msg)?;
        Ok(told.delegates.into_iter().map(|one| one.account).collect())
    };

    assert_eq!(page(None, None)?, speakers[..30]);
    assert_eq!(page(None, Some(100))?, speakers[..100]);
    assert_eq!(page(None, Some(101))?, speakers[..100]);
    assert_eq!(page(Some(&speakers[99]), None)?, speakers[100..]);
    assert_eq!(page(None, Some(0))?, vec![] as Vec<Addr>);
    Ok(())
}

#[test]
fn a_page_of_delegators_has_30_and_at_most_100_and_they_go_on_without_a_gap() -> Result<()> {
    let mut dao = town();
    let dan = dao.speaker("dan", COIN);
    let mut people = dao.people("person", 101, 1);
    people.iter().try_for_each(|who| dao.delegate(who, &[(&dan, 10_000)]).map(drop))?;
    let page = |start_after: Option<&Addr>, limit| -> Result<Vec<Addr>> {
        let (delegate, start_after) = (dan.to_string(), start_after.map(Addr::to_string));
        let msg = QueryMsg::Delegators { delegate, start_after, limit };
        let told: DelegatorsResponse = dao.ask(&dao.contracts.voting, &msg)?;
        Ok(told.delegators.into_iter().map(|one| one.account).collect())
    };

    assert_eq!(page(None, None)?.len(), 30);
    let first = page(None, Some(101))?;
    assert_eq!((first.len(), page(None, Some(100))? == first), (100, true));
    let rest = page(first.last(), None)?;
    let mut all = [first, rest].concat();
    all.sort();
    people.sort();
    assert_eq!(all, people);
    Ok(())
}

#[test]
fn a_page_of_votes_has_30_and_at_most_100_and_statistics_are_of_as_many_polls() -> Result<()> {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let ids = dao.begin_all(Class::Signal, 101);
    ids.iter().try_for_each(|id| dao.vote(&ann, *id, Yes).map(drop))?;
    let newest: Vec<u64> = ids.into_iter().rev().collect();
    let page = |start_before, limit| -> Result<Vec<u64>> {
        let msg = QueryMsg::Votes { voter: ann.to_string(), start_before, limit };
        let told: VotesResponse = dao.ask(&dao.contracts.voting, &msg)?;
        Ok(told.votes.into_iter().map(|vote| vote.poll).collect())
    };
    assert_eq!(page(None, None)?, newest[..30]);
    assert_eq!(page(None, Some(100))?, newest[..100]);
    assert_eq!(page(None, Some(101))?, newest[..100]);
    assert_eq!(page(Some(newest[99]), None)?, newest[100..]);
    assert_eq!(page(None, Some(0))?, vec![] as Vec<u64>);

    let card = |start_before, limit| -> Result<(u32, u32, Option<u64>)> {
        let msg = QueryMsg::VoterStatistics { voter: ann.to_string(), start_before, limit };
        let told: VoterStatisticsResponse = dao.ask(&dao.contracts.voting, &msg)?;
        Ok((told.polls, told.yes, told.next))
    };
    assert_eq!(card(None, None)?, (30, 30, Some(newest[29])));
    assert_eq!(card(None, Some(101))?, (100, 100, Some(newest[99])));
    assert_eq!(card(Some(newest[99]), Some(100))?, (1, 1, None));
    Ok(())
}

/// Whoever has left takes no room on a page.
#[test]
fn who_has_turned_away_from_a_delegate_leaves_no_gap_behind() -> Result<()> {
    let mut dao = town();
    let [dan, eve] = ["dan", "eve"].map(|name| dao.speaker(name, COIN));
    let people = dao.people("person", 5, COIN);
    people.iter().try_for_each(|who| dao.delegate(who, &[(&dan, 10_000)]).map(drop))?;
    dao.delegate(&people[0], &[(&eve, 10_000)])?;
    dao.undelegate(&people[1])?;
    dao.undelegate(&people[2])?;
    dao.register_delegate(&people[2])?;
    dao.delegate(&people[3], &[(&dan, 5_000), (&eve, 5_000)])?;

    let delegate = dan.to_string();
    let msg = QueryMsg::Delegators { delegate, start_after: None, limit: Some(2) };
    let told: DelegatorsResponse = dao.ask(&dao.contracts.voting, &msg)?;
    let mut left: Vec<Addr> = told.delegators.into_iter().map(|one| one.account).collect();
    left.sort();
    let mut expected = people[3..].to_vec();
    expected.sort();
    assert_eq!(left, expected);
    Ok(())
}
