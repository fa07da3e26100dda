//! What the founders of these DAOs decide: the rules of the mechanism, in a hurry.

use serde_json::{json, Value};

/// A day: no DAO takes a shorter one.
pub const DAY: &str = "10s";

/// How long a decision takes, in hours and days of the DAO. Unbonding is as short as the rules allow.
#[derive(Clone, Copy)]
pub struct Pace {
    pub delay: &'static str,
    pub voting: &'static str,
    pub timelock: &'static str,
    pub unbonding: &'static str,
}

/// The founding file of a DAO that an account attests for. Every decision has this pace.
pub fn founding(name: &str, pace: Pace, registrar: &str) -> Value {
    let Pace { delay, voting, timelock, unbonding } = pace;
    let class = json!({ "delay": delay, "voting": voting, "timelock": timelock, "window": "4 d" });
    json!({
        "name": name,
        "stake": { "native": "uiso" },
        "unbonding": unbonding,
        "registry": {
            "issuers": [{ "id": "town hall", "account": registrar }],
            "min_attested": 5,
            "registrar": registrar,
        },
        "rules": { "signal": { "voting": voting }, "standard": class, "critical": class },
    })
}
