//! The registry's messages and answers, and the bytes that its issuers sign.

use isonomia_api::identity::{
    revocation_bytes, signed_bytes, AccountAttestation, AttestationInfo, AttestationResponse,
    AttestationStage, AttestationsResponse, ConfigResponse, EpochResponse, ExecuteMsg, InstantiateMsg,
    Issuer, IssuerInfo, IssuerKey, IssuersResponse, QueryMsg, Revocation, Statement,
};
use serde_json::{json, Value};

use crate::given::{addr, pin, pin_answers, pin_messages, pin_strict, variants, Table};

variants!(ExecuteMsg: File, Submit, Activate, Revoke, RevokeFew, RevokeSigned, Expire, Ready, AddIssuer, RemoveIssuer);
variants!(QueryMsg: Config, Issuers, Attestation, Attestations, Epoch);
variants!(IssuerKey: Account, Secp256k1, Ed25519);
variants!(AttestationStage: Maturing, Live);

pub fn issuer() -> (Issuer, Value) {
    let key = IssuerKey::Account { address: "issuer".to_string() };
    (Issuer { id: "iris".to_string(), key }, json!({"id": "iris", "key": {"account": {"address": "issuer"}}}))
}

fn statement() -> Statement {
    Statement { nullifier: vec![0xAB, 0x01].into(), expires: 900 }
}

fn revocation() -> Revocation {
    Revocation { account: "alice".to_string(), expires: 900 }
}

pub fn executes() -> Table<ExecuteMsg> {
    let name = |name: &str| name.to_string();
    let submit = |signature| ExecuteMsg::Submit { issuer: name("iris"), statement: statement(), signature };
    vec![
        (
            ExecuteMsg::File { account: name("alice"), statement: statement() },
            json!({"file": {"account": "alice", "statement": {"nullifier": "ab01", "expires": 900}}}),
        ),
        (
            submit(Some(vec![1, 2, 3].into())),
            json!({"submit": {
                "issuer": "iris", "statement": {"nullifier": "ab01", "expires": 900}, "signature": "AQID"
            }}),
        ),
        (
            submit(None),
            json!({"submit": {
                "issuer": "iris", "statement": {"nullifier": "ab01", "expires": 900}, "signature": null
            }}),
        ),
        (ExecuteMsg::Activate {}, json!({"activate": {}})),
        (
            ExecuteMsg::Revoke { accounts: vec![name("alice"), name("bob")] },
            json!({"revoke": {"accounts": ["alice", "bob"]}}),
        ),
        (
            ExecuteMsg::RevokeFew { accounts: vec![name("alice"), name("bob")] },
            json!({"revoke_few": {"accounts": ["alice", "bob"]}}),
        ),
        (
            ExecuteMsg::RevokeSigned {
                issuer: name("iris"),
                revocation: revocation(),
                signature: vec![1, 2, 3].into(),
            },
            json!({"revoke_signed": {
                "issuer": "iris", "revocation": {"account": "alice", "expires": 900}, "signature": "AQID"
            }}),
        ),
        (ExecuteMsg::Expire { accounts: vec![name("alice")] }, json!({"expire": {"accounts": ["alice"]}})),
        (ExecuteMsg::Ready {}, json!({"ready": {}})),
        (
            ExecuteMsg::AddIssuer { issuer: issuer().0 },
            json!({"add_issuer": {"issuer": {"id": "iris", "key": {"account": {"address": "issuer"}}}}}),
        ),
        (ExecuteMsg::RemoveIssuer { id: name("iris") }, json!({"remove_issuer": {"id": "iris"}})),
    ]
}

#[test]
fn instantiate() {
    let (issuer, issuer_json) = issuer();
    let json =
        json!({"voting": "voting", "timelock": "timelock", "issuers": [issuer_json], "min_issuers": 2});
    pin_strict::<InstantiateMsg>([&json], &[]);
    let msg = InstantiateMsg {
        voting: "voting".to_string(),
        timelock: "timelock".to_string(),
        issuers: vec![issuer],
        min_issuers: 2,
    };
    pin(msg, json);
}

#[test]
fn execute() {
    pin_messages(executes(), &["submit.signature"]);
}

#[test]
fn keys() {
    let account = IssuerKey::Account { address: "issuer".to_string() };
    pin_messages(
        vec![
            (account, json!({"account": {"address": "issuer"}})),
            (
                IssuerKey::Secp256k1 { public_key: vec![2, 3].into() },
                json!({"secp256k1": {"public_key": "AgM="}}),
            ),
            (
                IssuerKey::Ed25519 { public_key: vec![2, 3].into() },
                json!({"ed25519": {"public_key": "AgM="}}),
            ),
        ],
        &[],
    );
}

#[test]
fn query() {
    pin_messages(
        vec![
            (QueryMsg::Config {}, json!({"config": {}})),
            (QueryMsg::Issuers {}, json!({"issuers": {}})),
            (
                QueryMsg::Attestation { account: "alice".to_string() },
                json!({"attestation": {"account": "alice"}}),
            ),
            (
                QueryMsg::Attestations { start_after: Some("alice".to_string()), limit: Some(7) },
                json!({"attestations": {"start_after": "alice", "limit": 7}}),
            ),
            (QueryMsg::Epoch {}, json!({"epoch": {}})),
        ],
        &["attestations.limit", "attestations.start_after"],
    );
    pin_answers::<QueryMsg>(&[
        ("config", "ConfigResponse"),
        ("issuers", "IssuersResponse"),
        ("attestation", "AttestationResponse"),
        ("attestations", "AttestationsResponse"),
        ("epoch", "EpochResponse"),
    ]);
}

#[test]
fn answers() {
    let (issuer, issuer_json) = issuer();
    pin(
        ConfigResponse {
            voting: addr("voting"),
            timelock: addr("timelock"),
            min_issuers: 2,
            min_attested: 25,
            day: 86_400,
            started: 900,
        },
        json!({
            "voting": "voting", "timelock": "timelock", "min_issuers": 2, "min_attested": 25, "day": 86400,
            "started": 900
        }),
    );
    pin(
        IssuersResponse { issuers: vec![IssuerInfo { issuer, attested: 3 }], attested: 5 },
        json!({"issuers": [{"issuer": issuer_json, "attested": 3}], "attested": 5}),
    );
    pin(
        EpochResponse { epoch: 4, limit: 20, left: 7, ends: 900 },
        json!({"epoch": 4, "limit": 20, "left": 7, "ends": 900}),
    );
}

#[test]
fn attestations() {
    let maturing = AttestationStage::Maturing { matures: 900 };
    let known =
        AttestationInfo { issuer: "iris".to_string(), nullifier: vec![0xAB, 0x01].into(), stage: maturing };
    pin(AttestationResponse { attestation: None }, json!({ "attestation": null }));
    let told = json!({"issuer": "iris", "nullifier": "ab01", "stage": {"maturing": {"matures": 900}}});
    pin(AttestationResponse { attestation: Some(known.clone()) }, json!({ "attestation": told.clone() }));
    let entry = AccountAttestation { account: addr("alice"), attestation: known };
    pin(
        AttestationsResponse { attestations: vec![entry] },
        json!({"attestations": [{"account": "alice", "attestation": told}]}),
    );
    pin_messages(
        vec![
            (maturing, json!({"maturing": {"matures": 900}})),
            (AttestationStage::Live { until: 900 }, json!({"live": {"until": 900}})),
        ],
        &[],
    );
}

#[test]
fn what_an_issuer_signs() {
    let bytes = signed_bytes("isonomia-1", &addr("registry"), &addr("alice"), &statement());

    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "isonomia statement 1\nisonomia-1\nregistry\nalice\nab01\n900"
    );
}

#[test]
fn what_an_issuer_signs_to_revoke() {
    let bytes = revocation_bytes("isonomia-1", &addr("registry"), "iris", &revocation());

    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "isonomia revocation 1\nisonomia-1\nregistry\niris\nalice\n900"
    );
}
