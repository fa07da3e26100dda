//! A DAO on an embedded chain, and the plain ways to send it things.

use anyhow::{Context, Result};
use cosmwasm_std::{coin, Addr, Coin, Event};
use cw20::MinterResponse;
use cw_multi_test::{App, AppResponse, BankSudo, ContractWrapper, Executor, SudoMsg};
use isonomia_api::plan::{Params, Suite};
use serde::de::DeserializeOwned;
use serde::Serialize;
use std::fmt::Debug;

/// A DAO on an embedded chain.
pub struct Dao {
    /// The chain.
    pub app: App,
    /// The address of each contract.
    pub contracts: Suite<Addr>,
    /// The code of each contract.
    pub codes: Suite<u64>,
    /// What the founder decided.
    pub params: Params,
    /// What the founding told, and what every message tells after [`Dao::listen`].
    pub told: Vec<Told>,
    /// Whether it is listened to.
    pub listens: bool,
}

/// What a transaction told, and when.
#[derive(Clone, Debug)]
pub struct Told {
    /// The height of its block.
    pub height: u64,
    /// The moment of its block.
    pub time: u64,
    /// Its events.
    pub events: Vec<Event>,
}

impl Dao {
    /// The account of that name.
    pub fn addr(&self, name: &str) -> Addr {
        self.app.api().addr_make(name)
    }

    /// Sends a message without coins, in a block of its own.
    pub fn call(
        &mut self,
        sender: &Addr,
        contract: &Addr,
        msg: &(impl Serialize + Debug),
    ) -> Result<AppResponse> {
        self.call_with(sender, contract, msg, &[])
    }

    /// Sends a message with coins, in a block of its own.
    pub fn call_with(
        &mut self,
        sender: &Addr,
        contract: &Addr,
        msg: &(impl Serialize + Debug),
        funds: &[Coin],
    ) -> Result<AppResponse> {
        self.next_block();
        self.call_in_this_block(sender, contract, msg, funds)
    }

    /// Sends a message in the present block.
    pub fn call_in_this_block(
        &mut self,
        sender: &Addr,
        contract: &Addr,
        msg: &(impl Serialize + Debug),
        funds: &[Coin],
    ) -> Result<AppResponse> {
        let response = self.app.execute_contract(sender.clone(), contract.clone(), msg, funds)?;
        if self.listens {
            let (height, time) = (self.height(), self.now());
            self.told.push(Told { height, time, events: response.events.clone() });
        }
        Ok(response)
    }

    /// Notes from now on what every message tells: an indexer does so.
    pub fn listen(&mut self) {
        self.listens = true;
    }

    /// Asks a contract.
    pub fn ask<T: DeserializeOwned>(&self, contract: &Addr, msg: &(impl Serialize + Debug)) -> Result<T> {
        Ok(self.app.wrap().query_wasm_smart(contract, msg)?)
    }

    /// Gives an account coins out of nothing.
    pub fn mint(&mut self, to: &Addr, amount: u128, denom: &str) -> Result<()> {
        let mint = BankSudo::Mint { to_address: to.to_string(), amount: vec![coin(amount, denom)] };
        self.app.sudo(SudoMsg::Bank(mint)).context("the bank mints")?;
        Ok(())
    }

    /// What an account has of a native coin.
    pub fn balance(&self, of: &Addr, denom: &str) -> Result<u128> {
        Ok(self.app.wrap().query_balance(of, denom)?.amount.u128())
    }
}

/// A cw20 token without holders.
pub(crate) fn make_cw20(app: &mut App, minter: &Addr) -> Result<Addr> {
    let code = app.store_code(Box::new(ContractWrapper::new(
        cw20_base::contract::execute,
        cw20_base::contract::instantiate,
        cw20_base::contract::query,
    )));
    let msg = cw20_base::msg::InstantiateMsg {
        name: "Isonomia test token".to_string(),
        symbol: "ISO".to_string(),
        decimals: 6,
        initial_balances: vec![],
        mint: Some(MinterResponse { minter: minter.to_string(), cap: None }),
        marketing: None,
    };
    app.instantiate_contract(code, minter.clone(), &msg, &[], "cw20", None)
}

/// The innermost error of a refused message: what the contract said.
pub fn first_wasm_error(error: &anyhow::Error) -> String {
    error.root_cause().to_string()
}

/// The rule that an error states of a poll, without the facts behind it.
pub fn rule(error: &str) -> &str {
    error.split(": poll ").next().unwrap_or(error)
}
