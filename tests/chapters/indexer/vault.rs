//! The vault, from its events.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{ensure, Context, Result};
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::vault::{
    ClaimInfo, ClaimsResponse, ConfigResponse, DepositResponse, QueryMsg, UnnoticedResponse,
};
use isonomia_embedded::Dao;

use super::reading::Fact;
use super::same;

/// Release days that come forward at once.
const MOST_DAYS: usize = 32;

#[derive(Default)]
pub struct Vault {
    config: Option<ConfigResponse>,
    stakes: BTreeMap<Addr, Uint128>,
    /// By release day: of what voting knows, and of what it does not.
    claims: BTreeMap<Addr, BTreeMap<u64, (Uint128, Uint128)>>,
    unnoticed: BTreeSet<Addr>,
    /// The release day of the last exit of each.
    left: BTreeMap<Addr, u64>,
}

impl Vault {
    fn config(&self) -> Result<&ConfigResponse> {
        self.config.as_ref().context("no vault was made")
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        if fact.name == "vault_instantiated" {
            let (voting, asset) = (fact.addr("voting")?, fact.asset("asset")?);
            let (unbonding, day) = (fact.get("unbonding")?, fact.get("day")?);
            self.config = Some(ConfigResponse { voting, asset, unbonding, day });
            return Ok(());
        }
        let (who, day) = (fact.addr("account")?, self.config()?.day);
        match fact.name {
            "vault_staked" => drop(self.stakes.insert(who, fact.get("stake")?)),
            "vault_unstaked" => {
                let (released, noticed): (u64, bool) = (fact.get("released")?, fact.get("noticed")?);
                self.stakes.insert(who.clone(), fact.get("stake")?);
                self.left.insert(who.clone(), released / day);
                self.wait(who, released / day, fact.get("amount")?, noticed);
            }
            "vault_notice_failed" => {
                let (amount, released): (Uint128, u64) = (fact.get("amount")?, fact.get("released")?);
                let left = self.left.get(&who).context("nobody has left")?;
                let claims = self.claims.entry(who.clone()).or_default();
                let claim = claims.entry(*left).or_default();
                claim.0 = claim.0.checked_sub(amount)?;
                self.wait(who, released / day, amount, false);
            }
            "vault_claimed" => {
                let (through, amount): (u64, Uint128) = (fact.get("through")?, fact.get("amount")?);
                let claims = self.claims.entry(who).or_default();
                let stay = claims.split_off(&(through + 1));
                let paid: Uint128 = claims.values().map(|(noticed, unnoticed)| noticed + unnoticed).sum();
                ensure!(paid == amount, "claims of {paid} were paid as {amount}");
                *claims = stay;
            }
            "vault_synced" => self.sync(who, fact.get::<u64>("released")? / day, fact.get("noticed")?),
            other => anyhow::bail!("tests/chapters/indexer/vault.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn wait(&mut self, who: Addr, day: u64, amount: Uint128, noticed: bool) {
        let claim = self.claims.entry(who.clone()).or_default().entry(day).or_default();
        if noticed {
            claim.0 += amount;
        } else {
            claim.1 += amount;
            self.unnoticed.insert(who);
        }
    }

    fn sync(&mut self, who: Addr, forward: u64, all: bool) {
        let claims = self.claims.entry(who.clone()).or_default();
        let waiting = claims.iter().filter(|(_, (_, unnoticed))| !unnoticed.is_zero());
        for day in waiting.map(|(day, _)| *day).take(MOST_DAYS).collect::<Vec<_>>() {
            let amount = std::mem::take(&mut claims.entry(day).or_default().1);
            claims.entry(day.min(forward)).or_default().0 += amount;
        }
        if all {
            self.unnoticed.remove(&who);
        }
    }

    pub fn compare(&self, dao: &Dao) -> Result<()> {
        let vault = &dao.contracts.vault;
        same("the vault", self.config()?, &dao.ask(vault, &QueryMsg::Config {})?)?;
        for (who, stake) in &self.stakes {
            let own = DepositResponse { stake: *stake, noticed: !self.unnoticed.contains(who) };
            same("a deposit", &own, &dao.ask(vault, &QueryMsg::Deposit { account: who.to_string() })?)?;
            let (account, limit) = (who.to_string(), Some(100));
            let asked = QueryMsg::Claims { account, start_after: None, limit };
            same("claims", &self.claims_of(who)?, &dao.ask(vault, &asked)?)?;
        }
        let accounts = self.unnoticed.iter().cloned().collect();
        let asked = QueryMsg::Unnoticed { start_after: None, limit: Some(100) };
        same("exits of which voting was not told", &UnnoticedResponse { accounts }, &dao.ask(vault, &asked)?)
    }

    fn claims_of(&self, who: &Addr) -> Result<ClaimsResponse> {
        let length = self.config()?.day;
        let claims = self.claims.get(who).into_iter().flatten();
        let claims = claims.filter(|(_, (noticed, unnoticed))| !(noticed + unnoticed).is_zero());
        let info = |(day, (noticed, unnoticed)): (&u64, &(Uint128, Uint128))| ClaimInfo {
            day: *day,
            released: day * length,
            noticed: *noticed,
            unnoticed: *unnoticed,
        };
        Ok(ClaimsResponse { claims: claims.map(info).collect() })
    }
}
