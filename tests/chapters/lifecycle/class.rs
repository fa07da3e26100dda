//! The class of a proposal follows from its actions, and the strictest action wins.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr, BankMsg, Binary, CosmosMsg, Empty, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey};
use isonomia_api::proposal::{self, Routine};
use isonomia_api::treasury::{self, Allowance};
use isonomia_api::{timelock, vault, voting};
use isonomia_core::class::Class::{self, Critical, Emergency, Signal, Standard};
use isonomia_core::class::Scope::{self, CancelOrPause, Ordinary, Registrar, Repair};
use isonomia_embedded::{Dao, CASH};

use super::town::*;

/// A row of the policy: actions, class and scope. Each is proposed by somebody new.
fn judge(dao: &mut Dao, who: &str, actions: Vec<CosmosMsg>, emergency: bool) -> Result<(Class, Scope)> {
    let id = dao.propose(&dao.addr(who), "What is it?", actions, emergency)?;
    let proposal = dao.proposal(id)?;
    Ok((proposal.class, proposal.scope))
}

fn issuer(dao: &Dao, id: &str) -> Issuer {
    Issuer { id: id.to_string(), key: IssuerKey::Account { address: dao.addr(id).into_string() } }
}

fn migrate(contract: &Addr, new_code_id: u64) -> Result<CosmosMsg> {
    let msg = to_json_binary(&Empty {})?;
    Ok(WasmMsg::Migrate { contract_addr: contract.to_string(), new_code_id, msg }.into())
}

fn cancel(dao: &Dao) -> Result<CosmosMsg> {
    dao.cancelling(0)
}

fn remove_issuer(dao: &Dao) -> Result<CosmosMsg> {
    let msg = identity::ExecuteMsg::RemoveIssuer { id: "issuer".to_string() };
    Ok(call(&dao.contracts.identity, &msg)?)
}

/// The same call, with coins.
fn funded(action: CosmosMsg) -> CosmosMsg {
    match action {
        CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, msg, .. }) => {
            WasmMsg::Execute { contract_addr, msg, funds: coins(1, CASH) }.into()
        }
        other => other,
    }
}

#[test]
fn what_touches_the_treasury() -> Result<()> {
    let mut dao = town()?;
    let (little, much, proof) = (small(&dao, "painter", 1)?, spend(&dao, "painter", 1)?, keeps(&dao, 1)?);
    let allowance = Allowance { asset: cash(), limit: 9u128.into() };
    let more = dao.to_treasury(&treasury::ExecuteMsg::SetAllowance { allowance })?;
    let elsewhere = treasury::ExecuteMsg::SpendSmall { payment: dao.payment("painter", 1) };
    let elsewhere = call(&dao.contracts.voting, &elsewhere)?;
    let rows = [
        (vec![], Signal),
        (vec![little.clone()], Standard),
        (vec![little.clone(); 16], Standard),
        (vec![little.clone(), proof.clone()], Standard),
        (vec![much.clone()], Critical),
        (vec![much.clone(), proof.clone()], Critical),
        (vec![little.clone(), much], Critical),
        (vec![more, little.clone()], Critical),
        (vec![funded(little)], Critical),
        (vec![elsewhere], Critical),
    ];
    for (number, (actions, class)) in rows.into_iter().enumerate() {
        let judged = judge(&mut dao, &format!("p{number}"), actions, false)?;
        assert_eq!(judged, (class, Ordinary), "row {number}");
    }
    Ok(())
}

#[test]
fn every_other_message_is_critical() -> Result<()> {
    let mut dao = town()?;
    let ours = dao.contracts.clone();
    let to = dao.addr("mallory").into_string();
    let (rules, entry) = (dao.params.rules.clone(), dao.params.entry.clone());
    let contract_addr = ours.voting.to_string();
    let (msg, label) = (Binary::from(b"{}"), "new".to_string());
    let (code_id, salt) = (dao.codes.treasury, Binary::from(b"salt"));
    let rows: Vec<CosmosMsg> = vec![
        BankMsg::Send { to_address: to.clone(), amount: coins(1, CASH) }.into(),
        BankMsg::Burn { amount: coins(1, CASH) }.into(),
        migrate(&ours.voting, code_id)?,
        migrate(&ours.timelock, code_id)?,
        WasmMsg::UpdateAdmin { contract_addr: contract_addr.clone(), admin: to.clone() }.into(),
        WasmMsg::ClearAdmin { contract_addr }.into(),
        WasmMsg::Instantiate { admin: None, code_id, msg: msg.clone(), funds: vec![], label: label.clone() }
            .into(),
        WasmMsg::Instantiate2 { admin: None, code_id, label, msg, funds: vec![], salt }.into(),
        call(&ours.proposal, &proposal::ExecuteMsg::SetRules { rules })?,
        call(&ours.proposal, &proposal::ExecuteMsg::SetEntry { entry })?,
        call(&ours.proposal, &proposal::ExecuteMsg::SetRoutines { routines: vec![] })?,
        call(&ours.voting, &voting::ExecuteMsg::SetProposal { proposal: to.clone() })?,
        call(&ours.timelock, &timelock::ExecuteMsg::SetProposal { proposal: to.clone() })?,
        call(&ours.identity, &identity::ExecuteMsg::Revoke { accounts: vec![to] })?,
        call(&ours.vault, &vault::ExecuteMsg::Claim {})?,
        cancel(&dao)?,
    ];
    for (number, action) in rows.into_iter().enumerate() {
        let actions = dao.upgrading(vec![action])?;
        let judged = judge(&mut dao, &format!("p{number}"), actions, false)?;
        assert_eq!(judged, (Critical, Ordinary), "row {number}");
    }
    Ok(())
}

#[test]
fn repair_only_adds_or_removes_issuers_and_never_names_a_registrar() -> Result<()> {
    let mut dao = town()?;
    let ours = dao.contracts.clone();
    let add = identity::ExecuteMsg::AddIssuer { issuer: issuer(&dao, "parish") };
    let (add, remove) = (call(&ours.identity, &add)?, remove_issuer(&dao)?);
    let name = voting::ExecuteMsg::SetRegistrar { registrar: dao.addr("mallory").into_string() };
    let (name, proof) = (call(&ours.voting, &name)?, keeps(&dao, 1)?);
    let renew = migrate(&ours.identity, dao.codes.identity)?;
    let follow = proposal::ExecuteMsg::SetIdentity { identity: dao.addr("mallory").into_string() };
    let follow = call(&ours.proposal, &follow)?;
    let rows = [
        (vec![add.clone()], Repair),
        (vec![remove.clone()], Repair),
        (vec![remove.clone(), add.clone(), proof], Repair),
        (vec![name.clone()], Registrar),
        (dao.upgrading(vec![renew])?, Registrar),
        (vec![follow.clone()], Registrar),
        (vec![add, name, follow], Registrar),
        (vec![remove, spend(&dao, "mallory", 1)?], Ordinary),
    ];
    for (number, (actions, scope)) in rows.into_iter().enumerate() {
        let judged = judge(&mut dao, &format!("p{number}"), actions, false)?;
        assert_eq!(judged, (Critical, scope), "row {number}");
    }
    Ok(())
}

#[test]
fn a_call_is_routine_while_it_is_listed_and_its_contract_is_in_safe_hands() -> Result<()> {
    let mut dao = town()?;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    let mallory = dao.addr("mallory");
    let code_id = bell_code(&mut dao);
    let ours = make_bell(&mut dao, code_id, Some(&timelock))?;
    let nobodys = make_bell(&mut dao, code_id, None)?;
    let hers = make_bell(&mut dao, code_id, Some(&mallory))?;
    let recast = make_bell(&mut dao, code_id, None)?;
    let other = make_bell(&mut dao, code_id, None)?;
    let listed =
        |bell: &Addr, code_id| Routine { contract: bell.to_string(), code_id, message: "ring".to_string() };
    let routines =
        vec![listed(&ours, code_id), listed(&nobodys, code_id), listed(&hers, code_id), listed(&recast, 1)];
    dao.call(&timelock, &proposal, &proposal::ExecuteMsg::SetRoutines { routines })?;

    let ring = |bell: &Addr| call(bell, &BellMsg::Ring {});
    let rows = [
        (vec![ring(&ours)?], Standard),
        (vec![ring(&nobodys)?], Standard),
        (vec![ring(&ours)?, small(&dao, "ringer", 1)?, keeps(&dao, 1)?], Standard),
        (vec![ring(&hers)?], Critical),
        (vec![ring(&recast)?], Critical),
        (vec![ring(&other)?], Critical),
        (vec![call(&ours, &BellMsg::Break {})?], Critical),
        (vec![funded(ring(&ours)?)], Critical),
        (vec![ring(&ours)?, ring(&hers)?], Critical),
    ];
    for (number, (actions, class)) in rows.into_iter().enumerate() {
        let judged = judge(&mut dao, &format!("p{number}"), actions, false)?;
        assert_eq!(judged, (class, Ordinary), "row {number}");
    }
    Ok(())
}

#[test]
fn no_call_to_a_contract_of_ours_is_ever_routine() -> Result<()> {
    let mut dao = town()?;
    let (ours, rules) = (dao.contracts.clone(), dao.params.rules.clone());
    let listed = |contract: &Addr, code_id, message: &str| Routine {
        contract: contract.to_string(),
        code_id,
        message: message.to_string(),
    };
    let routines = vec![
        listed(&ours.proposal, dao.codes.proposal, "set_rules"),
        listed(&ours.treasury, dao.codes.treasury, "spend"),
        listed(&ours.timelock, dao.codes.timelock, "cancel"),
        listed(&ours.identity, dao.codes.identity, "revoke"),
        listed(&ours.voting, dao.codes.voting, "set_proposal"),
    ];
    dao.call(&ours.timelock, &ours.proposal, &proposal::ExecuteMsg::SetRoutines { routines })?;

    let to = dao.addr("mallory").into_string();
    let rows = [
        call(&ours.proposal, &proposal::ExecuteMsg::SetRules { rules })?,
        spend(&dao, "mallory", 1)?,
        cancel(&dao)?,
        call(&ours.identity, &identity::ExecuteMsg::Revoke { accounts: vec![to.clone()] })?,
        call(&ours.voting, &voting::ExecuteMsg::SetProposal { proposal: to })?,
    ];
    for (number, action) in rows.into_iter().enumerate() {
        let judged = judge(&mut dao, &format!("p{number}"), vec![action], false)?;
        assert_eq!(judged, (Critical, Ordinary), "row {number}");
    }
    Ok(())
}

#[test]
fn an_emergency_only_defends() -> Result<()> {
    let mut dao = town()?;
    let (stop, proof, remove) = (cancel(&dao)?, keeps(&dao, 1)?, remove_issuer(&dao)?);
    assert_eq!(judge(&mut dao, "p0", vec![stop.clone()], true)?, (Emergency, CancelOrPause));
    assert_eq!(judge(&mut dao, "p1", vec![stop.clone(), proof.clone()], true)?, (Emergency, CancelOrPause));
    assert_eq!(judge(&mut dao, "p2", vec![remove, stop.clone()], true)?, (Emergency, Ordinary));

    let parish = identity::ExecuteMsg::AddIssuer { issuer: issuer(&dao, "parish") };
    let people = identity::ExecuteMsg::Revoke { accounts: vec![dao.addr("ann").into_string()] };
    let offensive = [
        small(&dao, "mallory", 1)?,
        spend(&dao, "mallory", 1)?,
        call(&dao.contracts.identity, &parish)?,
        call(&dao.contracts.identity, &people)?,
        migrate(&dao.contracts.voting, 1)?,
        funded(stop.clone()),
    ];
    for action in offensive {
        let actions = vec![stop.clone(), action];
        let refusal = refused(&mut dao, |dao| judge(dao, "mallory", actions, true));
        assert_eq!(refusal, "action 1 is not defensive: an emergency takes defensive actions only");
    }
    for nothing in [vec![], vec![proof]] {
        let refusal = refused(&mut dao, |dao| judge(dao, "mallory", nothing, true));
        assert_eq!(refusal, "an emergency without an action: an opinion is a signal");
    }
    Ok(())
}
