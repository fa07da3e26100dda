//! Ready: enough issuers, enough people, and none of the issuers above 60 %.

use isonomia_api::identity::ExecuteMsg;
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;

use crate::voting::READY;
use crate::world::{addr, by_account, crowd, World};

fn founded(issuers: &[&str], min_issuers: u64, min_attested: u64) -> World {
    let issuers = issuers.iter().map(|name| by_account(name)).collect();
    World::try_with(issuers, min_issuers, min_attested).unwrap()
}

fn declare(world: &mut World) -> Result<(), ContractError> {
    let sent = world.send(&addr("keeper"), &ExecuteMsg::Ready {});
    sent.map(drop).map_err(|error| error.downcast().unwrap())
}

fn voting_has_heard(world: &World) -> bool {
    READY.query(&world.app.wrap(), world.voting.clone()).unwrap()
}

#[test]
fn two_issuers_and_five_people_make_a_registry() {
    let mut world = founded(&["parish", "union"], 2, 5);
    assert_eq!(declare(&mut world), Err(RegistryError::TooFewIssuers { live: 0, needed: 2 }.into()));
    world.attest_all("parish", &crowd("flock", 3));
    assert_eq!(declare(&mut world), Err(RegistryError::TooFewIssuers { live: 1, needed: 2 }.into()));
    world.attest("union", "comrade1");
    assert_eq!(declare(&mut world), Err(RegistryError::TooFewAttested { attested: 4, needed: 5 }.into()));
    world.attest("union", "comrade2");
    assert!(!voting_has_heard(&world));

    declare(&mut world).unwrap();

    assert!(voting_has_heard(&world));
}

#[test]
fn no_issuer_may_have_more_than_60_percent() {
    let mut world = founded(&["parish", "union"], 2, 5);
    world.attest_all("parish", &crowd("flock", 4));
    world.attest_all("union", &crowd("comrade", 2));

    assert_eq!(declare(&mut world), Err(RegistryError::Lopsided { own: 4, attested: 6 }.into()));

    world.revoke(&addr("parish"), &["flock4"]).unwrap();
    declare(&mut world).unwrap();
}

#[test]
fn an_only_issuer_may_have_all() {
    let mut world = founded(&["parish"], 1, 2);
    world.attest_all("parish", &crowd("flock", 2));

    declare(&mut world).unwrap();
}

#[test]
fn the_people_of_a_removed_issuer_do_not_count() {
    let mut world = founded(&["parish", "union"], 1, 2);
    world.attest_all("parish", &crowd("flock", 2));
    world.attest_all("union", &crowd("comrade", 1));
    let timelock = world.timelock.clone();
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: "parish".to_string() }).unwrap();

    assert_eq!(declare(&mut world), Err(RegistryError::TooFewAttested { attested: 1, needed: 2 }.into()));
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: "union".to_string() }).unwrap();
    assert_eq!(declare(&mut world), Err(RegistryError::TooFewIssuers { live: 0, needed: 1 }.into()));
}
