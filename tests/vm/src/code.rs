//! A compiled contract, as the embedded chain runs it.

use std::rc::Rc;
use std::sync::Arc;

use anyhow::{anyhow, Result};
use cosmwasm_std::{
    BankMsg, Binary, Checksum, ContractResult, CosmosMsg, Deps, DepsMut, Empty, Env, MessageInfo, Reply,
    Response, SubMsgResult,
};
use cosmwasm_vm::{from_slice, to_vec, VmError};
use cw_multi_test::Contract;
use serde::de::DeserializeOwned;

use crate::backend::Host;
use crate::costs::{self, GAS_MULTIPLIER};
use crate::entry::{Arguments, Entry};
use crate::machine::{Machine, Outcome};
use crate::meter::Meter;

/// Bytes of a result that are read at most.
const RESULT_BYTES: usize = 64 * 1024 * 1024;

/// What a reply is told of an error. A chain tells no more unless the error is the very word of the contract that was
/// called (wasmd `x/wasm/keeper/msg_dispatcher.go`: `redactError`), and older ones never: nothing may depend on it.
const REDACTED: &str = "codespace: wasm, code: 5";

/// A compiled contract.
#[derive(Clone)]
pub struct WasmCode {
    label: String,
    checksum: Checksum,
    machine: Arc<Machine>,
    meter: Rc<Meter>,
}

impl WasmCode {
    /// The contract of that checksum, which the machine has ready.
    pub fn new(label: String, checksum: Checksum, machine: Arc<Machine>, meter: Rc<Meter>) -> WasmCode {
        WasmCode { label, checksum, machine, meter }
    }

    /// Calls an entry point, and counts what it costs; the chain itself does so much before it, and some more after it.
    fn call<T: DeserializeOwned>(
        &self,
        arguments: &Arguments,
        mut host: Host,
        before: u64,
        after: impl FnOnce(&T) -> u64,
    ) -> Result<T> {
        self.meter.enter(&self.label, arguments.entry.name());
        self.meter.chain(before);
        let result = self.run(arguments, &mut host).and_then(|answer| {
            self.meter.chain(after(&answer));
            self.meter.left()?;
            Ok(answer)
        });
        self.meter.leave();
        result
    }

    fn run<T: DeserializeOwned>(&self, arguments: &Arguments, host: &mut Host) -> Result<T> {
        self.set_up(arguments);
        let gas_limit = self.meter.left()?.saturating_mul(GAS_MULTIPLIER);
        let Outcome { result, gas } = self.machine.run(&self.checksum, arguments, gas_limit, host)?;
        self.meter.vm(gas.used_internally / GAS_MULTIPLIER);
        let stopped = |error| self.stopped(arguments.entry, error);
        let returned = result.map_err(stopped)?;
        self.meter.chain(costs::RESULT_BYTE * returned.len() as u64);
        let result: ContractResult<T> = from_slice(&returned, RESULT_BYTES).map_err(stopped)?;
        result.into_result().map_err(|error| anyhow!("{error}"))
    }

    /// Counts what the chain does for a call, beside running it.
    fn set_up(&self, arguments: &Arguments) {
        let Arguments { entry, msg, .. } = arguments;
        self.meter.chain(match entry {
            Entry::Instantiate => costs::instantiate(msg.len()),
            Entry::Execute | Entry::Query | Entry::Sudo => costs::find() + costs::PINNED,
            Entry::Reply => costs::find(),
            Entry::Migrate => costs::migrate() + costs::migrated(msg.len()),
        });
        self.meter.instance(&self.checksum, *entry == Entry::Reply);
    }

    /// What the chain says when the machine has stopped a contract.
    fn stopped(&self, entry: Entry, error: VmError) -> anyhow::Error {
        if matches!(error, VmError::GasDepletion { .. }) {
            self.meter.exhaust();
        }
        anyhow!("{} {}: {error}", self.label, entry.name())
    }

    /// Calls an entry point that may answer with events and coins, which the chain charges for as well.
    fn respond(&self, arguments: &Arguments, host: Host, before: u64) -> Result<Response> {
        self.call(arguments, host, before, |response: &Response| {
            let coins = response.messages.iter().map(|message| match &message.msg {
                CosmosMsg::Bank(BankMsg::Send { amount, .. }) => costs::send(amount),
                _ => 0,
            });
            costs::events(&response.attributes, &response.events) + coins.sum::<u64>()
        })
    }
}

fn arguments(entry: Entry, env: &Env, info: Option<&MessageInfo>, msg: Vec<u8>) -> Result<Arguments> {
    let info = info.map(to_vec).transpose()?.unwrap_or_default();
    Ok(Arguments { entry, env: to_vec(env)?, info, msg })
}

impl Contract<Empty> for WasmCode {
    fn instantiate(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        let arguments = arguments(Entry::Instantiate, &env, Some(&info), msg)?;
        self.respond(&arguments, Host::writable(deps, &self.meter), costs::send(&info.funds))
    }

    fn execute(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        let arguments = arguments(Entry::Execute, &env, Some(&info), msg)?;
        self.respond(&arguments, Host::writable(deps, &self.meter), costs::send(&info.funds))
    }

    fn query(&self, deps: Deps, env: Env, msg: Vec<u8>) -> Result<Binary> {
        let arguments = arguments(Entry::Query, &env, None, msg)?;
        self.call(&arguments, Host::readable(deps, &self.meter), 0, |_| 0)
    }

    fn reply(&self, deps: DepsMut, env: Env, mut msg: Reply) -> Result<Response> {
        let told = match &mut msg.result {
            SubMsgResult::Ok(response) => costs::replied(&response.events),
            SubMsgResult::Err(error) => {
                *error = REDACTED.to_string();
                0
            }
        };
        let arguments = arguments(Entry::Reply, &env, None, to_vec(&msg)?)?;
        self.respond(&arguments, Host::writable(deps, &self.meter), told)
    }

    fn sudo(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.respond(&arguments(Entry::Sudo, &env, None, msg)?, Host::writable(deps, &self.meter), 0)
    }

    fn migrate(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.respond(&arguments(Entry::Migrate, &env, None, msg)?, Host::writable(deps, &self.meter), 0)
    }

    fn checksum(&self) -> Option<Checksum> {
        Some(self.checksum)
    }
}
