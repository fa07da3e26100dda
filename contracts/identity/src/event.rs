//! What the registry says has happened, with the values after it.

use cosmwasm_std::{Addr, Event};
use isonomia_api::identity::{Issuer, IssuerKey, Statement};
use isonomia_core::clock::Window;

use crate::state::{Config, Record};

/// The registry begins.
pub fn instantiated(config: &Config) -> Event {
    Event::new("identity_instantiated")
        .add_attribute("voting", &config.voting)
        .add_attribute("timelock", &config.timelock)
        .add_attribute("min_issuers", config.min_issuers.to_string())
        .add_attribute("min_attested", config.min_attested.to_string())
        .add_attribute("day", config.day.0.to_string())
}

/// An issuer filed a statement.
pub fn filed(issuer: &str, account: &Addr, statement: &Statement) -> Event {
    Event::new("identity_filed")
        .add_attribute("account", account)
        .add_attribute("issuer", issuer)
        .add_attribute("nullifier", statement.nullifier.to_hex())
        .add_attribute("expires", statement.expires.to_string())
}

/// A statement began to mature; `lapsed` is whose record ended with it.
pub fn submitted(account: &Addr, record: &Record, waits: &Window, lapsed: Option<&Addr>) -> Event {
    let event = Event::new("identity_submitted")
        .add_attribute("account", account)
        .add_attribute("issuer", &record.issuer)
        .add_attribute("nullifier", record.nullifier.to_hex())
        .add_attribute("matures", waits.opens.to_string())
        .add_attribute("lapses", waits.closes.to_string());
    match lapsed {
        Some(lapsed) => event.add_attribute("lapsed", lapsed),
        None => event,
    }
}

/// An attestation began; so many live now.
pub fn activated(account: &Addr, issuer: &str, until: u64, attested: u64) -> Event {
    Event::new("identity_activated")
        .add_attribute("account", account)
        .add_attribute("issuer", issuer)
        .add_attribute("until", until.to_string())
        .add_attribute("attested", attested.to_string())
}

/// An attestation goes on, in the name of this issuer.
pub fn renewed(account: &Addr, issuer: &str, until: u64) -> Event {
    Event::new("identity_renewed")
        .add_attribute("account", account)
        .add_attribute("issuer", issuer)
        .add_attribute("until", until.to_string())
}

/// An attestation was revoked; so many live now.
pub fn revoked(account: &Addr, issuer: &str, attested: u64) -> Event {
    ended("identity_revoked", account, issuer, attested)
}

/// An attestation that had expired was taken out; so many live now.
pub fn expired(account: &Addr, issuer: &str, attested: u64) -> Event {
    ended("identity_expired", account, issuer, attested)
}

/// The registry declared itself ready; so many live.
pub fn ready(attested: u64) -> Event {
    Event::new("identity_ready").add_attribute("attested", attested.to_string())
}

/// An issuer was named.
pub fn issuer_added(issuer: &Issuer) -> Event {
    let (kind, key) = match &issuer.key {
        IssuerKey::Account { address } => ("account", address.clone()),
        IssuerKey::Secp256k1 { public_key } => ("secp256k1", public_key.to_base64()),
        IssuerKey::Ed25519 { public_key } => ("ed25519", public_key.to_base64()),
    };
    Event::new("identity_issuer_added")
        .add_attribute("issuer", &issuer.id)
        .add_attribute("kind", kind)
        .add_attribute("key", key)
}

/// An issuer was removed; so many of its attestations stay until they expire.
pub fn issuer_removed(issuer: &str, attested: u64) -> Event {
    Event::new("identity_issuer_removed")
        .add_attribute("issuer", issuer)
        .add_attribute("attested", attested.to_string())
}

fn ended(name: &str, account: &Addr, issuer: &str, attested: u64) -> Event {
    Event::new(name)
        .add_attribute("account", account)
        .add_attribute("issuer", issuer)
        .add_attribute("attested", attested.to_string())
}
