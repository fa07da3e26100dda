//! Contracts of others use voting on a real chain: wasmd, on this computer. Needs Go, `artifacts/` and `artifacts/peers/`;
//! run by `scripts/interop.sh`, not by `cargo test`.
//!
//! The contracts of others are their own, compiled from the crates that they are published as. Their messages are written
//! here as JSON, because nothing of ours links their types.

mod chain;
mod dao;
mod multisig;
mod quadratic;
