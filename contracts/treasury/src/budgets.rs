//! Budgets: the only writer of `MANDATES`, `BUDGETS` and `BUDGETS_OF`.

use cosmwasm_std::{Addr, Api, Empty, StdResult, Storage};
use isonomia_api::treasury::BudgetInfo;
use isonomia_core::budget::{Budget, BudgetError};

use crate::error::TreasuryError;
use crate::numbers::next;
use crate::state::{Mandate, BUDGETS, BUDGETS_OF, MANDATES};

/// Recipients of a budget.
pub const MAX_RECIPIENTS: usize = 32;

/// Checks a list of recipients: 1 to 32, or none at all.
pub fn check_recipients(
    api: &dyn Api,
    recipients: Option<Vec<String>>,
) -> Result<Option<Vec<Addr>>, TreasuryError> {
    let Some(recipients) = recipients else { return Ok(None) };
    if !(1..=MAX_RECIPIENTS).contains(&recipients.len()) {
        return Err(TreasuryError::Recipients { count: recipients.len() });
    }
    Ok(Some(recipients.iter().map(|who| api.addr_validate(who)).collect::<StdResult<_>>()?))
}

/// Makes a budget.
pub fn add(storage: &mut dyn Storage, mandate: &Mandate, budget: &Budget) -> Result<u64, TreasuryError> {
    let id = next(storage, &MANDATES)?;
    MANDATES.save(storage, id, mandate)?;
    BUDGETS_OF.save(storage, (&mandate.holder, id), &Empty {})?;
    save(storage, id, budget)?;
    Ok(id)
}

/// Writes what changes of a budget.
pub fn save(storage: &mut dyn Storage, id: u64, budget: &Budget) -> StdResult<()> {
    BUDGETS.save(storage, id, budget)
}

/// A budget.
pub fn load(storage: &dyn Storage, id: u64) -> Result<(Mandate, Budget), TreasuryError> {
    let mandate = MANDATES.may_load(storage, id)?.ok_or(TreasuryError::NoBudget { id })?;
    Ok((mandate, BUDGETS.load(storage, id)?))
}

/// The refusal of a budget, by its name.
pub fn refused(id: u64) -> impl Fn(BudgetError) -> TreasuryError {
    move |why| TreasuryError::Budget { id, why }
}

/// A budget as it is told.
pub fn told(id: u64, mandate: Mandate, budget: Budget, now: u64) -> BudgetInfo {
    let Mandate { proposal, holder, asset, recipients } = mandate;
    let Budget { limit, period, made, until, revoked, .. } = budget;
    BudgetInfo {
        id,
        proposal,
        holder,
        asset,
        limit,
        period,
        made,
        until,
        recipients,
        revoked,
        left: budget.left(now),
        period_ends: budget.ends(now),
    }
}
