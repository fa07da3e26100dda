//! Outflow caps: who lowers and raises them, when, and what they count.

use isonomia_api::asset::Asset;
use isonomia_api::treasury::{
    CapResponse, ExecuteMsg, Holding, HoldingCap, InstantiateMsg, Listed, ListedResponse, QueryMsg,
};
use isonomia_core::cap::{Limit, LimitError, OverCap, Raise};
use isonomia_treasury::error::TreasuryError;

use crate::suite::{coin, refusal, share, Outcome, Suite, DAY, FORTUNE, START};
use crate::timelock::CRITICAL_DELAY;

/// A twentieth of the fortune.
const CAP: u128 = 50_000;

fn bps(bps: u16) -> Limit {
    Limit::Share { bps }
}

fn over(holding: Holding, amount: u128, left: u128, limit: u16, most: u128, counted: u128) -> TreasuryError {
    let [amount, left, most, counted] = [amount, left, most, counted].map(Into::into);
    TreasuryError::OverCap { holding, over: OverCap { amount, left, limit: bps(limit), most, counted } }
}

fn limit(why: LimitError) -> TreasuryError {
    TreasuryError::Limit { holding: coin().into(), why }
}

impl Suite {
    fn lower(&mut self, limit: Limit) -> Outcome {
        self.operate(90, &[ExecuteMsg::LowerCap { holding: coin().into(), limit }])
    }

    fn raise(&mut self, limit: Limit) -> Outcome {
        self.operate(91, &[ExecuteMsg::RaiseCap { holding: coin().into(), limit }])
    }

    fn list(&mut self, holding: Holding) -> Outcome {
        self.operate(92, &[ExecuteMsg::List { holding }])
    }

    fn unlist(&mut self, holding: Holding) -> Outcome {
        self.operate(93, &[ExecuteMsg::Unlist { holding }])
    }

    fn cap(&self, holding: Holding) -> CapResponse {
        self.ask(&QueryMsg::Cap { holding })
    }

    fn listed(&self) -> Vec<Listed> {
        self.ask::<ListedResponse>(&QueryMsg::Listed {}).listed
    }
}

fn number(number: usize) -> Holding {
    Holding::Native { denom: format!("coin{number:02}") }
}

#[test]
fn the_cap_leaves_and_not_one_unit_more() {
    let mut suite = Suite::capped();

    let past = refusal(suite.spend(7, coin(), CAP + 1, "ann"));
    assert_eq!(past, over(coin().into(), CAP + 1, CAP, 500, CAP, 0));
    suite.spend(7, coin(), CAP, "ann").unwrap();
    assert_eq!(refusal(suite.spend(8, coin(), 1, "ann")), over(coin().into(), 1, 0, 500, CAP, CAP));

    assert_eq!((suite.coins_of("ann"), suite.asset(coin()).0), (CAP, FORTUNE - CAP));
    assert_eq!(suite.outflows(None, None).len(), 1, "what is refused is not entered");
    suite.spend(8, suite.token(), CAP, "ann").unwrap();
}

#[test]
fn splitting_over_proposals_actions_and_blocks_gains_nothing() {
    let mut suite = Suite::capped();
    let fifth = ExecuteMsg::Spend { payment: suite.payment(coin(), CAP / 5, "ann") };

    suite.operate(7, &[fifth.clone(), fifth.clone()]).unwrap();
    suite.advance(6 * DAY);
    suite.operate(8, &[fifth.clone(), fifth.clone()]).unwrap();
    let past =
        suite.operate(9, &[fifth.clone(), ExecuteMsg::Spend { payment: suite.payment(coin(), 1, "ann") }]);

    assert_eq!(refusal(past), over(coin().into(), 1, 0, 500, CAP, CAP));
    assert_eq!(suite.coins_of("ann"), 4 * CAP / 5, "the operation that fails pays nothing");
    suite.operate(9, &[fifth]).unwrap();
}

#[test]
fn what_has_left_counts_for_seven_whole_days() {
    let mut suite = Suite::capped();
    suite.advance(DAY - 1);
    suite.spend(7, coin(), CAP, "ann").unwrap();

    suite.advance(7 * DAY);
    assert_eq!(refusal(suite.spend(8, coin(), 1, "ann")), over(coin().into(), 1, 0, 500, CAP, CAP));
    suite.advance(1);
    let rest = (FORTUNE - CAP) / 20;
    assert_eq!(suite.cap(coin().into()).left.u128(), rest);
    suite.spend(8, coin(), rest, "ann").unwrap();
}

#[test]
fn a_small_spend_counts_too() {
    let mut suite = Suite::capped();
    suite.set_allowance(coin(), FORTUNE).unwrap();

    suite.spend_small(7, coin(), CAP, "ann").unwrap();

    assert_eq!(refusal(suite.spend_small(8, coin(), 1, "ann")), over(coin().into(), 1, 0, 500, CAP, CAP));
    assert_eq!(suite.left(coin()), FORTUNE - CAP, "what is refused draws on no allowance");
}

#[test]
fn what_is_not_listed_has_the_default_cap() {
    let mut suite = Suite::without_treasury();
    suite.make(&InstantiateMsg { outflow_cap_bps: 100, ..suite.founding() }).unwrap();
    suite.enrich();

    let past = refusal(suite.spend(7, coin(), FORTUNE / 100 + 1, "ann"));
    assert_eq!(past, over(coin().into(), 10_001, 10_000, 100, 10_000, 0));
    suite.spend(7, coin(), FORTUNE / 100, "ann").unwrap();
    let told = suite.cap(coin().into());
    assert_eq!(
        (told.listed, told.limit, told.counted.u128(), told.left.u128()),
        (false, bps(100), 10_000, 0)
    );
}

#[test]
fn a_cap_is_lowered_at_once() {
    let mut suite = Suite::capped();

    suite.lower(bps(100)).unwrap();

    assert_eq!(
        refusal(suite.spend(7, coin(), 10_001, "ann")),
        over(coin().into(), 10_001, 10_000, 100, 10_000, 0)
    );
    suite.lower(bps(0)).unwrap();
    assert_eq!(refusal(suite.spend(7, coin(), 1, "ann")), over(coin().into(), 1, 0, 0, 0, 0));
    let refused = LimitError::NotLower { now: bps(0), limit: bps(1) };
    assert_eq!(refusal(suite.lower(bps(1))), limit(refused));
}

#[test]
fn a_raise_waits_for_the_delay_of_a_critical() {
    let mut suite = Suite::capped();
    let from = START + CRITICAL_DELAY;

    suite.raise(bps(10_000)).unwrap();

    assert_eq!(suite.cap(coin().into()).raise, Some(Raise { to: bps(10_000), from }));
    suite.advance(CRITICAL_DELAY - 1);
    assert_eq!(
        refusal(suite.spend(7, coin(), CAP + 1, "ann")),
        over(coin().into(), CAP + 1, CAP, 500, CAP, 0)
    );
    suite.advance(1);
    assert_eq!(suite.cap(coin().into()).raise, None);
    suite.spend(7, coin(), FORTUNE, "ann").unwrap();
}

#[test]
fn a_raise_that_waits_is_dropped_by_lowering() {
    let mut suite = Suite::capped();
    suite.raise(bps(10_000)).unwrap();

    suite.lower(bps(500)).unwrap();
    suite.advance(CRITICAL_DELAY);

    assert_eq!(
        refusal(suite.spend(7, coin(), CAP + 1, "ann")),
        over(coin().into(), CAP + 1, CAP, 500, CAP, 0)
    );
}

#[test]
fn a_limit_is_checked() {
    let mut suite = Suite::capped();
    let too_high = LimitError::TooHigh { limit: bps(10_001), most: bps(10_000) };
    let (tokens, not_higher) =
        (Limit::Count { count: 1 }, LimitError::NotHigher { now: bps(500), limit: bps(500) });

    assert_eq!(refusal(suite.raise(bps(10_001))), limit(too_high));
    assert_eq!(refusal(suite.raise(bps(500))), limit(not_higher));
    assert_eq!(refusal(suite.raise(tokens)), limit(LimitError::WrongUnit { limit: tokens }));
    assert_eq!(refusal(suite.lower(tokens)), limit(LimitError::WrongUnit { limit: tokens }));
    let other = number(0);
    let refused = TreasuryError::NotListed { holding: other.clone() };
    for msg in [
        ExecuteMsg::LowerCap { holding: other.clone(), limit: bps(1) },
        ExecuteMsg::RaiseCap { holding: other.clone(), limit: bps(1) },
        ExecuteMsg::Unlist { holding: other.clone() },
    ] {
        assert_eq!(refusal(suite.operate(7, &[msg])), refused);
    }
}

#[test]
fn founders_cap_nothing_past_everything() {
    let mut suite = Suite::without_treasury();
    let (limit, most) = (bps(10_001), bps(10_000));
    let why = LimitError::TooHigh { limit, most };

    let past = suite.make(&InstantiateMsg { outflow_cap_bps: 10_001, ..suite.founding() });
    assert_eq!(
        refusal(past).to_string(),
        "by default a cap is at most 10000 basis points, not 10001 basis points"
    );
    let listed = vec![HoldingCap { holding: coin().into(), limit }];
    let past = suite.make(&InstantiateMsg { listed, ..suite.founding() });
    assert_eq!(refusal(past), TreasuryError::Limit { holding: coin().into(), why });
    let listed = vec![share(coin().into(), 1), share(coin().into(), 2)];
    let twice = suite.make(&InstantiateMsg { listed, ..suite.founding() });
    assert_eq!(refusal(twice), TreasuryError::Listed { holding: coin().into() });
    suite.make(&InstantiateMsg { outflow_cap_bps: 0, ..suite.founding() }).unwrap();
    suite.make(&InstantiateMsg { outflow_cap_bps: 10_000, ..suite.founding() }).unwrap();
}

#[test]
fn a_listing_ends_after_the_delay_of_a_critical_and_its_cap_with_it() {
    let mut suite = Suite::capped();
    let (holding, until) = (Holding::from(coin()), START + CRITICAL_DELAY);
    suite.lower(bps(0)).unwrap();
    assert_eq!(refusal(suite.list(holding.clone())), TreasuryError::Listed { holding: holding.clone() });

    suite.unlist(holding.clone()).unwrap();

    assert_eq!(suite.listed()[1].until, Some(until));
    let ends = TreasuryError::ListingEnds { holding: holding.clone(), until };
    assert_eq!(refusal(suite.unlist(holding.clone())), ends);
    suite.advance(CRITICAL_DELAY - 1);
    assert_eq!(refusal(suite.spend(7, coin(), 1, "ann")), over(holding.clone(), 1, 0, 0, 0, 0));
    suite.advance(1);
    assert_eq!(suite.listed().len(), 1);
    assert_eq!(refusal(suite.unlist(holding.clone())), TreasuryError::NotListed { holding: holding.clone() });
    suite.spend(7, coin(), CAP, "ann").unwrap();
    suite.list(holding.clone()).unwrap();
    let told = suite.cap(holding);
    assert_eq!(
        (told.limit, told.counted.u128()),
        (bps(500), CAP),
        "the list begins anew, the window does not"
    );
}

#[test]
fn a_listing_that_was_to_end_goes_on_with_its_cap() {
    let mut suite = Suite::capped();
    suite.lower(bps(100)).unwrap();
    suite.unlist(coin().into()).unwrap();

    suite.list(coin().into()).unwrap();
    suite.advance(CRITICAL_DELAY);

    let listed = suite.listed();
    assert_eq!((listed.len(), listed[1].limit, listed[1].until), (2, bps(100), None));
}

#[test]
fn at_most_32_holdings_are_listed_and_one_that_has_ended_makes_room() {
    let mut suite = Suite::capped();
    for coin in 0..30 {
        suite.list(number(coin)).unwrap();
    }

    let full = TreasuryError::TooManyListed { holding: number(30) };
    assert_eq!(refusal(suite.list(number(30))), full);
    suite.unlist(number(0)).unwrap();
    assert_eq!(refusal(suite.list(number(30))), full);
    suite.advance(CRITICAL_DELAY);
    suite.list(number(30)).unwrap();
    assert_eq!(suite.listed().len(), 32);

    let mut suite = Suite::without_treasury();
    let listed = |count| (0..count).map(|coin| share(number(coin), 1)).collect();
    let past = suite.make(&InstantiateMsg { listed: listed(33), ..suite.founding() });
    assert_eq!(refusal(past), TreasuryError::TooManyListed { holding: number(32) });
    suite.make(&InstantiateMsg { listed: listed(32), ..suite.founding() }).unwrap();
}

#[test]
fn a_token_that_is_none_is_not_listed_and_one_that_is_not_listed_is_not_told() {
    let mut suite = Suite::new();
    let nothing = Holding::Cw20 { contract: suite.timelock.to_string() };

    assert!(matches!(refusal(suite.list(nothing)), TreasuryError::Std(_)));
    let nowhere = Holding::Cw721 { contract: "nowhere".into() };
    assert!(matches!(refusal(suite.list(nowhere)), TreasuryError::Std(_)));
    let odd = Holding::Native { denom: "xy".into() };
    assert!(matches!(refusal(suite.list(odd)), TreasuryError::Asset(_)));
    assert_eq!(suite.listed(), [], "what was sent in is in no list");
    suite.list(suite.token().into()).unwrap();
    let listed: Vec<Option<Asset>> = suite.listed().iter().map(|listed| listed.holding.asset()).collect();
    assert_eq!(listed, [Some(suite.token())]);
}
