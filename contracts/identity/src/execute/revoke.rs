//! An issuer, or governance, ends attestations.

use std::collections::BTreeSet;

use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response, Storage};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::execute::checked_accounts;
use crate::roll::RollError;
use crate::state::{Record, CONFIG};
use crate::{event, issuers, limits, notice, roll};

/// Ends attestations, at once. An issuer that speaks by key has no account to revoke from; it signs (`revoke_signed`).
pub fn revoke(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    accounts: Vec<String>,
) -> Result<Response, ContractError> {
    let limit = limited_to(deps.storage, &info.sender)?;
    let accounts = each_once(checked_accounts(deps.api, &accounts)?)?;
    let response = response("revoke", &info.sender);
    end_each(deps, &env, &limit, &accounts, response)
}

/// What revoking is held to.
pub enum Limit {
    /// Governance by a Critical: nothing.
    Nothing,
    /// Governance by an emergency: a few.
    Few,
    /// An issuer: its own, and its part of an epoch.
    Issuer(String),
}

/// Ends the attestations of these accounts, within a limit.
pub fn end_each(
    deps: DepsMut,
    env: &Env,
    limit: &Limit,
    accounts: &[Addr],
    mut response: Response,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    let now = env.block.time.seconds();
    for account in accounts {
        let (record, _) = roll::live(deps.storage, account)?;
        match limit {
            Limit::Nothing => {}
            Limit::Few => limits::use_few(deps.storage, &config, now)?,
            Limit::Issuer(issuer) => {
                check_own(issuer, account, &record)?;
                limits::use_revocation(deps.storage, &config, issuer, now)?;
            }
        }
        let attested = roll::end(deps.storage, account, &record, config.day, now)?;
        let told = notice::revoke(&config.voting, &deps.querier, account)?;
        response = response.add_event(event::revoked(account, &record.issuer, attested)).add_messages(told);
    }
    Ok(response)
}

/// What the sender is held to.
fn limited_to(storage: &dyn Storage, sender: &Addr) -> Result<Limit, ContractError> {
    if *sender == CONFIG.load(storage)?.timelock {
        return Ok(Limit::Nothing);
    }
    Ok(Limit::Issuer(issuers::speaking_by(storage, sender)?))
}

fn check_own(issuer: &str, account: &Addr, record: &Record) -> Result<(), ContractError> {
    if record.issuer != issuer {
        let (account, issuer) = (account.clone(), record.issuer.clone());
        return Err(RollError::OtherIssuer { account, issuer }.into());
    }
    Ok(())
}

/// Refuses an account that stands twice.
pub fn each_once(accounts: Vec<Addr>) -> Result<Vec<Addr>, ContractError> {
    let mut seen = BTreeSet::new();
    match accounts.iter().find(|account| !seen.insert(*account)) {
        Some(account) => Err(ContractError::Twice { account: account.clone() }),
        None => Ok(accounts),
    }
}
