//! The replay: the report, and what is refused on the way.

use isonomia_cli::scenario::{parse, run, Runner, Scenario};
use serde_json::{json, Value};

use super::{replay, steps, EXAMPLE};

fn report(scenario: &Scenario) -> Value {
    serde_json::to_value(replay(scenario)).unwrap()
}

fn cast(power: &str, stake: &str, unattested_stake: &str) -> Value {
    json!({ "power": power, "stake": stake, "unattested_stake": unattested_stake })
}

#[test]
fn the_example_of_the_issue_is_replayed_to_its_end() {
    let scenario = parse(EXAMPLE).unwrap();
    let dan = Runner::new(&scenario).unwrap().addr("dan");
    let nothing = cast("0", "0", "0");

    let expected = json!({
        "polls": {
            "p1": {
                "class": "standard",
                "tally": { "yes": nothing, "no": nothing, "abstain": nothing },
                "total_power": "0", "total_stake": "999995", "yes_side": "0", "no_side": "0",
                "conditions": { "quorum": false, "threshold": false, "stake_relative": true, "stake_support": false,
                    "head_count": true },
                "passes": false,
            },
        },
        "refused": [
            { "step": 4, "error": "only an attested account may register as a delegate" },
            { "step": 5, "error": "the account is not registered as a delegate" },
            { "step": 6, "error": format!("{dan} is not a registered delegate") },
            { "step": 7, "error": "the account does not delegate" },
            { "step": 10, "error": "the account had neither stake nor anything received when the poll opened" },
        ],
    });
    assert_eq!(report(&scenario), expected);
}

/// Ann, bob and cat for it, a whale against it, and a poll that nobody closes.
pub fn town() -> Scenario {
    let stake = |account: &str, amount: &str| json!({"stake": {"account": account, "amount": amount}});
    let attest = |account: &str| json!({"attest": {"account": account}});
    let vote = |poll: &str, account: &str, choice: &str| json!({"vote": {"poll": poll, "account": account, "choice": choice}});
    steps(json!([
        stake("ann", "4000000"),
        stake("bob", "9000000"),
        stake("cat", "16000000"),
        stake("whale", "50000000"),
        attest("ann"),
        attest("bob"),
        attest("cat"),
        {"open": {"poll": "spend", "class": "standard"}},
        vote("spend", "ann", "yes"),
        vote("spend", "bob", "yes"),
        vote("spend", "whale", "no"),
        vote("spend", "cat", "yes"),
        {"close": {"poll": "spend"}},
        {"open": {"poll": "opinion", "class": "signal"}},
        vote("opinion", "whale", "no"),
        vote("opinion", "ann", "abstain"),
        vote("opinion", "bob", "yes"),
    ]))
}

#[test]
fn the_report_has_exactly_the_shape_of_the_issue() {
    let nothing = cast("0", "0", "0");

    let expected = json!({
        "polls": {
            "spend": {
                "class": "standard",
                "tally": {
                    "yes": cast("9000000", "29000000", "0"),
                    "no": cast("0", "50000000", "50000000"),
                    "abstain": nothing,
                },
                "total_power": "9000000", "total_stake": "79000000", "yes_side": "9000000", "no_side": "0",
                "conditions": { "quorum": true, "threshold": true, "stake_relative": true, "stake_support": true,
                    "head_count": true },
                "passes": true,
            },
            // Not closed: printed as it stands.
            "opinion": {
                "class": "signal",
                "tally": {
                    "yes": cast("3000000", "9000000", "0"),
                    "no": cast("0", "50000000", "50000000"),
                    "abstain": cast("2000000", "4000000", "0"),
                },
                "total_power": "9000000", "total_stake": "79000000", "yes_side": "3000000", "no_side": "0",
                "conditions": { "quorum": true, "threshold": true, "stake_relative": true, "stake_support": true,
                    "head_count": true },
                "passes": true,
            },
        },
        "refused": [],
    });
    assert_eq!(report(&town()), expected);
}

#[test]
fn two_runs_of_one_scenario_are_identical() {
    for scenario in [town(), parse(EXAMPLE).unwrap()] {
        assert_eq!(replay(&scenario), replay(&scenario));
        let again = parse(&serde_json::to_string(&scenario).unwrap()).unwrap();
        assert_eq!(again, scenario);
        assert_eq!(replay(&again), replay(&scenario));
    }
}

#[test]
fn the_example_of_the_manual_says_what_comes_out() {
    let manual = include_str!("../../../docs/scenario.md");
    let (_, example) = manual.split_once("## An example").unwrap();
    let mut blocks = example.split("```json").skip(1).map(|rest| rest.split("```").next().unwrap());
    let (file, printed) = (blocks.next().unwrap(), blocks.next().unwrap());

    let expected: Value = serde_json::from_str(printed).unwrap();
    assert_eq!(report(&parse(file).unwrap()), expected);
}

#[test]
fn what_is_refused_is_told_with_its_step_and_the_run_goes_on() {
    let scenario = steps(json!([
        {"revoke": {"account": "ann"}},
        {"stake": {"account": "ann", "amount": "0"}},
        {"vote": {"poll": "p1", "account": "ann", "choice": "yes"}},
        {"close": {"poll": "p1"}},
        {"delegate": {"account": "ann", "to": []}},
        {"delegate": {"account": "ann", "to": [{"delegate": "dan", "bps": 65536}]}},
        {"open": {"poll": "p1", "class": "signal"}},
        {"open": {"poll": "p1", "class": "critical"}},
        {"advance": {"seconds": 432000}},
        {"vote": {"poll": "p1", "account": "ann", "choice": "yes"}},
        {"close": {"poll": "p1"}},
        {"close": {"poll": "p1"}},
        {"advance": {"seconds": 18446744073709551615u64}},
        {"stake": {"account": "ann", "amount": "7"}},
    ]));

    let report = replay(&scenario);

    let told: Vec<(usize, &str)> =
        report.refused.iter().map(|each| (each.step, isonomia_embedded::rule(&each.error))).collect();
    let expected = [
        (0, "the account is not attested"),
        (1, "send exactly one coin, of uiso, not []"),
        (2, "there is no poll `p1`"),
        (3, "there is no poll `p1`"),
        (4, "a delegation names at least one delegate; undelegate to take it back"),
        (5, "a part of 65536 basis points is more than 10000"),
        (7, "there is a poll `p1` already"),
        (9, "a poll that is Closed does not take Vote"),
        (11, "proposal 1 is Defeated { why: Quorum }: only one that is closed or lapsed is resolved"),
        (12, "the clock of a scenario runs for at most 6307200000 seconds"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_strict_run_stops_at_the_first_refusal() {
    let scenario = steps(json!([
        {"attest": {"account": "ann"}},
        {"revoke": {"account": "bob"}},
        {"revoke": {"account": "cat"}},
    ]));
    let mut seen = Vec::new();

    let stopped = run(&scenario, true, |_, step, _, why| seen.push((step, why.is_some()))).unwrap_err();

    assert_eq!(stopped.to_string(), "step 1 was refused: the account is not attested");
    assert_eq!(seen, [(0, false), (1, true)]);
    assert!(run(&town(), true, |_, _, _, _| {}).is_ok());
}

#[test]
fn before_the_latch_stake_judges_and_the_third_belongs_to_stake_support() {
    let mut scenario = steps(json!([
        {"stake": {"account": "ann", "amount": "29"}},
        {"stake": {"account": "quiet", "amount": "71"}},
        {"open": {"poll": "p1", "class": "critical"}},
        {"vote": {"poll": "p1", "account": "ann", "choice": "yes"}},
        {"close": {"poll": "p1"}},
    ]));
    scenario.params.min_attested = None;

    let report = report(&scenario);

    let poll = &report["polls"]["p1"];
    assert_eq!((&poll["yes_side"], &poll["total_power"]), (&json!("29"), &json!("0")));
    let expected = json!({"quorum": true, "threshold": true, "stake_relative": true, "stake_support": false,
        "head_count": true});
    assert_eq!((&poll["conditions"], &poll["passes"]), (&expected, &json!(false)));
}
