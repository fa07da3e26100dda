//! What may be done to an account, and what is refused.

use std::collections::BTreeSet;

use isonomia_cli::scenario::Part;

use super::params::Rules;
use super::world::{refuse, DelegatedPart, Facts, Registration, World};

const STAKE_LIMIT: u128 = 1 << 100;
const MOST_DELEGATES: usize = 8;

/// The changes. One that is refused may have been made in part: the model makes each on a copy of the world.
impl World {
    /// The account locks more stake.
    pub fn stake(&mut self, rules: &Rules, account: &str, amount: u128) -> Result<(), String> {
        refuse(amount == 0, "nothing to stake")?;
        let room = STAKE_LIMIT - self.totals(rules).stake;
        refuse(amount >= room, "the total stake would reach 2^100")?;
        self.entry(account).stake += amount;
        self.refuse_overflow(rules)
    }

    /// The account takes stake out.
    pub fn unstake(&mut self, account: &str, amount: u128) -> Result<(), String> {
        refuse(amount == 0, "nothing to unstake")?;
        refuse(amount > self.facts(account).stake, "more than is staked")?;
        self.entry(account).stake -= amount;
        Ok(())
    }

    /// The account is attested, or stays so.
    pub fn attest(&mut self, rules: &Rules, account: &str) -> Result<(), String> {
        self.entry(account).attested = true;
        self.refuse_overflow(rules)
    }

    /// The attestation of the account ends.
    pub fn revoke(&mut self, account: &str) -> Result<(), String> {
        refuse(!self.facts(account).attested, "not attested")?;
        self.entry(account).attested = false;
        Ok(())
    }

    /// The account registers as a delegate.
    pub fn register(&mut self, rules: &Rules, account: &str, now: u64) -> Result<(), String> {
        let facts = self.facts(account);
        refuse(!facts.attested, "only attested accounts register as delegates")?;
        refuse(facts.registration.is_some(), "registered already")?;
        let principal = facts.parts.iter().any(|part| self.is_alive(part, rules.season, now));
        refuse(principal, "a principal must undelegate before it may register")?;
        self.registrations += 1;
        let registration = Registration { generation: self.registrations, since: now };
        *self.entry(account) = Facts { registration: Some(registration), parts: Vec::new(), ..facts };
        Ok(())
    }

    /// The delegate resigns.
    pub fn resign(&mut self, account: &str) -> Result<(), String> {
        refuse(self.facts(account).registration.is_none(), "not registered as a delegate")?;
        self.entry(account).registration = None;
        Ok(())
    }

    /// The account delegates, in place of whatever it delegated before.
    pub fn delegate(&mut self, account: &str, to: &[Part], now: u64) -> Result<(), String> {
        refuse(to.is_empty(), "no delegates")?;
        refuse(to.len() > MOST_DELEGATES, "more than 8 delegates")?;
        refuse(to.iter().any(|part| part.bps == 0), "a zero part")?;
        refuse(
            to.iter().map(|part| u128::from(part.bps)).sum::<u128>() > 10_000,
            "more than 10 000 basis points",
        )?;
        let names: BTreeSet<_> = to.iter().map(|part| &part.delegate).collect();
        refuse(names.len() < to.len(), "a delegate twice")?;
        refuse(to.iter().any(|part| part.delegate == account), "oneself")?;
        refuse(self.facts(account).registration.is_some(), "a delegate must resign before it may delegate")?;
        let mut parts = Vec::new();
        for Part { delegate, bps } in to {
            let Facts { attested, registration, .. } = self.facts(delegate);
            match registration {
                Some(Registration { generation, .. }) if attested => {
                    parts.push(DelegatedPart {
                        delegate: delegate.clone(),
                        generation,
                        bps: *bps,
                        made: now,
                    });
                }
                _ => return Err(format!("{delegate} is not a registered and attested delegate")),
            }
        }
        self.entry(account).parts = parts;
        Ok(())
    }

    /// The account takes its delegation back.
    pub fn undelegate(&mut self, account: &str) -> Result<(), String> {
        refuse(self.facts(account).parts.is_empty(), "nothing is delegated")?;
        self.entry(account).parts = Vec::new();
        Ok(())
    }

    fn entry(&mut self, account: &str) -> &mut Facts {
        self.accounts.entry(account.to_string()).or_default()
    }

    fn refuse_overflow(&self, rules: &Rules) -> Result<(), String> {
        refuse(self.totals(rules).power > u128::from(u64::MAX), "V would pass 2^64 - 1")
    }
}
