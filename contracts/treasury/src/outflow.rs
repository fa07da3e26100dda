//! Outflows: checked, entered with their proposal, then paid. The only writer of `LEDGER`.

use cosmwasm_std::{
    Addr, Api, DepsMut, Env, Order, OverflowError, OverflowOperation, Response, Storage, Uint128,
};
use isonomia_api::asset::Asset;
use isonomia_api::timelock::Timelock;
use isonomia_api::treasury::Payment;
use isonomia_core::clock::is_due;
use isonomia_kit::assets::{check_asset, nonzero, pay};

use crate::error::TreasuryError;
use crate::event;
use crate::state::{Entry, LEDGER, PAUSED_UNTIL};

/// A payment that can be made.
pub struct Checked {
    /// What is paid.
    pub asset: Asset,
    /// Base units, not zero.
    pub amount: Uint128,
    /// To whom.
    pub to: Addr,
}

/// Checks a payment that comes from outside.
pub fn check(api: &dyn Api, payment: Payment) -> Result<Checked, TreasuryError> {
    Ok(Checked {
        asset: check_asset(api, &payment.asset)?,
        amount: nonzero(payment.amount)?,
        to: api.addr_validate(&payment.to)?,
    })
}

/// Enters an outflow in the ledger and pays it. The timelock, which sent the message, is asked for the proposal.
pub fn pay_out(
    deps: DepsMut,
    env: &Env,
    timelock: Addr,
    payment: Checked,
    small: bool,
) -> Result<Response, TreasuryError> {
    check_pause(deps.storage, env)?;
    let proposal = Timelock(timelock).executing(&deps.querier)?.ok_or(TreasuryError::NoProposal)?.id;
    let number = next_number(deps.storage)?;
    let Checked { asset, amount, to } = payment;
    let entry = Entry { proposal, asset, amount, to, small, at: env.block.time.seconds() };
    LEDGER.save(deps.storage, number, &entry)?;
    let outflow = entry.told(number);
    Ok(Response::new()
        .add_message(pay(&outflow.asset, &outflow.to, amount)?)
        .add_event(event::spent(&outflow)))
}

fn check_pause(storage: &dyn Storage, env: &Env) -> Result<(), TreasuryError> {
    let (until, now) = (PAUSED_UNTIL.may_load(storage)?.unwrap_or_default(), env.block.time.seconds());
    if !is_due(until, now) {
        return Err(TreasuryError::Paused { until, now });
    }
    Ok(())
}

fn next_number(storage: &dyn Storage) -> Result<u64, TreasuryError> {
    let last = LEDGER.keys(storage, None, None, Order::Descending).next().transpose()?;
    let next = last.unwrap_or_default().checked_add(1);
    Ok(next.ok_or(OverflowError::new(OverflowOperation::Add))?)
}
