//! JSON-RPC of a node: one question, one answer, from the first endpoint that answers.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{json, Value};
use ureq::Agent;

use crate::ChainError;

/// How long a node may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// The most bytes of an answer.
const MAX_ANSWER: u64 = 64 * 1024 * 1024;

/// The endpoints of a chain.
pub(crate) struct Rpc {
    agent: Agent,
    endpoints: Vec<String>,
    /// The endpoint that answered last.
    present: AtomicUsize,
}

/// Why a node did not answer a question.
pub(crate) enum Unanswered {
    /// It could not be reached, or answers no JSON-RPC.
    Away(String),
    /// It said no.
    Refused(String),
}

impl Rpc {
    pub(crate) fn new(endpoints: Vec<String>) -> Rpc {
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
        Rpc { agent: config.build().into(), endpoints, present: AtomicUsize::new(0) }
    }

    /// The endpoint that answered last.
    pub(crate) fn endpoint(&self) -> &str {
        self.endpoints.get(self.present.load(Ordering::Relaxed)).map_or("nowhere", String::as_str)
    }

    /// Asks the endpoints in turn, the one that answered last first. What a node refuses, no other is asked.
    pub(crate) fn call(&self, method: &str, params: Value) -> Result<Value, ChainError> {
        let first = self.present.load(Ordering::Relaxed);
        let mut why = Vec::new();
        for turn in 0..self.endpoints.len() {
            let index = (first + turn) % self.endpoints.len();
            match self.ask(&self.endpoints[index], method, &params) {
                Ok(answer) => {
                    self.present.store(index, Ordering::Relaxed);
                    return Ok(answer);
                }
                Err(Unanswered::Away(error)) => why.push(format!("{}: {error}", self.endpoints[index])),
                Err(Unanswered::Refused(log)) => {
                    self.present.store(index, Ordering::Relaxed);
                    return Err(ChainError::Query { asked: method.to_string(), log });
                }
            }
        }
        Err(ChainError::Unreachable { why: why.join("; ") })
    }

    fn ask(&self, endpoint: &str, method: &str, params: &Value) -> Result<Value, Unanswered> {
        let away = |error: String| Unanswered::Away(error);
        let question = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params }).to_string();
        let request = self.agent.post(endpoint).header("content-type", "application/json");
        let mut response = request.send(question).map_err(|error| away(error.to_string()))?;
        let text = response.body_mut().with_config().limit(MAX_ANSWER).read_to_string();
        let text = text.map_err(|error| away(error.to_string()))?;
        let mut answer: Value = serde_json::from_str(&text)
            .map_err(|_| away(format!("answers no JSON (status {})", response.status())))?;
        if let Some(error) = answer.get("error") {
            let said = |key: &str| error[key].as_str().unwrap_or_default().to_string();
            return Err(Unanswered::Refused(
                format!("{} {}", said("message"), said("data")).trim().to_string(),
            ));
        }
        Ok(answer["result"].take())
    }
}
