//! A town that decides: five attested people of equal stake, and a treasury with some cash.

use std::fmt::Debug;

use anyhow::{ensure, Result};
use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    Addr, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Order, Record, Response, StdError,
    StdResult, Storage, Uint128,
};
use cw_multi_test::{ContractWrapper, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::timelock::{Assertion, Expect};
use isonomia_api::treasury::{self, Allowance, Outflow, OutflowsResponse};
use isonomia_api::{call::call, timelock};
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, rule, Dao, DaoBuilder, CASH};

/// Everybody.
pub const PEOPLE: [&str; 5] = ["ann", "bob", "cat", "dan", "eve"];
/// What each of them has at stake; it weighs ten million.
pub const STAKE: u128 = 100_000_000;
/// The weight of one of them.
pub const POWER: u128 = 10_000_000;
/// What the treasury has.
pub const TREASURE: u128 = 10_000;
/// What small spends may pay out in 30 days.
pub const ALLOWANCE: u128 = 1_000;

/// The town is young and small, and spends most of what it has: its founders have capped nothing. The caps are told of in
/// the chapter of the treasury.
pub const NO_CAP: u16 = 10_000;

/// The town, before it is founded.
pub fn plan() -> DaoBuilder {
    crate::dao().own_registrar().with(|params| {
        params.min_attested = PEOPLE.len() as u64;
        params.allowances = vec![Allowance { asset: cash(), limit: ALLOWANCE.into() }];
        params.outflow_cap_bps = NO_CAP;
    })
}

/// The town with its people in it.
pub fn town() -> Result<Dao> {
    founded(plan())
}

/// A town of another plan, with the same people.
pub fn founded(plan: DaoBuilder) -> Result<Dao> {
    let mut dao = plan.build()?;
    for name in PEOPLE {
        settle(&mut dao, name, STAKE)?;
    }
    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, TREASURE, CASH)?;
    Ok(dao)
}

/// One more attested person.
pub fn settle(dao: &mut Dao, name: &str, stake: u128) -> Result<Addr> {
    let person = dao.addr(name);
    dao.attest(&person, u64::MAX)?;
    dao.stake(&person, stake)?;
    Ok(person)
}

/// The coin of the treasury.
pub fn cash() -> Asset {
    Asset::Native { denom: CASH.to_string() }
}

/// A small spend.
pub fn small(dao: &Dao, to: &str, amount: u128) -> Result<CosmosMsg> {
    dao.to_treasury(&treasury::ExecuteMsg::SpendSmall { payment: dao.payment(to, amount) })
}

/// A spend of any size.
pub fn spend(dao: &Dao, to: &str, amount: u128) -> Result<CosmosMsg> {
    dao.to_treasury(&treasury::ExecuteMsg::Spend { payment: dao.payment(to, amount) })
}

/// An assertion that the treasury keeps so much cash.
pub fn keeps(dao: &Dao, least: u128) -> Result<CosmosMsg> {
    let query = cosmwasm_std::to_json_binary(&treasury::QueryMsg::Asset { asset: cash() })?;
    let contract = dao.contracts.treasury.to_string();
    let (pointer, expect, value) = ("/balance".to_string(), Expect::AtLeast, least.to_string());
    let assertion = Assertion { contract, query, pointer, expect, value };
    Ok(call(&dao.contracts.timelock, &timelock::ExecuteMsg::Assert { assertion })?)
}

/// Waits for the opening of a poll, and opens it.
pub fn open(dao: &mut Dao, id: u64) -> Result<()> {
    dao.advance_to(dao.poll(id)?.opens);
    dao.open(&dao.addr("anyone"), id)?;
    Ok(())
}

/// Several people say the same.
pub fn say(dao: &mut Dao, id: u64, choice: Choice, names: &[&str]) -> Result<()> {
    for name in names {
        dao.vote(&dao.addr(name), id, choice)?;
    }
    Ok(())
}

/// Waits for the end of a poll, resolves it, and tells what the proposal has come to.
pub fn close(dao: &mut Dao, id: u64) -> Result<ProposalStage> {
    dao.advance_to(dao.opened(id)?.closes);
    dao.resolve(&dao.addr("anyone"), id)?;
    Ok(dao.proposal(id)?.stage)
}

/// Waits until an operation is ready.
pub fn wait(dao: &mut Dao, id: u64) -> Result<()> {
    dao.advance_to(dao.operation(id)?.eta);
    Ok(())
}

/// Everybody agrees to several proposals at the same time, and all of them are ready.
pub fn agree(dao: &mut Dao, ids: &[u64]) -> Result<()> {
    for id in ids {
        open(dao, *id)?;
        say(dao, *id, Choice::Yes, &PEOPLE)?;
    }
    for id in ids {
        close(dao, *id)?;
    }
    ids.iter().try_for_each(|id| wait(dao, *id))
}

/// What takes a DAO from a word to a deed.
pub trait Town {
    /// Somebody proposes, and everybody says Yes to the end.
    fn pass(&mut self, who: &str, actions: Vec<CosmosMsg>) -> Result<u64>;
    /// What everybody agrees to is done.
    fn enact(&mut self, who: &str, actions: Vec<CosmosMsg>) -> Result<u64>;
    /// Tokens out of nothing, of a token whose minter is `minter`.
    fn mint_tokens(&mut self, token: &Addr, to: &Addr, amount: u128) -> Result<()>;
}

impl Town for Dao {
    fn pass(&mut self, who: &str, actions: Vec<CosmosMsg>) -> Result<u64> {
        let id = self.propose(&self.addr(who), "As agreed", actions, false)?;
        open(self, id)?;
        say(self, id, Choice::Yes, &PEOPLE)?;
        let stage = close(self, id)?;
        ensure!(stage == ProposalStage::Scheduled, "proposal {id} is {stage:?}");
        Ok(id)
    }

    fn enact(&mut self, who: &str, actions: Vec<CosmosMsg>) -> Result<u64> {
        let id = self.pass(who, actions)?;
        wait(self, id)?;
        self.execute(&self.addr("anyone"), id)?;
        Ok(id)
    }

    fn mint_tokens(&mut self, token: &Addr, to: &Addr, amount: u128) -> Result<()> {
        let mint = cw20::Cw20ExecuteMsg::Mint { recipient: to.to_string(), amount: Uint128::new(amount) };
        self.call(&self.addr("minter"), token, &mint)?;
        Ok(())
    }
}

/// What somebody has of cash.
pub fn purse(dao: &Dao, name: &str) -> Result<u128> {
    dao.balance(&dao.addr(name), CASH)
}

/// What the treasury has of cash.
pub fn treasure(dao: &Dao) -> Result<u128> {
    dao.balance(&dao.contracts.treasury, CASH)
}

/// The ledger of the treasury.
pub fn ledger(dao: &Dao) -> Result<Vec<Outflow>> {
    let msg = treasury::QueryMsg::Outflows { start_after: None, limit: None };
    Ok(dao.ask::<OutflowsResponse>(&dao.contracts.treasury, &msg)?.outflows)
}

/// The operations of the timelock, by id.
pub fn operations(dao: &Dao) -> Result<Vec<u64>> {
    let msg = timelock::QueryMsg::Operations { start_after: None, limit: None };
    let told: timelock::OperationsResponse = dao.ask(&dao.contracts.timelock, &msg)?;
    Ok(told.operations.into_iter().map(|operation| operation.id).collect())
}

/// Why an attempt is refused. It has changed nothing on the whole chain.
#[track_caller]
pub fn refused<T: Debug>(dao: &mut Dao, attempt: impl FnOnce(&mut Dao) -> Result<T>) -> String {
    let before = memory(dao);
    let error = attempt(dao).expect_err("this should have been refused");
    assert!(memory(dao) == before, "what was refused has changed something");
    rule(&first_wasm_error(&error)).to_string()
}

fn memory(dao: &Dao) -> Vec<Record> {
    dao.app.storage().range(None, None, Order::Ascending).collect()
}

/// What a bell takes.
#[cw_serde]
pub enum BellMsg {
    /// It rings.
    Ring {},
    /// It breaks.
    Break {},
    /// It is told a message to pass on.
    Pass { contract: String, msg: Binary },
}

/// A contract that rings: it may be migrated to any other bell.
pub fn bell_code(dao: &mut Dao) -> u64 {
    fn make(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    fn strike(_: DepsMut, _: Env, _: MessageInfo, msg: BellMsg) -> StdResult<Response> {
        match msg {
            BellMsg::Ring {} => Ok(Response::new()),
            BellMsg::Break {} => Err(StdError::generic_err("the bell is cracked")),
            BellMsg::Pass { contract, msg } => {
                let passed = cosmwasm_std::WasmMsg::Execute { contract_addr: contract, msg, funds: vec![] };
                Ok(Response::new().add_message(passed))
            }
        }
    }
    fn ask(_: Deps, _: Env, _: Empty) -> StdResult<Binary> {
        Ok(Binary::default())
    }
    fn recast(_: DepsMut, _: Env, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    dao.app.store_code(Box::new(ContractWrapper::new(strike, make, ask).with_migrate(recast)))
}

/// A bell of that code.
pub fn make_bell(dao: &mut Dao, code: u64, admin: Option<&Addr>) -> Result<Addr> {
    let founder = dao.addr("founder");
    dao.app.instantiate_contract(code, founder, &Empty {}, &[], "bell", admin.map(Addr::to_string))
}

/// What somebody has of a token.
pub fn tokens(dao: &Dao, token: &Addr, of: &Addr) -> Result<u128> {
    let msg = cw20::Cw20QueryMsg::Balance { address: of.to_string() };
    Ok(dao.ask::<cw20::BalanceResponse>(token, &msg)?.balance.u128())
}
