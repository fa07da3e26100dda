//! An action behind migrations: it approves their code, and arms the way back.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::RollbackPlan;
use isonomia_core::upgrade::ApprovedCode;
use isonomia_kit::authority::only;
use isonomia_kit::response::response;

use crate::error::ContractError;
use crate::{event, operations, rollbacks, upgrades};

/// Fails unless what the operation has migrated is what the voters approved.
pub fn upgrade(
    deps: DepsMut,
    env: Env,
    info: MessageInfo,
    migrations: Vec<ApprovedCode>,
    rollback: Option<RollbackPlan>,
) -> Result<Response, ContractError> {
    only(&env.contract.address, &info.sender)?;
    let id = operations::executing(deps.storage, &env)?;
    for ApprovedCode { contract, .. } in &migrations {
        // An address in capitals is another text for the same contract: the timelock would not know itself.
        deps.api.addr_validate(contract)?;
    }
    let migrated = upgrades::enter(deps.storage, &deps.querier, id, &migrations)?;
    let soak = match rollback {
        Some(plan) => {
            Some(rollbacks::arm(deps.storage, &deps.querier, &env, (id, migrated.as_slice()), plan)?)
        }
        None => None,
    };
    Ok(response("upgrade", &info.sender)
        .add_event(event::upgraded(id, soak.as_ref()))
        .add_events(migrated.iter().map(|entry| event::migrated(id, entry))))
}
