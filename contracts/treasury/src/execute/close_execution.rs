//! `CloseExecution`: the treasury counts what an `Execute` has let out.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::treasury::Means;
use isonomia_kit::assets::no_coins;
use isonomia_kit::authority::only;
use isonomia_kit::response::response;

use crate::error::TreasuryError;
use crate::outflow::{self, Leaving};
use crate::state::{Entry, Execution, CONFIG};
use crate::{execution, holdings};

/// Counts every decrease as an outflow, or takes everything back.
pub fn close_execution(deps: DepsMut, env: Env, info: MessageInfo) -> Result<Response, TreasuryError> {
    only(&env.contract.address, &info.sender)?;
    no_coins(&info.funds)?;
    let (config, at) = (CONFIG.load(deps.storage)?, env.block.time.seconds());
    let Execution { proposal, to, before } = execution::end(deps.storage)?;
    let mut response = response("close_execution", &info.sender);
    for (holding, balance) in before {
        let Some(asset) = holding.asset() else { continue };
        let after = holdings::balance(&deps.querier, &asset, &env.contract.address)?;
        let amount = balance.saturating_sub(after);
        if amount.is_zero() {
            continue;
        }
        let leaving = Leaving { holding: &holding, amount, balance };
        response = response.add_event(outflow::count(deps.storage, &config, at, leaving)?);
        let entry = Entry { proposal, by: Means::Execute, holding, amount, to: to.clone(), at };
        response = response.add_event(outflow::enter(deps.storage, &config, entry)?);
    }
    Ok(response)
}
