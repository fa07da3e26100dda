//! The issuers: who is named to speak. The only writer of `ISSUERS`.
//!
//! An id is an issuer: its attestations, its maturing statements and its limits go with the id. Removing one and naming
//! it again with a new key under the same id is how a key is changed; a new id is a new issuer.

use cosmwasm_std::{Addr, Api, Order, StdResult, Storage};
use isonomia_api::identity::{Issuer, IssuerKey, MAX_ISSUERS, MAX_ISSUER_ID};

use crate::error::ContractError;
use crate::state::ISSUERS;

/// Why an issuer is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum IssuerError {
    /// No place is left.
    #[error("a registry has at most {MAX_ISSUERS} issuers")]
    TooMany,
    /// An id that is empty or too long.
    #[error("an issuer's id has 1 to {MAX_ISSUER_ID} bytes, not {bytes}")]
    IdLength {
        /// How many it has.
        bytes: usize,
    },
    /// The id is another issuer's.
    #[error("the issuer `{id}` is already named")]
    IdTaken {
        /// Which.
        id: String,
    },
    /// Not a key.
    #[error("a secp256k1 key has 33 bytes from 02 or 03, or 65 from 04, an ed25519 key has 32; this one has {bytes}")]
    Key {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The key is another issuer's.
    #[error("the issuer `{id}` already speaks by this key")]
    KeyTaken {
        /// Whose.
        id: String,
    },
    /// No issuer of that id.
    #[error("no issuer `{id}` is named")]
    Unknown {
        /// The id.
        id: String,
    },
    /// Not an issuer that speaks by account.
    #[error("only an issuer that speaks by account may do this, not {sender}")]
    NotIssuer {
        /// Who tried.
        sender: Addr,
    },
}

/// Names an issuer, and answers how it stands in the registry.
pub fn add(storage: &mut dyn Storage, api: &dyn Api, issuer: Issuer) -> Result<Issuer, ContractError> {
    let Issuer { id, key } = issuer;
    if !(1..=MAX_ISSUER_ID).contains(&id.len()) {
        return Err(IssuerError::IdLength { bytes: id.len() }.into());
    }
    let key = checked_key(api, key)?;
    let named = all(storage)?;
    if named.len() >= MAX_ISSUERS {
        return Err(IssuerError::TooMany.into());
    }
    if named.iter().any(|other| other.id == id) {
        return Err(IssuerError::IdTaken { id }.into());
    }
    if let Some(other) = named.into_iter().find(|other| same_key(&other.key, &key)) {
        return Err(IssuerError::KeyTaken { id: other.id }.into());
    }
    ISSUERS.save(storage, &id, &key)?;
    Ok(Issuer { id, key })
}

/// Removes an issuer.
pub fn remove(storage: &mut dyn Storage, id: &str) -> Result<(), ContractError> {
    key_of(storage, id)?;
    ISSUERS.remove(storage, id);
    Ok(())
}

/// How a named issuer speaks.
pub fn key_of(storage: &dyn Storage, id: &str) -> Result<IssuerKey, ContractError> {
    let key = ISSUERS.may_load(storage, id)?;
    Ok(key.ok_or_else(|| IssuerError::Unknown { id: id.to_string() })?)
}

/// The id of the issuer that speaks by this account.
pub fn speaking_by(storage: &dyn Storage, sender: &Addr) -> Result<String, ContractError> {
    let speaks =
        |issuer: &Issuer| matches!(&issuer.key, IssuerKey::Account { address } if address == sender.as_str());
    let issuer = all(storage)?.into_iter().find(speaks);
    let sender = sender.clone();
    let issuer = issuer.ok_or(IssuerError::NotIssuer { sender })?;
    Ok(issuer.id)
}

/// All of them in order of id; at most 32.
pub fn all(storage: &dyn Storage) -> StdResult<Vec<Issuer>> {
    let entries = ISSUERS.range(storage, None, None, Order::Ascending);
    entries.map(|entry| entry.map(|(id, key)| Issuer { id, key })).collect()
}

fn checked_key(api: &dyn Api, key: IssuerKey) -> Result<IssuerKey, ContractError> {
    match &key {
        IssuerKey::Account { address } => {
            let address = api.addr_validate(address)?.into_string();
            Ok(IssuerKey::Account { address })
        }
        IssuerKey::Secp256k1 { public_key } => match (public_key.len(), public_key.first()) {
            (33, Some(2 | 3)) | (65, Some(4)) => Ok(key),
            (bytes, _) => Err(IssuerError::Key { bytes }.into()),
        },
        IssuerKey::Ed25519 { public_key } => match public_key.len() {
            32 => Ok(key),
            bytes => Err(IssuerError::Key { bytes }.into()),
        },
    }
}

/// Whether two keys are one. A secp256k1 key has a short and a long form, and its mirror image belongs to the same
/// secret: all of them share the 32 bytes behind the first.
fn same_key(one: &IssuerKey, other: &IssuerKey) -> bool {
    match (one, other) {
        (IssuerKey::Secp256k1 { public_key: one }, IssuerKey::Secp256k1 { public_key: other }) => {
            one.get(1..33) == other.get(1..33)
        }
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secp256k1(first: u8, x: u8, len: usize) -> IssuerKey {
        let mut bytes = vec![x; len];
        bytes[0] = first;
        IssuerKey::Secp256k1 { public_key: bytes.into() }
    }

    #[test]
    fn the_short_and_the_long_form_of_a_key_are_one_key() {
        assert!(same_key(&secp256k1(2, 7, 33), &secp256k1(4, 7, 65)));
        assert!(same_key(&secp256k1(2, 7, 33), &secp256k1(3, 7, 33)));
        assert!(!same_key(&secp256k1(2, 7, 33), &secp256k1(2, 8, 33)));
    }

    #[test]
    fn the_same_bytes_of_another_curve_are_another_key() {
        let ed25519 = IssuerKey::Ed25519 { public_key: vec![7; 32].into() };

        assert!(!same_key(&ed25519, &secp256k1(2, 7, 33)));
    }
}
