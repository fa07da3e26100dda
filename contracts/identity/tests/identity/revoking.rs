//! Revoking: an issuer its own, a few in an epoch; governance any.

use isonomia_api::identity::ExecuteMsg;
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;
use isonomia_identity::issuers::IssuerError;
use isonomia_identity::roll::RollError;

use crate::world::{addr, addresses, crowd, World, DAY};

fn refused(world: &mut World, sender: &str, names: &[&str]) -> ContractError {
    world.revoke(&addr(sender), names).unwrap_err().downcast().unwrap()
}

#[test]
fn an_issuer_revokes_three_in_an_epoch() {
    let mut world = World::of(&["parish"]);
    world.attest_all("parish", &crowd("person", 5));
    world.revoke(&addr("parish"), &["person1", "person2", "person3"]).unwrap();
    assert_eq!((world.voting_until("person3"), world.stage("person3")), (None, None));
    assert_eq!(world.census(), (vec![2], 2));

    let used = refused(&mut world, "parish", &["person4"]);

    assert_eq!(used, RegistryError::RevocationsUsed { limit: 3, epoch: 1 }.into());
    world.wait(14 * DAY);
    world.revoke(&addr("parish"), &["person4"]).unwrap();
}

#[test]
fn the_fourth_of_a_list_takes_the_three_before_it_back() {
    let mut world = World::of(&["parish"]);
    world.attest_all("parish", &crowd("person", 4));

    let used = refused(&mut world, "parish", &["person1", "person2", "person3", "person4"]);

    assert_eq!(used, RegistryError::RevocationsUsed { limit: 3, epoch: 1 }.into());
    assert_eq!(world.census(), (vec![4], 4));
}

#[test]
fn governance_revokes_whom_it_wants() {
    let mut world = World::of(&["parish", "union"]);
    world.attest_all("parish", &crowd("flock", 4));
    world.attest_all("union", &crowd("comrade", 4));
    let timelock = world.timelock.clone();

    world.revoke(&timelock, &["flock1", "flock2", "flock3", "flock4", "comrade1"]).unwrap();

    assert_eq!(world.census(), (vec![0, 3], 3));
}

#[test]
fn an_issuer_revokes_only_its_own_and_nobody_else_revokes() {
    let mut world = World::of(&["parish", "union"]);
    world.attest("parish", "ann");

    let (account, issuer) = (addr("ann"), "parish".to_string());
    assert_eq!(refused(&mut world, "union", &["ann"]), RollError::OtherIssuer { account, issuer }.into());
    for sender in ["ann", "mallory"] {
        let nobody = IssuerError::NotIssuer { sender: addr(sender) };
        assert_eq!(refused(&mut world, sender, &["ann"]), nobody.into());
    }
}

#[test]
fn who_is_not_attested_or_named_twice_is_not_revoked() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.state_all("parish", &crowd("maturing", 1));

    for name in ["stranger", "maturing1"] {
        let nothing = RollError::NotAttested { account: addr(name) };
        assert_eq!(refused(&mut world, "parish", &["ann", name]), nothing.into());
    }
    let twice = ContractError::Twice { account: addr("ann") };
    assert_eq!(refused(&mut world, "parish", &["ann", "ann"]), twice);
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn a_list_has_1_to_32_accounts() {
    let mut world = World::of(&["parish"]);
    let timelock = world.timelock.clone();
    world.attest_all("parish", &crowd("early", 20));
    world.attest_all("parish", &crowd("late", 13));
    let people = [crowd("early", 20), crowd("late", 13)].concat();
    let names: Vec<&str> = people.iter().map(String::as_str).collect();

    for count in [0, 33] {
        let revoke = ExecuteMsg::Revoke { accounts: addresses(&names[..count]) };
        assert_eq!(world.refused(&timelock, &revoke), ContractError::AccountCount { count });
    }
    world.revoke(&timelock, &names[..32]).unwrap();
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn whom_voting_has_let_go_already_can_still_be_revoked() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    let poke = isonomia_api::voting::ExecuteMsg::Poke { accounts: addresses(&["ann"]) };
    let voting = world.voting.clone();
    cw_multi_test::Executor::execute_contract(&mut world.app, addr("keeper"), voting, &poke, &[]).unwrap();

    world.revoke(&addr("parish"), &["ann"]).unwrap();

    assert_eq!(world.stage("ann"), None);
}
