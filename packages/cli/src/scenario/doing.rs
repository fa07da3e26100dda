//! What guardians, holders and recipients do in a scenario, and what its proposals decide.

use anyhow::{bail, ensure, Result};
use cosmwasm_std::{Addr, CosmosMsg};
use isonomia_api::plan::Suite;
use isonomia_api::proposal::{PreviewResponse, QueryMsg};
use isonomia_api::{timelock, treasury};
use isonomia_chain::{ChainFile, Coin, Fee};
use isonomia_core::pause::PauseScope;
use isonomia_embedded::{first_wasm_error, Dao, CASH, STAKED};
use serde::de::DeserializeOwned;
use serde::Serialize;

use super::{
    core_class, Cancel, ClassName, ExpectRefusal, Has, Pause, Pay, Preview, Runner, ScopeName, WithdrawStream,
};
use crate::keeper::Asked;
use crate::shell::{decision, Desk, Notation};

impl Asked for Dao {
    fn contracts(&self) -> &Suite<Addr> {
        &self.contracts
    }

    fn ask<T: DeserializeOwned>(
        &self,
        contract: &Addr,
        msg: &(impl Serialize + std::fmt::Debug),
    ) -> Result<T> {
        Dao::ask(self, contract, msg)
    }

    fn now(&self) -> Result<u64> {
        Ok(Dao::now(self))
    }
}

impl Runner {
    /// The actions that sentences decide.
    pub(super) fn decided(&self, sentences: &[String]) -> Result<Vec<CosmosMsg>> {
        sentences.iter().map(|sentence| decision(&self.desk(sentence)?, sentence)).collect()
    }

    /// How a sentence is read: every word of it may name an account, and every poll is called by its name.
    pub(super) fn desk(&self, sentence: &str) -> Result<Desk<'_, Dao>> {
        let words = sentence.split(|letter: char| letter.is_whitespace() || [',', '='].contains(&letter));
        let names = words.map(|word| (word.to_string(), self.addr(word).into_string()));
        let notation = Notation::of(&chain()).with_names(names).with_proposals(self.proposals());
        Desk::new(self.dao(), &self.dao().app.block_info().chain_id, notation)
    }

    pub(super) fn preview(&self, step: &Preview) -> Result<()> {
        let (actions, emergency) = (self.decided(&step.decisions)?, step.class == ClassName::Emergency);
        let msg = QueryMsg::Preview { actions, emergency };
        let shown: PreviewResponse = self.dao().ask(&self.dao().contracts.proposal, &msg)?;
        is_of(shown.class, step.class)
    }

    pub(super) fn execute(&mut self, poll: &str) -> Result<()> {
        let id = self.known(poll)?;
        let (eta, anyone) = (self.dao.operation(id)?.eta, self.dao.addr("executor"));
        self.dao.advance_to(eta);
        self.dao.execute(&anyone, id).map(drop)
    }

    pub(super) fn cancel(&mut self, step: &Cancel) -> Result<()> {
        let (id, incident, reason) = (self.known(&step.poll)?, step.incident.clone(), step.reason.clone());
        self.tell_timelock(&step.account, &timelock::ExecuteMsg::Cancel { id, incident, reason })
    }

    pub(super) fn pause(&mut self, step: &Pause) -> Result<()> {
        let scope = match step.scope {
            ScopeName::Treasury => PauseScope::TreasuryOutflow,
            ScopeName::Execution => PauseScope::Execution,
        };
        let (seconds, incident, reason) = (step.seconds, step.incident.clone(), step.reason.clone());
        let msg = timelock::ExecuteMsg::Pause { scope, seconds, incident, reason };
        self.tell_timelock(&step.account, &msg)
    }

    pub(super) fn pay(&mut self, step: &Pay) -> Result<()> {
        let (to, amount) = (self.addr(&step.to).into_string(), step.amount.0.into());
        let msg = treasury::ExecuteMsg::PayFromBudget { id: step.budget, to, amount };
        self.tell_treasury(&step.account, &msg)
    }

    pub(super) fn withdraw_stream(&mut self, step: &WithdrawStream) -> Result<()> {
        self.tell_treasury(&step.account, &treasury::ExecuteMsg::Withdraw { id: step.stream })
    }

    pub(super) fn tell_timelock(&mut self, account: &str, msg: &timelock::ExecuteMsg) -> Result<()> {
        let (account, timelock) = (self.addr(account), self.dao.contracts.timelock.clone());
        self.dao.call(&account, &timelock, msg).map(drop)
    }

    fn tell_treasury(&mut self, account: &str, msg: &treasury::ExecuteMsg) -> Result<()> {
        let (account, treasury) = (self.addr(account), self.dao.contracts.treasury.clone());
        self.dao.call(&account, &treasury, msg).map(drop)
    }

    pub(super) fn fund(&mut self, amount: u128) -> Result<()> {
        let treasury = self.dao.contracts.treasury.clone();
        let has = self.dao.balance(&treasury, CASH)?;
        // Past this the embedded bank would overflow, not refuse.
        let fits = has.checked_add(amount).is_some_and(|sum| sum <= MOST_CASH);
        ensure!(fits, "the treasury of a scenario has at most {MOST_CASH} base units of {CASH}");
        match amount {
            0 => Ok(()),
            amount => self.dao.mint(&treasury, amount, CASH),
        }
    }

    pub(super) fn expect_refusal(&mut self, step: &ExpectRefusal) -> Result<()> {
        ensure!(!step.error.is_empty(), "an error that is expected says something");
        match self.replay(&step.step) {
            Ok(()) => bail!("this was not refused: `{}` was expected", step.error),
            Err(error) => {
                let why = first_wasm_error(&error);
                ensure!(why.contains(&step.error), "`{}` was expected, not: {why}", step.error);
                Ok(())
            }
        }
    }

    pub(super) fn has(&self, step: &Has) -> Result<()> {
        self.holds(&step.account, &self.addr(&step.account), step.amount.0)
    }

    pub(super) fn treasury_has(&self, amount: u128) -> Result<()> {
        self.holds("the treasury", &self.dao.contracts.treasury, amount)
    }

    fn holds(&self, called: &str, account: &Addr, amount: u128) -> Result<()> {
        let has = self.dao.balance(account, CASH)?;
        ensure!(has == amount, "{called} has {has} base units of {CASH}, not {amount}");
        Ok(())
    }
}

/// The most cash of a treasury: far above every limit of the contracts.
const MOST_CASH: u128 = 1 << 110;

/// Fails where a proposal is of another class than its scenario says.
pub(super) fn is_of(found: isonomia_core::class::Class, said: ClassName) -> Result<()> {
    let said = core_class(said);
    ensure!(found == said, "this is {}, not {}", found.name(), said.name());
    Ok(())
}

/// How people write on the embedded chain: `iso` is staked, `cash` is paid, both of six decimals.
fn chain() -> ChainFile {
    let coin = |denom: &str, symbol: &str| Coin { denom: denom.into(), symbol: symbol.into(), decimals: 6 };
    ChainFile {
        chain_id: "embedded".to_string(),
        rpc: vec![],
        prefix: "cosmwasm".to_string(),
        coin_type: 118,
        fee: Fee { denom: CASH.to_string(), price: "0".to_string() },
        coins: vec![coin(STAKED, "iso"), coin(CASH, "cash")],
        test_network: true,
        max_wasm_bytes: 0,
        faucet: None,
        facts: String::new(),
    }
}
