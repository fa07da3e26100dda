//! Renewing: in the last 45 days, at once, by whichever issuer.

use isonomia_api::identity::{AttestationStage, ExecuteMsg};
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;
use isonomia_identity::issuers::IssuerError;

use crate::world::{addr, crowd, nullifier, World, DAY};

#[test]
fn ann_renews_from_the_45th_day_before_the_end() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    let from = world.life() - 45 * DAY;
    world.wait(135 * DAY - 1);

    let refused = world.state_refused("parish", "ann", &nullifier("ann"));

    assert_eq!(refused, RegistryError::TooEarlyToRenew { from, now: from - 1 }.into());
    world.wait(1);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    let until = world.life();
    assert_eq!(world.stage("ann"), Some(AttestationStage::Live { until }));
    assert_eq!(world.voting_until("ann"), Some(until));
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn another_issuer_may_renew_and_answers_for_her_from_then_on() {
    let mut world = World::of(&["parish", "union"]);
    world.attest("parish", "ann");
    world.wait(135 * DAY);

    world.state("union", "ann", &nullifier("ann")).unwrap();

    assert_eq!(world.record("ann").unwrap().issuer, "union");
    assert_eq!(world.census(), (vec![0, 1], 1));
    assert!(world.revoke(&addr("parish"), &["ann"]).is_err());
    world.revoke(&addr("union"), &["ann"]).unwrap();
}

#[test]
fn the_people_of_a_removed_issuer_stay_and_are_renewed_by_another() {
    let mut world = World::of(&["parish", "union"]);
    let timelock = world.timelock.clone();
    world.attest("parish", "ann");
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: "parish".to_string() }).unwrap();
    assert_eq!(world.census(), (vec![0], 1));
    world.wait(135 * DAY);
    let unknown: ContractError = IssuerError::NotIssuer { sender: addr("parish") }.into();
    assert_eq!(world.state_refused("parish", "ann", &nullifier("ann")), unknown);

    world.state("union", "ann", &nullifier("ann")).unwrap();

    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn a_renewal_needs_no_slot() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.wait(126 * DAY);
    world.attest_all("parish", &crowd("newcomer", 20));

    world.state("parish", "ann", &nullifier("ann")).unwrap();

    assert_eq!(world.voting_until("ann"), Some(world.life()));
}

#[test]
fn the_last_second_renews_and_the_next_does_not() {
    let mut world = World::of(&["parish"]);
    world.attest_all("parish", &["ann".to_string(), "bob".to_string()]);
    let until = world.life();
    world.wait(180 * DAY - 1);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.wait(1);

    let refused = world.state_refused("parish", "bob", &nullifier("bob"));

    assert_eq!(refused, RegistryError::TooLateToRenew { until, now: until }.into());
    assert!(world.voting_until("ann").is_some_and(|renewed| renewed > until));
}

#[test]
fn what_has_expired_is_taken_out_before_it_matures_again() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    let until = world.life();
    world.wait(181 * DAY);
    let poke = isonomia_api::voting::ExecuteMsg::Poke { accounts: vec![addr("ann").into_string()] };
    let voting = world.voting.clone();
    cw_multi_test::Executor::execute_contract(&mut world.app, addr("keeper"), voting, &poke, &[]).unwrap();
    let expired = RegistryError::TooLateToRenew { until, now: world.now() };
    assert_eq!(world.state_refused("parish", "ann", &nullifier("ann")), expired.into());

    world.expire(&["ann"]).unwrap();
    world.attest("parish", "ann");

    assert_eq!(world.voting_until("ann"), Some(world.life()));
    assert_eq!(world.census(), (vec![1], 1));
}
