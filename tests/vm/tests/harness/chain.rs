//! Beside measurements: gas of whole transactions on a chain of wasmd 0.70.3 without fees, to a twentieth.

use anyhow::Result;
use cosmwasm_std::{coins, Addr, Coin};
use cw_multi_test::{App, Executor};
use isonomia_vm::{artifacts, Bill, Vm};
use serde_json::{json, Value};

/// An address as long as one of a user on that chain: `wasm1` and 38 letters.
fn user() -> Addr {
    Addr::unchecked(format!("wasm1{}", "q".repeat(38)))
}

/// The bill of the last of these messages to a new contract, in a transaction of so many bytes beside the message.
fn last(contract: &str, init: Value, messages: &[Value], funds: &[Coin]) -> Result<Bill> {
    let (vm, mut app) = (Vm::new()?, App::default());
    let code = app.store_code(vm.load(artifacts().join(format!("peers/{contract}.wasm")))?);
    let coins: Vec<Coin> = funds.iter().map(|coin| Coin::new(10_000_000_000u128, &coin.denom)).collect();
    app.init_modules(|router, _, storage| router.bank.init_balance(storage, &user(), coins))?;
    let address = app.instantiate_contract(code, user(), &init, &[], contract, None)?;
    let mut bill = Bill::default();
    for message in messages {
        let bytes = 325 + message.to_string().len();
        bill = vm.bill(bytes, || app.execute_contract(user(), address.clone(), message, funds))?;
    }
    Ok(bill)
}

/// Within a twentieth of what was measured.
fn compare(measured: u64, bill: Bill) {
    let (off, total) = (bill.total().abs_diff(measured), bill.total());
    println!("measured {measured}, {bill}");
    assert!(off * 20 <= measured, "measured {measured}, billed {total}: {bill}");
}

#[test]
fn a_contract_that_does_nothing() -> Result<()> {
    compare(96_500, last("limit-nothing", json!({}), &[json!({})], &[])?);
    Ok(())
}

#[test]
fn a_contract_that_counts_a_vote() -> Result<()> {
    let vote = json!({"vote": {}});
    compare(106_400, last("limit-vote", json!({}), &[vote.clone(), vote], &[])?);
    Ok(())
}

#[test]
fn a_stake_in_cw4_stake() -> Result<()> {
    let init = json!({
        "denom": {"native": "ustake"}, "tokens_per_weight": "1", "min_bond": "1",
        "unbonding_period": {"time": 1_209_600}, "admin": null,
    });
    compare(143_000, last("cw4-stake", init, &[json!({"bond": {}})], &coins(1_000_000, "ustake"))?);
    Ok(())
}
