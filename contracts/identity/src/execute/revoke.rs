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
    let issuer = limited_to(deps.storage, &info.sender)?;
    let accounts = each_once(checked_accounts(deps.api, &accounts)?)?;
    let response = response("revoke", &info.sender);
    end_each(deps, &env, issuer.as_deref(), &accounts, response)
}

/// Ends the attestations of these accounts, within the limit of an issuer or of none.
pub fn end_each(
    deps: DepsMut,
    env: &Env,
    issuer: Option<&str>,
    accounts: &[Addr],
    mut response: Response,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    let now = env.block.time.seconds();
    for account in accounts {
        let (record, _) = roll::live(deps.storage, account)?;
        if let Some(issuer) = issuer {
            check_own(issuer, account, &record)?;
            limits::use_revocation(deps.storage, &config, issuer, now)?;
        }
        let attested = roll::end(deps.storage, account, &record, config.day, now)?;
        let told = notice::revoke(&config.voting, &deps.querier, account)?;
        response = response.add_event(event::revoked(account, &record.issuer, attested)).add_messages(told);
    }
    Ok(response)
}

/// The issuer to whose attestations, and limit, the sender is held; the timelock to none.
fn limited_to(storage: &dyn Storage, sender: &Addr) -> Result<Option<String>, ContractError> {
    if *sender == CONFIG.load(storage)?.timelock {
        return Ok(None);
    }
    Ok(Some(issuers::speaking_by(storage, sender)?))
}

fn check_own(issuer: &str, account: &Addr, record: &Record) -> Result<(), ContractError> {
    if record.issuer != issuer {
        let (account, issuer) = (account.clone(), record.issuer.clone());
        return Err(RollError::OtherIssuer { account, issuer }.into());
    }
    Ok(())
}

fn each_once(accounts: Vec<Addr>) -> Result<Vec<Addr>, ContractError> {
    let mut seen = BTreeSet::new();
    match accounts.iter().find(|account| !seen.insert(*account)) {
        Some(account) => Err(ContractError::Twice { account: account.clone() }),
        None => Ok(accounts),
    }
}
