//! Parts: floors of each component; what is not delegated is cast by oneself alone.

use cosmwasm_std::Addr;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use crate::voting::town::{attested, town, weight, Town, COIN};

fn received(dao: &Dao, who: &Addr) -> isonomia_api::voting::Weight {
    dao.account(who).unwrap().delegate.unwrap().received
}

#[test]
fn parts_are_floors_of_each_component() {
    let mut dao = town();
    let [dan, eve] = [dao.speaker("dan", 0), dao.speaker("eve", 0)];
    // isqrt(10^6 · 1 999 999) = 1 414 213
    let ann = dao.person("ann", 1_999_999);
    let bob = dao.holder("bob", 999);

    dao.delegate(&ann, &[(&dan, 3_333), (&eve, 6_667)]).unwrap();
    dao.delegate(&bob, &[(&dan, 9), (&eve, 9_991)]).unwrap();

    // 1 414 213 · 0.3333 = 471 357.19…, 1 999 999 · 0.3333 = 666 599.66…, and of 999 · 0.0009 nothing is left.
    assert_eq!(received(&dao, &dan), attested(471_357, 666_599));
    // 942 855.80…, 1 333 399.33…, 998.10…
    assert_eq!(received(&dao, &eve), weight(942_855, 1_333_399 + 998, 998));
}

#[test]
fn what_is_not_delegated_is_cast_by_the_principal_alone() {
    let mut dao = town();
    let [dan, ann] = [dao.speaker("dan", COIN), dao.person("ann", 16 * COIN)];
    dao.delegate(&ann, &[(&dan, 2_500)]).unwrap();
    let id = dao.begin(Class::Standard);

    dao.vote(&dan, id, Choice::Yes).unwrap();
    assert_eq!(dao.tally(id).yes, attested(2 * COIN, 5 * COIN));
    dao.vote(&ann, id, Choice::No).unwrap();

    assert_eq!(dao.tally(id).yes, attested(COIN, COIN));
    assert_eq!(dao.tally(id).no, attested(4 * COIN, 16 * COIN));
}

#[test]
fn delegating_again_replaces_all_of_it() {
    let mut dao = town();
    let [dan, eve] = [dao.speaker("dan", COIN), dao.speaker("eve", COIN)];
    let ann = dao.person("ann", 16 * COIN);
    let (all, none) = (dao.totals().unwrap(), attested(0, 0));

    dao.delegate(&ann, &[(&dan, 6_000), (&eve, 4_000)]).unwrap();
    dao.delegate(&ann, &[(&eve, 5_000)]).unwrap();
    assert_eq!((received(&dao, &dan), received(&dao, &eve)), (none.clone(), attested(2 * COIN, 8 * COIN)));
    dao.undelegate(&ann).unwrap();
    assert_eq!((received(&dao, &dan), received(&dao, &eve)), (none.clone(), none));

    // I14: neither V nor X has moved.
    assert_eq!(dao.totals().unwrap(), all);
    dao.refuses("the account does not delegate", |dao| dao.undelegate(&ann));
}

#[test]
fn what_a_principal_does_later_follows_into_every_part() {
    let mut dao = town();
    let [dan, eve] = [dao.speaker("dan", COIN), dao.speaker("eve", COIN)];
    let ann = dao.holder("ann", COIN);
    dao.delegate(&ann, &[(&dan, 5_000), (&eve, 2_500)]).unwrap();
    let both = |dao: &Dao| (received(dao, &dan), received(dao, &eve));
    let far = crate::voting::town::FOR_EVER;

    assert_eq!(both(&dao), (weight(0, COIN / 2, COIN / 2), weight(0, COIN / 4, COIN / 4)));
    dao.stake(&ann, 15 * COIN).unwrap();
    assert_eq!(both(&dao), (weight(0, 8 * COIN, 8 * COIN), weight(0, 4 * COIN, 4 * COIN)));
    dao.attest(&ann, far).unwrap();
    assert_eq!(both(&dao), (attested(2 * COIN, 8 * COIN), attested(COIN, 4 * COIN)));
    dao.unstake(&ann, 12 * COIN).unwrap();
    assert_eq!(both(&dao), (attested(COIN, 2 * COIN), attested(COIN / 2, COIN)));
    dao.revoke(&ann).unwrap();
    assert_eq!(both(&dao), (weight(0, 2 * COIN, 2 * COIN), weight(0, COIN, COIN)));
}

#[test]
fn unattested_stake_stays_unattested_in_the_hands_of_a_delegate() {
    let mut dao = town();
    let (ann, dan) = (dao.holder("ann", 100 * COIN), dao.speaker("dan", 4 * COIN));
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    let id = dao.begin(Class::Standard);

    dao.vote(&dan, id, Choice::Yes).unwrap();

    // I19: 100 coins add no power, and no more to the side than a ninth of what attested power says Yes.
    let opened = dao.opened(id).unwrap();
    assert_eq!(opened.tally.yes, weight(2 * COIN, 104 * COIN, 100 * COIN));
    assert_eq!(opened.yes_side.u128(), 2 * COIN + 100 * 2 * COIN / 104 / 9);
}

#[test]
fn the_shape_of_a_split_is_checked() {
    let mut dao = town();
    let speakers: Vec<Addr> = (1..=9).map(|number| dao.speaker(&format!("dan {number}"), COIN)).collect();
    let [ann, bob] = [dao.person("ann", COIN), dao.person("bob", COIN)];
    let dan = &speakers[0];
    let nine: Vec<(&Addr, u16)> = speakers.iter().map(|each| (each, 1_000)).collect();

    let refused: [(String, Vec<(&Addr, u16)>); 9] = [
        ("a delegation names at least one delegate; undelegate to take it back".into(), vec![]),
        ("a delegation names at most 8 delegates, not 9".into(), nine.clone()),
        (format!("the part of {dan} is zero"), vec![(dan, 0)]),
        (format!("the part of {dan} is zero"), vec![(&speakers[1], 10_000), (dan, 0)]),
        ("the parts sum to 10001 basis points, more than 10000".into(), vec![(dan, 10_001)]),
        (
            "the parts sum to 10001 basis points, more than 10000".into(),
            vec![(dan, 10_000), (&speakers[1], 1)],
        ),
        (format!("{dan} is named twice"), vec![(dan, 1), (dan, 1)]),
        ("an account cannot delegate to itself".into(), vec![(&ann, 10_000)]),
        (format!("{bob} is not a registered delegate"), vec![(dan, 1), (&bob, 1)]),
    ];
    for (why, to) in refused {
        dao.refuses(&why, |dao| dao.delegate(&ann, &to));
    }

    dao.delegate(&ann, &nine[..8]).unwrap();
    dao.delegate(&ann, &[(dan, 1), (&speakers[1], 9_999)]).unwrap();
}
