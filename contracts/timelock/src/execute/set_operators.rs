//! The DAO names the operators.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::Operator;
use isonomia_kit::authority::only;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::{event, readiness};

/// Names the operators for what is scheduled from now on. What waits already waits for those that it knows.
pub fn set_operators(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    operators: Vec<Operator>,
) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    let named = readiness::name(deps.storage, deps.api, operators)?;
    Ok(response("set_operators", &info.sender)
        .add_event(event::operators_named(&named))
        .add_events(named.iter().map(event::operator_named)))
}
