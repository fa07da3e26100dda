//! Addresses: bytes in bech32, with the prefix of a chain.

use cosmrs::AccountId;
use thiserror::Error;

/// Why a text is no address of a chain.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum AddressError {
    /// It is no address at all.
    #[error("`{address}` is no address: {why}")]
    Malformed {
        /// The text.
        address: String,
        /// Why.
        why: String,
    },
    /// It is one of another chain.
    #[error("`{address}` is no address of this chain: they begin with `{prefix}1`")]
    OtherChain {
        /// The text.
        address: String,
        /// The chain's prefix.
        prefix: String,
    },
}

/// The bytes of an address, whatever its chain.
pub fn address_bytes(address: &str) -> Result<Vec<u8>, AddressError> {
    let malformed = |why: String| AddressError::Malformed { address: address.to_string(), why };
    let id: AccountId = address.parse().map_err(|error: cosmrs::ErrorReport| malformed(error.to_string()))?;
    Ok(id.to_bytes())
}

/// The bytes of an address of the chain with this prefix.
pub fn address_of_chain(address: &str, prefix: &str) -> Result<Vec<u8>, AddressError> {
    let bytes = address_bytes(address)?;
    match address.rsplit_once('1') {
        Some((found, _)) if found == prefix => Ok(bytes),
        _ => Err(AddressError::OtherChain { address: address.to_string(), prefix: prefix.to_string() }),
    }
}

/// The address of these bytes with this prefix.
pub fn address_text(prefix: &str, bytes: &[u8]) -> Result<String, AddressError> {
    let malformed = |why: String| AddressError::Malformed { address: format!("{prefix}1…"), why };
    AccountId::new(prefix, bytes).map(|id| id.to_string()).map_err(|error| malformed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: &str = "wasm1r5v5srda7xfth3hn2s26txvrcrntldju3hkw75";

    #[test]
    fn the_same_bytes_have_an_address_on_every_chain() {
        let bytes = address_of_chain(ALICE, "wasm").unwrap();
        assert_eq!(bytes.len(), 20);
        assert_eq!(address_text("wasm", &bytes).unwrap(), ALICE);
        let elsewhere = address_text("juno", &bytes).unwrap();
        assert!(elsewhere.starts_with("juno1"));
        assert_eq!(address_bytes(&elsewhere).unwrap(), bytes);
    }

    #[test]
    fn an_address_of_another_chain_or_with_a_slip_is_told() {
        let error = address_of_chain(ALICE, "juno").unwrap_err().to_string();
        assert_eq!(error, format!("`{ALICE}` is no address of this chain: they begin with `juno1`"));
        let slip = ALICE.replace("5srd", "5srx");
        let error = address_of_chain(&slip, "wasm").unwrap_err().to_string();
        assert!(error.starts_with(&format!("`{slip}` is no address: ")), "{error}");
    }
}
