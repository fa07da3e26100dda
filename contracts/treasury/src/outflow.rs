//! Outflows: counted against their cap, entered in the ledger, then paid. The only writer of `COUNTED`, `LEDGER` and
//! `SUMS`.

use cosmwasm_std::{Addr, Api, DepsMut, Env, Event, QuerierWrapper, Response, StdResult, Storage, Uint128};
use isonomia_api::asset::Asset;
use isonomia_api::timelock::Timelock;
use isonomia_api::treasury::{Holding, Means, Payment};
use isonomia_core::cap;
use isonomia_core::rolling::Rolling;
use isonomia_kit::assets::{check_asset, nonzero, pay};

use crate::error::TreasuryError;
use crate::holdings::balance;
use crate::numbers::next;
use crate::state::{key, Config, Entry, COUNTED, LEDGER, SUMS};
use crate::{event, gate, listing, reserve};

/// A payment that can be made.
pub struct Checked {
    /// What is paid.
    pub asset: Asset,
    /// Base units, not zero.
    pub amount: Uint128,
    /// To whom.
    pub to: Addr,
}

/// What is about to leave, or to be promised.
pub struct Leaving<'a> {
    /// Of what.
    pub holding: &'a Holding,
    /// How much.
    pub amount: Uint128,
    /// What there is of it before.
    pub balance: Uint128,
}

/// Checks a payment that comes from outside.
pub fn check(api: &dyn Api, payment: Payment) -> Result<Checked, TreasuryError> {
    Ok(Checked {
        asset: check_asset(api, &payment.asset)?,
        amount: nonzero(payment.amount)?,
        to: api.addr_validate(&payment.to)?,
    })
}

/// The proposal that the timelock, which sent the message, is executing.
pub fn proposal(querier: &QuerierWrapper, config: &Config) -> Result<u64, TreasuryError> {
    let executing = Timelock(config.timelock.clone()).executing(querier)?;
    Ok(executing.ok_or(TreasuryError::NoProposal)?.id)
}

/// What was counted of a holding on the days that still count.
pub fn counted(storage: &dyn Storage, holding: &Holding) -> StdResult<Rolling> {
    Ok(COUNTED.may_load(storage, key(holding))?.unwrap_or_default())
}

/// Counts what leaves against its cap, and keeps it from what streams are owed.
pub fn count(
    storage: &mut dyn Storage,
    config: &Config,
    now: u64,
    leaving: Leaving,
) -> Result<Event, TreasuryError> {
    let Leaving { holding, amount, balance } = leaving;
    let free = reserve::free(storage, holding, balance, amount)?;
    let limit = listing::cap(storage, config, holding, now)?.now(now);
    let (mut window, today) = (counted(storage, holding)?, config.day.number(now));
    cap::count(&mut window, limit, free, amount, today)
        .map_err(|over| TreasuryError::OverCap { holding: holding.clone(), over })?;
    COUNTED.save(storage, key(holding), &window)?;
    Ok(event::counted(holding, amount, window.total(cap::CAP_DAYS, today)))
}

/// Enters an outflow in the ledger and in the sum of its day.
pub fn enter(storage: &mut dyn Storage, config: &Config, entry: Entry) -> Result<Event, TreasuryError> {
    let number = next(storage, &LEDGER)?;
    LEDGER.save(storage, number, &entry)?;
    let (kind, name) = key(&entry.holding);
    let sum = (kind, name, config.day.number(entry.at));
    let added = |before: Option<Uint128>| before.unwrap_or_default().checked_add(entry.amount);
    SUMS.update(storage, sum, |before| added(before).map_err(TreasuryError::from))?;
    Ok(event::spent(&entry.told(number)))
}

/// Counts a payment of the timelock, enters it and makes it.
pub fn pay_out(
    deps: DepsMut,
    env: &Env,
    config: &Config,
    payment: Checked,
    by: Means,
) -> Result<Response, TreasuryError> {
    let now = env.block.time.seconds();
    gate::check_open(deps.storage, now)?;
    let proposal = proposal(&deps.querier, config)?;
    let Checked { asset, amount, to } = payment;
    let balance = balance(&deps.querier, &asset, &env.contract.address)?;
    let (paid, holding) = (pay(&asset, &to, amount)?, Holding::from(asset));
    let counted = count(deps.storage, config, now, Leaving { holding: &holding, amount, balance })?;
    let entry = Entry { proposal, by, holding, amount, to: Some(to), at: now };
    let entered = enter(deps.storage, config, entry)?;
    Ok(Response::new().add_message(paid).add_event(counted).add_event(entered))
}
