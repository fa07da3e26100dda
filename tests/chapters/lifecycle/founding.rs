//! One transaction makes the DAO, and afterwards no account holds any right.

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr, CosmosMsg, Empty, WasmMsg};
use cw_multi_test::Executor;
use isonomia_api::proposal::{self, ConfigResponse};
use isonomia_core::class::Class;
use isonomia_embedded::Dao;

use super::town::*;

fn admin(dao: &Dao, contract: &Addr) -> Result<Option<Addr>> {
    Ok(dao.app.wrap().query_wasm_contract_info(contract)?.admin)
}

#[test]
fn the_timelock_administers_everything_but_the_vault_and_nobody_that() -> Result<()> {
    let dao = crate::dao().build()?;
    let timelock = Some(dao.contracts.timelock.clone());
    let ours = &dao.contracts;

    for contract in [&ours.voting, &ours.identity, &ours.proposal, &ours.timelock, &ours.treasury] {
        assert_eq!(admin(&dao, contract)?, timelock);
    }
    assert_eq!(admin(&dao, &ours.vault)?, None);
    Ok(())
}

#[test]
fn the_founder_has_no_right_over_any_contract() -> Result<()> {
    let mut dao = crate::dao().build()?;
    let (founder, ours, timelock) =
        (dao.addr("founder"), dao.contracts.clone(), dao.contracts.timelock.clone());
    let new_code_id = bell_code(&mut dao);
    let (msg, heir) = (to_json_binary(&Empty {})?, founder.to_string());
    for contract in [ours.vault, ours.voting, ours.identity, ours.proposal, ours.timelock, ours.treasury] {
        let admin = if contract == dao.contracts.vault { None } else { Some(&timelock) };
        let contract_addr = contract.into_string();
        let migrate =
            WasmMsg::Migrate { contract_addr: contract_addr.clone(), new_code_id, msg: msg.clone() };
        let update = WasmMsg::UpdateAdmin { contract_addr: contract_addr.clone(), admin: heir.clone() };
        let clear = WasmMsg::ClearAdmin { contract_addr };
        let mut attempt =
            |msg| refused(&mut dao, |dao| dao.app.execute(founder.clone(), CosmosMsg::Wasm(msg)));

        assert_eq!(attempt(migrate), format!("Only admin can migrate contract: {admin:?}"));
        assert_eq!(attempt(update), format!("Only admin can update the contract admin: {admin:?}"));
        assert_eq!(attempt(clear), format!("Only admin can update the contract admin: {admin:?}"));
    }
    Ok(())
}

#[test]
fn everyone_knows_everyone_before_anyone_exists() -> Result<()> {
    let dao = crate::dao().build()?;
    let ours = &dao.contracts;
    let told: ConfigResponse = dao.ask(&ours.proposal, &proposal::QueryMsg::Config {})?;
    let known = [&told.voting, &told.timelock, &told.treasury, &told.identity];
    assert_eq!(known, [&ours.voting, &ours.timelock, &ours.treasury, &ours.identity]);
    let told: isonomia_api::voting::ConfigResponse =
        dao.ask(&ours.voting, &isonomia_api::voting::QueryMsg::Config {})?;
    let known = [&told.vault, &told.registrar, &told.proposal, &told.timelock];
    assert_eq!(known, [&ours.vault, &ours.identity, &ours.proposal, &ours.timelock]);
    Ok(())
}

#[test]
fn a_dao_whose_rules_are_out_of_bounds_is_not_made_at_all() {
    let builder = crate::dao().with(|params| params.rules.critical.head_count = 2);

    let error = builder.build().err().map(|error| isonomia_embedded::first_wasm_error(&error));

    assert_eq!(error.as_deref(), Some("critical.head_count must be 3 to 25, not 2"));
}

#[test]
fn the_poll_and_the_operation_have_the_proposals_id_and_the_first_id_is_chosen() -> Result<()> {
    let mut dao = founded(plan().with(|params| params.first_id = 41))?;
    let id = dao.pass("ann", dao.actions_of(Class::Standard)?)?;
    let next = dao.pass("bob", dao.actions_of(Class::Critical)?)?;

    assert_eq!((id, next), (41, 42));
    for id in [id, next] {
        assert_eq!((dao.proposal(id)?.id, dao.poll(id)?.id, dao.operation(id)?.id), (id, id, id));
    }
    assert_eq!(operations(&dao)?, vec![41, 42]);
    Ok(())
}

#[test]
fn a_proposal_contract_that_starts_too_low_collides_with_nothing() -> Result<()> {
    let mut dao = town()?;
    dao.propose_class(&dao.addr("ann"), "The first", Class::Signal)?;
    let (ours, founder) = (dao.contracts.clone(), dao.addr("founder"));
    let mut msg = proposal::InstantiateMsg {
        voting: ours.voting.to_string(),
        timelock: ours.timelock.to_string(),
        treasury: ours.treasury.to_string(),
        identity: ours.identity.to_string(),
        first_id: 1,
        rules: dao.params.rules.clone(),
        entry: dao.params.entry.clone(),
    };
    let code = dao.codes.proposal;
    let low = dao.app.instantiate_contract(code, founder.clone(), &msg, &[], "second", None)?;
    msg.first_id = 2;
    let next = dao.app.instantiate_contract(code, founder, &msg, &[], "third", None)?;
    let name =
        |contract: &Addr| isonomia_api::voting::ExecuteMsg::SetProposal { proposal: contract.to_string() };

    dao.call(&ours.timelock, &ours.voting, &name(&low))?;
    dao.contracts.proposal = low;
    let refusal = refused(&mut dao, |dao| dao.propose_class(&dao.addr("bob"), "Mine", Class::Signal));
    assert_eq!(refusal, "poll 1 does not go on above 1, the highest id seen");

    dao.call(&ours.timelock, &ours.voting, &name(&next))?;
    dao.contracts.proposal = next;
    assert_eq!(dao.propose_class(&dao.addr("bob"), "Mine", Class::Signal)?, 2);
    Ok(())
}
