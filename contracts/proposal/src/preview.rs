//! What a proposal would be, before anything is submitted.

use cosmwasm_std::{BankMsg, Coin, CosmosMsg, Deps, Env, Uint128, WasmMsg};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{
    AdminChange, Call, Effects, Migration, Outflow, PreviewResponse, Warning, MAX_ACTIONS, MAX_ACTIONS_BYTES,
};
use isonomia_core::json::Value;
use isonomia_core::policy::Known;

use crate::actions::{self, known, message_key, Judge};
use crate::draft::check_length;
use crate::error::ContractError;
use crate::rescues::{self, is_rescue};
use crate::state::{Config, CONFIG};
use crate::targets::{target, Targets};

/// What a message to the treasury says of an outflow: where, and under which name the amount stands.
const OUTFLOWS: [(&str, &str); 3] = [("payment", "amount"), ("budget", "limit"), ("stream", "amount")];

/// What a proposal with these actions would be.
pub fn preview(
    deps: Deps,
    env: &Env,
    actions: Vec<CosmosMsg>,
    emergency: bool,
) -> Result<PreviewResponse, ContractError> {
    let (config, now) = (CONFIG.load(deps.storage)?, env.block.time.seconds());
    if actions.len() > MAX_ACTIONS {
        return Err(ContractError::TooManyActions { count: actions.len(), most: MAX_ACTIONS });
    }
    let actions::Canonical { actions, targets } = actions::canonical(deps, &config, actions)?;
    check_length("list of actions", cosmwasm_std::to_json_vec(&actions)?.len(), MAX_ACTIONS_BYTES)?;
    let (class, scope) = Judge { deps, config: &config, now }.judge(&actions, emergency)?;
    let mut reading = Reading { deps, known: known(&config), now, effects: Effects::default() };
    for action in &actions {
        reading.read(action)?;
    }
    let effects = reading.effects;
    let warnings = warnings(deps, &config, &actions, &targets)?;
    Ok(PreviewResponse { class, scope, effects, warnings, pins: targets.pins })
}

/// The effects, as far as they were read.
struct Reading<'a> {
    deps: Deps<'a>,
    known: Known<'a>,
    now: u64,
    effects: Effects,
}

impl Reading<'_> {
    fn read(&mut self, action: &CosmosMsg) -> Result<(), ContractError> {
        match action {
            CosmosMsg::Bank(BankMsg::Send { amount, .. } | BankMsg::Burn { amount }) => self.leaves(amount),
            CosmosMsg::Wasm(wasm) => self.read_wasm(wasm)?,
            _ => {}
        }
        if let Some(message) = message_key(action) {
            self.call(action, message);
        }
        Ok(())
    }

    fn read_wasm(&mut self, wasm: &WasmMsg) -> Result<(), ContractError> {
        match wasm {
            WasmMsg::Execute { funds, .. }
            | WasmMsg::Instantiate { funds, .. }
            | WasmMsg::Instantiate2 { funds, .. } => self.leaves(funds),
            WasmMsg::Migrate { contract_addr, new_code_id, msg } => {
                let code_id = *new_code_id;
                let code = self.deps.querier.query_wasm_code_info(code_id);
                let rescues = rescues::all(self.deps.storage)?;
                self.effects.migrations.push(Migration {
                    contract: contract_addr.clone(),
                    code_id,
                    checksum: code.ok().map(|code| code.checksum.as_slice().into()),
                    rescue: is_rescue(self.deps, &rescues, (contract_addr, code_id, msg), self.now),
                });
            }
            WasmMsg::UpdateAdmin { contract_addr, admin } => self.admin(contract_addr, Some(admin.clone())),
            WasmMsg::ClearAdmin { contract_addr } => self.admin(contract_addr, None),
            _ => {}
        }
        Ok(())
    }

    fn admin(&mut self, contract: &str, admin: Option<String>) {
        self.effects.admins.push(AdminChange { contract: contract.to_string(), admin });
    }

    /// A message to a contract: an outflow of the treasury, a setting of ours, or a call.
    fn call(&mut self, action: &CosmosMsg, message: String) {
        let CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, msg, .. }) = action else {
            return;
        };
        let contract = contract_addr.clone();
        let outflow = (contract == self.known.treasury).then(|| outflow(msg, &message)).flatten();
        let is_assertion = contract == self.known.timelock && message == "assert";
        match outflow {
            Some((asset, amount)) => self.add(asset, amount),
            None if is_assertion => {}
            None if self.known.is_ours(&contract) => self.effects.settings.push(Call { contract, message }),
            None => self.effects.calls.push(Call { contract, message }),
        }
    }

    fn leaves(&mut self, coins: &[Coin]) {
        for Coin { denom, amount } in coins {
            self.add(Asset::Native { denom: denom.clone() }, *amount);
        }
    }

    fn add(&mut self, asset: Asset, amount: Uint128) {
        match self.effects.outflows.iter_mut().find(|outflow| outflow.asset == asset) {
            Some(outflow) => outflow.amount = outflow.amount.saturating_add(amount),
            None => self.effects.outflows.push(Outflow { asset, amount }),
        }
    }
}

/// What a message to the treasury pays or promises.
fn outflow(msg: &[u8], message: &str) -> Option<(Asset, Uint128)> {
    let value = Value::parse(msg).ok()?;
    OUTFLOWS.iter().find_map(|(what, amount)| {
        let at = |rest: &str| value.at(&format!("/{message}/{what}/{rest}")).map(Value::text);
        let native = at("asset/native/denom").map(|denom| Asset::Native { denom });
        let asset = native.or_else(|| at("asset/cw20/contract").map(|contract| Asset::Cw20 { contract }))?;
        Some((asset, at(amount)?.parse().ok()?))
    })
}

/// What no pin sees of the contracts that are called.
fn warnings(
    deps: Deps,
    config: &Config,
    actions: &[CosmosMsg],
    targets: &Targets,
) -> Result<Vec<Warning>, ContractError> {
    let known = known(config);
    let mut warnings = vec![];
    for pin in &targets.pins {
        let (contract, info) = (pin.contract.clone(), deps.querier.query_wasm_contract_info(&pin.contract)?);
        if let Some(admin) = info.admin.filter(|admin| *admin != config.timelock) {
            let (contract, admin) = (contract.clone(), admin.into_string());
            warnings.push(Warning::ForeignAdmin { contract, admin });
        }
        if !known.is_ours(&contract) {
            warnings.push(Warning::Configuration { contract });
        }
    }
    let called = |contract: &&String| actions.iter().any(|action| is_for(action, contract));
    warnings.extend(
        targets.created.iter().filter(called).map(|contract| Warning::NoInfo { contract: contract.clone() }),
    );
    let forward = actions.iter().enumerate().filter(|(_, action)| has_no_way_back(action, &known));
    warnings.extend(forward.map(|(index, _)| Warning::NoRollback { index }));
    let wraps = |(_, action): &(usize, &CosmosMsg)| {
        is_for(action, known.treasury) && message_key(action).is_some_and(|message| message == "execute")
    };
    let wrapped = actions.iter().enumerate().filter(wraps);
    warnings.extend(wrapped.map(|(index, _)| Warning::Wrapped { index }));
    Ok(warnings)
}

/// An `upgrade` of the timelock without a rollback.
fn has_no_way_back(action: &CosmosMsg, known: &Known) -> bool {
    let CosmosMsg::Wasm(WasmMsg::Execute { msg, .. }) = action else { return false };
    let rollback = || Value::parse(msg).ok()?.at("/upgrade/rollback").cloned();
    is_for(action, known.timelock)
        && message_key(action).is_some_and(|message| message == "upgrade")
        && matches!(rollback(), None | Some(Value::Null))
}

fn is_for(action: &CosmosMsg, contract: &str) -> bool {
    matches!(action, CosmosMsg::Wasm(wasm) if target(wasm) == Some(contract))
}
