//! The entry points of a contract.

use cosmwasm_vm::{
    call_execute_raw, call_instantiate_raw, call_migrate_raw, call_query_raw, call_reply_raw, call_sudo_raw,
    VmResult,
};

use crate::machine::Instance;

/// A call of an entry point, with what it is given, as the machine takes it.
pub struct Arguments {
    /// The entry point.
    pub entry: Entry,
    /// The block and the contract.
    pub env: Vec<u8>,
    /// Who calls, and with which coins: only for those entry points that are told.
    pub info: Vec<u8>,
    /// The message.
    pub msg: Vec<u8>,
}

/// An entry point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A new contract.
    Instantiate,
    /// A message.
    Execute,
    /// A question.
    Query,
    /// What became of a message of its own.
    Reply,
    /// A message of the chain.
    Sudo,
    /// New code.
    Migrate,
}

impl Entry {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Entry::Instantiate => "instantiate",
            Entry::Execute => "execute",
            Entry::Query => "query",
            Entry::Reply => "reply",
            Entry::Sudo => "sudo",
            Entry::Migrate => "migrate",
        }
    }
}

impl Arguments {
    /// Calls it; what it returns is not looked at.
    pub fn call(&self, instance: &mut Instance) -> VmResult<Vec<u8>> {
        let Arguments { entry, env, info, msg } = self;
        match entry {
            Entry::Instantiate => call_instantiate_raw(instance, env, info, msg),
            Entry::Execute => call_execute_raw(instance, env, info, msg),
            Entry::Query => call_query_raw(instance, env, msg),
            Entry::Reply => call_reply_raw(instance, env, msg),
            Entry::Sudo => call_sudo_raw(instance, env, msg),
            Entry::Migrate => call_migrate_raw(instance, env, msg),
        }
    }
}
