//! An upgrade is undone in its soak.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::Act;
use isonomia_kit::response::response_on;

use crate::error::ContractError;
use crate::incidents::{self, Notice};
use crate::{event, rollbacks};

/// Sends the steps that were voted on, all or none. No pause holds them up.
pub fn rollback(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    notice: Notice,
) -> Result<Response, ContractError> {
    let steps = rollbacks::run(deps.storage, &deps.querier, &env, id, &info.sender)?;
    let rolled_back = event::rolled_back(id, steps.len(), &info.sender, &notice);
    let (by, now) = (info.sender.clone(), env.block.time.seconds());
    let number = incidents::enter(deps.storage, by, Act::RolledBack { id }, notice, now)?;
    Ok(response_on("rollback", &info.sender, id)
        .add_event(rolled_back.add_attribute("number", number.to_string()))
        .add_messages(steps))
}
