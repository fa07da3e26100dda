//! An issuer that signs: the notary, with a key of either curve.

use cosmwasm_std::Binary;
use ed25519_dalek::Signer as _;
use isonomia_api::identity::{
    revocation_bytes, signed_bytes, ExecuteMsg, Issuer, IssuerKey, Revocation, Statement,
};
use isonomia_identity::error::ContractError;
use isonomia_identity::signatures::SignatureError;

use crate::world::{addr, nullifier, signed_submission, World, DAY};

/// The notary's key.
pub enum Signer {
    /// Of this curve.
    Secp256k1(k256::ecdsa::SigningKey),
    /// Of this curve.
    Ed25519(ed25519_dalek::SigningKey),
}

impl Signer {
    /// A key of each curve, from a secret.
    pub fn both(secret: u8) -> [Signer; 2] {
        [
            Signer::Secp256k1(k256::ecdsa::SigningKey::from_slice(&[secret; 32]).unwrap()),
            Signer::Ed25519(ed25519_dalek::SigningKey::from_bytes(&[secret; 32])),
        ]
    }

    /// The notary who speaks by it.
    pub fn issuer(&self) -> Issuer {
        let key = match self {
            Signer::Secp256k1(key) => {
                let public_key = key.verifying_key().to_encoded_point(true).as_bytes().into();
                IssuerKey::Secp256k1 { public_key }
            }
            Signer::Ed25519(key) => IssuerKey::Ed25519 { public_key: key.verifying_key().as_bytes().into() },
        };
        Issuer { id: "notary".to_string(), key }
    }

    /// Signs, as k256 does by itself: over the SHA-256 of the bytes.
    pub fn sign(&self, bytes: &[u8]) -> Binary {
        match self {
            Signer::Secp256k1(key) => {
                let signature: k256::ecdsa::Signature = key.sign(bytes);
                signature.to_vec().into()
            }
            Signer::Ed25519(key) => key.sign(bytes).to_bytes().into(),
        }
    }

    /// The submission of a statement about somebody, signed here, under his own nullifier.
    pub fn states(&self, world: &World, name: &str, expires: u64) -> ExecuteMsg {
        let statement = Statement { nullifier: nullifier(name), expires };
        let signature = self.sign(&signed_bytes(&world.chain(), &world.registry, &addr(name), &statement));
        signed_submission("notary", statement, signature)
    }

    /// The revocation of somebody, signed here.
    pub fn revokes(&self, world: &World, name: &str, expires: u64) -> ExecuteMsg {
        let said = Revocation { account: addr(name).into_string(), expires };
        let signature = self.sign(&revocation_bytes(&world.chain(), &world.registry, "notary", &said));
        signed_revocation(said, signature)
    }

    /// The notary states these people, and after two weeks they activate.
    pub fn attests(&self, world: &mut World, names: &[&str]) {
        let expires = world.now() + DAY;
        for name in names {
            let submission = self.states(world, name, expires);
            world.send(&addr(name), &submission).unwrap();
        }
        world.mature();
        names.iter().for_each(|name| drop(world.activate(name).unwrap()));
    }
}

/// The submission of a revocation that is said to be the notary's.
pub fn signed_revocation(revocation: Revocation, signature: Binary) -> ExecuteMsg {
    ExecuteMsg::RevokeSigned { issuer: "notary".to_string(), revocation, signature }
}

/// Not the notary's signature about somebody.
pub fn forged(world: &World, name: &str) -> ContractError {
    let issuer = "notary".to_string();
    SignatureError::Forged { issuer, account: addr(name), chain_id: world.chain() }.into()
}

/// The notary's, and used up.
pub fn used(expires: u64, last: u64) -> ContractError {
    SignatureError::Used { issuer: "notary".to_string(), expires, last }.into()
}
