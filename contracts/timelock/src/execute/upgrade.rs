//! An action behind migrations: it approves their code, and arms the way back.

use cosmwasm_std::{DepsMut, Env, MessageInfo, Response};
use isonomia_api::timelock::RollbackPlan;
use isonomia_core::upgrade::ApprovedCode;
use isonomia_kit::authority::only;
use isonomia_kit::response::response_on;

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
    Ok(response_on("upgrade", &info.sender, id)
        .add_event(event::upgraded(id, soak.as_ref()))
        .add_events(migrated.iter().map(|entry| event::code_approved(id, entry))))
}

#[cfg(test)]
mod tests {
    use cosmwasm_std::testing::{message_info, mock_dependencies, mock_env, MockApi};
    use cosmwasm_std::{ContractResult, SystemResult, WasmQuery};
    use isonomia_api::timelock::Executing;

    use super::*;
    use crate::state::EXECUTING;

    /// Every contract runs code 7, however it is spelled.
    fn approve_spelled(contract: String) -> Result<Response, ContractError> {
        let (mut deps, env) = (mock_dependencies(), mock_env());
        deps.querier.update_wasm(|query| {
            let told = match query {
                WasmQuery::CodeInfo { .. } => {
                    format!(r#"{{"code_id":7,"creator":"x","checksum":"{}"}}"#, "07".repeat(32))
                }
                _ => r#"{"code_id":7,"creator":"x","admin":null,"pinned":false,"ibc_port":null}"#.to_string(),
            };
            SystemResult::Ok(ContractResult::Ok(told.as_bytes().into()))
        });
        let transaction = env.transaction.as_ref().map(|transaction| transaction.index);
        let executing = Executing { id: 1, height: env.block.height, transaction };
        EXECUTING.save(&mut deps.storage, &executing).unwrap();
        let info = message_info(&env.contract.address, &[]);
        let migrations = vec![ApprovedCode { contract, checksum: vec![7; 32].into() }];
        upgrade(deps.as_mut(), env, info, migrations, None)
    }

    #[test]
    fn a_contract_does_not_hide_behind_capitals() {
        let bell = MockApi::default().addr_make("bell").into_string();

        let refused = approve_spelled(bell.to_uppercase()).unwrap_err();

        assert!(refused.to_string().contains("not normalized"), "{refused}");
        assert!(approve_spelled(bell).is_ok());
    }
}
