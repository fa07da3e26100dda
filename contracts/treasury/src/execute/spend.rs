//! `Spend`: the timelock pays out.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::{Means, Payment};

use crate::error::TreasuryError;
use crate::{gate, outflow};

/// Pays out whatever was decided, within the cap.
pub fn spend(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    payment: Payment,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let payment = outflow::check(deps.api, payment)?;
    let paid = outflow::pay_out(deps, &env, &config, payment, Means::Spend)?;
    Ok(paid.add_attribute("action", "spend").add_attribute("sender", info.sender))
}
