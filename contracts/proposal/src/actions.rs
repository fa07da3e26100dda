//! The actions of a proposal: brought into canonical form, and shown to the policy.

use cosmwasm_std::{Binary, CosmosMsg, Deps, StdError, StdResult, Storage, WasmMsg};
use isonomia_api::proposal::Routine;
use isonomia_core::class::{Class, Scope};
use isonomia_core::json::{canonical_message, canonical_object, JsonError};
use isonomia_core::policy::{judge, Act, Known};
use isonomia_core::rescue::Rescue;

use crate::error::ContractError;
use crate::rescues::{self, is_rescue};
use crate::state::{Config, ACTIONS, ROUTINES};
use crate::targets::Targets;

/// Stores the bytes of a proposal's actions.
pub fn save(storage: &mut dyn Storage, id: u64, actions: &[u8]) {
    storage.set(&ACTIONS.key(id), actions);
}

/// The bytes of a proposal's actions.
pub fn load(storage: &dyn Storage, id: u64) -> StdResult<Binary> {
    let actions = storage.get(&ACTIONS.key(id));
    actions.map(Binary::from).ok_or_else(|| StdError::not_found(format!("the actions of proposal {id}")))
}

/// Actions in canonical form, and the contracts that they are for.
pub struct Canonical {
    /// What is stored, judged, hashed and sent.
    pub actions: Vec<CosmosMsg>,
    /// The contracts, each with the code that it runs.
    pub targets: Targets,
}

/// Brings every action into canonical form; refuses kinds that are not taken, and contracts that do not exist.
pub fn canonical(deps: Deps, config: &Config, actions: Vec<CosmosMsg>) -> Result<Canonical, ContractError> {
    let mut targets = Targets::default();
    let canonical = |(index, action)| match action {
        CosmosMsg::Bank(bank) => Ok(CosmosMsg::Bank(bank)),
        CosmosMsg::Wasm(wasm) => {
            targets.note(deps, config, index, &wasm)?;
            canonical_wasm(wasm).map(CosmosMsg::Wasm).map_err(|why| ContractError::Message { index, why })
        }
        _ => Err(ContractError::Kind { index }),
    };
    let actions = actions.into_iter().enumerate().map(canonical).collect::<Result<_, _>>()?;
    Ok(Canonical { actions, targets })
}

fn canonical_wasm(mut wasm: WasmMsg) -> Result<WasmMsg, JsonError> {
    match &mut wasm {
        WasmMsg::Execute { msg, .. } => *msg = Binary::from(canonical_message(msg)?.1),
        WasmMsg::Instantiate { msg, .. }
        | WasmMsg::Instantiate2 { msg, .. }
        | WasmMsg::Migrate { msg, .. } => *msg = Binary::from(canonical_object(msg)?),
        _ => {}
    }
    Ok(wasm)
}

/// What canonical actions are judged by.
pub struct Judge<'a> {
    /// The chain and the store.
    pub deps: Deps<'a>,
    /// The configuration.
    pub config: &'a Config,
    /// The present moment.
    pub now: u64,
}

impl Judge<'_> {
    /// The class of canonical actions by the policy of now, and their scope.
    pub fn judge(&self, actions: &[CosmosMsg], emergency: bool) -> Result<(Class, Scope), ContractError> {
        let storage = self.deps.storage;
        let lists = Lists {
            routines: ROUTINES.load(storage)?,
            // Nobody but an emergency needs one.
            rescues: if emergency { rescues::all(storage)? } else { vec![] },
        };
        let keys: Vec<Option<String>> = actions.iter().map(message_key).collect();
        let acts: Vec<Act> =
            actions.iter().zip(&keys).map(|(action, key)| self.act(&lists, action, key.as_deref())).collect();
        Ok(judge(&acts, &known(self.config), emergency)?)
    }

    fn act<'a>(&self, lists: &Lists, action: &'a CosmosMsg, key: Option<&'a str>) -> Act<'a> {
        match (action, key) {
            (CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, funds, .. }), Some(message)) => Act::Call {
                contract: contract_addr,
                message,
                funded: !funds.is_empty(),
                routine: is_routine(self.deps, self.config, &lists.routines, contract_addr, message),
            },
            (CosmosMsg::Wasm(WasmMsg::Migrate { contract_addr, new_code_id, msg }), _) => Act::Migrate {
                contract: contract_addr,
                rescue: is_rescue(self.deps, &lists.rescues, (contract_addr, *new_code_id, msg), self.now),
            },
            _ => Act::Other,
        }
    }
}

/// What governance has listed.
struct Lists {
    routines: Vec<Routine>,
    rescues: Vec<Rescue>,
}

/// The contracts whose messages the policy knows.
pub fn known(config: &Config) -> Known<'_> {
    Known {
        timelock: config.timelock.as_str(),
        treasury: config.treasury.as_str(),
        identity: config.identity.as_str(),
        voting: config.voting.as_str(),
        proposal: config.own.as_str(),
    }
}

/// The one top-level key of a message to a contract.
pub fn message_key(action: &CosmosMsg) -> Option<String> {
    match action {
        CosmosMsg::Wasm(WasmMsg::Execute { msg, .. }) => canonical_message(msg).ok().map(|(key, _)| key),
        _ => None,
    }
}

/// Listed by governance, and only while the contract runs the code that was listed and its admin is nobody or the
/// timelock: a foreign admin could migrate there and back.
fn is_routine(deps: Deps, config: &Config, routines: &[Routine], contract: &str, message: &str) -> bool {
    let listed = |routine: &&Routine| routine.contract == contract && routine.message == message;
    let Some(routine) = routines.iter().find(listed) else {
        return false;
    };
    let Ok(info) = deps.querier.query_wasm_contract_info(contract) else {
        return false;
    };
    info.code_id == routine.code_id && info.admin.is_none_or(|admin| admin == config.timelock)
}

#[cfg(test)]
mod tests {
    use cosmwasm_std::testing::{mock_dependencies, MockApi};
    use cosmwasm_std::{ContractResult, SystemResult};
    use isonomia_core::clock::Day;

    use super::*;

    /// Every contract runs code 7, however it is spelled: as chains answer.
    fn spelled(spell: fn(&str) -> String) -> Result<Canonical, ContractError> {
        let mut deps = mock_dependencies();
        deps.querier.update_wasm(|_| {
            let told = r#"{"code_id":7,"creator":"x","admin":null,"pinned":false,"ibc_port":null}"#;
            SystemResult::Ok(ContractResult::Ok(told.as_bytes().into()))
        });
        let addr = |name: &str| MockApi::default().addr_make(name);
        let config = Config {
            own: addr("proposal"),
            voting: addr("voting"),
            timelock: addr("timelock"),
            treasury: addr("treasury"),
            identity: addr("identity"),
            unbonding: 0,
            day: Day(86_400),
        };
        let contract_addr = spell(config.timelock.as_str());
        let msg = Binary::from(br#"{"remove_guardian":{}}"#);
        let action = WasmMsg::Execute { contract_addr, msg, funds: vec![] };
        canonical(deps.as_ref(), &config, vec![action.into()])
    }

    #[test]
    fn the_policy_knows_a_contract_however_it_is_spelled() {
        let refused = spelled(str::to_uppercase).map(drop).unwrap_err();

        assert!(refused.to_string().contains("not normalized"), "{refused}");
        assert!(spelled(str::to_string).is_ok());
    }
}
