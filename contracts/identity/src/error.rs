//! Why the registry refuses; each rule's own errors live beside the rule.

use cosmwasm_std::{Addr, StdError};
use isonomia_api::identity::{MAX_ACCOUNTS, MAX_ISSUERS};
use isonomia_core::clock::Day;
use isonomia_core::registry::RegistryError;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;
use isonomia_kit::migration::MigrationError;

use crate::issuers::IssuerError;
use crate::nullifiers::NullifierError;
use crate::roll::RollError;
use crate::signatures::SignatureError;
use crate::testimony::StatementError;

/// Why a message is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ContractError {
    /// The chain.
    #[error(transparent)]
    Std(#[from] StdError),
    /// Somebody who may not.
    #[error(transparent)]
    Unauthorized(#[from] Unauthorized),
    /// A store that this code does not take over.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// Coins.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// A limit of the registry.
    #[error(transparent)]
    Registry(#[from] RegistryError),
    /// An issuer that cannot be named, or is not.
    #[error(transparent)]
    Issuer(#[from] IssuerError),
    /// A statement that does not hold.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// A signature that does not count.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// Another's nullifier.
    #[error(transparent)]
    Nullifier(#[from] NullifierError),
    /// An account that stands otherwise on the roll.
    #[error(transparent)]
    Roll(#[from] RollError),
    /// No issuer at all.
    #[error("a registry begins with 1 to {MAX_ISSUERS} issuers, not with none")]
    NoIssuers,
    /// A number of issuers that cannot be asked for.
    #[error("a registry may wait for 1 to {MAX_ISSUERS} issuers, not for {min_issuers}")]
    MinIssuers {
        /// What was asked for.
        min_issuers: u64,
    },
    /// A day that is none.
    #[error("a day has at least {} seconds, voting says {seconds}", Day::LEAST)]
    Day {
        /// What voting says.
        seconds: u64,
    },
    /// A contract is not a person.
    #[error("{account} is a contract; only an account without code can be attested")]
    HasCode {
        /// Which.
        account: Addr,
    },
    /// An empty list, or too long a one.
    #[error("one call takes 1 to {MAX_ACCOUNTS} accounts, not {count}")]
    AccountCount {
        /// How many were given.
        count: usize,
    },
    /// The same account again.
    #[error("{account} stands twice in the list")]
    Twice {
        /// Which.
        account: Addr,
    },
    /// Nothing to take out.
    #[error("none of the {count} accounts has an attestation that has expired")]
    NoneExpired {
        /// How many were given.
        count: usize,
    },
}
