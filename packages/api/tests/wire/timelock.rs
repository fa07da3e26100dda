//! The timelock's messages and answers.

use isonomia_api::timelock::{
    Assertion, ConfigResponse, ExecuteMsg, ExecutingResponse, Expect, InstantiateMsg, LeastDelays,
    NewOperation, OperationInfo, OperationResponse, OperationsResponse, QueryMsg,
};
use isonomia_core::class::Class;
use isonomia_core::operation::OperationStage;
use isonomia_core::pin::{BrokenPin, Pin};
use serde_json::{json, Value};

use crate::given::{addr, pin, pin_answers, pin_messages, pin_strict, variants, Table};
use crate::words::pin_words;

variants!(ExecuteMsg: Schedule, Execute, Cancel, Assert, SetProposal);
variants!(Expect: Equals, AtLeast, AtMost);
variants!(QueryMsg: Config, Operation, Operations, Executing);

const LEAST_DELAYS: LeastDelays = LeastDelays { standard: 172_800, critical: 432_000, emergency: 7_200 };

pub fn executes() -> Table<ExecuteMsg> {
    let operation = NewOperation {
        id: 7,
        class: Class::Standard,
        hash: vec![0xAB, 0x01].into(),
        delay: 172_800,
        window: 432_000,
        locked_until: 900,
        pins: vec![pinned().0],
    };
    let assertion = Assertion {
        contract: "treasury".to_string(),
        query: b"{}".into(),
        pointer: "/left".to_string(),
        expect: Expect::AtLeast,
        value: "5".to_string(),
    };
    vec![
        (
            ExecuteMsg::Schedule { operation },
            json!({"schedule": {"operation": {
                "id": 7, "class": "standard", "hash": "ab01", "delay": 172800, "window": 432000, "locked_until": 900,
                "pins": [pinned().1]
            }}}),
        ),
        (
            ExecuteMsg::Execute { id: 7, actions: b"[]".into() },
            json!({"execute": {"id": 7, "actions": "W10="}}),
        ),
        (ExecuteMsg::Cancel { id: 7 }, json!({"cancel": {"id": 7}})),
        (
            ExecuteMsg::Assert { assertion },
            json!({"assert": {"assertion": {
                "contract": "treasury", "query": "e30=", "pointer": "/left", "expect": "at_least", "value": "5"
            }}}),
        ),
        (
            ExecuteMsg::SetProposal { proposal: "proposal".to_string() },
            json!({"set_proposal": {"proposal": "proposal"}}),
        ),
    ]
}

fn pinned() -> (Pin, Value) {
    (Pin { contract: "market".to_string(), code_id: 7 }, json!({"contract": "market", "code_id": 7}))
}

fn operation() -> (OperationInfo, Value) {
    (
        OperationInfo {
            id: 7,
            class: Class::Emergency,
            hash: vec![0xAB, 0x01].into(),
            eta: 900,
            expires: 1_800,
            stage: OperationStage::Waiting,
            void: Some(BrokenPin { contract: "market".to_string(), pinned: 7, found: 8 }),
        },
        json!({
            "id": 7, "class": "emergency", "hash": "ab01", "eta": 900, "expires": 1800, "stage": "waiting",
            "void": {"contract": "market", "pinned": 7, "found": 8}
        }),
    )
}

#[test]
fn instantiate() {
    let json = json!({
        "proposal": "proposal", "least_delays": {"standard": 172800, "critical": 432000, "emergency": 7200}
    });
    pin_strict::<InstantiateMsg>([&json], &[]);
    pin(InstantiateMsg { proposal: "proposal".to_string(), least_delays: LEAST_DELAYS }, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &[]);
    pin_words([(Expect::Equals, "equals"), (Expect::AtLeast, "at_least"), (Expect::AtMost, "at_most")]);
}

#[test]
fn query() {
    pin_messages(
        vec![
            (QueryMsg::Config {}, json!({"config": {}})),
            (QueryMsg::Operation { id: 7 }, json!({"operation": {"id": 7}})),
            (
                QueryMsg::Operations { start_after: Some(7), limit: Some(30) },
                json!({"operations": {"start_after": 7, "limit": 30}}),
            ),
            (
                QueryMsg::Operations { start_after: None, limit: None },
                json!({"operations": {"start_after": null, "limit": null}}),
            ),
            (QueryMsg::Executing {}, json!({"executing": {}})),
        ],
        &["operations.start_after", "operations.limit"],
    );
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("operation", "OperationResponse"),
        ("operations", "OperationsResponse"),
        ("executing", "ExecutingResponse"),
    ]);
}

#[test]
fn answers() {
    let (operation, operation_json) = operation();
    pin(
        ConfigResponse { proposal: addr("proposal"), least_delays: LEAST_DELAYS },
        json!({
            "proposal": "proposal", "least_delays": {"standard": 172800, "critical": 432000, "emergency": 7200}
        }),
    );
    pin(OperationResponse { operation: None, pins: vec![] }, json!({ "operation": null, "pins": [] }));
    pin(
        OperationResponse { operation: Some(operation.clone()), pins: vec![pinned().0] },
        json!({ "operation": operation_json, "pins": [pinned().1] }),
    );
    pin(OperationsResponse { operations: vec![operation] }, json!({ "operations": [operation_json] }));
    pin(ExecutingResponse { id: None }, json!({ "id": null }));
    pin(ExecutingResponse { id: Some(7) }, json!({"id": 7}));
}
