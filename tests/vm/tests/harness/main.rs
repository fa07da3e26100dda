//! The harness itself: that compiled contracts do what the written ones do, what their gas is, and where the embedded
//! chain differs from a real one.

mod agreement;
mod bills;
mod chain;
mod limits;
mod migrating;
mod notice;

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr};
use cw_multi_test::AppResponse;
use isonomia_api::asset::Asset;
use isonomia_api::plan::Suite;
use isonomia_api::timelock::{Assertion, ExecuteMsg, Expect};
use isonomia_api::treasury::QueryMsg;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Code, Dao, DaoBuilder, CASH};
use isonomia_vm::{artifacts, Bill, Vm};

/// What everybody has at stake.
const STAKE: u128 = 100_000_000;
/// Bytes of a transaction.
const BYTES: usize = 400;

/// A DAO of these codes in which two keys hold from the first poll, and an account plays the registry.
fn dao(codes: Suite<Code>) -> Result<Dao> {
    DaoBuilder::new().with_codes(codes).own_registrar().with(|params| params.min_attested = 0).build()
}

/// A DAO with an open poll in which ann may vote.
fn poll(vm: &Vm) -> Result<(Dao, u64)> {
    let mut dao = dao(vm.suite(artifacts())?)?;
    let ann = dao.addr("ann");
    dao.stake(&ann, STAKE)?;
    dao.attest(&ann, u64::MAX)?;
    let id = dao.propose_class(&ann, "As agreed", Class::Standard)?;
    dao.advance_to(dao.poll(id)?.opens);
    dao.open(&ann, id)?;
    Ok((dao, id))
}

/// The bill of her vote.
fn vote() -> Result<Bill> {
    let vm = Vm::new()?;
    let (mut dao, id) = poll(&vm)?;
    let ann = dao.addr("ann");
    vm.bill(BYTES, || dao.vote(&ann, id, Choice::Yes))
}

/// Has the timelock ask a contract what it has of cash.
fn asserted(dao: &mut Dao, contract: &Addr) -> Result<AppResponse> {
    let asset = Asset::Native { denom: CASH.to_string() };
    let assertion = Assertion {
        contract: contract.to_string(),
        query: to_json_binary(&QueryMsg::Asset { asset })?,
        pointer: "/balance".to_string(),
        expect: Expect::AtLeast,
        value: "0".to_string(),
    };
    let (timelock, anyone) = (dao.contracts.timelock.clone(), dao.addr("anyone"));
    dao.call(&anyone, &timelock, &ExecuteMsg::Assert { assertion })
}
