//! A town that caps what leaves, and the crooks that it meets.

use anyhow::Result;
use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    to_json_binary, Addr, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError, StdResult,
    Storage, Uint128, WasmMsg,
};
use cw_multi_test::{AppResponse, ContractWrapper, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::treasury::{
    AssetResponse, CapResponse, ExecuteMsg, Holding, HoldingCap, NewBudget, NewStream, QueryMsg,
};
use isonomia_core::cap::Limit;
use isonomia_embedded::{Dao, DAY};

use crate::lifecycle::town::*;

/// A twentieth of the treasure: what may leave in a week.
pub const WEEKLY: u128 = TREASURE / 20;

pub fn share(bps: u16) -> Limit {
    Limit::Share { bps }
}

/// The town with the default cap, cash listed, and a first decision behind it that paid the painter 1.
pub fn thrifty() -> Result<Dao> {
    thrifty_with(share(500))
}

/// The same with another cap.
pub fn thrifty_with(limit: Limit) -> Result<Dao> {
    let listed = vec![HoldingCap { holding: cash().into(), limit }];
    let plan = plan().with(|params| (params.outflow_cap_bps, params.listed) = (500, listed));
    let mut dao = founded(plan)?;
    dao.mint(&dao.contracts.treasury.clone(), 1, isonomia_embedded::CASH)?;
    dao.enact("ann", vec![small(&dao, "painter", 1)?])?;
    dao.advance(9 * DAY);
    Ok(dao)
}

/// What is done to a treasury here.
pub trait Treasurer {
    /// The timelock tells the treasury, without the vote before it.
    fn order(&mut self, msg: &ExecuteMsg) -> Result<AppResponse>;
    /// Somebody tells the treasury.
    fn tell(&mut self, who: &str, msg: &ExecuteMsg) -> Result<AppResponse>;
    /// A proposal that does all this is agreed to by everybody, and ready.
    fn decide(&mut self, who: &str, msgs: &[ExecuteMsg]) -> Result<u64>;
}

impl Treasurer for Dao {
    fn order(&mut self, msg: &ExecuteMsg) -> Result<AppResponse> {
        let (timelock, treasury) = (self.contracts.timelock.clone(), self.contracts.treasury.clone());
        self.call(&timelock, &treasury, msg)
    }

    fn tell(&mut self, who: &str, msg: &ExecuteMsg) -> Result<AppResponse> {
        let (who, treasury) = (self.addr(who), self.contracts.treasury.clone());
        self.call(&who, &treasury, msg)
    }

    fn decide(&mut self, who: &str, msgs: &[ExecuteMsg]) -> Result<u64> {
        let treasury = self.contracts.treasury.clone();
        let actions = msgs.iter().map(|msg| call(&treasury, msg)).collect::<StdResult<_>>()?;
        let id = self.pass(who, actions)?;
        wait(self, id)?;
        Ok(id)
    }
}

/// An `Execute` of a call.
pub fn executes(contract: &Addr, msg: &impl serde::Serialize, cash: u128) -> Result<ExecuteMsg> {
    let funds = match cash {
        0 => vec![],
        cash => cosmwasm_std::coins(cash, isonomia_embedded::CASH),
    };
    let msg = to_json_binary(msg)?;
    Ok(ExecuteMsg::Execute { msg: WasmMsg::Execute { contract_addr: contract.to_string(), msg, funds } })
}

/// The cap of a holding.
pub fn cap(dao: &Dao, holding: Holding) -> Result<CapResponse> {
    dao.ask(&dao.contracts.treasury, &QueryMsg::Cap { holding })
}

/// What the treasury has of an asset.
pub fn stock(dao: &Dao, asset: Asset) -> Result<AssetResponse> {
    dao.ask(&dao.contracts.treasury, &QueryMsg::Asset { asset })
}

/// A budget of the clerk: 100 of cash a week for four weeks.
pub fn clerk(dao: &Dao) -> NewBudget {
    NewBudget {
        holder: dao.addr("clerk").into_string(),
        asset: cash(),
        limit: 100u128.into(),
        period: 7 * DAY,
        until: dao.now() + 28 * DAY,
        recipients: None,
    }
}

/// The mason's pay: 400 of cash in forty days, the first of it after ten.
pub fn pay(dao: &Dao) -> NewStream {
    NewStream {
        recipient: dao.addr("mason").into_string(),
        asset: cash(),
        amount: 400u128.into(),
        start: None,
        cliff: 10 * DAY,
        duration: 40 * DAY,
    }
}

pub fn cw20(token: &Addr) -> Asset {
    Asset::Cw20 { contract: token.to_string() }
}

/// An honest token, of which the treasury has so much.
pub fn honest_token(dao: &mut Dao, amount: u128) -> Result<Addr> {
    let code = dao.app.store_code(Box::new(ContractWrapper::new(
        cw20_base::contract::execute,
        cw20_base::contract::instantiate,
        cw20_base::contract::query,
    )));
    let initial = cw20::Cw20Coin { address: dao.contracts.treasury.to_string(), amount: amount.into() };
    let msg = cw20_base::msg::InstantiateMsg {
        name: "Honest".to_string(),
        symbol: "HONEST".to_string(),
        decimals: 6,
        initial_balances: vec![initial],
        mint: None,
        marketing: None,
    };
    let admin = Some(dao.contracts.treasury.to_string());
    dao.app.instantiate_contract(code, dao.addr("founder"), &msg, &[], "honest", admin)
}

/// How a crooked token behaves.
#[cw_serde]
pub enum Mood {
    /// It pays, and tells the truth.
    Honest,
    /// It pays nothing.
    Refuses,
    /// It says that everybody has so much, and moves nothing.
    Lies { balance: Uint128 },
    /// It says nothing at all.
    Silent,
    /// Before it pays, it calls.
    Calls { contract: String, msg: Binary },
}

/// What a crooked token takes.
#[cw_serde]
pub enum CrookMsg {
    Turn { mood: Mood },
    Give { to: String, amount: Uint128 },
    Transfer { recipient: String, amount: Uint128 },
}

fn balance_of(storage: &dyn Storage, who: &str) -> StdResult<Uint128> {
    storage.get(who.as_bytes()).map(cosmwasm_std::from_json).transpose().map(Option::unwrap_or_default)
}

fn mood(storage: &dyn Storage) -> StdResult<Mood> {
    storage.get(b"mood").map(cosmwasm_std::from_json).transpose().map(|mood| mood.unwrap_or(Mood::Honest))
}

fn add(storage: &mut dyn Storage, who: &str, amount: Uint128) -> StdResult<()> {
    let after = balance_of(storage, who)?.checked_add(amount)?;
    storage.set(who.as_bytes(), &cosmwasm_std::to_json_vec(&after)?);
    Ok(())
}

fn crook_acts(deps: DepsMut, _: Env, info: MessageInfo, msg: CrookMsg) -> StdResult<Response> {
    let (recipient, amount) = match msg {
        CrookMsg::Turn { mood } => {
            deps.storage.set(b"mood", &cosmwasm_std::to_json_vec(&mood)?);
            return Ok(Response::new());
        }
        CrookMsg::Give { to, amount } => {
            add(deps.storage, &to, amount)?;
            return Ok(Response::new());
        }
        CrookMsg::Transfer { recipient, amount } => (recipient, amount),
    };
    let calls = match mood(deps.storage)? {
        Mood::Refuses => return Err(StdError::generic_err("the crook pays nothing")),
        Mood::Lies { .. } => return Ok(Response::new()),
        Mood::Calls { contract, msg } => {
            vec![WasmMsg::Execute { contract_addr: contract, msg, funds: vec![] }]
        }
        Mood::Honest | Mood::Silent => vec![],
    };
    let left = balance_of(deps.storage, info.sender.as_str())?.checked_sub(amount)?;
    deps.storage.set(info.sender.as_bytes(), &cosmwasm_std::to_json_vec(&left)?);
    add(deps.storage, &recipient, amount)?;
    Ok(Response::new().add_messages(calls))
}

fn crook_says(deps: Deps, _: Env, msg: cw20::Cw20QueryMsg) -> StdResult<Binary> {
    let cw20::Cw20QueryMsg::Balance { address } = msg else { return Ok(Binary::default()) };
    let balance = match mood(deps.storage)? {
        Mood::Silent => return Err(StdError::generic_err("the crook is silent")),
        Mood::Lies { balance } => balance,
        _ => balance_of(deps.storage, &address)?,
    };
    to_json_binary(&cw20::BalanceResponse { balance })
}

/// A crooked token, of which the treasury has a thousand.
pub fn crook(dao: &mut Dao) -> Result<Addr> {
    fn make(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
        Ok(Response::new())
    }
    let code = dao.app.store_code(Box::new(ContractWrapper::new(crook_acts, make, crook_says)));
    let crook = dao.app.instantiate_contract(code, dao.addr("founder"), &Empty {}, &[], "crook", None)?;
    let to = dao.contracts.treasury.to_string();
    dao.call(&dao.addr("founder"), &crook, &CrookMsg::Give { to, amount: 1_000u128.into() })?;
    Ok(crook)
}

/// Changes how a crook behaves.
pub fn turn(dao: &mut Dao, crook: &Addr, mood: Mood) -> Result<()> {
    dao.call(&dao.addr("founder"), crook, &CrookMsg::Turn { mood }).map(drop)
}

/// A call that a crook makes.
pub fn calls(contract: &Addr, msg: &ExecuteMsg) -> Result<Mood> {
    Ok(Mood::Calls { contract: contract.to_string(), msg: to_json_binary(msg)? })
}

/// A bell that anybody may have pass a message on, from its own account.
pub fn bell(dao: &mut Dao) -> Result<Addr> {
    let code = bell_code(dao);
    make_bell(dao, code, None)
}

/// What a bell is told to pass on.
pub fn passes(contract: &Addr, msg: &impl serde::Serialize) -> Result<BellMsg> {
    Ok(BellMsg::Pass { contract: contract.to_string(), msg: to_json_binary(msg)? })
}
