//! Accounts as wallets have them: 20 bytes, `wasm1…` with 43 characters. Contracts have 32 bytes and 63 characters.

use cosmwasm_std::testing::MockApi;
use cosmwasm_std::{Addr, Api, BlockInfo, CanonicalAddr, Timestamp};
use cw_multi_test::{no_init, App, AppBuilder};
use isonomia_core::hash::sha256;

/// The prefix of addresses on a wasmd chain.
const PREFIX: &str = "wasm";
/// Bytes of an account's address.
const ACCOUNT_BYTES: usize = 20;
/// A height and a moment with as many digits as those of chains that live: no story changes their length.
const HEIGHT: u64 = 20_000_000;
const MOMENT: u64 = 1_790_000_000;

/// A chain on which nothing has happened.
pub fn chain() -> App {
    let block = BlockInfo {
        height: HEIGHT,
        time: Timestamp::from_seconds(MOMENT),
        chain_id: "isonomia-gas-1".to_string(),
    };
    AppBuilder::new().with_api(api()).with_block(block).build(no_init)
}

/// The account of that name.
pub fn account(name: &str) -> Addr {
    let digest = sha256(name.as_bytes());
    api().addr_humanize(&CanonicalAddr::from(&digest[..ACCOUNT_BYTES])).expect("20 bytes are an address")
}

/// The accounts of that kind, numbered from 0.
pub fn accounts(kind: &str, count: usize) -> Vec<Addr> {
    (0..count).map(|number| account(&format!("{kind} {number}"))).collect()
}

fn api() -> MockApi {
    MockApi::default().with_prefix(PREFIX)
}
