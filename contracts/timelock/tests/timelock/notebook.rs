//! A notebook: anyone writes into it while it is open, and it can be asked.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    to_json_binary, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError, StdResult,
};
use cw_multi_test::{Contract, ContractWrapper};
use cw_storage_plus::Item;

/// What it takes.
#[cw_serde]
pub enum Note {
    /// Writes a line.
    Write { line: String },
    /// From now on writing fails, or does not.
    Shut { shut: bool },
    /// Passes a message on, from the notebook's own account.
    Relay { message: CosmosMsg },
}

/// What it is asked.
#[cw_serde]
pub enum Ask {
    /// The page.
    Page {},
    /// A page with a fraction.
    Fraction {},
    /// A page that is torn.
    Torn {},
}

/// What stands in it.
#[cw_serde]
#[derive(Default)]
pub struct Page {
    /// The lines.
    pub lines: Vec<String>,
    /// How many.
    pub count: u64,
    /// Whether it is shut.
    pub shut: bool,
}

const PAGE: Item<Page> = Item::new("page");

/// Its code.
pub fn code() -> Box<dyn Contract<Empty>> {
    Box::new(ContractWrapper::new(execute, instantiate, query).with_migrate(rebind))
}

fn instantiate(deps: DepsMut, _env: Env, _info: MessageInfo, _msg: Empty) -> StdResult<Response> {
    PAGE.save(deps.storage, &Page::default())?;
    Ok(Response::new())
}

fn rebind(_deps: DepsMut, _env: Env, _msg: Empty) -> StdResult<Response> {
    Ok(Response::new())
}

fn execute(deps: DepsMut, _env: Env, _info: MessageInfo, msg: Note) -> StdResult<Response> {
    let relayed = match &msg {
        Note::Relay { message } => Some(message.clone()),
        Note::Write { .. } | Note::Shut { .. } => None,
    };
    PAGE.update(deps.storage, |page| match msg {
        Note::Relay { .. } => Ok(page),
        Note::Write { .. } if page.shut => Err(StdError::generic_err("the notebook is shut")),
        Note::Write { line } => {
            let lines = [page.lines, vec![line]].concat();
            Ok(Page { count: page.count + 1, lines, ..page })
        }
        Note::Shut { shut } => Ok(Page { shut, ..page }),
    })?;
    Ok(Response::new().add_messages(relayed))
}

fn query(deps: Deps, _env: Env, msg: Ask) -> StdResult<Binary> {
    match msg {
        Ask::Page {} => to_json_binary(&PAGE.load(deps.storage)?),
        Ask::Fraction {} => Ok(br#"{"count":1.5}"#.into()),
        Ask::Torn {} => Err(StdError::generic_err("the page is torn")),
    }
}
