//! Ballots: who has something to cast, what a second one does, and what no later change touches.

use isonomia_api::voting::{BallotsResponse, QueryMsg};
use isonomia_api::{proposal, voting::BallotInfo};
use isonomia_core::class::Class;
use isonomia_core::rules::Quorum;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use super::town::{attested, town, town_with, weight, Town, COIN};

#[test]
fn ann_changes_her_mind_and_only_the_last_word_counts() {
    let mut dao = town();
    let [ann, bob] = [dao.person("ann", 9 * COIN), dao.person("bob", 4 * COIN)];
    let id = dao.begin(Class::Standard);
    dao.vote(&bob, id, Choice::No).unwrap();
    let (hers, his, none) = (attested(3 * COIN, 9 * COIN), attested(2 * COIN, 4 * COIN), attested(0, 0));

    dao.vote(&ann, id, Choice::Yes).unwrap();
    let tally = dao.tally(id);
    assert_eq!(
        (tally.yes, tally.no, tally.abstain, tally.heads),
        (hers.clone(), his.clone(), none.clone(), 1)
    );

    dao.vote(&ann, id, Choice::No).unwrap();
    let tally = dao.tally(id);
    assert_eq!((tally.yes, tally.no, tally.heads), (none.clone(), attested(5 * COIN, 13 * COIN), 0));

    dao.vote(&ann, id, Choice::Abstain).unwrap();
    dao.vote(&ann, id, Choice::Abstain).unwrap();
    let tally = dao.tally(id);
    assert_eq!((tally.yes, tally.no, tally.abstain, tally.heads), (none, his, hers.clone(), 0));
    let ballot = dao.ballot(id, &ann).unwrap().ballot.unwrap();
    assert_eq!((ballot.choice, ballot.cast), (Some(Choice::Abstain), hers));
}

#[test]
fn who_had_nothing_at_the_snapshot_has_nothing_to_cast() {
    let why = "the account had neither stake nor anything received when the poll opened";
    let mut dao = town();
    let [poor, late, dan] = ["poor", "late", "dan"].map(|name| dao.person(name, 0));
    dao.person("ann", COIN);
    let eve = dao.holder("eve", COIN);
    dao.register_delegate(&dan).unwrap();
    dao.delegate(&eve, &[(&dan, 10_000)]).unwrap();
    let id = dao.begin(Class::Standard);
    dao.stake(&late, 9 * COIN).unwrap();
    let stranger = dao.addr("stranger");

    for nobody in [&poor, &late, &stranger] {
        dao.refuses(why, |dao| dao.vote(nobody, id, Choice::Yes));
    }
    // Dan has no stake, but has received some.
    dao.vote(&dan, id, Choice::Yes).unwrap();
    assert_eq!(dao.tally(id).yes, weight(0, COIN, COIN));
}

#[test]
fn a_ballot_that_is_refused_opens_no_poll() {
    let mut dao = town();
    let stranger = dao.addr("stranger");
    let id = dao.due(Class::Standard);

    let why = "the account had neither stake nor anything received when the poll opened";
    dao.refuses(why, |dao| dao.vote(&stranger, id, Choice::Yes));

    assert!(dao.poll(id).unwrap().opened.is_none());
}

#[test]
fn the_ballots_are_listed_in_order_of_address() {
    let mut dao = town();
    let people = dao.people("ann", 5, COIN);
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::No, &people);
    let mut voters = people;
    voters.sort();

    let page = |start_after, limit| -> Vec<BallotInfo> {
        let msg = QueryMsg::Ballots { poll: id, start_after, limit };
        dao.ask::<BallotsResponse>(&dao.contracts.voting, &msg).unwrap().ballots
    };

    let first = page(None, Some(2));
    let rest = page(Some(voters[1].to_string()), None);
    let listed: Vec<_> = first.iter().chain(&rest).map(|ballot| ballot.voter.clone()).collect();
    assert_eq!((first.len(), listed), (2, voters));
}

/// Rules that differ from the defaults wherever they can.
fn set_other_rules(dao: &mut Dao) {
    let mut rules = dao.params.rules.clone();
    rules.unattested_bps = 0;
    rules.standard.threshold_bps = 7_500;
    rules.standard.stake_support_bps = 1_000;
    rules.standard.head_count = 25;
    rules.standard.quorum = Quorum::Fixed { bps: 3_500 };
    rules.standard.voting = 5 * DAY;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.call(&timelock, &proposal, &proposal::ExecuteMsg::SetRules { rules }).unwrap();
}

#[test]
fn the_rules_of_a_proposal_are_those_of_its_submission() {
    let mut dao = town();
    let people = dao.people("ann", 5, COIN);
    let whale = dao.holder("whale", 100 * COIN);
    let old = dao.proposed(Class::Standard);
    set_other_rules(&mut dao);
    let new = dao.proposed(Class::Standard);
    dao.advance(DAY);

    for (id, quorum, heads, voting, yes_side) in
        [(old, 1_500, 3, 7 * DAY, 2_222_222), (new, 3_500, 3, 5 * DAY, 2_000_000)]
    {
        dao.open_now(id);
        dao.all_vote(id, Choice::Yes, people[..2].iter().chain([&whale]));
        let opened = dao.opened(id).unwrap();
        assert_eq!((opened.quorum_bps, opened.heads_needed), (quorum, heads));
        assert_eq!((opened.closes - opened.snapshot.time, opened.yes_side.u128()), (voting, yes_side));
    }
}

#[test]
fn nothing_that_happens_after_the_opening_touches_the_poll() {
    let mut dao = town();
    let [ann, bob, cat, dan] = ["ann", "bob", "cat", "dan"].map(|name| dao.person(name, 4 * COIN));
    let id = dao.begin(Class::Standard);
    let terms = dao.opened(id).unwrap();

    set_other_rules(&mut dao);
    dao.revoke(&bob).unwrap();
    dao.unstake(&cat, 4 * COIN).unwrap();
    dao.holder("whale", 1_000 * COIN);
    dao.person("eve", 1_000 * COIN);
    dao.register_delegate(&dan).unwrap();
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    assert_eq!(dao.opened(id).unwrap(), terms);
    dao.all_vote(id, Choice::Yes, [&ann, &bob, &cat]);
    dao.vote(&dan, id, Choice::No).unwrap();
    let tally = dao.tally(id);
    assert_eq!((tally.yes, tally.heads), (attested(6 * COIN, 12 * COIN), 3));
    assert_eq!(tally.no, attested(2 * COIN, 4 * COIN));
    assert!(dao.passes(id));
}

#[test]
fn x_min_is_what_shares_are_taken_of_while_less_is_staked() {
    let mut dao = town_with(|params| params.least_total_stake = (1_000 * COIN).into());
    let people = dao.people("ann", 3, 3 * COIN);
    let short = dao.begin(Class::Standard);
    dao.all_vote(short, Choice::Yes, &people);
    let conditions = dao.opened(short).unwrap().conditions;
    assert_eq!(dao.opened(short).unwrap().stake_base.u128(), 1_000 * COIN);
    assert!(conditions.quorum && conditions.threshold && conditions.stake_relative && conditions.head_count);
    assert!(!conditions.stake_support);

    // One per cent of X_min is 10 coins.
    dao.stake(&people[0], COIN).unwrap();
    let enough = dao.begin(Class::Standard);
    dao.all_vote(enough, Choice::Yes, &people);
    assert!(dao.passes(enough));
}
