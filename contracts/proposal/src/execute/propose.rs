use cosmwasm_std::{from_json, to_json_binary, Addr, Deps, DepsMut, Env, MessageInfo, Response, Uint128};
use cw20::Cw20ReceiveMsg;
use isonomia_api::call::call;
use isonomia_api::proposal::{DepositInfo, DepositState, Draft, Entry, ReceiveMsg, MAX_ACTIONS_BYTES};
use isonomia_api::voting::{self, NewPoll, Voting};
use isonomia_core::class::Class;
use isonomia_core::deposit::required;
use isonomia_core::rules::Rules;
use isonomia_kit::assets::{cw20_payment, native_payment, no_coins};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::state::{
    Body, Config, Proposal, BODIES, CONFIG, ENTRY, LIVE, NEXT_ID, PROPOSALS, ROUTINES, RULES, UNRESOLVED,
};
use crate::{actions, draft, event};

pub fn propose(deps: DepsMut, env: Env, info: MessageInfo, draft: Draft) -> Result<Response, ContractError> {
    let paid = match ENTRY.load(deps.storage)?.deposit {
        Some(deposit) => native_payment(&deposit.asset, &info.funds)?,
        None => no_coins(&info.funds).map(|()| Uint128::zero())?,
    };
    submit(deps, env, info.sender, paid, draft)
}

pub fn receive(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    transfer: Cw20ReceiveMsg,
) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    let deposit = ENTRY.load(deps.storage)?.deposit.ok_or(ContractError::NoDeposit)?;
    let paid = cw20_payment(&deposit.asset, &info.sender, transfer.amount)?;
    let proposer = deps.api.addr_validate(&transfer.sender)?;
    let ReceiveMsg::Propose { draft } = from_json(&transfer.msg)?;
    submit(deps, env, proposer, paid, draft)
}

fn submit(
    deps: DepsMut,
    env: Env,
    proposer: Addr,
    paid: Uint128,
    draft: Draft,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    let entry = ENTRY.load(deps.storage)?;
    draft::check(&draft)?;
    check_proposer(deps.as_ref(), &config, &entry, &proposer)?;

    let (proposal, body) = examine(deps.as_ref(), &env, &config, proposer, draft)?;
    let deposit = check_deposit(deps.as_ref(), entry, proposal.class, paid)?;
    let proposal = Proposal { deposit, ..proposal };

    let id = NEXT_ID.load(deps.storage)?;
    let rules = RULES.load(deps.storage)?;
    save(deps, id, &proposal, &body)?;
    let entered = voting::ExecuteMsg::OpenPoll { poll: poll(id, &proposal, &rules) };
    Ok(response("propose", &proposal.proposer)
        .add_message(call(&config.voting, &entered)?)
        .add_event(event::proposal("submitted", id, &proposal)))
}

/// The draft as it will be stored, judged and sent: its class comes from the policy, never from the proposer.
fn examine(
    deps: Deps,
    env: &Env,
    config: &Config,
    proposer: Addr,
    draft: Draft,
) -> Result<(Proposal, Body), ContractError> {
    let canonical = actions::canonical(deps, config, draft.actions)?;
    let routines = ROUTINES.load(deps.storage)?;
    let (class, scope) = actions::judge_actions(deps, config, &routines, &canonical, draft.emergency)?;
    let bytes = to_json_binary(&canonical)?;
    draft::check_length("list of actions", bytes.len(), MAX_ACTIONS_BYTES)?;
    let proposal = Proposal {
        proposer,
        title: draft.title,
        class,
        scope,
        rules: RULES.load(deps.storage)?.of(class).clone(),
        submitted: env.block.time.seconds(),
        deposit: None,
        outcome: None,
    };
    Ok((proposal, Body { summary: draft.summary, link: draft.link, actions: bytes }))
}

/// Attested or with enough stake, and with nothing unresolved.
fn check_proposer(deps: Deps, config: &Config, entry: &Entry, proposer: &Addr) -> Result<(), ContractError> {
    if let Some(id) = LIVE.may_load(deps.storage, proposer)? {
        return Err(ContractError::OneAtATime { proposer: proposer.clone(), id });
    }
    let account = Voting(config.voting.clone()).account(&deps.querier, proposer)?;
    let (stake, least) = (account.own.stake, entry.least_stake);
    if account.attested_until.is_none() && stake < least {
        return Err(ContractError::NoStanding { proposer: proposer.clone(), stake, least });
    }
    Ok(())
}

/// The deposit is exact, so that nothing of it is lost.
fn check_deposit(
    deps: Deps,
    entry: Entry,
    class: Class,
    sent: Uint128,
) -> Result<Option<DepositInfo>, ContractError> {
    let Some(deposit) = entry.deposit else {
        return Ok(None);
    };
    let unresolved = UNRESOLVED.may_load(deps.storage, class.name())?.unwrap_or_default();
    let needed = required(deposit.amount.u128(), class, unresolved).ok_or(ContractError::DepositOverflow)?;
    let (asset, needed) = (deposit.asset, Uint128::new(needed));
    if sent != needed {
        return Err(ContractError::InexactDeposit { needed, asset, sent });
    }
    Ok(Some(DepositInfo { asset, amount: sent, state: DepositState::Held }))
}

fn save(deps: DepsMut, id: u64, proposal: &Proposal, body: &Body) -> Result<(), ContractError> {
    let class = proposal.class.name();
    let unresolved = UNRESOLVED.may_load(deps.storage, class)?.unwrap_or_default();
    UNRESOLVED.save(deps.storage, class, &(unresolved + 1))?;
    LIVE.save(deps.storage, &proposal.proposer, &id)?;
    NEXT_ID.save(deps.storage, &(id + 1))?;
    PROPOSALS.save(deps.storage, id, proposal)?;
    BODIES.save(deps.storage, id, body)?;
    Ok(())
}

fn poll(id: u64, proposal: &Proposal, rules: &Rules) -> NewPoll {
    NewPoll {
        id,
        class: proposal.class,
        scope: proposal.scope,
        rules: proposal.rules.clone(),
        unattested_bps: rules.unattested_bps,
        cap_bps: rules.cap_bps,
        opens: proposal.submitted.saturating_add(proposal.rules.delay),
    }
}
