//! The secret of an issuer that signs: an ed25519 key in a file, or the secp256k1 key of a key ring.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{ensure, Context, Result};
use cosmwasm_std::{Binary, HexBinary};
use ed25519_dalek::{Signer, SigningKey};
use isonomia_api::identity::IssuerKey;
use isonomia_chain::Key;

/// The most bytes of a key file: 64 hex digits and the end of the line.
const MAX_FILE: u64 = 100;

/// The secret of an issuer that signs. It is never printed.
pub enum IssuerSecret {
    /// Of a file.
    Ed25519(Box<SigningKey>),
    /// Of the key ring, or of the environment.
    Secp256k1(Box<Key>),
}

impl IssuerSecret {
    /// The ed25519 key in a file that only its owner may read: 32 bytes in hex (`openssl rand -hex 32`).
    pub fn read(path: &Path) -> Result<IssuerSecret> {
        let named = || format!("{}: no key file", path.display());
        let facts = fs::metadata(path).with_context(named)?;
        let mode = facts.permissions().mode();
        ensure!(
            mode & 0o077 == 0,
            "{}: others may read this key: `chmod 600` it, and think about whether they did",
            path.display()
        );
        ensure!(facts.len() <= MAX_FILE, "{}: a key file is 64 hex digits", path.display());
        let text = fs::read_to_string(path).with_context(named)?;
        let bytes = HexBinary::from_hex(text.trim()).ok().and_then(|hex| hex.to_array::<32>().ok());
        // What the file says is not repeated: it may be a secret all the same.
        let bytes = bytes.with_context(|| format!("{}: a key file is 64 hex digits", path.display()))?;
        Ok(IssuerSecret::Ed25519(Box::new(SigningKey::from_bytes(&bytes))))
    }

    /// The public key, as an issuer is named with it.
    pub fn public(&self) -> IssuerKey {
        match self {
            IssuerSecret::Ed25519(key) => {
                IssuerKey::Ed25519 { public_key: Binary::from(key.verifying_key().to_bytes()) }
            }
            IssuerSecret::Secp256k1(key) => {
                IssuerKey::Secp256k1 { public_key: Binary::from(key.public_key().to_bytes()) }
            }
        }
    }

    /// The public key, as it is written where an issuer is named.
    pub fn told(&self) -> String {
        serde_json::to_string(&self.public()).unwrap_or_default()
    }

    /// Signs bytes of the registry.
    pub fn sign(&self, bytes: &[u8]) -> Result<Binary> {
        Ok(match self {
            IssuerSecret::Ed25519(key) => Binary::from(key.sign(bytes).to_bytes()),
            IssuerSecret::Secp256k1(key) => Binary::from(key.sign(bytes)?),
        })
    }
}
