//! Attacks: code that nobody has seen when the vote begins.

use anyhow::{bail, Result};
use cosmwasm_std::{
    to_json_binary, Addr, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Response, WasmMsg,
};
use cw_multi_test::{Contract, ContractWrapper};
use isonomia_api::call::call;
use isonomia_api::{proposal, treasury};
use isonomia_embedded::Dao;

use super::foundry::*;
use crate::lifecycle::town::*;

/// Code of mallory's: it does what it is told, and nods at whatever it is sent.
fn nodding() -> Box<dyn Contract<Empty>> {
    fn nod(_: DepsMut, _: Env, _: MessageInfo, _: serde_json::Value) -> Result<Response> {
        Ok(Response::new())
    }
    fn answer(_: Deps, _: Env, _: Empty) -> Result<Binary> {
        bail!("no")
    }
    fn take_all(deps: DepsMut, _: Env, _: Empty) -> Result<Response> {
        deps.storage.set(b"mallory", b"was here");
        Ok(Response::new())
    }
    Box::new(ContractWrapper::new(nod, nod, answer).with_migrate(take_all))
}

/// The id that the next code will have.
fn next_code(dao: &mut Dao) -> u64 {
    bell_code(dao) + 1
}

/// Everybody agrees to something that runs code which is not stored yet; then mallory stores hers under its id.
fn agreed_blind(dao: &mut Dao, actions: Vec<CosmosMsg>, promised: u64) -> Result<u64> {
    let id = dao.pass("mallory", actions)?;
    assert_eq!(dao.app.store_code(nodding()), promised);
    wait(dao, id)?;
    Ok(id)
}

fn executed_by_mallory(dao: &mut Dao, id: u64) -> String {
    refused(dao, |dao| dao.execute(&dao.addr("mallory"), id))
}

#[test]
fn a_code_that_is_not_stored_at_submission_is_approved_by_its_checksum_or_not_run() -> Result<()> {
    for which in ["identity", "treasury", "timelock"] {
        let mut dao = foundry()?;
        let ours = dao.contracts.clone();
        let contract = match which {
            "identity" => ours.identity,
            "treasury" => ours.treasury,
            _ => ours.timelock,
        };
        let code = next_code(&mut dao);
        let actions = vec![migrate(&contract, code), approve(&dao, vec![checked(&contract, 7)], None)?];
        let id = agreed_blind(&mut dao, actions, code)?;

        let refusal = executed_by_mallory(&mut dao, id);

        let (found, approved) = (dao.checksum(code)?, "07".repeat(32));
        let told = format!("{contract}: code {code} has the checksum {found}, and {approved} was approved");
        assert_eq!(refusal, told, "{which}");
    }
    Ok(())
}

#[test]
fn nothing_is_made_of_code_that_nobody_has_stored_yet() -> Result<()> {
    let mut dao = foundry()?;
    let (mallory, code_id) = (dao.addr("mallory"), next_code(&mut dao));
    let (msg, label) = (Binary::from(b"{}"), "new".to_string());
    let made = WasmMsg::Instantiate { admin: None, code_id, msg, funds: vec![], label };

    let refusal = refused(&mut dao, |dao| dao.propose(&mallory, "Make it", vec![made.into()], false));

    assert_eq!(refusal, format!("action 0 names code {code_id}, which does not exist"));
    Ok(())
}

#[test]
fn a_code_that_nobody_has_stored_yet_is_waited_for() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), next_code(&mut dao));
    let (promised, twin) = (checked(&identity, 7), dao.codes.identity);
    let actions = vec![migrate(&identity, code), approve(&dao, vec![promised], None)?];
    let id = dao.pass("ann", actions)?;
    wait(&mut dao, id)?;

    let refusal = executed_by_mallory(&mut dao, id);

    assert!(refusal.contains("code"), "{refusal}");
    assert_eq!(runs(&dao, &identity)?, twin);
    Ok(())
}

#[test]
fn what_is_only_passed_through_is_approved_too() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, sound) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let code = next_code(&mut dao);
    let mut actions = vec![migrate(&identity, code)];
    actions.extend(upgrade(&dao, &[(&identity, sound)], None)?);
    let id = agreed_blind(&mut dao, actions, code)?;

    let refusal = executed_by_mallory(&mut dao, id);

    let (found, approved) = (dao.checksum(code)?, dao.checksum(sound)?);
    assert_eq!(
        refusal,
        format!("{identity}: code {code} has the checksum {found}, and {approved} was approved")
    );
    Ok(())
}

#[test]
fn an_approval_that_cannot_be_read_is_not_left_to_the_code_that_it_should_judge() -> Result<()> {
    let timelock_of = |dao: &Dao| dao.contracts.timelock.clone();
    for (body, complaint) in
        [(r#"{"upgrade":{}}"#, "missing field"), (r#"{"upgrade":{"all":1}}"#, "unknown field")]
    {
        let mut dao = foundry()?;
        let (timelock, code) = (timelock_of(&dao), next_code(&mut dao));
        let (contract_addr, msg) = (timelock.to_string(), Binary::from(body.as_bytes()));
        let empty = WasmMsg::Execute { contract_addr, msg, funds: vec![] };
        let id = agreed_blind(&mut dao, vec![migrate(&timelock, code), empty.into()], code)?;

        let refusal = executed_by_mallory(&mut dao, id);

        assert!(refusal.contains(complaint), "{refusal}");
    }
    Ok(())
}

#[test]
fn a_second_approval_does_not_widen_the_first() -> Result<()> {
    let mut dao = foundry()?;
    let timelock = dao.contracts.timelock.clone();
    let code = dao.app.store_code(nodding());
    let nothing = approve(&dao, vec![], None)?;
    let actions = [vec![nothing], upgrade(&dao, &[(&timelock, code)], None)?].concat();
    let behind = "action 1 stands behind an `upgrade` of the timelock: only assertions do";
    let proposed =
        refused(&mut dao, |dao| dao.propose(&dao.addr("mallory"), "Twice", actions.clone(), false));
    assert_eq!(proposed, behind);

    let refusal = disorder(&mut dao, 500, &actions)?;

    assert_eq!(
        refusal,
        format!("{timelock} is migrated to code {code}, and the upgrade approves no code for it")
    );
    Ok(())
}

#[test]
fn no_alarm_is_a_balance_that_anyone_can_change() -> Result<()> {
    let mut dao = foundry()?;
    let identity: Addr = dao.contracts.identity.clone();
    let code = identity_code(&mut dao, Temper::Sound);
    let mut plan = week(&dao, &[&identity])?;
    let treasury = dao.contracts.treasury.to_string();
    plan.alarms[0].contract = treasury.clone();
    plan.alarms[0].query = to_json_binary(&treasury::QueryMsg::Asset { asset: cash() })?;
    plan.alarms[0].pointer = "/balance".to_string();
    plan.alarms[0].value = TREASURE.to_string();
    let actions = upgrade(&dao, &[(&identity, code)], Some(plan))?;
    let id = dao.pass("mallory", actions)?;
    wait(&mut dao, id)?;

    let refusal = executed_by_mallory(&mut dao, id);

    assert_eq!(
        refusal,
        format!(
            "an alarm asks our own contracts what governance alone changes, and `asset` of {treasury} at `/balance` is not \
             that"
        )
    );
    Ok(())
}

#[test]
fn no_upgrade_is_born_with_an_alarm_that_anyone_may_pull() -> Result<()> {
    let mut dao = foundry()?;
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
    let mut plan = week(&dao, &[&identity])?;
    plan.alarms[0].contract = dao.contracts.proposal.to_string();
    plan.alarms[0].query = to_json_binary(&proposal::QueryMsg::Rules {})?;
    plan.alarms[0].pointer = "/rules/cap_bps".to_string();
    plan.alarms[0].value = "300".to_string();
    let mut actions = upgrade(&dao, &[(&identity, code)], Some(plan))?;
    let mut rules = dao.params.rules.clone();
    rules.cap_bps = 301;
    actions.push(call(&dao.contracts.proposal, &proposal::ExecuteMsg::SetRules { rules })?);

    let mallory = dao.addr("mallory");

    let refusal = refused(&mut dao, |dao| dao.propose(&mallory, "Release", actions, false));

    assert_eq!(refusal, "action 2 stands behind an `upgrade` of the timelock: only assertions do");
    Ok(())
}

#[test]
fn what_an_operation_calls_does_not_swap_code_under_the_actions_behind_it() -> Result<()> {
    let mut dao = foundry()?;
    let (id, _, after) = upgraded(&mut dao, Temper::Cracks)?;
    dao.advance(isonomia_embedded::DAY);
    let code = bell_code(&mut dao);
    let bell = make_bell(&mut dao, code, None)?;
    let msg = to_json_binary(&back(id))?;
    let pass = call(&bell, &BellMsg::Pass { contract: dao.contracts.timelock.to_string(), msg })?;
    let (identity, issuer) = (dao.contracts.identity.clone(), "issuer".to_string());
    let later = call(&identity, &isonomia_api::identity::ExecuteMsg::RemoveIssuer { id: issuer })?;

    let refusal = disorder(&mut dao, 500, &[pass, later])?;

    assert_eq!(
        refusal,
        format!(
            "operation {id} is not rolled back by what operation 500 calls: its pins were checked before"
        )
    );
    assert_eq!(runs(&dao, &identity)?, after);
    tell(&mut dao, &bell, &back(id))
}
