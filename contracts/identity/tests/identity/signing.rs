//! Signing: issuers that speak by key, and everything that is not what they signed.

use cosmwasm_std::{Addr, Binary};
use isonomia_api::identity::{
    revocation_bytes, signed_bytes, AttestationStage, Issuer, IssuerKey, Revocation, Statement,
};
use isonomia_identity::issuers::IssuerError;
use isonomia_identity::signatures::SignatureError;
use isonomia_identity::testimony::StatementError;

use crate::signer::{forged, Signer};
use crate::world::{addr, by_account, nullifier, signed_submission, submission, World, DAY};

fn statement(world: &World) -> Statement {
    Statement { nullifier: nullifier("ann"), expires: world.now() + DAY }
}

#[test]
fn ann_submits_what_the_notary_signed() {
    for notary in Signer::both(7) {
        let mut world = World::with(vec![notary.issuer()]);

        notary.attests(&mut world, &["ann"]);

        let until = world.life();
        assert_eq!(world.stage("ann"), Some(AttestationStage::Live { until }));
        assert_eq!(world.voting_until("ann"), Some(until));
    }
}

#[test]
fn what_is_signed_reads_as_a_page() {
    let statement = Statement { nullifier: vec![0xab; 2].into(), expires: 17 };
    let [registry, ann] = ["registry", "ann"].map(Addr::unchecked);

    let bytes = signed_bytes("isonomia-1", &registry, &ann, &statement);

    assert_eq!(bytes, b"isonomia statement 1\nisonomia-1\nregistry\nann\nabab\n17");
    let revocation = Revocation { account: "ann".to_string(), expires: 17 };
    let bytes = revocation_bytes("isonomia-1", &registry, "notary", &revocation);
    assert_eq!(bytes, b"isonomia revocation 1\nisonomia-1\nregistry\nnotary\nann\n17");
}

#[test]
fn mallory_forges_nothing() {
    for (notary, mallory) in Signer::both(7).into_iter().zip(Signer::both(8)) {
        let mut world = World::with(vec![notary.issuer()]);
        let (ann, bob, here, chain) = (addr("ann"), addr("bob"), world.registry.clone(), world.chain());
        let said = statement(&world);
        let other = Statement { nullifier: nullifier("bob"), ..said.clone() };
        let longer = Statement { expires: said.expires + 1, ..said.clone() };
        let right = signed_bytes(&chain, &here, &ann, &said);
        let forgeries = [
            ("wrong key", mallory.sign(&right)),
            ("wrong chain", notary.sign(&signed_bytes("elsewhere-1", &here, &ann, &said))),
            ("wrong registry", notary.sign(&signed_bytes(&chain, &bob, &ann, &said))),
            ("wrong account", notary.sign(&signed_bytes(&chain, &here, &bob, &said))),
            ("wrong nullifier", notary.sign(&signed_bytes(&chain, &here, &ann, &other))),
            ("wrong expiry", notary.sign(&signed_bytes(&chain, &here, &ann, &longer))),
            ("nothing", Binary::default()),
            ("zeros", vec![0; 64].into()),
            ("cut", notary.sign(&right)[..63].into()),
            ("padded", [notary.sign(&right).as_slice(), &[0]].concat().into()),
        ];

        for (why, signature) in forgeries {
            let refused = world.refused(&ann, &signed_submission("notary", said.clone(), signature));
            assert_eq!(refused, forged(&world, "ann"), "{why}");
        }
        let borrowed = signed_submission("notary", said, notary.sign(&right));
        assert_eq!(world.refused(&bob, &borrowed), forged(&world, "bob"));
        world.send(&ann, &borrowed).unwrap();
    }
}

#[test]
fn a_key_that_is_no_point_signs_nothing() {
    let public_key = [vec![2], vec![0xff; 32]].concat().into();
    let mut world =
        World::with(vec![Issuer { id: "notary".to_string(), key: IssuerKey::Secp256k1 { public_key } }]);
    let (ann, said) = (addr("ann"), statement(&world));

    let refused = world.refused(&ann, &signed_submission("notary", said, vec![7; 64]));

    assert_eq!(refused, forged(&world, "ann"));
}

#[test]
fn who_signs_does_not_file_and_who_files_does_not_sign() {
    let [notary, _] = Signer::both(7);
    let mut world = World::with(vec![notary.issuer(), by_account("parish")]);
    let (ann, said) = (addr("ann"), statement(&world));

    let unsigned = world.refused(&ann, &submission("notary", said.clone()));
    let signed = world.refused(&ann, &signed_submission("parish", said.clone(), vec![7; 64]));
    let unknown = world.refused(&ann, &submission("nobody", said));

    assert_eq!(unsigned, StatementError::Unsigned { issuer: "notary".to_string() }.into());
    assert_eq!(signed, SignatureError::NotSigning { issuer: "parish".to_string() }.into());
    assert_eq!(unknown, IssuerError::Unknown { id: "nobody".to_string() }.into());
}

#[test]
fn an_expired_signature_is_late_and_not_forged() {
    let [notary, _] = Signer::both(7);
    let mut world = World::with(vec![notary.issuer()]);
    let expires = world.now() + DAY;
    let submission = notary.states(&world, "ann", expires);
    world.wait(DAY);

    let refused = world.refused(&addr("ann"), &submission);

    assert_eq!(refused, StatementError::Expired { expires, now: expires }.into());
}

#[test]
fn governance_revokes_whom_a_key_attested() {
    let [notary, _] = Signer::both(7);
    let mut world = World::with(vec![notary.issuer()]);
    notary.attests(&mut world, &["ann"]);
    let timelock = world.timelock.clone();

    world.revoke(&timelock, &["ann"]).unwrap();

    assert_eq!(world.voting_until("ann"), None);
}
