//! A voting contract of moods: honest, or as hostile as a contract can be that still ends.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    coins, to_json_binary, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError, StdResult,
    Uint128, WasmMsg,
};
use cw_multi_test::{Contract, ContractWrapper};
use cw_storage_plus::{Item, Map};
use isonomia_api::call::call;
use isonomia_api::vault;

use crate::suite::DENOM;

/// What voting does when it is told a stake.
#[cw_serde]
pub enum Mood {
    /// Notes it.
    Honest,
    /// Errs, with a text of 100 000 characters.
    Errs,
    /// Answers nonsense, and notes nothing.
    Nonsense,
    /// Calls the vault with accounts and coins of its own first; a notice about itself is answered with `own`.
    CallsBack { calls: Vec<vault::ExecuteMsg>, then: Answer, own: Answer },
}

#[cw_serde]
pub enum Answer {
    Agrees,
    Errs,
}

#[cw_serde]
pub enum ExecuteMsg {
    SetStake { account: String, amount: Uint128 },
    Become(Mood),
    Fail {},
}

#[cw_serde]
pub enum QueryMsg {
    Known { account: String },
}

const MOOD: Item<Mood> = Item::new("mood");
const KNOWN: Map<&str, Uint128> = Map::new("known");

pub fn contract() -> Box<dyn Contract<Empty>> {
    Box::new(ContractWrapper::new(execute, instantiate, query))
}

fn instantiate(deps: DepsMut, _env: Env, _info: MessageInfo, _msg: Empty) -> StdResult<Response> {
    MOOD.save(deps.storage, &Mood::Honest)?;
    Ok(Response::new())
}

fn execute(deps: DepsMut, env: Env, info: MessageInfo, msg: ExecuteMsg) -> StdResult<Response> {
    match msg {
        ExecuteMsg::SetStake { account, amount } => hear(deps, env, info, account, amount),
        ExecuteMsg::Become(mood) => MOOD.save(deps.storage, &mood).map(|()| Response::new()),
        ExecuteMsg::Fail {} => Err(outrage()),
    }
}

fn hear(deps: DepsMut, env: Env, info: MessageInfo, account: String, amount: Uint128) -> StdResult<Response> {
    let about_itself = account == env.contract.address.as_str();
    match MOOD.load(deps.storage)? {
        Mood::Errs => return Err(outrage()),
        Mood::CallsBack { own: Answer::Errs, .. } if about_itself => return Err(outrage()),
        Mood::Nonsense => return Ok(nonsense()),
        _ => KNOWN.save(deps.storage, &account, &amount)?,
    }
    match MOOD.load(deps.storage)? {
        Mood::CallsBack { calls, then, .. } if !about_itself => call_back(&env, &info, calls, then),
        _ => Ok(Response::new()),
    }
}

fn call_back(
    env: &Env,
    info: &MessageInfo,
    calls: Vec<vault::ExecuteMsg>,
    then: Answer,
) -> StdResult<Response> {
    let mut response = Response::new();
    for msg in calls {
        let funds = if msg == (vault::ExecuteMsg::Stake {}) { coins(100, DENOM) } else { vec![] };
        let msg = to_json_binary(&msg)?;
        let contract_addr = info.sender.to_string();
        response = response.add_message(WasmMsg::Execute { contract_addr, msg, funds });
    }
    Ok(match then {
        Answer::Agrees => response,
        Answer::Errs => response.add_message(call(&env.contract.address, &ExecuteMsg::Fail {})?),
    })
}

fn nonsense() -> Response {
    Response::new()
        .set_data(vec![0xff; 1_000])
        .add_attribute("action", "unstake")
        .add_attribute("amount", "-1")
}

fn outrage() -> StdError {
    StdError::generic_err("outrage! ".repeat(11_112))
}

fn query(deps: Deps, _env: Env, msg: QueryMsg) -> StdResult<Binary> {
    let QueryMsg::Known { account } = msg;
    to_json_binary(&KNOWN.may_load(deps.storage, &account)?.unwrap_or_default())
}
