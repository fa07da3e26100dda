//! Voting, from its events: accounts, delegations, the line and the quorum. Polls have a file of their own.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::voting::{
    AccountResponse, ConfigResponse, DelegateInfo, Member, MemberListResponse, PartInfo, QueryMsg,
    QuorumResponse, RegistryResponse, TotalsResponse, Weight,
};
use isonomia_core::clock::{season, Day};
use isonomia_core::delegation::Part;
use isonomia_core::quorum::{AdaptiveQuorum, EpochTurnout};
use isonomia_embedded::Dao;

use super::polls::Polls;
use super::reading::Fact;
use super::same;

/// Which side of a delegation an account is on.
#[derive(Default)]
enum Side {
    #[default]
    Neither,
    Principal(Vec<Part>),
    Delegate {
        since: u64,
    },
}

#[derive(Default)]
struct Account {
    own: Weight,
    attested_until: Option<u64>,
    generation: u32,
    side: Side,
}

#[derive(Default)]
pub struct Voting {
    config: Option<ConfigResponse>,
    accounts: BTreeMap<Addr, Account>,
    received: BTreeMap<(Addr, u32, u64), Weight>,
    totals: Option<TotalsResponse>,
    ready: bool,
    latched: bool,
    below_since: Option<u64>,
    quorum: AdaptiveQuorum,
    pub polls: Polls,
}

impl Voting {
    fn config(&mut self) -> Result<&mut ConfigResponse> {
        self.config.as_mut().context("no voting contract was made")
    }

    fn account(&mut self, who: Addr) -> &mut Account {
        self.accounts.entry(who).or_default()
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        match fact.name {
            "voting_instantiated" => self.config = Some(config(fact)?),
            "voting_registrar_named" => {
                self.config()?.registrar = fact.addr("registrar")?;
                self.ready = false;
            }
            "voting_proposal_named" => self.config()?.proposal = fact.addr("proposal")?,
            "voting_ready" => self.ready = fact.get::<u64>("height")? <= fact.height,
            "voting_latched" => self.latched = true,
            "voting_line" => {
                fact.get_maybe::<u64>("above_since")?;
                self.below_since = fact.get_maybe("below_since")?;
            }
            "voting_quorum" => {
                self.quorum.bps = fact.get("quorum_bps")?;
                self.quorum.average_bps = fact.get("average_turnout_bps")?;
            }
            "voting_poll_opened" => {
                // Whatever epochs had finished has been applied: `voting_quorum` came before, if that moved anything.
                let present = self.epoch(fact.time)?;
                self.quorum.waiting.retain(|turnout| turnout.epoch >= present);
                self.polls.fold(fact)?;
            }
            "voting_poll_settled" => {
                self.note(fact)?;
                self.polls.fold(fact)?;
            }
            name if name.starts_with("voting_poll") || name == "voting_voted" || name == "voting_tally" => {
                self.polls.fold(fact)?;
            }
            _ => self.fold_account(fact)?,
        }
        Ok(())
    }

    fn fold_account(&mut self, fact: &Fact) -> Result<()> {
        match fact.name {
            "voting_account" => {
                self.totals = Some(totals(fact)?);
                let account = self.account(fact.addr("account")?);
                account.own = weight(fact)?;
                account.attested_until = fact.get_maybe("attested_until")?;
                account.generation = fact.get("generation")?;
            }
            "voting_delegate_registered" => {
                let account = self.account(fact.addr("delegate")?);
                account.generation = fact.get("generation")?;
                account.side = Side::Delegate { since: fact.get("since")? };
            }
            "voting_resigned" => self.account(fact.addr("delegate")?).side = Side::Neither,
            "voting_undelegated" => self.account(fact.addr("principal")?).side = Side::Neither,
            "voting_delegated" => {
                let (number, part) = (fact.get::<usize>("part")?, part(fact)?);
                let account = self.account(fact.addr("principal")?);
                match &mut account.side {
                    Side::Principal(parts) if number > 1 => parts.push(part),
                    side => *side = Side::Principal(vec![part]),
                }
            }
            "voting_received" => {
                let bucket = (fact.addr("delegate")?, fact.get("generation")?, fact.get("season")?);
                self.received.insert(bucket, weight(fact)?);
            }
            "voting_migrated" => {}
            other => anyhow::bail!("tests/chapters/indexer/voting.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn note(&mut self, fact: &Fact) -> Result<()> {
        let (Some(epoch), Some(turnout_bps)) =
            (fact.get_maybe("epoch")?, fact.get_maybe::<u16>("turnout_bps")?)
        else {
            return Ok(());
        };
        match self.quorum.waiting.iter_mut().find(|waiting| waiting.epoch == epoch) {
            Some(waiting) => waiting.turnout_bps = turnout_bps.max(waiting.turnout_bps),
            None => self.quorum.waiting.push(EpochTurnout { epoch, turnout_bps }),
        }
        self.quorum.waiting.sort_by_key(|waiting| waiting.epoch);
        Ok(())
    }

    fn epoch(&self, now: u64) -> Result<u64> {
        let config = self.config.as_ref().context("no voting contract was made")?;
        Ok(Day(config.day).epoch(config.started, now))
    }

    pub fn compare(&self, dao: &Dao) -> Result<()> {
        let (voting, config) = (&dao.contracts.voting, self.config.as_ref().context("nothing was made")?);
        same("voting", config, &dao.ask(voting, &QueryMsg::Config {})?)?;
        for who in self.accounts.keys() {
            same(&format!("the account {who}"), &self.answer(who, dao.now())?, &dao.account(who)?)?;
        }
        let nothing = TotalsResponse { power: Uint128::zero(), stake: Uint128::zero(), attested: 0 };
        let totals = self.totals.clone().unwrap_or(nothing);
        same("the totals", &totals, &dao.totals()?)?;
        let below = totals.attested < config.min_attested;
        let (ready, latched, below_since) = (self.ready, self.latched, self.below_since);
        same("the line", &RegistryResponse { ready, latched, below, below_since }, &dao.registry()?)?;
        same("the quorum", &self.quorum_now(dao.now())?, &dao.quorum()?)?;
        let asked = QueryMsg::ListMembers { start_after: None, limit: Some(100) };
        same("the members", &self.members()?, &dao.ask(voting, &asked)?)?;
        self.polls.compare(dao, &config.proposal)
    }

    fn answer(&self, who: &Addr, now: u64) -> Result<AccountResponse> {
        let account = &self.accounts[who];
        let length = self.config.as_ref().context("nothing was made")?.season;
        let (delegate, delegation) = match &account.side {
            Side::Neither => (None, vec![]),
            Side::Delegate { since } => {
                (Some(self.delegate(who, *since, season(*since, length, now))), vec![])
            }
            Side::Principal(parts) => (None, parts.iter().map(|part| self.part(part, length, now)).collect()),
        };
        let (own, attested_until) = (account.own.clone(), account.attested_until);
        Ok(AccountResponse { own, attested_until, delegate, delegation })
    }

    /// A delegate that is attested carries its present season and the one before.
    fn delegate(&self, who: &Addr, since: u64, present: u64) -> DelegateInfo {
        let account = &self.accounts[who];
        let carried = (present.saturating_sub(1)..=present).filter(|_| account.attested_until.is_some());
        let sum = |sum: Weight, season| {
            let bucket = (who.clone(), account.generation, season);
            let part = self.received.get(&bucket).cloned().unwrap_or_default();
            Weight {
                power: sum.power + part.power,
                stake: sum.stake + part.stake,
                unattested_stake: sum.unattested_stake + part.unattested_stake,
            }
        };
        let received = carried.fold(Weight::default(), sum);
        DelegateInfo { since, generation: account.generation, received }
    }

    fn part(&self, part: &Part, length: u64, now: u64) -> PartInfo {
        let lives = self.accounts.get(&part.delegate).is_some_and(|delegate| match delegate.side {
            Side::Delegate { since } => {
                let present = season(since, length, now);
                part.generation == delegate.generation && (part.season..=part.season + 1).contains(&present)
            }
            Side::Neither | Side::Principal(_) => false,
        });
        PartInfo { delegate: part.delegate.clone(), bps: part.bps, lives }
    }

    fn quorum_now(&self, now: u64) -> Result<QuorumResponse> {
        let (mut quorum, epoch) = (self.quorum.clone(), self.epoch(now)?);
        quorum.apply_before(epoch);
        Ok(QuorumResponse { quorum_bps: quorum.bps, average_turnout_bps: quorum.average_bps, epoch })
    }

    fn members(&self) -> Result<MemberListResponse> {
        let with_power = self.accounts.iter().filter(|(_, account)| !account.own.power.is_zero());
        let member = |(who, account): (&Addr, &Account)| {
            Ok(Member { addr: who.to_string(), weight: u64::try_from(account.own.power.u128())? })
        };
        Ok(MemberListResponse { members: with_power.map(member).collect::<Result<_>>()? })
    }
}

fn config(fact: &Fact) -> Result<ConfigResponse> {
    Ok(ConfigResponse {
        vault: fact.addr("vault")?,
        registrar: fact.addr("registrar")?,
        proposal: fact.addr("proposal")?,
        timelock: fact.addr("timelock")?,
        scale: fact.get("scale")?,
        floor_stake: fact.get("floor_stake")?,
        season: fact.get("season")?,
        min_attested: fact.get("min_attested")?,
        least_total_stake: fact.get("least_total_stake")?,
        unbonding: fact.get("unbonding")?,
        day: fact.get("day")?,
        started: fact.time,
    })
}

fn part(fact: &Fact) -> Result<Part> {
    Ok(Part {
        delegate: fact.addr("delegate")?,
        bps: fact.get("bps")?,
        generation: fact.get("generation")?,
        season: fact.get("season")?,
    })
}

/// The weight that an event tells.
pub fn weight(fact: &Fact) -> Result<Weight> {
    let (power, stake) = (fact.get("power")?, fact.get("stake")?);
    Ok(Weight { power, stake, unattested_stake: fact.get("unattested_stake")? })
}

/// The totals that an event tells.
pub fn totals(fact: &Fact) -> Result<TotalsResponse> {
    let (power, stake) = (fact.get("total_power")?, fact.get("total_stake")?);
    Ok(TotalsResponse { power, stake, attested: fact.get("total_attested")? })
}
