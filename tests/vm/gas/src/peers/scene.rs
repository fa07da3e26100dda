//! A chain with a meter, and the plain ways to set a peer up on it.

use anyhow::{Context, Result};
use cosmwasm_std::{coins, Addr, Coin, CosmosMsg, WasmMsg};
use cw_multi_test::{App, AppResponse, BankSudo, Executor, SudoMsg};
use isonomia_embedded::Code;
use serde_json::Value;

use crate::meter::{Figure, Meter};
use crate::people::chain;
use crate::tx::Tx;
use crate::Bench;

/// A chain with a meter.
pub struct Scene<'a> {
    /// The chain.
    pub app: App,
    bench: &'a Bench,
    meter: Meter,
}

impl Scene<'_> {
    /// A chain on which nothing has happened, for the figures of a system.
    pub fn new<'a>(bench: &'a Bench, system: &'static str) -> Scene<'a> {
        Scene { app: chain(), bench, meter: Meter::new(&bench.vm, system) }
    }

    /// The code of a peer.
    pub fn code(&self, name: &str) -> Result<Code> {
        self.bench.vm.load(self.bench.peer(name))
    }

    /// Stores the code of a peer.
    pub fn store(&mut self, name: &str) -> Result<u64> {
        let code = self.code(name)?;
        Ok(self.app.store_code(code))
    }

    /// Makes a contract; noted under a name.
    pub fn make(&mut self, name: &str, who: &Addr, code_id: u64, label: &str, msg: &Value) -> Result<Addr> {
        let (admin, label) = (Some(who.to_string()), label.to_string());
        let msg = WasmMsg::Instantiate { admin, code_id, msg: bytes(msg)?, funds: vec![], label };
        let tx = Tx { sender: who.clone(), messages: vec![msg.into()] };
        let response = self.meter.tx(&mut self.app, name, tx)?;
        let made = response.events.iter().find(|event| event.ty == "instantiate");
        let address = made.and_then(|event| event.attributes.first()).context("nothing was made")?;
        Ok(Addr::unchecked(&address.value))
    }

    /// Sends a contract a message; noted under a name.
    pub fn tx(
        &mut self,
        name: &str,
        who: &Addr,
        to: &Addr,
        msg: &Value,
        funds: &[Coin],
    ) -> Result<AppResponse> {
        self.meter.tx(&mut self.app, name, Tx::call(who, to, msg, funds.to_vec())?)
    }

    /// Sends a contract a message that is not noted.
    pub fn call(&mut self, who: &Addr, to: &Addr, msg: &Value, funds: &[Coin]) -> Result<AppResponse> {
        self.app.update_block(|block| block.height += 1);
        let msg = WasmMsg::Execute { contract_addr: to.to_string(), msg: bytes(msg)?, funds: funds.to_vec() };
        self.app.execute(who.clone(), CosmosMsg::Wasm(msg))
    }

    /// Asks a contract.
    pub fn ask(&self, contract: &Addr, msg: &Value) -> Result<Value> {
        Ok(self.app.wrap().query_wasm_smart(contract, msg)?)
    }

    /// Gives an account coins out of nothing.
    pub fn mint(&mut self, to: &Addr, amount: u128, denom: &str) -> Result<()> {
        let mint = BankSudo::Mint { to_address: to.to_string(), amount: coins(amount, denom) };
        self.app.sudo(SudoMsg::Bank(mint)).map(drop)
    }

    /// Time passes.
    pub fn advance(&mut self, seconds: u64) {
        self.app.update_block(|block| {
            block.height += 1;
            block.time = block.time.plus_seconds(seconds);
        });
    }

    /// Notes the sum of what was noted under these names.
    pub fn total(&mut self, name: &str, of: &[String]) {
        self.meter.total(name, of);
    }

    /// Notes what a whole decision costs.
    pub fn decision(&mut self, size: &str) {
        let parts = ["propose", "vote-first", "vote", "votes", "execute"];
        self.total(&format!("decision-{size}"), &parts.map(|part| format!("{part}-{size}")));
    }

    /// What has been noted.
    pub fn figures(self) -> Vec<Figure> {
        self.meter.figures()
    }
}

/// A message as bytes.
pub fn bytes(msg: &Value) -> Result<cosmwasm_std::Binary> {
    Ok(cosmwasm_std::to_json_binary(msg)?)
}
