//! The runner: its clock, and what it plays itself.

use isonomia_cli::scenario::{run, Runner};
use isonomia_embedded::DAY;
use serde_json::{json, Value};

use super::replay::town;
use super::{replay, steps};

#[test]
fn the_clock_moves_by_advance_open_and_close_alone_and_no_two_steps_share_a_block() {
    let scenario = town();
    let mut clock = Vec::new();
    let mut heights = vec![0];

    run(&scenario, false, |runner, _, _, _| {
        clock.push(runner.elapsed());
        heights.push(runner.dao().height());
    })
    .unwrap();

    // Seven to set up; a day to the opening; four votes; seven days to the close; a signal opens at once.
    let expected = [vec![0; 7], vec![DAY; 5], vec![8 * DAY; 5]].concat();
    assert_eq!(clock, expected);
    assert!(heights.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn closing_moves_past_the_extensions_and_not_at_all_where_the_end_is_past() {
    let vote =
        |account: &str, choice: &str| json!({"vote": {"poll": "p1", "account": account, "choice": choice}});
    let begin = |poll: &str| json!({"open": {"poll": poll, "class": "signal"}});
    let scenario = steps(json!([
        {"stake": {"account": "ann", "amount": "1000000"}},
        {"attest": {"account": "ann"}},
        begin("p1"),
        {"advance": {"seconds": 5 * DAY - 1}},
        vote("ann", "yes"),
        {"close": {"poll": "p1"}},
        begin("p2"),
        {"advance": {"seconds": 30 * DAY}},
        {"close": {"poll": "p2"}},
    ]));
    let mut clock = Vec::new();

    run(&scenario, true, |runner, _, _, _| clock.push(runner.elapsed())).unwrap();

    let (late, closed) = (5 * DAY - 1, 6 * DAY);
    assert_eq!(clock, [0, 0, 0, late, late, closed, closed, 36 * DAY, 36 * DAY]);
}

#[test]
fn no_name_reaches_what_the_runner_plays_itself() {
    let mut all = Vec::new();
    for name in ["registrar", "proposer/p1", "resolver", "founder", "issuer", "minter", ""] {
        all.push(json!({"stake": {"account": name, "amount": "1000000"}}));
        all.push(json!({"attest": {"account": name}}));
    }
    all.push(json!({"open": {"poll": "p1", "class": "signal"}}));
    let scenario = steps(Value::Array(all));

    let runner = Runner::new(&scenario).unwrap();
    let report = replay(&scenario);

    assert!(report.refused.is_empty());
    assert_eq!(report.polls["p1"].total_power.to_string(), "7000000");
    for name in ["registrar", "proposer/p1", "resolver"] {
        assert_ne!(runner.addr(name), runner.dao().addr(name));
    }
}

#[test]
fn attestations_do_not_expire_and_attesting_again_renews() {
    let scenario = steps(json!([
        {"stake": {"account": "ann", "amount": "1000000"}},
        {"attest": {"account": "ann"}},
        {"attest": {"account": "ann"}},
        {"advance": {"seconds": 100 * 365 * DAY}},
        {"open": {"poll": "p1", "class": "signal"}},
    ]));

    let report = replay(&scenario);

    assert!(report.refused.is_empty());
    assert_eq!(report.polls["p1"].total_power.to_string(), "1000000");
}

#[test]
fn an_opening_that_is_refused_leaves_its_name_free() {
    let mut scenario = steps(json!([
        {"stake": {"account": "ann", "amount": "1000000"}},
        {"attest": {"account": "ann"}},
        {"open": {"poll": "latch", "class": "signal"}},
        {"revoke": {"account": "ann"}},
        {"open": {"poll": "p1", "class": "standard"}},
        {"attest": {"account": "ann"}},
        {"open": {"poll": "p1", "class": "standard"}},
    ]));
    scenario.params.min_attested = Some(1);

    let report = replay(&scenario);

    let why = "0 accounts are attested, fewer than 1: only signals, emergencies that cancel or pause, and registry \
               repair may open";
    let told: Vec<_> = report.refused.iter().map(|each| (each.step, each.error.as_str())).collect();
    assert_eq!(told, [(4, why)]);
    assert!(report.polls.contains_key("p1"));
}

#[test]
fn every_class_opens_by_what_its_actions_are() {
    let open = |class: &str| json!({"open": {"poll": class, "class": class}});
    let scenario = steps(json!([open("signal"), open("standard"), open("critical"), open("emergency")]));
    let mut clock = Vec::new();

    let report = run(&scenario, true, |runner, _, _, _| clock.push(runner.elapsed())).unwrap();

    assert_eq!(clock, [0, DAY, 3 * DAY, 3 * DAY + DAY / 24]);
    for (name, poll) in &report.polls {
        assert_eq!(serde_json::to_value(poll.class).unwrap(), json!(name));
    }
}
