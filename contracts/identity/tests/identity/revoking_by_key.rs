//! Revoking by key: what an issuer signed, anyone submits; its own people, a few in an epoch, each revocation once.

use cosmwasm_std::{Addr, Binary};
use isonomia_api::identity::{revocation_bytes, signed_bytes, ExecuteMsg, Issuer, Revocation, Statement};
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;
use isonomia_identity::issuers::IssuerError;
use isonomia_identity::roll::RollError;
use isonomia_identity::signatures::SignatureError;
use isonomia_identity::testimony::StatementError;

use crate::signer::{forged, signed_revocation, used, Signer};
use crate::world::{addr, by_account, crowd, nullifier, World, DAY};

fn refused(world: &mut World, revocation: &ExecuteMsg) -> ContractError {
    world.refused(&addr("anyone"), revocation)
}

/// The notary, beside a parish, has attested these people.
fn attested(notary: &Signer, names: &[&str]) -> World {
    let mut world = World::with(vec![notary.issuer(), by_account("parish")]);
    notary.attests(&mut world, names);
    world
}

#[test]
fn anyone_submits_what_the_notary_signed() {
    for notary in Signer::both(7) {
        let mut world = attested(&notary, &["ann", "bob"]);
        let revocation = notary.revokes(&world, "ann", world.now() + DAY);

        world.send(&addr("anyone"), &revocation).unwrap();

        assert_eq!((world.stage("ann"), world.voting_until("ann")), (None, None));
        assert_eq!(world.census(), (vec![1, 0], 1));
    }
}

#[test]
fn mallory_revokes_nobody() {
    for (notary, mallory) in Signer::both(7).into_iter().zip(Signer::both(8)) {
        let mut world = attested(&notary, &["ann"]);
        let (here, there, chain, expires) =
            (world.registry.clone(), addr("there"), world.chain(), world.now() + DAY);
        let said = Revocation { account: addr("ann").into_string(), expires };
        let bob = Revocation { account: addr("bob").into_string(), expires };
        let longer = Revocation { expires: expires + 1, ..said.clone() };
        let sign = |chain: &str, registry: &Addr, issuer: &str, said: &Revocation| {
            notary.sign(&revocation_bytes(chain, registry, issuer, said))
        };
        let right = revocation_bytes(&chain, &here, "notary", &said);
        let statement = Statement { nullifier: nullifier("ann"), expires };
        let forgeries = [
            ("wrong key", mallory.sign(&right)),
            ("wrong chain", sign("elsewhere-1", &here, "notary", &said)),
            ("wrong registry", sign(&chain, &there, "notary", &said)),
            ("wrong issuer", sign(&chain, &here, "parish", &said)),
            ("wrong account", sign(&chain, &here, "notary", &bob)),
            ("wrong expiry", sign(&chain, &here, "notary", &longer)),
            ("a statement", notary.sign(&signed_bytes(&chain, &here, &addr("ann"), &statement))),
            ("nothing", Binary::default()),
        ];

        for (why, signature) in forgeries {
            let revocation = signed_revocation(said.clone(), signature);
            assert_eq!(refused(&mut world, &revocation), forged(&world, "ann"), "{why}");
        }
        let revocation = signed_revocation(said, notary.sign(&right));
        world.send(&addr("anyone"), &revocation).unwrap();
    }
}

#[test]
fn the_notary_does_not_revoke_whom_the_parish_attested_or_nobody_did() {
    let [notary, _] = Signer::both(7);
    let mut world = attested(&notary, &[]);
    world.attest("parish", "ann");
    let expires = world.now() + DAY;
    let [ann, stranger] = ["ann", "stranger"].map(|name| notary.revokes(&world, name, expires));

    let (account, issuer) = (addr("ann"), "parish".to_string());
    assert_eq!(refused(&mut world, &ann), RollError::OtherIssuer { account, issuer }.into());
    let nothing = RollError::NotAttested { account: addr("stranger") };
    assert_eq!(refused(&mut world, &stranger), nothing.into());
}

#[test]
fn a_revocation_counts_once_and_no_older_one_after_it() {
    for notary in Signer::both(7) {
        let mut world = attested(&notary, &["ann"]);
        let expires = world.now() + 30 * DAY;
        let [older, same, newer] =
            [-1, 0, 1].map(|later| notary.revokes(&world, "ann", expires.checked_add_signed(later).unwrap()));
        world.send(&addr("anyone"), &same).unwrap();
        notary.attests(&mut world, &["ann"]);

        assert_eq!(refused(&mut world, &same), used(expires, expires));
        assert_eq!(refused(&mut world, &older), used(expires - 1, expires));
        assert!(world.voting_until("ann").is_some());
        world.send(&addr("anyone"), &newer).unwrap();
        assert_eq!(world.voting_until("ann"), None);
    }
}

#[test]
fn a_revocation_must_be_submitted_before_it_expires() {
    let [notary, _] = Signer::both(7);
    let mut world = attested(&notary, &["ann", "bob"]);
    let expires = world.now() + DAY;
    let [ann, bob] = ["ann", "bob"].map(|name| notary.revokes(&world, name, expires));
    world.wait(DAY - 1);
    world.send(&addr("anyone"), &ann).unwrap();
    world.wait(1);

    let late = StatementError::Expired { expires, now: expires };
    assert_eq!(refused(&mut world, &bob), late.into());
}

#[test]
fn the_notary_revokes_three_in_an_epoch() {
    let [notary, _] = Signer::both(7);
    let people = crowd("person", 5);
    let names: Vec<&str> = people.iter().map(String::as_str).collect();
    let mut world = attested(&notary, &names);
    let expires = world.now() + 30 * DAY;
    let signed: Vec<_> = names.iter().map(|name| notary.revokes(&world, name, expires)).collect();
    let (fourth, three) = (&signed[3], &signed[..3]);
    three.iter().for_each(|revocation| drop(world.send(&addr("anyone"), revocation).unwrap()));

    let over = refused(&mut world, fourth);

    assert_eq!(over, RegistryError::RevocationsUsed { limit: 3, epoch: 1 }.into());
    world.wait(14 * DAY);
    world.send(&addr("anyone"), fourth).unwrap();
    assert_eq!(world.census(), (vec![1, 0], 1));
}

#[test]
fn an_issuer_has_one_limit_however_it_speaks() {
    let [notary, _] = Signer::both(7);
    let people = crowd("person", 4);
    let names: Vec<&str> = people.iter().map(String::as_str).collect();
    let mut world = attested(&notary, &names);
    let revocation = notary.revokes(&world, "person1", world.now() + DAY);
    world.send(&addr("anyone"), &revocation).unwrap();
    let timelock = world.timelock.clone();
    let issuer = Issuer { id: "notary".to_string(), key: by_account("clerk").key };
    world.send(&timelock, &ExecuteMsg::RemoveIssuer { id: issuer.id.clone() }).unwrap();
    world.send(&timelock, &ExecuteMsg::AddIssuer { issuer }).unwrap();

    let over = world.revoke(&addr("clerk"), &["person2", "person3", "person4"]).unwrap_err();

    let limit = RegistryError::RevocationsUsed { limit: 3, epoch: 1 };
    assert_eq!(over.downcast::<ContractError>().unwrap(), limit.into());
}

#[test]
fn who_has_no_key_and_who_is_not_named_signs_no_revocation() {
    let [notary, _] = Signer::both(7);
    let mut world = attested(&notary, &["ann"]);
    let revocation = Revocation { account: addr("ann").into_string(), expires: world.now() + DAY };
    let mut submit = |issuer: &str| {
        let (issuer, signature) = (issuer.to_string(), vec![7; 64].into());
        let revocation = revocation.clone();
        refused(&mut world, &ExecuteMsg::RevokeSigned { issuer, revocation, signature })
    };

    assert_eq!(submit("parish"), SignatureError::NotSigning { issuer: "parish".to_string() }.into());
    assert_eq!(submit("nobody"), IssuerError::Unknown { id: "nobody".to_string() }.into());
}
