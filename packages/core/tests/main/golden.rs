//! Golden vectors. Source: design research, the integer reference model of the mechanism.

use cosmwasm_std::{HexBinary, Isqrt, Uint256};
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::quorum::turnout_bps;
use isonomia_core::tally::Choice;
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::{Conditions, Terms};
use isonomia_core::weight::Curve;

use crate::given::{brings, tally, terms, totals};

const MILLION: u32 = 1_000_000;

fn weights(scale: u32, floor: u128, vectors: &[(u128, u64)]) {
    let curve = Curve { scale, floor: Stake::new(floor) };
    for (stake, power) in vectors {
        assert_eq!(curve.power(Stake::new(*stake)), Power(*power), "w({stake})");
    }
}

#[test]
fn the_root_is_the_weight_of_a_token_of_18_decimals() {
    weights(
        1,
        1,
        &[
            (0, 0),
            (1, 1),
            (2, 1),
            (3, 1),
            (4, 2),
            (8, 2),
            (9, 3),
            (15, 3),
            (16, 4),
            (99, 9),
            (1_000_000, 1_000),
            (999_999_999_999, 999_999),
            (1_000_000_000_000, 1_000_000),
            (18_446_744_073_709_551_615, 4_294_967_295),
            (18_446_744_073_709_551_616, 4_294_967_296),
            (1 << 127, 13_043_817_825_332_782_212),
            (u128::MAX, 18_446_744_073_709_551_615),
        ],
    );
}

#[test]
fn the_root_of_a_product_wider_than_128_bits() {
    let wide = Uint256::from(u128::MAX) * Uint256::from(MILLION);

    assert_eq!(wide.isqrt(), Uint256::from(18_446_744_073_709_551_615_999u128));
}

#[test]
fn weights_above_a_floor_stake_of_one_token() {
    weights(
        MILLION,
        1_000_000,
        &[
            (0, 0),
            (1, 1),
            (2, 2),
            (999_999, 999_999),
            (1_000_000, 1_000_000),
            (1_000_001, 1_000_000),
            (4_000_000, 2_000_000),
            (100_000_000, 10_000_000),
            (123_456_789, 11_111_111),
            (1_000_000_000_000, 1_000_000_000),
            (1_000_000_000_000_000, 31_622_776_601),
            (1_267_650_600_228_229_401_496_703_205_376, 1_125_899_906_842_624_000),
        ],
    );
}

#[test]
fn weights_above_a_floor_stake_of_37_tokens() {
    weights(
        MILLION,
        37_000_000,
        &[
            (0, 0),
            (1, 0),
            (36_999_999, 6_082_761),
            (37_000_000, 6_082_762),
            (37_000_001, 6_082_762),
            (1_000_000_000_000, 1_000_000_000),
        ],
    );
}

/// Standard rules at the first quorum, 15 %.
fn golden_terms() -> Terms {
    let totals = totals(2_000_000, 10_000_000_000, 100);
    Terms { stake_base: totals.stake, totals, ..terms(Class::Standard) }
}

fn outcome(terms: &Terms) -> (u128, u128, Conditions) {
    let tally =
        tally(brings(600_000, 900_000_000, 300_000_000), brings(500_000, 2_500_000_000, 2_000_000_000));
    let side = |choice| terms.side_floor(&tally, choice).u128();
    (side(Choice::Yes), side(Choice::No), terms.judge(&tally))
}

const ALL_BUT_THE_STAKE_KEY: Conditions = Conditions {
    quorum: true,
    threshold: true,
    stake_relative: false,
    stake_support: true,
    head_count: true,
};

#[test]
fn a_majority_of_people_fails_against_three_quarters_of_the_stake() {
    assert_eq!(outcome(&golden_terms()), (606_666, 544_444, ALL_BUT_THE_STAKE_KEY));
}

#[test]
fn it_passes_with_a_stake_key_of_a_quarter() {
    let mut terms = golden_terms();
    terms.rules.stake_key_bps = 2_500;

    let (yes, no, conditions) = outcome(&terms);

    assert_eq!((yes, no), (606_666, 544_444));
    assert!(conditions.pass());
}

#[test]
fn sides_are_the_power_alone_where_unattested_stake_has_no_share() {
    let terms = Terms { unattested_bps: 0, ..golden_terms() };

    assert_eq!(outcome(&terms), (600_000, 500_000, ALL_BUT_THE_STAKE_KEY));
}

#[test]
fn the_turnout_of_the_golden_outcome_is_55_percent() {
    let cast = tally(brings(600_000, 0, 0), brings(500_000, 0, 0));

    assert_eq!(turnout_bps(&cast, &golden_terms().totals), 5_500);
}

/// Source: FIPS 180-2, appendix B.1.
#[test]
fn the_hash_is_sha_256() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assert_eq!(HexBinary::from(sha256(b"abc")).to_hex(), abc);
}
