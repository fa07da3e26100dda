//! The file: its keys, its defaults, and everything that stops it at once.

use std::path::Path;

use isonomia_cli::scenario::{parse, read, run, Params, Runner, Scenario};
use isonomia_embedded::DAY;
use serde_json::{json, Value};

use super::EXAMPLE;

/// Why a text is no scenario.
fn refused(text: &str) -> String {
    parse(text).expect_err(text).to_string()
}

/// Why parameters, all else left out, make no DAO.
fn refused_params(params: Value) -> String {
    let scenario = parse(&json!({ "params": params }).to_string()).unwrap();
    run(&scenario, false, |_, _, _, _| {}).expect_err("these parameters").to_string()
}

#[test]
fn the_example_of_the_issue_parses_with_all_its_keys() {
    let told: Value = serde_json::from_str(EXAMPLE).unwrap();

    let mut understood = serde_json::to_value(parse(EXAMPLE).unwrap()).unwrap();

    let classes = understood["params"]["classes"].as_object_mut().unwrap();
    assert_eq!(classes.remove("emergency"), Some(json!({})));
    assert_eq!(understood, told);
}

#[test]
fn everything_may_be_left_out() {
    for text in ["{}", r#"{"params":{}}"#, r#"{"steps":[]}"#, r#"{"params":{"classes":{}},"steps":[]}"#] {
        assert_eq!(parse(text).unwrap(), Scenario::default());
    }
}

#[test]
fn what_is_left_out_has_the_default_of_the_mechanism() {
    let runner = Runner::new(&Scenario::default()).unwrap();
    let plan = &runner.dao().params;

    assert_eq!((plan.scale, plan.floor_stake.u128()), (1_000_000, 1_000_000));
    assert_eq!((plan.season, plan.unbonding, plan.day), (90 * DAY, 28 * DAY, DAY));
    assert_eq!((plan.min_attested, plan.least_total_stake.u128()), (25, 0));
    assert_eq!((plan.rules.unattested_bps, plan.rules.cap_bps), (1_000, 300));
    assert_eq!(plan.rules, isonomia_core::rules::Rules::standard(isonomia_core::clock::Day(DAY)));
    let voting = runner.dao().ask::<isonomia_api::voting::ConfigResponse>(
        &runner.dao().contracts.voting,
        &isonomia_api::voting::QueryMsg::Config {},
    );
    assert_eq!((voting.unwrap().min_attested, runner.elapsed()), (25, 0));
}

#[test]
fn every_parameter_reaches_the_contracts() {
    let class = |tau: u64| {
        json!({"tau_bps": tau, "theta_bps": 4_000, "support_bps": 300, "quorum_bps": 1_234, "head_count": 7,
            "delay_seconds": 5, "voting_seconds": 2 * DAY, "timelock_seconds": 11, "window_seconds": 5 * DAY})
    };
    let mut signal = class(5_001);
    for binding in ["timelock_seconds", "window_seconds"] {
        signal[binding] = json!(0);
    }
    let params = json!({"k": "7", "floor_stake": "3", "kappa_bps": 2_000, "cap_bps": 500, "season_seconds": 40 * DAY,
        "unbonding_seconds": 60 * DAY, "min_attested": 2, "min_total_stake": "99",
        "classes": {"signal": signal, "standard": class(5_002), "critical": class(5_003), "emergency": class(5_004)}});
    let params: Params = serde_json::from_value(params).unwrap();

    let runner = Runner::new(&Scenario { params, steps: vec![] }).unwrap();

    let dao = runner.dao();
    let voting: isonomia_api::voting::ConfigResponse =
        dao.ask(&dao.contracts.voting, &isonomia_api::voting::QueryMsg::Config {}).unwrap();
    assert_eq!((voting.scale, voting.floor_stake.u128(), voting.season), (7, 3, 40 * DAY));
    assert_eq!((voting.unbonding, voting.min_attested, voting.least_total_stake.u128()), (60 * DAY, 2, 99));
    let told: isonomia_api::proposal::RulesResponse =
        dao.ask(&dao.contracts.proposal, &isonomia_api::proposal::QueryMsg::Rules {}).unwrap();
    let rules = told.rules;
    assert_eq!((rules.unattested_bps, rules.cap_bps), (2_000, 500));
    for (tau, rules) in (5_001..).zip([rules.signal, rules.standard, rules.critical, rules.emergency]) {
        assert_eq!((rules.threshold_bps, rules.stake_key_bps, rules.stake_support_bps), (tau, 4_000, 300));
        assert_eq!((rules.head_count, rules.delay, rules.voting), (7, 5, 2 * DAY));
        assert_eq!(rules.quorum, isonomia_core::rules::Quorum::Fixed { bps: 1_234 });
        let binding = if tau == 5_001 { (0, 0) } else { (11, 5 * DAY) };
        assert_eq!((rules.timelock, rules.window), binding);
    }
}

#[test]
fn an_unknown_key_stops_it_at_once() {
    for (text, key) in [
        (r#"{"parms":{}}"#, "unknown field `parms`"),
        (r#"{"params":{"K":"1"}}"#, "unknown field `K`"),
        (r#"{"params":{"classes":{"urgent":{}}}}"#, "unknown field `urgent`"),
        (r#"{"params":{"classes":{"signal":{"tau":5000}}}}"#, "unknown field `tau`"),
        (r#"{"steps":[{"steak":{"account":"ann"}}]}"#, "unknown variant `steak`"),
        (r#"{"steps":[{"stake":{"account":"ann","amount":"1","memo":""}}]}"#, "unknown field `memo`"),
        (
            r#"{"steps":[{"delegate":{"account":"ann","to":[{"delegate":"dan","bps":1,"x":1}]}}]}"#,
            "unknown field `x`",
        ),
        (r#"{"steps":[{"vote":{"poll":"p","account":"ann","choice":"maybe"}}]}"#, "unknown variant `maybe`"),
        (r#"{"steps":[{"open":{"poll":"p","class":"urgent"}}]}"#, "unknown variant `urgent`"),
    ] {
        let why = refused(text);
        assert!(why.starts_with(&format!("not a scenario: {key}, expected ")), "{why}");
    }
}

#[test]
fn a_key_twice_stops_it_at_once() {
    for (text, key) in [
        (r#"{"params":{},"params":{}}"#, "params"),
        (r#"{"steps":[],"steps":[]}"#, "steps"),
        (r#"{"params":{"k":"1","k":"1"}}"#, "k"),
        (r#"{"params":{"classes":{"signal":{"head_count":0,"head_count":25}}}}"#, "head_count"),
        (r#"{"steps":[{"stake":{"account":"ann","amount":"1","amount":"2"}}]}"#, "amount"),
    ] {
        let why = refused(text);
        assert!(
            why.starts_with(&format!("not a scenario: duplicate field `{key}` at line 1 column ")),
            "{why}"
        );
    }
    // Two steps in one, and one step twice in one.
    refused(r#"{"steps":[{"attest":{"account":"ann"},"revoke":{"account":"ann"}}]}"#);
    refused(r#"{"steps":[{"attest":{"account":"ann"},"attest":{"account":"bob"}}]}"#);
}

#[test]
fn an_amount_is_a_string_of_digits_below_two_to_the_hundred_and_twenty_eighth() {
    let too_large = "340282366920938463463374607431768211456";
    for amount in ["-1", "+1", "1.5", "", "0x1", "1e3", " 1", "1_000", "١", "ten", too_large] {
        for text in [
            json!({"steps": [{"stake": {"account": "ann", "amount": amount}}]}),
            json!({"params": {"floor_stake": amount}}),
        ] {
            let why = refused(&text.to_string());
            let told = format!(
                "not a scenario: an amount is a decimal string below 2^128, not `{amount}` at line 1 column "
            );
            assert!(why.starts_with(&told), "{why}");
        }
    }
    for amount in ["5", "5.0", "null", "true", "[]"] {
        let why = refused(&format!(r#"{{"steps":[{{"stake":{{"account":"ann","amount":{amount}}}}}]}}"#));
        assert!(
            why.starts_with("not a scenario: invalid type: ") && why.contains("expected a string"),
            "{why}"
        );
    }
    let widest = "340282366920938463463374607431768211455";
    parse(&format!(r#"{{"steps":[{{"stake":{{"account":"ann","amount":"{widest}"}}}}]}}"#)).unwrap();
}

#[test]
fn every_other_number_is_a_whole_json_number() {
    for number in ["-1", "1.5", "1e3", "\"7\"", "null", "18446744073709551616"] {
        let why = refused(&format!(r#"{{"steps":[{{"advance":{{"seconds":{number}}}}}]}}"#));
        assert!(why.starts_with("not a scenario: invalid ") && why.contains("expected u64"), "{why}");
    }
}

#[test]
fn a_missing_key_and_what_is_not_json_stop_it_at_once() {
    for (text, why) in [
        ("", "not a scenario: EOF while parsing a value at line 1 column 0"),
        ("[1]", "not a scenario: "),
        (r#"{"steps":{}}"#, "not a scenario: invalid type: map, expected a sequence"),
        (r#"{"steps":["stake"]}"#, "not a scenario: "),
        (r#"{"steps":[{"stake":{"account":"ann"}}]}"#, "not a scenario: missing field `amount`"),
        (r#"{"steps":[{"open":{"poll":"p"}}]}"#, "not a scenario: missing field `class`"),
        (r#"{} {}"#, "not a scenario: trailing characters"),
    ] {
        let told = refused(text);
        assert!(told.starts_with(why), "{text}: {told}");
    }
}

#[test]
fn parameters_out_of_bounds_stop_it_at_once() {
    for (params, why) in [
        (json!({"k": "0"}), "the parameters are refused: K must be 1 to 1000000, not 0"),
        (json!({"k": "1000001"}), "the parameters are refused: K must be 1 to 1000000, not 1000001"),
        (json!({"k": "4294967296"}), "k is 4294967296, more than 4294967295"),
        (
            json!({"floor_stake": "0"}),
            "the parameters are refused: the floor stake must be at least 1 and below 2^100, not 0",
        ),
        (json!({"kappa_bps": 2_501}), "the parameters are refused: unattested_bps must be 0 to 2500, not 2501"),
        (json!({"kappa_bps": 65_536}), "kappa_bps is 65536, more than 65535"),
        (json!({"cap_bps": 99}), "the parameters are refused: cap_bps must be 100 to 1000, not 99"),
        (
            json!({"season_seconds": 30 * DAY - 1}),
            "the parameters are refused: a season is 2592000 to 15552000 seconds, not 2591999",
        ),
        (
            json!({"min_total_stake": "1267650600228229401496703205376"}),
            "the parameters are refused: the least total stake must be below 2^100, not 1267650600228229401496703205376",
        ),
        (
            json!({"unbonding_seconds": 21 * DAY}),
            "the parameters are refused: critical: voting + 2 x extension + 1.5 x timelock + window is 1857600 s, \
             longer than the unbonding of 1814400 s",
        ),
        (
            json!({"classes": {"critical": {"tau_bps": 4_999}}}),
            "the parameters are refused: critical.threshold_bps must be 5000 to 7500, not 4999",
        ),
        (
            json!({"classes": {"signal": {"timelock_seconds": 1}}}),
            "the parameters are refused: signal.timelock must be 0 to 0, not 1",
        ),
        (
            json!({"classes": {"standard": {"quorum_bps": 799}}}),
            "the parameters are refused: standard.quorum must be 800 to 3500, not 799",
        ),
        (json!({"classes": {"emergency": {"head_count": 65_536}}}), "head_count is 65536, more than 65535"),
    ] {
        assert_eq!(refused_params(params), why);
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let told = read(Path::new("no/such/scenario.json")).unwrap_err().to_string();

    assert_eq!(told, "no/such/scenario.json: No such file or directory (os error 2)");
}
