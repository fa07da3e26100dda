//! Nullifiers: one person, one account.

use isonomia_identity::error::ContractError;
use isonomia_identity::nullifiers::NullifierError;
use isonomia_identity::roll::RollError;

use crate::world::{addr, nullifier, World, DAY};

fn taken(name: &str) -> ContractError {
    NullifierError::Taken { account: addr(name) }.into()
}

#[test]
fn nobody_is_counted_twice_by_two_issuers() {
    let mut world = World::of(&["parish", "union"]);
    world.state("parish", "ann", &nullifier("ann")).unwrap();

    assert_eq!(world.state_refused("union", "annika", &nullifier("ann")), taken("ann"));
    world.mature();
    world.activate("ann").unwrap();
    assert_eq!(world.state_refused("union", "annika", &nullifier("ann")), taken("ann"));
    assert_eq!(world.stage("annika"), None);
}

#[test]
fn an_account_that_is_attested_is_one_person() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");

    let refused = world.state_refused("parish", "ann", &nullifier("bob"));

    assert_eq!(refused, RollError::AttestedOtherwise { account: addr("ann") }.into());
}

#[test]
fn a_nullifier_is_held_for_30_days_after_the_end() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.revoke(&addr("parish"), &["ann"]).unwrap();
    let until = world.now() + 30 * DAY;
    world.wait(30 * DAY - 1);

    let refused = world.state_refused("parish", "annika", &nullifier("ann"));

    assert_eq!(refused, NullifierError::Held { account: addr("ann"), until, now: until - 1 }.into());
    world.wait(1);
    world.state("parish", "annika", &nullifier("ann")).unwrap();
    assert_eq!(world.state_refused("parish", "ann", &nullifier("ann")), taken("annika"));
}

#[test]
fn its_last_account_need_not_wait() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.revoke(&addr("parish"), &["ann"]).unwrap();

    world.attest("parish", "ann");

    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn what_never_lived_is_free_at_once() {
    let mut world = World::of(&["parish"]);
    world.state("parish", "ann", &nullifier("mistaken")).unwrap();
    world.state("parish", "ann", &nullifier("ann")).unwrap();

    world.state("parish", "bob", &nullifier("mistaken")).unwrap();

    assert_eq!(world.record("bob").unwrap().nullifier, nullifier("mistaken"));
}

#[test]
fn a_hold_is_not_shed_by_maturing_again_under_it() {
    let mut world = World::of(&["parish", "union"]);
    world.attest("parish", "ann");
    world.revoke(&addr("parish"), &["ann"]).unwrap();
    let (until, now) = (world.now() + 30 * DAY, world.now());
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.state("union", "ann", &nullifier("ann of the union")).unwrap();

    let refused = world.state_refused("parish", "annika", &nullifier("ann"));

    assert_eq!(refused, NullifierError::Held { account: addr("ann"), until, now }.into());
    world.wait(30 * DAY);
    world.state("parish", "annika", &nullifier("ann")).unwrap();
}
