//! A chain with a vault, a voting contract of moods, and people with a million each.

use cosmwasm_std::{coins, to_json_binary, Addr, Timestamp, Uint128};
use cw20::{Cw20Coin, Cw20ExecuteMsg};
use cw_multi_test::{App, AppResponse, ContractWrapper, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::vault::{ClaimInfo, DepositResponse, ExecuteMsg, InstantiateMsg, QueryMsg, ReceiveMsg};
use isonomia_api::vault::{ClaimsResponse, UnnoticedResponse};
use isonomia_vault::contract;
use isonomia_vault::error::VaultError;
use serde::{de::DeserializeOwned, Serialize};

use crate::voting::{self, Mood};

pub const DAY: u64 = 86_400;
pub const UNBONDING: u64 = 28 * DAY;
pub const DENOM: &str = "uiso";
pub const FORTUNE: u128 = 1_000_000;
pub const PEOPLE: [&str; 4] = ["ann", "ben", "cat", "voting"];

/// The stories begin at a day boundary.
pub const FIRST_DAY: u64 = 19_676;
pub const START: u64 = FIRST_DAY * DAY;

pub type Outcome = anyhow::Result<AppResponse>;

pub struct Suite {
    pub app: App,
    pub voting: Addr,
    pub asset: Asset,
    pub vault: Addr,
}

impl Suite {
    /// A vault that stakes a coin.
    pub fn native() -> Suite {
        let mut suite = Suite::without_vault(Asset::Native { denom: DENOM.into() });
        suite.make_vault(UNBONDING, DAY).unwrap();
        suite
    }

    /// A vault that stakes a token.
    pub fn cw20() -> Suite {
        let mut suite = Suite::without_vault(Asset::Native { denom: DENOM.into() });
        suite.asset = Asset::Cw20 { contract: suite.make_token().into_string() };
        suite.make_vault(UNBONDING, DAY).unwrap();
        suite
    }

    /// A chain on which the vault is still to be made. Everyone has coins.
    pub fn without_vault(asset: Asset) -> Suite {
        let mut app = App::default();
        app.update_block(|block| block.time = Timestamp::from_seconds(START));
        let code = app.store_code(voting::contract());
        let nobody = app.api().addr_make("nobody");
        let voting =
            app.instantiate_contract(code, nobody.clone(), &cosmwasm_std::Empty {}, &[], "voting", None);
        let mut suite = Suite { app, voting: voting.unwrap(), asset, vault: nobody };
        for name in PEOPLE {
            let person = suite.person(name);
            let fortune = coins(FORTUNE, DENOM);
            suite
                .app
                .init_modules(|router, _, storage| router.bank.init_balance(storage, &person, fortune))
                .unwrap();
        }
        suite
    }

    pub fn make_vault(&mut self, unbonding: u64, day: u64) -> anyhow::Result<()> {
        let code = ContractWrapper::new(contract::execute, contract::instantiate, contract::query)
            .with_reply(contract::reply);
        let code = self.app.store_code(Box::new(code));
        let (voting, asset, nobody) = (self.voting.to_string(), self.asset.clone(), self.person("nobody"));
        let msg = InstantiateMsg { voting, asset, unbonding, day };
        self.vault = self.app.instantiate_contract(code, nobody, &msg, &[], "vault", None)?;
        Ok(())
    }

    /// A token of which everyone has a million.
    pub fn make_token(&mut self) -> Addr {
        use cw20_base::contract::{execute, instantiate, query};
        let code = self.app.store_code(Box::new(ContractWrapper::new(execute, instantiate, query)));
        let coin = |name| Cw20Coin { address: self.person(name).into(), amount: FORTUNE.into() };
        let msg = cw20_base::msg::InstantiateMsg {
            name: "Token".into(),
            symbol: "TOKEN".into(),
            decimals: 6,
            initial_balances: PEOPLE.map(coin).into(),
            mint: None,
            marketing: None,
        };
        self.app.instantiate_contract(code, self.person("nobody"), &msg, &[], "token", None).unwrap()
    }

    pub fn person(&self, name: &str) -> Addr {
        if name == "voting" {
            return self.voting.clone();
        }
        self.app.api().addr_make(name)
    }

    pub fn stake(&mut self, name: &str, amount: u128) -> Outcome {
        match self.asset.clone() {
            Asset::Native { denom } => self.send(name, &ExecuteMsg::Stake {}, amount, &denom),
            Asset::Cw20 { contract } => self.send_token(name, &contract, amount),
        }
    }

    pub fn send(&mut self, name: &str, msg: &ExecuteMsg, amount: u128, denom: &str) -> Outcome {
        let (person, vault) = (self.person(name), self.vault.clone());
        let coins = if amount > 0 { coins(amount, denom) } else { vec![] };
        self.app.execute_contract(person, vault, msg, &coins)
    }

    pub fn send_token(&mut self, name: &str, token: &str, amount: u128) -> Outcome {
        let (contract, msg) = (self.vault.to_string(), to_json_binary(&ReceiveMsg::Stake {})?);
        let msg = Cw20ExecuteMsg::Send { contract, amount: amount.into(), msg };
        self.app.execute_contract(self.person(name), Addr::unchecked(token), &msg, &[])
    }

    pub fn call(&mut self, name: &str, msg: &ExecuteMsg) -> Outcome {
        self.send(name, msg, 0, DENOM)
    }

    pub fn unstake(&mut self, name: &str, amount: u128) -> Outcome {
        self.call(name, &ExecuteMsg::Unstake { amount: amount.into(), quiet: false })
    }

    pub fn unstake_quietly(&mut self, name: &str, amount: u128) -> Outcome {
        self.call(name, &ExecuteMsg::Unstake { amount: amount.into(), quiet: true })
    }

    pub fn claim(&mut self, name: &str) -> Outcome {
        self.call(name, &ExecuteMsg::Claim {})
    }

    pub fn sync(&mut self, name: &str, account: &str) -> Outcome {
        let account = self.person(account).into();
        self.call(name, &ExecuteMsg::Sync { account })
    }

    pub fn voting_becomes(&mut self, mood: Mood) {
        let msg = voting::ExecuteMsg::Become(mood);
        self.app.execute_contract(self.person("nobody"), self.voting.clone(), &msg, &[]).unwrap();
    }

    pub fn advance(&mut self, seconds: u64) {
        self.app.update_block(|block| {
            block.time = block.time.plus_seconds(seconds);
            block.height += 1;
        });
    }

    /// To a moment, in seconds from the start.
    pub fn advance_to(&mut self, moment: u64) {
        self.advance(START + moment - self.app.block_info().time.seconds());
    }

    pub fn wallet(&self, name: &str) -> u128 {
        self.balance(&self.person(name))
    }

    pub fn balance(&self, owner: &Addr) -> u128 {
        match &self.asset {
            Asset::Native { denom } => self.app.wrap().query_balance(owner, denom).unwrap().amount.u128(),
            Asset::Cw20 { contract } => {
                let msg = cw20::Cw20QueryMsg::Balance { address: owner.to_string() };
                let answer: cw20::BalanceResponse = self.app.wrap().query_wasm_smart(contract, &msg).unwrap();
                answer.balance.u128()
            }
        }
    }

    pub fn ask<T: DeserializeOwned>(&self, msg: &impl Serialize) -> T {
        self.app.wrap().query_wasm_smart(&self.vault, msg).unwrap()
    }

    pub fn deposit(&self, name: &str) -> DepositResponse {
        self.ask(&QueryMsg::Deposit { account: self.person(name).into() })
    }

    pub fn staked(&self, name: &str) -> u128 {
        self.deposit(name).stake.u128()
    }

    pub fn claims_page(&self, name: &str, start_after: Option<u64>, limit: Option<u32>) -> Vec<ClaimInfo> {
        let account = self.person(name).into();
        self.ask::<ClaimsResponse>(&QueryMsg::Claims { account, start_after, limit }).claims
    }

    /// Release days, counted from the first, with what is noticed and what is not.
    pub fn claims(&self, name: &str) -> Vec<(u64, u128, u128)> {
        let told = |claim: &ClaimInfo| {
            assert_eq!(claim.released, claim.day * DAY);
            (claim.day - FIRST_DAY, claim.noticed.u128(), claim.unnoticed.u128())
        };
        self.claims_page(name, None, Some(100)).iter().map(told).collect()
    }

    pub fn unnoticed(&self, start_after: Option<String>, limit: Option<u32>) -> Vec<Addr> {
        self.ask::<UnnoticedResponse>(&QueryMsg::Unnoticed { start_after, limit }).accounts
    }

    /// The stake that voting holds for an account.
    pub fn known(&self, name: &str) -> u128 {
        let msg = voting::QueryMsg::Known { account: self.person(name).into() };
        self.app.wrap().query_wasm_smart::<Uint128>(&self.voting, &msg).unwrap().u128()
    }

    /// Balance = stakes + claims, to the last unit.
    pub fn assert_books_balance(&self) {
        let owed = |name| {
            let claims = self.claims(name).into_iter().map(|(_, noticed, unnoticed)| noticed + unnoticed);
            self.staked(name) + claims.sum::<u128>()
        };
        assert_eq!(self.balance(&self.vault), PEOPLE.iter().map(|name| owed(name)).sum::<u128>());
    }
}

/// Why it was refused.
#[track_caller]
pub fn refusal<T: std::fmt::Debug>(outcome: anyhow::Result<T>) -> VaultError {
    outcome.unwrap_err().downcast().unwrap()
}
