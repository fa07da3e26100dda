//! Code of a later version, or of another layout: today's in all but its mark.

use anyhow::Result;
use cosmwasm_std::{from_json, Binary, Deps, DepsMut, Empty, Env, MessageInfo, Reply, Response};
use cw_multi_test::Contract;
use isonomia_core::migration::Build;
use isonomia_embedded::Code;

/// Such code.
pub struct Later {
    pub code: Code,
    pub name: String,
    pub version: &'static str,
    pub layout: u32,
}

impl Later {
    /// A version of a contract.
    pub fn of(name: &str, version: &'static str) -> Later {
        Later { code: super::code(name), name: name.to_string(), version, layout: 1 }
    }
}

impl Contract<Empty> for Later {
    fn execute(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.code.execute(deps, env, info, msg)
    }

    fn instantiate(&self, deps: DepsMut, env: Env, info: MessageInfo, msg: Vec<u8>) -> Result<Response> {
        self.code.instantiate(deps, env, info, msg)
    }

    fn query(&self, deps: Deps, env: Env, msg: Vec<u8>) -> Result<Binary> {
        self.code.query(deps, env, msg)
    }

    fn reply(&self, deps: DepsMut, env: Env, msg: Reply) -> Result<Response> {
        self.code.reply(deps, env, msg)
    }

    fn sudo(&self, deps: DepsMut, env: Env, msg: Vec<u8>) -> Result<Response> {
        self.code.sudo(deps, env, msg)
    }

    fn migrate(&self, deps: DepsMut, _: Env, msg: Vec<u8>) -> Result<Response> {
        let contract = format!("crates.io:isonomia-{}", self.name);
        let code = Build { contract: &contract, version: self.version, layout: self.layout };
        let told_as = format!("{}_migrated", self.name);
        Ok(isonomia_kit::migration::migrate(deps.storage, &code, &told_as, from_json(msg)?)?)
    }
}
