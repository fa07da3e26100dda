//! What can go wrong between here and a block.

use thiserror::Error;

/// Why a chain did not do what it was asked.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum ChainError {
    /// No endpoint answers.
    #[error("no node answers: {why}. Check the network, or name another endpoint in the chain file (`rpc`)")]
    Unreachable {
        /// What each endpoint said.
        why: String,
    },
    /// The node is of another chain.
    #[error("the node at {endpoint} is of chain `{found}`, not `{expected}`: name the right endpoint with --node or in the chain file, or the right --chain")]
    WrongChain {
        /// Which node.
        endpoint: String,
        /// What the chain file says.
        expected: String,
        /// What the node says.
        found: String,
    },
    /// A node answers what no node should.
    #[error("the node's answer to {asked} cannot be read: {why}")]
    Answer {
        /// What was asked.
        asked: String,
        /// Why it cannot be read.
        why: String,
    },
    /// The account has never received anything.
    #[error("the chain does not know account {address}: send it coins for fees first{from}")]
    NoAccount {
        /// Which.
        address: String,
        /// Where coins come from, if the chain file tells.
        from: String,
    },
    /// A query was refused.
    #[error("{}", contract_error(log))]
    Query {
        /// What was asked.
        asked: String,
        /// What the chain said.
        log: String,
    },
    /// The transaction would fail, or was not let in; nothing was paid.
    #[error("refused: {}", contract_error(log))]
    Refused {
        /// What the chain said.
        log: String,
        /// Its code in its code space; 0 where a simulation refused.
        code: u32,
    },
    /// The transaction is in a block, and failed there; its fee is paid, nothing else happened.
    #[error("transaction {hash} failed in block {height}: {}", contract_error(log))]
    Failed {
        /// The transaction.
        hash: String,
        /// The block.
        height: u64,
        /// What the chain said.
        log: String,
    },
    /// The transaction was sent and no block took it; it can no longer land.
    #[error(
        "transaction {hash} was not taken by any block until height {until}, and no longer can be: try again"
    )]
    NotIncluded {
        /// The transaction.
        hash: String,
        /// The last height that could have taken it.
        until: u64,
    },
    /// The transaction was sent, and no node answers any more.
    #[error("transaction {hash} was sent, and nobody tells what became of it ({why}): ask again before you repeat it")]
    Unknown {
        /// The transaction.
        hash: String,
        /// What each endpoint said.
        why: String,
    },
    /// Something that is to be sent cannot be encoded.
    #[error("{0}")]
    Encode(String),
}

impl ChainError {
    /// Whether the account's sequence was not the expected one: another transaction of the same account came first.
    pub fn is_sequence_race(&self) -> bool {
        matches!(self, ChainError::Refused { log, .. } if log.contains("account sequence mismatch"))
    }

    /// Whether the same may succeed later without anybody changing anything: a node was away, or blocks were full.
    pub fn is_passing(&self) -> bool {
        match self {
            ChainError::Unreachable { .. } | ChainError::NotIncluded { .. } | ChainError::Answer { .. } => {
                true
            }
            // A node that starts again knows its chain before it can read its state.
            ChainError::Query { log, .. } | ChainError::Refused { log, .. } => {
                log.contains("mempool is full")
                    || log.contains("no state at height")
                    || self.is_sequence_race()
            }
            _ => false,
        }
    }
}

/// What a contract said, or the chain where no contract spoke, out of what a node wraps around it.
pub fn contract_error(log: &str) -> &str {
    let log = log.rsplit_once("desc = ").map_or(log, |(_, said)| said);
    let log = log
        .split_once("failed to execute message; message index: ")
        .map_or(log, |(_, said)| said.split_once(": ").map_or(said, |(_, said)| said));
    let mut said = log;
    for end in [" wasm contract failed", " contract failed"] {
        // `…: execute wasm contract failed`: the entry point goes with it.
        said =
            said.split_once(end).and_then(|(said, _)| said.rsplit_once(": ")).map_or(said, |(said, _)| said);
    }
    for end in [" [CosmWasm/", " [cosmos/"] {
        said = said.split_once(end).map_or(said, |(said, _)| said);
    }
    for wrapping in ["dispatch: ", "submessages: ", "Generic error: "] {
        said = said.strip_prefix(wrapping).unwrap_or(said);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_is_heard_through_what_the_chain_wraps_around_it() {
        let said = "poll 3 is not open: it opens at 1700000000";
        let delivered =
            format!("failed to execute message; message index: 0: {said}: execute wasm contract failed");
        assert_eq!(contract_error(&delivered), said);
        let simulated = format!("rpc error: code = Unknown desc = {delivered} [CosmWasm/wasmd@v0.70.3/x/wasm/keeper/keeper.go:439] with gas used: '98765': unknown request");
        assert_eq!(contract_error(&simulated), said);
        assert_eq!(contract_error(&format!("{said}: query wasm contract failed")), said);
    }

    #[test]
    fn a_refusal_of_the_chain_itself_loses_the_file_and_line() {
        let log = "rpc error: code = Unknown desc = failed to execute message; message index: 0: spendable balance 0nope is smaller than 5nope: insufficient funds [cosmos/cosmos-sdk@v0.54.0/x/bank/keeper/send.go:324] with gas used: '33541': unknown request";
        assert_eq!(contract_error(log), "spendable balance 0nope is smaller than 5nope: insufficient funds");
    }

    #[test]
    fn where_no_contract_spoke_the_chain_is_told_whole() {
        let log = "spendable balance 5ufee is smaller than 12ufee: insufficient funds";
        assert_eq!(contract_error(log), log);
    }
}
