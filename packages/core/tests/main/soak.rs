//! The soak: every stage, every event, every border of time.

use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::soak::{Soak, SoakError, SoakEvent, SoakStage};

const DAY: Day = Day(ORDINARY_DAY);

#[test]
fn an_upgrade_is_rolled_back_in_its_soak_and_once() {
    for (stage, rolled_back) in [
        (SoakStage::Soaking, Some(SoakStage::RolledBack)),
        (SoakStage::RolledBack, None),
        (SoakStage::Over, None),
    ] {
        assert_eq!(stage.step(SoakEvent::RollBack), rolled_back, "{stage:?}");
    }
}

#[test]
fn a_soak_is_over_at_its_end_and_what_was_rolled_back_stays_so() {
    let mut soak = Soak::begin(100, DAY, 1_000).unwrap();

    assert_eq!(
        [1_000, 1_099, 1_100].map(|now| soak.stage(now)),
        [SoakStage::Soaking, SoakStage::Soaking, SoakStage::Over]
    );
    let late = soak.take(SoakEvent::RollBack, 1_100).unwrap_err().to_string();
    assert_eq!(
        late,
        "a soak that is Over does not take RollBack: it lasts until before 1100, now it is 1100"
    );
    soak.take(SoakEvent::RollBack, 1_099).unwrap();
    assert_eq!([1_099, 1_100].map(|now| soak.stage(now)), [SoakStage::RolledBack; 2]);
    assert!(soak.take(SoakEvent::RollBack, 1_099).is_err());
}

#[test]
fn a_soak_lasts_a_second_to_fourteen_days() {
    for day in [DAY, Day(10)] {
        let longest = 14 * day.0;
        assert_eq!(Soak::begin(1, day, 0).unwrap().until, 1);
        assert_eq!(Soak::begin(longest, day, 0).unwrap().until, longest);
        for seconds in [0, longest + 1] {
            assert_eq!(Soak::begin(seconds, day, 0), Err(SoakError::Length { seconds, longest }));
        }
    }
}
