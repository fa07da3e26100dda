//! The timelock's messages and answers.

use isonomia_api::timelock::{
    Act, Assertion, ConfigResponse, ExecuteMsg, ExecutingResponse, Expect, FirstGuardian, GuardianResponse,
    IncidentInfo, IncidentsResponse, InstantiateMsg, LeastDelays, Lowering, NewOperation, OperationInfo,
    OperationResponse, OperationsResponse, PauseInfo, PauseResponse, QueryMsg, QueuePosition,
};
use isonomia_core::class::Class;
use isonomia_core::clock::Moment;
use isonomia_core::guardian::SeatStage;
use isonomia_core::operation::OperationStage;
use isonomia_core::pause::{PauseScope, PauseStage};
use isonomia_core::pin::{BrokenPin, Pin};
use serde_json::{json, Value};

use crate::given::{addr, pin, pin_answers, pin_messages, pin_strict, variants, Table};
use crate::upgrade::{self, ready_by};
use crate::words::pin_words;

variants!(
    ExecuteMsg: Schedule, Execute, Cancel, Pause, Unpause, SetGuardian, RemoveGuardian, SetLeastDelays, Assert, Upgrade,
    Rollback, Ready, Unready, SetOperators, SetProposal
);
variants!(PauseScope: TreasuryOutflow, Execution);
variants!(SeatStage: Vacant, Serving, Ended);
variants!(PauseStage: Free, Running, Cooling);
variants!(Act: Cancelled, Paused, RolledBack);
variants!(Expect: Equals, AtLeast, AtMost);
variants!(
    QueryMsg: Config, Operation, Operations, LatestOperations, Queue, Executing, Guardian, Pause, Upgrade, Operators,
    Incidents, LatestIncidents
);

fn least_delays_json() -> Value {
    json!({"standard": 172800, "critical": 432000, "emergency": 7200})
}

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
        protected: true,
        ready: Some(ready_by().0),
    };
    let assertion = Assertion {
        contract: "treasury".to_string(),
        query: b"{}".into(),
        pointer: "/left".to_string(),
        expect: Expect::AtLeast,
        value: "5".to_string(),
    };
    let before = vec![
        (
            ExecuteMsg::Schedule { operation },
            json!({"schedule": {"operation": {
                "id": 7, "class": "standard", "hash": "ab01", "delay": 172800, "window": 432000, "locked_until": 900,
                "pins": [pinned().1], "protected": true, "ready": ready_by().1
            }}}),
        ),
        (
            ExecuteMsg::Execute { id: 7, actions: b"[]".into() },
            json!({"execute": {"id": 7, "actions": "W10="}}),
        ),
        (
            ExecuteMsg::Cancel { id: 7, incident: "leak".to_string(), reason: "it pays".to_string() },
            json!({"cancel": {"id": 7, "incident": "leak", "reason": "it pays"}}),
        ),
        (
            ExecuteMsg::Pause {
                scope: PauseScope::TreasuryOutflow,
                seconds: 60,
                incident: "leak".to_string(),
                reason: "it pays".to_string(),
            },
            json!({"pause": {
                "scope": "treasury_outflow", "seconds": 60, "incident": "leak", "reason": "it pays"
            }}),
        ),
        (ExecuteMsg::Unpause {}, json!({"unpause": {}})),
        (
            ExecuteMsg::SetGuardian { guardian: "wanda".to_string(), until: 900 },
            json!({"set_guardian": {"guardian": "wanda", "until": 900}}),
        ),
        (ExecuteMsg::RemoveGuardian {}, json!({"remove_guardian": {}})),
        (
            ExecuteMsg::SetLeastDelays { least_delays: LEAST_DELAYS },
            json!({"set_least_delays": {"least_delays": least_delays_json()}}),
        ),
        (
            ExecuteMsg::Assert { assertion },
            json!({"assert": {"assertion": {
                "contract": "treasury", "query": "e30=", "pointer": "/left", "expect": "at_least", "value": "5"
            }}}),
        ),
    ];
    let last = (
        ExecuteMsg::SetProposal { proposal: "proposal".to_string() },
        json!({"set_proposal": {"proposal": "proposal"}}),
    );
    [before, upgrade::executes(), vec![last]].concat()
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
            stage: OperationStage::Cancelled,
            ended: Some(Moment { height: 12, time: 1_000 }),
            protected: true,
            void: Some(BrokenPin { contract: "market".to_string(), pinned: 7, found: 8 }),
        },
        json!({
            "id": 7, "class": "emergency", "hash": "ab01", "eta": 900, "expires": 1800, "stage": "cancelled",
            "ended": {"height": 12, "time": 1000}, "protected": true, "void": {"contract": "market", "pinned": 7, "found": 8}
        }),
    )
}

#[test]
fn instantiate() {
    let json = json!({
        "proposal": "proposal", "treasury": "treasury", "day": 86400, "least_delays": least_delays_json(),
        "guardian": {"guardian": "wanda", "seconds": 900}
    });
    pin_strict::<InstantiateMsg>([&json], &[".guardian"]);
    let msg = InstantiateMsg {
        proposal: "proposal".to_string(),
        treasury: "treasury".to_string(),
        least_delays: LEAST_DELAYS,
        day: 86_400,
        guardian: Some(FirstGuardian { guardian: "wanda".to_string(), seconds: 900 }),
    };
    pin(msg, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &["operation.ready", "upgrade.rollback"]);
    pin_words([
        (PauseScope::TreasuryOutflow, PauseScope::TreasuryOutflow.name()),
        (PauseScope::Execution, "execution"),
    ]);
    pin_words([(SeatStage::Vacant, "vacant"), (SeatStage::Serving, "serving"), (SeatStage::Ended, "ended")]);
    pin_words([
        (PauseStage::Free, "free"),
        (PauseStage::Running, "running"),
        (PauseStage::Cooling, "cooling"),
    ]);
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
            (
                QueryMsg::LatestOperations { start_before: Some(7), limit: Some(30) },
                json!({"latest_operations": {"start_before": 7, "limit": 30}}),
            ),
            (
                QueryMsg::Queue { start_after: Some(QueuePosition { eta: 900, id: 7 }), limit: Some(30) },
                json!({"queue": {"start_after": {"eta": 900, "id": 7}, "limit": 30}}),
            ),
            (QueryMsg::Executing {}, json!({"executing": {}})),
            (QueryMsg::Guardian {}, json!({"guardian": {}})),
            (QueryMsg::Pause {}, json!({"pause": {}})),
            (QueryMsg::Upgrade { id: 7 }, json!({"upgrade": {"id": 7}})),
            (QueryMsg::Operators {}, json!({"operators": {}})),
            (
                QueryMsg::Incidents { start_after: Some(7), limit: Some(30) },
                json!({"incidents": {"start_after": 7, "limit": 30}}),
            ),
            (
                QueryMsg::Incidents { start_after: None, limit: None },
                json!({"incidents": {"start_after": null, "limit": null}}),
            ),
            (
                QueryMsg::LatestIncidents { start_before: Some(7), limit: Some(30) },
                json!({"latest_incidents": {"start_before": 7, "limit": 30}}),
            ),
        ],
        &[
            "operations.start_after",
            "operations.limit",
            "latest_operations.start_before",
            "latest_operations.limit",
            "queue.start_after",
            "queue.limit",
            "incidents.start_after",
            "incidents.limit",
            "latest_incidents.start_before",
            "latest_incidents.limit",
        ],
    );
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("operation", "OperationResponse"),
        ("operations", "OperationsResponse"),
        ("latest_operations", "OperationsResponse"),
        ("queue", "OperationsResponse"),
        ("executing", "ExecutingResponse"),
        ("guardian", "GuardianResponse"),
        ("pause", "PauseResponse"),
        ("upgrade", "UpgradeResponse"),
        ("operators", "OperatorsResponse"),
        ("incidents", "IncidentsResponse"),
        ("latest_incidents", "IncidentsResponse"),
    ]);
}

#[test]
fn answers() {
    let (operation, operation_json) = operation();
    let lowering = Lowering { class: Class::Critical, seconds: 60, from: 900 };
    pin(
        ConfigResponse {
            proposal: addr("proposal"),
            treasury: addr("treasury"),
            day: 86_400,
            least_delays: LEAST_DELAYS,
            lowerings: vec![lowering],
        },
        json!({
            "proposal": "proposal", "treasury": "treasury", "day": 86400, "least_delays": least_delays_json(),
            "lowerings": [{"class": "critical", "seconds": 60, "from": 900}]
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

#[test]
fn the_guardian_the_pause_and_the_log() {
    let guardian =
        GuardianResponse { guardian: Some(addr("wanda")), until: Some(900), seat: SeatStage::Serving };
    pin(guardian, json!({"guardian": "wanda", "until": 900, "seat": "serving"}));
    let nobody = GuardianResponse { guardian: None, until: None, seat: SeatStage::Vacant };
    pin(nobody, json!({"guardian": null, "until": null, "seat": "vacant"}));
    pin(PauseResponse { last: None, stage: PauseStage::Free }, json!({"last": null, "stage": "free"}));
    let last = PauseInfo { scope: PauseScope::Execution, from: 1, until: 2, free_from: 3 };
    pin(
        PauseResponse { last: Some(last), stage: PauseStage::Cooling },
        json!({"last": {"scope": "execution", "from": 1, "until": 2, "free_from": 3}, "stage": "cooling"}),
    );
    pin(
        Act::Paused { scope: PauseScope::Execution, until: 2 },
        json!({"paused": {"scope": "execution", "until": 2}}),
    );
    pin(Act::RolledBack { id: 7 }, json!({"rolled_back": {"id": 7}}));
    let (incident, reason) = ("leak".to_string(), "it pays".to_string());
    let entry =
        IncidentInfo { number: 1, at: 9, by: addr("wanda"), act: Act::Cancelled { id: 7 }, incident, reason };
    pin(
        IncidentsResponse { incidents: vec![entry] },
        json!({"incidents": [{
            "number": 1, "at": 9, "by": "wanda", "act": {"cancelled": {"id": 7}}, "incident": "leak", "reason": "it pays"
        }]}),
    );
}
