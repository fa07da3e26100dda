//! `RevokeBudget`: a budget ends at once.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::{budgets, event, gate};

/// Ends a budget.
pub fn revoke_budget(deps: DepsMut, env: Env, info: MessageInfo, id: u64) -> Result<Response, TreasuryError> {
    gate::admit_timelock(deps.storage, &info)?;
    let (_, mut budget) = budgets::load(deps.storage, id)?;
    budget.revoke(env.block.time.seconds()).map_err(budgets::refused(id))?;
    budgets::save(deps.storage, id, &budget)?;
    Ok(response("revoke_budget", &info.sender).add_event(event::budget_revoked(id)))
}
