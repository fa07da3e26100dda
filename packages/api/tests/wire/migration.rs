//! What every contract but the vault is told as it is given other code.

use cosmwasm_std::from_json;
use isonomia_api::migration::MigrateMsg;
use serde_json::json;

use crate::given::{pin, pin_strict, read};

#[test]
fn migrate() {
    pin(MigrateMsg { rollback: true }, json!({"rollback": true}));
    pin(MigrateMsg { rollback: false }, json!({"rollback": false}));
    pin_strict::<MigrateMsg>([&json!({"rollback": true})], &[".rollback"]);
}

#[test]
fn forward_unless_it_says_back() {
    assert_eq!(read::<MigrateMsg>(&json!({})), Ok(MigrateMsg { rollback: false }));
}

#[test]
fn nothing_but_an_object_of_what_is_known() {
    let wrong = [
        "",
        "null",
        "true",
        "[]",
        "[true]",
        "\"rollback\"",
        r#"{"rollback":null}"#,
        r#"{"rollback":"true"}"#,
        r#"{"rollback":1}"#,
        r#"{"rollback":true,"to":2}"#,
        r#"{"rollback":true,"rollback":false}"#,
        r#"{"migrate":{"rollback":true}}"#,
    ];
    for text in wrong {
        assert!(from_json::<MigrateMsg>(text).is_err(), "{text}");
    }
}
