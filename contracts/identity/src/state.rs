//! What the registry stores. Values are stored as lists, in the order of their fields
//! (docs/decisions/0016-stored-values-are-lists.md).

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, HexBinary};
use cw_storage_plus::{Item, Map};
use isonomia_api::identity::{IssuerKey, Statement};
use isonomia_core::clock::Day;
use isonomia_core::registry::Quota;
use isonomia_core::stored_as_list;

/// What was decided at instantiation, for ever.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The voting contract that obeys this registry.
    pub voting: Addr,
    /// Who may add and remove issuers, and revoke.
    pub timelock: Addr,
    /// How many issuers must have live attestations before the registry is ready.
    pub min_issuers: u64,
    /// How many attestations there must be before the registry is ready.
    pub min_attested: u64,
    /// The day, as voting says.
    pub day: Day,
    /// When the first epoch began.
    pub started: u64,
}

stored_as_list!(Config { voting, timelock, min_issuers, min_attested, day, started });

/// An account on the roll.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The id of the issuer who stated it.
    pub issuer: String,
    /// Under which nullifier.
    pub nullifier: HexBinary,
    /// Where it stands.
    pub stage: Stage,
}

stored_as_list!(Record { issuer, nullifier, stage });

/// Where a record stands.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Stage {
    /// Submitted, not yet activated; it lapses 180 days after.
    Maturing {
        /// When.
        submitted: u64,
    },
    /// Attested; it counts until it is taken out, even after `until`.
    Live {
        /// Until when.
        until: u64,
    },
}

/// The last account that a nullifier was used by. Whether it still uses it stands in that account's record.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// Which.
    pub account: Addr,
    /// Until when nobody else may use it although its last attestation has ended; 0 where none ever lived.
    pub held_until: u64,
}

stored_as_list!(Holder { account, held_until });

/// The configuration. Written once, by `instantiate`.
pub const CONFIG: Item<Config> = Item::new("config");

/// Issuer's id → how it speaks. At most 32; neither an id nor a key stands twice. Written by `issuers`.
pub const ISSUERS: Map<&str, IssuerKey> = Map::new("issuers");

/// Who speaks by account, about whom → the last statement, until it is submitted. By address and not by id, so that
/// another account named under an old id does not inherit what it never said. Written by `testimony`.
pub const FILED: Map<(&Addr, &Addr), Statement> = Map::new("filed");

/// (issuer's id, account) → the expiry of the last signed statement that was accepted: a signature counts once, and none
/// that is older counts after it. Written by `signatures`.
pub const ACCEPTED: Map<(&str, &Addr), u64> = Map::new("accepted");

/// (issuer's id, account) → the expiry of the last signed revocation that was accepted, in the same way. Written by
/// `signatures`.
pub const REVOKED: Map<(&str, &Addr), u64> = Map::new("revoked");

/// Account → its record. No two records have the same nullifier, not even where one has lapsed. Written by `roll`.
pub const RECORDS: Map<&Addr, Record> = Map::new("records");

/// Nullifier → its last account. Every record's nullifier stands here with the record's account. Written by `nullifiers`.
pub const NULLIFIERS: Map<&[u8], Holder> = Map::new("nullifiers");

/// Issuer's id → its live records, more than 0; the sum is `ATTESTED`. An issuer that was removed keeps its entry, and
/// one that is named again under the same id finds it. Written by `census`.
pub const LIVE: Map<&str, u64> = Map::new("live");

/// How many records are live. Written by `census`.
pub const ATTESTED: Item<u64> = Item::new("attested");

/// The last epoch in which anyone was activated, and how many were; its limit is taken of the attestations at its first.
/// Written by `limits`.
pub const ACTIVATIONS: Item<Quota> = Item::new("activations");

/// Issuer's id → its part of `ACTIVATIONS`. Written by `limits`.
pub const ISSUER_ACTIVATIONS: Map<&str, Quota> = Map::new("issuer_activations");

/// The last epoch in which a few were revoked, and how many; the limit is taken of all attestations at the first. Written
/// by `limits`.
pub const FEW: Item<Quota> = Item::new("few");

/// Issuer's id → the last epoch in which it revoked, and how many; the limit is taken of its attestations at the first.
/// Written by `limits`.
pub const REVOCATIONS: Map<&str, Quota> = Map::new("revocations");
