//! Rollbacks: the way back that the voters approved with an upgrade, until its soak is over. The only writer of `PLANS` and
//! `SOAKS`.

use cosmwasm_std::{Addr, CosmosMsg, Env, QuerierWrapper, StdResult, Storage, WasmMsg};
use isonomia_api::proposal::Proposals;
use isonomia_api::timelock::{Assertion, RollbackPlan};
use isonomia_core::alarm;
use isonomia_core::policy::Known;
use isonomia_core::soak::{Soak, SoakEvent};
use isonomia_core::upgrade::{
    check_alarms, check_code, check_present, check_steps, Code, Migrated, RollbackStep, UpgradeError,
};

use crate::error::ContractError;
use crate::state::{Config, Plan, CONFIG, PLANS, SOAKS};
use crate::{assertion, guardian, operations, upgrades};

/// Why nothing is rolled back.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum RollbackError {
    /// Nothing to come back from, or no way back.
    #[error("operation {id} has no rollback: none was approved, or nothing was upgraded yet")]
    None {
        /// Which.
        id: u64,
    },
    /// In the middle of an operation, by somebody whom it calls.
    #[error(
        "operation {id} is not rolled back by what operation {other} calls: its pins were checked before"
    )]
    Within {
        /// Which.
        id: u64,
        /// The operation that is executed in this transaction.
        other: u64,
    },
    /// Somebody else, and nothing is wrong.
    #[error("no alarm of operation {id} is raised: the guardian and the timelock may roll it back, and not {sender}")]
    NoAlarm {
        /// Which.
        id: u64,
        /// Who tried.
        sender: Addr,
    },
}

/// Arms the way back from what an operation has migrated.
pub fn arm(
    storage: &mut dyn Storage,
    querier: &QuerierWrapper,
    env: &Env,
    (id, migrated): (u64, &[Migrated]),
    plan: RollbackPlan,
) -> Result<Soak, ContractError> {
    let config = CONFIG.load(storage)?;
    let soak = Soak::begin(plan.soak, config.day, env.block.time.seconds())?;
    let own = &env.contract.address;
    let steps = check_steps(plan.steps, migrated, own.as_str())?;
    for step in &steps {
        check_step(querier, step)?;
        let admin = querier.query_wasm_contract_info(&step.contract)?.admin;
        if admin.as_ref() != Some(own) {
            return Err(UpgradeError::NotAdministered { contract: step.contract.clone() }.into());
        }
    }
    arm_alarms(querier, own, &config, &plan.alarms)?;
    PLANS.save(storage, id, &Plan { steps, alarms: plan.alarms })?;
    SOAKS.save(storage, id, &soak)?;
    Ok(soak)
}

/// The soak of an upgrade, and its way back.
pub fn of(storage: &dyn Storage, id: u64) -> StdResult<Option<(Soak, Plan)>> {
    let Some(soak) = SOAKS.may_load(storage, id)? else { return Ok(None) };
    Ok(Some((soak, PLANS.load(storage, id)?)))
}

/// Goes the way back: the steps as messages. The guardian and the timelock may, and anyone once an alarm is raised.
pub fn run(
    storage: &mut dyn Storage,
    querier: &QuerierWrapper,
    env: &Env,
    id: u64,
    sender: &Addr,
) -> Result<Vec<CosmosMsg>, ContractError> {
    let (mut soak, Plan { steps, alarms }) = of(storage, id)?.ok_or(RollbackError::None { id })?;
    let taken = soak.take(SoakEvent::RollBack, env.block.time.seconds());
    taken.map_err(|why| ContractError::Soak { id, why })?;
    let is_raised = |alarm| assertion::verify(querier, alarm).is_err();
    if guardian::acting(storage, env, sender).is_err() && !alarms.iter().any(is_raised) {
        return Err(RollbackError::NoAlarm { id, sender: sender.clone() }.into());
    }
    if *sender != env.contract.address {
        if let Ok(other) = operations::executing(storage, env) {
            return Err(RollbackError::Within { id, other }.into());
        }
    }
    let migrated = upgrades::of(storage, id)?;
    for step in &steps {
        check_present(&migrated, &step.contract, upgrades::present(querier, &step.contract)?)?;
        check_step(querier, step)?;
    }
    SOAKS.save(storage, id, &soak)?;
    Ok(steps.into_iter().map(message).collect())
}

/// An alarm asks nothing that an outsider changes, and is not raised from the start.
fn arm_alarms(
    querier: &QuerierWrapper,
    own: &Addr,
    config: &Config,
    alarms: &[Assertion],
) -> Result<(), ContractError> {
    check_alarms(alarms.len())?;
    if alarms.is_empty() {
        return Ok(());
    }
    let others = Proposals(config.proposal.clone()).config(querier)?;
    let known = Known {
        timelock: own.as_str(),
        treasury: config.treasury.as_str(),
        identity: others.identity.as_str(),
        voting: others.voting.as_str(),
        proposal: config.proposal.as_str(),
    };
    for claim in alarms {
        alarm::check(&known, &claim.contract, &claim.query, &claim.pointer)?;
        assertion::verify(querier, claim)?;
    }
    Ok(())
}

fn check_step(querier: &QuerierWrapper, step: &RollbackStep) -> Result<(), ContractError> {
    let checksum = upgrades::checksum(querier, step.code_id)?;
    let code = Code { id: step.code_id, checksum: checksum.as_slice() };
    Ok(check_code(step.contract.clone(), code, &step.checksum)?)
}

fn message(step: RollbackStep) -> CosmosMsg {
    let RollbackStep { contract: contract_addr, code_id: new_code_id, msg, .. } = step;
    WasmMsg::Migrate { contract_addr, new_code_id, msg }.into()
}
