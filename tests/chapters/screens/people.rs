//! Screens of people: my vote, a voter, delegates, and why I have so many votes.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::voting::{
    BreakdownResponse, DelegatesResponse, DelegatorsResponse, MayVoteResponse, QueryMsg, VerdictResponse,
    VoterStatisticsResponse, VotesResponse, Weight,
};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice::{self, Abstain, No, Yes};
use isonomia_embedded::{Dao, DAY};

use crate::voting::town::{attested, town, town_with, Town, COIN, FOR_EVER};

fn ask<T: serde::de::DeserializeOwned>(dao: &Dao, msg: &QueryMsg) -> T {
    dao.ask(&dao.contracts.voting, msg).unwrap()
}

fn may_vote(dao: &Dao, poll: u64, voter: &Addr) -> MayVoteResponse {
    ask(dao, &QueryMsg::MayVote { poll, voter: voter.to_string() })
}

fn breakdown(dao: &Dao, who: &Addr, poll: Option<u64>) -> BreakdownResponse {
    ask(dao, &QueryMsg::Breakdown { account: who.to_string(), poll })
}

fn votes(dao: &Dao, voter: &Addr, start_before: Option<u64>, limit: Option<u32>) -> Vec<(u64, Choice)> {
    let msg = QueryMsg::Votes { voter: voter.to_string(), start_before, limit };
    let told: VotesResponse = ask(dao, &msg);
    told.votes.into_iter().map(|vote| (vote.poll, vote.choice)).collect()
}

fn statistics(dao: &Dao, voter: &Addr, limit: Option<u32>) -> VoterStatisticsResponse {
    ask(dao, &QueryMsg::VoterStatistics { voter: voter.to_string(), start_before: None, limit })
}

/// Who stands behind a delegate, what each gives, and whether that lives.
fn behind(dao: &Dao, delegate: &Addr) -> Vec<(Addr, Weight, bool)> {
    let msg = QueryMsg::Delegators { delegate: delegate.to_string(), start_after: None, limit: None };
    let told: DelegatorsResponse = ask(dao, &msg);
    told.delegators.into_iter().map(|one| (one.account, one.carried, one.lives)).collect()
}

fn delegates(dao: &Dao) -> Vec<Addr> {
    let told: DelegatesResponse = ask(dao, &QueryMsg::Delegates { start_after: None, limit: None });
    told.delegates.into_iter().map(|one| one.account).collect()
}

#[test]
fn ann_sees_her_votes_newest_first_and_a_changed_one_once() {
    let mut dao = town();
    let (ann, bob) = (dao.person("ann", COIN), dao.person("bob", COIN));
    let ids = dao.begin_all(Class::Signal, 4);
    for (id, choice) in ids.iter().zip([Yes, No, Abstain]) {
        dao.vote(&ann, *id, choice).unwrap();
    }
    dao.vote(&ann, ids[1], Yes).unwrap();
    dao.vote(&bob, ids[3], Yes).unwrap();

    assert_eq!(votes(&dao, &ann, None, None), [(ids[2], Abstain), (ids[1], Yes), (ids[0], Yes)]);
    assert_eq!(votes(&dao, &ann, Some(ids[2]), Some(1)), [(ids[1], Yes)]);
    assert_eq!(votes(&dao, &bob, None, None), [(ids[3], Yes)]);
    assert_eq!(votes(&dao, &dao.addr("nobody"), None, None), []);
}

#[test]
fn a_ballot_that_only_records_overrides_is_no_vote_of_the_delegate() {
    let mut dao = town();
    let (ann, dan) = (dao.person("ann", 4 * COIN), dao.speaker("dan", COIN));
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    let id = dao.begin(Class::Signal);
    dao.vote(&ann, id, No).unwrap();
    assert_eq!(votes(&dao, &dan, None, None), []);
    let before = statistics(&dao, &dan, None);
    assert_eq!((before.eligible, before.open, before.carried, before.overridden), (1, 1, 1, 1));

    dao.vote(&dan, id, Yes).unwrap();
    assert_eq!(votes(&dao, &dan, None, None), [(id, Yes)]);
    assert_eq!(statistics(&dao, &dan, None).overridden, 1);
}

#[test]
fn a_scorecard_counts_what_was_missed_and_neither_what_is_open_nor_what_was_before_its_time() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let early = dao.begin(Class::Signal);
    dao.close(early);
    let bob = dao.person("bob", COIN);
    let [said, missed] = [dao.begin(Class::Signal), dao.begin(Class::Signal)];
    dao.vote(&bob, said, No).unwrap();
    dao.advance_to(dao.opened(missed).unwrap().closes);
    dao.begin(Class::Signal);

    let card = VoterStatisticsResponse {
        polls: 4,
        eligible: 3,
        no: 1,
        missed: 1,
        open: 1,
        ..VoterStatisticsResponse::default()
    };
    assert_eq!(statistics(&dao, &bob, None), card);
    assert_eq!(statistics(&dao, &ann, None).missed, 3);
    let latest = statistics(&dao, &bob, Some(2));
    assert_eq!((latest.polls, latest.missed, latest.open, latest.next), (2, 1, 1, Some(missed)));
}

#[test]
fn who_stands_behind_dan_until_they_turn_to_another_or_take_it_back() {
    let mut dao = town();
    let [dan, eve] = ["dan", "eve"].map(|name| dao.speaker(name, COIN));
    let [ann, bob] = ["ann", "bob"].map(|name| dao.person(name, 4 * COIN));
    let all = attested(2 * COIN, 4 * COIN);
    let half = attested(COIN, 2 * COIN);
    dao.delegate(&ann, &[(&dan, 5_000), (&eve, 5_000)]).unwrap();
    dao.delegate(&bob, &[(&dan, 10_000)]).unwrap();
    let mut both = vec![(ann.clone(), half.clone(), true), (bob.clone(), all.clone(), true)];
    let mut told = behind(&dao, &dan);
    both.sort_by_key(|(who, ..)| who.clone());
    told.sort_by_key(|(who, ..)| who.clone());
    assert_eq!(told, both);
    assert_eq!(behind(&dao, &eve), [(ann.clone(), half, true)]);

    dao.delegate(&ann, &[(&eve, 10_000)]).unwrap();
    assert_eq!(behind(&dao, &dan), [(bob.clone(), all.clone(), true)]);
    assert_eq!(behind(&dao, &eve), [(ann.clone(), all, true)]);
    dao.undelegate(&bob).unwrap();
    assert_eq!(behind(&dao, &dan), []);
}

#[test]
fn what_has_lapsed_is_told_as_lapsed_and_what_is_not_carried_as_nothing() {
    let mut dao = town();
    let (ann, dan) = (dao.person("ann", 4 * COIN), dao.speaker("dan", COIN));
    let whole = attested(2 * COIN, 4 * COIN);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    dao.revoke(&dan).unwrap();
    assert_eq!(behind(&dao, &dan), [(ann.clone(), Weight::default(), true)]);
    dao.attest(&dan, FOR_EVER).unwrap();
    assert_eq!(behind(&dao, &dan), [(ann.clone(), whole, true)]);
    assert_eq!(breakdown(&dao, &ann, None).delegated, attested(2 * COIN, 4 * COIN));

    dao.advance(180 * DAY);
    assert_eq!(behind(&dao, &dan), [(ann.clone(), Weight::default(), false)]);
    assert_eq!(breakdown(&dao, &ann, None).delegated, Weight::default());
    // Another generation of the same delegate, and then ann speaks for others herself: her delegation is cleared.
    dao.resign(&dan).unwrap();
    dao.register_delegate(&dan).unwrap();
    assert_eq!(behind(&dao, &dan), [(ann.clone(), Weight::default(), false)]);
    dao.register_delegate(&ann).unwrap();
    assert_eq!(behind(&dao, &dan), []);
}

#[test]
fn the_list_of_delegates_has_who_is_registered() {
    let mut dao = town();
    let mut speakers = ["dan", "eve"].map(|name| dao.speaker(name, COIN)).to_vec();
    speakers.sort();
    assert_eq!(delegates(&dao), speakers);
    dao.revoke(&speakers[0]).unwrap();
    assert_eq!(delegates(&dao), speakers, "registered, though attested no more");
    dao.resign(&speakers[0]).unwrap();
    assert_eq!(delegates(&dao), [speakers[1].clone()]);
}

#[test]
fn the_parts_of_a_delegates_weight_add_up_to_what_it_casts() {
    let mut dao = town();
    dao.people("crowd", 200, COIN);
    let (ann, bob) = (dao.person("ann", 400 * COIN), dao.person("bob", 100 * COIN));
    let dan = dao.speaker("dan", COIN);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    dao.delegate(&bob, &[(&dan, 10_000)]).unwrap();
    let now = breakdown(&dao, &dan, None);
    assert_eq!((now.attested, now.cap), (true, None));
    assert_eq!(now.received, attested(30 * COIN, 500 * COIN));
    assert_eq!(now.cast, attested(31 * COIN, 501 * COIN));

    let id = dao.begin(Class::Signal);
    let cap = dao.opened(id).unwrap().cap;
    let capped = Weight { power: cap, ..attested(0, 501 * COIN) };
    assert_eq!(breakdown(&dao, &dan, Some(id)).cast, capped, "power is capped, stake is not");
    dao.vote(&ann, id, No).unwrap();
    let left = breakdown(&dao, &dan, Some(id));
    assert_eq!(left.overridden, attested(20 * COIN, 400 * COIN));
    assert_eq!(left.cast, Weight { power: cap.min((11 * COIN).into()), ..attested(0, 101 * COIN) });
    dao.vote(&dan, id, Yes).unwrap();
    assert_eq!(dao.tally(id).yes, left.cast);
    assert_eq!(may_vote(&dao, id, &dan).weight, left);
}

#[test]
fn the_button_says_why_there_is_nothing_to_press() -> Result<()> {
    let mut dao = town();
    let (ann, stranger) = (dao.person("ann", COIN), dao.addr("stranger"));
    let id = dao.proposed(Class::Standard);
    let (opens, now) = (dao.poll(id)?.opens, dao.now());
    let early = may_vote(&dao, id, &ann);
    let ends = opens + 7 * DAY;
    let times = format!("poll {id} opens from {opens} and ends at {ends}, now it is {now}");
    assert_eq!(early.why_not, Some(format!("a poll that is Pending does not take Vote: {times}")));
    assert_eq!((early.choices, early.said), (vec![], None));

    dao.advance_to(opens);
    let due = may_vote(&dao, id, &ann);
    assert_eq!((due.choices, due.why_not), (vec![Yes, No, Abstain], None));
    assert_eq!(due.weight.cast, attested(COIN, COIN));
    let nothing = may_vote(&dao, id, &stranger).why_not.unwrap();
    assert_eq!(nothing, "the account had neither stake nor anything received when the poll opened");
    dao.vote(&ann, id, Yes)?;
    assert_eq!(may_vote(&dao, id, &ann).said, Some(Yes));

    dao.advance_to(dao.opened(id)?.closes);
    let late = may_vote(&dao, id, &ann);
    assert!(late.why_not.unwrap().starts_with("a poll that is Closed does not take Vote"));
    assert_eq!((late.said, late.weight.cast), (Some(Yes), attested(COIN, COIN)));
    Ok(())
}

#[test]
fn below_the_line_the_button_says_so() {
    let mut dao = town_with(|params| params.min_attested = 3);
    let people = dao.people("person", 3, COIN);
    let first = dao.begin(Class::Standard);
    dao.close(first);
    dao.revoke(&people[2]).unwrap();
    let id = dao.due(Class::Standard);
    let why = may_vote(&dao, id, &people[0]).why_not.unwrap();

    assert!(why.starts_with("2 accounts are attested, fewer than 3"), "{why}");
    let refused = dao.vote(&people[0], id, Yes).unwrap_err();
    assert_eq!(isonomia_embedded::first_wasm_error(&refused), why);
}

/// Below the line nobody's vote opens a poll, and that is said before who would vote.
#[test]
fn below_the_line_the_button_of_one_with_nothing_to_cast_says_the_same() {
    let mut dao = town_with(|params| params.min_attested = 3);
    let (people, stranger) = (dao.people("person", 3, COIN), dao.addr("stranger"));
    let first = dao.begin(Class::Standard);
    dao.close(first);
    dao.revoke(&people[2]).unwrap();
    let id = dao.due(Class::Standard);

    let refused = dao.vote(&stranger, id, Yes).unwrap_err();
    assert_eq!(may_vote(&dao, id, &stranger).why_not, Some(isonomia_embedded::first_wasm_error(&refused)));
}

#[test]
fn the_bar_says_what_a_poll_still_lacks() {
    let mut dao = town();
    let people = dao.people("person", 10, COIN);
    let holder = dao.holder("holder", 5 * COIN);
    let id = dao.begin(Class::Critical);
    dao.vote(&people[0], id, Yes).unwrap();
    dao.vote(&holder, id, No).unwrap();
    let told: VerdictResponse = ask(&dao, &QueryMsg::Verdict { poll: id });
    let lacks = |told: &VerdictResponse| {
        let all = &told.requirements;
        [all.quorum, all.threshold, all.stake_relative, all.stake_support, all.head_count]
            .map(|one| one.missing.u128())
    };
    // 22.5 % of ten; No from outside weighs nothing here; as much stake as No has; 5 % of 15; three heads.
    assert_eq!(lacks(&told), [1_250_000, 0, 4 * COIN, 0, 2]);
    assert!(!told.passes);

    dao.all_vote(id, Yes, &people[1..5]);
    let told: VerdictResponse = ask(&dao, &QueryMsg::Verdict { poll: id });
    assert_eq!((lacks(&told), told.passes), ([0; 5], true));
}
