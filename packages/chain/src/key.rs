//! A key that signs, and the account that it speaks for.

use bip39::{Language, Mnemonic, MnemonicType, Seed};
use cosmrs::bip32::DerivationPath;
use cosmrs::crypto::secp256k1::SigningKey;
use cosmrs::crypto::PublicKey;
use thiserror::Error;

/// A key that signs, and the account that it speaks for. It is never printed.
pub struct Key {
    signing: SigningKey,
    address: String,
}

/// Why there is no key. None of these tells anything of a secret.
#[derive(Debug, Error, PartialEq)]
pub enum KeyError {
    /// The words are no mnemonic.
    #[error("the mnemonic is not one: 12 to 24 English words of BIP-39, the last of which is a checksum")]
    Mnemonic,
    /// The words give no key for this chain.
    #[error("no key can be derived for prefix `{prefix}` and coin type {coin_type}: {why}")]
    Derive {
        /// The prefix of the chain's addresses.
        prefix: String,
        /// The chain's number.
        coin_type: u32,
        /// Why.
        why: String,
    },
    /// The key does not sign.
    #[error("the key cannot sign these bytes")]
    Sign,
}

impl Key {
    /// The first key of a mnemonic (BIP-39, BIP-44: `m/44'/coin_type'/0'/0/0`), for addresses with this prefix.
    pub fn from_mnemonic(words: &str, coin_type: u32, prefix: &str) -> Result<Key, KeyError> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let mnemonic = Mnemonic::from_phrase(&words, Language::English).map_err(|_| KeyError::Mnemonic)?;
        let seed = Seed::new(&mnemonic, "");
        let failed = |why: String| KeyError::Derive { prefix: prefix.to_string(), coin_type, why };
        let path: DerivationPath = format!("m/44'/{coin_type}'/0'/0/0")
            .parse()
            .map_err(|error: cosmrs::bip32::Error| failed(error.to_string()))?;
        let signing = SigningKey::derive_from_path(seed.as_bytes(), &path)
            .map_err(|error| failed(error.to_string()))?;
        let address = signing.public_key().account_id(prefix).map_err(|error| failed(error.to_string()))?;
        Ok(Key { signing, address: address.to_string() })
    }

    /// 24 new words, out of the randomness of the operating system.
    pub fn new_mnemonic() -> String {
        Mnemonic::new(MnemonicType::Words24, Language::English).into_phrase()
    }

    /// The address of the account.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What others check signatures with.
    pub fn public_key(&self) -> PublicKey {
        self.signing.public_key()
    }

    /// Signs the SHA-256 of these bytes by secp256k1, for whoever checks more than transactions: 64 bytes, low S.
    pub fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, KeyError> {
        self.signing.sign(bytes).map(|signature| signature.to_vec()).map_err(|_| KeyError::Sign)
    }

    pub(crate) fn signing(&self) -> &SigningKey {
        &self.signing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first vector of BIP-39's list for 24 words; the address was checked with wasmd's own key ring.
    const WORDS: &str =
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon \
        abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art";

    #[test]
    fn the_first_key_of_a_mnemonic_is_the_one_that_other_wallets_derive() {
        let key = Key::from_mnemonic(WORDS, 118, "wasm").unwrap();
        assert_eq!(key.address(), "wasm1r5v5srda7xfth3hn2s26txvrcrntldju3hkw75");
    }

    #[test]
    fn a_wrong_word_is_refused_without_repeating_it() {
        let error = Key::from_mnemonic("secret words of mine", 118, "wasm").err().unwrap();
        assert_eq!(error, KeyError::Mnemonic);
        assert!(!error.to_string().contains("mine"));
    }

    #[test]
    fn new_mnemonics_differ_and_are_good() {
        let (one, other) = (Key::new_mnemonic(), Key::new_mnemonic());
        assert_ne!(one, other);
        Key::from_mnemonic(&one, 118, "wasm").unwrap();
    }
}
