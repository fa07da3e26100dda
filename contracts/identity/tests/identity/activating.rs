//! Activating: maturity, the slots of an epoch, and the shares of an issuer.

use isonomia_api::identity::{AttestationStage, EpochResponse, ExecuteMsg, QueryMsg, Statement};
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;
use isonomia_identity::issuers::IssuerError;
use isonomia_identity::roll::RollError;
use isonomia_identity::testimony::StatementError;

use crate::world::{addr, addresses, crowd, nullifier, submission, World, DAY};

#[test]
fn ann_is_stated_waits_and_is_attested() {
    let mut world = World::of(&["parish"]);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    let matures = world.now() + 14 * DAY;
    assert_eq!(world.stage("ann"), Some(AttestationStage::Maturing { matures }));
    assert_eq!(world.voting_until("ann"), None);
    world.mature();

    world.activate("ann").unwrap();

    let until = world.life();
    assert_eq!(world.stage("ann"), Some(AttestationStage::Live { until }));
    assert_eq!(world.voting_until("ann"), Some(until));
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn one_second_early_is_too_early() {
    let mut world = World::of(&["parish"]);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    let matures = world.now() + 14 * DAY;
    world.wait(14 * DAY - 1);

    assert_eq!(world.activate_refused("ann"), RegistryError::Immature { matures, now: matures - 1 }.into());

    world.wait(1);
    world.activate("ann").unwrap();
}

#[test]
fn a_later_statement_starts_maturity_again() {
    let mut world = World::of(&["parish"]);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.wait(13 * DAY);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.wait(DAY);

    assert!(matches!(world.activate_refused("ann"), ContractError::Registry(RegistryError::Immature { .. })));
}

#[test]
fn nothing_is_activated_twice_or_out_of_the_blue() {
    let mut world = World::of(&["parish"]);
    let nothing = |name| RollError::NothingMaturing { account: addr(name) }.into();
    assert_eq!(world.activate_refused("ann"), nothing("ann"));
    world.attest("parish", "ann");

    assert_eq!(world.activate_refused("ann"), nothing("ann"));
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn only_what_the_issuer_filed_is_submitted_and_only_once() {
    let mut world = World::of(&["parish", "union"]);
    let not_filed = |issuer: &str| {
        let (issuer, account) = (issuer.to_string(), addr("ann"));
        ContractError::from(StatementError::NotFiled { issuer, account })
    };
    let statement = Statement { nullifier: nullifier("ann"), expires: world.now() + DAY };
    let (account, filed) = (addr("ann").into_string(), statement.clone());
    world.send(&addr("parish"), &ExecuteMsg::File { account, statement: filed }).unwrap();
    let longer = Statement { expires: statement.expires + 1, ..statement.clone() };
    let other = Statement { nullifier: nullifier("bob"), ..statement.clone() };

    assert_eq!(world.refused(&addr("ann"), &submission("parish", longer)), not_filed("parish"));
    assert_eq!(world.refused(&addr("ann"), &submission("parish", other)), not_filed("parish"));
    assert_eq!(world.refused(&addr("ann"), &submission("union", statement.clone())), not_filed("union"));
    world.send(&addr("ann"), &submission("parish", statement.clone())).unwrap();
    assert_eq!(world.refused(&addr("ann"), &submission("parish", statement)), not_filed("parish"));
}

#[test]
fn a_statement_must_be_submitted_before_it_expires() {
    let mut world = World::of(&["parish"]);
    let expires = world.now() + DAY;
    let statement = Statement { nullifier: nullifier("ann"), expires };
    let account = addr("ann").into_string();
    let file = ExecuteMsg::File { account, statement: statement.clone() };
    world.send(&addr("parish"), &file).unwrap();
    world.wait(DAY);
    let late: ContractError = StatementError::Expired { expires, now: expires }.into();

    assert_eq!(world.refused(&addr("ann"), &submission("parish", statement)), late);
    assert_eq!(world.refused(&addr("parish"), &file), late);
}

#[test]
fn a_nullifier_has_32_bytes() {
    let mut world = World::of(&["parish"]);
    for bytes in [0, 31, 33] {
        let refused = world.state_refused("parish", "ann", &vec![7; bytes].into());
        assert_eq!(refused, StatementError::Nullifier { bytes }.into());
    }
}

#[test]
fn only_an_issuer_files() {
    let mut world = World::of(&["parish"]);

    let refused = world.state_refused("mallory", "ann", &nullifier("ann"));

    assert_eq!(refused, IssuerError::NotIssuer { sender: addr("mallory") }.into());
}

#[test]
fn a_contract_is_not_a_person() {
    let mut world = World::of(&["parish"]);
    let robot = world.voting.clone();
    let statement = Statement { nullifier: nullifier("robot"), expires: world.now() + DAY };
    let file = ExecuteMsg::File { account: robot.to_string(), statement: statement.clone() };
    world.send(&addr("parish"), &file).unwrap();
    let has_code = ContractError::HasCode { account: robot.clone() };

    assert_eq!(world.refused(&robot, &submission("parish", statement)), has_code);
    assert_eq!(world.refused(&robot, &ExecuteMsg::Activate {}), has_code);
}

#[test]
fn the_twenty_first_waits_for_the_next_epoch() {
    let mut world = World::of(&["parish"]);
    let people = crowd("person", 21);
    world.state_all("parish", &people);
    world.mature();
    people[..20].iter().for_each(|name| drop(world.activate(name).unwrap()));

    let full = world.activate_refused("person21");

    assert_eq!(full, RegistryError::EpochFull { limit: 20, epoch: 1 }.into());
    let shown: EpochResponse = world.ask(&QueryMsg::Epoch {});
    let ends = world.now() + 14 * DAY;
    assert_eq!(shown, EpochResponse { epoch: 1, limit: 20, left: 0, ends });
    world.wait(14 * DAY - 1);
    assert_eq!(world.activate_refused("person21"), full);
    world.wait(1);
    world.activate("person21").unwrap();
    assert_eq!(world.census(), (vec![21], 21));
}

#[test]
fn one_of_two_issuers_has_half_of_an_epoch() {
    let mut world = World::of(&["parish", "union"]);
    let [flock, comrades] = [crowd("flock", 11), crowd("comrade", 10)];
    world.state_all("parish", &flock);
    world.state_all("union", &comrades);
    world.mature();
    flock[..10].iter().for_each(|name| drop(world.activate(name).unwrap()));

    let refused = world.activate_refused("flock11");

    assert_eq!(refused, RegistryError::IssuerFull { limit: 10, epoch: 1 }.into());
    comrades.iter().for_each(|name| drop(world.activate(name).unwrap()));
    world.wait(14 * DAY);
    world.activate("flock11").unwrap();
    assert_eq!(world.census(), (vec![11, 10], 21));
}

/// A parish of 30 beside a union of 20: 50 in all, of which the parish has 60 %.
fn lopsided() -> World {
    let mut world = World::of(&["parish", "union"]);
    let people = |from: usize, to: usize, name: &str| crowd(name, to).split_off(from);
    for epoch in 0..3 {
        let flock = people(10 * epoch, 10 * (epoch + 1), "flock");
        let comrades = people(10 * epoch, 10 * (epoch + 1), "comrade");
        world.state_all("parish", &flock);
        if epoch < 2 {
            world.state_all("union", &comrades);
        }
        world.mature();
        flock.iter().for_each(|name| drop(world.activate(name).unwrap()));
        if epoch < 2 {
            comrades.iter().for_each(|name| drop(world.activate(name).unwrap()));
        }
    }
    world
}

#[test]
fn an_issuer_with_more_than_half_of_fifty_stops() {
    let mut world = lopsided();
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.state("union", "bob", &nullifier("bob")).unwrap();
    world.mature();

    assert_eq!(world.activate_refused("ann"), RegistryError::Majority { own: 30, attested: 50 }.into());

    world.activate("bob").unwrap();
    assert_eq!(world.census(), (vec![30, 21], 51));
}

#[test]
fn an_only_issuer_has_no_majority_to_lose() {
    let mut world = lopsided();
    let timelock = world.timelock.clone();
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.mature();
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: "union".to_string() }).unwrap();

    world.activate("ann").unwrap();

    assert_eq!(world.census(), (vec![31], 51));
}

#[test]
fn five_in_a_hundred_once_there_are_many() {
    let mut world = World::of(&["parish"]);
    for epoch in 0..22 {
        let people = crowd("person", 20 * (epoch + 1)).split_off(20 * epoch);
        world.attest_all("parish", &people);
    }
    world.wait(14 * DAY);

    let shown: EpochResponse = world.ask(&QueryMsg::Epoch {});

    assert_eq!((world.census().1, shown.limit, shown.left), (440, 22, 22));
    let taken_out = ExecuteMsg::Expire { accounts: addresses(&["person1"]) };
    world.send(&addr("keeper"), &taken_out).unwrap();
    assert_eq!(world.ask::<EpochResponse>(&QueryMsg::Epoch {}).limit, 21);
}
