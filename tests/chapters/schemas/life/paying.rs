//! The treasury pays by every means, promises, lists, and waits.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr, Empty, WasmMsg};
use isonomia_api::treasury::{Allowance, ExecuteMsg, Holding, NewBudget, NewStream, Payment};
use isonomia_core::cap::Limit;
use isonomia_embedded::{Dao, CASH, DAY};

use crate::lifecycle::town::*;
use crate::schemas::album::Album;
use crate::treasury::nfts::{collection, gives, pictures};
use crate::treasury::world::*;

/// All of it.
pub fn everything(dao: &mut Dao, album: &mut Album) -> Result<()> {
    let token = by_votes(dao)?;
    by_promises(dao)?;
    album.take(dao);
    listed(dao, &token)?;
    album.take(dao);
    Ok(())
}

/// Coins, tokens, a picture, a message with coins, and the making of a contract with coins.
fn by_votes(dao: &mut Dao) -> Result<Addr> {
    dao.order(&ExecuteMsg::Spend { payment: dao.payment("smith", 2) })?;
    let token = honest_token(dao, 1_000)?;
    let holding = Holding::Cw20 { contract: token.to_string() };
    dao.order(&ExecuteMsg::List { holding })?;
    let to = dao.addr("smith").into_string();
    dao.order(&ExecuteMsg::Spend { payment: Payment { asset: cw20(&token), amount: 5u128.into(), to } })?;
    let limit = 9u128.into();
    dao.order(&ExecuteMsg::SetAllowance { allowance: Allowance { asset: cw20(&token), limit } })?;

    let art = pictures(dao)?;
    dao.order(&ExecuteMsg::List { holding: collection(&art) })?;
    dao.order(&gives(dao, &art, "1"))?;
    dao.order(&ExecuteMsg::RaiseCap { holding: collection(&art), limit: Limit::Count { count: 2 } })?;

    let code_id = bell_code(dao);
    let bell = make_bell(dao, code_id, None)?;
    dao.order(&executes(&bell, &BellMsg::Ring {}, 3)?)?;
    let (label, msg, funds) = ("bell".to_string(), to_json_binary(&Empty {})?, coins(4, CASH));
    dao.order(&ExecuteMsg::Execute {
        msg: WasmMsg::Instantiate { admin: None, code_id, label, msg, funds },
    })?;
    Ok(token)
}

/// Two budgets, of which one pays only whom it names, and two streams, of which one is cancelled.
fn by_promises(dao: &mut Dao) -> Result<()> {
    let budget = clerk(dao);
    let bound = NewBudget { recipients: Some(vec![dao.addr("mason").into_string()]), ..budget.clone() };
    dao.order(&ExecuteMsg::CreateBudget { budget })?;
    dao.order(&ExecuteMsg::CreateBudget { budget: bound })?;
    let to = dao.addr("mason").into_string();
    dao.tell("clerk", &ExecuteMsg::PayFromBudget { id: 1, to, amount: 7u128.into() })?;

    let stream = pay(dao);
    let later = NewStream { start: Some(dao.now() + DAY), ..stream.clone() };
    dao.order(&ExecuteMsg::CreateStream { stream })?;
    dao.order(&ExecuteMsg::CreateStream { stream: later })?;
    dao.advance(20 * DAY);
    dao.tell("mason", &ExecuteMsg::Withdraw { id: 1 })?;
    dao.order(&ExecuteMsg::CancelStream { id: 2 })?;
    Ok(())
}

/// A cap is lowered and is to be raised again; a token leaves the list.
fn listed(dao: &mut Dao, token: &Addr) -> Result<()> {
    dao.order(&ExecuteMsg::Unlist { holding: Holding::Cw20 { contract: token.to_string() } })?;
    let holding = Holding::from(cash());
    dao.order(&ExecuteMsg::LowerCap { holding: holding.clone(), limit: share(9_000) })?;
    dao.order(&ExecuteMsg::RaiseCap { holding, limit: share(NO_CAP) })?;
    Ok(())
}
