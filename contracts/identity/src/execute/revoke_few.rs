//! Governance ends a few attestations.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::execute::checked_accounts;
use crate::execute::revoke::{each_once, end_each, Limit};
use crate::state::CONFIG;

/// Ends a few attestations, at once: at most 5 % of all in an epoch.
pub fn revoke_few(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    accounts: Vec<String>,
) -> Result<Response, ContractError> {
    only(&CONFIG.load(deps.storage)?.timelock, &info.sender)?;
    let accounts = each_once(checked_accounts(deps.api, &accounts)?)?;
    let response = response("revoke_few", &info.sender);
    end_each(deps, &env, &Limit::Few, &accounts, response)
}
