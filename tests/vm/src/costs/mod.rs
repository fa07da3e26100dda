//! What a chain charges, in SDK gas: wasmd 0.70.3 on cosmos-sdk 0.54.0, store 2.0.0, wasmvm 3.0.7.
//!
//! Every price stands beside its source; paths are those of the Go modules. What the chain keeps of contracts, codes,
//! accounts and balances is not there to be measured, so its bytes are counted by hand from the protobuf definitions.

mod bank;
mod contract;
mod tx;

use cosmwasm_std::Record;

pub use bank::{balance, send, supply};
pub use contract::{
    code_info, contract_info, events, find, instantiate, migrate, migrated, replied, ADDRESS_CANONICAL,
    ADDRESS_HUMAN, CONTRACT_PREFIX, GAS_MULTIPLIER, INSTANCE, INSTANCE_AGAIN, PINNED, RESULT_BYTE,
};
pub use tx::{FEE, TX, TX_BYTE};

/// store `types/gas.go`: `KVGasConfig`, here and below.
const READ: u64 = 1_000;
const READ_BYTE: u64 = 3;
const WRITE: u64 = 2_000;
const WRITE_BYTE: u64 = 30;
const STEP: u64 = 30;
const HAS: u64 = 1_000;
/// A deletion.
pub const DELETE: u64 = 1_000;

/// Reads an item.
pub const fn read(key: usize, value: usize) -> u64 {
    READ + READ_BYTE * (key + value) as u64
}

/// Writes an item.
pub const fn write(key: usize, value: usize) -> u64 {
    WRITE + WRITE_BYTE * (key + value) as u64
}

/// Moves an iterator of a contract. store `gaskv/store.go`: `consumeSeekGas`, which is called for the first record, if
/// there is one, when the iterator is made, and for each record again when it is left.
pub fn seek(record: Option<&Record>) -> u64 {
    STEP + record.map_or(0, |(key, value)| READ_BYTE * (CONTRACT_PREFIX + key.len() + value.len()) as u64)
}

/// Bytes of the address of a contract: wasmd `x/wasm/types/keys.go`: `ContractAddrLen`.
const CONTRACT_ADDRESS: usize = 32;
/// Bytes of the address of an account with a key of secp256k1.
const USER_ADDRESS: usize = 20;
