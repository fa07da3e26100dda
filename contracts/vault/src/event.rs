//! One typed event per fact, with the values after it.

use cosmwasm_std::{Addr, Event, Uint128};

use crate::notice::MadeUp;
use crate::state::{Config, Exit};

/// The vault begins.
pub fn instantiated(config: &Config) -> Event {
    Event::new("vault_instantiated")
        .add_attribute("voting", &config.voting)
        .add_attribute("asset", config.asset.to_string())
        .add_attribute("unbonding", config.unbonding.to_string())
        .add_attribute("day", config.day.0.to_string())
}

/// Stake was locked: `stake` is all of it.
pub fn staked(account: &Addr, amount: Uint128, stake: Uint128) -> Event {
    Event::new("vault_staked")
        .add_attribute("account", account)
        .add_attribute("amount", amount)
        .add_attribute("stake", stake)
}

/// Stake has left: `stake` is what stays, `released` the moment of its release. If `vault_notice_failed` follows, that
/// one's `released` holds instead.
pub fn unstaked(exit: &Exit, stake: Uint128, released: u64, noticed: bool) -> Event {
    Event::new("vault_unstaked")
        .add_attribute("account", &exit.account)
        .add_attribute("amount", exit.amount)
        .add_attribute("stake", stake)
        .add_attribute("released", released.to_string())
        .add_attribute("noticed", noticed.to_string())
}

/// Voting was told of an exit, and erred. What it said is not repeated: it may be of any length.
pub fn notice_failed(exit: &Exit, released: u64) -> Event {
    Event::new("vault_notice_failed")
        .add_attribute("account", &exit.account)
        .add_attribute("amount", exit.amount)
        .add_attribute("released", released.to_string())
}

/// Released claims were paid: `through` is the last release day among them.
pub fn claimed(account: &Addr, amount: Uint128, through: u64) -> Event {
    Event::new("vault_claimed")
        .add_attribute("account", account)
        .add_attribute("amount", amount)
        .add_attribute("through", through.to_string())
}

/// Voting has been told at last: waiting claims are released at `released` now, where that is earlier; `noticed` is false
/// where further ones wait to be brought forward.
pub fn synced(account: &Addr, stake: Uint128, made_up: &MadeUp) -> Event {
    Event::new("vault_synced")
        .add_attribute("account", account)
        .add_attribute("stake", stake)
        .add_attribute("released", made_up.released.to_string())
        .add_attribute("noticed", made_up.all_told.to_string())
}
