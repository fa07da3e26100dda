//! Whatever takes the place of voting, and whoever takes the DAO, the vault pays everyone in full (I21).

use anyhow::{bail, Result};
use cosmwasm_std::{
    coins, from_json, to_json_binary, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Reply,
    Response, WasmMsg,
};
use cw_multi_test::{App, Contract, Executor};
use isonomia_api::vault::ExecuteMsg;
use isonomia_api::{call::call, voting};
use isonomia_core::operation::OperationStage;
use isonomia_embedded::{Code, Dao, DAY, STAKED};

use super::{day_after, unreleased, wallet, weight, UNBONDING};
use crate::lifecycle::town::*;

/// Other code in the place of voting: from a moment on it errs whenever it is told a stake.
struct Turncoat {
    honest: Code,
    turns: u64,
}

impl Contract<Empty> for Turncoat {
    fn execute(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        let stake = matches!(from_json(&msg), Ok(voting::ExecuteMsg::SetStake { .. }));
        if stake && env.block.time.seconds() >= self.turns {
            bail!("your stake is mine now");
        }
        self.honest.execute(deps, env, info, msg)
    }

    fn instantiate(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.honest.instantiate(deps, env, info, msg)
    }

    fn query(&self, deps: Deps, env: Env, msg: Vec<u8>) -> Result<Binary> {
        self.honest.query(deps, env, msg)
    }

    fn reply(&self, deps: DepsMut, env: Env, msg: Reply) -> Result<Response> {
        self.honest.reply(deps, env, msg)
    }

    fn sudo(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.honest.sudo(deps, env, msg)
    }

    fn migrate(&self, _: DepsMut, _: Env, _: Vec<u8>) -> Result<Response> {
        Ok(Response::new())
    }
}

/// Code of voting that errs from a moment on.
pub fn turncoat(turns: u64) -> Code {
    Box::new(Turncoat { honest: crate::codes().voting, turns })
}

/// Everybody takes everything out while voting errs, and is paid to the last unit.
fn everybody_is_paid(mut dao: Dao) -> Result<()> {
    let vault = dao.contracts.vault.clone();
    dao.mint(&dao.addr("ann"), 5, STAKED)?;
    let more = refused(&mut dao, |dao| {
        let five = coins(5, STAKED);
        dao.call_with(&dao.addr("ann"), &vault, &ExecuteMsg::Stake {}, &five)
    });
    assert_eq!(more, "your stake is mine now");

    for name in PEOPLE {
        dao.unstake(&dao.addr(name), STAKE)?;
        assert_eq!(dao.account(&dao.addr(name))?.own, weight(POWER, STAKE, 0), "voting will not hear of it");
    }
    let released = day_after(&dao, 2 * UNBONDING);
    dao.advance_to(released - 1);
    for name in PEOPLE {
        let who = dao.addr(name);
        assert_eq!(refused(&mut dao, |dao| dao.claim(&who)), unreleased(&who, released, released - 1));
    }
    dao.advance(1);
    for name in PEOPLE {
        let before = wallet(&dao, &dao.addr(name))?;
        dao.claim(&dao.addr(name))?;
        assert_eq!(wallet(&dao, &dao.addr(name))?, before + STAKE);
    }
    assert_eq!(wallet(&dao, &vault)?, 0);
    Ok(())
}

#[test]
fn a_voting_contract_that_errs_keeps_nobodys_stake() -> Result<()> {
    let turns = App::default().block_info().time.seconds() + DAY;
    let mut dao = founded(plan().with_code(|codes| codes.voting = turncoat(turns)))?;
    dao.advance(DAY);
    everybody_is_paid(dao)
}

#[test]
fn a_voting_contract_that_a_captured_dao_replaced_keeps_nobodys_stake() -> Result<()> {
    let mut dao = town()?;
    let new_code_id = dao.app.store_code(turncoat(0));
    let (contract_addr, msg) = (dao.contracts.voting.to_string(), to_json_binary(&Empty {})?);
    let migrate = WasmMsg::Migrate { contract_addr, new_code_id, msg };
    let actions = dao.upgrading(vec![migrate.into()])?;
    dao.enact("mallory", actions)?;

    everybody_is_paid(dao)
}

#[test]
fn not_even_the_whole_dao_migrates_the_vault() -> Result<()> {
    let mut dao = town()?;
    let new_code_id = dao.app.store_code(turncoat(0));
    let (contract_addr, msg) = (dao.contracts.vault.to_string(), to_json_binary(&Empty {})?);
    let migrate = CosmosMsg::Wasm(WasmMsg::Migrate { contract_addr, new_code_id, msg });
    let actions = dao.upgrading(vec![migrate.clone()])?;
    let id = dao.pass("mallory", actions)?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mallory"), id));

    assert_eq!(refusal, "Only admin can migrate contract: None");
    assert_eq!(dao.operation(id)?.stage, OperationStage::Ready);
    for who in [dao.contracts.vault.clone(), dao.contracts.timelock.clone(), dao.addr("founder")] {
        let refusal = refused(&mut dao, |dao| dao.app.execute(who, migrate.clone()));
        assert_eq!(refusal, "Only admin can migrate contract: None");
    }
    Ok(())
}

#[test]
fn the_dao_has_no_stake_of_anyones_to_take_out() -> Result<()> {
    let mut dao = town()?;
    let leave = ExecuteMsg::Unstake { amount: 1u128.into(), quiet: false };
    let action = call(&dao.contracts.vault, &leave)?;
    let id = dao.pass("mallory", vec![action])?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mallory"), id));

    let timelock = &dao.contracts.timelock;
    assert_eq!(refusal, format!("{timelock} has 0 at stake, so 1 cannot be unstaked"));
    Ok(())
}
