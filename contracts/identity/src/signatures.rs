//! Signatures: whether an issuer's key signed it, for the first time. The only writer of `ACCEPTED` and `REVOKED`.
//!
//! What is signed has no number of its own; it is told apart by its expiry. Of what an issuer signed about an account,
//! each must expire later than the last that was accepted, so none counts twice and none that is older counts after it.

use cosmwasm_std::{Addr, Api, DepsMut, Env, Storage};
use cw_storage_plus::Map;
use isonomia_api::identity::IssuerKey;
use isonomia_core::hash::sha256;

use crate::error::ContractError;

/// Bytes of a signature, of either curve.
const SIGNATURE_BYTES: usize = 64;

/// Why a signature is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum SignatureError {
    /// An issuer without a key.
    #[error("the issuer `{issuer}` speaks by account and signs nothing")]
    NotSigning {
        /// Which issuer.
        issuer: String,
    },
    /// A signature of somebody else, or of something else.
    #[error("`{issuer}` has not signed this about {account}, at this registry, on the chain {chain_id}")]
    Forged {
        /// Which issuer.
        issuer: String,
        /// About whom.
        account: Addr,
        /// The chain.
        chain_id: String,
    },
    /// A signature that was used before, or is older than one that was.
    #[error("what `{issuer}` signed last and was accepted expires at {last}; this expires at {expires}, not later")]
    Used {
        /// Which issuer.
        issuer: String,
        /// When this one expires.
        expires: u64,
        /// When the last accepted one expires.
        last: u64,
    },
}

/// What an issuer signed about an account.
pub struct Signed<'a> {
    /// The issuer's id.
    pub issuer: &'a str,
    /// About whom.
    pub account: &'a Addr,
    /// The first moment at which it no longer counts.
    pub expires: u64,
    /// The bytes that were signed.
    pub bytes: Vec<u8>,
    /// The signature.
    pub signature: &'a [u8],
}

/// Accepts what the issuer's key signed, once: `last` keeps the expiry of what was accepted.
pub fn accept<'a>(
    deps: DepsMut,
    env: &Env,
    key: &IssuerKey,
    signed: &Signed<'a>,
    last: Map<(&'a str, &'a Addr), u64>,
) -> Result<(), ContractError> {
    let issuer = signed.issuer.to_string();
    if matches!(key, IssuerKey::Account { .. }) {
        return Err(SignatureError::NotSigning { issuer }.into());
    }
    if !is_signed(deps.api, key, &signed.bytes, signed.signature) {
        let (account, chain_id) = (signed.account.clone(), env.block.chain_id.clone());
        return Err(SignatureError::Forged { issuer, account, chain_id }.into());
    }
    use_up(deps.storage, signed, last)
}

fn use_up<'a>(
    storage: &mut dyn Storage,
    signed: &Signed<'a>,
    last: Map<(&'a str, &'a Addr), u64>,
) -> Result<(), ContractError> {
    let Signed { issuer, account, expires, .. } = *signed;
    match last.may_load(storage, (issuer, account))? {
        Some(last) if expires <= last => {
            Err(SignatureError::Used { issuer: issuer.to_string(), expires, last }.into())
        }
        _ => Ok(last.save(storage, (issuer, account), &expires)?),
    }
}

/// Whether the key signed the bytes. What the chain cannot read as a key or a signature is forged, too.
fn is_signed(api: &dyn Api, key: &IssuerKey, bytes: &[u8], signature: &[u8]) -> bool {
    if signature.len() != SIGNATURE_BYTES {
        return false;
    }
    let verified = match key {
        IssuerKey::Account { .. } => return false,
        IssuerKey::Secp256k1 { public_key } => api.secp256k1_verify(&sha256(bytes), signature, public_key),
        IssuerKey::Ed25519 { public_key } => api.ed25519_verify(bytes, signature, public_key),
    };
    verified.unwrap_or(false)
}
