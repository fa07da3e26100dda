use cosmwasm_std::{
    from_json, to_json_binary, Addr, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdResult,
    Storage, Uint128, WasmMsg,
};
use cw20::Cw20ReceiveMsg;
use isonomia_api::call::call;
use isonomia_api::proposal::{Deposit, Draft, Entry, ReceiveMsg, MAX_ACTIONS_BYTES};
use isonomia_api::voting::{self, NewPoll, Voting};
use isonomia_core::class::Class;
use isonomia_core::deposit::required;
use isonomia_core::hash::sha256;
use isonomia_core::pin::Pin;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::rules::Rules;
use isonomia_kit::assets::{cw20_payment, native_payment, no_coins};

use isonomia_kit::response::response_on;

use crate::actions::{Canonical, Judge};
use crate::error::ContractError;
use crate::state::{
    Config, Counters, Proposal, Text, BY_PROPOSER, CONFIG, COUNTERS, ENTRY, LIVE, PROPOSALS, RULES, TEXTS,
};
use crate::{actions, draft, event};

pub fn propose(deps: DepsMut, env: Env, info: MessageInfo, draft: Draft) -> Result<Response, ContractError> {
    let entry = ENTRY.load(deps.storage)?;
    let paid = match &entry.deposit {
        Some(deposit) => native_payment(&deposit.asset, &info.funds)?,
        None => no_coins(&info.funds).map(|()| Uint128::zero())?,
    };
    submit(deps, env, entry, info.sender, paid, draft)
}

pub fn receive(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    transfer: Cw20ReceiveMsg,
) -> Result<Response, ContractError> {
    no_coins(&info.funds)?;
    let entry = ENTRY.load(deps.storage)?;
    let deposit = entry.deposit.as_ref().ok_or(ContractError::NoDeposit)?;
    let paid = cw20_payment(&deposit.asset, &info.sender, transfer.amount)?;
    let proposer = deps.api.addr_validate(&transfer.sender)?;
    let ReceiveMsg::Propose { draft } = from_json(&transfer.msg)?;
    submit(deps, env, entry, proposer, paid, draft)
}

fn submit(
    deps: DepsMut,
    env: Env,
    entry: Entry,
    proposer: Addr,
    paid: Uint128,
    draft: Draft,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    draft::check(&draft)?;
    check_proposer(deps.as_ref(), &config, &entry, &proposer)?;

    let Canonical { actions: canonical, targets } =
        actions::canonical(deps.as_ref(), &config, draft.actions)?;
    let actions = to_json_binary(&canonical)?;
    draft::check_length("list of actions", actions.len(), MAX_ACTIONS_BYTES)?;
    let now = env.block.time.seconds();
    let judge = Judge { deps: deps.as_ref(), config: &config, now };
    let (class, scope) = judge.judge(&canonical, draft.emergency)?;
    let mut counters = COUNTERS.load(deps.storage)?;
    let proposal = Proposal {
        proposer,
        title: draft.title,
        class,
        scope,
        submitted: now,
        height: env.block.height,
        deposit: check_deposit(entry, class, *counters.of(class), paid)?,
        hash: sha256(&actions).into(),
        pins: Pin::to_list(&targets.pins),
        ready: check_ready(draft.ready, &canonical, now)?,
    };

    let id = enter(deps.storage, &mut counters, &proposal)?;
    TEXTS.save(deps.storage, id, &Text { summary: draft.summary, link: draft.link })?;
    actions::save(deps.storage, id, &actions);
    let rules = Rules::from_list(RULES.load(deps.storage)?);
    let entered = voting::ExecuteMsg::OpenPoll { poll: poll(id, &proposal, &rules) };
    Ok(response_on("propose", &proposal.proposer, id)
        .add_message(call(&config.voting, &entered)?)
        .add_event(event::submitted(id, &proposal)))
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
    entry: Entry,
    class: Class,
    unresolved: u64,
    sent: Uint128,
) -> Result<Option<Deposit>, ContractError> {
    let Some(Deposit { asset, amount }) = entry.deposit else {
        return Ok(None);
    };
    let needed = required(amount.u128(), class, unresolved).ok_or(ContractError::DepositOverflow)?;
    let needed = Uint128::new(needed);
    if sent != needed {
        return Err(ContractError::InexactDeposit { needed, asset, sent });
    }
    Ok(Some(Deposit { asset, amount: sent }))
}

/// Operators are asked to be ready for a migration, by a moment that has not come.
fn check_ready(
    asked: Option<ReadyBy>,
    actions: &[CosmosMsg],
    now: u64,
) -> Result<Option<ReadyBy>, ContractError> {
    let Some(ready) = &asked else { return Ok(None) };
    if !actions.iter().any(|action| matches!(action, CosmosMsg::Wasm(WasmMsg::Migrate { .. }))) {
        return Err(ContractError::NothingToBeReadyFor);
    }
    ready.check(now)?;
    Ok(asked)
}

/// Gives a proposal its id, and counts it among the unresolved.
fn enter(storage: &mut dyn Storage, counters: &mut Counters, proposal: &Proposal) -> StdResult<u64> {
    let id = counters.next_id;
    counters.next_id += 1;
    *counters.of(proposal.class) += 1;
    COUNTERS.save(storage, counters)?;
    LIVE.save(storage, &proposal.proposer, &id)?;
    BY_PROPOSER.save(storage, (&proposal.proposer, id), &Empty {})?;
    PROPOSALS.save(storage, id, proposal)?;
    Ok(id)
}

fn poll(id: u64, proposal: &Proposal, rules: &Rules) -> NewPoll {
    let class = rules.of(proposal.class).clone();
    NewPoll {
        id,
        class: proposal.class,
        scope: proposal.scope,
        opens: proposal.submitted.saturating_add(class.delay),
        rules: class,
        unattested_bps: rules.unattested_bps,
        cap_bps: rules.cap_bps,
    }
}
