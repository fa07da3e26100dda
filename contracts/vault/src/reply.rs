//! The notice of an exit failed: the exit stands.

use cosmwasm_std::{DepsMut, Env, Response};
use isonomia_core::release;

use crate::error::VaultError;
use crate::state::{CONFIG, LEAVING};
use crate::{claims, event, notice};

/// Moves the claim of the exit to its latest day and lists the account.
///
/// This runs inside the depositor's own `Unstake` and must not fail. It looks at nothing that voting can choose: not at
/// the error, not at the payload. The claim it takes back was written by the same transaction, and all that the failed
/// notice did beneath it has been taken back by the chain.
pub fn notice_failed(deps: DepsMut, env: Env) -> Result<Response, VaultError> {
    let config = CONFIG.load(deps.storage)?;
    let exit = LEAVING.load(deps.storage)?;
    let latest = release::at_the_latest(config.day, config.unbonding, env.block.time.seconds());
    claims::take_back(deps.storage, &exit.account, exit.day, exit.amount)?;
    claims::add_waiting(deps.storage, &exit.account, latest, exit.amount)?;
    notice::missed(deps.storage, &exit.account)?;
    Ok(Response::new().add_event(event::notice_failed(&exit, config.day.days(latest))))
}
