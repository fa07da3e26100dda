//! The treasury, which obeys the timelock, whoever holds a budget and whoever earns a stream.

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Binary, WasmMsg};
use isonomia_api::cw721::Cw721ReceiveMsg;
use isonomia_api::timelock;
use isonomia_api::treasury::{self, Allowance, Holding, NewBudget, NewStream, Nft};
use isonomia_core::cap::Limit;
use isonomia_core::hash::sha256;
use isonomia_embedded::DAY;

use super::{operation, May, Town};
use crate::lifecycle::town::cash;

impl Town {
    /// A budget and a stream of tokens that the treasury has.
    fn promise(&mut self) -> Result<(NewBudget, NewStream)> {
        let (dao, asset) = (&self.dao, self.dao.params.asset.clone());
        let budget = NewBudget {
            holder: dao.addr("issuer").into_string(),
            asset: asset.clone(),
            limit: 10u128.into(),
            period: DAY,
            until: dao.now() + 9 * DAY,
            recipients: None,
        };
        let stream = NewStream {
            recipient: dao.addr("minter").into_string(),
            asset,
            amount: 10u128.into(),
            start: None,
            cliff: 0,
            duration: DAY,
        };
        let (timelock, treasury) = (self.actor("timelock"), self.actor("treasury"));
        let mint = cw20::Cw20ExecuteMsg::Mint { recipient: treasury.to_string(), amount: 10_000u128.into() };
        self.dao.call(&self.actor("minter"), &self.token.clone(), &mint)?;
        self.execute_something()?;
        let msg = treasury::ExecuteMsg::CreateBudget { budget: budget.clone() };
        self.dao.call(&timelock, &treasury, &msg)?;
        let msg = treasury::ExecuteMsg::CreateStream { stream: stream.clone() };
        self.dao.call(&timelock, &treasury, &msg)?;
        Ok((budget, stream))
    }

    /// An operation, so that the ledger of the treasury has a proposal to name.
    fn execute_something(&mut self) -> Result<()> {
        let allowance = Allowance { asset: cash(), limit: 1u128.into() };
        let action = self.dao.to_treasury(&treasury::ExecuteMsg::SetAllowance { allowance })?;
        let (timelock, actions) = (self.actor("timelock"), to_json_binary(&vec![action])?);
        let operation = operation(400, sha256(&actions).into());
        self.dao.call(&self.actor("proposal"), &timelock, &timelock::ExecuteMsg::Schedule { operation })?;
        self.dao.advance(5 * DAY);
        self.dao.call(
            &self.actor("stranger"),
            &timelock,
            &timelock::ExecuteMsg::Execute { id: 400, actions },
        )?;
        Ok(())
    }
}

#[test]
fn the_treasury_obeys_the_timelock_a_holder_and_a_recipient() -> Result<()> {
    let mut town = Town::found()?;
    let payment = town.dao.payment("mallory", 1);
    let allowance = Allowance { asset: cash(), limit: 1u128.into() };
    let (holding, limit) = (Holding::from(cash()), Limit::Share { bps: 1 });
    let (budget, stream) = town.promise()?;
    let table = table![treasury:
        Receive (town.transfer()) => May::Anyone,
        ReceiveNft (nft_transfer(town.anyone())) => May::Anyone,
        SpendSmall { payment: payment.clone() } => May::Only("timelock"),
        Spend { payment } => May::Only("timelock"),
        SpendNft { nft: nft(town.anyone()), to: town.anyone() } => May::Only("timelock"),
        Execute { msg: WasmMsg::ClearAdmin { contract_addr: town.anyone() } } => May::Only("timelock"),
        CloseExecution {} => May::Only("treasury"),
        SetAllowance { allowance } => May::Only("timelock"),
        List { holding: holding.clone() } => May::Only("timelock"),
        Unlist { holding: holding.clone() } => May::Only("timelock"),
        LowerCap { holding: holding.clone(), limit } => May::Only("timelock"),
        RaiseCap { holding, limit } => May::Only("timelock"),
        CreateBudget { budget } => May::Only("timelock"),
        PayFromBudget { id: 1, to: town.anyone(), amount: 1u128.into() } => May::Holder,
        RevokeBudget { id: 1 } => May::Only("timelock"),
        CreateStream { stream } => May::Only("timelock"),
        Withdraw { id: 1 } => May::Recipient,
        CancelStream { id: 1 } => May::Only("timelock"),
        Pause { until: 0 } => May::Only("timelock"),
        Unpause {} => May::Only("timelock"),
    ];
    town.walk("treasury", table);
    Ok(())
}

fn nft(collection: String) -> Nft {
    Nft { collection, token_id: "1".to_string() }
}

fn nft_transfer(sender: String) -> Cw721ReceiveMsg {
    Cw721ReceiveMsg { sender, token_id: "1".to_string(), msg: Binary::from(b"{}") }
}
