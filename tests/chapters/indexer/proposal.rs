//! Proposals, from their events.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use cosmwasm_std::{HexBinary, Uint128};
use isonomia_api::proposal::{
    ConfigResponse, Deposit, DepositInfo, DepositResponse, Entry, ProposalInfo, ProposalsResponse, QueryMsg,
    RescuesResponse, Routine, RoutinesResponse, RulesResponse,
};
use isonomia_core::class::Class;
use isonomia_core::clock::Moment;
use isonomia_core::deposit::required;
use isonomia_core::pin::Pin;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Rules;
use isonomia_embedded::Dao;

use super::polls::Polls;
use super::reading::Fact;
use super::same;

#[derive(Default)]
pub struct Proposals {
    config: Option<ConfigResponse>,
    rules: Option<Rules>,
    routines: Vec<Routine>,
    rescues: Vec<Rescue>,
    proposals: BTreeMap<u64, Known>,
}

struct Known {
    /// Its stage is that of its poll until it has ended.
    info: ProposalInfo,
    ended: bool,
    hash: HexBinary,
    pins: Vec<Pin>,
}

impl Proposals {
    fn config(&mut self) -> Result<&mut ConfigResponse> {
        self.config.as_mut().context("no proposal contract was made")
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        match fact.name {
            "proposal_instantiated" => self.config = Some(config(fact)?),
            "proposal_identity_named" => self.config()?.identity = fact.addr("identity")?,
            "proposal_rules_set" => self.rules = Some(fact.json("rules")?),
            "proposal_entry_set" => {
                let deposit = deposit(fact)?;
                self.config()?.entry = Entry { deposit, least_stake: fact.get("least_stake")? };
            }
            "proposal_routines_set" => self.routines = fact.json("routines")?,
            "proposal_rescue_approved" => {
                let rescue = rescue(fact)?;
                let same = |other: &Rescue| Rescue { until: other.until, ..rescue.clone() } == *other;
                // Those that are over were forgotten with it; they are not answered before either.
                self.rescues.retain(|other| !same(other));
                self.rescues.push(rescue);
            }
            "proposal_rescue_revoked" => {
                let (contract, checksum) = (fact.text("contract")?, hex(fact, "checksum")?);
                self.rescues.retain(|rescue| rescue.contract != contract || rescue.checksum != checksum);
            }
            "proposal_submitted" => self.submit(fact)?,
            "proposal_withdrawn" | "proposal_resolved" | "proposal_deposit_paid" => {
                let known = self.proposals.get_mut(&fact.get("proposal_id")?).context("unheard of")?;
                known.info.stage = outcome(fact)?;
                known.info.deposit = deposit_info(fact)?;
                known.ended = true;
                if fact.name != "proposal_deposit_paid" {
                    known.info.ended = Some(Moment { height: fact.height, time: fact.time });
                }
            }
            "proposal_migrated" => {}
            other => anyhow::bail!("tests/chapters/indexer/proposal.rs does nothing with {other}"),
        }
        Ok(())
    }

    fn submit(&mut self, fact: &Fact) -> Result<()> {
        let id = fact.get("proposal_id")?;
        self.config()?.next_id = id + 1;
        let info = ProposalInfo {
            id,
            proposer: fact.addr("proposer")?,
            title: fact.text("title")?,
            class: fact.word("class")?,
            scope: fact.word("scope")?,
            submitted: fact.time,
            submitted_height: fact.height,
            stage: ProposalStage::Pending,
            ended: None,
            deposit: deposit_info(fact)?,
        };
        let known = Known { info, ended: false, hash: hex(fact, "hash")?, pins: fact.pins()? };
        self.proposals.insert(id, known);
        Ok(())
    }

    pub fn compare(&self, dao: &Dao, polls: &Polls) -> Result<()> {
        let (asked, now) = (&dao.contracts.proposal, dao.now());
        let config = self.config.as_ref().context("no proposal contract was made")?;
        same("the proposal contract", config, &dao.ask(asked, &QueryMsg::Config {})?)?;
        let rules = RulesResponse { rules: self.rules.clone().context("no rules were set")? };
        same("the rules", &rules, &dao.ask(asked, &QueryMsg::Rules {})?)?;
        let routines = RoutinesResponse { routines: self.routines.clone() };
        same("the routines", &routines, &dao.ask(asked, &QueryMsg::Routines {})?)?;
        let rescues = self.rescues.iter().filter(|rescue| rescue.is_approved(now)).cloned().collect();
        same("the rescues", &RescuesResponse { rescues }, &dao.ask(asked, &QueryMsg::Rescues {})?)?;
        for class in Class::ALL {
            let deposit = DepositResponse { deposit: self.deposit(class, config) };
            same("a deposit", &deposit, &dao.ask(asked, &QueryMsg::Deposit { class })?)?;
        }
        let mut proposals = Vec::new();
        for (id, known) in &self.proposals {
            let mut info = known.info.clone();
            if !known.ended {
                info.stage = ProposalStage::of_poll(polls.stage(*id, now)?);
            }
            proposals.push(info);
            let body = dao.body(*id)?;
            same(
                "the hash and the pins",
                &(known.hash.clone(), known.pins.clone()),
                &(body.hash, body.pins),
            )?;
        }
        let all = QueryMsg::Proposals { start_after: None, limit: Some(100) };
        same("the proposals", &ProposalsResponse { proposals }, &dao.ask(asked, &all)?)
    }

    /// It doubles with what is unresolved of the class.
    fn deposit(&self, class: Class, config: &ConfigResponse) -> Option<Deposit> {
        let Deposit { asset, amount } = config.entry.deposit.clone()?;
        let unresolved = |known: &&Known| !known.ended && known.info.class == class;
        let unresolved = self.proposals.values().filter(unresolved).count() as u64;
        let amount = required(amount.u128(), class, unresolved).map(Uint128::new).unwrap_or(Uint128::MAX);
        Some(Deposit { asset, amount })
    }
}

fn config(fact: &Fact) -> Result<ConfigResponse> {
    Ok(ConfigResponse {
        voting: fact.addr("voting")?,
        timelock: fact.addr("timelock")?,
        treasury: fact.addr("treasury")?,
        identity: cosmwasm_std::Addr::unchecked(""),
        entry: Entry { deposit: None, least_stake: Uint128::zero() },
        next_id: fact.get("first_id")?,
        unbonding: fact.get("unbonding")?,
        day: fact.get("day")?,
    })
}

fn deposit(fact: &Fact) -> Result<Option<Deposit>> {
    if fact.may("deposit_asset").or(fact.may("deposit_amount")).is_none() {
        return Ok(None);
    }
    Ok(Some(Deposit { asset: fact.asset("deposit_asset")?, amount: fact.get("deposit_amount")? }))
}

fn deposit_info(fact: &Fact) -> Result<Option<DepositInfo>> {
    let Some(Deposit { asset, amount }) = deposit(fact)? else { return Ok(None) };
    Ok(Some(DepositInfo { asset, amount, state: fact.word("deposit_state")? }))
}

fn outcome(fact: &Fact) -> Result<ProposalStage> {
    match fact.text("outcome")?.as_str() {
        "defeated" => Ok(ProposalStage::Defeated { why: fact.word("why")? }),
        _ => fact.word("outcome"),
    }
}

fn rescue(fact: &Fact) -> Result<Rescue> {
    Ok(Rescue {
        contract: fact.text("contract")?,
        checksum: hex(fact, "checksum")?,
        hash: hex(fact, "hash")?,
        until: fact.get("until")?,
    })
}

fn hex(fact: &Fact, key: &str) -> Result<HexBinary> {
    Ok(HexBinary::from_hex(&fact.text(key)?)?)
}
