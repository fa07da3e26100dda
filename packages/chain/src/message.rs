//! Messages of a transaction.

use std::io::Write;

use cosmrs::proto::cosmos::bank::v1beta1::MsgSend;
use cosmrs::proto::cosmos::base::v1beta1::Coin as ProtoCoin;
use cosmrs::proto::cosmwasm::wasm::v1::{MsgExecuteContract, MsgInstantiateContract2, MsgStoreCode};
use cosmrs::proto::traits::Message as _;
use cosmrs::Any;
use flate2::write::GzEncoder;
use flate2::Compression;
use serde::Serialize;

use crate::ChainError;

/// One message of a transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Message(pub(crate) Any);

/// Coins that go along: base units and denomination.
pub type Funds = Vec<(u128, String)>;

/// Calls a contract.
pub fn execute(
    sender: &str,
    contract: &str,
    msg: &impl Serialize,
    funds: Funds,
) -> Result<Message, ChainError> {
    let msg = serde_json::to_vec(msg).map_err(|error| ChainError::Encode(error.to_string()))?;
    Ok(execute_json(sender, contract, msg, funds))
}

/// Calls a contract with a message that is JSON already.
pub fn execute_json(sender: &str, contract: &str, msg: Vec<u8>, funds: Funds) -> Message {
    let msg = MsgExecuteContract {
        sender: sender.to_string(),
        contract: contract.to_string(),
        msg,
        funds: coins(funds),
    };
    packed("/cosmwasm.wasm.v1.MsgExecuteContract", msg.encode_to_vec())
}

/// Makes a contract at the address that `salt` gives it.
pub fn instantiate2(
    sender: &str,
    code_id: u64,
    label: &str,
    msg: Vec<u8>,
    admin: Option<&str>,
    salt: &[u8],
) -> Message {
    let msg = MsgInstantiateContract2 {
        sender: sender.to_string(),
        admin: admin.unwrap_or_default().to_string(),
        code_id,
        label: label.to_string(),
        msg,
        funds: vec![],
        salt: salt.to_vec(),
        fix_msg: false,
    };
    packed("/cosmwasm.wasm.v1.MsgInstantiateContract2", msg.encode_to_vec())
}

/// Stores the code of a contract. It travels compressed, which every chain takes: a third of the bytes to pay for, and
/// below what a node takes in one request.
pub fn store_code(sender: &str, wasm: &[u8]) -> Result<Message, ChainError> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    let packed_wasm = packer.write_all(wasm).and_then(|()| packer.finish());
    let wasm_byte_code = packed_wasm.map_err(|error| ChainError::Encode(error.to_string()))?;
    let msg = MsgStoreCode { sender: sender.to_string(), wasm_byte_code, instantiate_permission: None };
    Ok(packed("/cosmwasm.wasm.v1.MsgStoreCode", msg.encode_to_vec()))
}

/// Sends coins to an account.
pub fn send_coins(sender: &str, to: &str, funds: Funds) -> Message {
    let msg = MsgSend { from_address: sender.to_string(), to_address: to.to_string(), amount: coins(funds) };
    packed("/cosmos.bank.v1beta1.MsgSend", msg.encode_to_vec())
}

/// The chain wants coins in order of denomination.
fn coins(mut funds: Funds) -> Vec<ProtoCoin> {
    funds.sort_by(|(_, one), (_, other)| one.cmp(other));
    funds.into_iter().map(|(amount, denom)| ProtoCoin { denom, amount: amount.to_string() }).collect()
}

fn packed(type_url: &str, value: Vec<u8>) -> Message {
    Message(Any { type_url: type_url.to_string(), value })
}
