//! Every answer is what its schema says.

use cosmwasm_schema::QueryResponses;
use isonomia_api::voting::QueryMsg;
use serde_json::{json, Value};

use crate::voting::town::*;

#[test]
fn every_answer_is_what_its_schema_says() {
    let mut dao = town();
    let ann = dao.person("ann", 9 * COIN);
    dao.person("bob", 4 * COIN);
    dao.next_block();
    let questions = [
        json!({"voting_power_at_height": {"address": ann}}),
        json!({"total_power_at_height": {"height": 12}}),
        json!({"dao": {}}),
        json!({"info": {}}),
        json!({"is_active": {}}),
        json!({"admin": {}}),
        json!({"member": {"addr": ann}}),
        json!({"member": {"addr": dao.addr("nobody")}}),
        json!({"total_weight": {}}),
        json!({"list_members": {"limit": 1}}),
        json!({"hooks": {}}),
    ];

    let schemas = QueryMsg::response_schemas().unwrap();
    for question in questions {
        let name = question.as_object().unwrap().keys().next().unwrap();
        let answer: Value = dao.ask(&dao.contracts.voting, &question).unwrap();
        let schema = jsonschema::validator_for(&serde_json::to_value(&schemas[name]).unwrap()).unwrap();
        let faults: Vec<String> = schema.iter_errors(&answer).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{question}: {answer}: {faults:?}");
        assert!(!schema.is_valid(&json!({"surplus": 1})), "{name} takes anything");
    }
}
