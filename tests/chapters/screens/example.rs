//! The DAO of `docs/queries.md`: a town in the middle of its business.

use anyhow::Result;
use cosmwasm_std::CosmosMsg;
use isonomia_api::treasury::{ExecuteMsg, HoldingCap, NewBudget, NewStream};
use isonomia_core::cap::Limit;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice::{No, Yes};
use isonomia_embedded::{cancel, Dao, DAY};

use crate::lifecycle::town::*;

/// Everybody who is on the page.
pub const NAMES: [&str; 10] =
    ["ann", "bob", "cat", "dan", "eve", "fay", "guardian", "registrar", "founder", "issuer"];

/// Grants, a budget and a stream were decided; one proposal waits in the queue, one is voted on, one was cancelled, and
/// one has just been made. Fay delegates to dan.
pub fn example() -> Result<Dao> {
    let listed = HoldingCap { holding: cash().into(), limit: Limit::Share { bps: NO_CAP } };
    let mut dao = founded(plan().guarded().with(|params| params.listed.push(listed)))?;
    let (dan, fay) = (dao.addr("dan"), settle(&mut dao, "fay", 4 * STAKE)?);
    for name in [&PEOPLE[..], &["fay"]].concat() {
        let until = dao.now() + 365 * DAY;
        dao.attest(&dao.addr(name), until)?;
    }
    dao.register_delegate(&dan)?;
    dao.delegate(&fay, &[(&dan, 10_000)])?;

    let grant = small(&dao, "bob", 250)?;
    dao.enact("ann", vec![grant.clone()])?;
    let promises = promises(&dao)?;
    dao.enact("bob", promises)?;
    let stolen = dao.pass("eve", vec![small(&dao, "eve", 900)?])?;
    let (guardian, timelock) = (dao.addr("guardian"), dao.contracts.timelock.clone());
    dao.call(&guardian, &timelock, &cancel(stolen))?;
    dao.pass("ann", vec![grant])?;

    let voted_on = dao.propose_class(&dao.addr("bob"), "A well for the lower town", Class::Critical)?;
    open(&mut dao, voted_on)?;
    say(&mut dao, voted_on, Yes, &["ann", "dan"])?;
    say(&mut dao, voted_on, No, &["eve", "cat"])?;
    dao.propose_class(&dao.addr("cat"), "Shall we have a market?", Class::Signal)?;
    dao.unstake(&dao.addr("eve"), STAKE / 4)?;
    Ok(dao)
}

fn promises(dao: &Dao) -> Result<Vec<CosmosMsg>> {
    let (holder, recipient) = (dao.addr("cat").into_string(), dao.addr("bob").into_string());
    let budget = NewBudget {
        holder,
        asset: cash(),
        limit: 100u128.into(),
        period: 7 * DAY,
        until: dao.now() + 365 * DAY,
        recipients: None,
    };
    let (amount, cliff, duration) = (1_000u128.into(), 0, 100 * DAY);
    let stream = NewStream { recipient, asset: cash(), amount, start: None, cliff, duration };
    [ExecuteMsg::CreateBudget { budget }, ExecuteMsg::CreateStream { stream }]
        .iter()
        .map(|promise| dao.to_treasury(promise))
        .collect()
}
