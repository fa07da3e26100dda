//! Two keys and a head-count: no whale passes anything without people, no crowd without stake.

use isonomia_core::class::Class;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Conditions;

use crate::voting::town::{town, town_with, Town, COIN};

const ALL_HOLD: Conditions =
    Conditions { quorum: true, threshold: true, stake_relative: true, stake_support: true, head_count: true };

#[test]
fn a_whale_without_people_passes_nothing() {
    let mut dao = town();
    dao.people("ann", 10, COIN);
    let whale = dao.holder("whale", 1_000_000 * COIN);
    for class in Class::ALL {
        let id = dao.begin(class);
        dao.vote(&whale, id, Choice::Yes).unwrap();
        let conditions = dao.opened(id).unwrap().conditions;
        assert!(!conditions.quorum && !conditions.threshold, "{class:?}");
        assert!(conditions.stake_relative && conditions.stake_support, "{class:?}");
        assert_eq!(dao.close(id), ProposalStage::Defeated { why: Defeat::Quorum });
    }
}

#[test]
fn people_without_stake_pass_nothing_against_the_stake() {
    let mut dao = town();
    let people = dao.people("ann", 10, COIN);
    let whale = dao.holder("whale", 100 * COIN);
    for class in [Class::Standard, Class::Critical, Class::Emergency] {
        let id = dao.begin(class);
        dao.all_vote(id, Choice::Yes, &people);
        dao.vote(&whale, id, Choice::No).unwrap();
        let conditions = dao.opened(id).unwrap().conditions;
        assert!(conditions.quorum && conditions.threshold && !conditions.stake_relative, "{class:?}");
        assert_eq!(dao.close(id), ProposalStage::Defeated { why: Defeat::StakeRelative });
    }
    // An opinion needs no stake.
    let id = dao.begin(Class::Signal);
    dao.all_vote(id, Choice::Yes, &people);
    dao.vote(&whale, id, Choice::No).unwrap();
    assert_eq!(dao.close(id), ProposalStage::Adopted);
}

#[test]
fn the_stake_key_turns_at_exactly_a_third_and_a_half() {
    // Yes has 100 coins. θ = 33.33 %: at most 200 coins and 20 thousandths may oppose it; θ = 50 %: at most 100.
    let third = 100 * COIN * 6_667 / 3_333;
    for (class, at) in [(Class::Standard, third), (Class::Critical, 100 * COIN)] {
        for (no, turns) in [(at, true), (at + 1, false)] {
            let mut dao = town();
            let people = dao.people("ann", 25, 4 * COIN);
            let whale = dao.holder("whale", no);
            let id = dao.begin(class);
            dao.all_vote(id, Choice::Yes, &people);
            dao.vote(&whale, id, Choice::No).unwrap();
            assert_eq!(dao.opened(id).unwrap().conditions, Conditions { stake_relative: turns, ..ALL_HOLD });
        }
    }
}

#[test]
fn a_whale_that_only_abstains_does_not_help_no_but_support_is_of_all_stake() {
    // g = 1 %: ten coins of Yes are enough for a thousand, and not for a thousand and one.
    for (all, supports) in [(1_000, true), (1_001, false)] {
        let mut dao = town();
        let people = dao.people("ann", 10, COIN);
        let whale = dao.holder("whale", (all - 10) * COIN);
        let id = dao.begin(Class::Standard);
        dao.all_vote(id, Choice::Yes, &people);
        dao.vote(&whale, id, Choice::Abstain).unwrap();
        assert_eq!(dao.opened(id).unwrap().conditions, Conditions { stake_support: supports, ..ALL_HOLD });
    }
}

#[test]
fn the_peoples_key_is_strict() {
    // Emergency, τ = 75 %: 6 of 8 are not more than three quarters.
    let mut dao = town();
    let (yes, no) = (dao.people("yes", 6, COIN), dao.people("no", 2, COIN));
    let last = dao.person("last", 1);
    let id = dao.begin(Class::Emergency);
    dao.all_vote(id, Choice::Yes, &yes);
    dao.all_vote(id, Choice::No, &no);
    assert_eq!(dao.opened(id).unwrap().conditions, Conditions { threshold: false, ..ALL_HOLD });

    dao.vote(&last, id, Choice::Yes).unwrap();
    assert_eq!(dao.opened(id).unwrap().conditions, ALL_HOLD);
}

#[test]
fn the_quorum_is_approval_and_counts_attested_yes_alone() {
    // q = 15 % of V = 20 coins: three people with a coin each are exactly enough.
    let mut dao = town();
    let (yes, others) = (dao.people("yes", 3, COIN), dao.people("other", 17, COIN));
    let whale = dao.holder("whale", 20 * COIN);
    let [id, short] = dao.begin_all(Class::Standard, 2)[..] else { unreachable!() };
    dao.all_vote(id, Choice::Yes, &yes);
    assert_eq!(dao.opened(id).unwrap().conditions, ALL_HOLD);

    dao.all_vote(short, Choice::Yes, yes[..2].iter().chain([&whale]));
    dao.all_vote(short, Choice::Abstain, &others);
    let conditions = dao.opened(short).unwrap().conditions;
    assert_eq!(conditions, Conditions { quorum: false, head_count: false, ..ALL_HOLD });
}

#[test]
fn three_heads_are_needed_and_a_delegate_is_one() {
    let mut dao = town();
    let [dan, ann, bob] = [dao.speaker("dan", COIN), dao.person("ann", COIN), dao.person("bob", COIN)];
    let crowd = dao.people("crowd", 9, COIN);
    crowd.iter().for_each(|who| drop(dao.delegate(who, &[(&dan, 10_000)]).unwrap()));
    let id = dao.begin(Class::Standard);

    // Dan speaks for nine and is one head; ann is the second.
    dao.all_vote(id, Choice::Yes, [&dan, &ann]);
    let opened = dao.opened(id).unwrap();
    assert_eq!((opened.tally.heads, opened.heads_needed), (2, 3));
    assert_eq!(opened.conditions, Conditions { head_count: false, ..ALL_HOLD });
    dao.vote(&bob, id, Choice::Yes).unwrap();
    assert_eq!(dao.opened(id).unwrap().conditions, ALL_HOLD);
    // A principal that votes itself is a head of its own.
    dao.vote(&crowd[0], id, Choice::Yes).unwrap();
    assert_eq!(dao.tally(id).heads, 4);
    dao.vote(&dan, id, Choice::No).unwrap();
    assert_eq!(dao.tally(id).heads, 3);
}

#[test]
fn heads_have_power_of_their_own_and_were_attested_at_the_snapshot() {
    let mut dao = town();
    let (poor, eve, ann) = (dao.speaker("poor", 0), dao.holder("eve", COIN), dao.person("ann", COIN));
    let fay = dao.person("fay", COIN);
    dao.delegate(&fay, &[(&poor, 10_000)]).unwrap();
    let id = dao.begin(Class::Standard);
    dao.attest(&eve, crate::voting::town::FOR_EVER).unwrap();
    dao.revoke(&ann).unwrap();

    dao.all_vote(id, Choice::Yes, [&poor, &eve, &ann]);

    assert_eq!(dao.tally(id).heads, 1);
}

#[test]
fn so_many_heads_are_needed_as_the_smaller_of_h_and_a_fifth_of_the_people() {
    // h = 5 for a Critical, 25 at most: min(h, max(3, n / 5))
    for (people, critical, most) in [(1, 3, 3), (19, 3, 3), (20, 4, 4), (25, 5, 5), (49, 5, 9)] {
        let mut dao = town_with(|params| params.rules.standard.head_count = 25);
        dao.people("ann", people, COIN);
        let (id, other) = (dao.begin(Class::Critical), dao.begin(Class::Standard));
        assert_eq!(dao.opened(id).unwrap().heads_needed, critical);
        assert_eq!(dao.opened(other).unwrap().heads_needed, most);
    }
}
