//! A transaction, and the bytes of it that a chain is paid for.
//!
//! A node charges for every byte of the protobuf `TxRaw` (cosmos-sdk `proto/cosmos/tx/v1beta1/tx.proto`); every message
//! is an `Any` (cosmwasm `proto/cosmwasm/wasm/v1/tx.proto`). What is not a message is that of an ordinary wallet: one
//! signature of secp256k1, `SIGN_MODE_DIRECT`, no memo, a fee in one coin.

use anyhow::{bail, Result};
use cosmwasm_std::{to_json_binary, Addr, Coin, CosmosMsg, WasmMsg};
use serde::Serialize;

/// Bytes of a signature of secp256k1.
const SIGNATURE: usize = 64;
/// Bytes of an amount in a fee, such as `5000`.
const FEE_AMOUNT: usize = 4;
/// Bytes of the denomination of a fee, such as `ustake`.
const FEE_DENOM: usize = 6;
/// A gas limit below 2^21 takes three bytes.
const GAS_LIMIT: usize = 1 + 3;
/// A sequence below 2^14 takes two bytes.
const SEQUENCE: usize = 1 + 2;

/// Messages of one sender, that happen together or not at all.
pub struct Tx {
    /// Who signs.
    pub sender: Addr,
    /// What is done.
    pub messages: Vec<CosmosMsg>,
}

impl Tx {
    /// One message to a contract.
    pub fn call(sender: &Addr, contract: &Addr, msg: &impl Serialize, funds: Vec<Coin>) -> Result<Tx> {
        let (contract_addr, msg) = (contract.to_string(), to_json_binary(msg)?);
        Ok(Tx {
            sender: sender.clone(),
            messages: vec![WasmMsg::Execute { contract_addr, msg, funds }.into()],
        })
    }

    /// The bytes of it on the wire.
    pub fn bytes(&self) -> Result<usize> {
        let messages: Vec<usize> =
            self.messages.iter().map(|msg| self.message(msg)).collect::<Result<_>>()?;
        let body = messages.into_iter().map(field).sum();
        Ok(field(body) + field(auth_info()) + field(SIGNATURE))
    }

    /// The `Any` of a message.
    fn message(&self, msg: &CosmosMsg) -> Result<usize> {
        let sender = field(self.sender.as_str().len());
        let (url, value) = match msg {
            CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, msg, funds }) => {
                let value = field(contract_addr.len()) + field(msg.len()) + coins(funds);
                ("/cosmwasm.wasm.v1.MsgExecuteContract", value)
            }
            CosmosMsg::Wasm(WasmMsg::Instantiate { admin, code_id, label, msg, funds }) => (
                "/cosmwasm.wasm.v1.MsgInstantiateContract",
                instantiation(admin, *code_id, label, msg, funds),
            ),
            CosmosMsg::Wasm(WasmMsg::Instantiate2 { admin, code_id, label, msg, funds, salt }) => {
                let value = instantiation(admin, *code_id, label, msg, funds) + field(salt.len());
                ("/cosmwasm.wasm.v1.MsgInstantiateContract2", value)
            }
            other => bail!("no estimate for {other:?}"),
        };
        Ok(field(url.len()) + field(sender + value))
    }
}

fn instantiation(admin: &Option<String>, code_id: u64, label: &str, msg: &[u8], funds: &[Coin]) -> usize {
    let admin = admin.as_ref().map_or(0, |admin| field(admin.len()));
    admin + 1 + varint(code_id as usize) + field(label.len()) + field(msg.len()) + coins(funds)
}

fn coins(coins: &[Coin]) -> usize {
    coins.iter().map(|coin| field(field(coin.denom.len()) + field(coin.amount.to_string().len()))).sum()
}

/// `AuthInfo`: the signer and the fee.
fn auth_info() -> usize {
    let key = field("/cosmos.crypto.secp256k1.PubKey".len()) + field(field(33));
    let mode = field(field(2));
    let signer = field(key) + mode + SEQUENCE;
    let fee = field(field(FEE_DENOM) + field(FEE_AMOUNT)) + GAS_LIMIT;
    field(signer) + field(fee)
}

/// A field of protobuf with so many bytes in it: a tag, the length, the bytes.
fn field(bytes: usize) -> usize {
    1 + varint(bytes) + bytes
}

fn varint(value: usize) -> usize {
    (usize::BITS - value.max(1).leading_zeros()).div_ceil(7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_takes_a_byte_per_seven_bits() {
        assert_eq!([0, 127, 128, 16_383, 16_384].map(varint), [1, 1, 2, 2, 3]);
    }

    #[test]
    fn a_call_takes_three_hundred_bytes_and_its_message() -> Result<()> {
        let (sender, contract) = (Addr::unchecked("s".repeat(43)), Addr::unchecked("c".repeat(63)));
        let tx = Tx::call(&sender, &contract, &serde_json::json!({"nothing": {}}), vec![])?;
        assert_eq!(tx.bytes()?, 345);
        Ok(())
    }
}
