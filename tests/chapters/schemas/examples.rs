//! An answer to each query, for docs/API.md: `schema/examples.json`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{json, Value};

use super::book::Query;

/// An example is not longer, if there is a shorter one.
const LONGEST: usize = 1_600;

/// What is answered otherwise in every release.
const CHANGES: [(&str, &str); 1] = [("voting", "info")];

/// Of each contract, of each query, the request and the answer that tells most: how good it is, and what it is.
#[derive(Default)]
pub struct Examples(BTreeMap<&'static str, BTreeMap<String, (Rank, Value)>>);

/// The higher, the better: short enough, telling much, with few zeros, short.
type Rank = (bool, usize, Reverse<usize>, Reverse<usize>);

impl Examples {
    /// Keeps an answer if it is a better example than the one so far.
    pub fn offer(
        &mut self,
        contract: &'static str,
        query: &Query,
        facts: usize,
        (request, answer): (&Value, &Value),
    ) {
        let length = answer.to_string().len();
        let rank = (length <= LONGEST, facts, Reverse(zeros(answer)), Reverse(length));
        let kept = self.0.entry(contract).or_default();
        if kept.get(&query.name).is_none_or(|(best, _)| rank > *best) {
            let example = json!({ "request": request, "answer": answer });
            kept.insert(query.name.clone(), (rank, example));
        }
    }

    /// Compares them with the committed ones, or writes them where `scripts/schema.sh` asks for it.
    pub fn check(&self) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/examples.json");
        if std::env::var_os("ISONOMIA_WRITE_EXAMPLES").is_some() {
            fs::write(&path, self.text()).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == self.text(),
            "schema/examples.json is not what the contracts answer: run scripts/schema.sh and commit"
        );
    }

    fn text(&self) -> String {
        let of = |(contract, queries): (&&str, &BTreeMap<String, (Rank, Value)>)| {
            let lasting = queries.iter().filter(|(query, _)| !CHANGES.contains(&(*contract, query.as_str())));
            let examples: BTreeMap<_, _> =
                lasting.map(|(query, (_, example))| (query.clone(), example.clone())).collect();
            (contract.to_string(), json!(examples))
        };
        let all: BTreeMap<String, Value> = self.0.iter().map(of).collect();
        format!("{:#}\n", json!(all))
    }
}

/// How much of an answer is nothing.
fn zeros(answer: &Value) -> usize {
    match answer {
        Value::Object(named) => named.values().map(zeros).sum(),
        Value::Array(items) => items.iter().map(zeros).sum(),
        leaf => usize::from([json!(0), json!("0"), json!(false), Value::Null].contains(leaf)),
    }
}
