//! What a captured DAO might put in the place of `voting`: from its migration on, every message and every query eats all
//! the gas there is, or panics. The tests on a real chain let holders leave the vault in spite of it.

use cosmwasm_std::{
    entry_point, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Response, StdResult, Storage,
};
use serde::de::IgnoredAny;
use serde::Deserialize;

/// Where the behaviour stands. No key of `voting` begins so.
const BEHAVIOUR: &[u8] = b"hostile";

/// What it does to whoever speaks to it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Behaviour {
    /// Reads for ever: no limit of gas is high enough. A loop that only counts would eat as much, in minutes.
    EatGas = 1,
    /// Traps.
    Panic = 2,
}

/// `{"behaviour":"eat_gas"}` or `{"behaviour":"panic"}`
#[derive(Deserialize)]
pub struct Migrate {
    behaviour: Behaviour,
}

/// Accepts `{}`.
#[entry_point]
pub fn instantiate(_: DepsMut, _: Env, _: MessageInfo, _: Empty) -> StdResult<Response> {
    Ok(Response::new())
}

/// Takes the place of any contract.
#[entry_point]
pub fn migrate(deps: DepsMut, _: Env, msg: Migrate) -> StdResult<Response> {
    deps.storage.set(BEHAVIOUR, &[msg.behaviour as u8]);
    Ok(Response::new())
}

/// Never returns, whatever the message.
#[entry_point]
pub fn execute(deps: DepsMut, _: Env, _: MessageInfo, _: IgnoredAny) -> StdResult<Response> {
    misbehave(deps.storage)
}

/// Never returns, whatever the question.
#[entry_point]
pub fn query(deps: Deps, _: Env, _: IgnoredAny) -> StdResult<Binary> {
    misbehave(deps.storage)
}

fn misbehave(storage: &dyn Storage) -> ! {
    while storage.get(BEHAVIOUR).as_deref() == Some(&[Behaviour::EatGas as u8]) {}
    panic!("this voting panics, as it was told to")
}
