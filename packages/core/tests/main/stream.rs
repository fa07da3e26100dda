//! Streams: earned second by second from a cliff on, paid once, taken back only where they are not earned.

use cosmwasm_std::Uint128;
use isonomia_core::stream::{Course, Stream, StreamError};
use proptest::prelude::*;

use crate::given::{cases, DAY};

fn stream(amount: u128, start: u64, cliff: u64, duration: u64) -> Stream {
    Stream::new(amount.into(), Course::check(start, cliff, duration, DAY).unwrap())
}

fn nothing_due(earned: u128, withdrawn: u128, cliff: u64, now: u64) -> Result<Uint128, StreamError> {
    let [earned, withdrawn] = [earned, withdrawn].map(Uint128::new);
    Err(StreamError::NothingDue { earned, withdrawn, cliff, now })
}

#[test]
fn nothing_is_earned_before_the_cliff_and_then_all_since_the_start() {
    let stream = stream(1_000, 100, 40, 100);

    let earned = [99, 139, 140, 141, 199, 200, u64::MAX].map(|now| stream.earned(now).u128());
    assert_eq!(earned, [0, 0, 400, 410, 990, 1_000, 1_000]);
}

#[test]
fn what_is_earned_is_rounded_down_until_the_end() {
    let stream = stream(10, 0, 0, 3);

    assert_eq!([0, 1, 2, 3].map(|now| stream.earned(now).u128()), [0, 3, 6, 10]);
}

#[test]
fn a_cliff_may_be_the_end_and_a_stream_may_last_a_second() {
    assert_eq!([109, 110].map(|now| stream(7, 100, 10, 10).earned(now).u128()), [0, 7]);
    assert_eq!([100, 101].map(|now| stream(7, 100, 0, 1).earned(now).u128()), [0, 7]);
}

#[test]
fn a_course_has_bounds() {
    let most = DAY.days(3_650);

    assert!(Course::check(0, 0, 1, DAY).is_ok() && Course::check(0, most, most, DAY).is_ok());
    assert_eq!(Course::check(0, 0, 0, DAY), Err(StreamError::Duration { duration: 0, most }));
    assert_eq!(Course::check(0, 0, most + 1, DAY), Err(StreamError::Duration { duration: most + 1, most }));
    assert_eq!(Course::check(0, 6, 5, DAY), Err(StreamError::Cliff { cliff: 6, duration: 5 }));
    let (latest, never) = (u64::MAX - 5, u64::MAX - 4);
    assert!(Course::check(latest, 0, 5, DAY).is_ok());
    assert_eq!(Course::check(never, 0, 5, DAY), Err(StreamError::Start { start: never }));
}

#[test]
fn what_is_due_is_paid_once() {
    let mut stream = stream(1_000, 100, 40, 100);

    assert_eq!(stream.withdraw(139), nothing_due(0, 0, 140, 139));
    assert_eq!(stream.withdraw(140), Ok(400u128.into()));
    assert_eq!(stream.withdraw(140), nothing_due(400, 400, 140, 140));
    assert_eq!((stream.due(150), stream.reserved()), (100u128.into(), 600u128.into()));
    assert_eq!(stream.withdraw(300), Ok(600u128.into()));
    assert_eq!(stream.withdraw(301), nothing_due(1_000, 1_000, 140, 301));
    assert_eq!(stream.reserved(), Uint128::zero());
}

#[test]
fn cancelling_takes_back_what_is_not_earned_and_leaves_what_is() {
    let mut stream = stream(1_000, 100, 40, 100);
    stream.withdraw(150).unwrap();

    assert_eq!(stream.cancel(160), Ok(400u128.into()));
    assert_eq!(stream.cancel(161), Err(StreamError::Cancelled { at: 160 }));
    assert_eq!(stream.reserved(), Uint128::new(100));
    assert_eq!(stream.withdraw(u64::MAX), Ok(100u128.into()));
    assert_eq!(stream.withdraw(u64::MAX), nothing_due(600, 600, 140, u64::MAX));
}

#[test]
fn a_stream_that_is_cancelled_before_its_cliff_pays_nothing() {
    let mut stream = stream(1_000, 100, 40, 100);

    assert_eq!(stream.cancel(139), Ok(1_000u128.into()));
    assert_eq!(stream.withdraw(500), nothing_due(0, 0, 140, 500));
    assert_eq!(stream.reserved(), Uint128::zero());
}

#[test]
fn a_stream_that_is_earned_whole_is_not_cancelled() {
    let mut stream = stream(1_000, 100, 40, 100);

    assert_eq!(stream.cancel(200), Err(StreamError::Earned { end: 200 }));
    assert_eq!(stream.cancel(199), Ok(10u128.into()));
}

proptest! {
    #![proptest_config(cases(400))]

    /// Whoever withdraws when, and whoever cancels when: what is paid, what is kept and what is returned is the whole.
    #[test]
    fn nothing_is_lost_and_nothing_is_made(
        amount in any::<u128>(), start in 0..1_000u64, duration in 1..1_000u64, cliff in 0..1_000u64,
        moments in prop::collection::vec((0..2_500u64, prop::bool::weighted(0.1)), 1..20),
    ) {
        let mut moments = moments;
        moments.sort();
        let mut stream = stream(amount, start, cliff.min(duration), duration);
        let (mut paid, mut returned) = (Uint128::zero(), Uint128::zero());
        for (now, cancels) in moments {
            if cancels {
                returned += stream.cancel(now).unwrap_or_default();
            }
            paid += stream.withdraw(now).unwrap_or_default();
            prop_assert_eq!(stream.withdrawn, paid);
            prop_assert_eq!(paid.checked_add(stream.reserved()).unwrap().checked_add(returned).unwrap().u128(), amount);
        }
        paid += stream.withdraw(u64::MAX).unwrap_or_default();
        prop_assert_eq!((paid + returned).u128(), amount);
    }

    /// Time takes nothing away, and the proportion is never more than exact.
    #[test]
    fn earning_never_goes_back(
        amount in 0..1u128 << 100, duration in 1..1_000u64, cliff in 0..1_000u64, now in 0..2_000u64,
    ) {
        let stream = stream(amount, 0, cliff.min(duration), duration);
        let (earned, later) = (stream.earned(now).u128(), stream.earned(now + 1).u128());
        prop_assert!(earned <= later && later <= amount);
        prop_assert!(earned * u128::from(duration) <= amount * u128::from(now.min(duration)));
    }
}
