//! One operation at a time: none is executed from within another.

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr};
use isonomia_api::call::call;
use isonomia_api::timelock::ExecuteMsg;
use isonomia_embedded::{first_wasm_error, Dao};

use crate::lifecycle::town::*;

/// Ann has a spend passed, and bob another that would first execute hers, by a detour or not. Both are ready.
fn within_one_another(dao: &mut Dao, detour: Option<&Addr>) -> Result<(u64, u64)> {
    let inner = dao.propose(&dao.addr("ann"), "A spend", vec![spend(dao, "mason", 1)?], false)?;
    let execute = ExecuteMsg::Execute { id: inner, actions: dao.body(inner)?.actions };
    let timelock = dao.contracts.timelock.clone();
    let nested = match detour {
        None => call(&timelock, &execute)?,
        Some(accomplice) => {
            let (contract, msg) = (timelock.into_string(), to_json_binary(&execute)?);
            call(accomplice, &BellMsg::Pass { contract, msg })?
        }
    };
    let actions = vec![nested, spend(dao, "smith", 2)?];
    let outer = dao.propose(&dao.addr("bob"), "A spend in a spend", actions, false)?;
    agree(dao, &[inner, outer])?;
    Ok((inner, outer))
}

/// Otherwise the ledger would name the inner proposal for what the outer one pays after it.
#[track_caller]
fn is_refused(dao: &mut Dao, (inner, outer): (u64, u64)) -> Result<()> {
    let refusal = refused(dao, |dao| dao.execute(&dao.addr("bob"), outer));
    let expected =
        format!("operation {inner} cannot be executed in the transaction that executes operation {outer}");
    assert_eq!(refusal, expected);

    dao.execute(&dao.addr("ann"), inner)?;
    assert_eq!((purse(dao, "mason")?, purse(dao, "smith")?), (1, 0));
    Ok(())
}

#[test]
fn an_operation_executes_no_other() -> Result<()> {
    let mut dao = town()?;
    let operations = within_one_another(&mut dao, None)?;

    is_refused(&mut dao, operations)
}

#[test]
fn an_operation_executes_no_other_through_an_accomplice_either() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let accomplice = make_bell(&mut dao, code, None)?;
    let operations = within_one_another(&mut dao, Some(&accomplice))?;

    is_refused(&mut dao, operations)
}

#[test]
fn a_transaction_executes_one_operation_and_the_next_one_another() -> Result<()> {
    let mut dao = town()?;
    let (ann, bob, timelock) = (dao.addr("ann"), dao.addr("bob"), dao.contracts.timelock.clone());
    let first = dao.propose(&ann, "A spend", vec![spend(&dao, "mason", 1)?], false)?;
    let second = dao.propose(&bob, "A spend", vec![spend(&dao, "smith", 2)?], false)?;
    agree(&mut dao, &[first, second])?;

    dao.next_block();
    let mut executions = vec![];
    for id in [second, first] {
        let msg = ExecuteMsg::Execute { id, actions: dao.body(id)?.actions };
        executions.push(call(&timelock, &msg)?);
    }
    let refused = dao.app.execute_multi(ann.clone(), executions).unwrap_err();
    let rule =
        format!("operation {first} cannot be executed in the transaction that executes operation {second}");
    assert_eq!(first_wasm_error(&refused), rule);
    assert_eq!(ledger(&dao)?, []);

    for id in [second, first] {
        dao.execute(&ann, id)?;
    }
    let paid: Vec<_> = ledger(&dao)?.iter().map(|entry| (entry.proposal, entry.amount.u128())).collect();
    assert_eq!(paid, [(second, 2), (first, 1)]);
    Ok(())
}
