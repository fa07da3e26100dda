//! What a scenario decides in sentences, what is done beside its votes, and what it expects.

use isonomia_cli::scenario::{parse, run, Runner, Scenario, Step};
use isonomia_embedded::DAY;
use serde_json::{json, Value};

use super::{replay, steps};

const PEOPLE: [&str; 5] = ["ann", "bob", "cat", "dan", "eve"];

/// Five people of equal stake and a million of cash, then these steps.
fn town(then: &[Value]) -> Scenario {
    let settle = |name: &&str| {
        [json!({"stake": {"account": name, "amount": "100000000"}}), json!({"attest": {"account": name}})]
    };
    let mut all: Vec<Value> = PEOPLE.iter().flat_map(settle).collect();
    all.push(json!({"fund": {"amount": "1000000000000"}}));
    all.extend_from_slice(then);
    steps(Value::Array(all))
}

/// The first step after the town.
const FIRST: usize = 11;

/// Everybody agrees, and it is executed.
fn decide(poll: &str, class: &str, sentences: &[&str]) -> Vec<Value> {
    let mut all = agree(poll, class, sentences);
    all.push(json!({"execute": {"poll": poll}}));
    all
}

fn agree(poll: &str, class: &str, sentences: &[&str]) -> Vec<Value> {
    let mut all = vec![json!({"open": {"poll": poll, "class": class, "do": sentences}})];
    all.extend(PEOPLE.map(|name| json!({"vote": {"poll": poll, "account": name, "choice": "yes"}})));
    all.push(json!({"close": {"poll": poll}}));
    all
}

/// What is refused of the steps after the town, counted from there.
fn refusals(then: &[Value]) -> Vec<(usize, String)> {
    let refused = replay(&town(then)).refused;
    refused.into_iter().map(|each| (each.step - FIRST, each.error)).collect()
}

fn has(account: &str, amount: &str) -> Value {
    json!({"has": {"account": account, "amount": amount}})
}

#[test]
fn every_decision_is_of_its_class() {
    let hash = "ab".repeat(32);
    let rescue = format!("approve rescue of voting to {hash} with {{}} until 60d");
    let (critical, emergency) = (
        [
            "pay 5 cash to zoe",
            "let small spends pay 5 cash",
            "budget 5 cash every 30d until 300d for zoe",
            "stream 5 cash to zoe over 365d cliff 90d",
            "list cash",
            "unlist iso",
            "raise cap of iso to 6%",
            "name guardian zoe until 170d",
            "unpause",
            "set least delays standard 2d critical 5d emergency 2h",
            "add issuer guild zoe",
            "revoke zoe, yan",
            rescue.as_str(),
        ],
        [
            "revoke budget 1",
            "cancel stream 1",
            "lower cap of iso to 4%",
            "remove guardian",
            "cancel first in theft because nobody agreed",
            "pause treasury for 72h in theft because nobody agreed",
            "remove issuer issuer",
            "revoke few zoe, yan",
        ],
    );
    let preview = |class: &str, sentence: &&str| json!({"preview": {"do": [sentence], "class": class}});
    let mut all = vec![json!({"open": {"poll": "first", "class": "signal"}})];
    all.extend(critical.iter().map(|sentence| preview("critical", sentence)));
    all.extend(emergency.iter().map(|sentence| preview("emergency", sentence)));
    all.push(preview("standard", &"pay small 5 cash to zoe"));
    assert_eq!(refusals(&all), []);
}

#[test]
fn what_is_of_another_class_is_refused_and_leaves_the_name_free() {
    let open = |class: &str, sentence: &str| json!({"open": {"poll": "p", "class": class, "do": [sentence]}});
    let told = refusals(&[
        open("standard", "pay 5 cash to zoe"),
        open("emergency", "pay 5 cash to zoe"),
        open("critical", "give 5 cash to zoe"),
        open("critical", "pay 5 gx to zoe"),
        json!({"preview": {"do": ["list cash"], "class": "standard"}}),
        open("critical", "pay 5 cash to zoe"),
    ]);
    let steps: Vec<usize> = told.iter().map(|(step, _)| *step).collect();
    assert_eq!(steps, [0, 1, 2, 3, 4]);
    assert_eq!(
        (told[0].1.as_str(), told[4].1.as_str()),
        ("this is critical, not standard", "this is critical, not standard")
    );
    assert!(told[1].1.contains("is not defensive") && told[2].1.contains("is no decision"), "{told:?}");
    assert!(told[3].1.contains("`gx` is neither a coin"), "{told:?}");
}

#[test]
fn the_clock_moves_to_the_execution_and_not_at_all_where_it_may_be_done_already() {
    let mut all = decide("at once", "critical", &["pay 5 cash to zoe"]);
    all.extend(agree("later", "critical", &["pay 5 cash to zoe"]));
    all.extend([
        json!({"advance": {"seconds": 9 * DAY}}),
        json!({"execute": {"poll": "later"}}),
        has("zoe", "10000000"),
    ]);
    let mut clock = Vec::new();

    run(&town(&all), true, |runner, _, _, _| clock.push(runner.elapsed())).unwrap();

    // 2 days to the opening, 7 of voting, 7.5 of the timelock while no guardian serves.
    let (executed, closed) = (33 * DAY / 2, 51 * DAY / 2);
    assert_eq!(clock[FIRST + 6..FIRST + 8], [9 * DAY, executed]);
    assert_eq!(clock[FIRST + 14..], [closed, closed + 9 * DAY, closed + 9 * DAY, closed + 9 * DAY]);
}

#[test]
fn polls_and_accounts_are_called_by_their_names_in_a_sentence() {
    let mut all = agree("the theft", "critical", &["pay 5 cash to treasury"]);
    all.extend(decide("stop it", "emergency", &["cancel the theft in theft because nobody agreed"]));
    all.push(json!({"execute": {"poll": "the theft"}}));
    all.extend(decide("again", "critical", &["pay 5 cash to treasury"]));
    all.extend([has("treasury", "5000000"), json!({"treasury_has": {"amount": "999995000000"}})]);

    let told = refusals(&all);

    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == 15 && told[0].1.contains("that is Cancelled does not take Execute"), "{told:?}");
}

#[test]
fn what_is_expected_is_refused_where_it_is_not_so() {
    let vote = json!({"vote": {"poll": "p", "account": "ann", "choice": "yes"}});
    let expect = |step: &Value, error: &str| json!({"expect_refusal": {"step": step, "error": error}});
    let told = refusals(&[
        has("zoe", "0"),
        has("zoe", "1"),
        json!({"treasury_has": {"amount": "1"}}),
        expect(&vote, "there is no poll `p`"),
        expect(&vote, "the poll is over"),
        expect(&vote, ""),
        expect(&has("zoe", "0"), "zoe"),
        expect(&expect(&vote, "the poll is over"), "was expected, not: there is no poll"),
    ]);
    let expected = [
        (1, "zoe has 0 base units of ucash, not 1"),
        (2, "the treasury has 1000000000000 base units of ucash, not 1"),
        (4, "`the poll is over` was expected, not: there is no poll `p`"),
        (5, "an error that is expected says something"),
        (6, "this was not refused: `zoe` was expected"),
    ];
    let told: Vec<(usize, &str)> = told.iter().map(|(step, error)| (*step, error.as_str())).collect();
    assert_eq!(told, expected);
}

#[test]
fn a_treasury_takes_cash_up_to_its_limit_and_not_one_unit_past_it() {
    let fund = |amount: u128| json!({"fund": {"amount": amount.to_string()}});
    let most = 1u128 << 110;
    let told = refusals(&[fund(0), fund(most - 1_000_000_000_000), fund(1), fund(u128::MAX), fund(0)]);
    let why = format!("the treasury of a scenario has at most {most} base units of ucash");
    assert_eq!(told, [(2, why.clone()), (3, why)]);
}

#[test]
fn the_contract_says_why_a_guardian_a_holder_or_a_recipient_is_refused() {
    let pause = |account: &str| json!({"pause": {"account": account, "scope": "treasury", "seconds": 259_200, "incident": "theft", "reason": "a key leaked"}});
    let pay = |amount: &str| json!({"pay": {"account": "committee", "budget": 1, "amount": amount, "to": "printer"}});
    let withdraw = json!({"withdraw_stream": {"account": "zoe", "stream": 1}});
    let mut all = decide("guardian", "critical", &["name guardian gina until 150d"]);
    let promises = [
        "list cash",
        "budget 2 cash every 30d until 300d for committee",
        "stream 4 cash to zoe over 400d cliff 100d",
    ];
    all.extend(decide("promises", "critical", &promises));
    let before = all.len();
    all.extend([
        pause("ann"),
        pay("2000001"),
        pay("2000000"),
        pay("1"),
        withdraw.clone(),
        pause("gina"),
        pause("gina"),
        withdraw.clone(),
    ]);
    all.extend([json!({"advance": {"seconds": 200 * DAY}}), pause("gina"), withdraw, has("zoe", "2000000")]);

    let told = refusals(&all);

    let said = |step: usize, why: &str| {
        let found = told.iter().find(|(refused, _)| *refused == before + step);
        assert!(found.is_some_and(|(_, error)| error.contains(why)), "{step} {why}: {told:?}");
    };
    said(0, "only the guardian or the timelock may do this");
    said(1, "budget 1: 2000001 is more than the 2000000 left of 2000000");
    said(3, "budget 1: 1 is more than the 0 left of 2000000");
    said(4, "stream 1: nothing is due: 0 is earned and 0 was paid out; the cliff is at");
    said(6, "the last pause ended or ends at");
    said(7, "the treasury is paused until");
    said(9, "the guardian's term ended at");
    assert_eq!(told.len(), 7, "{told:?}");
}

#[test]
fn the_new_steps_are_read_strictly_and_written_as_they_were_read() {
    let taken = [
        json!({"open": {"poll": "p", "class": "critical", "do": ["list cash"]}}),
        json!({"execute": {"poll": "p"}}),
        json!({"cancel": {"account": "gina", "poll": "p", "incident": "theft", "reason": "so"}}),
        json!({"pause": {"account": "gina", "scope": "execution", "seconds": 1, "incident": "theft", "reason": "so"}}),
        json!({"pay": {"account": "gina", "budget": 1, "amount": "1", "to": "zoe"}}),
        json!({"withdraw_stream": {"account": "zoe", "stream": 1}}),
        json!({"fund": {"amount": "1"}}),
        json!({"preview": {"do": [], "class": "signal"}}),
        has("zoe", "1"),
        json!({"treasury_has": {"amount": "1"}}),
        json!({"expect_refusal": {"step": {"execute": {"poll": "p"}}, "error": "so"}}),
    ];
    for step in taken {
        let read: Step = serde_json::from_value(step.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), step);
        let (key, mut fields) =
            step.as_object().unwrap().iter().next().map(|(key, value)| (key.clone(), value.clone())).unwrap();
        fields["memo"] = json!("");
        let why = parse(&json!({"steps": [{key: fields}]}).to_string()).unwrap_err().to_string();
        assert!(why.starts_with("not a scenario: unknown field `memo`"), "{why}");
    }
    let vault =
        r#"{"steps":[{"pause":{"account":"gina","scope":"vault","seconds":1,"incident":"a","reason":"b"}}]}"#;
    assert!(parse(vault).unwrap_err().to_string().contains("unknown variant `vault`"));
}

#[test]
fn a_run_to_a_step_is_a_runner_that_can_be_asked() {
    let scenario = town(&decide("pay", "critical", &["pay 5 cash to zoe"]));
    let mut runner = Runner::new(&scenario).unwrap();
    scenario.steps.iter().for_each(|step| runner.step(step).unwrap());
    assert_eq!(runner.dao().balance(&runner.addr("zoe"), isonomia_embedded::CASH).unwrap(), 5_000_000);
}
