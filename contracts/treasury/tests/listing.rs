//! Budgets of a holder, streams of a recipient, what is owed, and the ledger from its end.

use isonomia_api::treasury::{
    BudgetsResponse, ExecuteMsg, ObligationsResponse, OutflowsResponse, QueryMsg, StreamsResponse,
};

use crate::suite::{coin, Suite};

fn budgets(suite: &Suite, holder: &str, start_after: Option<u64>, limit: Option<u32>) -> Vec<u64> {
    let holder = suite.person(holder).into_string();
    let told: BudgetsResponse = suite.ask(&QueryMsg::BudgetsOf { holder, start_after, limit });
    told.budgets.into_iter().map(|budget| budget.id).collect()
}

fn streams(suite: &Suite, recipient: &str, start_after: Option<u64>, limit: Option<u32>) -> Vec<u64> {
    let recipient = suite.person(recipient).into_string();
    let told: StreamsResponse = suite.ask(&QueryMsg::StreamsOf { recipient, start_after, limit });
    told.streams.into_iter().map(|stream| stream.id).collect()
}

fn owed(suite: &Suite) -> Vec<(String, u128)> {
    let told: ObligationsResponse = suite.ask(&QueryMsg::Obligations {});
    told.obligations.into_iter().map(|one| (one.holding.to_string(), one.reserved.u128())).collect()
}

#[test]
fn everybody_sees_their_own_budgets_the_revoked_ones_too() {
    let mut suite = Suite::capped();
    let ben = suite.person("ben").into_string();
    for number in 0..102 {
        suite
            .grant(|budget| {
                budget.limit = 1u128.into();
                if number == 1 {
                    budget.holder = ben.clone();
                }
            })
            .unwrap();
    }
    suite.operate(9, &[ExecuteMsg::RevokeBudget { id: 1 }]).unwrap();
    let hers: Vec<u64> = [1].into_iter().chain(3..=102).collect();

    assert_eq!(budgets(&suite, "hugo", None, None), hers[..30]);
    assert_eq!(budgets(&suite, "hugo", None, Some(101)), hers[..100]);
    assert_eq!(budgets(&suite, "hugo", Some(hers[99]), Some(100)), hers[100..]);
    assert_eq!(budgets(&suite, "ben", None, None), [2]);
    assert_eq!(budgets(&suite, "mallory", None, None), vec![0; 0]);
}

#[test]
fn everybody_sees_their_own_streams_and_what_all_of_them_are_owed() {
    let mut suite = Suite::capped();
    let bob = suite.person("bob").into_string();
    assert_eq!(owed(&suite), []);
    for number in 0..102 {
        suite
            .promise(|stream| {
                stream.amount = 10u128.into();
                if number == 1 {
                    stream.recipient = bob.clone();
                }
            })
            .unwrap();
    }
    let hers: Vec<u64> = [1].into_iter().chain(3..=102).collect();

    assert_eq!(streams(&suite, "rita", None, None), hers[..30]);
    assert_eq!(streams(&suite, "rita", None, Some(101)), hers[..100]);
    assert_eq!(streams(&suite, "rita", Some(hers[99]), None), hers[100..]);
    assert_eq!(streams(&suite, "bob", None, None), [2]);
    let denom = isonomia_api::treasury::Holding::from(coin()).to_string();
    assert_eq!(owed(&suite), [(denom, 1_020)]);
}

#[test]
fn the_ledger_is_read_from_its_end() {
    let mut suite = Suite::capped();
    for id in 1..=101 {
        suite.spend(id, coin(), 1, "ann").unwrap();
    }
    let latest = |start_before, limit| -> Vec<u64> {
        let told: OutflowsResponse = suite.ask(&QueryMsg::LatestOutflows { start_before, limit });
        told.outflows.into_iter().map(|outflow| outflow.number).collect()
    };

    assert_eq!(latest(None, None), (72..=101).rev().collect::<Vec<_>>());
    assert_eq!(latest(None, Some(101)), (2..=101).rev().collect::<Vec<_>>());
    assert_eq!(latest(Some(2), Some(100)), [1]);
}
