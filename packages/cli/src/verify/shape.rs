//! Whether a contract answers in the shape that the schema here says.

use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use serde::de::DeserializeOwned;
use serde::Serialize;
use serde_json::Value;

/// Whether the configuration that a contract tells is what `schema/` describes: nothing is missing and nothing is more.
pub(super) fn is_known(contract: &str, config: &Value) -> bool {
    match contract {
        "vault" => reads::<vault::ConfigResponse>(config),
        "voting" => reads::<voting::ConfigResponse>(config),
        "identity" => reads::<identity::ConfigResponse>(config),
        "proposal" => reads::<proposal::ConfigResponse>(config),
        "timelock" => reads::<timelock::ConfigResponse>(config),
        "treasury" => reads::<treasury::ConfigResponse>(config),
        _ => false,
    }
}

/// Whether an answer, read and written again, is the same.
fn reads<T: DeserializeOwned + Serialize>(answer: &Value) -> bool {
    let read: Result<T, _> = serde_json::from_value(answer.clone());
    read.and_then(serde_json::to_value).is_ok_and(|written| written == *answer)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_with_more_or_less_than_the_schema_says_is_told() {
        let config = json!({
            "voting": "voice", "asset": { "native": { "denom": "uiso" } }, "unbonding": 2_419_200, "day": 86_400,
        });
        assert!(is_known("vault", &config));
        let mut more = config.clone();
        more["owner"] = json!("mallory");
        assert!(!is_known("vault", &more));
        let mut less = config.clone();
        less.as_object_mut().unwrap().remove("day");
        assert!(!is_known("vault", &less));
        assert!(!is_known("treasury", &config));
    }
}
