//! What a spend costs does not grow: not with budgets, streams, outflows or the list.

use std::cell::Cell;

use cosmwasm_std::testing::{message_info, mock_env, MockApi, MockQuerier, MockStorage, MOCK_CONTRACT_ADDR};
use cosmwasm_std::{
    coins, to_json_binary, Addr, ContractResult, Order, OwnedDeps, Record, Storage, SystemResult, WasmQuery,
};
use isonomia_api::timelock::Executing;
use isonomia_api::treasury::{ExecuteMsg, Holding, InstantiateMsg, NewBudget, NewStream, Payment};
use isonomia_treasury::contract;

use crate::suite::{coin, DAY, DENOM};

/// A store that counts how often it is read and written.
#[derive(Default)]
struct Counting {
    store: MockStorage,
    accesses: Cell<usize>,
}

impl Counting {
    fn count(&self) {
        self.accesses.set(self.accesses.get() + 1);
    }
}

impl Storage for Counting {
    fn get(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.count();
        self.store.get(key)
    }

    fn set(&mut self, key: &[u8], value: &[u8]) {
        self.count();
        self.store.set(key, value);
    }

    fn remove(&mut self, key: &[u8]) {
        self.count();
        self.store.remove(key);
    }

    fn range<'a>(
        &'a self,
        start: Option<&[u8]>,
        end: Option<&[u8]>,
        order: Order,
    ) -> Box<dyn Iterator<Item = Record> + 'a> {
        Box::new(self.store.range(start, end, order).inspect(|_| self.count()))
    }
}

type Deps = OwnedDeps<Counting, MockApi, MockQuerier>;

fn timelock() -> Addr {
    MockApi::default().addr_make("timelock")
}

fn someone() -> String {
    MockApi::default().addr_make("someone").into_string()
}

/// A treasury of a million millions of coins, in operation 7.
fn treasury() -> Deps {
    let mut querier = MockQuerier::default();
    querier.bank.update_balance(MOCK_CONTRACT_ADDR, coins(1_000_000_000_000, DENOM));
    querier.update_wasm(|query| {
        assert!(matches!(query, WasmQuery::Raw { .. }), "the timelock is not woken");
        let executing = Executing { id: 7, height: 1, transaction: None };
        SystemResult::Ok(ContractResult::Ok(to_json_binary(&executing).unwrap()))
    });
    let storage = Counting::default();
    let mut deps =
        OwnedDeps { storage, api: MockApi::default(), querier, custom_query_type: Default::default() };
    let listed = vec![crate::suite::share(coin().into(), 10_000)];
    let (timelock, allowances) = (timelock().into_string(), vec![]);
    let msg = InstantiateMsg { timelock, day: DAY, allowances, outflow_cap_bps: 10_000, listed };
    let founder = message_info(&Addr::unchecked("founder"), &[]);
    contract::instantiate(deps.as_mut(), mock_env(), founder, msg).unwrap();
    deps
}

/// Sends a message by the timelock, and counts.
fn cost(deps: &mut Deps, msg: ExecuteMsg) -> usize {
    let before = deps.storage.accesses.get();
    contract::execute(deps.as_mut(), mock_env(), message_info(&timelock(), &[]), msg).unwrap();
    deps.storage.accesses.get() - before
}

fn spend() -> ExecuteMsg {
    ExecuteMsg::Spend { payment: Payment { asset: coin(), amount: 1u128.into(), to: someone() } }
}

fn budget() -> ExecuteMsg {
    let (holder, asset, limit, until) =
        (someone(), coin(), 1u128.into(), mock_env().block.time.seconds() + DAY);
    ExecuteMsg::CreateBudget {
        budget: NewBudget { holder, asset, limit, period: DAY, until, recipients: None },
    }
}

fn stream() -> ExecuteMsg {
    let (recipient, asset, amount) = (someone(), coin(), 1u128.into());
    ExecuteMsg::CreateStream {
        stream: NewStream { recipient, asset, amount, start: None, cliff: 0, duration: DAY },
    }
}

#[test]
fn a_spend_a_budget_and_a_stream_cost_the_same_in_a_treasury_full_of_them() {
    let mut deps = treasury();
    let costs = |deps: &mut Deps| [spend(), budget(), stream()].map(|msg| cost(deps, msg));
    costs(&mut deps);
    let young = costs(&mut deps);

    for _ in 0..100 {
        costs(&mut deps);
    }
    for number in 0..31 {
        let holding = Holding::Native { denom: format!("coin{number}") };
        cost(&mut deps, ExecuteMsg::List { holding });
    }

    assert_eq!(costs(&mut deps), young);
    assert!(young.iter().all(|cost| *cost < 20), "{young:?}");
}
