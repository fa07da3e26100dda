//! The accounts with their plain facts, and what follows from them.

use std::collections::BTreeMap;

use super::math::{weight, Contribution};
use super::params::Rules;

/// A registration as a delegate.
#[derive(Clone, Debug)]
pub struct Registration {
    /// Its number among all registrations of the DAO; no two share one.
    pub generation: u64,
    /// When it was made: its seasons count from here.
    pub since: u64,
}

/// One part of a delegation.
#[derive(Clone, Debug)]
pub struct DelegatedPart {
    /// To whom.
    pub delegate: String,
    /// To which of its registrations.
    pub generation: u64,
    /// How much.
    pub bps: u64,
    /// When it was made or last renewed.
    pub made: u64,
}

/// Everything that is known of an account.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Its stake.
    pub stake: u128,
    /// Whether it holds a live attestation.
    pub attested: bool,
    /// Its registration as a delegate.
    pub registration: Option<Registration>,
    /// Its delegation.
    pub parts: Vec<DelegatedPart>,
}

/// All accounts.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub(super) accounts: BTreeMap<String, Facts>,
    pub(super) registrations: u64,
}

impl World {
    /// Every account with its name.
    pub fn accounts(&self) -> impl Iterator<Item = (&String, &Facts)> {
        self.accounts.iter()
    }

    /// What is known of an account: nothing, if it was never named.
    pub fn facts(&self, account: &str) -> Facts {
        self.accounts.get(account).cloned().unwrap_or_default()
    }

    /// (w, x, x_u) of an account.
    pub fn contribution(&self, rules: &Rules, account: &str) -> Contribution {
        let Facts { stake, attested, .. } = self.facts(account);
        match attested {
            true => Contribution { power: weight(rules.k, rules.floor_stake, stake), stake, unattested: 0 },
            false => Contribution { power: 0, stake, unattested: stake },
        }
    }

    /// V and X, and the stake of un-attested accounts.
    pub fn totals(&self, rules: &Rules) -> Contribution {
        let each = self.accounts.keys().map(|name| self.contribution(rules, name));
        each.fold(Contribution::default(), Contribution::plus)
    }

    /// n.
    pub fn attested(&self) -> u64 {
        self.accounts.values().filter(|facts| facts.attested).count() as u64
    }

    /// Whether the part is in its season or the next, and its delegate has not resigned since.
    pub fn is_alive(&self, part: &DelegatedPart, season: u64, now: u64) -> bool {
        self.facts(&part.delegate).registration.is_some_and(|registration| {
            let season_of = |moment: u64| moment.saturating_sub(registration.since) / season;
            registration.generation == part.generation && season_of(now) <= season_of(part.made) + 1
        })
    }

    /// Whether a delegate carries the part: it is alive and the delegate is attested.
    pub fn is_carried(&self, part: &DelegatedPart, season: u64, now: u64) -> bool {
        self.is_alive(part, season, now) && self.facts(&part.delegate).attested
    }
}

/// An error if the condition holds.
pub fn refuse(condition: bool, why: &str) -> Result<(), String> {
    match condition {
        true => Err(why.to_string()),
        false => Ok(()),
    }
}
