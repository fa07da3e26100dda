//! Pauses: every stage, every event, every border of time.

use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::pause::{begin, lift, Pause, PauseError, PauseEvent, PauseScope, PauseStage};

const DAY: Day = Day(ORDINARY_DAY);
const NOW: u64 = 1_000;
const WEEK: u64 = 7 * ORDINARY_DAY;
const LONGEST: u64 = 3 * ORDINARY_DAY;

fn last(until: u64) -> Pause {
    Pause { scope: PauseScope::Execution, from: 10, until }
}

#[test]
fn pausing_takes_exactly_these_events() {
    use PauseStage::*;
    let table = [(Free, Some(Running), None), (Running, None, Some(Cooling)), (Cooling, None, None)];

    for (stage, paused, unpaused) in table {
        assert_eq!(stage.step(PauseEvent::Pause), paused, "{stage:?}");
        assert_eq!(stage.step(PauseEvent::Unpause), unpaused, "{stage:?}");
    }
}

#[test]
fn a_pause_runs_until_its_end_and_cools_down_for_a_week() {
    let pause = last(NOW);
    let borders = [
        (10, PauseStage::Running),
        (NOW - 1, PauseStage::Running),
        (NOW, PauseStage::Cooling),
        (NOW + WEEK - 1, PauseStage::Cooling),
        (NOW + WEEK, PauseStage::Free),
    ];

    for (now, stage) in borders {
        assert_eq!(pause.stage(DAY, now), stage, "{now}");
    }
}

#[test]
fn a_pause_holds_up_its_own_scope_while_it_runs() {
    let pause = last(NOW);

    assert!(pause.holds(PauseScope::Execution, NOW - 1));
    assert!(!pause.holds(PauseScope::Execution, NOW));
    assert!(!pause.holds(PauseScope::TreasuryOutflow, NOW - 1));
}

#[test]
fn a_pause_lasts_at_most_72_hours() {
    let pause = |seconds| begin(None, PauseScope::TreasuryOutflow, seconds, DAY, NOW);

    for seconds in [1, LONGEST] {
        let (scope, from, until) = (PauseScope::TreasuryOutflow, NOW, NOW + seconds);
        assert_eq!(pause(seconds), Ok(Pause { scope, from, until }));
    }
    for seconds in [0, LONGEST + 1] {
        assert_eq!(pause(seconds), Err(PauseError::Length { seconds, most: LONGEST }));
    }
}

#[test]
fn both_scopes_share_the_cool_down() {
    for scope in [PauseScope::TreasuryOutflow, PauseScope::Execution] {
        let (until, free_from) = (NOW, NOW + WEEK);
        for now in [NOW - 1, NOW, free_from - 1] {
            let refused = PauseError::TooSoon { until, free_from, now };
            assert_eq!(begin(Some(&last(NOW)), scope, 1, DAY, now), Err(refused));
        }
        assert!(begin(Some(&last(NOW)), scope, 1, DAY, free_from).is_ok());
    }
}

#[test]
fn a_pause_that_is_lifted_cools_down_from_then_on() {
    let lifted = lift(Some(last(NOW)), DAY, 500).unwrap();

    assert_eq!(lifted, last(500));
    assert_eq!(lift(Some(lifted), DAY, 500), Err(PauseError::NothingPaused));
    assert_eq!(lift(Some(last(NOW)), DAY, NOW), Err(PauseError::NothingPaused));
    assert_eq!(lift(None, DAY, NOW), Err(PauseError::NothingPaused));
}
