//! Persons, by the real registry: signed statements, 14 days of maturity, the limits of every epoch, renewals.

use anyhow::Result;
use cosmwasm_std::{Addr, Binary, HexBinary};
use ed25519_dalek::{Signer, SigningKey};
use isonomia_api::identity::{signed_bytes, ExecuteMsg, Issuer, IssuerKey, Statement};
use isonomia_core::hash::sha256;
use isonomia_core::registry::activation_limit;
use isonomia_embedded::{Dao, DAY};

use super::progress;

/// Days of an epoch.
const EPOCH_DAYS: u64 = 14;
/// The issuers of the story.
const ISSUERS: [&str; 2] = ["polis", "guild"];

/// The issuers' keys, and the persons that they have vouched for.
pub struct Registry {
    keys: Vec<SigningKey>,
    people: Vec<Person>,
}

struct Person {
    account: Addr,
    issuer: usize,
    activated: u64,
}

impl Registry {
    /// Two issuers that speak by key.
    pub fn new() -> Registry {
        let key = |name: &&str| SigningKey::from_bytes(&sha256(name.as_bytes()));
        Registry { keys: ISSUERS.iter().map(key).collect(), people: vec![] }
    }

    /// The issuers, for the founder.
    pub fn issuers(&self) -> Vec<Issuer> {
        let issuer = |(id, key): (&&str, &SigningKey)| Issuer {
            id: id.to_string(),
            key: IssuerKey::Ed25519 { public_key: Binary::from(key.verifying_key().to_bytes()) },
        };
        ISSUERS.iter().zip(&self.keys).map(issuer).collect()
    }

    /// Epochs pass, each with as many activations as the registry allows, until all of these are attested: a batch of
    /// statements is submitted, matures for an epoch, and is activated. Returns how many epochs that took.
    pub fn attest(&mut self, dao: &mut Dao, accounts: &[Addr]) -> Result<u64> {
        let bar = progress::bar("persons are attested", accounts.len() as u64);
        let (mut rest, mut epochs) = (accounts, 0);
        while !rest.is_empty() {
            let slots = activation_limit(self.people.len() as u64) as usize;
            // An even number, in turn, so that neither issuer gets past its half.
            let (batch, later) = rest.split_at(rest.len().min(slots - slots % 2));
            let before = self.people.len();
            for (index, account) in batch.iter().enumerate() {
                self.state(dao, account, (before + index) % self.keys.len())?;
            }
            dao.advance(EPOCH_DAYS * DAY);
            self.renew_due(dao)?;
            self.activate(dao, batch)?;
            bar.inc(batch.len() as u64);
            (rest, epochs) = (later, epochs + 1);
        }
        bar.finish();
        Ok(epochs)
    }

    fn activate(&mut self, dao: &mut Dao, batch: &[Addr]) -> Result<()> {
        let identity = dao.contracts.identity.clone();
        for account in batch {
            dao.call(account, &identity, &ExecuteMsg::Activate {})?;
            let issuer = self.people.len() % self.keys.len();
            self.people.push(Person { account: account.clone(), issuer, activated: dao.now() });
        }
        Ok(())
    }

    /// The registry tells voting that it is ready.
    pub fn declare_ready(&self, dao: &mut Dao) -> Result<()> {
        let (identity, anyone) = (dao.contracts.identity.clone(), dao.addr("anyone"));
        dao.call(&anyone, &identity, &ExecuteMsg::Ready {}).map(drop)
    }

    /// Everyone in the last days before expiry renews.
    pub fn renew_due(&mut self, dao: &mut Dao) -> Result<()> {
        let now = dao.now();
        for index in 0..self.people.len() {
            let Person { account, issuer, activated } = &self.people[index];
            if now >= activated + (180 - 2 * EPOCH_DAYS) * DAY {
                self.state(dao, &account.clone(), *issuer)?;
                self.people[index].activated = now;
            }
        }
        Ok(())
    }

    fn state(&self, dao: &mut Dao, account: &Addr, issuer: usize) -> Result<()> {
        let nullifier = HexBinary::from(sha256(account.as_bytes()));
        let statement = Statement { nullifier, expires: dao.now() + 30 * DAY };
        let (chain_id, identity) = (dao.app.block_info().chain_id, dao.contracts.identity.clone());
        let signed = signed_bytes(&chain_id, &identity, account, &statement);
        let signature = Some(Binary::from(self.keys[issuer].sign(&signed).to_bytes()));
        let msg = ExecuteMsg::Submit { issuer: ISSUERS[issuer].to_string(), statement, signature };
        dao.call(account, &identity, &msg).map(drop)
    }
}
