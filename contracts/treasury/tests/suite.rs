//! A chain with a timelock, and a treasury that has a million coins and a million tokens.

use cosmwasm_std::{coins, Addr, Empty, Timestamp, WasmMsg};
use cw20::Cw20Coin;
use cw_multi_test::{App, AppResponse, ContractWrapper, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{Allowance, AllowancesResponse, AssetResponse, ExecuteMsg, Holding, HoldingCap};
use isonomia_api::treasury::{InstantiateMsg, Outflow, OutflowsResponse, Payment, QueryMsg};
use isonomia_core::cap::Limit;
use isonomia_treasury::contract;
use isonomia_treasury::error::TreasuryError;
use serde::{de::DeserializeOwned, Serialize};

use crate::timelock::{self, Operation};

pub const DAY: u64 = 86_400;
pub const FORTUNE: u128 = 1_000_000;
pub const DENOM: &str = "uiso";

/// The stories begin at a day boundary.
pub const START: u64 = 19_676 * DAY;

pub type Outcome = anyhow::Result<AppResponse>;

pub struct Suite {
    pub app: App,
    pub timelock: Addr,
    pub treasury: Addr,
    pub token: Addr,
}

impl Suite {
    /// Small spends of coins are limited to 1000, those of tokens to 500.
    pub fn new() -> Suite {
        let mut suite = Suite::without_treasury();
        let allowances = vec![allowance(coin(), 1_000), allowance(suite.token(), 500)];
        suite.make_treasury(DAY, allowances).unwrap();
        suite.enrich();
        suite
    }

    /// Coins and tokens are listed, each with a cap of 5 %: fifty thousand in a week.
    pub fn capped() -> Suite {
        let mut suite = Suite::without_treasury();
        let listed = [coin().into(), suite.token().into()].map(|holding| share(holding, 500));
        let msg = InstantiateMsg { listed: listed.to_vec(), outflow_cap_bps: 500, ..suite.founding() };
        suite.make(&msg).unwrap();
        suite.enrich();
        suite
    }

    /// A chain on which the treasury is still to be made.
    pub fn without_treasury() -> Suite {
        let mut app = App::default();
        app.update_block(|block| block.time = Timestamp::from_seconds(START));
        let nobody = app.api().addr_make("nobody");
        let code = app.store_code(timelock::contract());
        let timelock =
            app.instantiate_contract(code, nobody.clone(), &Empty {}, &[], "timelock", None).unwrap();
        let mut suite = Suite { app, timelock, treasury: nobody.clone(), token: nobody };
        suite.token = suite.make_token();
        suite
    }

    pub fn make_treasury(&mut self, day: u64, allowances: Vec<Allowance>) -> anyhow::Result<()> {
        let msg = InstantiateMsg { day, allowances, ..self.founding() };
        self.make(&msg)
    }

    /// A treasury that caps nothing and lists nothing.
    pub fn founding(&self) -> InstantiateMsg {
        let timelock = self.timelock.to_string();
        InstantiateMsg { timelock, day: DAY, allowances: vec![], outflow_cap_bps: 10_000, listed: vec![] }
    }

    pub fn make(&mut self, msg: &InstantiateMsg) -> anyhow::Result<()> {
        let code = ContractWrapper::new(contract::execute, contract::instantiate, contract::query);
        let code = self.app.store_code(Box::new(code));
        let nobody = self.person("nobody");
        self.treasury = self.app.instantiate_contract(code, nobody, msg, &[], "treasury", None)?;
        Ok(())
    }

    fn make_token(&mut self) -> Addr {
        use cw20_base::contract::{execute, instantiate, query};
        let code = self.app.store_code(Box::new(ContractWrapper::new(execute, instantiate, query)));
        let msg = cw20_base::msg::InstantiateMsg {
            name: "Token".into(),
            symbol: "TOKEN".into(),
            decimals: 6,
            initial_balances: vec![Cw20Coin { address: self.person("donor").into(), amount: FORTUNE.into() }],
            mint: None,
            marketing: None,
        };
        self.app.instantiate_contract(code, self.person("nobody"), &msg, &[], "token", None).unwrap()
    }

    pub fn enrich(&mut self) {
        let (donor, treasury, token) = (self.person("donor"), self.treasury.clone(), self.token.clone());
        let fortune = coins(FORTUNE, DENOM);
        self.app
            .init_modules(|router, _, storage| router.bank.init_balance(storage, &treasury, fortune))
            .unwrap();
        let (contract, amount) = (treasury.to_string(), FORTUNE.into());
        let msg = cw20::Cw20ExecuteMsg::Send { contract, amount, msg: Default::default() };
        self.app.execute_contract(donor, token, &msg, &[]).unwrap();
    }

    pub fn person(&self, name: &str) -> Addr {
        self.app.api().addr_make(name)
    }

    pub fn token(&self) -> Asset {
        Asset::Cw20 { contract: self.token.to_string() }
    }

    /// Lets the timelock execute an operation of these messages to the treasury.
    pub fn operate(&mut self, id: impl Into<Option<u64>>, msgs: &[ExecuteMsg]) -> Outcome {
        let contract_addr = self.treasury.to_string();
        let action = |msg| {
            let msg = cosmwasm_std::to_json_binary(msg)?;
            Ok(WasmMsg::Execute { contract_addr: contract_addr.clone(), msg, funds: vec![] }.into())
        };
        let actions = msgs.iter().map(action).collect::<anyhow::Result<_>>()?;
        let operation = Operation { id: id.into(), actions };
        self.app.execute_contract(self.person("anyone"), self.timelock.clone(), &operation, &[])
    }

    /// Somebody sends a message to the treasury.
    pub fn send(&mut self, who: &str, msg: &ExecuteMsg) -> Outcome {
        self.app.execute_contract(self.person(who), self.treasury.clone(), msg, &[])
    }

    pub fn spend(&mut self, id: u64, asset: Asset, amount: u128, to: &str) -> Outcome {
        let payment = self.payment(asset, amount, to);
        self.operate(id, &[ExecuteMsg::Spend { payment }])
    }

    pub fn spend_small(&mut self, id: u64, asset: Asset, amount: u128, to: &str) -> Outcome {
        let payment = self.payment(asset, amount, to);
        self.operate(id, &[ExecuteMsg::SpendSmall { payment }])
    }

    pub fn set_allowance(&mut self, asset: Asset, limit: u128) -> Outcome {
        self.operate(99, &[ExecuteMsg::SetAllowance { allowance: allowance(asset, limit) }])
    }

    pub fn payment(&self, asset: Asset, amount: u128, to: &str) -> Payment {
        Payment { asset, amount: amount.into(), to: self.person(to).into() }
    }

    pub fn advance(&mut self, seconds: u64) {
        self.app.update_block(|block| {
            block.time = block.time.plus_seconds(seconds);
            block.height += 1;
        });
    }

    pub fn ask<T: DeserializeOwned>(&self, msg: &impl Serialize) -> T {
        self.app.wrap().query_wasm_smart(&self.treasury, msg).unwrap()
    }

    /// What there is of an asset, its allowance, and what is left of that.
    pub fn asset(&self, asset: Asset) -> (u128, u128, u128) {
        let AssetResponse { balance, allowance, left, .. } = self.ask(&QueryMsg::Asset { asset });
        (balance.u128(), allowance.u128(), left.u128())
    }

    pub fn left(&self, asset: Asset) -> u128 {
        self.asset(asset).2
    }

    pub fn allowances(&self) -> Vec<Allowance> {
        self.ask::<AllowancesResponse>(&QueryMsg::Allowances {}).allowances
    }

    pub fn outflows(&self, start_after: Option<u64>, limit: Option<u32>) -> Vec<Outflow> {
        self.ask::<OutflowsResponse>(&QueryMsg::Outflows { start_after, limit }).outflows
    }

    pub fn coins_of(&self, name: &str) -> u128 {
        self.app.wrap().query_balance(self.person(name), DENOM).unwrap().amount.u128()
    }

    pub fn tokens_of(&self, name: &str) -> u128 {
        let msg = cw20::Cw20QueryMsg::Balance { address: self.person(name).into() };
        let answer: cw20::BalanceResponse = self.app.wrap().query_wasm_smart(&self.token, &msg).unwrap();
        answer.balance.u128()
    }
}

pub fn coin() -> Asset {
    Asset::Native { denom: DENOM.into() }
}

pub fn allowance(asset: Asset, limit: u128) -> Allowance {
    Allowance { asset, limit: limit.into() }
}

pub fn share(holding: Holding, bps: u16) -> HoldingCap {
    HoldingCap { holding, limit: Limit::Share { bps } }
}

/// Why it was refused.
#[track_caller]
pub fn refusal<T: std::fmt::Debug>(outcome: anyhow::Result<T>) -> TreasuryError {
    outcome.unwrap_err().downcast().unwrap()
}
