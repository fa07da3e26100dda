//! A notebook: anyone writes into it while it is open, and it can be asked.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{
    to_json_binary, Addr, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdError,
    StdResult,
};
use cw_multi_test::{Contract, ContractWrapper, Executor};
use cw_storage_plus::Item;
use isonomia_api::proposal;
use isonomia_core::clock::Day;
use isonomia_core::rules::Rules;

use crate::world::{World, DAY};

/// What it takes.
#[cw_serde]
pub enum Note {
    /// Writes a line.
    Write { line: String },
    /// From now on writing fails, or does not.
    Shut { shut: bool },
    /// As the treasury: pays nobody until then.
    Pause { until: u64 },
    /// As the treasury: pays again.
    Unpause {},
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
        _ => None,
    };
    PAGE.update(deps.storage, |page| match msg {
        Note::Relay { .. } => Ok(page),
        Note::Pause { until } => Ok(Page { lines: vec![format!("paused until {until}")], ..page }),
        Note::Unpause {} => Ok(Page { lines: vec!["unpaused".to_string()], ..page }),
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

/// A contract that answers the rules of the mechanism, as a proposal contract does.
pub fn make_rules(world: &mut World) -> Addr {
    fn rules(_deps: Deps, _env: Env, _msg: proposal::QueryMsg) -> StdResult<Binary> {
        to_json_binary(&proposal::RulesResponse { rules: Rules::standard(Day(DAY)) })
    }
    let code = world.app.store_code(Box::new(ContractWrapper::new(execute, instantiate, rules)));
    let founder = world.app.api().addr_make("founder");
    world.app.instantiate_contract(code, founder, &Empty {}, &[], "rules", None).unwrap()
}
