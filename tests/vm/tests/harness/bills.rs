//! What a bill says.

use std::env::current_exe;
use std::process::Command;

use anyhow::Result;
use cosmwasm_std::{CosmosMsg, WasmMsg};
use isonomia_core::tally::Choice;
use isonomia_vm::{artifacts, costs, Vm, GAS_LIMIT};
use serde_json::json;

use super::{asserted, dao, poll, vote, BYTES, STAKE};

#[test]
fn a_bill_is_the_sum_of_its_calls_and_of_the_transaction() -> Result<()> {
    let bill = vote()?;
    let calls: u64 = bill.calls.iter().map(|call| call.gas()).sum();
    assert_eq!(bill.total(), costs::TX + costs::TX_BYTE * BYTES as u64 + calls);
    assert_eq!(bill.total(), bill.vm + bill.storage + bill.instances + bill.chain);
    let [call] = &bill.calls[..] else { panic!("a vote is one call: {bill}") };
    assert_eq!((call.contract.as_str(), call.entry, call.depth), ("voting", "execute", 0));
    assert_eq!(call.instance, costs::INSTANCE);
    Ok(())
}

#[test]
fn the_same_transaction_costs_the_same_each_time() -> Result<()> {
    let first = vote()?;
    for _ in 0..3 {
        assert_eq!(vote()?, first);
    }
    Ok(())
}

/// Not a test of its own: what the next one asks of other processes.
#[test]
#[ignore = "tells another test its bill"]
fn tell() -> Result<()> {
    println!("{:?}", vote()?);
    Ok(())
}

#[test]
fn it_costs_the_same_in_every_process() -> Result<()> {
    let told = || -> Result<String> {
        let arguments = ["bills::tell", "--exact", "--ignored", "--nocapture"];
        let output = Command::new(current_exe()?).args(arguments).output()?;
        Ok(String::from_utf8(output.stdout)?)
    };
    let bill = format!("{:?}", vote()?);
    for _ in 0..2 {
        let told = told()?;
        assert!(told.contains(&bill), "{told}");
    }
    Ok(())
}

#[test]
fn a_question_to_another_contract_is_billed_within_the_call() -> Result<()> {
    let vm = Vm::new()?;
    let mut dao = dao(vm.suite(artifacts())?)?;
    let treasury = dao.contracts.treasury.clone();
    let bill = vm.bill(BYTES, || asserted(&mut dao, &treasury))?;
    let called: Vec<_> = bill.calls.iter().map(|call| (&call.contract[..], call.entry, call.depth)).collect();
    assert_eq!(called, [("timelock", "execute", 0), ("treasury", "query", 1)]);
    Ok(())
}

#[test]
fn a_code_that_ran_before_in_a_transaction_costs_less_the_next_time() -> Result<()> {
    let vm = Vm::new()?;
    let mut dao = dao(vm.suite(artifacts())?)?;
    let (ann, registrar) = (dao.addr("ann"), dao.addr("registrar"));
    dao.stake(&ann, STAKE)?;
    let message = |who: &str| -> CosmosMsg {
        let (contract_addr, account) = (dao.contracts.voting.to_string(), dao.addr(who));
        let msg =
            cosmwasm_std::to_json_binary(&json!({"attest": {"account": account, "until": 7_258_118_400u64}}));
        WasmMsg::Execute { contract_addr, msg: msg.unwrap(), funds: vec![] }.into()
    };
    let messages: Vec<CosmosMsg> = ["ann", "bob", "cat"].map(message).to_vec();
    let bill = vm.bill(BYTES, || dao.app.execute_multi(registrar.clone(), messages))?;
    let instances: Vec<u64> = bill.calls.iter().map(|call| call.instance).collect();
    assert_eq!(instances, [costs::INSTANCE, costs::INSTANCE_AGAIN, costs::INSTANCE_AGAIN]);
    Ok(())
}

#[test]
fn without_gas_nothing_happens_and_with_enough_everything_does() -> Result<()> {
    let need = vote()?.total();
    let vm = Vm::new()?;
    let (mut dao, id) = poll(&vm)?;
    let ann = dao.addr("ann");
    for limit in [0, 50_000, need / 2, need * 9 / 10, need - 1] {
        let (result, bill) = vm.billed(BYTES, limit, || dao.vote(&ann, id, Choice::Yes));
        assert!(result.is_err(), "{limit} of {need}: {bill}");
        assert!(dao.ballot(id, &ann)?.ballot.is_none());
    }
    let (result, bill) = vm.billed(BYTES, need, || dao.vote(&ann, id, Choice::Yes));
    result?;
    assert_eq!(bill.total(), need);
    assert!(need < GAS_LIMIT);
    Ok(())
}
