//! `isonomia devnet`: a real chain (wasmd) on this computer alone, to deploy to and to break.
//!
//! The commands and the tests use the same [`Devnet`]. A validator is a process that outlives whoever started it; what
//! is true of it lies in its home folder: it runs for as long as its log is locked (see `validator.rs`).

mod accounts;
mod args;
mod chain_id;
mod command;
mod genesis;
mod go;
mod home;
mod network;
mod node_config;
mod ports;
mod raising;
mod taking_down;
mod validator;
mod waiting;
mod wasmd;

pub use accounts::{account, accounts, Account};
pub use args::{DevnetCommand, Options};
pub use chain_id::is_devnet_chain;
pub use command::run;
pub use home::{chain_file, DEFAULT_HOME};
pub use network::Devnet;
pub use taking_down::down;
