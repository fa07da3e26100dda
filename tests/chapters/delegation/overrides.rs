//! A principal may always vote itself: before or after its delegate, the tally is the same (I7).

use cosmwasm_std::Addr;
use isonomia_api::voting::TallyInfo;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use crate::voting::town::{attested, town, weight, Town, COIN};

/// Every order of these.
fn permutations<T: Clone>(of: &[T]) -> Vec<Vec<T>> {
    let [] = of else {
        let rest_after = |index: usize| [&of[..index], &of[index + 1..]].concat();
        let begin =
            |index: usize| permutations(&rest_after(index)).into_iter().map(move |rest| (index, rest));
        let orders = (0..of.len()).flat_map(begin);
        return orders.map(|(index, rest)| [vec![of[index].clone()], rest].concat()).collect();
    };
    vec![vec![]]
}

/// These ballots in every order, each in a poll of its own; all tallies must be one, and all ballots too.
fn one_tally(dao: &mut Dao, ballots: &[(&Addr, Choice)]) -> TallyInfo {
    let orders = permutations(ballots);
    let polls = dao.begin_all(Class::Standard, orders.len());
    for (id, order) in polls.iter().zip(&orders) {
        order.iter().for_each(|(voter, choice)| drop(dao.vote(voter, *id, *choice).unwrap()));
    }
    let cast = |dao: &Dao, id: u64, who: &Addr| dao.ballot(id, who).unwrap().ballot.unwrap().cast;
    for id in &polls {
        assert_eq!(dao.tally(*id), dao.tally(polls[0]));
        for (voter, _) in ballots {
            assert_eq!(cast(dao, *id, voter), cast(dao, polls[0], voter));
        }
    }
    dao.tally(polls[0])
}

/// Ann, bob and cat delegate all they have to dan.
fn three_and_a_delegate(dao: &mut Dao) -> [Addr; 4] {
    let dan = dao.speaker("dan", COIN);
    let [ann, bob] = [dao.person("ann", 9 * COIN), dao.person("bob", 16 * COIN)];
    let cat = dao.holder("cat", 25 * COIN);
    for who in [&ann, &bob, &cat] {
        dao.delegate(who, &[(&dan, 10_000)]).unwrap();
    }
    [ann, bob, cat, dan]
}

#[test]
fn in_every_order_of_three_principals_and_their_delegate_the_tally_is_the_same() {
    let mut dao = town();
    let [ann, bob, cat, dan] = three_and_a_delegate(&mut dao);

    let ballots = [(&ann, Choice::Yes), (&bob, Choice::No), (&cat, Choice::No), (&dan, Choice::Yes)];
    let tally = one_tally(&mut dao, &ballots);

    assert_eq!((tally.yes, tally.heads), (attested(4 * COIN, 10 * COIN), 2));
    assert_eq!(tally.no, weight(4 * COIN, 41 * COIN, 25 * COIN));
}

#[test]
fn what_nobody_overrides_follows_the_delegate_in_every_order() {
    let mut dao = town();
    let [ann, bob, _, dan] = three_and_a_delegate(&mut dao);

    let tally = one_tally(&mut dao, &[(&ann, Choice::Abstain), (&bob, Choice::No), (&dan, Choice::Yes)]);

    assert_eq!((tally.yes, tally.heads), (weight(COIN, 26 * COIN, 25 * COIN), 1));
    assert_eq!((tally.no, tally.abstain), (attested(4 * COIN, 16 * COIN), attested(3 * COIN, 9 * COIN)));
}

#[test]
fn where_the_cap_binds_the_order_matters_no_more() {
    let mut dao = town();
    let [ann, bob, cat, dan] = three_and_a_delegate(&mut dao);
    dao.people("quiet", 17, COIN);
    // V = 1 + 3 + 4 + 17 = 25, n = 20: the cap is a quarter of V. Dan has 8 before overrides.
    let cap = 25 * COIN / 4;

    let one = one_tally(&mut dao, &[(&cat, Choice::No), (&dan, Choice::Yes)]);
    assert_eq!(one.yes, attested(cap, 26 * COIN));

    // Ann takes 3 of them: 5 are left, below the cap. Her 3 are counted in full.
    let two = one_tally(&mut dao, &[(&ann, Choice::Yes), (&dan, Choice::Yes), (&cat, Choice::Yes)]);
    assert_eq!(two.yes, weight(8 * COIN, 51 * COIN, 25 * COIN));

    let three = one_tally(
        &mut dao,
        &[(&ann, Choice::No), (&bob, Choice::No), (&cat, Choice::No), (&dan, Choice::Yes)],
    );
    assert_eq!((three.yes, three.no), (attested(COIN, COIN), weight(7 * COIN, 50 * COIN, 25 * COIN)));
}

#[test]
fn an_override_of_a_capped_delegate_takes_from_the_overflow_first() {
    let mut dao = town();
    let [ann, _, _, dan] = three_and_a_delegate(&mut dao);
    let eve = dao.person("eve", 16 * COIN);
    dao.delegate(&eve, &[(&dan, 10_000)]).unwrap();
    dao.people("quiet", 21, COIN);
    // V = 1 + 3 + 4 + 4 + 21 = 33, n = 25: the cap is a fifth. Dan has 12, and 9 without ann.
    let cap = 33 * COIN / 5;

    let tally = one_tally(&mut dao, &[(&ann, Choice::No), (&dan, Choice::Yes)]);

    assert_eq!(tally.yes, weight(cap, 58 * COIN, 25 * COIN));
    assert_eq!(tally.no, attested(3 * COIN, 9 * COIN));
}

#[test]
fn changed_minds_on_both_sides_leave_the_tally_of_the_last_words() {
    let mut dao = town();
    let [ann, _, _, dan] = three_and_a_delegate(&mut dao);
    let polls = dao.begin_all(Class::Standard, 2);

    for (voter, choice) in
        [(&dan, Choice::No), (&ann, Choice::Yes), (&dan, Choice::Yes), (&ann, Choice::Abstain)]
    {
        dao.vote(voter, polls[0], choice).unwrap();
    }
    for (voter, choice) in [(&ann, Choice::Abstain), (&dan, Choice::Yes)] {
        dao.vote(voter, polls[1], choice).unwrap();
    }

    assert_eq!(dao.tally(polls[0]), dao.tally(polls[1]));
    assert_eq!(dao.tally(polls[0]).abstain, attested(3 * COIN, 9 * COIN));
}

#[test]
fn a_principal_of_eight_delegates_takes_its_part_from_each() {
    let mut dao = town();
    let speakers: Vec<Addr> = (1..=8).map(|number| dao.speaker(&format!("dan {number}"), COIN)).collect();
    // isqrt(10^6 · 7 654 321) = 2 766 644
    let ann = dao.person("ann", 7_654_321);
    let split: Vec<(&Addr, u16)> = speakers.iter().map(|dan| (dan, 1_250)).collect();
    dao.delegate(&ann, &split).unwrap();
    let polls = dao.begin_all(Class::Standard, 2);
    let part = (2_766_644 / 8, 7_654_321 / 8);

    dao.all_vote(polls[0], Choice::Yes, &speakers);
    assert_eq!(dao.tally(polls[0]).yes, attested(8 * (COIN + part.0), 8 * (COIN + part.1)));
    dao.all_vote(polls[1], Choice::Yes, &speakers[..3]);
    for id in polls {
        dao.vote(&ann, id, Choice::No).unwrap();
        assert_eq!(dao.tally(id).no, attested(2_766_644, 7_654_321));
        for dan in &speakers {
            assert_eq!(dao.delegated(id, dan).unwrap().cast, attested(COIN, COIN));
        }
    }
}

#[test]
fn a_principal_with_nothing_of_its_own_has_nothing_to_override() {
    let mut dao = town();
    let dan = dao.speaker("dan", COIN);
    let ann = dao.person("ann", 0);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    let id = dao.begin(Class::Standard);

    let why = "the account had neither stake nor anything received when the poll opened";
    dao.refuses(why, |dao| dao.vote(&ann, id, Choice::No));
}
