//! `SpendSmall`: the timelock pays out within an allowance.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::{Means, Payment};

use crate::error::TreasuryError;
use crate::{allowance, gate, outflow};

/// Pays out what is left of the asset's rolling allowance, or less, within the cap.
pub fn spend_small(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    payment: Payment,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let payment = outflow::check(deps.api, payment)?;
    let today = config.day.number(env.block.time.seconds());
    allowance::draw(deps.storage, &payment.asset, payment.amount, today)?;
    let paid = outflow::pay_out(deps, &env, &config, payment, Means::SpendSmall)?;
    Ok(paid.add_attribute("action", "spend_small").add_attribute("sender", info.sender))
}
