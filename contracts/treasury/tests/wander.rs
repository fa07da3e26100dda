//! Whatever is decided, paid, promised and taken back: beside a model that adds up everything for ever.

use isonomia_api::asset::Asset;
use isonomia_api::treasury::{
    AssetResponse, CapResponse, DayOutflow, ExecuteMsg, NewStream, QueryMsg, StreamsResponse, SumsResponse,
};

use crate::suite::{coin, Suite, DAY, FORTUNE, START};

/// A generator of the same steps every time (Knuth's constants).
struct Steps(u64);

impl Steps {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// What a patient clerk has written down.
#[derive(Default)]
struct Books {
    /// Everything that was counted, with its day.
    counted: Vec<(u64, u128)>,
}

impl Books {
    fn recent(&self, today: u64) -> u128 {
        self.counted.iter().filter(|(day, _)| day + 7 >= today).map(|(_, amount)| amount).sum()
    }

    /// Whether the cap of a twentieth lets so much leave or be promised.
    fn fits(&self, today: u64, free: u128, amount: u128) -> bool {
        let recent = self.recent(today);
        amount > 0 && amount <= free && 20 * (recent + amount) <= free + recent
    }
}

fn asset(suite: &Suite) -> AssetResponse {
    suite.ask(&QueryMsg::Asset { asset: coin() })
}

/// One step; what counts is refused exactly where the books say so.
fn take_step(suite: &mut Suite, steps: &mut Steps, books: &mut Books) {
    let today = suite.app.block_info().time.seconds() / DAY;
    let AssetResponse { balance, reserved, .. } = asset(suite);
    let (free, amount) = (balance.u128() - reserved.u128(), u128::from(steps.below(30_000)));
    let fits = books.fits(today, free, amount);
    let outcome = match steps.below(8) {
        0 | 1 => suite.spend(7, coin(), amount, "ann"),
        2 => {
            let (cliff, duration) = (steps.below(3) * DAY, (3 + steps.below(20)) * DAY);
            let recipient = suite.person("rita").into_string();
            let stream =
                NewStream { recipient, asset: coin(), amount: amount.into(), start: None, cliff, duration };
            suite.operate(8, &[ExecuteMsg::CreateStream { stream }])
        }
        3 => {
            let mut budget = crate::promises::budget(suite);
            (budget.limit, budget.until) = (amount.into(), suite.app.block_info().time.seconds() + 9 * DAY);
            suite.operate(9, &[ExecuteMsg::CreateBudget { budget }])
        }
        4 => return drop(suite.withdraw("rita", 1 + steps.below(12))),
        5 => return drop(suite.operate(8, &[ExecuteMsg::CancelStream { id: 1 + steps.below(12) }])),
        6 => {
            // Of a first period, so that it was counted.
            let last = u64::try_from(suite.budgets().len()).unwrap();
            return drop(suite.budget_of_first_period(last).map(|id| suite.pay(id, "ben", amount / 7 + 1)));
        }
        _ => return suite.advance(steps.below(2 * DAY)),
    };
    assert_eq!(outcome.is_ok(), fits, "{amount} of {free} on day {today}: {outcome:?}");
    if fits {
        books.counted.push((today, amount));
    }
}

impl Suite {
    fn budget_of_first_period(&self, id: u64) -> Option<u64> {
        let now = self.app.block_info().time.seconds();
        self.budgets().iter().find(|budget| budget.id == id && budget.made + budget.period > now)?;
        Some(id)
    }

    fn sums(&self, asset: Asset) -> Vec<DayOutflow> {
        let msg = QueryMsg::Sums { holding: asset.into(), start_after: None, limit: Some(100) };
        self.ask::<SumsResponse>(&msg).sums
    }
}

/// What must hold after every step.
fn check(suite: &Suite, books: &Books) {
    let AssetResponse { balance, reserved, .. } = asset(suite);
    let msg = QueryMsg::Streams { start_after: None, limit: Some(100) };
    let streams = suite.ask::<StreamsResponse>(&msg).streams;
    let owed: u128 = streams.iter().map(|stream| stream.reserved.u128()).sum();
    assert_eq!(reserved.u128(), owed, "what is set aside is what the streams are owed");
    assert!(reserved <= balance, "what is owed is there");

    let left: u128 = suite.sums(coin()).iter().map(|sum| sum.amount.u128()).sum();
    assert_eq!(balance.u128() + left, FORTUNE, "the ledger holds whatever has left");
    let today = suite.app.block_info().time.seconds() / DAY;
    let cap: CapResponse = suite.ask(&QueryMsg::Cap { holding: coin().into() });
    assert_eq!(cap.counted.u128(), books.recent(today));
}

#[test]
fn every_walk_through_a_treasury_is_what_the_books_say() {
    for seed in 0..25 {
        let (mut suite, mut steps, mut books) = (Suite::capped(), Steps(seed), Books::default());
        for _ in 0..60 {
            take_step(&mut suite, &mut steps, &mut books);
            check(&suite, &books);
        }
        assert!(suite.app.block_info().time.seconds() > START && !books.counted.is_empty(), "it was a walk");
        pay_everything(&mut suite);
        check(&suite, &books);
        assert_eq!(asset(&suite).reserved.u128(), 0, "in the end everybody has what was earned");
    }
}

fn pay_everything(suite: &mut Suite) {
    suite.advance(30 * DAY);
    let streams =
        suite.ask::<StreamsResponse>(&QueryMsg::Streams { start_after: None, limit: Some(100) }).streams;
    for stream in streams.iter().filter(|stream| !stream.reserved.is_zero()) {
        suite.withdraw("rita", stream.id).unwrap();
    }
}
