//! `CreateBudget`: somebody may pay out without a vote, so much in each period.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::{Holding, NewBudget};
use isonomia_core::budget::Budget;
use isonomia_kit::assets::{check_asset, nonzero};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::outflow::{self, Leaving};
use crate::state::Mandate;
use crate::{budgets, event, gate, holdings};

/// Makes a budget, and counts what its first period may pay.
pub fn create_budget(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    new: NewBudget,
) -> Result<Response, TreasuryError> {
    let config = gate::admit_timelock(deps.storage, &info)?;
    let now = env.block.time.seconds();
    gate::check_open(deps.storage, now)?;
    let amount = nonzero(new.limit)?;
    let budget = Budget::check(amount, new.period, new.until, now, config.day)?;
    let mandate = Mandate {
        proposal: outflow::proposal(&deps.querier, &config)?,
        holder: deps.api.addr_validate(&new.holder)?,
        asset: check_asset(deps.api, &new.asset)?,
        recipients: budgets::check_recipients(deps.api, new.recipients)?,
    };
    let balance = holdings::balance(&deps.querier, &mandate.asset, &env.contract.address)?;
    let leaving = Leaving { holding: &Holding::from(mandate.asset.clone()), amount, balance };
    let counted = outflow::count(deps.storage, &config, now, leaving)?;
    let id = budgets::add(deps.storage, &mandate, &budget)?;
    Ok(response("create_budget", &info.sender)
        .add_event(counted)
        .add_event(event::budget_created(id, &mandate, &budget)))
}
