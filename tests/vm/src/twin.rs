//! A contract twice: as it was written and as it was compiled.

use std::cell::Cell;
use std::rc::Rc;

use anyhow::Result;
use cosmwasm_std::{Binary, Checksum, Deps, DepsMut, Empty, Env, MessageInfo, Reply, Response};
use cw_multi_test::Contract;
use isonomia_embedded::Code;

/// Which of the twins run: at first, all run natively.
#[derive(Clone, Default)]
pub struct Switch(Rc<Cell<bool>>);

impl Switch {
    /// From now on they run compiled, and their gas is counted.
    pub fn wasm(&self) {
        self.0.set(true);
    }

    /// From now on they run natively: fast, and for nothing.
    pub fn native(&self) {
        self.0.set(false);
    }
}

/// A contract twice, over the same storage.
pub struct Twin {
    /// As it was written.
    pub native: Code,
    /// As it was compiled.
    pub wasm: Code,
    /// Which of them runs.
    pub switch: Switch,
}

impl Twin {
    fn code(&self) -> &Code {
        if self.switch.0.get() {
            &self.wasm
        } else {
            &self.native
        }
    }
}

impl Contract<Empty> for Twin {
    fn instantiate(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.code().instantiate(deps, env, info, msg)
    }

    fn execute(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.code().execute(deps, env, info, msg)
    }

    fn query(&self, deps: Deps, env: Env, msg: Vec<u8>) -> Result<Binary> {
        self.code().query(deps, env, msg)
    }

    fn reply(&self, deps: DepsMut, env: Env, msg: Reply) -> Result<Response> {
        self.code().reply(deps, env, msg)
    }

    fn sudo(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.code().sudo(deps, env, msg)
    }

    fn migrate(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.code().migrate(deps, env, msg)
    }

    fn checksum(&self) -> Option<Checksum> {
        self.wasm.checksum()
    }
}
