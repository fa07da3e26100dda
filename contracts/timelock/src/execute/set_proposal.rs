//! The DAO names another proposal contract.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response, StdError};
use isonomia_kit::authority::only;

use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::event;
use crate::state::{Config, CONFIG};

/// Names another proposal contract. What the earlier one scheduled stays.
pub fn set_proposal(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    proposal: String,
) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    let proposal = deps.api.addr_validate(&proposal)?;
    let named = event::proposal_named(&proposal);
    CONFIG.update(deps.storage, |config| Ok::<_, StdError>(Config { proposal, ..config }))?;
    Ok(response("set_proposal", &info.sender).add_event(named))
}
