//! The prices of contracts: `x/wasm` of wasmd.

use cosmwasm_std::{Attribute, Event};

use super::tx::new_account;
use super::{read, write, CONTRACT_ADDRESS, DELETE, HAS, READ_BYTE, STEP, USER_ADDRESS};

/// VM gas of one SDK gas. `types/gas_register.go`: `DefaultGasMultiplier`.
pub const GAS_MULTIPLIER: u64 = 140_000;

/// A code that a transaction runs for the first time. Same file: `DefaultInstanceCost`.
pub const INSTANCE: u64 = 60_000;
/// A code that it ran before, and every reply. Same file: `DefaultInstanceCostDiscount`; `keeper/keeper.go`:
/// `checkDiscountEligibility`, `reply`.
pub const INSTANCE_AGAIN: u64 = 2_000;
/// An attribute of an event. `types/gas_register.go`: `DefaultPerAttributeCost`.
const ATTRIBUTE: u64 = 10;
/// An event beside that of the attributes. Same file: `DefaultPerCustomEventCost`.
const EVENT: u64 = 20;
/// A byte of keys, values and types of events. Same file: `DefaultEventAttributeDataCost`.
const EVENT_BYTE: u64 = 1;
/// Bytes of attributes that are free, for each response. Same file: `DefaultEventAttributeDataFreeTier`.
const EVENT_BYTES_FREE: u64 = 100;
/// A byte of what a contract returns. `keeper/api.go`: `DefaultDeserializationCostPerByte`.
pub const RESULT_BYTE: u64 = 1;
/// Same file: `DefaultGasCostHumanAddress`.
pub const ADDRESS_HUMAN: u64 = 5;
/// Same file: `DefaultGasCostCanonicalAddress`.
pub const ADDRESS_CANONICAL: u64 = 4;

/// Bytes before each key of a contract. `types/keys.go`: `GetContractStorePrefix`.
pub const CONTRACT_PREFIX: usize = 1 + CONTRACT_ADDRESS;

/// Bytes of `ContractInfo` (`types/types.pb.go`): the code 2, a user that made it 45, another contract that administers
/// it 65, a label 20, the place in the chain 8, the port of IBC 2 70.
const CONTRACT_INFO: usize = 210;
/// Bytes of `CodeInfo` (same file): the checksum 34, who uploaded it 45, who may instantiate it 4.
const CODE_INFO: usize = 83;
/// Bytes of `ContractCodeHistoryEntry` (same file), without the message.
const HISTORY_ENTRY: usize = 16;
/// Bytes of a place in the chain. `types/types.go`: `AbsoluteTxPositionLen`.
const POSITION: usize = 16;

/// Whether a code is pinned. `keeper/keeper.go`: `IsPinnedCode`.
pub const PINNED: u64 = HAS;

/// Reads what the chain knows of a contract. `keeper/keeper.go`: `GetContractInfo`.
pub const fn contract_info() -> u64 {
    read(CONTRACT_PREFIX, CONTRACT_INFO)
}

/// Reads what the chain knows of a code. Same file: `GetCodeInfo`.
pub const fn code_info() -> u64 {
    read(1 + 8, CODE_INFO)
}

/// Finds a contract and its code. Same file: `contractInstance`.
pub const fn find() -> u64 {
    contract_info() + code_info()
}

/// Makes a contract with a message of so many bytes. Same file: `instantiate`.
pub const fn instantiate(msg: usize) -> u64 {
    code_info() + PINNED + HAS + new_account(CONTRACT_ADDRESS) + by_creator() + note(msg)
}

/// Gives a contract other code, up to the call of its entry point. Same file: `migrate`.
pub const fn migrate() -> u64 {
    contract_info() + 2 * code_info() + PINNED
}

/// The rest of it.
pub const fn migrated(msg: usize) -> u64 {
    // The last entry of the history, twice: once to forget where the contract stood, once to number the new one.
    let last = 2 * (STEP + READ_BYTE * (CONTRACT_PREFIX + 8 + HISTORY_ENTRY + msg) as u64);
    last + DELETE + note(msg)
}

/// Notes what code a contract has. Same file: `addToContractCodeSecondaryIndex`, `appendToContractHistory`,
/// `mustStoreContractInfo`.
const fn note(msg: usize) -> u64 {
    let by_code = write(1 + 8 + POSITION + CONTRACT_ADDRESS, 0);
    let history = STEP + write(CONTRACT_PREFIX + 8, HISTORY_ENTRY + msg);
    by_code + history + write(CONTRACT_PREFIX, CONTRACT_INFO)
}

/// Same file: `addToContractCreatorSecondaryIndex`.
const fn by_creator() -> u64 {
    write(1 + 1 + USER_ADDRESS + POSITION + CONTRACT_ADDRESS, 0)
}

/// The events of a response. `types/gas_register.go`: `EventCosts`.
pub fn events(attributes: &[Attribute], events: &[Event]) -> u64 {
    let types: usize = events.iter().map(|event| event.ty.len()).sum();
    let inside = events.iter().flat_map(|event| &event.attributes);
    EVENT * events.len() as u64 + EVENT_BYTE * types as u64 + data(attributes.iter().chain(inside))
}

/// The events that a reply is told. Same file: `ReplyCosts`.
pub fn replied(events: &[Event]) -> u64 {
    let types: usize = events.iter().map(|event| event.ty.len()).sum();
    EVENT_BYTE * types as u64 + data(events.iter().flat_map(|event| &event.attributes))
}

/// The attributes of events, with what of them is free.
fn data<'a>(attributes: impl Iterator<Item = &'a Attribute>) -> u64 {
    let (mut count, mut bytes) = (0, 0);
    for attribute in attributes {
        count += 1;
        bytes += (attribute.key.len() + attribute.value.len()) as u64;
    }
    ATTRIBUTE * count + EVENT_BYTE * bytes.saturating_sub(EVENT_BYTES_FREE)
}
