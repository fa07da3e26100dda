//! The table of contents: one line per message.

use cosmwasm_std::{
    entry_point, to_json_binary, Binary, Deps, DepsMut, Env, MessageInfo, Response, StdResult,
};
use isonomia_api::migration::MigrateMsg;
use isonomia_api::voting::{ExecuteMsg, InstantiateMsg, QueryMsg};
use isonomia_kit::migration;

use crate::error::ContractError;
use crate::query::{cw4, dao_dao, delegates, votes, weights};
use crate::{execute, query, CODE};

/// Makes a voting contract.
#[entry_point]
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    execute::instantiate(deps, env, info, msg)
}

/// Takes a message.
#[entry_point]
pub fn execute(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: ExecuteMsg,
) -> Result<Response, ContractError> {
    isonomia_kit::assets::no_coins(&info.funds)?;
    match msg {
        ExecuteMsg::SetStake { account, amount } => execute::set_stake(deps, env, info, account, amount),
        ExecuteMsg::Attest { account, until } => execute::attest(deps, env, info, account, until),
        ExecuteMsg::Revoke { account } => execute::revoke(deps, env, info, account),
        ExecuteMsg::Ready {} => execute::ready(deps, env, info),
        ExecuteMsg::Poke { accounts } => execute::poke(deps, env, info, accounts),
        ExecuteMsg::RegisterDelegate {} => execute::register_delegate(deps, env, info),
        ExecuteMsg::Resign {} => execute::resign(deps, env, info),
        ExecuteMsg::Delegate { to } => execute::delegate(deps, env, info, to),
        ExecuteMsg::Undelegate {} => execute::undelegate(deps, env, info),
        ExecuteMsg::OpenPoll { poll } => execute::open_poll(deps, info, poll),
        ExecuteMsg::CancelPoll { poll } => execute::cancel_poll(deps, env, info, poll),
        ExecuteMsg::Settle { poll } => execute::settle(deps, env, info, poll),
        ExecuteMsg::Open { poll } => execute::open(deps, env, info, poll),
        ExecuteMsg::Vote { poll, choice } => execute::vote(deps, env, info, poll, choice),
        ExecuteMsg::SetRegistrar { registrar } => execute::set_registrar(deps, info, registrar),
        ExecuteMsg::SetProposal { proposal } => execute::set_proposal(deps, info, proposal),
    }
}

/// Takes over the store of other code of this contract.
#[entry_point]
pub fn migrate(deps: DepsMut, _env: Env, msg: MigrateMsg) -> Result<Response, ContractError> {
    Ok(migration::migrate(deps.storage, &CODE, "voting_migrated", msg)?)
}

/// Answers a question.
#[entry_point]
pub fn query(deps: Deps, env: Env, msg: QueryMsg) -> StdResult<Binary> {
    match msg {
        QueryMsg::Config {} => to_json_binary(&query::config(deps)?),
        QueryMsg::Account { account } => to_json_binary(&query::account(deps, env, account)?),
        QueryMsg::Power { account, height } => to_json_binary(&query::power(deps, account, height)?),
        QueryMsg::Totals { height } => to_json_binary(&query::totals(deps, height)?),
        QueryMsg::Delegated { poll, delegate } => to_json_binary(&query::delegated(deps, poll, delegate)?),
        QueryMsg::Poll { poll } => to_json_binary(&query::poll(deps, env, poll)?),
        QueryMsg::Verdict { poll } => to_json_binary(&weights::verdict(deps, env, poll)?),
        QueryMsg::Ballot { poll, voter } => to_json_binary(&query::ballot(deps, poll, voter)?),
        QueryMsg::Ballots { poll, start_after, limit } => {
            to_json_binary(&query::ballots(deps, poll, start_after, limit)?)
        }
        QueryMsg::MayVote { poll, voter } => to_json_binary(&weights::may_vote(deps, env, poll, voter)?),
        QueryMsg::Breakdown { account, poll } => {
            to_json_binary(&weights::breakdown(deps, env, account, poll)?)
        }
        QueryMsg::Votes { voter, start_before, limit } => {
            to_json_binary(&votes::votes(deps, voter, start_before, limit)?)
        }
        QueryMsg::VoterStatistics { voter, start_before, limit } => {
            to_json_binary(&votes::statistics(deps, env, voter, start_before, limit)?)
        }
        QueryMsg::Delegates { start_after, limit } => {
            to_json_binary(&delegates::delegates(deps, env, start_after, limit)?)
        }
        QueryMsg::Delegators { delegate, start_after, limit } => {
            to_json_binary(&delegates::delegators(deps, env, delegate, start_after, limit)?)
        }
        QueryMsg::Quorum {} => to_json_binary(&query::quorum(deps, env)?),
        QueryMsg::Registry {} => to_json_binary(&query::registry(deps)?),
        QueryMsg::VotingPowerAtHeight { address, height } => {
            to_json_binary(&dao_dao::voting_power_at_height(deps, env, address, height)?)
        }
        QueryMsg::TotalPowerAtHeight { height } => {
            to_json_binary(&dao_dao::total_power_at_height(deps, env, height)?)
        }
        QueryMsg::Dao {} => to_json_binary(&dao_dao::dao(deps)?),
        QueryMsg::Info {} => to_json_binary(&dao_dao::info()),
        QueryMsg::IsActive {} => to_json_binary(&dao_dao::is_active(deps)?),
        QueryMsg::Admin {} => to_json_binary(&cw4::admin()),
        QueryMsg::Member { addr, at_height } => to_json_binary(&cw4::member(deps, addr, at_height)?),
        QueryMsg::TotalWeight { at_height } => to_json_binary(&cw4::total_weight(deps, at_height)?),
        QueryMsg::ListMembers { start_after, limit } => {
            to_json_binary(&cw4::list_members(deps, start_after, limit)?)
        }
        QueryMsg::Hooks {} => to_json_binary(&cw4::hooks()),
    }
}
