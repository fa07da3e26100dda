//! Persons, by the real registry: signed statements, 14 days of maturity, the limits of every epoch, renewals.

use anyhow::Result;
use cosmwasm_std::{Addr, Binary, HexBinary};
use ed25519_dalek::{Signer, SigningKey};
use isonomia_api::identity::{
    signed_bytes, EpochResponse, ExecuteMsg, Issuer, IssuerKey, QueryMsg, Statement,
};
use isonomia_core::hash::sha256;
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
    active: usize,
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
        Registry { keys: ISSUERS.iter().map(key).collect(), people: vec![], active: 0 }
    }

    /// The issuers, for the founder.
    pub fn issuers(&self) -> Vec<Issuer> {
        let issuer = |(id, key): (&&str, &SigningKey)| Issuer {
            id: id.to_string(),
            key: IssuerKey::Ed25519 { public_key: Binary::from(key.verifying_key().to_bytes()) },
        };
        ISSUERS.iter().zip(&self.keys).map(issuer).collect()
    }

    /// Statements are signed and submitted; they begin to mature.
    pub fn submit(&mut self, dao: &mut Dao, accounts: &[Addr]) -> Result<()> {
        let bar = progress::bar("statements are submitted", accounts.len() as u64);
        for account in accounts {
            // In turn, so that neither issuer gets past its half.
            let issuer = self.people.len() % self.keys.len();
            self.state(dao, account, issuer)?;
            self.people.push(Person { account: account.clone(), issuer, activated: 0 });
            bar.inc(1);
        }
        bar.finish();
        Ok(())
    }

    /// Epochs pass, each with as many activations as the registry allows, until everyone is attested. Returns how many
    /// epochs that took.
    pub fn activate_all(&mut self, dao: &mut Dao) -> Result<u64> {
        let bar = progress::bar("persons are attested", self.people.len() as u64);
        let mut epochs = 0;
        while self.active < self.people.len() {
            dao.advance(EPOCH_DAYS * DAY);
            epochs += 1;
            self.renew_due(dao)?;
            let identity = dao.contracts.identity.clone();
            let epoch: EpochResponse = dao.ask(&identity, &QueryMsg::Epoch {})?;
            let slots = (epoch.left - epoch.left % 2) as usize;
            let until = self.people.len().min(self.active + slots);
            for person in &mut self.people[self.active..until] {
                dao.call(&person.account, &identity, &ExecuteMsg::Activate {})?;
                person.activated = dao.now();
            }
            self.active = until;
            bar.set_position(until as u64);
        }
        bar.finish();
        Ok(epochs)
    }

    /// The registry tells voting that it is ready.
    pub fn declare_ready(&self, dao: &mut Dao) -> Result<()> {
        let (identity, anyone) = (dao.contracts.identity.clone(), dao.addr("anyone"));
        dao.call(&anyone, &identity, &ExecuteMsg::Ready {}).map(drop)
    }

    /// Everyone in the last days before expiry renews.
    pub fn renew_due(&mut self, dao: &mut Dao) -> Result<()> {
        let now = dao.now();
        for index in 0..self.active {
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
