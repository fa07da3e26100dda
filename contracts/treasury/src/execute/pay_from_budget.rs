//! `PayFromBudget`: the holder of a budget pays.

use cosmwasm_std::{Addr, DepsMut, Env, MessageInfo, Response, Uint128};
use isonomia_api::treasury::{Holding, Means};
use isonomia_kit::assets::{no_coins, nonzero, pay};
use isonomia_kit::authority::only;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::outflow::{self, Leaving};
use crate::state::{Entry, Mandate, CONFIG};
use crate::{budgets, event, gate, holdings, reserve};

/// Pays out of a period; past the first, within the cap.
pub fn pay_from_budget(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    id: u64,
    payment: (String, Uint128),
) -> Result<Response, TreasuryError> {
    let (mandate, mut budget) = budgets::load(deps.storage, id)?;
    only(&mandate.holder, &info.sender)?;
    no_coins(&info.funds)?;
    let (config, at) = (CONFIG.load(deps.storage)?, env.block.time.seconds());
    gate::check_open(deps.storage, at)?;
    let (to, amount) = (check_recipient(&deps, &mandate, id, payment.0)?, nonzero(payment.1)?);
    budget.pay(amount, at).map_err(budgets::refused(id))?;
    budgets::save(deps.storage, id, &budget)?;

    let (Mandate { proposal, asset, .. }, mut response) =
        (mandate, response("pay_from_budget", &info.sender));
    let balance = holdings::balance(&deps.querier, &asset, &env.contract.address)?;
    let (paid, holding) = (pay(&asset, &to, amount)?, Holding::from(asset));
    if budget.is_counted(at) {
        reserve::free(deps.storage, &holding, balance, amount)?;
    } else {
        let leaving = Leaving { holding: &holding, amount, balance };
        response = response.add_event(outflow::count(deps.storage, &config, at, leaving)?);
    }
    let entry = Entry { proposal, by: Means::Budget { id }, holding, amount, to: Some(to), at };
    let entered = outflow::enter(deps.storage, &config, entry)?;
    Ok(response.add_message(paid).add_event(event::budget_paid(id, budget.left(at))).add_event(entered))
}

/// Refuses whoever is not on the list.
fn check_recipient(deps: &DepsMut, mandate: &Mandate, id: u64, to: String) -> Result<Addr, TreasuryError> {
    let to = deps.api.addr_validate(&to)?;
    match &mandate.recipients {
        Some(recipients) if !recipients.contains(&to) => {
            Err(TreasuryError::NotRecipient { id, to: to.into_string() })
        }
        _ => Ok(to),
    }
}
