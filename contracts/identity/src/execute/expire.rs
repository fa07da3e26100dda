//! Anyone takes out attestations that have expired.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_core::clock::is_due;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::execute::checked_accounts;
use crate::roll::{self, RollError};
use crate::state::CONFIG;
use crate::{event, notice};

/// Takes expired attestations out, here and in voting; others are passed over.
pub fn expire(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    accounts: Vec<String>,
) -> Result<Response, ContractError> {
    let config = CONFIG.load(deps.storage)?;
    let now = env.block.time.seconds();
    let mut response = response("expire", &info.sender);
    for account in checked_accounts(deps.api, &accounts)? {
        let record = match roll::live(deps.storage, &account) {
            Ok((record, until)) if is_due(until, now) => record,
            Ok(_) | Err(ContractError::Roll(RollError::NotAttested { .. })) => continue,
            Err(error) => return Err(error),
        };
        let attested = roll::end(deps.storage, &account, &record, config.day, now)?;
        let told = notice::revoke(&config.voting, &deps.querier, &account)?;
        response = response.add_event(event::expired(&account, &record.issuer, attested)).add_messages(told);
    }
    if response.events.is_empty() {
        return Err(ContractError::NoneExpired { count: accounts.len() });
    }
    Ok(response)
}
