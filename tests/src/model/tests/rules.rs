//! The rules one by one: linear verdicts, ties, heads, the adaptive quorum, the bounds of the parameters.

use isonomia_cli::scenario::{Amount, ClassName, ClassParams, Params};

use super::golden::{tally, terms};
use crate::model::math::Contribution;
use crate::model::params::DAY;
use crate::model::quorum::AdaptiveQuorum;
use crate::model::verdict::{turnout, verdict, Tally, Terms};
use crate::model::Model;

#[test]
fn linear_outcomes() {
    let linear = Terms { two_key: false, head_count: 5, total_power: 0, ..terms() };
    let judged = verdict(&linear, &tally());
    assert_eq!((judged.yes_side, judged.no_side), (900_000_000, 2_500_000_000));
    // 9 % of the stake against a quorum of 15 %; 9 to 25 in favour.
    assert!(!judged.conditions.quorum && !judged.conditions.threshold && !judged.conditions.stake_relative);
    assert!(judged.conditions.stake_support && judged.conditions.head_count && !judged.passes);

    let third = |stake| {
        let critical =
            Terms { class: ClassName::Critical, min_total_stake: 30_000_000_000, ..linear.clone() };
        let yes = Contribution { power: 0, stake, unattested: stake };
        verdict(&critical, &Tally { yes, ..Tally::default() })
    };
    assert!(third(10_000_000_000).passes);
    assert!(!third(9_999_999_999).conditions.stake_support);
}

#[test]
fn what_is_just_enough() {
    // q·V = 300 000 power, θ = half of 200 million, g = 1 % of 10 000 million.
    let exact = |power, stake| {
        let yes = Contribution { power, stake, unattested: 0 };
        let no = Contribution { power: 0, stake: 100_000_000, unattested: 0 };
        let terms = Terms { theta: 5_000, ..terms() };
        verdict(&terms, &Tally { yes, no, ..Tally::default() }).conditions
    };
    let enough = exact(300_000, 100_000_000);
    assert!(enough.quorum && enough.stake_relative && enough.stake_support);
    let short = exact(299_999, 99_999_999);
    assert!(!short.quorum && !short.stake_relative && !short.stake_support);
}

#[test]
fn ties_and_head_counts() {
    let even = Contribution { power: 600_000, stake: 900_000_000, unattested: 300_000_000 };
    let tie = verdict(&terms(), &Tally { yes: even, no: even, ..Tally::default() });
    assert!(!tie.conditions.threshold && tie.conditions.stake_relative);

    let heads = |head_count, attested, heads| {
        let terms = Terms { head_count, attested, ..terms() };
        verdict(&terms, &Tally { heads, ..tally() }).conditions.head_count
    };
    assert!(heads(0, 0, 0) && heads(3, 2, 3) && !heads(3, 2, 2));
    assert!(heads(25, 4, 3) && heads(25, 100, 20) && !heads(25, 100, 19) && heads(25, 1_000, 25));

    let nobody = Terms { total_power: 0, total_stake: 0, ..terms() };
    assert!(!verdict(&nobody, &Tally::default()).conditions.quorum);
    assert_eq!(turnout(&nobody, &Tally::default()), 0);
}

#[test]
fn quorum_moves() {
    let day = |days: u64| days * DAY;
    let mut quorum = AdaptiveQuorum::default();
    quorum.settle(day(7), day(7), 0);
    quorum.settle(day(13), day(13), 10_000);
    assert_eq!(quorum.bps(), 1_500);
    quorum.apply(day(13));
    assert_eq!(quorum.bps(), 1_500);
    // ema = (9 000 + 10 000)/4 = 4 750, target 2 375, two points up at most.
    quorum.apply(day(14));
    assert_eq!(quorum.bps(), 1_700);
    // Too late for the first epoch: counts in the third (days 28 to 42).
    quorum.apply(day(28));
    assert_eq!(quorum.bps(), 1_700);
    quorum.settle(day(13), day(30), 0);
    // ema = 14 250/4 = 3 562, target 1 781, nearer than two points.
    quorum.apply(day(42));
    assert_eq!(quorum.bps(), 1_781);
    // ema = 10 686/4 = 2 671, target 1 335, half a point down at most.
    quorum.settle(day(50), day(90), 0);
    quorum.apply(day(91));
    assert_eq!(quorum.bps(), 1_731);
}

#[test]
fn bounds() {
    let refused = |params: Params| assert!(Model::new(&params).is_err(), "{params:?}");
    let accepted = |params: Params| assert!(Model::new(&params).is_ok(), "{params:?}");
    accepted(Params::default());
    refused(Params { k: Some(Amount(0)), ..Params::default() });
    refused(Params { k: Some(Amount(1_000_001)), ..Params::default() });
    refused(Params { floor_stake: Some(Amount(0)), ..Params::default() });
    refused(Params { kappa_bps: Some(2_501), ..Params::default() });
    refused(Params { cap_bps: Some(99), ..Params::default() });
    refused(Params { season_seconds: Some(30 * DAY - 1), ..Params::default() });
    refused(Params { unbonding_seconds: Some(90 * DAY + 1), ..Params::default() });
    // Critical: 7 + 2 × 1 + 1.5 × 5 + 5 = 21.5 days.
    accepted(Params { unbonding_seconds: Some(21 * DAY + DAY / 2), ..Params::default() });
    refused(Params { unbonding_seconds: Some(21 * DAY + DAY / 2 - 1), ..Params::default() });

    let standard = |class: ClassParams| {
        let mut params = Params::default();
        params.classes.standard = class;
        params
    };
    refused(standard(ClassParams { tau_bps: Some(4_999), ..ClassParams::default() }));
    refused(standard(ClassParams { window_seconds: Some(4 * DAY - 1), ..ClassParams::default() }));
    refused(standard(ClassParams { voting_seconds: Some(DAY - 1), ..ClassParams::default() }));
    refused(standard(ClassParams { quorum_bps: Some(799), ..ClassParams::default() }));
    accepted(standard(ClassParams { head_count: Some(0), ..ClassParams::default() }));
    let mut critical = Params::default();
    critical.classes.critical.head_count = Some(2);
    refused(critical);
}
