//! Golden vectors: roots, weights, an outcome.

use cosmwasm_std::Uint256;
use isonomia_cli::scenario::ClassName;

use crate::model::math::{isqrt, weight, Contribution};
use crate::model::verdict::{turnout, verdict, Tally, Terms};

const MILLION: u128 = 1_000_000;

#[test]
fn roots() {
    let small: [(u128, u128); 17] = [
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
        (170_141_183_460_469_231_731_687_303_715_884_105_728, 13_043_817_825_332_782_212),
        (340_282_366_920_938_463_463_374_607_431_768_211_455, 18_446_744_073_709_551_615),
    ];
    for (n, root) in small {
        assert_eq!(isqrt(n.into()), Uint256::from(root), "isqrt({n})");
    }
    // 340282366920938463463374607431768211455000000
    let large = Uint256::from(u128::MAX) * Uint256::from(MILLION);
    assert_eq!(isqrt(large), Uint256::from(18_446_744_073_709_551_615_999u128));
    assert_eq!(isqrt(Uint256::MAX), Uint256::from(u128::MAX));
}

#[test]
fn weights() {
    let floor_1e6: [(u128, u128); 12] = [
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
    ];
    let floor_37e6: [(u128, u128); 6] = [
        (0, 0),
        (1, 0),
        (36_999_999, 6_082_761),
        (37_000_000, 6_082_762),
        (37_000_001, 6_082_762),
        (1_000_000_000_000, 1_000_000_000),
    ];
    for (x, w) in floor_1e6 {
        assert_eq!(weight(MILLION, MILLION, x), w, "w({x})");
    }
    for (x, w) in floor_37e6 {
        assert_eq!(weight(MILLION, 37 * MILLION, x), w, "w({x})");
    }
}

/// The terms of the golden outcome.
pub fn terms() -> Terms {
    Terms {
        class: ClassName::Standard,
        two_key: true,
        tau: 5_000,
        theta: 3_333,
        support: 100,
        quorum: 1_500,
        head_count: 0,
        kappa: 1_000,
        min_total_stake: 0,
        total_power: 2_000_000,
        total_stake: 10_000_000_000,
        attested: 10,
    }
}

/// The tally of the golden outcome.
pub fn tally() -> Tally {
    let yes = Contribution { power: 600_000, stake: 900_000_000, unattested: 300_000_000 };
    let no = Contribution { power: 500_000, stake: 2_500_000_000, unattested: 2_000_000_000 };
    Tally { yes, no, ..Tally::default() }
}

#[test]
fn outcomes() {
    let theta_2500 = Terms { theta: 2_500, ..terms() };
    let kappa_0 = Terms { kappa: 0, ..terms() };
    let cases = [
        (terms(), 606_666, 544_444, false),
        (theta_2500, 606_666, 544_444, true),
        (kappa_0, 600_000, 500_000, false),
    ];
    for (terms, yes_side, no_side, stake_key) in cases {
        let verdict = verdict(&terms, &tally());
        assert_eq!((verdict.yes_side, verdict.no_side), (yes_side, no_side));
        assert!(
            verdict.conditions.quorum && verdict.conditions.threshold && verdict.conditions.stake_support
        );
        assert_eq!(verdict.conditions.stake_relative, stake_key);
        assert_eq!(verdict.passes, stake_key);
    }
    assert_eq!(turnout(&terms(), &tally()), 5_500);
}
