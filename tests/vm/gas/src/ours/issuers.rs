//! Three issuers: one that files, and one that signs by either curve.

use cosmwasm_std::{Addr, Binary, HexBinary};
use ed25519_dalek::Signer as _;
use isonomia_api::identity::{signed_bytes, ExecuteMsg, Issuer, IssuerKey, Statement};
use isonomia_core::hash::sha256;
use isonomia_embedded::DAY;

use super::stage::Stage;
use crate::people::account;

/// The keys of the two issuers that sign.
pub struct Keys {
    notary: k256::ecdsa::SigningKey,
    bank: ed25519_dalek::SigningKey,
}

impl Keys {
    /// The same in every run.
    pub fn new() -> Keys {
        Keys {
            notary: k256::ecdsa::SigningKey::from_slice(&[7; 32]).expect("a scalar of secp256k1"),
            bank: ed25519_dalek::SigningKey::from_bytes(&[7; 32]),
        }
    }

    /// The issuers: the office files, the notary and the bank sign.
    pub fn issuers(&self) -> Vec<Issuer> {
        let office = IssuerKey::Account { address: account("office").into_string() };
        let notary = self.notary.verifying_key().to_encoded_point(true).as_bytes().into();
        let bank = self.bank.verifying_key().as_bytes().into();
        let issuer = |id: &str, key| Issuer { id: id.to_string(), key };
        vec![
            issuer("office", office),
            issuer("notary", IssuerKey::Secp256k1 { public_key: notary }),
            issuer("bank", IssuerKey::Ed25519 { public_key: bank }),
        ]
    }

    /// What an issuer signs; nothing for the one that files.
    pub fn sign(&self, issuer: &str, bytes: &[u8]) -> Option<Binary> {
        match issuer {
            "notary" => {
                let signature: k256::ecdsa::Signature = self.notary.sign(bytes);
                Some(signature.to_vec().into())
            }
            "bank" => Some(self.bank.sign(bytes).to_bytes().into()),
            _ => None,
        }
    }

    /// The submission of a statement about somebody.
    pub fn submission(&self, stage: &Stage, issuer: &str, who: &Addr) -> ExecuteMsg {
        let statement = statement(stage, who);
        let chain = stage.dao.app.block_info().chain_id;
        let signature =
            self.sign(issuer, &signed_bytes(&chain, &stage.dao.contracts.identity, who, &statement));
        ExecuteMsg::Submit { issuer: issuer.to_string(), statement, signature }
    }
}

/// What an issuer states about somebody: his own nullifier, for a day.
pub fn statement(stage: &Stage, who: &Addr) -> Statement {
    let nullifier = HexBinary::from(sha256(who.as_bytes()));
    Statement { nullifier, expires: stage.dao.now() + DAY }
}
