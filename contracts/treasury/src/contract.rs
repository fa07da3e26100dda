//! The entry points: a table of contents.

use cosmwasm_std::{entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Response};
use isonomia_api::migration::MigrateMsg;
use isonomia_api::treasury::{ExecuteMsg, InstantiateMsg, QueryMsg};
use isonomia_kit::migration;

use crate::error::TreasuryError;
use crate::{execute, instantiate as made, pages, query as answers, CODE};

/// Makes a treasury.
#[entry_point]
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, TreasuryError> {
    made::instantiate(deps, env, info, msg)
}

/// Takes a message; each says in its own comment who may send it, and when.
#[entry_point]
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: ExecuteMsg,
) -> Result<Response, TreasuryError> {
    match msg {
        ExecuteMsg::Receive(_) => execute::receive(info, "receive"),
        ExecuteMsg::ReceiveNft(_) => execute::receive(info, "receive_nft"),
        ExecuteMsg::SpendSmall { payment } => execute::spend_small(deps, env, info, payment),
        ExecuteMsg::Spend { payment } => execute::spend(deps, env, info, payment),
        ExecuteMsg::SpendNft { nft, to } => execute::spend_nft(deps, env, info, nft, to),
        ExecuteMsg::Execute { msg } => execute::execute(deps, env, info, msg),
        ExecuteMsg::CloseExecution {} => execute::close_execution(deps, env, info),
        ExecuteMsg::SetAllowance { allowance } => execute::set_allowance(deps, info, allowance),
        ExecuteMsg::List { holding } => execute::list(deps, env, info, holding),
        ExecuteMsg::Unlist { holding } => execute::unlist(deps, env, info, holding),
        ExecuteMsg::LowerCap { holding, limit } => execute::lower_cap(deps, env, info, holding, limit),
        ExecuteMsg::RaiseCap { holding, limit } => execute::raise_cap(deps, env, info, holding, limit),
        ExecuteMsg::CreateBudget { budget } => execute::create_budget(deps, env, info, budget),
        ExecuteMsg::RevokeBudget { id } => execute::revoke_budget(deps, env, info, id),
        ExecuteMsg::PayFromBudget { id, to, amount } => {
            execute::pay_from_budget(deps, env, info, id, (to, amount))
        }
        ExecuteMsg::CreateStream { stream } => execute::create_stream(deps, env, info, stream),
        ExecuteMsg::CancelStream { id } => execute::cancel_stream(deps, env, info, id),
        ExecuteMsg::Withdraw { id } => execute::withdraw(deps, env, info, id),
        ExecuteMsg::Pause { until } => execute::pause(deps, env, info, until),
        ExecuteMsg::Unpause {} => execute::unpause(deps, env, info),
    }
}

/// Takes over the store of other code of this contract.
#[entry_point]
pub fn migrate(deps: DepsMut, _env: Env, msg: MigrateMsg) -> Result<Response, TreasuryError> {
    Ok(migration::migrate(deps.storage, &CODE, "treasury_migrated", msg)?)
}

/// Answers.
#[entry_point]
pub fn query(deps: Deps, env: Env, msg: QueryMsg) -> Result<Binary, TreasuryError> {
    Ok(match msg {
        QueryMsg::Config {} => to_json_binary(&answers::config(deps, env)?),
        QueryMsg::Asset { asset } => to_json_binary(&answers::asset(deps, env, asset)?),
        QueryMsg::Allowances {} => to_json_binary(&answers::allowances(deps)?),
        QueryMsg::Listed {} => to_json_binary(&answers::listed(deps, env)?),
        QueryMsg::Cap { holding } => to_json_binary(&answers::cap(deps, env, holding)?),
        QueryMsg::Budget { id } => to_json_binary(&answers::budget(deps, env, id)?),
        QueryMsg::Budgets { start_after, limit } => {
            to_json_binary(&answers::budgets(deps, env, start_after, limit)?)
        }
        QueryMsg::Stream { id } => to_json_binary(&answers::stream(deps, env, id)?),
        QueryMsg::Streams { start_after, limit } => {
            to_json_binary(&answers::streams(deps, env, start_after, limit)?)
        }
        QueryMsg::BudgetsOf { holder, start_after, limit } => {
            to_json_binary(&pages::budgets_of(deps, env, holder, start_after, limit)?)
        }
        QueryMsg::StreamsOf { recipient, start_after, limit } => {
            to_json_binary(&pages::streams_of(deps, env, recipient, start_after, limit)?)
        }
        QueryMsg::Obligations {} => to_json_binary(&pages::obligations(deps)?),
        QueryMsg::Outflows { start_after, limit } => {
            to_json_binary(&answers::outflows(deps, start_after, limit)?)
        }
        QueryMsg::LatestOutflows { start_before, limit } => {
            to_json_binary(&pages::latest_outflows(deps, start_before, limit)?)
        }
        QueryMsg::Sums { holding, start_after, limit } => {
            to_json_binary(&answers::sums(deps, holding, start_after, limit)?)
        }
    }?)
}
