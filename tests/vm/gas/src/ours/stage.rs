//! A stage: a DAO whose contracts run natively while it is filled, and as wasm while it is measured.

use anyhow::{ensure, Result};
use cosmwasm_std::{Addr, Coin, CosmosMsg};
use cw_multi_test::AppResponse;
use isonomia_api::proposal::Draft;
use isonomia_api::timelock;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, CASH};
use isonomia_vm::Switch;
use serde::Serialize;

use super::draft::submit;
use crate::meter::{Figure, Meter};
use crate::people::{account, accounts};
use crate::tx::Tx;

/// What a member has at stake: a hundred coins of six decimals.
pub const STAKE: u128 = 100_000_000;
/// What an elder has at stake: enough for twelve of them to carry a decision of a million members.
pub const FORTUNE: u128 = 100_000_000_000_000_000;
/// How many elders there are.
const ELDERS: usize = 12;

/// A DAO that is filled and measured.
pub struct Stage {
    /// The DAO.
    pub dao: Dao,
    /// A contract that does nothing, to which a grant's terms are sent.
    pub grant: Addr,
    /// The meter.
    pub meter: Meter,
    /// Whether it is filled or measured.
    pub switch: Switch,
}

impl Stage {
    /// The first poll latches two-key mode: somebody asks for an opinion.
    pub fn latch(&mut self, voter: &Addr) -> Result<()> {
        self.endow(voter)?;
        let id = propose(&mut self.dao, voter, vec![])?;
        let opens = self.dao.poll(id)?.opens;
        self.dao.advance_to(opens);
        self.dao.vote(voter, id, Choice::Yes)?;
        ensure!(self.dao.registry()?.latched, "the village is too small to latch");
        let closes = self.dao.opened(id)?.closes;
        self.dao.advance_to(closes);
        self.dao.resolve(voter, id)?;
        Ok(())
    }

    /// An attested member with a stake.
    pub fn settle(&mut self, who: &Addr, stake: u128) -> Result<()> {
        self.dao.attest(who, u64::MAX / 2)?;
        self.dao.stake(who, stake)?;
        Ok(())
    }

    /// Somebody gets what a deposit takes.
    pub fn endow(&mut self, who: &Addr) -> Result<()> {
        self.dao.mint(who, 1_000_000_000, CASH)
    }

    /// A decision that the elders carry, natively; it waits to be executed.
    pub fn pass(&mut self, who: &Addr, actions: Vec<CosmosMsg>) -> Result<u64> {
        let id = propose(&mut self.dao, who, actions)?;
        self.carry(&[id])?;
        Ok(id)
    }

    /// The elders carry proposals of the same age, natively, until they wait to be executed.
    pub fn carry(&mut self, ids: &[u64]) -> Result<()> {
        self.carried_by(&elders(), ids)
    }

    /// Others do.
    pub fn carried_by(&mut self, voters: &[Addr], ids: &[u64]) -> Result<()> {
        for id in ids {
            let opens = self.dao.poll(*id)?.opens;
            self.dao.advance_to(opens);
            voters.iter().try_for_each(|voter| self.dao.vote(voter, *id, Choice::Yes).map(drop))?;
        }
        for id in ids {
            let closes = self.dao.opened(*id)?.closes;
            self.dao.advance_to(closes);
            self.dao.resolve(&account("anyone"), *id)?;
            let stage = self.dao.proposal(*id)?.stage;
            ensure!(stage == ProposalStage::Scheduled, "proposal {id} is {stage:?}");
        }
        for id in ids {
            let eta = self.dao.operation(*id)?.eta;
            self.dao.advance_to(eta);
        }
        Ok(())
    }

    /// Sends a compiled contract a message, and notes what it costs.
    pub fn tx(&mut self, name: &str, who: &Addr, to: &Addr, msg: &impl Serialize) -> Result<AppResponse> {
        self.tx_with(name, who, to, msg, vec![])
    }

    /// Sends a compiled contract a message with coins, and notes what it costs.
    pub fn tx_with(
        &mut self,
        name: &str,
        who: &Addr,
        to: &Addr,
        msg: &impl Serialize,
        funds: Vec<Coin>,
    ) -> Result<AppResponse> {
        let tx = Tx::call(who, to, msg, funds)?;
        self.switch.wasm();
        let response = self.meter.tx(&mut self.dao.app, name, tx);
        self.switch.native();
        response
    }

    /// Asks a compiled contract, and notes what the answer costs.
    pub fn ask(&mut self, name: &str, contract: &Addr, msg: &impl Serialize) -> Result<()> {
        self.switch.wasm();
        let answer = self.meter.ask(&self.dao.app, name, contract, msg);
        self.switch.native();
        answer
    }

    /// Executes an operation; noted under a name.
    pub fn execute(&mut self, name: &str, id: u64) -> Result<()> {
        let (timelock, actions) = (self.dao.contracts.timelock.clone(), self.dao.body(id)?.actions);
        self.tx(name, &account("anyone"), &timelock, &timelock::ExecuteMsg::Execute { id, actions })?;
        Ok(())
    }

    /// What has been noted.
    pub fn figures(self) -> Vec<Figure> {
        self.meter.figures()
    }
}

/// Those who carry what has to be carried.
pub fn elders() -> Vec<Addr> {
    accounts("elder", ELDERS)
}

/// Somebody proposes, natively.
pub fn propose(dao: &mut Dao, who: &Addr, actions: Vec<CosmosMsg>) -> Result<u64> {
    let (title, summary) = ("What has to be carried".to_string(), String::new());
    submit(dao, who, Draft { title, summary, link: None, actions, emergency: false, ready: None })
}
