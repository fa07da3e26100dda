//! Compiled contracts take a store over by the `migrate` that they export.

use anyhow::Result;
use cosmwasm_std::{Addr, Order, Record};
use cw_multi_test::{AppResponse, Executor};
use isonomia_api::migration::MigrateMsg;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, Dao};
use isonomia_vm::{artifacts, Vm};

use super::poll;

/// The contracts that may be migrated, with the ids of their codes stored once more.
fn recast(dao: &mut Dao, vm: &Vm) -> Result<[(&'static str, Addr, u64); 5]> {
    let (codes, at) = (vm.suite(artifacts())?, dao.contracts.clone());
    let app = &mut dao.app;
    Ok([
        ("voting", at.voting, app.store_code(codes.voting)),
        ("identity", at.identity, app.store_code(codes.identity)),
        ("proposal", at.proposal, app.store_code(codes.proposal)),
        ("timelock", at.timelock, app.store_code(codes.timelock)),
        ("treasury", at.treasury, app.store_code(codes.treasury)),
    ])
}

fn migrate(dao: &mut Dao, contract: &Addr, code: u64, msg: &MigrateMsg) -> Result<AppResponse> {
    let timelock = dao.contracts.timelock.clone();
    dao.app.migrate_contract(timelock, contract.clone(), msg, code)
}

/// What a contract has stored.
fn kept(dao: &Dao, contract: &Addr) -> Vec<Record> {
    dao.app.contract_storage(contract).range(None, None, Order::Ascending).collect()
}

#[test]
fn every_contract_but_the_vault_goes_on_with_its_code_stored_once_more() -> Result<()> {
    let vm = Vm::new()?;
    let (mut dao, id) = poll(&vm)?;

    for (name, contract, code) in recast(&mut dao, &vm)? {
        for rollback in [false, true] {
            let before = kept(&dao, &contract);
            let told = migrate(&mut dao, &contract, code, &MigrateMsg { rollback })?;
            assert!(told.events.iter().any(|event| event.ty == format!("wasm-{name}_migrated")), "{name}");
            assert_eq!(kept(&dao, &contract), before, "{name}");
        }
    }

    let ann = dao.addr("ann");
    dao.vote(&ann, id, Choice::Yes).map(drop)
}

#[test]
fn no_contract_takes_over_the_store_of_another() -> Result<()> {
    let vm = Vm::new()?;
    let (mut dao, _) = poll(&vm)?;
    let codes = recast(&mut dao, &vm)?;

    for ((name, contract, _), (other, _, code)) in codes.iter().zip(codes.iter().cycle().skip(1)) {
        let before = kept(&dao, contract);
        let refused = migrate(&mut dao, contract, *code, &MigrateMsg { rollback: true }).unwrap_err();
        let expected = format!(
            "the store is one of crates.io:isonomia-{name}, and the code is one of crates.io:isonomia-{other}"
        );
        assert_eq!(first_wasm_error(&refused), expected);
        assert_eq!(kept(&dao, contract), before);
    }
    Ok(())
}
