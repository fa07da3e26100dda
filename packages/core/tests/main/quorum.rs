//! The adaptive quorum: it follows the largest turnout of an epoch, slowly, and within bounds.

use isonomia_core::class::Class;
use isonomia_core::quorum::{turnout_bps, AdaptiveQuorum, EpochTurnout, MAX_WAITING};
use isonomia_core::rules::{Quorum, Rules};
use isonomia_core::tally::Tally;

use crate::given::{brings, totals, DAY};

/// One epoch after another, each with this turnout.
fn after(turnouts: &[u16]) -> AdaptiveQuorum {
    let mut quorum = AdaptiveQuorum::default();
    for (epoch, turnout) in (0..).zip(turnouts) {
        quorum.note(epoch, epoch, *turnout);
        quorum.apply_before(epoch + 1);
    }
    quorum
}

#[test]
fn it_starts_at_15_percent_and_an_average_of_30() {
    let start = AdaptiveQuorum::default();

    assert_eq!((start.bps, start.average_bps), (1_500, 3_000));
}

#[test]
fn a_turnout_of_30_percent_keeps_it_where_it_is() {
    assert_eq!(after(&[3_000; 9]).bps, 1_500);
}

#[test]
fn the_average_weighs_the_new_turnout_a_quarter_rounded_down() {
    assert_eq!(after(&[5_000]).average_bps, 3_500);
    assert_eq!(after(&[3_003]).average_bps, 3_000);
    assert_eq!(after(&[2_999]).average_bps, 2_999);
}

#[test]
fn it_moves_to_half_of_the_average_rounded_down() {
    assert_eq!(after(&[3_201]).bps, 1_525);
    assert_eq!(after(&[3_012]).bps, 1_501);
    assert_eq!(after(&[2_999]).bps, 1_499);
}

#[test]
fn it_rises_by_2_points_an_epoch_at_most() {
    assert_eq!(after(&[4_600]).bps, 1_700);
    assert_eq!(after(&[4_608]).bps, 1_700);
    assert_eq!(after(&[10_000, 10_000]).bps, 1_900);
}

#[test]
fn it_falls_by_half_a_point_an_epoch_at_most() {
    assert_eq!(after(&[2_600]).bps, 1_450);
    assert_eq!(after(&[2_592]).bps, 1_450);
    assert_eq!(after(&[0, 0]).bps, 1_400);
}

#[test]
fn quiet_epochs_take_half_a_year_to_reach_its_floor_of_8_percent() {
    assert_eq!(after(&[0; 13]).bps, 850);
    assert_eq!(after(&[0; 14]).bps, 800, "14 epochs of 14 days");
    assert_eq!(after(&[0; 40]).bps, 800);
}

#[test]
fn full_turnout_for_ever_takes_it_to_35_percent() {
    assert_eq!(after(&[10_000; 9]).bps, 3_300);
    assert_eq!(after(&[10_000; 10]).bps, 3_500);
    assert_eq!(after(&[10_000; 40]).bps, 3_500);
}

#[test]
fn only_the_largest_turnout_of_an_epoch_counts() {
    let mut quorum = AdaptiveQuorum::default();
    for turnout in [0, 3_800, 100, 0] {
        quorum.note(0, 0, turnout);
    }
    quorum.apply_before(1);

    assert_eq!(quorum, after(&[3_800]));
}

#[test]
fn an_epoch_without_a_settled_poll_changes_nothing() {
    let mut quorum = AdaptiveQuorum::default();
    quorum.apply_before(9);

    assert_eq!((quorum.bps, quorum.average_bps), (1_500, 3_000));
}

#[test]
fn the_present_epoch_is_not_applied_before_it_has_finished() {
    let mut quorum = AdaptiveQuorum::default();
    quorum.note(3, 3, 0);

    quorum.apply_before(3);
    assert_eq!(quorum.bps, 1_500);
    quorum.apply_before(4);
    assert_eq!(quorum.bps, 1_450);
}

#[test]
fn epochs_are_applied_in_their_order_however_they_were_settled() {
    let mut quorum = AdaptiveQuorum::default();
    quorum.note(1, 2, 0);
    quorum.note(2, 2, 10_000);
    quorum.note(0, 2, 10_000);
    quorum.apply_before(3);

    let in_order = after(&[10_000, 0, 10_000]);
    assert_eq!((quorum.bps, quorum.average_bps), (in_order.bps, in_order.average_bps));
    assert_ne!(in_order.average_bps, after(&[0, 10_000, 10_000]).average_bps);
}

#[test]
fn a_turnout_settled_after_its_epoch_was_applied_counts_in_the_present_one() {
    let mut quorum = AdaptiveQuorum::default();
    quorum.note(0, 0, 0);
    quorum.apply_before(2);

    quorum.note(1, 2, 10_000);
    let late = EpochTurnout { epoch: 2, turnout_bps: 10_000 };
    assert_eq!(quorum.waiting, [late]);
    quorum.apply_before(2);
    assert_eq!(quorum.bps, 1_450, "epoch 2 has not finished");
    quorum.apply_before(3);
    assert_eq!(quorum.bps, 1_650);
}

#[test]
fn the_waiting_list_has_a_bound_past_which_the_oldest_is_applied() {
    let mut quorum = AdaptiveQuorum::default();
    for epoch in 0..MAX_WAITING as u64 {
        quorum.note(epoch, epoch, 0);
    }
    assert_eq!((quorum.waiting.len(), quorum.bps), (MAX_WAITING, 1_500));

    quorum.note(MAX_WAITING as u64, MAX_WAITING as u64, 0);

    assert_eq!((quorum.waiting.len(), quorum.bps), (MAX_WAITING, 1_450));
    assert_eq!(quorum.waiting[0].epoch, 1);
}

fn quorum_of(class: Class, adaptive_bps: u16) -> u16 {
    let adaptive = AdaptiveQuorum { bps: adaptive_bps, ..AdaptiveQuorum::default() };
    adaptive.of(class, &Rules::standard(DAY).of(class).quorum)
}

#[test]
fn each_class_has_its_quorum() {
    for (adaptive, standard, critical) in [
        (800, 800, 1_200),
        (1_500, 1_500, 2_250),
        (2_333, 2_333, 3_499),
        (2_334, 2_334, 3_500),
        (3_500, 3_500, 3_500),
    ] {
        assert_eq!(quorum_of(Class::Standard, adaptive), standard);
        assert_eq!(quorum_of(Class::Critical, adaptive), critical);
        assert_eq!(quorum_of(Class::Signal, adaptive), 800);
        assert_eq!(quorum_of(Class::Emergency, adaptive), 2_000);
    }
}

#[test]
fn a_grave_class_never_has_less_than_10_percent() {
    let lowest = AdaptiveQuorum { bps: 800, ..AdaptiveQuorum::default() };
    let all_of_it = Quorum::Adaptive { scale_bps: 10_000 };

    assert_eq!(lowest.of(Class::Standard, &all_of_it), 800);
    assert_eq!(lowest.of(Class::Critical, &all_of_it), 1_000);
    assert_eq!(lowest.of(Class::Emergency, &all_of_it), 1_000);
}

#[test]
fn turnout_is_everything_cast_of_all_power_rounded_down() {
    let cast = Tally { yes: brings(100, 9, 0), no: brings(200, 9, 0), abstain: brings(300, 9, 9), heads: 9 };

    assert_eq!(turnout_bps(&cast, &totals(1_000, 1, 1)), 6_000);
    assert_eq!(turnout_bps(&cast, &totals(1_001, 1, 1)), 5_994);
    assert_eq!(turnout_bps(&cast, &totals(600, 1, 1)), 10_000);
    assert_eq!(turnout_bps(&cast, &totals(0, 1, 1)), 0, "nobody has power");
    let all = Tally { yes: brings(u64::MAX, 0, 0), ..Tally::default() };
    assert_eq!(turnout_bps(&all, &totals(u64::MAX, 1, 1)), 10_000);
}
