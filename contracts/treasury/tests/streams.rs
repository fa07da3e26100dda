//! Streams: what is set aside when they are made, what leaves by them, and what comes back.

use isonomia_api::treasury::{ExecuteMsg, Holding, Means};
use isonomia_core::stream::StreamError;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;
use isonomia_treasury::error::TreasuryError;

use crate::promises::{over, CAP};
use crate::suite::{coin, refusal, Suite, DAY, FORTUNE, START};

fn stream_refuses(why: StreamError) -> TreasuryError {
    TreasuryError::Stream { id: 1, why }
}

#[test]
fn the_whole_of_a_stream_is_counted_and_set_aside_when_it_is_made() {
    let mut suite = Suite::capped();

    assert_eq!(refusal(suite.promise(|stream| stream.amount = (CAP + 1).into())), over(CAP + 1, CAP, CAP, 0));
    suite.promise(|stream| stream.amount = CAP.into()).unwrap();

    assert_eq!((suite.counted(), suite.reserved()), (CAP, CAP));
    assert!(suite.outflows(None, None).is_empty(), "nothing has left");
    assert_eq!(refusal(suite.spend(8, coin(), 1, "ann")), over(1, 0, CAP, CAP));
    suite.advance(10 * DAY);
    suite.withdraw("rita", 1).unwrap();
    assert_eq!((suite.coins_of("rita"), suite.counted(), suite.reserved()), (CAP, 0, 0));
    let entry = &suite.outflows(None, None)[0];
    assert_eq!((entry.proposal, &entry.by, entry.amount.u128()), (7, &Means::Stream { id: 1 }, CAP));
}

#[test]
fn a_stream_of_a_second_gains_nothing() {
    let mut suite = Suite::capped();
    suite.promise(|stream| (stream.amount, stream.cliff, stream.duration) = (CAP.into(), 0, 1)).unwrap();
    suite.advance(1);
    suite.withdraw("rita", 1).unwrap();

    let refused = refusal(
        suite.promise(|stream| (stream.amount, stream.cliff, stream.duration) = (1u128.into(), 0, 1)),
    );
    assert_eq!(refused, over(1, 0, CAP, CAP));
}

#[test]
fn rita_earns_from_her_cliff_on_and_is_paid_once() {
    let mut suite = Suite::capped();
    suite.promise(|_| ()).unwrap();
    let cliff = START + 3 * DAY;
    let nothing = |earned: u128, withdrawn: u128, now| {
        let [earned, withdrawn] = [earned, withdrawn].map(Into::into);
        stream_refuses(StreamError::NothingDue { earned, withdrawn, cliff, now })
    };

    suite.advance(3 * DAY - 1);
    assert_eq!(refusal(suite.withdraw("rita", 1)), nothing(0, 0, cliff - 1));
    suite.advance(1);
    suite.withdraw("rita", 1).unwrap();
    assert_eq!(refusal(suite.withdraw("rita", 1)), nothing(300, 300, cliff));
    suite.advance(7 * DAY);
    suite.withdraw("rita", 1).unwrap();
    assert_eq!(refusal(suite.withdraw("rita", 1)), nothing(1_000, 1_000, cliff + 7 * DAY));

    assert_eq!((suite.coins_of("rita"), suite.reserved()), (1_000, 0));
    let (allowed, sender) = (suite.person("rita"), suite.person("mallory"));
    assert_eq!(refusal(suite.withdraw("mallory", 1)), Unauthorized { allowed, sender }.into());
    assert_eq!(refusal(suite.withdraw("rita", 2)), TreasuryError::NoStream { id: 2 });
}

#[test]
fn a_cancelled_stream_pays_what_was_earned_and_returns_the_rest() {
    let mut suite = Suite::capped();
    suite.promise(|_| ()).unwrap();
    suite.advance(5 * DAY);

    suite.operate(8, &[ExecuteMsg::CancelStream { id: 1 }]).unwrap();

    assert_eq!(suite.reserved(), 500);
    let again = suite.operate(8, &[ExecuteMsg::CancelStream { id: 1 }]);
    assert_eq!(refusal(again), stream_refuses(StreamError::Cancelled { at: START + 5 * DAY }));
    suite.advance(20 * DAY);
    suite.withdraw("rita", 1).unwrap();
    assert!(matches!(refusal(suite.withdraw("rita", 1)), TreasuryError::Stream { .. }));
    assert_eq!((suite.coins_of("rita"), suite.reserved(), suite.asset(coin()).0), (500, 0, FORTUNE - 500));
    let told = &suite.streams()[0];
    assert_eq!((told.earned.u128(), told.withdrawn.u128(), told.due.u128()), (500, 500, 0));
}

#[test]
fn a_stream_needs_a_listed_asset_and_keeps_it_listed() {
    let mut suite = Suite::capped();
    let holding = Holding::from(coin());
    let other = Holding::Native { denom: "other".into() };

    let refused = refusal(suite.promise(|stream| stream.asset = other.asset().unwrap()));
    assert_eq!(refused, TreasuryError::NotListed { holding: other });
    suite.promise(|_| ()).unwrap();
    let refused = refusal(suite.operate(8, &[ExecuteMsg::Unlist { holding: holding.clone() }]));
    assert_eq!(refused, TreasuryError::Owed { holding: holding.clone(), reserved: 1_000u128.into() });
    suite
        .operate(8, &[ExecuteMsg::CancelStream { id: 1 }, ExecuteMsg::Unlist { holding: holding.clone() }])
        .unwrap();
    let until = START + crate::timelock::CRITICAL_DELAY;
    assert_eq!(refusal(suite.promise(|_| ())), TreasuryError::ListingEnds { holding, until });
}

#[test]
fn a_stream_that_is_none_is_refused() {
    let mut suite = Suite::capped();
    let most = 3_650 * DAY;

    assert_eq!(refusal(suite.promise(|stream| stream.amount = 0u128.into())), PaymentError::Zero.into());
    let refused = refusal(suite.promise(|stream| stream.duration = most + 1));
    assert_eq!(refused, StreamError::Duration { duration: most + 1, most }.into());
    let refused = refusal(suite.promise(|stream| stream.cliff = 10 * DAY + 1));
    assert_eq!(refused, StreamError::Cliff { cliff: 10 * DAY + 1, duration: 10 * DAY }.into());
    let start = u64::MAX;
    let refused = refusal(suite.promise(|stream| stream.start = Some(start)));
    assert_eq!(refused, StreamError::Start { start }.into());
    assert!(suite.streams().is_empty());
    suite.promise(|stream| (stream.start, stream.duration) = (Some(0), most)).unwrap();
}
