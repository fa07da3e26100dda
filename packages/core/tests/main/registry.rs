//! The identity registry: how fast attestations come and go, and when it is ready (I16).

use isonomia_core::registry::{
    activation_limit, check_maturity, check_ready, check_renewal, check_revocation, has_lapsed,
    revocation_limit, Activation, Quota, RegistryError,
};

use crate::given::DAY;

const D: u64 = 86_400;

fn quota(base: u64, used: u64) -> Quota {
    Quota { epoch: 3, base, used }
}

#[test]
fn an_epoch_activates_20_or_5_percent() {
    for (attested, limit) in [(0, 20), (400, 20), (419, 20), (420, 21), (1_000, 50), (1_019, 50)] {
        assert_eq!(activation_limit(attested), limit, "n = {attested}");
    }
}

/// One of two issuers, neither of which has a majority.
fn activate(base: u64, used: u64, by_issuer: u64) -> Result<(), RegistryError> {
    Activation { epoch: &quota(base, used), issuer: &quota(0, by_issuer), own: 0, attested: base, issuers: 2 }
        .check()
}

#[test]
fn the_last_slot_of_an_epoch_is_given_and_no_more() {
    assert_eq!(activate(0, 19, 0), Ok(()));
    assert_eq!(activate(0, 20, 0), Err(RegistryError::EpochFull { limit: 20, epoch: 3 }));
    assert_eq!(activate(1_000, 49, 0), Ok(()));
    assert_eq!(activate(1_000, 50, 0), Err(RegistryError::EpochFull { limit: 50, epoch: 3 }));
}

#[test]
fn one_of_several_issuers_gets_at_most_half_of_an_epoch() {
    assert_eq!(activate(0, 9, 9), Ok(()));
    assert_eq!(activate(0, 10, 10), Err(RegistryError::IssuerFull { limit: 10, epoch: 3 }));
    assert_eq!(activate(420, 9, 9), Ok(()));
    assert_eq!(activate(420, 10, 10), Err(RegistryError::IssuerFull { limit: 10, epoch: 3 }), "half of 21");
}

fn activate_with_share(own: u64, attested: u64, issuers: usize) -> Result<(), RegistryError> {
    Activation { epoch: &quota(attested, 0), issuer: &quota(0, 0), own, attested, issuers }.check()
}

#[test]
fn an_issuer_of_more_than_half_may_not_activate_from_50_on() {
    let majority = |own, attested| Err(RegistryError::Majority { own, attested });

    assert_eq!(activate_with_share(49, 49, 2), Ok(()));
    assert_eq!(activate_with_share(25, 50, 2), Ok(()));
    assert_eq!(activate_with_share(26, 50, 2), majority(26, 50));
    assert_eq!(activate_with_share(26, 51, 2), majority(26, 51));
    assert_eq!(activate_with_share(500, 1_000, 3), Ok(()));
    assert_eq!(activate_with_share(501, 1_000, 3), majority(501, 1_000));
}

#[test]
fn the_only_issuer_is_bound_by_the_epoch_alone() {
    let alone = |used| {
        Activation { epoch: &quota(100, used), issuer: &quota(0, used), own: 100, attested: 100, issuers: 1 }
            .check()
    };

    assert_eq!(alone(19), Ok(()));
    assert!(alone(20).is_err());
}

#[test]
fn a_limit_does_not_grow_by_being_used() {
    let mut epoch = Quota::default().present(7, 400);
    for attested in 400..420 {
        epoch = epoch.present(7, attested).used_once();
    }

    assert_eq!((epoch.base, epoch.used), (400, 20));
}

#[test]
fn a_new_epoch_starts_with_its_own_number_and_nothing_used() {
    let used_up = quota(400, 20);

    let fresh = used_up.present(4, 500);

    assert_eq!((fresh.epoch, fresh.base, fresh.used), (4, 500, 0));
}

#[test]
fn an_issuer_revokes_3_or_2_percent_of_its_own_in_an_epoch() {
    for (own, limit) in [(0, 3), (150, 3), (199, 3), (200, 4), (249, 4), (1_000, 20)] {
        assert_eq!(revocation_limit(own), limit, "{own}");
        assert_eq!(check_revocation(&quota(own, limit - 1)), Ok(()));
        assert_eq!(
            check_revocation(&quota(own, limit)),
            Err(RegistryError::RevocationsUsed { limit, epoch: 3 })
        );
    }
}

#[test]
fn a_statement_matures_for_14_days() {
    let (matures, now) = (100 + 14 * D, 100 + 14 * D - 1);

    assert_eq!(check_maturity(100, DAY, matures), Ok(()));
    assert_eq!(check_maturity(100, DAY, now), Err(RegistryError::Immature { matures, now }));
    assert!(check_maturity(u64::MAX, DAY, u64::MAX - 1).is_err());
}

#[test]
fn a_statement_that_nobody_activates_lapses_after_180_days() {
    let (lapses, last) = (100 + 180 * D, 100 + 180 * D - 1);

    assert_eq!(check_maturity(100, DAY, last), Ok(()));
    assert_eq!(check_maturity(100, DAY, lapses), Err(RegistryError::Lapsed { lapses, now: lapses }));
    assert!(has_lapsed(100, DAY, lapses) && !has_lapsed(100, DAY, last));
    assert!(!has_lapsed(100, DAY, 100), "what has not matured has not lapsed");
}

#[test]
fn an_attestation_is_renewed_in_its_last_45_days_and_not_once_it_has_expired() {
    let (until, from) = (180 * D, 135 * D);
    let too_early = RegistryError::TooEarlyToRenew { from, now: from - 1 };
    let too_late = RegistryError::TooLateToRenew { until, now: until };

    assert_eq!(check_renewal(until, DAY, from - 1), Err(too_early));
    assert_eq!(check_renewal(until, DAY, from), Ok(()));
    assert_eq!(check_renewal(until, DAY, until - 1), Ok(()));
    assert_eq!(check_renewal(until, DAY, until), Err(too_late));
    assert_eq!(check_renewal(D, DAY, 0), Ok(()), "a life shorter than that");
}

#[test]
fn readiness_needs_issuers_attestations_and_a_balance() {
    let few_issuers = |live, needed| Err(RegistryError::TooFewIssuers { live, needed });
    let few_attested = |attested, needed| Err(RegistryError::TooFewAttested { attested, needed });
    let lopsided = |own, attested| Err(RegistryError::Lopsided { own, attested });

    assert_eq!(check_ready(&[13, 12], 2, 25), Ok(()));
    assert_eq!(check_ready(&[25], 2, 25), few_issuers(1, 2));
    assert_eq!(check_ready(&[25, 0], 2, 25), few_issuers(1, 2), "one without attestations");
    assert_eq!(check_ready(&[12, 12], 2, 25), few_attested(24, 25));
    assert_eq!(check_ready(&[15, 10], 2, 25), Ok(()), "exactly 60 %");
    assert_eq!(check_ready(&[16, 10], 2, 25), lopsided(16, 26));
    assert_eq!(check_ready(&[601, 200, 199], 2, 25), lopsided(601, 1_000));
    assert_eq!(check_ready(&[600, 200, 200], 2, 25), Ok(()));
}

#[test]
fn a_single_issuer_is_ready_where_one_is_enough() {
    assert_eq!(check_ready(&[25], 1, 25), Ok(()));
    assert_eq!(check_ready(&[24], 1, 25), Err(RegistryError::TooFewAttested { attested: 24, needed: 25 }));
    assert!(check_ready(&[25, 0], 1, 25).is_err(), "of two, none has above 60 %");
}
