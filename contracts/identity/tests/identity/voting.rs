//! Voting, played by a stub: it keeps who is attested until when, and refuses to revoke who is not.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    to_json_binary, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError, StdResult, Uint128,
};
use cw_multi_test::{Contract, ContractWrapper};
use cw_storage_plus::{Item, Map};
use isonomia_api::voting::{AccountResponse, ConfigResponse, ExecuteMsg, QueryMsg, Weight};

/// What the stub answers to `Config`.
#[cw_serde]
pub struct Founding {
    /// Seconds of a day.
    pub day: u64,
    /// The line.
    pub min_attested: u64,
}

/// The raw key under which `Ready` is kept.
pub const READY: Item<bool> = Item::new("ready");
const FOUNDING: Item<Founding> = Item::new("founding");
const ATTESTED: Map<&str, u64> = Map::new("attested");

/// Its code.
pub fn code() -> Box<dyn Contract<Empty>> {
    Box::new(ContractWrapper::new(execute, instantiate, query))
}

fn instantiate(deps: DepsMut, _env: Env, _info: MessageInfo, msg: Founding) -> StdResult<Response> {
    READY.save(deps.storage, &false)?;
    FOUNDING.save(deps.storage, &msg)?;
    Ok(Response::new())
}

fn execute(deps: DepsMut, _env: Env, _info: MessageInfo, msg: ExecuteMsg) -> StdResult<Response> {
    match msg {
        ExecuteMsg::Attest { account, until } => ATTESTED.save(deps.storage, &account, &until)?,
        ExecuteMsg::Revoke { account } if !ATTESTED.has(deps.storage, &account) => {
            return Err(StdError::generic_err("nothing to revoke"));
        }
        ExecuteMsg::Revoke { account } => ATTESTED.remove(deps.storage, &account),
        ExecuteMsg::Poke { accounts } => {
            accounts.iter().for_each(|account| ATTESTED.remove(deps.storage, account))
        }
        ExecuteMsg::Ready {} => READY.save(deps.storage, &true)?,
        _ => return Err(StdError::generic_err("not played")),
    }
    Ok(Response::new())
}

fn query(deps: Deps, env: Env, msg: QueryMsg) -> StdResult<Binary> {
    match msg {
        QueryMsg::Config {} => to_json_binary(&config(FOUNDING.load(deps.storage)?, env)),
        QueryMsg::Account { account, .. } => to_json_binary(&AccountResponse {
            own: Weight::default(),
            attested_until: ATTESTED.may_load(deps.storage, &account)?,
            delegate: None,
            delegation: vec![],
        }),
        _ => Err(StdError::generic_err("not played")),
    }
}

fn config(founding: Founding, env: Env) -> ConfigResponse {
    let nobody = env.contract.address;
    ConfigResponse {
        vault: nobody.clone(),
        registrar: nobody.clone(),
        proposal: nobody.clone(),
        timelock: nobody,
        scale: 1,
        floor_stake: Uint128::one(),
        season: founding.day * 90,
        min_attested: founding.min_attested,
        least_total_stake: Uint128::zero(),
        unbonding: founding.day * 28,
        day: founding.day,
        started: 0,
    }
}
