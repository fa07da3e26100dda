//! An account whose statement has matured is attested.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_core::registry::{check_maturity, LIFE_DAYS};

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::execute::check_no_code;
use crate::state::CONFIG;
use crate::{event, issuers, limits, notice, roll};

/// Attests the sender, for 180 days from now.
pub fn activate(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, ContractError> {
    let account = &info.sender;
    check_no_code(&deps.querier, account)?;
    let (record, submitted) = roll::maturing(deps.storage, account)?;
    let config = CONFIG.load(deps.storage)?;
    let now = env.block.time.seconds();
    check_maturity(submitted, config.day, now)?;
    issuers::key_of(deps.storage, &record.issuer)?;
    limits::use_activation(deps.storage, &config, &record.issuer, now)?;
    let until = now.saturating_add(config.day.days(LIFE_DAYS));
    let attested = roll::attest(deps.storage, account, &record, until)?;
    let told = notice::attest(&config.voting, account, until)?;
    let activated = event::activated(account, &record.issuer, until, attested);
    Ok(response("activate", account).add_event(activated).add_message(told))
}
