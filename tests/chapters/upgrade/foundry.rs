//! The foundry: other code for our own contracts, sound and unsound, and whole upgrades.

use anyhow::{bail, Result};
use cosmwasm_std::{
    to_json_binary, Addr, Binary, CosmosMsg, Deps, DepsMut, Empty, Env, HexBinary, MessageInfo, Reply,
    Response, WasmMsg,
};
use cw_multi_test::Contract;
use isonomia_api::identity;
use isonomia_api::timelock::{
    Assertion, ExecuteMsg, Expect, NewOperation, QueryMsg, RollbackInfo, RollbackPlan, UpgradeResponse,
};
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::pin::Pin;
use isonomia_core::upgrade::{ApprovedCode, RollbackStep};
use isonomia_embedded::{Code, Dao, DAY};

use crate::lifecycle::town::*;

/// How code behaves once a contract was migrated to it.
#[derive(Clone, Copy, PartialEq)]
pub enum Temper {
    /// As it should.
    Sound,
    /// It answers nothing from the second day on.
    Cracks,
    /// No contract can be migrated to it.
    Breaks,
}

/// A contract of ours in another cast: it can be migrated to.
struct Cast {
    ours: Code,
    temper: Temper,
}

/// Where a cast notes when it was made.
const CAST: &[u8] = b"cast";

impl Contract<Empty> for Cast {
    fn execute(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.ours.execute(deps, env, info, msg)
    }

    fn instantiate(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.ours.instantiate(deps, env, info, msg)
    }

    fn query(&self, deps: Deps, env: Env, msg: Vec<u8>) -> Result<Binary> {
        let cast = deps.storage.get(CAST).and_then(|bytes| bytes.try_into().ok()).map(u64::from_be_bytes);
        let is_old = cast.is_some_and(|cast| env.block.time.seconds() >= cast + DAY);
        if self.temper == Temper::Cracks && is_old {
            bail!("it is cracked");
        }
        self.ours.query(deps, env, msg)
    }

    fn reply(&self, deps: DepsMut, env: Env, msg: Reply) -> Result<Response> {
        self.ours.reply(deps, env, msg)
    }

    fn sudo(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.ours.sudo(deps, env, msg)
    }

    fn migrate(&self, deps: DepsMut, env: Env, _: Vec<u8>) -> Result<Response> {
        if self.temper == Temper::Breaks {
            bail!("the mould is broken");
        }
        deps.storage.set(CAST, &env.block.time.seconds().to_be_bytes());
        Ok(Response::new())
    }
}

/// A contract of ours in another cast.
fn cast(ours: Code, temper: Temper) -> Code {
    Box::new(Cast { ours, temper })
}

/// A guarded town whose registry, voting and timelock can be migrated back to the code that they run.
pub fn foundry() -> Result<Dao> {
    founded(plan().guarded().with_code(|codes| {
        codes.identity = cast(crate::codes().identity, Temper::Sound);
        codes.voting = cast(crate::codes().voting, Temper::Sound);
        codes.timelock = cast(crate::codes().timelock, Temper::Sound);
    }))
}

/// Other code for the registry.
pub fn identity_code(dao: &mut Dao, temper: Temper) -> u64 {
    dao.app.store_code(cast(crate::codes().identity, temper))
}

/// Other code for voting.
pub fn voting_code(dao: &mut Dao, temper: Temper) -> u64 {
    dao.app.store_code(cast(crate::codes().voting, temper))
}

/// Other code for the timelock.
pub fn timelock_code(dao: &mut Dao, temper: Temper) -> u64 {
    dao.app.store_code(cast(crate::codes().timelock, temper))
}

/// The code that a contract runs.
pub fn runs(dao: &Dao, contract: &Addr) -> Result<u64> {
    Ok(dao.app.wrap().query_wasm_contract_info(contract)?.code_id)
}

/// A migration with a message that says nothing.
pub fn migrate(contract: &Addr, new_code_id: u64) -> CosmosMsg {
    WasmMsg::Migrate { contract_addr: contract.to_string(), new_code_id, msg: b"{}".into() }.into()
}

/// Code of this checksum, for a contract.
pub fn checked(contract: &Addr, byte: u8) -> ApprovedCode {
    ApprovedCode { contract: contract.to_string(), checksum: HexBinary::from(vec![byte; 32]) }
}

/// The action that approves.
pub fn approve(
    dao: &Dao,
    migrations: Vec<ApprovedCode>,
    rollback: Option<RollbackPlan>,
) -> Result<CosmosMsg> {
    dao.to_timelock(&ExecuteMsg::Upgrade { migrations, rollback })
}

/// Contracts are migrated to other codes, which are approved, with a way back or without one.
pub fn upgrade(dao: &Dao, to: &[(&Addr, u64)], rollback: Option<RollbackPlan>) -> Result<Vec<CosmosMsg>> {
    let mut actions: Vec<_> = to.iter().map(|(contract, code)| migrate(contract, *code)).collect();
    let codes = to.iter().map(|(contract, code)| dao.approved(*contract, *code));
    actions.push(approve(dao, codes.collect::<Result<_>>()?, rollback)?);
    Ok(actions)
}

/// A step back to a code.
pub fn step(dao: &Dao, contract: &Addr, code_id: u64) -> Result<RollbackStep> {
    let (contract, checksum) = (contract.to_string(), dao.checksum(code_id)?);
    Ok(RollbackStep { contract, code_id, checksum, msg: b"{}".into() })
}

/// A week in which these contracts may go back to the code that they run now, by anyone once the alarm is raised.
pub fn week(dao: &Dao, back: &[&Addr]) -> Result<RollbackPlan> {
    let steps = back.iter().map(|contract| step(dao, contract, runs(dao, contract)?));
    Ok(RollbackPlan { soak: 7 * DAY, steps: steps.collect::<Result<_>>()?, alarms: vec![alarm(dao)?] })
}

/// The registry says that it obeys the timelock.
pub fn alarm(dao: &Dao) -> Result<Assertion> {
    let (contract, query) =
        (dao.contracts.identity.to_string(), to_json_binary(&identity::QueryMsg::Config {})?);
    let (pointer, value) = ("/timelock".to_string(), dao.contracts.timelock.to_string());
    Ok(Assertion { contract, query, pointer, expect: Expect::Equals, value })
}

/// An upgrade of the registry with a way back is executed: its id, the code before and the code after.
pub fn upgraded(dao: &mut Dao, temper: Temper) -> Result<(u64, u64, u64)> {
    let identity = dao.contracts.identity.clone();
    let (before, after) = (runs(dao, &identity)?, identity_code(dao, temper));
    let actions = upgrade(dao, &[(&identity, after)], Some(week(dao, &[&identity])?))?;
    Ok((dao.enact("ann", actions)?, before, after))
}

/// A rollback.
pub fn back(id: u64) -> ExecuteMsg {
    let (incident, reason) = ("cracked".to_string(), "it answers nobody".to_string());
    ExecuteMsg::Rollback { id, incident, reason }
}

/// Somebody sends the timelock a message.
pub fn tell(dao: &mut Dao, who: &Addr, msg: &ExecuteMsg) -> Result<()> {
    let timelock = dao.contracts.timelock.clone();
    dao.call(who, &timelock, msg)?;
    Ok(())
}

/// What the timelock says of an upgrade.
pub fn told(dao: &Dao, id: u64) -> Result<UpgradeResponse> {
    dao.ask(&dao.contracts.timelock, &QueryMsg::Upgrade { id })
}

/// The way back of an upgrade.
pub fn way_back(dao: &Dao, id: u64) -> Result<RollbackInfo> {
    Ok(told(dao, id)?.rollback.expect("there is a way back"))
}

/// The operation of this id that the proposal contract would schedule for these actions, which everybody agreed to.
pub fn agreed(dao: &Dao, id: u64, actions: &[CosmosMsg]) -> Result<(NewOperation, Binary)> {
    let mut pins: Vec<Pin> = vec![];
    for action in actions {
        let contract = match action {
            CosmosMsg::Wasm(
                WasmMsg::Migrate { contract_addr, .. } | WasmMsg::Execute { contract_addr, .. },
            ) => contract_addr.clone(),
            other => bail!("{other:?} is for nobody"),
        };
        if !pins.iter().any(|pin| pin.contract == contract) {
            let code_id = runs(dao, &Addr::unchecked(contract.clone()))?;
            pins.push(Pin { contract, code_id });
        }
    }
    let (actions, class, protected) = (to_json_binary(&actions)?, Class::Critical, false);
    let (hash, window, locked_until) = (sha256(&actions).into(), 5 * DAY, u64::MAX);
    let operation =
        NewOperation { id, class, hash, delay: 0, window, locked_until, pins, protected, ready: None };
    Ok((operation, actions))
}

/// What nobody had to vote on here is scheduled, and ready.
fn ready(dao: &mut Dao, id: u64, actions: &[CosmosMsg]) -> Result<ExecuteMsg> {
    let (operation, actions) = agreed(dao, id, actions)?;
    let proposal = dao.contracts.proposal.clone();
    tell(dao, &proposal, &ExecuteMsg::Schedule { operation })?;
    wait(dao, id)?;
    Ok(ExecuteMsg::Execute { id, actions })
}

/// What nobody had to vote on here is executed.
pub fn order(dao: &mut Dao, id: u64, actions: &[CosmosMsg]) -> Result<()> {
    let (execute, anyone) = (ready(dao, id, actions)?, dao.addr("anyone"));
    tell(dao, &anyone, &execute)
}

/// What nobody had to vote on here is refused when it is executed.
#[track_caller]
pub fn disorder(dao: &mut Dao, id: u64, actions: &[CosmosMsg]) -> Result<String> {
    let (execute, anyone) = (ready(dao, id, actions)?, dao.addr("anyone"));
    Ok(refused(dao, |dao| tell(dao, &anyone, &execute)))
}
