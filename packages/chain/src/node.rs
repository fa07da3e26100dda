//! A node of a chain, and what every node answers.

use base64::prelude::{Engine, BASE64_STANDARD};
use cosmrs::proto::traits::Message;
use cosmrs::tendermint::Time;
use serde_json::{json, Value};

use crate::rpc::Rpc;
use crate::transaction::{landed, Landed, Signed};
use crate::{ChainError, ChainFile};

/// A node of a chain. Where the chain file names several, the first that answers is asked.
pub struct Node {
    rpc: Rpc,
}

/// What a node says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The id of its chain.
    pub chain_id: String,
    /// The latest block that it knows.
    pub height: u64,
    /// The moment of that block, in seconds.
    pub time: u64,
    /// The hash of the state before that block, in hex.
    pub app_hash: String,
    /// Whether it is still fetching older blocks.
    pub catching_up: bool,
}

impl Node {
    /// Connects, and fails unless the node is of the chain that the file names.
    pub fn connect(chain: &ChainFile) -> Result<Node, ChainError> {
        let node = Node::at(chain.rpc.clone());
        node.check_chain(chain)?;
        Ok(node)
    }

    /// Fails unless the node that answers now is of the chain that the file names.
    pub fn check_chain(&self, chain: &ChainFile) -> Result<(), ChainError> {
        let found = self.status()?.chain_id;
        if found != chain.chain_id {
            let (endpoint, expected) = (self.endpoint().to_string(), chain.chain_id.clone());
            return Err(ChainError::WrongChain { endpoint, expected, found });
        }
        Ok(())
    }

    /// The node at one of these endpoints, whatever its chain.
    pub fn at(endpoints: Vec<String>) -> Node {
        Node { rpc: Rpc::new(endpoints) }
    }

    /// The endpoint that answered last.
    pub fn endpoint(&self) -> &str {
        self.rpc.endpoint()
    }

    /// What the node says of itself.
    pub fn status(&self) -> Result<Status, ChainError> {
        let status = self.rpc.call("status", json!({}))?;
        let sync = &status["sync_info"];
        Ok(Status {
            chain_id: text("status", &status["node_info"]["network"])?,
            height: number("status", &sync["latest_block_height"])?,
            time: milliseconds("status", &sync["latest_block_time"])? / 1_000,
            app_hash: text("status", &sync["latest_app_hash"])?,
            catching_up: sync["catching_up"].as_bool().unwrap_or(false),
        })
    }

    /// The hash of the state before a block, in hex.
    pub fn app_hash(&self, height: u64) -> Result<String, ChainError> {
        let commit = self.rpc.call("commit", json!({ "height": height.to_string() }))?;
        text("commit", &commit["signed_header"]["header"]["app_hash"])
    }

    /// The moment of a block, in milliseconds, and how many transactions it holds.
    pub fn block(&self, height: u64) -> Result<(u64, usize), ChainError> {
        let block = self.rpc.call("block", json!({ "height": height.to_string() }))?;
        let count = block["block"]["data"]["txs"].as_array().map_or(0, Vec::len);
        Ok((milliseconds("block", &block["block"]["header"]["time"])?, count))
    }

    /// Asks the state by the path of a gRPC method.
    pub(crate) fn query<R: Message + Default>(
        &self,
        path: &str,
        request: &impl Message,
    ) -> Result<R, ChainError> {
        let data = hex(&request.encode_to_vec());
        let answer = self.rpc.call("abci_query", json!({ "path": path, "data": data }))?;
        let response = &answer["response"];
        if response["code"].as_u64().unwrap_or(0) != 0 {
            let log = response["log"].as_str().unwrap_or_default().to_string();
            return Err(ChainError::Query { asked: path.to_string(), log });
        }
        let value = BASE64_STANDARD.decode(response["value"].as_str().unwrap_or_default());
        let unread = |why: String| ChainError::Answer { asked: path.to_string(), why };
        let value = value.map_err(|error| unread(error.to_string()))?;
        R::decode(value.as_slice()).map_err(|error| unread(error.to_string()))
    }

    /// Hands a signed transaction to the node's mempool and does not wait. The same one may be handed in again, here or at
    /// another node.
    pub fn hand_in(&self, signed: &Signed) -> Result<(), ChainError> {
        let bytes = BASE64_STANDARD.encode(&signed.bytes);
        let sent = self.rpc.call("broadcast_tx_sync", json!({ "tx": bytes }));
        let answer = match sent {
            Err(ChainError::Query { log, .. }) if log.contains("tx already exists in cache") => return Ok(()),
            Err(ChainError::Query { log, .. }) => return Err(ChainError::Refused { log, code: 0 }),
            other => other?,
        };
        let code = answer["code"].as_u64().unwrap_or(0) as u32;
        let log = answer["log"].as_str().unwrap_or_default().to_string();
        match code {
            0 => Ok(()),
            // The node has it already.
            19 if answer["codespace"] == "sdk" => Ok(()),
            _ => Err(ChainError::Refused { log, code }),
        }
    }

    /// What became of a transaction, if a block holds it.
    pub fn transaction(&self, hash: &str) -> Result<Option<Landed>, ChainError> {
        let bytes: Vec<u8> = (0..hash.len() / 2)
            .filter_map(|index| u8::from_str_radix(hash.get(2 * index..2 * index + 2)?, 16).ok())
            .collect();
        match self.rpc.call("tx", json!({ "hash": BASE64_STANDARD.encode(bytes), "prove": false })) {
            Ok(found) => landed(&found).map(Some),
            Err(ChainError::Query { log, .. }) if log.contains("not found") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Transactions that match a query over events, oldest first: `wasm._contract_address='…' AND tx.height>7`.
    pub fn transactions(&self, query: &str, page: u32) -> Result<Vec<Landed>, ChainError> {
        let (page, per_page) = (page.to_string(), "100");
        let params =
            json!({ "query": query, "prove": false, "page": page, "per_page": per_page, "order_by": "asc" });
        let found = self.rpc.call("tx_search", params)?;
        found["txs"].as_array().into_iter().flatten().map(landed).collect()
    }
}

/// A text in an answer.
pub(crate) fn text(asked: &str, value: &Value) -> Result<String, ChainError> {
    let missing = || ChainError::Answer { asked: asked.to_string(), why: "a text is missing".to_string() };
    value.as_str().map(str::to_string).ok_or_else(missing)
}

/// A number in an answer, which nodes write as a text.
pub(crate) fn number(asked: &str, value: &Value) -> Result<u64, ChainError> {
    let wrong = || ChainError::Answer { asked: asked.to_string(), why: format!("{value} is no number") };
    value.as_str().and_then(|text| text.parse().ok()).or(value.as_u64()).ok_or_else(wrong)
}

/// A moment in an answer (RFC 3339), in milliseconds.
fn milliseconds(asked: &str, value: &Value) -> Result<u64, ChainError> {
    let time = Time::parse_from_rfc3339(&text(asked, value)?);
    let wrong = || ChainError::Answer { asked: asked.to_string(), why: format!("{value} is no moment") };
    let nanos = time.ok().and_then(|time| u64::try_from(time.unix_timestamp_nanos()).ok());
    Ok(nanos.ok_or_else(wrong)? / 1_000_000)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
