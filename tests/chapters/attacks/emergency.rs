//! Attacks by emergency: row 10. An emergency can take away, never give.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr, Binary, CosmosMsg, Empty, HexBinary, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::proposal::{ExecuteMsg, RescuesResponse};
use isonomia_api::timelock;
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::pause::PauseScope;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::rescue::Rescue;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{cancel, Dao, DAY};
use serde_json::json;

use crate::lifecycle::town::*;

const WHY: &str = "is not defensive: an emergency takes defensive actions only";

/// What bob's emergency hears.
#[track_caller]
fn refusal(dao: &mut Dao, actions: Vec<CosmosMsg>) -> String {
    refused(dao, |dao| dao.propose(&dao.addr("bob"), "Quick", actions, true))
}

#[test]
fn row_10_one_action_that_gives_is_one_too_many() -> Result<()> {
    let mut dao = town()?;
    let defence = dao.cancelling(1)?;
    let payment = dao.payment("mallory", 1);
    let unpause = dao.to_timelock(&timelock::ExecuteMsg::Unpause {})?;
    let rules = ExecuteMsg::SetRules { rules: dao.params.rules.clone() };
    let send = cosmwasm_std::BankMsg::Send { to_address: payment.to.clone(), amount: coins(1, "ucash") };

    for attack in [
        spend(&dao, "mallory", 1)?,
        small(&dao, "mallory", 1)?,
        unpause,
        call(&dao.contracts.proposal, &rules)?,
        call(&dao.contracts.identity, &json!({"revoke": {"accounts": ["ann"]}}))?,
        send.into(),
    ] {
        assert_eq!(refusal(&mut dao, vec![defence.clone(), attack]), format!("action 1 {WHY}"));
    }
    Ok(())
}

#[test]
fn row_10_a_defensive_message_in_a_wrapper_is_a_wrapper() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let bell = make_bell(&mut dao, code, None)?;
    let (contract, msg) = (dao.contracts.timelock.to_string(), to_json_binary(&cancel(1))?);
    let inner = json!({"execute": {"contract_addr": contract, "msg": msg, "funds": []}});
    let nested = timelock::ExecuteMsg::Execute { id: 1, actions: Binary::from(b"[]") };
    let by_the_bell = BellMsg::Pass { contract, msg: msg.clone() };
    let funded =
        WasmMsg::Execute { contract_addr: dao.contracts.timelock.to_string(), msg, funds: coins(1, "ucash") };

    for attack in [
        call(&dao.contracts.treasury, &json!({"execute": {"msg": inner}}))?,
        call(&bell, &by_the_bell)?,
        call(&bell, &cancel(1))?,
        dao.to_timelock(&nested)?,
        funded.into(),
    ] {
        assert_eq!(refusal(&mut dao, vec![attack]), format!("action 0 {WHY}"));
    }
    Ok(())
}

#[test]
fn row_10_an_emergency_pauses_and_removes_the_guardian() -> Result<()> {
    let mut dao = founded(plan().guarded())?;
    let (incident, reason) = ("leak".to_string(), "it pays".to_string());
    let pause =
        timelock::ExecuteMsg::Pause { scope: PauseScope::TreasuryOutflow, seconds: DAY, incident, reason };
    let remove = timelock::ExecuteMsg::RemoveGuardian {};
    let mut ids = vec![];
    for (who, msg) in [("ann", pause), ("bob", remove)] {
        let action = dao.to_timelock(&msg)?;
        ids.push(dao.propose(&dao.addr(who), "Now", vec![action], true)?);
    }
    agree(&mut dao, &ids)?;

    for id in ids {
        assert_eq!(dao.operation(id)?.class, Class::Emergency);
        dao.execute(&dao.addr("anyone"), id)?;
    }

    let seat: timelock::GuardianResponse =
        dao.ask(&dao.contracts.timelock, &timelock::QueryMsg::Guardian {})?;
    assert_eq!(seat.guardian, None);
    Ok(())
}

/// A town whose bell cracks; the DAO administers it.
struct Cracked {
    dao: Dao,
    bell: Addr,
    code: u64,
}

impl Cracked {
    fn new() -> Result<Cracked> {
        let mut dao = town()?;
        let code = bell_code(&mut dao);
        let timelock = dao.contracts.timelock.clone();
        let bell = make_bell(&mut dao, code, Some(&timelock))?;
        let code = bell_code(&mut dao);
        Ok(Cracked { dao, bell, code })
    }

    fn rescue(&self, until: u64) -> Result<Rescue> {
        let code = self.dao.app.wrap().query_wasm_code_info(self.code)?;
        let hash = HexBinary::from(sha256(b"{}"));
        Ok(Rescue { contract: self.bell.to_string(), checksum: code.checksum.as_slice().into(), hash, until })
    }

    fn govern(&mut self, msg: &ExecuteMsg) -> Result<()> {
        let (timelock, proposal) = (self.dao.contracts.timelock.clone(), self.dao.contracts.proposal.clone());
        self.dao.call(&timelock, &proposal, msg)?;
        Ok(())
    }

    fn approve(&mut self, days: u64) -> Result<()> {
        let rescue = self.rescue(self.dao.now() + days * DAY)?;
        self.govern(&ExecuteMsg::ApproveRescue { rescue })
    }

    fn recast(&self, new_code_id: u64, msg: &[u8]) -> Vec<CosmosMsg> {
        let (contract_addr, msg) = (self.bell.to_string(), msg.into());
        vec![WasmMsg::Migrate { contract_addr, new_code_id, msg }.into()]
    }

    fn approved(&self) -> Result<Vec<Rescue>> {
        let asked = isonomia_api::proposal::QueryMsg::Rescues {};
        Ok(self.dao.ask::<RescuesResponse>(&self.dao.contracts.proposal, &asked)?.rescues)
    }
}

#[test]
fn a_rescue_that_was_approved_is_run_within_two_days() -> Result<()> {
    let mut town = Cracked::new()?;
    town.approve(90)?;
    let actions = town.recast(town.code, b" { } ");
    let dao = &mut town.dao;
    let begun = dao.now();
    let id = dao.propose(&dao.addr("ann"), "Recast the bell", actions, true)?;
    open(dao, id)?;
    say(dao, id, Yes, &PEOPLE)?;
    assert_eq!(close(dao, id)?, ProposalStage::Scheduled);
    wait(dao, id)?;

    dao.execute(&dao.addr("anyone"), id)?;

    assert_eq!(dao.app.wrap().query_wasm_contract_info(&town.bell)?.code_id, town.code);
    assert!(town.dao.now() <= begun + 2 * DAY);
    Ok(())
}

#[test]
fn row_10_a_rescue_is_no_other_migration() -> Result<()> {
    let mut town = Cracked::new()?;
    let (code, not_yet) = (town.code, format!("action 0 {WHY}"));
    let fine = town.recast(code, b"{}");
    assert_eq!(refusal(&mut town.dao, fine.clone()), not_yet);
    town.approve(90)?;
    let missing = town.recast(999, b"{}");
    let message = town.recast(code, br#"{"owner":"mallory"}"#);
    let contract_addr = town.dao.contracts.treasury.to_string();
    let other = WasmMsg::Migrate { contract_addr, new_code_id: code, msg: b"{}".into() };

    for attack in [missing, message, vec![other.into()]] {
        assert_eq!(refusal(&mut town.dao, attack), not_yet);
    }
    let rescue = town.rescue(0)?;
    town.govern(&ExecuteMsg::RevokeRescue { contract: rescue.contract, checksum: rescue.checksum })?;
    assert_eq!(refusal(&mut town.dao, fine), not_yet);
    Ok(())
}

#[test]
fn row_10_a_rescue_that_ends_before_the_resolution_is_defeated() -> Result<()> {
    let mut town = Cracked::new()?;
    town.approve(1)?;
    let actions = town.recast(town.code, b"{}");
    let dao = &mut town.dao;
    let id = dao.propose(&dao.addr("ann"), "Recast the bell", actions, true)?;
    open(dao, id)?;
    say(dao, id, Yes, &PEOPLE)?;

    assert_eq!(close(dao, id)?, ProposalStage::Defeated { why: Defeat::Policy });
    assert_eq!(town.approved()?, []);
    Ok(())
}

#[test]
fn rescues_have_their_limits() -> Result<()> {
    let mut town = Cracked::new()?;
    let now = town.dao.now();
    let long = ExecuteMsg::ApproveRescue { rescue: town.rescue(now + 91 * DAY)? };
    let why = refused_by_governance(&mut town, &long);
    let (at, latest) = (town.dao.now(), town.dao.now() + 90 * DAY);
    let until = now + 91 * DAY;
    assert_eq!(
        why,
        format!("a rescue is approved until after {at} and not after {latest} (90 days), not {until}")
    );
    let short = Rescue { hash: HexBinary::from([1; 31]), ..town.rescue(now + DAY)? };
    let why = refused_by_governance(&mut town, &ExecuteMsg::ApproveRescue { rescue: short });
    assert_eq!(why, "the hash of a rescue is a SHA-256 and has 32 bytes, not 31");

    let numbered = |town: &Cracked, number: u8| -> Result<ExecuteMsg> {
        let rescue = Rescue { hash: HexBinary::from([number; 32]), ..town.rescue(now + DAY)? };
        Ok(ExecuteMsg::ApproveRescue { rescue })
    };
    for number in 0..32 {
        let approve = numbered(&town, number)?;
        town.govern(&approve)?;
    }
    // One of them again takes its own place; another finds none, until they are over.
    let (again, more) = (numbered(&town, 31)?, numbered(&town, 32)?);
    town.govern(&again)?;
    assert_eq!(refused_by_governance(&mut town, &more), "at most 32 rescues are approved at the same time");
    town.dao.advance(DAY);
    town.approve(1)?;
    assert_eq!(town.approved()?.len(), 1);
    let checksum = HexBinary::from([9; 32]);
    let unknown = ExecuteMsg::RevokeRescue { contract: "bell".to_string(), checksum: checksum.clone() };
    let why = refused_by_governance(&mut town, &unknown);
    assert_eq!(why, format!("no rescue of bell to the code {checksum} is approved"));
    Ok(())
}

fn refused_by_governance(town: &mut Cracked, msg: &ExecuteMsg) -> String {
    let (timelock, proposal) = (town.dao.contracts.timelock.clone(), town.dao.contracts.proposal.clone());
    refused(&mut town.dao, |dao| dao.call(&timelock, &proposal, msg))
}

#[test]
fn what_an_emergency_takes_is_nothing_to_migrate() -> Result<()> {
    let mut dao = town()?;
    let msg = to_json_binary(&Empty {})?;
    let (contract_addr, new_code_id) = (dao.contracts.treasury.to_string(), dao.codes.treasury);
    let migrate = WasmMsg::Migrate { contract_addr: contract_addr.clone(), new_code_id, msg };
    let give = WasmMsg::UpdateAdmin { contract_addr, admin: dao.addr("mallory").into_string() };

    for attack in [migrate, give] {
        assert_eq!(refusal(&mut dao, vec![attack.into()]), format!("action 0 {WHY}"));
    }
    Ok(())
}
