//! Lapsing: a statement that nobody activates holds its nullifier for 180 days and not for ever.

use std::collections::BTreeSet;

use cw_multi_test::AppResponse;
use isonomia_api::identity::AttestationStage;
use isonomia_core::registry::RegistryError;
use isonomia_identity::error::ContractError;
use isonomia_identity::nullifiers::NullifierError;
use isonomia_identity::roll::RollError;

use crate::world::{addr, nullifier, World, DAY};

/// Ann submitted her statement and lost her key.
fn lost(days: u64) -> World {
    let mut world = World::of(&["parish"]);
    world.state("parish", "ann", &nullifier("ann")).unwrap();
    world.wait(days * DAY - 1);
    world
}

fn taken(name: &str) -> ContractError {
    NullifierError::Taken { account: addr(name) }.into()
}

fn nothing(name: &str) -> ContractError {
    RollError::NothingMaturing { account: addr(name) }.into()
}

#[test]
fn a_statement_may_be_activated_on_its_180th_day() {
    let mut world = lost(180);

    world.activate("ann").unwrap();

    world.wait(DAY);
    assert_eq!(world.state_refused("parish", "annika", &nullifier("ann")), taken("ann"));
}

#[test]
fn after_180_days_it_is_not_activated_but_stated_again() {
    let mut world = lost(180);
    world.wait(1);
    let lapses = world.now();

    assert_eq!(world.activate_refused("ann"), RegistryError::Lapsed { lapses, now: lapses }.into());

    world.attest("parish", "ann");
    assert_eq!(world.census(), (vec![1], 1));
}

#[test]
fn its_nullifier_is_free_for_another_account_after_180_days() {
    let mut world = lost(180);
    assert_eq!(world.state_refused("parish", "annika", &nullifier("ann")), taken("ann"));
    world.wait(1);

    world.state("parish", "annika", &nullifier("ann")).unwrap();

    assert_eq!(world.activate_refused("ann"), nothing("ann"), "the lost account is off the roll");
    assert_eq!(world.record("annika").unwrap().nullifier, nullifier("ann"));
    assert_eq!(world.state_refused("parish", "ann", &nullifier("ann")), taken("annika"));
    world.mature();
    world.activate("annika").unwrap();
}

#[test]
fn who_lost_a_lapsed_nullifier_takes_nothing_from_its_next_account() {
    let mut world = lost(180);
    world.wait(1);
    world.state("parish", "annika", &nullifier("ann")).unwrap();

    world.state("parish", "ann", &nullifier("another")).unwrap();

    assert_eq!(world.state_refused("parish", "anni", &nullifier("ann")), taken("annika"));
    world.mature();
    world.activate("annika").unwrap();
    world.activate("ann").unwrap();
    assert_ne!(world.record("ann").unwrap().nullifier, world.record("annika").unwrap().nullifier);
}

#[test]
fn a_live_attestation_that_nobody_took_out_does_not_lapse() {
    let mut world = World::of(&["parish"]);
    world.attest("parish", "ann");
    world.wait(400 * DAY);

    assert_eq!(world.state_refused("parish", "annika", &nullifier("ann")), taken("ann"));
    assert!(matches!(world.stage("ann"), Some(AttestationStage::Live { .. })));
}

/// Three accounts, two nullifiers, and a walk without a plan through everything that can happen to them.
#[test]
fn whatever_happens_no_two_accounts_share_a_nullifier() {
    let mut world = World::of(&["parish"]);
    let (names, persons) = (["ann", "annika", "anni"], ["one", "other"]);
    let (mut seed, mut done) = (1_u64, [0; 5]);
    for _ in 0..3_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let draw = |shift: u32, among: u64| ((seed >> shift) % among) as usize;
        let (name, person, deed) = (names[draw(33, 3)], persons[draw(41, 2)], draw(49, 5));
        let tried = match deed {
            0 => world.state("parish", name, &nullifier(person)),
            1 => world.activate(name),
            2 => world.expire(&[name]),
            3 => world.revoke(&addr("parish"), &[name]),
            _ => Ok(AppResponse::default()),
        };
        done[deed] += u32::from(tried.is_ok());
        if deed == 4 {
            world.wait([DAY, 14 * DAY, 40 * DAY, 180 * DAY][draw(57, 4)]);
        }
        let used = names.iter().filter_map(|name| world.record(name)).map(|record| record.nullifier.to_hex());
        let used: Vec<_> = used.collect();
        assert_eq!(used.iter().collect::<BTreeSet<_>>().len(), used.len());
    }
    assert!(done.iter().all(|times| *times > 10), "{done:?}");
}
