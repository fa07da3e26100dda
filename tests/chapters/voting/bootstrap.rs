//! The bootstrap: stake alone judges, linearly, until the first poll with enough people latches two keys for ever.

use isonomia_api::voting::ExecuteMsg;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Mode;
use isonomia_embedded::Dao;

use super::town::{town_with, Town, COIN, FOR_EVER};

fn founding() -> Dao {
    town_with(|params| params.min_attested = 3)
}

fn mode(dao: &Dao, id: u64) -> Mode {
    dao.opened(id).unwrap().mode
}

#[test]
fn before_the_latch_sides_are_stake_and_not_its_root() {
    let mut dao = founding();
    let [ann, bob] = [dao.person("ann", 16 * COIN), dao.person("bob", 16 * COIN)];
    let whale = dao.holder("whale", 33 * COIN);
    let id = dao.begin(Class::Standard);

    dao.all_vote(id, Choice::No, [&ann, &bob]);
    dao.vote(&whale, id, Choice::Yes).unwrap();

    let opened = dao.opened(id).unwrap();
    assert_eq!((opened.mode, opened.passes), (Mode::Bootstrap, true));
    assert_eq!((opened.yes_side.u128(), opened.no_side.u128()), (33 * COIN, 32 * COIN));
}

#[test]
fn before_the_latch_a_tie_fails() {
    let mut dao = founding();
    let [ann, bob] = [dao.holder("ann", COIN), dao.holder("bob", COIN)];
    let id = dao.begin(Class::Standard);

    dao.vote(&ann, id, Choice::Yes).unwrap();
    assert!(dao.passes(id));
    dao.vote(&bob, id, Choice::No).unwrap();

    assert!(!dao.opened(id).unwrap().conditions.threshold);
}

#[test]
fn before_the_latch_the_quorum_is_a_share_of_stake() {
    // 15 % of 200 coins are 30.
    for (stake, passes) in [(30 * COIN, true), (30 * COIN - 1, false)] {
        let mut dao = town_with(|params| {
            params.min_attested = 3;
            params.least_total_stake = (200 * COIN).into();
        });
        let ann = dao.holder("ann", stake);
        let id = dao.begin(Class::Standard);

        dao.vote(&ann, id, Choice::Yes).unwrap();

        assert_eq!(dao.opened(id).unwrap().conditions.quorum, passes);
        assert_eq!(dao.passes(id), passes);
    }
}

#[test]
fn before_the_latch_a_critical_needs_a_third_of_all_stake() {
    for (stake, passes) in [(100 * COIN, true), (100 * COIN - 1, false)] {
        let mut dao = founding();
        let ann = dao.holder("ann", stake);
        dao.holder("quiet", 300 * COIN - stake);
        let id = dao.begin(Class::Critical);

        dao.vote(&ann, id, Choice::Yes).unwrap();

        let conditions = dao.opened(id).unwrap().conditions;
        assert_eq!((conditions.stake_support, conditions.pass()), (passes, passes));
        assert!(
            conditions.quorum && conditions.threshold && conditions.stake_relative && conditions.head_count
        );
    }
}

#[test]
fn the_first_poll_with_enough_people_latches_two_keys_for_ever() {
    let mut dao = founding();
    let people = dao.people("ann", 2, COIN);
    let early = dao.begin(Class::Signal);
    let third = dao.person("bob", COIN);
    assert!(!dao.registry().unwrap().latched);

    let first = dao.begin(Class::Signal);
    assert_eq!((mode(&dao, early), mode(&dao, first)), (Mode::Bootstrap, Mode::TwoKey));
    assert!(dao.registry().unwrap().latched);

    // The latch outlives the people, and the early poll keeps its mode.
    dao.revoke(&third).unwrap();
    dao.revoke(&people[0]).unwrap();
    let later = dao.begin(Class::Signal);
    assert_eq!((mode(&dao, early), mode(&dao, later)), (Mode::Bootstrap, Mode::TwoKey));
}

#[test]
fn people_that_come_in_the_opening_block_do_not_latch() {
    let mut dao = founding();
    dao.people("ann", 2, COIN);
    let [bob, registrar] = ["bob", "registrar"].map(|name| dao.addr(name));
    let id = dao.due(Class::Signal);

    dao.next_block();
    let attest = ExecuteMsg::Attest { account: bob.to_string(), until: FOR_EVER };
    dao.to_voting_now(&registrar, &attest);
    dao.open_now(id);

    assert_eq!(mode(&dao, id), Mode::Bootstrap);
}

#[test]
fn without_ready_no_number_of_people_latches() {
    let registrar = founding().addr("registrar").into_string();
    let builder = crate::dao().with(|params| {
        params.min_attested = 3;
        params.registrar = Some(registrar);
    });
    let mut dao = builder.build().unwrap();
    dao.people("ann", 5, COIN);
    let registrar = dao.addr("registrar");
    let [before, within, after] = [0; 3].map(|_| dao.proposed(Class::Signal));

    dao.next_block();
    dao.open_now(before);
    dao.next_block();
    dao.to_voting_now(&registrar, &ExecuteMsg::Ready {});
    dao.open_now(within);
    assert!(dao.registry().unwrap().ready);
    dao.next_block();
    // A second declaration does not begin again.
    dao.to_voting_now(&registrar, &ExecuteMsg::Ready {});
    dao.open_now(after);

    let modes = [before, within, after].map(|id| mode(&dao, id));
    assert_eq!(modes, [Mode::Bootstrap, Mode::Bootstrap, Mode::TwoKey]);
}

#[test]
fn another_registrar_starts_without_having_declared_itself_ready() {
    let mut dao = founding();
    let [other, timelock] = [dao.addr("other"), dao.contracts.timelock.clone()];
    let voting = dao.contracts.voting.clone();
    let set = ExecuteMsg::SetRegistrar { registrar: other.to_string() };
    dao.people("ann", 3, COIN);
    assert!(dao.registry().unwrap().ready);

    dao.call(&timelock, &voting, &set).unwrap();
    assert!(!dao.registry().unwrap().ready);
    let before = dao.begin(Class::Signal);
    let registrar = dao.addr("registrar");
    let why = format!("only {other} may do this, not {registrar}");
    dao.refuses(&why, |dao| dao.declare_ready());
    dao.call(&other, &voting, &ExecuteMsg::Ready {}).unwrap();
    let after = dao.begin(Class::Signal);

    assert_eq!((mode(&dao, before), mode(&dao, after)), (Mode::Bootstrap, Mode::TwoKey));
}

#[test]
fn with_a_line_of_nobody_two_keys_hold_at_once_and_nobody_passes_anything() {
    let mut dao = town_with(|_| {});
    let whale = dao.holder("whale", 100 * COIN);
    let id = dao.begin(Class::Signal);

    dao.vote(&whale, id, Choice::Yes).unwrap();

    let opened = dao.opened(id).unwrap();
    assert_eq!((opened.mode, opened.yes_side.u128(), opened.cap.u128()), (Mode::TwoKey, 0, 0));
    assert!(!opened.conditions.quorum && !opened.conditions.threshold);
}
