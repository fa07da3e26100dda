//! The prices of coins: `x/bank` of cosmos-sdk.

use cosmwasm_std::Coin;

use super::tx::account;
use super::{read, write, CONTRACT_ADDRESS, HAS, USER_ADDRESS};

/// Digits of a balance or a supply.
const DIGITS: usize = 10;

/// Reads the balance of a contract. `keeper/view.go`: `GetBalance`.
pub const fn balance(denom: usize) -> u64 {
    read(balance_key(CONTRACT_ADDRESS, denom), DIGITS)
}

/// Reads the supply of a coin. Same file: `GetSupply`.
pub const fn supply(denom: usize) -> u64 {
    read(1 + denom, DIGITS)
}

/// Sends coins between a user and a contract. `keeper/send.go`: `IsSendEnabledCoins`, `SendCoins`.
pub fn send(coins: &[Coin]) -> u64 {
    if coins.is_empty() {
        return 0;
    }
    let allowed = read(1, 2) + HAS * coins.len() as u64;
    allowed + coins.iter().map(|coin| transfer(coin.denom.len(), CONTRACT_ADDRESS)).sum::<u64>() + ends()
}

/// Once for each payment: whether the sender's coins are locked, whether the recipient has an account.
pub(super) const fn ends() -> u64 {
    account() + HAS
}

/// Same file: `subUnlockedCoins`, `addCoins`.
pub(super) const fn transfer(denom: usize, other: usize) -> u64 {
    change(USER_ADDRESS, denom) + change(other, denom)
}

/// Same file: `UncheckedSetBalance`; with an index of holders by coin, `keeper/view.go`: `newBalancesIndexes`.
const fn change(address: usize, denom: usize) -> u64 {
    let key = balance_key(address, denom);
    let index = 1 + (denom + 1) + (1 + address);
    read(key, DIGITS) + write(index, 0) + write(key, DIGITS)
}

const fn balance_key(address: usize, denom: usize) -> usize {
    1 + (1 + address) + denom
}
