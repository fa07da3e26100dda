//! What budgets and streams share: what is owed is paid to nobody else.

use isonomia_api::treasury::{
    AssetResponse, BudgetInfo, BudgetsResponse, CapResponse, ExecuteMsg, NewBudget, NewStream, QueryMsg,
    StreamInfo, StreamsResponse,
};
use isonomia_core::cap::{Limit, OverCap};
use isonomia_treasury::error::TreasuryError;

use crate::suite::{coin, refusal, Outcome, Suite, DAY, FORTUNE, START};

/// A twentieth of the fortune.
pub const CAP: u128 = 50_000;

/// Hugo may pay out a thousand coins a week, for four weeks.
pub fn budget(suite: &Suite) -> NewBudget {
    NewBudget {
        holder: suite.person("hugo").into_string(),
        asset: coin(),
        limit: 1_000u128.into(),
        period: 7 * DAY,
        until: START + 28 * DAY,
        recipients: None,
    }
}

/// Rita earns a thousand coins in ten days, the first of them after three.
pub fn stream(suite: &Suite) -> NewStream {
    NewStream {
        recipient: suite.person("rita").into_string(),
        asset: coin(),
        amount: 1_000u128.into(),
        start: None,
        cliff: 3 * DAY,
        duration: 10 * DAY,
    }
}

impl Suite {
    pub fn pay(&mut self, id: u64, to: &str, amount: u128) -> Outcome {
        let (to, amount) = (self.person(to).into_string(), amount.into());
        self.send("hugo", &ExecuteMsg::PayFromBudget { id, to, amount })
    }

    pub fn withdraw(&mut self, who: &str, id: u64) -> Outcome {
        self.send(who, &ExecuteMsg::Withdraw { id })
    }

    pub fn grant(&mut self, change: impl FnOnce(&mut NewBudget)) -> Outcome {
        let mut budget = budget(self);
        change(&mut budget);
        self.operate(7, &[ExecuteMsg::CreateBudget { budget }])
    }

    pub fn promise(&mut self, change: impl FnOnce(&mut NewStream)) -> Outcome {
        let mut stream = stream(self);
        change(&mut stream);
        self.operate(7, &[ExecuteMsg::CreateStream { stream }])
    }

    pub fn reserved(&self) -> u128 {
        self.ask::<AssetResponse>(&QueryMsg::Asset { asset: coin() }).reserved.u128()
    }

    pub fn counted(&self) -> u128 {
        self.ask::<CapResponse>(&QueryMsg::Cap { holding: coin().into() }).counted.u128()
    }

    pub fn budgets(&self) -> Vec<BudgetInfo> {
        self.ask::<BudgetsResponse>(&QueryMsg::Budgets { start_after: None, limit: None }).budgets
    }

    pub fn streams(&self) -> Vec<StreamInfo> {
        self.ask::<StreamsResponse>(&QueryMsg::Streams { start_after: None, limit: None }).streams
    }
}

pub fn over(amount: u128, left: u128, most: u128, counted: u128) -> TreasuryError {
    let [amount, left, most, counted] = [amount, left, most, counted].map(Into::into);
    let over = OverCap { amount, left, limit: Limit::Share { bps: 500 }, most, counted };
    TreasuryError::OverCap { holding: coin().into(), over }
}

#[test]
fn what_is_owed_is_not_spent_nor_budgeted_nor_promised_again() {
    let mut suite = Suite::without_treasury();
    let listed = vec![crate::suite::share(coin().into(), 10_000)];
    suite.make(&isonomia_api::treasury::InstantiateMsg { listed, ..suite.founding() }).unwrap();
    suite.enrich();
    suite.promise(|_| ()).unwrap();
    suite.grant(|budget| (budget.limit, budget.period) = ((FORTUNE - 1_000).into(), DAY)).unwrap();
    let owed = |amount: u128, balance: u128| TreasuryError::NotFree {
        holding: coin().into(),
        amount: amount.into(),
        balance: balance.into(),
        reserved: 1_000u128.into(),
    };

    assert_eq!(refusal(suite.spend(8, coin(), FORTUNE - 999, "ann")), owed(FORTUNE - 999, FORTUNE));
    suite.pay(1, "ann", FORTUNE - 1_000).unwrap();
    suite.advance(DAY);
    assert_eq!(refusal(suite.spend(8, coin(), 1, "ann")), owed(1, 1_000));
    assert_eq!(refusal(suite.pay(1, "ann", 1)), owed(1, 1_000));
    assert_eq!(refusal(suite.grant(|budget| budget.limit = 1u128.into())), owed(1, 1_000));
    assert_eq!(refusal(suite.promise(|stream| stream.amount = 1u128.into())), owed(1, 1_000));
    suite.advance(9 * DAY);
    suite.withdraw("rita", 1).unwrap();
    assert_eq!((suite.coins_of("rita"), suite.asset(coin()).0), (1_000, 0));
}

#[test]
fn a_budget_of_the_first_period_does_not_pay_what_is_owed_either() {
    let mut suite = Suite::without_treasury();
    let listed = vec![crate::suite::share(coin().into(), 10_000)];
    suite.make(&isonomia_api::treasury::InstantiateMsg { listed, ..suite.founding() }).unwrap();
    suite.enrich();
    suite.grant(|budget| budget.limit = (FORTUNE / 2 + 1).into()).unwrap();
    suite.promise(|stream| stream.amount = (FORTUNE / 2).into()).unwrap();

    let refused = refusal(suite.pay(1, "ann", FORTUNE / 2 + 1));

    assert_eq!(
        refused.to_string(),
        "uiso: 500001 is more than is free: the treasury has 1000000, and 500000 of it is owed"
    );
    suite.pay(1, "ann", FORTUNE / 2).unwrap();
}

#[test]
fn tokens_are_promised_like_coins() {
    let mut suite = Suite::capped();
    let token = suite.token();
    let same = token.clone();
    suite.promise(|stream| stream.asset = token).unwrap();
    suite.grant(|budget| budget.asset = same).unwrap();

    suite.pay(1, "ann", 70).unwrap();
    suite.advance(10 * DAY);
    suite.withdraw("rita", 1).unwrap();

    assert_eq!((suite.tokens_of("ann"), suite.tokens_of("rita")), (70, 1_000));
}

#[test]
fn pages_of_budgets_and_streams() {
    let mut suite = Suite::capped();
    for _ in 0..3 {
        suite.grant(|budget| budget.limit = 1u128.into()).unwrap();
        suite.promise(|stream| stream.amount = 1u128.into()).unwrap();
    }
    let page = |start_after, limit| {
        let budgets = suite.ask::<BudgetsResponse>(&QueryMsg::Budgets { start_after, limit }).budgets;
        let streams = suite.ask::<StreamsResponse>(&QueryMsg::Streams { start_after, limit }).streams;
        let ids: Vec<u64> = budgets.iter().map(|budget| budget.id).collect();
        assert_eq!(ids, streams.iter().map(|stream| stream.id).collect::<Vec<_>>());
        ids
    };

    assert_eq!(
        (page(None, None), page(None, Some(2)), page(Some(1), Some(1))),
        (vec![1, 2, 3], vec![1, 2], vec![2])
    );
}
