//! The guardian: every stage of the seat, every event, every border of a term.

use cosmwasm_std::Addr;
use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::guardian::{
    check_act, check_removal, name, seat, Guardian, GuardianError, SeatEvent, SeatStage,
};

const DAY: Day = Day(ORDINARY_DAY);
const NOW: u64 = 1_000;
const LATEST: u64 = NOW + 180 * ORDINARY_DAY;

fn wanda() -> Addr {
    Addr::unchecked("wanda")
}

fn until(until: u64) -> Guardian {
    Guardian { account: wanda(), until }
}

#[test]
fn the_seat_takes_exactly_these_events() {
    use SeatStage::*;
    let table = [
        (Vacant, Some(Serving), None, None),
        (Serving, Some(Serving), Some(Vacant), Some(Serving)),
        (Ended, Some(Serving), Some(Vacant), None),
    ];

    for (stage, named, removed, acted) in table {
        assert_eq!(stage.step(SeatEvent::Name), named, "{stage:?}");
        assert_eq!(stage.step(SeatEvent::Remove), removed, "{stage:?}");
        assert_eq!(stage.step(SeatEvent::Act), acted, "{stage:?}");
    }
}

#[test]
fn a_term_is_served_until_its_end_and_not_at_it() {
    assert_eq!(seat(None, NOW), SeatStage::Vacant);
    assert_eq!(seat(Some(&until(NOW + 1)), NOW), SeatStage::Serving);
    assert_eq!(seat(Some(&until(NOW)), NOW), SeatStage::Ended);
}

#[test]
fn a_term_lasts_at_most_180_days_and_longer_than_nothing() {
    for fine in [NOW + 1, LATEST] {
        assert_eq!(name(wanda(), fine, DAY, NOW), Ok(until(fine)));
    }
    for until in [0, NOW, LATEST + 1, u64::MAX] {
        let refused = GuardianError::Term { until, now: NOW, latest: LATEST };
        assert_eq!(name(wanda(), until, DAY, NOW), Err(refused));
    }
}

#[test]
fn only_the_guardian_acts_and_only_within_the_term() {
    let (wanda, mallory) = (wanda(), Addr::unchecked("mallory"));
    let nobody = |sender: &Addr| Err(GuardianError::NotGuardian { sender: sender.clone() });

    assert_eq!(check_act(Some(&until(NOW + 1)), &wanda, NOW), Ok(()));
    assert_eq!(check_act(Some(&until(NOW + 1)), &mallory, NOW), nobody(&mallory));
    assert_eq!(check_act(None, &wanda, NOW), nobody(&wanda));
    let ended = Err(GuardianError::TermEnded { until: NOW, now: NOW });
    assert_eq!(check_act(Some(&until(NOW)), &wanda, NOW), ended);
}

#[test]
fn a_seat_with_a_name_on_it_is_cleared_even_after_the_term() {
    assert_eq!(check_removal(Some(&until(NOW + 1)), NOW), Ok(()));
    assert_eq!(check_removal(Some(&until(NOW)), NOW), Ok(()));
    assert_eq!(check_removal(None, NOW), Err(GuardianError::NobodyToRemove));
}
