//! Where the embedded chain, or this harness, is not like a chain; and what a chain says as well.

use anyhow::Result;
use cosmwasm_std::{
    to_json_binary, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Reply, Response, StdResult, SubMsg,
    WasmMsg,
};
use cw_multi_test::{App, Contract, ContractWrapper, Executor};
use isonomia_api::vault::{DepositResponse, ExecuteMsg, QueryMsg};
use isonomia_core::class::Class;
use isonomia_embedded::Code;
use isonomia_vm::{artifacts, Vm};
use serde_json::{json, Value};

use super::{asserted, dao, BYTES, STAKE};

/// A vault that, when it has done its work, asks itself what its caller has at stake, and says so.
struct Asking(Code);

impl Contract<Empty> for Asking {
    fn execute(&self, mut deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        let response = self.0.execute(deps.branch(), env.clone(), info.clone(), msg)?;
        let question = QueryMsg::Deposit { account: info.sender.into_string() };
        let answer: DepositResponse = deps.querier.query_wasm_smart(env.contract.address, &question)?;
        Ok(response.add_attribute("staked", answer.stake))
    }

    fn instantiate(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.0.instantiate(deps, env, info, msg)
    }

    fn query(&self, deps: Deps, env: Env, msg: Vec<u8>) -> Result<Binary> {
        self.0.query(deps, env, msg)
    }

    fn reply(&self, deps: DepsMut, env: Env, msg: Reply) -> Result<Response> {
        self.0.reply(deps, env, msg)
    }

    fn sudo(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.0.sudo(deps, env, msg)
    }

    fn migrate(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.0.migrate(deps, env, msg)
    }
}

/// On a chain it would see what it has just written.
#[test]
fn a_contract_that_asks_itself_within_a_call_hears_what_was_before_it() -> Result<()> {
    let mut codes = Vm::new()?.suite(artifacts())?;
    codes.vault = Box::new(Asking(codes.vault));
    let mut dao = dao(codes)?;
    let heard = |response: cw_multi_test::AppResponse| -> Vec<String> {
        let attributes = response.events.into_iter().flat_map(|event| event.attributes);
        attributes.filter(|each| each.key == "staked").map(|each| each.value).collect()
    };
    let ann = dao.addr("ann");
    assert_eq!(heard(dao.stake(&ann, STAKE)?), ["0"]);
    assert_eq!(heard(dao.stake(&ann, STAKE)?), [STAKE.to_string()]);
    Ok(())
}

/// A contract that passes an empty message on, with next to no gas.
fn miser() -> Code {
    fn make(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    fn pass(_: DepsMut, _: Env, _: MessageInfo, contract_addr: String) -> StdResult<Response> {
        let msg = WasmMsg::Execute { contract_addr, msg: to_json_binary(&Empty {})?, funds: vec![] };
        Ok(Response::new().add_submessage(SubMsg::new(msg).with_gas_limit(1)))
    }
    fn ask(_: Deps, _: Env, _: Empty) -> StdResult<Binary> {
        Ok(Binary::default())
    }
    Box::new(ContractWrapper::new(pass, make, ask))
}

/// On a chain the message would be refused; the embedded chain does not tell a contract what it may use.
#[test]
fn a_message_with_a_gas_limit_has_none() -> Result<()> {
    let (vm, mut app) = (Vm::new()?, App::default());
    let owner = app.api().addr_make("owner");
    let mut make = |code| -> Result<_> {
        let code = app.store_code(code);
        app.instantiate_contract(code, owner.clone(), &Empty {}, &[], "a contract", None)
    };
    let miser = make(miser())?;
    let nothing = make(vm.load(artifacts().join("peers/limit-nothing.wasm"))?)?;
    let bill = vm.bill(BYTES, || app.execute_contract(owner, miser, &nothing, &[]))?;
    assert!(bill.calls[0].gas() > 1);
    Ok(())
}

/// A transaction that runs out of gas is over, even where a contract would be told of an error: it is an error of the
/// chain, not of the message.
#[test]
fn no_reply_goes_on_without_gas() -> Result<()> {
    let vm = Vm::new()?;
    let mut dao = dao(vm.suite(artifacts())?)?;
    let (ann, bob, vault) = (dao.addr("ann"), dao.addr("bob"), dao.contracts.vault.clone());
    for who in [&ann, &bob] {
        dao.stake(who, STAKE)?;
        dao.propose_class(who, "It waits", Class::Signal)?;
    }
    let leave = ExecuteMsg::Unstake { amount: STAKE.into(), quiet: false };
    let need = vm.bill(BYTES, || dao.call(&bob, &vault, &leave))?;
    assert_eq!(need.calls.last().map(|call| call.contract.as_str()), Some("voting"), "{need}");
    for part in 1..20 {
        let (result, bill) = vm.billed(BYTES, need.total() * part / 20, || dao.call(&ann, &vault, &leave));
        assert!(result.is_err(), "{part} twentieths: {bill}");
    }
    Ok(())
}

/// The thread of the machine ends, and the panic goes on where it belongs.
#[test]
#[should_panic = "nobody asks me"]
fn a_panic_of_what_a_compiled_contract_asks_is_a_panic() {
    fn make(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    fn ask(_: Deps, _: Env, _: Value) -> StdResult<Binary> {
        panic!("nobody asks me")
    }
    let mut dao = dao(Vm::new().unwrap().suite(artifacts()).unwrap()).unwrap();
    let owner = dao.addr("owner");
    let code = dao.app.store_code(Box::new(ContractWrapper::new(make, make, ask)));
    let shy = dao.app.instantiate_contract(code, owner, &Empty {}, &[], "shy", None).unwrap();
    let _ = asserted(&mut dao, &shy);
}

#[test]
fn an_entry_point_that_is_missing_is_missed() -> Result<()> {
    let mut dao = dao(Vm::new()?.suite(artifacts())?)?;
    let vault = dao.contracts.vault.clone();
    let refused = dao.app.wasm_sudo(vault, &json!({})).unwrap_err();
    assert!(refused.root_cause().to_string().contains("Missing export sudo"), "{refused:?}");
    Ok(())
}

#[test]
fn a_folder_without_artifacts_names_the_script_that_makes_them() -> Result<()> {
    let refused = Vm::new()?.suite("nowhere").err().expect("nothing is nowhere");
    assert!(refused.to_string().contains("scripts/wasm.sh"), "{refused}");
    Ok(())
}
