//! Issuers: who is named, by whom, and how many.

use cosmwasm_std::coins;
use cw_multi_test::Executor;
use isonomia_api::identity::{ConfigResponse, ExecuteMsg, Issuer, IssuerKey, QueryMsg};
use isonomia_identity::error::ContractError;
use isonomia_identity::issuers::IssuerError;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;

use crate::world::{addr, by_account, crowd, nullifier, World, DAY};

fn secp256k1(first: u8, x: u8, length: usize) -> IssuerKey {
    let mut public_key = vec![x; length];
    public_key.iter_mut().take(1).for_each(|byte| *byte = first);
    IssuerKey::Secp256k1 { public_key: public_key.into() }
}

fn ed25519(byte: u8, length: usize) -> IssuerKey {
    IssuerKey::Ed25519 { public_key: vec![byte; length].into() }
}

fn named(id: &str, key: IssuerKey) -> Issuer {
    Issuer { id: id.to_string(), key }
}

fn adding(world: &mut World, issuer: Issuer) -> Result<(), ContractError> {
    let timelock = world.timelock.clone();
    let sent = world.send(&timelock, &ExecuteMsg::AddIssuer { issuer });
    sent.map(drop).map_err(|error| error.downcast().unwrap())
}

#[test]
fn a_registry_is_founded_as_voting_says() {
    let world = World::try_with(vec![by_account("parish")], 2, 25).unwrap();
    let (voting, timelock, started) = (world.voting.clone(), world.timelock.clone(), world.now());

    let shown: ConfigResponse = world.ask(&QueryMsg::Config {});

    let expected = ConfigResponse { voting, timelock, min_issuers: 2, min_attested: 25, day: DAY, started };
    assert_eq!(shown, expected);
}

#[test]
fn a_registry_begins_with_1_to_32_issuers() {
    let founded = |count, min_issuers| {
        let issuers = crowd("issuer", count).iter().map(|name| by_account(name)).collect();
        let founded = World::try_with(issuers, min_issuers, 0);
        founded.map(drop).map_err(|error| error.downcast::<ContractError>().unwrap())
    };

    assert_eq!(founded(0, 1), Err(ContractError::NoIssuers));
    assert_eq!(founded(1, 1), Ok(()));
    assert_eq!(founded(32, 32), Ok(()));
    assert_eq!(founded(33, 32), Err(IssuerError::TooMany.into()));
    for min_issuers in [0, 33] {
        assert_eq!(founded(1, min_issuers), Err(ContractError::MinIssuers { min_issuers }));
    }
}

#[test]
fn governance_names_up_to_32() {
    let mut world = World::of(&["parish"]);
    crowd("issuer", 31).iter().for_each(|name| adding(&mut world, by_account(name)).unwrap());

    assert_eq!(adding(&mut world, by_account("union")), Err(IssuerError::TooMany.into()));

    let timelock = world.timelock.clone();
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: "parish".to_string() }).unwrap();
    assert_eq!(adding(&mut world, by_account("union")), Ok(()));
}

#[test]
fn neither_an_id_nor_a_key_stands_twice() {
    let mut world = World::of(&["parish"]);
    adding(&mut world, named("notary", secp256k1(2, 7, 33))).unwrap();
    adding(&mut world, named("lab", ed25519(7, 32))).unwrap();
    let id_taken = |id: &str| Err(IssuerError::IdTaken { id: id.to_string() }.into());
    let key_taken = |id: &str| Err(IssuerError::KeyTaken { id: id.to_string() }.into());

    assert_eq!(adding(&mut world, named("parish", ed25519(8, 32))), id_taken("parish"));
    assert_eq!(adding(&mut world, named("chapel", by_account("parish").key)), key_taken("parish"));
    assert_eq!(adding(&mut world, named("office", secp256k1(2, 7, 33))), key_taken("notary"));
    assert_eq!(adding(&mut world, named("office", secp256k1(4, 7, 65))), key_taken("notary"));
    assert_eq!(adding(&mut world, named("hall", ed25519(7, 32))), key_taken("lab"));
}

#[test]
fn an_id_has_1_to_32_bytes_and_a_key_its_length() {
    let mut world = World::of(&["parish"]);
    for bytes in [0, 33] {
        let id = "x".repeat(bytes);
        assert_eq!(
            adding(&mut world, named(&id, ed25519(7, 32))),
            Err(IssuerError::IdLength { bytes }.into())
        );
    }
    let keys =
        [secp256k1(2, 1, 32), secp256k1(4, 1, 33), secp256k1(2, 1, 65), ed25519(1, 31), ed25519(1, 33)];
    for (key, bytes) in keys.into_iter().zip([32, 33, 65, 31, 33]) {
        assert_eq!(adding(&mut world, named("lab", key)), Err(IssuerError::Key { bytes }.into()));
    }
    let nowhere = IssuerKey::Account { address: "nowhere".to_string() };
    assert!(matches!(adding(&mut world, named("lab", nowhere)), Err(ContractError::Std(_))));
    adding(&mut world, named(&"x".repeat(32), ed25519(7, 32))).unwrap();
}

#[test]
fn only_governance_names_and_removes() {
    let mut world = World::of(&["parish"]);
    let (mallory, allowed) = (addr("mallory"), world.timelock.clone());
    let add = ExecuteMsg::AddIssuer { issuer: by_account("mallory") };
    let remove = ExecuteMsg::RemoveIssuer { id: "parish".to_string() };

    for msg in [add, remove] {
        let refused = Unauthorized { allowed: allowed.clone(), sender: mallory.clone() };
        assert_eq!(world.refused(&mallory, &msg), refused.into());
    }
    let unknown = ExecuteMsg::RemoveIssuer { id: "union".to_string() };
    assert_eq!(world.refused(&allowed, &unknown), IssuerError::Unknown { id: "union".to_string() }.into());
}

#[test]
fn a_removed_issuer_activates_nobody_any_more() {
    let mut world = World::of(&["parish"]);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.mature();
    let timelock = world.timelock.clone();
    let id = "parish".to_string();
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: id.clone() }).unwrap();

    assert_eq!(world.activate_refused("ann"), IssuerError::Unknown { id }.into());
}

#[test]
fn an_issuer_that_changes_its_key_keeps_its_people_but_not_its_files() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    let statement =
        isonomia_api::identity::Statement { nullifier: nullifier("bob"), expires: world.now() + DAY };
    let file = ExecuteMsg::File { account: addr("bob").into_string(), statement: statement.clone() };
    world.send(&addr("parish"), &file).unwrap();
    let timelock = world.timelock.clone();
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: "parish".to_string() }).unwrap();
    adding(&mut world, named("parish", by_account("new priest").key)).unwrap();

    assert_eq!(world.census(), (vec![1], 1));
    assert!(world.send(&addr("bob"), &crate::world::submission("parish", statement)).is_err());
    world.revoke(&addr("new priest"), &["ann"]).unwrap();
}

#[test]
fn coins_are_not_taken() {
    let mut world = World::of(&["parish"]);
    let (ann, sent) = (addr("ann"), coins(5, "uatom"));
    world
        .app
        .init_modules(|router, _, storage| router.bank.init_balance(storage, &ann, sent.clone()))
        .unwrap();
    let registry = world.registry.clone();

    let refused = world.app.execute_contract(ann, registry, &ExecuteMsg::Activate {}, &sent).unwrap_err();

    assert_eq!(refused.downcast::<ContractError>().unwrap(), PaymentError::NoCoins { sent }.into());
}
