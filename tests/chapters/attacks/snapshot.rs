//! Attacks on what is counted and when: rows 7, 17, 22, 23, 26 and 27.

use cosmwasm_std::Addr;
use isonomia_api::voting::ExecuteMsg;
use isonomia_core::class::Class;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use crate::voting::town::{attested, town, weight, Town, COIN};

#[test]
fn row_07_everybody_may_stake_renew_and_register_after_a_proposal_appears() {
    let mut dao = town();
    let [ann, bob] = [dao.person("ann", COIN), dao.person("bob", 4 * COIN)];
    let dan = dao.speaker("dan", COIN);
    dao.delegate(&bob, &[(&dan, 10_000)]).unwrap();
    dao.advance(180 * DAY);
    let attack = dao.proposed(Class::Standard);

    // Bob's delegation is dead; he has a day to renew it, and ann one to stake.
    dao.delegate(&bob, &[(&dan, 10_000)]).unwrap();
    dao.stake(&ann, 8 * COIN).unwrap();
    dao.register_delegate(&ann).unwrap();
    dao.advance(DAY);
    dao.all_vote(attack, Choice::No, [&dan, &ann]);

    assert_eq!(dao.tally(attack).no, attested(6 * COIN, 14 * COIN));
}

#[test]
fn row_07_nobody_can_vote_with_stake_bought_after_opening() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let id = dao.begin(Class::Standard);

    let whale = dao.holder("whale", 1_000 * COIN);
    dao.stake(&ann, 99 * COIN).unwrap();

    let why = "the account had neither stake nor anything received when the poll opened";
    dao.refuses(why, |dao| dao.vote(&whale, id, Choice::Yes));
    dao.vote(&ann, id, Choice::Yes).unwrap();
    assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
}

#[test]
fn row_07_delegations_do_not_all_die_in_one_block() {
    let mut dao = town();
    let mut ends = Vec::new();
    for number in 0..3 {
        let dan = dao.speaker(&format!("dan {number}"), COIN);
        let ann = dao.person(&format!("ann {number}"), COIN);
        dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
        ends.push((ann, dao.now() + 180 * DAY));
        dao.advance(20 * DAY);
    }

    for dead in 0..3 {
        dao.advance_to(ends[dead].1);
        let lives = |(ann, _): &(Addr, u64)| dao.account(ann).unwrap().delegation[0].lives;
        let living = ends.iter().filter(|each| lives(each)).count();
        assert_eq!(living, 2 - dead);
    }
}

#[test]
fn row_17_sham_flips_burn_the_extensions_and_leave_nothing_to_snipe_with() {
    let mut dao = town();
    let (yes, no) = (dao.people("yes", 3, 4 * COIN), dao.people("no", 3, 4 * COIN));
    let [sham, sniper] = [dao.person("sham", 4 * COIN), dao.person("sniper", 100 * COIN)];
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::Yes, &yes);
    dao.all_vote(id, Choice::No, &no);
    for choice in [Choice::Yes, Choice::No] {
        dao.advance_to(dao.opened(id).unwrap().closes - 1);
        dao.vote(&sham, id, choice).unwrap();
    }
    assert_eq!(dao.opened(id).unwrap().extensions, 2);

    dao.advance_to(dao.opened(id).unwrap().closes - 1);
    let why = "the close has moved twice: a ballot may now only be No, or change a Yes to No or Abstain";
    dao.refuses(why, |dao| dao.vote(&sniper, id, Choice::Yes));
    dao.refuses(why, |dao| dao.vote(&no[0], id, Choice::Abstain));

    assert_eq!(dao.close(id), ProposalStage::Defeated { why: Defeat::Threshold });
}

#[test]
fn row_22_of_twenty_five_people_one_delegate_is_a_fifth_and_no_majority() {
    let mut dao = town();
    let dan = dao.speaker("dan", COIN);
    let people = dao.people("ann", 24, COIN);
    people.iter().for_each(|ann| drop(dao.delegate(ann, &[(&dan, 10_000)]).unwrap()));
    let id = dao.begin(Class::Critical);

    dao.vote(&dan, id, Choice::Yes).unwrap();

    // 20 % of V is under the quorum of a Critical, and one head is no five.
    let opened = dao.opened(id).unwrap();
    assert_eq!((opened.tally.yes.power.u128(), opened.totals.power.u128()), (5 * COIN, 25 * COIN));
    assert!(!opened.conditions.quorum && !opened.conditions.head_count);
}

#[test]
fn row_23_resigning_and_registering_again_revives_no_delegation() {
    let mut dao = town();
    let (ann, dan) = (dao.person("ann", 100 * COIN), dao.speaker("dan", COIN));
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();

    // Even in one block.
    dao.next_block();
    dao.to_voting_now(&dan, &ExecuteMsg::Resign {});
    dao.to_voting_now(&dan, &ExecuteMsg::RegisterDelegate {});
    let id = dao.begin(Class::Standard);
    dao.vote(&dan, id, Choice::Yes).unwrap();

    assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
    dao.vote(&ann, id, Choice::No).unwrap();
    assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
}

#[test]
fn row_26_overriding_a_delegate_that_carries_nothing_takes_nothing() {
    // Resigned, revoked, expired, or registered again: in none of them does ann's ballot reach dan's.
    type Ending = fn(&mut Dao, &Addr);
    let endings: [(Ending, u128); 4] = [
        (|dao, dan| drop(dao.resign(dan).unwrap()), COIN),
        (|dao, dan| drop(dao.revoke(dan).unwrap()), 0),
        (|dao, _| dao.advance(180 * DAY), COIN),
        (
            |dao, dan| {
                dao.resign(dan).unwrap();
                dao.register_delegate(dan).unwrap();
            },
            COIN,
        ),
    ];
    for (ending, power) in endings {
        for delegate_first in [true, false] {
            let mut dao = town();
            let (ann, dan) = (dao.person("ann", 100 * COIN), dao.speaker("dan", COIN));
            dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
            ending(&mut dao, &dan);
            let id = dao.begin(Class::Standard);

            let both = [(&dan, Choice::Yes), (&ann, Choice::No)];
            let order = if delegate_first { [0, 1] } else { [1, 0] };
            order.iter().for_each(|who| drop(dao.vote(both[*who].0, id, both[*who].1).unwrap()));

            let tally = dao.tally(id);
            assert_eq!(tally.yes, weight(power, COIN, COIN - power));
            assert_eq!(tally.no, attested(10 * COIN, 100 * COIN));
        }
    }
}

#[test]
fn row_27_a_dao_of_nobody_and_nothing_answers() {
    let mut dao = town();
    let [ann, id] = [dao.addr("ann"), dao.addr("nobody")];
    assert_eq!(dao.account(&id).unwrap().own, weight(0, 0, 0));
    for class in Class::ALL {
        let id = dao.begin(class);
        let opened = dao.opened(id).unwrap();
        assert_eq!((opened.cap.u128(), opened.yes_side.u128(), opened.passes), (0, 0, false));
        assert!(!opened.conditions.quorum);
        let why = "the account had neither stake nor anything received when the poll opened";
        dao.refuses(why, |dao| dao.vote(&ann, id, Choice::Yes));
        assert_eq!(dao.close(id), ProposalStage::Defeated { why: Defeat::Quorum });
    }
}
