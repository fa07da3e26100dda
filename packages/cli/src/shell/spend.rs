//! A payment as it is written: "250 cash to ADDRESS".

use anyhow::{Context, Result};
use cosmwasm_std::CosmosMsg;
use isonomia_api::call::call;
use isonomia_api::treasury::{ExecuteMsg, Payment};

use super::desk::Desk;
use crate::keeper::Asked;

/// Out of what is paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Purse {
    /// All that the treasury has.
    Whole,
    /// The small-spend allowance.
    Small,
}

/// The action that pays: "250 cash to ADDRESS".
pub fn spend<D: Asked>(desk: &Desk<'_, D>, text: &str, purse: Purse) -> Result<CosmosMsg> {
    let wrong = || format!("`{text}` is no payment: write \"250 cash to ADDRESS\"");
    let (amount, to) = text.split_once(" to ").with_context(wrong)?;
    let amount = desk.notation.amount(amount).with_context(wrong)?;
    let to = desk.notation.account(to.trim()).with_context(wrong)?;
    let payment = Payment { asset: amount.asset, amount: amount.units.into(), to };
    let msg = match purse {
        Purse::Whole => ExecuteMsg::Spend { payment },
        Purse::Small => ExecuteMsg::SpendSmall { payment },
    };
    Ok(call(&desk.contracts().treasury, &msg)?)
}
