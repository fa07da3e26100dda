//! Upgrades: what is approved with one, the way back, the operators.

use cosmwasm_std::HexBinary;
use isonomia_api::timelock::{
    Assertion, ExecuteMsg, Expect, Operator, OperatorInfo, OperatorsResponse, ReadinessInfo, RollbackInfo,
    RollbackPlan, UpgradeResponse,
};
use isonomia_core::readiness::{ReadyBy, ReadyWeight};
use isonomia_core::soak::SoakStage;
use isonomia_core::upgrade::{ApprovedCode, Migrated, RollbackStep};
use serde_json::{json, Value};

use crate::given::{addr, pin, variants, Table};
use crate::words::pin_words;

variants!(SoakStage: Soaking, RolledBack, Over);

fn checksum() -> HexBinary {
    vec![0xAB, 0x01].into()
}

/// What operators are to have ready.
pub fn ready_by() -> (ReadyBy, Value) {
    (ReadyBy { until: 900, checksum: checksum() }, json!({"until": 900, "checksum": "ab01"}))
}

fn step() -> (RollbackStep, Value) {
    let (contract, msg) = ("voting".to_string(), b"{}".into());
    (
        RollbackStep { contract, code_id: 7, checksum: checksum(), msg },
        json!({"contract": "voting", "code_id": 7, "checksum": "ab01", "msg": "e30="}),
    )
}

fn alarm() -> (Assertion, Value) {
    let (contract, pointer, value) = ("voting".to_string(), "/vault".to_string(), "vault".to_string());
    (
        Assertion { contract, query: b"{}".into(), pointer, expect: Expect::Equals, value },
        json!({
            "contract": "voting", "query": "e30=", "pointer": "/vault", "expect": "equals", "value": "vault"
        }),
    )
}

/// The messages of upgrades, among those of the timelock.
pub fn executes() -> Table<ExecuteMsg> {
    let migrations = vec![ApprovedCode { contract: "voting".to_string(), checksum: checksum() }];
    let plan = RollbackPlan { soak: 60, steps: vec![step().0], alarms: vec![alarm().0] };
    let operators = vec![Operator { operator: "olga".to_string(), weight: 5 }];
    let approved = json!([{"contract": "voting", "checksum": "ab01"}]);
    vec![
        (
            ExecuteMsg::Upgrade { migrations: migrations.clone(), rollback: Some(plan) },
            json!({"upgrade": {
                "migrations": approved, "rollback": {"soak": 60, "steps": [step().1], "alarms": [alarm().1]}
            }}),
        ),
        (
            ExecuteMsg::Upgrade { migrations, rollback: None },
            json!({"upgrade": {"migrations": approved, "rollback": null}}),
        ),
        (
            ExecuteMsg::Rollback { id: 7, incident: "leak".to_string(), reason: "it pays".to_string() },
            json!({"rollback": {"id": 7, "incident": "leak", "reason": "it pays"}}),
        ),
        (ExecuteMsg::Ready { id: 7, checksum: checksum() }, json!({"ready": {"id": 7, "checksum": "ab01"}})),
        (ExecuteMsg::Unready { id: 7 }, json!({"unready": {"id": 7}})),
        (
            ExecuteMsg::SetOperators { operators },
            json!({"set_operators": {"operators": [{"operator": "olga", "weight": 5}]}}),
        ),
    ]
}

#[test]
fn answers() {
    pin_words([
        (SoakStage::Soaking, "soaking"),
        (SoakStage::RolledBack, "rolled_back"),
        (SoakStage::Over, "over"),
    ]);
    pin(
        UpgradeResponse { migrated: vec![], rollback: None, readiness: None },
        json!({"migrated": [], "rollback": null, "readiness": null}),
    );
    let rollback = RollbackInfo {
        stage: SoakStage::Soaking,
        until: 900,
        steps: vec![step().0],
        alarms: vec![alarm().0],
    };
    let readiness = ReadinessInfo {
        until: 900,
        checksum: checksum(),
        operators: vec![OperatorInfo { operator: addr("olga"), weight: 5, ready: true }],
        weight: ReadyWeight { ready_weight: 5, needed_weight: 5, total_weight: 6 },
    };
    let migrated = vec![Migrated { contract: "voting".to_string(), pinned: 7, upgraded: 8 }];
    pin(
        UpgradeResponse { migrated, rollback: Some(rollback), readiness: Some(readiness) },
        json!({
            "migrated": [{"contract": "voting", "pinned": 7, "upgraded": 8}],
            "rollback": {"stage": "soaking", "until": 900, "steps": [step().1], "alarms": [alarm().1]},
            "readiness": {
                "until": 900, "checksum": "ab01", "operators": [{"operator": "olga", "weight": 5, "ready": true}],
                "weight": {"ready_weight": 5, "needed_weight": 5, "total_weight": 6}
            }
        }),
    );
    let operators = vec![Operator { operator: "olga".to_string(), weight: 5 }];
    pin(OperatorsResponse { operators }, json!({"operators": [{"operator": "olga", "weight": 5}]}));
}
