//! Compares what a contract was told with what it answers, entry by entry.

use serde_json::Value;

use super::Verification;

/// Compares an expected value with a found one; names what differs by its path. What a contract answers besides is its
/// own.
pub(super) fn values(found: &mut Verification, contract: &str, path: &str, expected: &Value, is: &Value) {
    match (expected, is) {
        (Value::Object(expected), Value::Object(is)) => {
            for (key, value) in expected {
                let path = format!("{path}.{key}");
                match is.get(key) {
                    Some(is) => values(found, contract, &path, value, is),
                    None => found.differs(contract, &path, value, "nothing"),
                }
            }
        }
        (Value::Array(expected), Value::Array(is)) => {
            found.compare(contract, path, sorted(expected), sorted(is));
        }
        _ => found.compare(contract, path, expected, is),
    }
}

/// A contract keeps a list in an order of its own.
fn sorted(items: &[Value]) -> String {
    let mut texts: Vec<String> = items.iter().map(Value::to_string).collect();
    texts.sort();
    format!("[{}]", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn differences(expected: Value, is: Value) -> Vec<String> {
        let mut found = Verification::new("town", "town-1");
        values(&mut found, "proposal", "config", &expected, &is);
        found.differences.into_iter().map(|difference| difference.what).collect()
    }

    #[test]
    fn a_difference_is_named_by_its_path() {
        let rules =
            |voting: u64| json!({ "rules": { "standard": { "voting": voting, "delay": 1 } }, "day": 10 });
        assert_eq!(differences(rules(70), rules(70)), Vec::<String>::new());
        assert_eq!(differences(rules(70), rules(71)), ["config.rules.standard.voting"]);
    }

    #[test]
    fn what_is_answered_besides_is_no_difference_and_what_is_not_answered_is_one() {
        assert_eq!(
            differences(json!({ "day": 10 }), json!({ "day": 10, "started": 5 })),
            Vec::<String>::new()
        );
        assert_eq!(differences(json!({ "day": 10 }), json!({})), ["config.day"]);
    }

    #[test]
    fn the_order_of_a_list_does_not_count_and_its_entries_do() {
        assert_eq!(differences(json!({ "l": ["a", "b"] }), json!({ "l": ["b", "a"] })), Vec::<String>::new());
        assert_eq!(differences(json!({ "l": ["a", "b"] }), json!({ "l": ["b", "b"] })), ["config.l"]);
        assert_eq!(differences(json!({ "l": ["a"] }), json!({ "l": [] })), ["config.l"]);
    }
}
