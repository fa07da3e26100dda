//! The identity registry: issuers state that an account is a person, the account submits the statement, waits, and is
//! attested for a while; voting is told.
//!
//! | file | what it knows |
//! |---|---|
//! | `issuers` | who is named to speak |
//! | `testimony` | whether an issuer said it, filed or signed |
//! | `signatures` | whether an issuer's key signed it, for the first time |
//! | `roll` | who is maturing, and who is attested |
//! | `nullifiers` | whose a nullifier is |
//! | `census` | how many are attested |
//! | `limits` | how many may come and go in an epoch |
//! | `notice` | what voting is told |

pub mod census;
pub mod contract;
pub mod error;
pub mod event;
pub mod execute;
pub mod instantiate;
pub mod issuers;
pub mod limits;
pub mod notice;
pub mod nullifiers;
pub mod query;
pub mod roll;
pub mod signatures;
pub mod state;
pub mod testimony;

use isonomia_core::migration::Build;

/// The name under which cw2 knows this contract.
pub const CONTRACT: &str = "crates.io:isonomia-identity";

/// This code: what its store is marked with. The layout changes with docs/decisions/0054-migrations.md.
pub const CODE: Build = Build { contract: CONTRACT, version: env!("CARGO_PKG_VERSION"), layout: 1 };
