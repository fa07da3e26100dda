//! The stored forms. A change here is a change of what lies in the stores of living chains: see decision 0016.

use cosmwasm_std::{from_json, to_json_string, Addr, HexBinary, Uint128};
use isonomia_core::account::{Account, Role};
use isonomia_core::ballot::Ballot;
use isonomia_core::budget::Budget;
use isonomia_core::cap::{Cap, Limit, Raise};
use isonomia_core::class::{Class, Scope};
use isonomia_core::contribution::Contribution;
use isonomia_core::delegation::Part;
use isonomia_core::guardian::Guardian;
use isonomia_core::least_delay::{LeastDelay, Lowered};
use isonomia_core::ledger::Totals;
use isonomia_core::line::Line;
use isonomia_core::operation::{Operation, OperationState};
use isonomia_core::pause::{Pause, PauseScope};
use isonomia_core::poll::{Count, Opening, Poll, Snapshot};
use isonomia_core::quorum::{AdaptiveQuorum, EpochTurnout};
use isonomia_core::registry::Quota;
use isonomia_core::rolling::{DaySum, Rolling};
use isonomia_core::stream::{Course, Stream};
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::{Mode, Terms};
use isonomia_core::weight::Curve;
use serde::de::DeserializeOwned;
use serde::Serialize;

use crate::given::terms;

/// Written like this, and read back the same.
#[track_caller]
fn pin<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: T, form: &str) {
    assert_eq!(to_json_string(&value).unwrap(), form);
    assert_eq!(from_json::<T>(form).unwrap(), value);
}

/// A contribution of n, n + 1 and n + 2.
fn brings(n: u64) -> Contribution {
    let stake = |more: u64| Stake::new(u128::from(n + more));
    Contribution { power: Power(n), stake: stake(1), unattested: stake(2) }
}

#[test]
fn accounts() {
    let part = Part { delegate: Addr::unchecked("dora"), bps: 10_000, generation: 2, season: 3 };
    let account = Account { stake: Stake::new(7), attested: Some(9), generation: 1, role: Role::Direct };
    pin(account.clone(), r#"["7",9,1,"direct"]"#);
    pin(Account { attested: None, ..account.clone() }, r#"["7",null,1,"direct"]"#);
    let delegate = Account { role: Role::Delegate { since: 5 }, ..account.clone() };
    pin(delegate, r#"["7",9,1,{"delegate":{"since":5}}]"#);
    let principal = Account { role: Role::Principal { parts: vec![part] }, ..account };
    pin(principal, r#"["7",9,1,{"principal":{"parts":[["dora",10000,2,3]]}}]"#);
}

#[test]
fn sums() {
    pin(brings(1), r#"[1,"2","3"]"#);
    pin(
        Totals { power: Power(u64::MAX), stake: Stake::new(2), attested: 3 },
        r#"[18446744073709551615,"2",3]"#,
    );
    let tally = Tally { yes: brings(1), no: brings(2), abstain: brings(3), heads: 4 };
    pin(tally, r#"[[1,"2","3"],[2,"3","4"],[3,"4","5"],4]"#);
    let count = Count { tally, closes: 5, extensions: 1 };
    pin(count, r#"[[[1,"2","3"],[2,"3","4"],[3,"4","5"],4],5,1]"#);
    let ballot =
        Ballot { choice: Some(Choice::No), own: brings(1), received: brings(2), overridden: brings(3) };
    pin(ballot, r#"["no",[1,"2","3"],[2,"3","4"],[3,"4","5"]]"#);
    pin(Ballot::default(), r#"[null,[0,"0","0"],[0,"0","0"],[0,"0","0"]]"#);
}

#[test]
fn polls() {
    let rules = r#"[5000,3333,100,{"adaptive":{"scale_bps":10000}},3,86400,604800,172800,432000]"#;
    let terms = Terms {
        mode: Mode::TwoKey,
        totals: Totals { power: Power(1), stake: Stake::new(2), attested: 3 },
        stake_base: Stake::new(4),
        quorum_bps: 1_500,
        cap: Power(5),
        unattested_bps: 1_000,
        ..terms(Class::Standard)
    };
    let poll = Poll {
        class: Class::Standard,
        scope: Scope::CancelOrPause,
        rules: terms.rules.clone(),
        unattested_bps: 1_000,
        cap_bps: 300,
        opens: 6,
        cancelled: false,
    };
    pin(poll, &format!(r#"["standard","cancel_or_pause",{rules},1000,300,6,false]"#));
    let judged = format!(r#"["standard",{rules},1000,"two_key",[1,"2",3],"4",1500,5]"#);
    pin(terms.clone(), &judged);
    let opening = Opening { snapshot: Snapshot { height: 8, time: 9 }, terms };
    pin(opening, &format!(r#"[{{"height":8,"time":9}},{judged}]"#));
}

#[test]
fn parameters_and_limits() {
    pin(Curve { scale: 1_000_000, floor: Stake::new(2) }, r#"[1000000,"2"]"#);
    pin(Line { below_since: Some(1), above_since: None }, "[1,null]");
    pin(Quota { epoch: 1, base: 2, used: 3 }, "[1,2,3]");
    pin(Rolling { days: vec![DaySum { day: 1, amount: Uint128::new(2) }] }, r#"[[[1,"2"]]]"#);
    let waiting = vec![EpochTurnout { epoch: 4, turnout_bps: 5 }];
    pin(AdaptiveQuorum { bps: 1, average_bps: 2, applied_before: 3, waiting }, "[1,2,3,[[4,5]]]");
}

#[test]
fn what_a_treasury_keeps() {
    let raise = Some(Raise { to: Limit::Count { count: 4 }, from: 900 });
    pin(Cap { limit: Limit::Share { bps: 500 }, raise: None }, r#"[{"share":{"bps":500}},null]"#);
    pin(
        Cap { limit: Limit::Count { count: 3 }, raise },
        r#"[{"count":{"count":3}},{"to":{"count":{"count":4}},"from":900}]"#,
    );
    let course = Course { start: 1, cliff: 2, end: 3 };
    let stream = Stream { amount: Uint128::new(4), course, withdrawn: Uint128::new(5), cancelled: Some(6) };
    pin(stream, r#"["4",[1,2,3],"5",6]"#);
    let (limit, spent) = (Uint128::new(1), Uint128::new(6));
    let budget = Budget { limit, period: 2, made: 3, until: 4, last: 5, spent, revoked: true };
    pin(budget, r#"["1",2,3,4,5,"6",true]"#);
}

#[test]
fn operations() {
    let hash = HexBinary::from([1, 2]);
    let (class, state) = (Class::Critical, OperationState::Scheduled);
    let operation = Operation { class, hash, eta: 3, expires: 4, protected: false, state };
    pin(operation, r#"["critical","0102",3,4,false,"scheduled"]"#);
}

#[test]
fn the_guardian_pauses_and_least_delays() {
    pin(Guardian { account: Addr::unchecked("wanda"), until: 9 }, r#"["wanda",9]"#);
    pin(Pause { scope: PauseScope::TreasuryOutflow, from: 1, until: 2 }, r#"["treasury_outflow",1,2]"#);
    pin(LeastDelay::new(5), "[5,null]");
    let lowered = Some(Lowered { seconds: 3, from: 8 });
    pin(LeastDelay { seconds: 5, lowered }, "[5,[3,8]]");
}
