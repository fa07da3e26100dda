//! Replaying: what an issuer signed about an account counts once, and nothing that expires earlier counts after it.

use isonomia_api::identity::AttestationStage;
use isonomia_identity::nullifiers::NullifierError;

use crate::signer::{used, Signer};
use crate::world::{addr, World, DAY};

/// The notary attests Ann by a statement of a month, of which governance revokes her after two weeks.
fn revoked_early(notary: &Signer) -> (World, u64) {
    let mut world = World::with(vec![notary.issuer()]);
    let (timelock, expires) = (world.timelock.clone(), world.now() + 30 * DAY);
    let stated = notary.states(&world, "ann", expires);
    world.send(&addr("ann"), &stated).unwrap();
    world.mature();
    world.activate("ann").unwrap();
    world.revoke(&timelock, &["ann"]).unwrap();
    (world, expires)
}

#[test]
fn who_was_revoked_does_not_come_back_by_the_same_statement() {
    for notary in Signer::both(7) {
        let (mut world, expires) = revoked_early(&notary);
        let same = notary.states(&world, "ann", expires);

        assert_eq!(world.refused(&addr("ann"), &same), used(expires, expires));
        assert_eq!(world.stage("ann"), None);
    }
}

#[test]
fn an_older_statement_that_was_kept_back_does_not_count_either() {
    for notary in Signer::both(7) {
        let (mut world, expires) = revoked_early(&notary);
        let older = notary.states(&world, "ann", expires - 1);

        assert_eq!(world.refused(&addr("ann"), &older), used(expires - 1, expires));
    }
}

#[test]
fn a_newer_statement_counts_by_a_second() {
    for notary in Signer::both(7) {
        let (mut world, expires) = revoked_early(&notary);
        let newer = notary.states(&world, "ann", expires + 1);

        world.send(&addr("ann"), &newer).unwrap();

        let matures = world.now() + 14 * DAY;
        assert_eq!(world.stage("ann"), Some(AttestationStage::Maturing { matures }));
        assert_eq!(world.refused(&addr("ann"), &newer), used(expires + 1, expires + 1));
    }
}

#[test]
fn nobody_starts_his_maturity_again_by_the_same_statement() {
    let [notary, _] = Signer::both(7);
    let mut world = World::with(vec![notary.issuer()]);
    let expires = world.now() + 30 * DAY;
    let stated = notary.states(&world, "ann", expires);
    world.send(&addr("ann"), &stated).unwrap();
    world.wait(13 * DAY);

    assert_eq!(world.refused(&addr("ann"), &stated), used(expires, expires));
    world.wait(DAY);
    world.activate("ann").unwrap();
}

#[test]
fn a_refused_submission_uses_nothing_up() {
    let [notary, _] = Signer::both(7);
    let mut world = World::with(vec![notary.issuer(), crate::world::by_account("parish")]);
    world.state("parish", "anna", &crate::world::nullifier("ann")).unwrap();
    let stated = notary.states(&world, "ann", world.now() + 30 * DAY);
    let taken = NullifierError::Taken { account: addr("anna") };
    assert_eq!(world.refused(&addr("ann"), &stated), taken.into());
    world.state("parish", "anna", &crate::world::nullifier("anna")).unwrap();

    world.send(&addr("ann"), &stated).unwrap();
}

#[test]
fn one_persons_statement_does_not_use_up_anothers() {
    let [notary, _] = Signer::both(7);
    let (mut world, expires) = revoked_early(&notary);
    let stated = notary.states(&world, "bob", expires);

    world.send(&addr("bob"), &stated).unwrap();
}
