//! What every command knows besides its arguments.

use std::cell::OnceCell;

use anyhow::{Context, Result};
use cosmwasm_std::Addr;
use cw20::{Cw20QueryMsg, TokenInfoResponse};
use isonomia_api::asset::Asset;
use isonomia_api::plan::Suite;
use isonomia_api::proposal::{BodyResponse, ProposalInfo};
use isonomia_api::timelock::{OperationInfo, OperationResponse};
use isonomia_api::voting::{AccountResponse, PollResponse};
use isonomia_api::{proposal, timelock, vault, voting};
use serde::de::DeserializeOwned;
use serde::Serialize;

use super::clock::Clock;
use super::notation::{decimal, Notation};
use crate::keeper::Asked;

/// A DAO, how people write on its chain, and the present moment.
pub struct Desk<'a, D> {
    dao: &'a D,
    /// The id of the chain.
    pub chain_id: String,
    /// How people write amounts and accounts.
    pub notation: Notation,
    /// The present moment.
    pub clock: Clock,
    /// What is staked.
    pub staked: Asset,
    voting: OnceCell<voting::ConfigResponse>,
}

impl<'a, D: Asked> Desk<'a, D> {
    /// Asks the vault for the asset and the day, and nobody else: holders leave whatever the other contracts have become.
    pub fn new(dao: &'a D, chain_id: &str, notation: Notation) -> Result<Desk<'a, D>> {
        let contracts = dao.contracts();
        let vault: vault::ConfigResponse = dao.ask(&contracts.vault, &vault::QueryMsg::Config {})?;
        let clock = Clock { now: dao.now()?, day: vault.day };
        let (chain_id, staked) = (chain_id.to_string(), vault.asset);
        let notation = match &staked {
            // A token that does not tell its symbol is written in base units.
            Asset::Cw20 { contract } => match token(dao, contract) {
                Ok(TokenInfoResponse { symbol, decimals, .. }) => notation.with(&staked, &symbol, decimals),
                Err(_) => notation,
            },
            Asset::Native { .. } => notation,
        };
        Ok(Desk { dao, chain_id, notation, clock, staked, voting: OnceCell::new() })
    }

    /// What voting was made with; asked where it is needed.
    pub fn voting(&self) -> Result<&voting::ConfigResponse> {
        if self.voting.get().is_none() {
            let told = self.ask(&self.contracts().voting, &voting::QueryMsg::Config {})?;
            let _ = self.voting.set(told);
        }
        self.voting.get().context("voting has told its configuration")
    }

    /// The contracts.
    pub fn contracts(&self) -> &Suite<Addr> {
        self.dao.contracts()
    }

    /// What a contract answers.
    pub fn ask<T: DeserializeOwned>(
        &self,
        contract: &Addr,
        msg: &(impl Serialize + std::fmt::Debug),
    ) -> Result<T> {
        self.dao.ask(contract, msg)
    }

    /// A proposal without its text.
    pub fn proposal(&self, id: u64) -> Result<ProposalInfo> {
        self.ask(&self.contracts().proposal, &proposal::QueryMsg::Proposal { id })
    }

    /// The text of a proposal, and its actions.
    pub fn body(&self, id: u64) -> Result<BodyResponse> {
        self.ask(&self.contracts().proposal, &proposal::QueryMsg::Body { id })
    }

    /// A poll.
    pub fn poll(&self, id: u64) -> Result<PollResponse> {
        self.ask(&self.contracts().voting, &voting::QueryMsg::Poll { poll: id })
    }

    /// An operation, if the proposal came to one.
    pub fn operation(&self, id: u64) -> Result<Option<OperationInfo>> {
        let msg = timelock::QueryMsg::Operation { id };
        Ok(self.ask::<OperationResponse>(&self.contracts().timelock, &msg)?.operation)
    }

    /// An account as voting has it.
    pub fn account(&self, account: &str) -> Result<AccountResponse> {
        let msg = voting::QueryMsg::Account { account: account.to_string() };
        self.ask(&self.contracts().voting, &msg)
    }

    /// An amount of stake as people read it.
    pub fn stake(&self, units: u128) -> String {
        self.notation.says(units, &self.staked)
    }

    /// Power as people read it: the square root of whole coins, where the coin's decimals are known.
    pub fn power(&self, power: u128) -> String {
        let (Some(known), Ok(voting)) = (self.notation.coin(&self.staked), self.voting()) else {
            return power.to_string();
        };
        // One whole coin weighs the root of `scale · 10^decimals`: a power of ten in every scale that is advised.
        let one = u128::from(voting.scale).saturating_mul(10u128.saturating_pow(known.decimals.into()));
        let digits = one.isqrt().checked_ilog10().unwrap_or(0) as u8;
        match 10u128.pow(digits.into()).pow(2) == one {
            true => format!("{} √{}", decimal(power, digits), known.symbol),
            false => power.to_string(),
        }
    }

    /// A contract of the DAO by its name, any other by its address.
    pub fn contract(&self, address: &str) -> String {
        match self.contracts().named().iter().find(|(_, contract)| contract.as_str() == address) {
            Some((name, _)) => format!("the {name}"),
            None => self.notation.calls(address),
        }
    }

    /// The address of a contract of the DAO that is called by its name, or an account as people write it.
    pub fn contract_named(&self, text: &str) -> Result<String> {
        match self.contracts().named().iter().find(|(name, _)| *name == text) {
            Some((_, contract)) => Ok(contract.to_string()),
            None => Ok(self.notation.account(text)?),
        }
    }
}

fn token(dao: &impl Asked, contract: &str) -> Result<TokenInfoResponse> {
    dao.ask(&Addr::unchecked(contract), &Cw20QueryMsg::TokenInfo {})
}
