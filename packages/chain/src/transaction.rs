//! A transaction: signed, then in a block or nowhere.

use base64::prelude::{Engine, BASE64_STANDARD};
use serde_json::Value;

use crate::node::{number, text};
use crate::ChainError;

/// A signed transaction that nobody has seen yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// Its hash, in upper-case hex: known before it is sent.
    pub hash: String,
    /// The last height whose block may hold it. Past it, it never lands.
    pub until: u64,
    /// The most gas that it may use.
    pub gas_limit: u64,
    /// What it pays, in base units of the fee's denomination.
    pub fee: u128,
    pub(crate) bytes: Vec<u8>,
}

/// A transaction in a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Landed {
    /// Its hash, in upper-case hex.
    pub hash: String,
    /// The block.
    pub height: u64,
    /// 0 where it succeeded.
    pub code: u64,
    /// What the chain said where it failed.
    pub log: String,
    /// The gas that it used.
    pub gas_used: u64,
    /// What happened.
    pub events: Vec<Event>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its kind: `wasm-voting_voted`, for one.
    pub kind: String,
    /// Its attributes, in order.
    pub attributes: Vec<(String, String)>,
}

/// What became of a transaction that was sent, or perhaps was.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A block holds it.
    Landed(Landed),
    /// No block holds it, and one still may.
    Open,
    /// No block holds it, and none ever will.
    Lost,
}

impl Landed {
    /// The attribute of the first event of a kind.
    pub fn attribute(&self, kind: &str, key: &str) -> Option<&str> {
        self.events.iter().filter(|event| event.kind == kind).find_map(|event| event.get(key))
    }

    /// Itself if it succeeded, else the error.
    pub fn succeeded(self) -> Result<Landed, ChainError> {
        match self.code {
            0 => Ok(self),
            _ => Err(ChainError::Failed { hash: self.hash, height: self.height, log: self.log }),
        }
    }
}

impl Event {
    /// The first attribute of that key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

/// A transaction as a node tells of it.
pub(crate) fn landed(found: &Value) -> Result<Landed, ChainError> {
    let result = &found["tx_result"];
    let events = result["events"].as_array().into_iter().flatten();
    Ok(Landed {
        hash: text("tx", &found["hash"])?,
        height: number("tx", &found["height"])?,
        code: result["code"].as_u64().unwrap_or(0),
        log: result["log"].as_str().unwrap_or_default().to_string(),
        gas_used: number("tx", &result["gas_used"])?,
        events: events.map(event).collect(),
    })
}

fn event(event: &Value) -> Event {
    let attribute = |attribute: &Value| (plain(&attribute["key"]), plain(&attribute["value"]));
    Event {
        kind: event["type"].as_str().unwrap_or_default().to_string(),
        attributes: event["attributes"].as_array().into_iter().flatten().map(attribute).collect(),
    }
}

/// Nodes of CometBFT 0.37 and older write keys and values in base64; nothing of ours looks like it.
fn plain(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let old = text.len() >= 4 && text.ends_with('=');
    let decoded =
        old.then(|| BASE64_STANDARD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok()));
    decoded.flatten().unwrap_or_else(|| text.to_string())
}
