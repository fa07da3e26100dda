//! From a founding file to the plan of a DAO, checked before anything is sent.

use isonomia_api::asset::Asset;
use isonomia_api::identity::{Issuer, IssuerKey};
use isonomia_api::plan::Params;
use isonomia_api::timelock::FirstGuardian;
use isonomia_api::{proposal, treasury};
use isonomia_chain::ChainFile;
use isonomia_core::cap::{Limit, LimitError};
use isonomia_core::clock::Day;
use isonomia_core::guardian::LONGEST_TERM_DAYS;

use super::rehearsal::rehearse;
use super::text::{public_key, share, Reader};
use super::{ClassEntry, Founding, FoundingError, GuardianEntry, IssuerEntry, Rules, Staked};
use crate::scenario::{self, Amount, ClassParams, Classes};

/// The most bytes of a name: every label stays below the 128 that chains take.
const MAX_NAME: usize = 64;
/// The least line of attested persons that is ever deployed.
const LEAST_MIN_ATTESTED: u64 = 5;

impl Founding {
    /// The plan of this DAO on a chain, with a day of that length. Every contract has been asked whether it takes it, on
    /// an embedded chain; what `deploy` refuses besides is refused.
    pub fn plan(&self, chain: &ChainFile, day: Day) -> Result<Params, FoundingError> {
        let read = Reader { chain, day };
        let asset = match &self.stake {
            Staked::Native(denom) => Asset::Native { denom: denom.clone() },
            Staked::Cw20(contract) => Asset::Cw20 { contract: read.address("stake.cw20", contract)? },
        };
        let mut plan = Params::standard(&self.name, asset.clone(), self.issuers(&read)?);
        plan.day = day.0;
        plan.unbonding = day.days(28);
        plan.season = day.days(90);
        scenario::apply(&self.parameters(&read, &asset)?, &mut plan)?;
        plan.min_issuers =
            self.registry.min_issuers.unwrap_or(plan.min_issuers.min(plan.issuers.len() as u64));
        let registrar = self.registry.registrar.as_ref();
        plan.registrar = registrar.map(|address| read.address("registry.registrar", address)).transpose()?;
        plan.guardian = self.guardian.as_ref().map(|entry| first_guardian(entry, &read)).transpose()?;
        plan.entry = self.entry(&read, &asset)?;
        plan.allowances = self.allowances(&read)?;
        if let Some(cap) = &self.outflow_cap {
            plan.outflow_cap_bps = outflow_cap(cap)?;
            let limit = Limit::Share { bps: plan.outflow_cap_bps };
            plan.listed.iter_mut().for_each(|listed| listed.limit = limit);
        }
        check(&plan)?;
        rehearse(&plan, &chain.prefix)?;
        Ok(plan)
    }

    fn issuers(&self, read: &Reader) -> Result<Vec<Issuer>, FoundingError> {
        let issuer = |entry: &IssuerEntry| {
            let name = format!("registry.issuers.{}", entry.id);
            let key = match (&entry.account, &entry.secp256k1, &entry.ed25519) {
                (Some(account), None, None) => IssuerKey::Account { address: read.address(&name, account)? },
                (None, Some(key), None) => IssuerKey::Secp256k1 { public_key: public_key(&name, key)? },
                (None, None, Some(key)) => IssuerKey::Ed25519 { public_key: public_key(&name, key)? },
                _ => {
                    let rule = "speaks in exactly one way: `account`, `secp256k1` or `ed25519`";
                    return Err(FoundingError::Rule(format!("{name} {rule}")));
                }
            };
            Ok(Issuer { id: entry.id.clone(), key })
        };
        self.registry.issuers.iter().map(issuer).collect()
    }

    /// Those parameters that a scenario has too.
    fn parameters(&self, read: &Reader, asset: &Asset) -> Result<scenario::Params, FoundingError> {
        let amount = |name: &str, text: &Option<String>| {
            let units = text.as_ref().map(|text| read.amount_of(name, text, asset)).transpose()?;
            Ok::<_, FoundingError>(units.map(|units| Amount(units.u128())))
        };
        let duration = |name: &str, text: &Option<String>| {
            text.as_ref().map(|text| read.duration(name, text)).transpose()
        };
        let Rules { unattested, delegate_cap, signal, standard, critical, emergency } = &self.rules;
        Ok(scenario::Params {
            k: self.weight.scale.map(|scale| Amount(scale.into())),
            floor_stake: amount("weight.floor_stake", &self.weight.floor_stake)?,
            kappa_bps: optional_share("rules.unattested", unattested)?,
            cap_bps: optional_share("rules.delegate_cap", delegate_cap)?,
            season_seconds: duration("season", &self.season)?,
            unbonding_seconds: duration("unbonding", &self.unbonding)?,
            min_attested: self.registry.min_attested,
            min_total_stake: amount("least_total_stake", &self.least_total_stake)?,
            classes: Classes {
                signal: class("signal", signal, read)?,
                standard: class("standard", standard, read)?,
                critical: class("critical", critical, read)?,
                emergency: class("emergency", emergency, read)?,
            },
        })
    }

    fn entry(&self, read: &Reader, asset: &Asset) -> Result<proposal::Entry, FoundingError> {
        let deposit = self.entry.deposit.as_ref().map(|entry| read.asset_amount("entry.deposit", entry));
        let deposit = deposit.transpose()?.map(|(asset, amount)| proposal::Deposit { asset, amount });
        let least = self.entry.least_stake.as_deref();
        let least = least.map(|text| read.amount_of("entry.least_stake", text, asset)).transpose()?;
        Ok(proposal::Entry { deposit, least_stake: least.unwrap_or_default() })
    }

    fn allowances(&self, read: &Reader) -> Result<Vec<treasury::Allowance>, FoundingError> {
        let allowance = |entry| {
            let (asset, limit) = read.asset_amount("allowances", entry)?;
            Ok(treasury::Allowance { asset, limit })
        };
        self.allowances.iter().map(allowance).collect()
    }
}

fn first_guardian(entry: &GuardianEntry, read: &Reader) -> Result<FirstGuardian, FoundingError> {
    let guardian = read.address("guardian.account", &entry.account)?;
    let term = entry.term.as_ref().map(|text| read.duration("guardian.term", text)).transpose()?;
    Ok(FirstGuardian { guardian, seconds: term.unwrap_or(read.day.days(LONGEST_TERM_DAYS)) })
}

/// A share of no more than everything.
fn outflow_cap(text: &str) -> Result<u16, FoundingError> {
    let bps = u16::try_from(share("outflow_cap", text)?).unwrap_or(u16::MAX);
    let refused = |why: LimitError| FoundingError::Rule(format!("outflow_cap: {why}"));
    Limit::Share { bps }.check(true).map_err(refused)?;
    Ok(bps)
}

fn optional_share(name: &str, text: &Option<String>) -> Result<Option<u64>, FoundingError> {
    text.as_ref().map(|text| share(name, text)).transpose()
}

fn class(name: &str, entry: &ClassEntry, read: &Reader) -> Result<ClassParams, FoundingError> {
    let named = |rule: &str| format!("rules.{name}.{rule}");
    let bps = |rule: &str, text: &Option<String>| optional_share(&named(rule), text);
    let seconds = |rule: &str, text: &Option<String>| {
        text.as_ref().map(|text| read.duration(&named(rule), text)).transpose()
    };
    Ok(ClassParams {
        tau_bps: bps("threshold", &entry.threshold)?,
        theta_bps: bps("stake_relative", &entry.stake_relative)?,
        support_bps: bps("stake_support", &entry.stake_support)?,
        quorum_bps: bps("quorum", &entry.quorum)?,
        head_count: entry.head_count,
        delay_seconds: seconds("delay", &entry.delay)?,
        voting_seconds: seconds("voting", &entry.voting)?,
        timelock_seconds: seconds("timelock", &entry.timelock)?,
        window_seconds: seconds("window", &entry.window)?,
    })
}

/// What no contract can check.
fn check(plan: &Params) -> Result<(), FoundingError> {
    let refuse = |rule: String| Err(FoundingError::Rule(rule));
    let name = &plan.name;
    if !(1..=MAX_NAME).contains(&name.len()) || name.trim() != name || name.chars().any(char::is_control) {
        return refuse(format!("a name has 1 to {MAX_NAME} bytes and no space at either end, not `{name}`"));
    }
    if plan.min_attested < LEAST_MIN_ATTESTED {
        let found = plan.min_attested;
        return refuse(format!("registry.min_attested must be at least {LEAST_MIN_ATTESTED}, not {found}: fewer persons than that are no public"));
    }
    let (least, named) = (plan.min_issuers, plan.issuers.len() as u64);
    if least > named {
        return refuse(format!(
            "registry.min_issuers is {least}, but {named} are named: two keys would never be asked for"
        ));
    }
    Ok(())
}
