//! Alarms: they ask what governance alone changes, and nothing else.

use isonomia_core::alarm::check;
use isonomia_core::policy::Known;

const KNOWN: Known = Known {
    timelock: "timelock",
    treasury: "treasury",
    identity: "identity",
    voting: "voting",
    proposal: "proposal",
};

fn asks(contract: &str, query: &str, pointer: &str) -> Result<(), String> {
    check(&KNOWN, contract, query.as_bytes(), pointer).map_err(|why| why.to_string())
}

#[test]
fn settings_of_our_contracts_are_asked() {
    for (contract, query, pointer) in [
        ("timelock", r#"{"config":{}}"#, "/proposal"),
        ("timelock", r#" { "config" : { } } "#, "/day"),
        ("proposal", r#"{"config":{}}"#, "/identity"),
        ("proposal", r#"{"config":{}}"#, "/entry"),
        ("proposal", r#"{"config":{}}"#, "/entry/deposit/amount"),
        ("proposal", r#"{"rules":{}}"#, "/rules/critical/timelock"),
        ("proposal", r#"{"routines":{}}"#, "/routines"),
        ("voting", r#"{"config":{}}"#, "/registrar"),
        ("identity", r#"{"config":{}}"#, "/min_attested"),
    ] {
        assert_eq!(asks(contract, query, pointer), Ok(()), "{contract} {query} {pointer}");
    }
}

#[test]
fn what_an_outsider_or_the_clock_changes_is_not_asked() {
    for (contract, query, pointer) in [
        ("treasury", "config", "/timelock"),
        ("vault", "config", "/voting"),
        ("market", "config", "/owner"),
        ("proposal", "config", "/next_id"),
        ("proposal", "config", ""),
        ("proposal", "config", "/"),
        ("proposal", "config", "/entryway"),
        ("proposal", "config", "timelock"),
        ("proposal", "deposit", "/deposit"),
        ("proposal", "rescues", "/rescues"),
        ("proposal", "proposals", "/proposals"),
        ("timelock", "config", "/least_delays"),
        ("timelock", "config", "/lowerings"),
        ("timelock", "guardian", "/seat"),
        ("timelock", "pause", "/stage"),
        ("timelock", "rules", "/rules"),
        ("voting", "totals", "/stake"),
        ("voting", "quorum", "/present"),
        ("voting", "registry", "/ready"),
        ("identity", "issuers", "/attested"),
        ("identity", "issuers", "/issuers/0/issuer/id"),
        ("identity", "epoch", "/left"),
    ] {
        let refused = format!(
            "an alarm asks our own contracts what governance alone changes, and `{query}` of {contract} at \
             `{pointer}` is not that"
        );
        assert_eq!(asks(contract, &format!(r#"{{"{query}":{{}}}}"#), pointer), Err(refused));
    }
}

#[test]
fn a_query_takes_nothing_and_is_one_message() {
    assert!(asks("voting", r#"{"config":{"height":1}}"#, "/vault").is_err());
    assert!(asks("voting", r#"{"config":null}"#, "/vault").is_err());
    assert_eq!(
        asks("voting", r#"{"config":{},"totals":{}}"#, "/vault"),
        Err("the query of an alarm: a message has one top-level key, not 2".to_string())
    );
    assert_eq!(
        asks("voting", "[]", "/vault"),
        Err("the query of an alarm: a message is one JSON object".to_string())
    );
    let twice = asks("voting", r#"{"config":{},"config":{}}"#, "/vault").unwrap_err();
    assert!(twice.contains("the key `config` stands twice"), "{twice}");
}
