//! Expiring: anyone takes out what has ended.

use isonomia_identity::error::ContractError;

use crate::world::{addr, addresses, crowd, nullifier, World, DAY};

fn refused(world: &mut World, names: &[&str]) -> ContractError {
    world.expire(names).unwrap_err().downcast().unwrap()
}

#[test]
fn an_attestation_lives_180_days_and_counts_until_somebody_takes_it_out() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.wait(180 * DAY - 1);
    assert_eq!(refused(&mut world, &["ann"]), ContractError::NoneExpired { count: 1 });
    world.wait(1);
    assert_eq!(world.census(), (vec![1], 1));

    world.expire(&["ann"]).unwrap();

    assert_eq!((world.stage("ann"), world.voting_until("ann")), (None, None));
    assert_eq!(world.census(), (vec![0], 0));
}

#[test]
fn the_keeper_need_not_know_who_has_expired() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.wait(170 * DAY);
    world.attest("parish", "bob");
    world.state("parish", "carol", &nullifier("carol")).unwrap();

    world.expire(&["bob", "carol", "stranger", "ann", "ann"]).unwrap();

    assert_eq!(world.stage("ann"), None);
    assert!(world.voting_until("bob").is_some());
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn whom_voting_was_poked_about_is_taken_out_here_all_the_same() {
    let mut world = World::of(&["parish"]);
    world.attest_all("parish", &crowd("person", 2));
    world.wait(180 * DAY);
    let poke = isonomia_api::voting::ExecuteMsg::Poke { accounts: addresses(&["person1"]) };
    let voting = world.voting.clone();
    cw_multi_test::Executor::execute_contract(&mut world.app, addr("keeper"), voting, &poke, &[]).unwrap();

    world.expire(&["person1", "person2"]).unwrap();

    assert_eq!((world.voting_until("person2"), world.census()), (None, (vec![0], 0)));
}

#[test]
fn a_list_has_1_to_32_accounts() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "person1");
    world.wait(180 * DAY);
    let people = crowd("person", 33);
    let names: Vec<&str> = people.iter().map(String::as_str).collect();

    for count in [0, 33] {
        assert_eq!(refused(&mut world, &names[..count]), ContractError::AccountCount { count });
    }
    world.expire(&names[..32]).unwrap();
}
