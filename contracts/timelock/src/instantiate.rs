//! The founding.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::{FirstGuardian, InstantiateMsg};
use isonomia_core::clock::Day;
use isonomia_core::least_delay::LeastDelay;

use isonomia_kit::migration;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::guardian::{self, Term};
use crate::state::{Config, CONFIG};
use crate::{event, CODE};

/// Notes who may schedule, the least delays, and the first guardian.
pub fn instantiate(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    msg: InstantiateMsg,
) -> Result<Response, ContractError> {
    let (day, least) = (Day::check(msg.day)?, msg.least_delays);
    let proposal = deps.api.addr_validate(&msg.proposal)?;
    let config = Config {
        proposal,
        treasury: deps.api.addr_validate(&msg.treasury)?,
        day,
        standard: LeastDelay::new(least.standard),
        critical: LeastDelay::new(least.critical),
        emergency: LeastDelay::new(least.emergency),
    };
    migration::mark(deps.storage, &CODE)?;
    CONFIG.save(deps.storage, &config)?;
    let response = response("instantiate", &info.sender)
        .add_event(event::instantiated(&config))
        .add_event(event::proposal_named(&config.proposal))
        .add_event(event::least_delays_set(&least));
    let Some(FirstGuardian { guardian, seconds }) = msg.guardian else {
        return Ok(response);
    };
    let now = env.block.time.seconds();
    let term = Term { guardian, until: now.saturating_add(seconds) };
    let named = guardian::appoint(deps.storage, deps.api, &term, day, now)?;
    Ok(response.add_event(event::guardian_named(&named)))
}
