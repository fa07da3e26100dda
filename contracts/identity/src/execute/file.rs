//! An issuer files a statement.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::identity::Statement;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::{event, issuers, testimony};

/// Files a statement, which the account then submits.
pub fn file(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    account: String,
    statement: Statement,
) -> Result<Response, ContractError> {
    let issuer = issuers::speaking_by(deps.storage, &info.sender)?;
    let account = deps.api.addr_validate(&account)?;
    testimony::check(&statement, env.block.time.seconds())?;
    testimony::file(deps.storage, &info.sender, &account, &statement)?;
    Ok(response("file", &info.sender).add_event(event::filed(&issuer, &account, &statement)))
}
