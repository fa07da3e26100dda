//! A paused treasury pays nobody, and owes afterwards what it owed.

use isonomia_api::treasury::{ConfigResponse, ExecuteMsg, QueryMsg};
use isonomia_treasury::error::TreasuryError;

use crate::promises::{budget, stream};
use crate::suite::{coin, refusal, Outcome, Suite, DAY, START};

impl Suite {
    fn pause(&mut self, until: u64) -> Outcome {
        self.operate(80, &[ExecuteMsg::Pause { until }])
    }
}

#[test]
fn nothing_leaves_a_paused_treasury_and_everything_afterwards() {
    let mut suite = Suite::capped();
    let (budget, stream) = (budget(&suite), stream(&suite));
    suite.operate(7, &[ExecuteMsg::CreateBudget { budget: budget.clone() }]).unwrap();
    suite.operate(7, &[ExecuteMsg::CreateStream { stream: stream.clone() }]).unwrap();
    let until = START + 3 * DAY;
    suite.pause(until).unwrap();
    suite.advance(3 * DAY - 1);
    let refused = || TreasuryError::Paused { until, now: until - 1 };

    let (bank, payment) = (suite.token.to_string(), suite.payment(coin(), 1, "ann"));
    let msg = cosmwasm_std::WasmMsg::ClearAdmin { contract_addr: bank };
    for msg in [
        ExecuteMsg::Spend { payment: payment.clone() },
        ExecuteMsg::CreateBudget { budget },
        ExecuteMsg::CreateStream { stream },
        ExecuteMsg::Execute { msg },
    ] {
        assert_eq!(refusal(suite.operate(8, std::slice::from_ref(&msg))), refused(), "{msg:?}");
    }
    assert_eq!(refusal(suite.pay(1, "ann", 10)), refused());
    assert_eq!(refusal(suite.withdraw("rita", 1)), refused());

    suite.advance(1);
    suite.operate(8, &[ExecuteMsg::Spend { payment }]).unwrap();
    suite.pay(1, "ann", 10).unwrap();
    suite.withdraw("rita", 1).unwrap();
    assert_eq!(
        (suite.coins_of("ann"), suite.coins_of("rita")),
        (11, 300),
        "the stream was earned all the time"
    );
}

#[test]
fn a_small_spend_is_refused_and_draws_on_no_allowance() {
    let mut suite = Suite::new();
    suite.pause(START + 1).unwrap();

    let refused = TreasuryError::Paused { until: START + 1, now: START };
    assert_eq!(refusal(suite.spend_small(7, coin(), 10, "ann")), refused);
    assert_eq!(suite.left(coin()), 1_000);
}

#[test]
fn what_takes_away_is_done_under_a_pause() {
    let mut suite = Suite::capped();
    let (budget, stream) = (budget(&suite), stream(&suite));
    suite.operate(7, &[ExecuteMsg::CreateBudget { budget }, ExecuteMsg::CreateStream { stream }]).unwrap();
    suite.pause(START + DAY).unwrap();

    let (holding, limit) = (coin().into(), isonomia_core::cap::Limit::Share { bps: 0 });
    let msgs = [
        ExecuteMsg::RevokeBudget { id: 1 },
        ExecuteMsg::CancelStream { id: 1 },
        ExecuteMsg::LowerCap { holding, limit },
    ];
    suite.operate(8, &msgs).unwrap();
}

#[test]
fn a_pause_is_three_days_at_most_and_no_second_one_lengthens_it() {
    let mut suite = Suite::capped();
    let (now, latest) = (START, START + 3 * DAY);

    for until in [0, START, latest + 1, u64::MAX] {
        assert_eq!(refusal(suite.pause(until)), TreasuryError::PauseUntil { until, now, latest });
    }
    suite.pause(latest).unwrap();
    suite.advance(1);
    assert_eq!(refusal(suite.pause(latest + 1)), TreasuryError::Paused { until: latest, now: START + 1 });
    let told: ConfigResponse = suite.ask(&QueryMsg::Config {});
    assert_eq!(told.paused_until, Some(latest));
    suite.advance(3 * DAY - 1);
    let told: ConfigResponse = suite.ask(&QueryMsg::Config {});
    assert_eq!(told.paused_until, None);
    suite.pause(latest + 1).unwrap();
}

#[test]
fn a_pause_is_ended_by_the_timelock() {
    let mut suite = Suite::capped();
    let unpause = [ExecuteMsg::Unpause {}];

    assert_eq!(refusal(suite.operate(80, &unpause)), TreasuryError::NotPaused);
    suite.pause(START + DAY).unwrap();
    suite.operate(80, &unpause).unwrap();
    suite.spend(7, coin(), 1, "ann").unwrap();
    assert_eq!(refusal(suite.operate(80, &unpause)), TreasuryError::NotPaused);
}
