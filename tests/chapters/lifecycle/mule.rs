//! A token that refuses to be paid out holds up nothing.

use anyhow::Result;
use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    Addr, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError, StdResult, Uint128, WasmMsg,
};
use cw20::Cw20ReceiveMsg;
use cw_multi_test::{ContractWrapper, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{Deposit, DepositState, Entry, ExecuteMsg};
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::Dao;

use super::deposit::{claim, propose_in, state};
use super::town::*;

#[cw_serde]
enum MuleMsg {
    Send { contract: String, amount: Uint128, msg: Binary },
    Transfer { recipient: String, amount: Uint128 },
}

/// A token that goes where it is sent, and never comes back.
fn make_mule(dao: &mut Dao) -> Result<Addr> {
    fn make(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    fn drive(_: DepsMut, _: Env, info: MessageInfo, msg: MuleMsg) -> StdResult<Response> {
        let MuleMsg::Send { contract, amount, msg } = msg else {
            return Err(StdError::generic_err("the mule does not move"));
        };
        let told = Cw20ReceiveMsg { sender: info.sender.into_string(), amount, msg };
        let msg = told.into_json_binary()?;
        Ok(Response::new().add_message(WasmMsg::Execute { contract_addr: contract, msg, funds: vec![] }))
    }
    fn ask(_: Deps, _: Env, _: Empty) -> StdResult<Binary> {
        Ok(Binary::default())
    }
    let code = dao.app.store_code(Box::new(ContractWrapper::new(drive, make, ask)));
    dao.app.instantiate_contract(code, dao.addr("founder"), &Empty {}, &[], "mule", None)
}

#[test]
fn a_token_that_refuses_to_be_paid_out_holds_up_nothing_else() -> Result<()> {
    let mut dao = town()?;
    let mule = make_mule(&mut dao)?;
    let deposit = Deposit { asset: Asset::Cw20 { contract: mule.to_string() }, amount: 7u128.into() };
    let entry = Entry { deposit: Some(deposit), least_stake: Uint128::zero() };
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.call(&timelock, &proposal, &ExecuteMsg::SetEntry { entry })?;

    propose_in(&mut dao, &mule, "ann", 7)?;
    propose_in(&mut dao, &mule, "bob", 7)?;
    propose_in(&mut dao, &mule, "cat", 7)?;
    open(&mut dao, 1)?;
    say(&mut dao, 1, Yes, &PEOPLE)?;
    dao.withdraw(&dao.addr("bob"), 2)?;
    assert_eq!(close(&mut dao, 1)?, ProposalStage::Scheduled);
    dao.resolve(&dao.addr("anyone"), 3)?;
    assert_eq!(dao.proposal(3)?.stage, ProposalStage::Defeated { why: Defeat::Lapsed });

    for id in 1..=3 {
        assert_eq!(
            refused(&mut dao, |dao| claim(dao, "anyone", id)),
            "Generic error: the mule does not move"
        );
        assert_eq!(state(&dao, id)?, DepositState::Returned, "it may be tried again");
    }
    propose_in(&mut dao, &mule, "ann", 7)?;
    Ok(())
}
