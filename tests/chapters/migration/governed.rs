//! All five contracts by one vote: to the same code stored again, to a later version, and back.

use anyhow::Result;
use cosmwasm_std::{Binary, CosmosMsg, WasmMsg};
use isonomia_api::timelock::{ExecuteMsg, RollbackPlan};
use isonomia_core::upgrade::RollbackStep;
use isonomia_embedded::{Code, Dao, DAY};

use super::later::Later;
use super::{address, code, version, OURS};
use crate::lifecycle::town::{founded, plan, purse, small, Town};

const TODAY: &str = env!("CARGO_PKG_VERSION");

/// Everybody agrees to give each contract this code, with a way back for all but the timelock.
pub fn upgrade(dao: &mut Dao, make: impl Fn(&str) -> Code) -> Result<u64> {
    let (mut actions, mut migrations, mut steps) = (vec![], vec![], vec![]);
    for name in OURS {
        let contract = address(dao, name);
        let present = dao.app.wrap().query_wasm_contract_info(&contract)?.code_id;
        let new_code_id = dao.app.store_code(make(name));
        let contract = contract.into_string();
        let (contract_addr, msg) = (contract.clone(), Binary::from(b"{}"));
        actions.push(CosmosMsg::from(WasmMsg::Migrate { contract_addr, new_code_id, msg }));
        migrations.push(dao.approved(contract.clone(), new_code_id)?);
        let (checksum, msg) = (dao.checksum(present)?, Binary::from(br#"{"rollback":true}"#));
        steps.push(RollbackStep { contract, code_id: present, checksum, msg });
    }
    steps.retain(|step| step.contract != dao.contracts.timelock.as_str());
    let rollback = Some(RollbackPlan { soak: 14 * DAY, steps, alarms: vec![] });
    actions.push(dao.to_timelock(&ExecuteMsg::Upgrade { migrations, rollback })?);
    dao.enact("ann", actions)
}

fn versions(dao: &Dao) -> Result<Vec<String>> {
    OURS.iter().map(|name| version(dao, name)).collect()
}

/// The town votes, and pays the painter one more.
fn lives(dao: &mut Dao) -> Result<()> {
    let before = purse(dao, "painter")?;
    dao.enact("bob", vec![small(dao, "painter", 1)?])?;
    assert_eq!(purse(dao, "painter")?, before + 1);
    Ok(())
}

#[test]
fn the_whole_dao_is_upgraded_by_votes_and_rolled_back_by_its_guardian() -> Result<()> {
    let mut dao = founded(plan().guarded())?;
    upgrade(&mut dao, code)?;
    assert_eq!(versions(&dao)?, [TODAY; 5]);
    lives(&mut dao)?;

    let id = upgrade(&mut dao, |name| Box::new(Later::of(name, "999.0.0")))?;
    assert_eq!(versions(&dao)?, ["999.0.0"; 5]);

    let (guardian, timelock) = (dao.addr("guardian"), dao.contracts.timelock.clone());
    let (incident, reason) = ("count".to_string(), "votes are lost".to_string());
    dao.call(&guardian, &timelock, &ExecuteMsg::Rollback { id, incident, reason })?;
    assert_eq!(OURS[3], "timelock");
    assert_eq!(versions(&dao)?, [TODAY, TODAY, TODAY, "999.0.0", TODAY], "the timelock has no way back");
    lives(&mut dao)
}

#[test]
fn a_vote_for_older_code_that_is_no_rollback_changes_nothing() -> Result<()> {
    let mut dao = founded(plan().guarded())?;
    let refusal = upgrade(&mut dao, |name| Box::new(Later::of(name, "0.0.9"))).unwrap_err();
    let expected = format!(
        "the store is of version {TODAY}, and the code of version 0.0.9: only a rollback goes to older code"
    );
    assert_eq!(isonomia_embedded::first_wasm_error(&refusal), expected);
    assert_eq!(versions(&dao)?, [TODAY; 5]);
    lives(&mut dao)
}
