//! `SpendSmall`: the timelock pays out within an allowance.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Payment;
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;

use crate::error::TreasuryError;
use crate::state::CONFIG;
use crate::{allowance, outflow};

/// Pays out what is left of the asset's rolling allowance, or less.
pub fn spend_small(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    payment: Payment,
) -> Result<Response, TreasuryError> {
    let config = CONFIG.load(deps.storage)?;
    only(&config.timelock, &info.sender)?;
    no_coins(&info.funds)?;
    let payment = outflow::check(deps.api, payment)?;
    let today = config.day.number(env.block.time.seconds());
    allowance::draw(deps.storage, &payment.asset, payment.amount, today)?;
    let paid = outflow::pay_out(deps, &env, config.timelock, payment, true)?;
    Ok(paid.add_attribute("action", "spend_small").add_attribute("sender", info.sender))
}
