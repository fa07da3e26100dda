//! The bell that the timelock administers, and that is upgraded and rolled back.

use anyhow::{ensure, Result};
use cosmwasm_std::{Addr, Binary, CosmosMsg, WasmMsg};
use isonomia_api::timelock::{self, Assertion, Expect, RollbackPlan};
use isonomia_core::upgrade::RollbackStep;
use isonomia_embedded::{Dao, DAY};

use super::story::{guard, propose};
use crate::lifecycle::town::{agree, bell_code, make_bell};

/// The code of the bell, and the code that it is upgraded to: the first two behind those of the DAO and the token.
const BELL_CODES: (u64, u64) = (8, 9);

/// A new bell.
pub fn hang(dao: &mut Dao) -> Result<Addr> {
    let codes = (bell_code(dao), bell_code(dao));
    ensure!(codes == BELL_CODES, "the codes of the bell are {codes:?}");
    let timelock = dao.contracts.timelock.clone();
    make_bell(dao, codes.0, Some(&timelock))
}

/// The actions that give the bell other code.
pub fn recast(dao: &Dao, bell: &Addr, rollback: Option<RollbackPlan>) -> Result<Vec<CosmosMsg>> {
    let (contract_addr, new_code_id, msg) = (bell.to_string(), BELL_CODES.1, Binary::from(b"{}"));
    let migrations = vec![dao.approved(bell.to_string(), new_code_id)?];
    let upgrade = timelock::ExecuteMsg::Upgrade { migrations, rollback };
    Ok(vec![WasmMsg::Migrate { contract_addr, new_code_id, msg }.into(), dao.to_timelock(&upgrade)?])
}

/// An upgrade that the guardian undoes.
pub fn the_bell_is_recast_and_cracks(dao: &mut Dao, bell: &Addr) -> Result<()> {
    let back = RollbackStep {
        contract: bell.to_string(),
        code_id: BELL_CODES.0,
        checksum: dao.checksum(BELL_CODES.0)?,
        msg: Binary::from(b"{}"),
    };
    let alarm = Assertion {
        contract: dao.contracts.voting.to_string(),
        query: Binary::from(br#"{"config":{}}"#),
        pointer: "/min_attested".to_string(),
        expect: Expect::AtLeast,
        value: "4".to_string(),
    };
    let plan = RollbackPlan { soak: 14 * DAY, steps: vec![back], alarms: vec![alarm] };
    let actions = recast(dao, bell, Some(plan))?;
    let id = propose(dao, "dan", actions)?;
    agree(dao, &[id])?;
    dao.execute(&dao.addr("anyone"), id)?;
    let (incident, reason) = ("crack".to_string(), "the new bell is out of tune".to_string());
    guard(dao, &timelock::ExecuteMsg::Rollback { id, incident, reason })
}
