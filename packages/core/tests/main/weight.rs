//! Weight: the root above the floor stake, its chord below (I12, I13).

use cosmwasm_std::{Isqrt, Uint128, Uint256};
use isonomia_core::units::{Power, Stake, STAKE_LIMIT};
use isonomia_core::weight::{Curve, CurveError, SCALE_LIMIT};
use proptest::prelude::*;

use crate::given::{brings, cases, curve, person, stranger};

fn shape(scale: u32, floor: u128) -> Curve {
    Curve { scale, floor: Stake::new(floor) }
}

fn w(curve: &Curve, stake: u128) -> u128 {
    curve.power(Stake::new(stake)).0.into()
}

fn root(value: u128) -> u128 {
    Uint128::new(value).isqrt().u128()
}

/// Numbers of every length, so that small ones are as likely as large ones.
fn any_stake(below_bits: u32) -> impl Strategy<Value = u128> {
    (1..=below_bits, any::<u128>()).prop_map(|(bits, noise)| noise >> (128 - bits))
}

fn any_curve() -> impl Strategy<Value = Curve> {
    let scale = prop_oneof![Just(1), Just(SCALE_LIMIT), 1..=SCALE_LIMIT];
    (scale, any_stake(100)).prop_map(|(scale, floor)| shape(scale, floor.max(1)))
}

/// A stake anywhere, or beside the floor stake, where root and chord meet.
fn any_point() -> impl Strategy<Value = (Curve, u128)> {
    (any_curve(), any_stake(99), any::<bool>(), 0..4u128).prop_map(|(curve, anywhere, beside, step)| {
        let near = curve.floor.amount().saturating_sub(2) + step;
        (curve, if beside { near } else { anywhere })
    })
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// I13
    #[test]
    fn above_the_floor_stake_power_is_the_exact_root(curve in any_curve(), noise in any_stake(100)) {
        let stake = noise.max(curve.floor.amount());
        let (power, square) = (w(&curve, stake), u128::from(curve.scale) * stake);

        prop_assert!(power * power <= square && square < (power + 1) * (power + 1));
    }

    #[test]
    fn below_the_floor_stake_power_is_a_share_of_the_root_of_the_floor(curve in any_curve(), noise: u128) {
        let floor = curve.floor.amount();
        let stake = noise % floor;
        let whole = Uint256::from(stake) * Uint256::from(root(u128::from(curve.scale) * floor));
        let power = Uint256::from(w(&curve, stake));

        prop_assert!(power * Uint256::from(floor) <= whole);
        prop_assert!(whole < (power + Uint256::one()) * Uint256::from(floor));
    }

    /// I13
    #[test]
    fn more_stake_is_never_less_power((curve, stake) in any_point(), more in any_stake(99)) {
        prop_assert!(w(&curve, stake) <= w(&curve, stake + 1));
        prop_assert!(w(&curve, stake) <= w(&curve, stake + more));
    }

    /// I13: merging two accounts never gains more than two units.
    #[test]
    fn a_merger_gains_at_most_two_units((curve, a) in any_point(), b in any_stake(99)) {
        prop_assert!(w(&curve, a + b) <= w(&curve, a) + w(&curve, b) + 2);
    }

    /// I12: both bounds at once, over any partition of a stake over n identities.
    #[test]
    fn n_identities_weigh_no_more_than_the_bound(
        curve in any_curve(),
        stakes in prop::collection::vec(any_stake(90), 1..40),
    ) {
        splitting_is_bounded(&curve, &stakes)?;
    }

    /// I12, where an attacker splits best: n equal stakes at, beside and around the floor stake.
    #[test]
    fn n_equal_identities_weigh_no_more_than_the_bound(
        (curve, stake) in any_point(),
        identities in 1..100usize,
    ) {
        splitting_is_bounded(&curve, &vec![stake; identities])?;
    }

    #[test]
    fn power_fits_60_bits_below_the_stake_limit(floor in any_stake(100), stake in any_stake(100)) {
        let curve = shape(SCALE_LIMIT, floor.max(1));

        prop_assert!(w(&curve, stake) < 1 << 60);
    }
}

fn splitting_is_bounded(curve: &Curve, stakes: &[u128]) -> Result<(), TestCaseError> {
    let (scale, floor) = (u128::from(curve.scale), curve.floor.amount());
    let identities = Uint256::from(stakes.len() as u64);
    let power = Uint256::from(stakes.iter().map(|stake| w(curve, *stake)).sum::<u128>());
    let stake = Uint256::from(stakes.iter().sum::<u128>());

    let by_root = (Uint256::from(scale) * identities * stake).isqrt() + Uint256::one();
    prop_assert!(power <= by_root, "{power} > {by_root}");
    let slope = Uint256::from(root(scale * floor) + 1);
    prop_assert!(power * Uint256::from(floor) <= slope * stake + identities * Uint256::from(floor));
    Ok(())
}

/// I13 for every small curve and every pair of small stakes; where K·m is a square, a merger gains at most one unit.
#[test]
fn a_merger_gains_at_most_one_unit_where_root_and_chord_meet_exactly() {
    for scale in 1..=12 {
        for floor in 1..=40 {
            let curve = shape(scale, floor);
            let weights: Vec<u128> = (0..120).map(|stake| w(&curve, stake)).collect();
            let product = u128::from(scale) * floor;
            let gain = if root(product).pow(2) == product { 1 } else { 2 };
            for (a, b) in (0..60).flat_map(|a| (a..60).map(move |b| (a, b))) {
                assert!(weights[a + b] <= weights[a] + weights[b] + gain, "K {scale}, m {floor}, {a} + {b}");
            }
        }
    }
}

#[test]
fn the_widest_power_is_just_below_60_bits() {
    assert!(w(&shape(SCALE_LIMIT, 1), STAKE_LIMIT - 1) < 1 << 60);
    assert!(w(&shape(SCALE_LIMIT, STAKE_LIMIT - 1), STAKE_LIMIT - 2) < 1 << 60);
    assert!(w(&shape(SCALE_LIMIT, 1), STAKE_LIMIT - 1) > 1 << 59);
}

#[test]
fn k_is_1_to_a_million() {
    assert_eq!(shape(1, 1).check(), Ok(()));
    assert_eq!(shape(1_000_000, 1).check(), Ok(()));
    assert_eq!(shape(0, 1).check(), Err(CurveError::Scale { scale: 0 }));
    assert_eq!(shape(1_000_001, 1).check(), Err(CurveError::Scale { scale: 1_000_001 }));
}

#[test]
fn the_floor_stake_is_at_least_1_and_below_the_stake_limit() {
    let refused = |floor: u128| Err(CurveError::Floor { floor: floor.into() });

    assert_eq!(shape(1, (1 << 100) - 1).check(), Ok(()));
    assert_eq!(shape(1, 0).check(), refused(0));
    assert_eq!(shape(1, 1 << 100).check(), refused(1 << 100));
}

#[test]
fn only_attested_stake_has_power_and_only_the_other_is_unattested() {
    let curve = curve();

    assert_eq!(person(4_000_000).contribution(&curve), brings(2_000_000, 4_000_000, 0));
    assert_eq!(stranger(4_000_000).contribution(&curve), brings(0, 4_000_000, 4_000_000));
    assert_eq!(person(0).contribution(&curve).power, Power::ZERO);
}
