//! The DAO names a guardian.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::event;
use crate::guardian::{self, Term};
use crate::state::CONFIG;

/// Names a guardian, in the place of one that serves.
pub fn set_guardian(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    term: Term,
) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    let day = CONFIG.load(deps.storage)?.day;
    let named = guardian::appoint(deps.storage, deps.api, &term, day, env.block.time.seconds())?;
    Ok(response("set_guardian", &info.sender).add_event(event::guardian_named(&named)))
}
