//! Revoking a few: what an emergency may take away, 5 % of all attestations in an epoch.

use cosmwasm_std::Addr;
use cw_multi_test::error::AnyResult;
use cw_multi_test::AppResponse;
use isonomia_api::identity::ExecuteMsg;
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;
use isonomia_kit::authority::Unauthorized;

use crate::world::{addr, addresses, crowd, World, DAY};

fn revoke_few(world: &mut World, sender: &Addr, names: &[&str]) -> AnyResult<AppResponse> {
    world.send(sender, &ExecuteMsg::RevokeFew { accounts: addresses(names) })
}

fn refused(world: &mut World, names: &[&str]) -> ContractError {
    let timelock = world.timelock.clone();
    revoke_few(world, &timelock, names).unwrap_err().downcast().unwrap()
}

/// A registry with forty people of two issuers; an epoch has room for twenty.
fn forty() -> World {
    let mut world = World::of(&["parish", "union"]);
    for round in 0..2 {
        let names = |issuer: &str| -> Vec<String> { crowd(&format!("{issuer}{round}-"), 10) };
        world.state_all("parish", &names("flock"));
        world.state_all("union", &names("comrade"));
        world.mature();
        for name in names("flock").iter().chain(&names("comrade")) {
            world.activate(name).unwrap();
        }
    }
    assert_eq!(world.census(), (vec![20, 20], 40));
    world
}

#[test]
fn a_few_are_one_in_twenty_of_all_whoever_attested_them() {
    let mut world = forty();
    let timelock = world.timelock.clone();
    revoke_few(&mut world, &timelock, &["flock0-1", "comrade0-1"]).unwrap();
    assert_eq!(world.census(), (vec![19, 19], 38));

    let used = refused(&mut world, &["flock0-2"]);

    assert_eq!(used, RegistryError::FewUsed { limit: 2, epoch: 2 }.into());
    world.wait(14 * DAY);
    // Of 38 that are left, one.
    revoke_few(&mut world, &timelock, &["flock0-2"]).unwrap();
    assert_eq!(refused(&mut world, &["flock0-3"]), RegistryError::FewUsed { limit: 1, epoch: 3 }.into());
}

#[test]
fn one_more_than_a_few_takes_all_of_them_back() {
    let mut world = forty();

    let used = refused(&mut world, &["flock0-1", "comrade0-1", "flock0-2"]);

    assert_eq!(used, RegistryError::FewUsed { limit: 2, epoch: 2 }.into());
    assert_eq!(world.census(), (vec![20, 20], 40));
}

#[test]
fn of_fewer_than_twenty_there_are_no_few() {
    let mut world = World::of(&["parish"]);
    world.attest_all("parish", &crowd("person", 19));

    assert_eq!(refused(&mut world, &["person1"]), RegistryError::FewUsed { limit: 0, epoch: 1 }.into());
}

#[test]
fn only_governance_revokes_a_few_and_nobody_twice() {
    let mut world = forty();
    for sender in ["parish", "mallory"] {
        let refused = revoke_few(&mut world, &addr(sender), &["flock0-1"]).unwrap_err();
        let unauthorized = Unauthorized { allowed: world.timelock.clone(), sender: addr(sender) };
        assert_eq!(refused.downcast::<ContractError>().unwrap(), unauthorized.into());
    }

    let twice = ContractError::Twice { account: addr("flock0-1") };
    assert_eq!(refused(&mut world, &["flock0-1", "flock0-1"]), twice);
}
