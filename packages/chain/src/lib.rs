//! A live Cosmos chain: chain files, keys, transactions, queries.
//!
//! Nothing here knows of a DAO. A call blocks until its answer is there.

mod chain_file;

pub use chain_file::{ChainFile, ChainFileError, Coin, Fee};
