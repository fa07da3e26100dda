//! SHA-256, by which the timelock knows the actions that it never stored.

use sha2::{Digest, Sha256};

/// Bytes of a SHA-256.
pub const SHA256_BYTES: usize = 32;

/// The SHA-256 of some bytes.
pub fn sha256(bytes: &[u8]) -> [u8; SHA256_BYTES] {
    Sha256::digest(bytes).into()
}
