//! A cw4 group: read by the helper of the cw4 crate, which reads the keys of a group as well as asking it.

use cosmwasm_std::Addr;
use cw4::{Cw4Contract, Member};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use crate::voting::town::*;

/// Voting, as whoever has a group sees it.
fn group(dao: &Dao) -> Cw4Contract {
    Cw4Contract(dao.contracts.voting.clone())
}

/// The weight under the key of a member.
fn weight_of(dao: &Dao, who: &Addr) -> Option<u64> {
    group(dao).is_member(&dao.app.wrap(), who, None).unwrap()
}

/// The weight under the key of the total.
fn total(dao: &Dao) -> u64 {
    group(dao).total_weight(&dao.app.wrap()).unwrap()
}

/// What the keys say of these people and of all, after each of whom something has happened.
fn keys<const N: usize>(dao: &Dao, people: [&Addr; N]) -> ([Option<u64>; N], u64) {
    (people.map(|who| weight_of(dao, who)), total(dao))
}

const UNIT: u64 = COIN as u64;

#[test]
fn a_new_group_has_no_members_and_a_total() {
    let dao = town();
    let (group, chain) = (group(&dao), dao.app.wrap());

    assert_eq!(total(&dao), 0);
    assert_eq!(group.list_members(&chain, None, None).unwrap(), vec![]);
    assert_eq!(group.admin(&chain).unwrap(), None);
    assert_eq!(group.hooks(&chain).unwrap(), Vec::<String>::new());
}

#[test]
fn members_are_those_who_are_attested_and_have_a_stake() {
    let mut dao = town();
    let [ann, bob, eve] = [dao.addr("ann"), dao.person("bob", 4 * COIN), dao.holder("eve", 100 * COIN)];

    dao.attest(&ann, FOR_EVER).unwrap();
    assert_eq!(keys(&dao, [&ann, &bob, &eve]), ([None, Some(2 * UNIT), None], 2 * UNIT));
    dao.stake(&ann, 9 * COIN).unwrap();
    assert_eq!(keys(&dao, [&ann, &bob, &eve]), ([Some(3 * UNIT), Some(2 * UNIT), None], 5 * UNIT));
    dao.unstake(&bob, 4 * COIN).unwrap();
    assert_eq!(keys(&dao, [&ann, &bob, &eve]), ([Some(3 * UNIT), None, None], 3 * UNIT));
    dao.attest(&eve, FOR_EVER).unwrap();
    assert_eq!(keys(&dao, [&ann, &bob, &eve]), ([Some(3 * UNIT), None, Some(10 * UNIT)], 13 * UNIT));
    dao.revoke(&ann).unwrap();
    assert_eq!(keys(&dao, [&ann, &bob, &eve]), ([None, None, Some(10 * UNIT)], 10 * UNIT));
}

#[test]
fn whoever_expires_stays_a_member_until_somebody_pokes() {
    let mut dao = town();
    let [ann, keeper] = [dao.holder("ann", 9 * COIN), dao.addr("keeper")];
    let until = dao.now() + DAY;
    dao.attest(&ann, until).unwrap();

    dao.advance_to(until + DAY);
    assert_eq!(keys(&dao, [&ann]), ([Some(3 * UNIT)], 3 * UNIT));
    dao.poke(&keeper, &[&ann]).unwrap();
    assert_eq!(keys(&dao, [&ann]), ([None], 0));
}

#[test]
fn dust_that_weighs_nothing_makes_no_member() {
    let mut dao = town_with(|params| params.floor_stake = 37_000_000u128.into());

    let ann = dao.person("ann", 1);
    assert_eq!(keys(&dao, [&ann]), ([None], 0));
    dao.stake(&ann, 36_999_999).unwrap();
    assert_eq!(keys(&dao, [&ann]), ([Some(6_082_762)], 6_082_762));
}

#[test]
fn delegating_moves_no_weight() {
    let mut dao = town();
    let [ann, dan] = [dao.person("ann", 9 * COIN), dao.speaker("dan", COIN)];
    let before = keys(&dao, [&ann, &dan]);

    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    let poll = dao.begin(Class::Standard);
    dao.vote(&dan, poll, Choice::Yes).unwrap();

    assert_eq!(keys(&dao, [&ann, &dan]), before);
    assert_eq!(before, ([Some(3 * UNIT), Some(UNIT)], 4 * UNIT));
}

/// Past weights come from the one history, present ones from the keys: both must tell one story.
#[test]
fn a_weight_at_a_height_is_that_at_the_start_of_the_block() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    let (group, before) = (group(&dao), dao.height());
    dao.next_block();
    let height = dao.height();
    dao.stake_now(&ann, 3 * COIN);

    let chain = dao.app.wrap();
    let at = |height| group.member_at_height(&chain, &ann, height).unwrap();
    assert_eq!((at(Some(0)), at(Some(before)), at(Some(height))), (None, None, Some(UNIT)));
    assert_eq!(
        (at(Some(height + 1)), at(Some(u64::MAX)), at(None)),
        (Some(2 * UNIT), Some(2 * UNIT), Some(2 * UNIT))
    );
    assert_eq!(weight_of(&dao, &ann), at(None));
}

#[test]
fn who_is_no_account_has_no_weight_and_what_is_no_address_fails() {
    let dao = town();
    let chain = dao.app.wrap();

    assert_eq!(group(&dao).member_at_height(&chain, dao.addr("nobody"), None).unwrap(), None);
    assert!(group(&dao).member_at_height(&chain, "nobody at all", None).is_err());
    assert!(group(&dao).list_members(&chain, Some("nobody at all".to_string()), None).is_err());
}

/// As `dao-voting-cw4` does before it takes a group.
#[test]
fn one_member_is_listed_where_one_is_asked_for() {
    let mut dao = town();
    let [ann, bob] = [dao.person("ann", COIN), dao.person("bob", 4 * COIN)];
    let member = |who: &Addr, weight| Member { addr: who.to_string(), weight };
    let mut members = [member(&ann, UNIT), member(&bob, 2 * UNIT)];
    members.sort_by(|one, other| one.addr.cmp(&other.addr));

    let page = |after, limit| group(&dao).list_members(&dao.app.wrap(), after, Some(limit)).unwrap();
    assert_eq!(page(None, 1), members[..1]);
    assert_eq!(page(Some(members[0].addr.clone()), 1), members[1..]);
    assert_eq!(page(None, 2), members);
}

#[test]
fn nobody_changes_members_by_hand_or_hooks_on() {
    let mut dao = town();
    let [timelock, registrar] = [dao.contracts.timelock.clone(), dao.addr("registrar")];
    let voting = dao.contracts.voting.clone();

    for sender in [timelock, registrar] {
        let add = group(&dao).add_hook(&sender).unwrap();
        let update = group(&dao).update_admin(Some(&sender)).unwrap();
        for message in [add, update] {
            let before = dao.app.dump_wasm_raw(&voting);
            let refused =
                cw_multi_test::Executor::execute(&mut dao.app, sender.clone(), message).unwrap_err();
            assert!(refused.root_cause().to_string().contains("unknown variant"), "{refused:#}");
            assert!(dao.app.dump_wasm_raw(&voting) == before);
        }
    }
}
