//! A live Cosmos chain: chain files, keys, transactions, queries.
//!
//! Nothing here knows of a DAO. A call blocks until its answer is there.

mod address;
mod amount;
mod chain_file;
mod error;
mod key;
mod keyring;
mod message;
mod node;
mod query;
mod rpc;
mod sender;
mod software;
mod transaction;

pub use address::{address_bytes, address_of_chain, address_text, AddressError};
pub use amount::{Amount, AmountError};
pub use chain_file::{ChainFile, ChainFileError, Coin, Fee};
pub use error::{contract_error, ChainError};
pub use key::{Key, KeyError};
pub use keyring::{Keyring, KeyringError};
pub use message::{execute, execute_json, instantiate2, send_coins, store_code, Funds, Message};
pub use node::{Node, Status};
pub use query::{Access, Account, CodeInfo, ContractInfo};
pub use sender::Sender;
pub use software::Software;
pub use transaction::{Event, Landed, Outcome, Signed};
