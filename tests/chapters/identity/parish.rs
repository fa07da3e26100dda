//! A town whose people are attested by the registry: a parish that files, and two notaries that sign.

use anyhow::Result;
use cosmwasm_std::{Addr, Binary, HexBinary};
use cw_multi_test::AppResponse;
use ed25519_dalek::Signer as _;
use isonomia_api::identity::{
    signed_bytes, AttestationResponse, AttestationStage, ExecuteMsg, Issuer, IssuerKey, IssuersResponse,
    QueryMsg, Statement,
};
use isonomia_api::plan::Params;
use isonomia_core::hash::sha256;
use isonomia_embedded::{Dao, DAY};

/// Speaks by account.
pub const PARISH: &str = "parish";
/// Signs by ed25519.
pub const NOTARY: &str = "notary";
/// Signs by secp256k1.
pub const CONSUL: &str = "consul";

/// Time between submission and activation.
pub const MATURITY: u64 = 14 * DAY;
/// Time between activation and the end.
pub const LIFE: u64 = 180 * DAY;

/// The key of the notary.
pub fn notary() -> ed25519_dalek::SigningKey {
    ed25519_dalek::SigningKey::from_bytes(&[7; 32])
}

fn consul() -> k256::ecdsa::SigningKey {
    k256::ecdsa::SigningKey::from_slice(&[8; 32]).unwrap()
}

fn key_of(id: &str, parish: &Addr) -> IssuerKey {
    match id {
        NOTARY => IssuerKey::Ed25519 { public_key: notary().verifying_key().as_bytes().into() },
        CONSUL => {
            let public_key = consul().verifying_key().to_encoded_point(true).as_bytes().into();
            IssuerKey::Secp256k1 { public_key }
        }
        _ => IssuerKey::Account { address: parish.to_string() },
    }
}

/// A DAO with the registry and these of its issuers.
pub fn parish_of(ids: &[&str], change: impl FnOnce(&mut Params)) -> Dao {
    let parish = cw_multi_test::App::default().api().addr_make(PARISH);
    let issuer = |id: &&str| Issuer { id: id.to_string(), key: key_of(id, &parish) };
    let builder = crate::dao().with(|params| {
        params.issuers = ids.iter().map(issuer).collect();
        params.min_issuers = ids.len() as u64;
        params.min_attested = 4;
        change(params);
    });
    builder.build().unwrap()
}

/// What people of a parish do.
pub trait Parish {
    /// Somebody submits an issuer's statement about himself, as a person.
    fn submit_as(&mut self, issuer: &str, who: &Addr, person: &str) -> Result<AppResponse>;
    /// The same, of himself and not of somebody else.
    fn submit(&mut self, issuer: &str, who: &Addr) -> Result<AppResponse>;
    /// Somebody activates.
    fn activate(&mut self, who: &Addr) -> Result<AppResponse>;
    /// These people stake alike, submit, and two weeks later activate.
    fn admit(&mut self, issuer: &str, names: &[&str], amount: u128) -> Vec<Addr>;
    /// The parish revokes.
    fn parish_revokes(&mut self, who: &[&Addr]) -> Result<AppResponse>;
    /// Anyone takes out who has expired.
    fn expire(&mut self, who: &[&Addr]) -> Result<AppResponse>;
    /// Anyone declares the registry ready.
    fn ready(&mut self) -> Result<AppResponse>;
    /// Somebody sends the registry a message.
    fn to_registry(&mut self, who: &Addr, msg: &ExecuteMsg) -> Result<AppResponse>;
    /// Until when the registry says that somebody is attested.
    fn registered_until(&self, who: &Addr) -> Option<u64>;
    /// The live attestations of each issuer, in order of id.
    fn census(&self) -> Vec<u64>;
}

/// The nullifier of a person.
pub fn nullifier(person: &str) -> HexBinary {
    sha256(person.as_bytes()).into()
}

impl Parish for Dao {
    fn submit_as(&mut self, issuer: &str, who: &Addr, person: &str) -> Result<AppResponse> {
        let statement = Statement { nullifier: nullifier(person), expires: self.now() + DAY };
        let chain = self.app.block_info().chain_id;
        let bytes = signed_bytes(&chain, &self.contracts.identity, who, &statement);
        let signature: Option<Binary> = match issuer {
            NOTARY => Some(notary().sign(&bytes).to_bytes().into()),
            CONSUL => {
                let signature: k256::ecdsa::Signature = consul().sign(&bytes);
                Some(signature.to_vec().into())
            }
            _ => {
                let (parish, statement) = (self.addr(issuer), statement.clone());
                self.to_registry(&parish, &ExecuteMsg::File { account: who.to_string(), statement })?;
                None
            }
        };
        self.to_registry(who, &ExecuteMsg::Submit { issuer: issuer.to_string(), statement, signature })
    }

    fn submit(&mut self, issuer: &str, who: &Addr) -> Result<AppResponse> {
        self.submit_as(issuer, who, who.clone().as_str())
    }

    fn activate(&mut self, who: &Addr) -> Result<AppResponse> {
        self.to_registry(who, &ExecuteMsg::Activate {})
    }

    fn admit(&mut self, issuer: &str, names: &[&str], amount: u128) -> Vec<Addr> {
        let people: Vec<Addr> = names.iter().map(|name| self.addr(name)).collect();
        for who in &people {
            self.stake(who, amount).unwrap();
            self.submit(issuer, who).unwrap();
        }
        self.advance(MATURITY);
        people.iter().for_each(|who| drop(self.activate(who).unwrap()));
        people
    }

    fn parish_revokes(&mut self, who: &[&Addr]) -> Result<AppResponse> {
        let accounts = who.iter().map(|who| who.to_string()).collect();
        let parish = self.addr(PARISH);
        self.to_registry(&parish, &ExecuteMsg::Revoke { accounts })
    }

    fn expire(&mut self, who: &[&Addr]) -> Result<AppResponse> {
        let accounts = who.iter().map(|who| who.to_string()).collect();
        let keeper = self.addr("keeper");
        self.to_registry(&keeper, &ExecuteMsg::Expire { accounts })
    }

    fn ready(&mut self) -> Result<AppResponse> {
        let anyone = self.addr("anyone");
        self.to_registry(&anyone, &ExecuteMsg::Ready {})
    }

    fn to_registry(&mut self, who: &Addr, msg: &ExecuteMsg) -> Result<AppResponse> {
        let registry = self.contracts.identity.clone();
        self.call(who, &registry, msg)
    }

    fn registered_until(&self, who: &Addr) -> Option<u64> {
        let msg = QueryMsg::Attestation { account: who.to_string() };
        let known: AttestationResponse = self.ask(&self.contracts.identity, &msg).unwrap();
        match known.attestation?.stage {
            AttestationStage::Live { until } => Some(until),
            AttestationStage::Maturing { .. } => None,
        }
    }

    fn census(&self) -> Vec<u64> {
        let known: IssuersResponse = self.ask(&self.contracts.identity, &QueryMsg::Issuers {}).unwrap();
        known.issuers.iter().map(|issuer| issuer.attested).collect()
    }
}
