//! An account submits a statement about itself: it begins to mature, or renews.

use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response};
use isonomia_core::registry::{activation_window, LIFE_DAYS};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::execute::check_no_code;
use crate::roll::{self, Effect};
use crate::state::{Config, Record, Stage, CONFIG};
use crate::testimony::{self, Submission};
use crate::{event, issuers, notice};

/// Submits a statement about the sender.
pub fn submit(
    mut deps: DepsMut,
    env: Env,
    info: MessageInfo,
    submission: Submission,
) -> Result<Response, ContractError> {
    let account = &info.sender;
    check_no_code(&deps.querier, account)?;
    let key = issuers::key_of(deps.storage, &submission.issuer)?;
    testimony::accept(deps.branch(), &env, &key, account, &submission)?;
    let config = CONFIG.load(deps.storage)?;
    let now = env.block.time.seconds();
    let nullifier = &submission.statement.nullifier;
    match roll::effect(deps.storage, account, nullifier, config.day, now)? {
        Effect::Enter => enter(deps, &config, account, submission, now),
        Effect::Renew => renew(deps, &config, account, &submission.issuer, now),
    }
}

fn enter(
    deps: DepsMut,
    config: &Config,
    account: &Addr,
    submission: Submission,
    now: u64,
) -> Result<Response, ContractError> {
    let record = Record {
        issuer: submission.issuer,
        nullifier: submission.statement.nullifier,
        stage: Stage::Maturing { submitted: now },
    };
    let lapsed = roll::enter(deps.storage, account, &record, now)?;
    let waits = activation_window(now, config.day);
    let submitted = event::submitted(account, &record, &waits, lapsed.as_ref());
    Ok(response("submit", account).add_event(submitted))
}

fn renew(
    deps: DepsMut,
    config: &Config,
    account: &Addr,
    issuer: &str,
    now: u64,
) -> Result<Response, ContractError> {
    let until = now.saturating_add(config.day.days(LIFE_DAYS));
    roll::renew(deps.storage, account, issuer, until)?;
    let told = notice::attest(&config.voting, account, until)?;
    let renewed = event::renewed(account, issuer, until);
    Ok(response("submit", account).add_event(renewed).add_message(told))
}
