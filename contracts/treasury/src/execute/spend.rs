//! `Spend`: the timelock pays out.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Payment;
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;

use crate::error::TreasuryError;
use crate::outflow;
use crate::state::CONFIG;

/// Pays out whatever was decided.
pub fn spend(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    payment: Payment,
) -> Result<Response, TreasuryError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    let payment = outflow::check(deps.api, payment)?;
    let paid = outflow::pay_out(deps, &env, config.timelock, payment, false)?;
    Ok(paid.add_attribute("action", "spend").add_attribute("sender", info.sender))
}
