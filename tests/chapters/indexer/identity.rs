//! The registry, from its events.

use std::collections::BTreeMap;

use anyhow::{ensure, Context, Result};
use cosmwasm_std::{Addr, Binary, HexBinary};
use isonomia_api::identity::{
    AccountAttestation, AttestationInfo, AttestationStage, AttestationsResponse, ConfigResponse,
    EpochResponse, Issuer, IssuerInfo, IssuerKey, IssuersResponse, QueryMsg,
};
use isonomia_core::clock::Day;
use isonomia_core::registry::{activation_limit, Quota};
use isonomia_embedded::Dao;

use super::reading::Fact;
use super::same;

#[derive(Default)]
pub struct Identity {
    config: Option<ConfigResponse>,
    issuers: BTreeMap<String, IssuerKey>,
    records: BTreeMap<Addr, AttestationInfo>,
    activations: Quota,
}

impl Identity {
    fn config(&self) -> Result<&ConfigResponse> {
        self.config.as_ref().context("no registry was made")
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        match fact.name {
            "identity_instantiated" => self.config = Some(config(fact)?),
            "identity_issuer_added" => drop(self.issuers.insert(fact.text("issuer")?, key(fact)?)),
            "identity_issuer_removed" => drop(self.issuers.remove(&fact.text("issuer")?)),
            "identity_filed" => {}
            "identity_submitted" => self.submit(fact)?,
            "identity_activated" => {
                let attested: u64 = fact.get("attested")?;
                let epoch = self.epoch(fact.time)?;
                self.activations = self.activations.clone().present(epoch, attested - 1).used_once();
                self.live(fact)?;
                self.check_attested(attested)?;
            }
            "identity_renewed" => self.live(fact)?,
            "identity_revoked" | "identity_expired" => {
                self.records.remove(&fact.addr("account")?);
                self.check_attested(fact.get("attested")?)?;
            }
            "identity_ready" => self.check_attested(fact.get("attested")?)?,
            "identity_migrated" => {}
            other => anyhow::bail!("tests/chapters/indexer/identity.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn submit(&mut self, fact: &Fact) -> Result<()> {
        if fact.may("lapsed").is_some() {
            self.records.remove(&fact.addr("lapsed")?);
        }
        let stage = AttestationStage::Maturing { matures: fact.get("matures")? };
        let nullifier = HexBinary::from_hex(&fact.text("nullifier")?)?;
        let record = AttestationInfo { issuer: fact.text("issuer")?, nullifier, stage };
        self.records.insert(fact.addr("account")?, record);
        Ok(())
    }

    fn live(&mut self, fact: &Fact) -> Result<()> {
        let record = self.records.get_mut(&fact.addr("account")?).context("nothing was submitted")?;
        record.issuer = fact.text("issuer")?;
        record.stage = AttestationStage::Live { until: fact.get("until")? };
        Ok(())
    }

    fn attested(&self, issuer: Option<&str>) -> u64 {
        let lives = |record: &&AttestationInfo| matches!(record.stage, AttestationStage::Live { .. });
        let own = |record: &&AttestationInfo| issuer.is_none_or(|issuer| record.issuer == issuer);
        self.records.values().filter(lives).filter(own).count() as u64
    }

    fn check_attested(&self, told: u64) -> Result<()> {
        let live = self.attested(None);
        ensure!(told == live, "{live} attestations live, the event says {told}");
        Ok(())
    }

    fn epoch(&self, now: u64) -> Result<u64> {
        let config = self.config()?;
        Ok(Day(config.day).epoch(config.started, now))
    }

    pub fn compare(&self, dao: &Dao) -> Result<()> {
        let registry = &dao.contracts.identity;
        same("the registry", self.config()?, &dao.ask(registry, &QueryMsg::Config {})?)?;
        let info = |(id, key): (&String, &IssuerKey)| {
            let attested = self.attested(Some(id));
            IssuerInfo { issuer: Issuer { id: id.clone(), key: key.clone() }, attested }
        };
        let issuers = self.issuers.iter().map(info).collect();
        let issuers = IssuersResponse { issuers, attested: self.attested(None) };
        same("issuers", &issuers, &dao.ask(registry, &QueryMsg::Issuers {})?)?;
        let entry = |(account, attestation): (&Addr, &AttestationInfo)| AccountAttestation {
            account: account.clone(),
            attestation: attestation.clone(),
        };
        let attestations = AttestationsResponse { attestations: self.records.iter().map(entry).collect() };
        let asked = QueryMsg::Attestations { start_after: None, limit: Some(100) };
        same("attestations", &attestations, &dao.ask(registry, &asked)?)?;
        same("an epoch", &self.epoch_response(dao.now())?, &dao.ask(registry, &QueryMsg::Epoch {})?)
    }

    fn epoch_response(&self, now: u64) -> Result<EpochResponse> {
        let (config, epoch) = (self.config()?, self.epoch(now)?);
        let quota = self.activations.clone().present(epoch, self.attested(None));
        let limit = activation_limit(quota.base);
        let ends = config.started + 14 * config.day * (epoch + 1);
        Ok(EpochResponse { epoch, limit, left: limit - quota.used, ends })
    }
}

fn config(fact: &Fact) -> Result<ConfigResponse> {
    Ok(ConfigResponse {
        voting: fact.addr("voting")?,
        timelock: fact.addr("timelock")?,
        min_issuers: fact.get("min_issuers")?,
        min_attested: fact.get("min_attested")?,
        day: fact.get("day")?,
        started: fact.time,
    })
}

fn key(fact: &Fact) -> Result<IssuerKey> {
    let key = fact.text("key")?;
    Ok(match fact.text("kind")?.as_str() {
        "account" => IssuerKey::Account { address: key },
        "ed25519" => IssuerKey::Ed25519 { public_key: Binary::from_base64(&key)? },
        _ => IssuerKey::Secp256k1 { public_key: Binary::from_base64(&key)? },
    })
}
