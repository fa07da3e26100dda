//! The one way to change an account: everything that counts it is brought along.

use cosmwasm_std::{Addr, DepsMut, Env, Event, StdResult, Storage};
use isonomia_core::account::Account;
use isonomia_core::ledger::{moves, Totals};

use crate::error::ContractError;
use crate::state::{Parameters, ACCOUNTS, ALL, RECEIVED, REGISTRY, TOTALS};
use crate::{delegators, event, members};

/// Changes an account, and with it V, X, n, the members, the buckets of its delegates, and who stands behind whom; nothing
/// is saved if anything is refused.
pub fn change<E>(
    deps: &mut DepsMut,
    env: &Env,
    parameters: &Parameters,
    who: &Addr,
    change: impl FnOnce(&mut Account) -> Result<(), E>,
) -> Result<Vec<Event>, ContractError>
where
    ContractError: From<E>,
{
    let storage = &mut *deps.storage;
    let before = ACCOUNTS.load(storage, who)?;
    let totals = TOTALS.load(storage, ALL)?;

    let mut after = before.clone();
    change(&mut after)?;
    let new_totals = totals.after(&before, &after, &parameters.curve)?;

    let mut events = vec![event::account(who, &after, &parameters.curve, &new_totals)];
    events.extend(move_received(storage, env, parameters, &before, &after)?);
    if new_totals != totals {
        TOTALS.save(storage, ALL, &new_totals, env.block.height)?;
    }
    // V changes if and only if the power of this account does.
    if new_totals.power != totals.power {
        members::set_total(storage, new_totals.power)?;
        members::set(storage, who, after.contribution(&parameters.curve).power)?;
    }
    if new_totals.attested != totals.attested {
        events.extend(follow_line(storage, env, parameters, new_totals)?);
    }
    delegators::follow(storage, deps.api, who, &before, &after)?;
    ACCOUNTS.save(storage, who, &after, env.block.height)?;
    Ok(events)
}

fn move_received(
    storage: &mut dyn Storage,
    env: &Env,
    parameters: &Parameters,
    before: &Account,
    after: &Account,
) -> Result<Vec<Event>, ContractError> {
    let mut events = Vec::new();
    for each in moves(before, after, &parameters.curve) {
        let key = (&each.bucket.delegate, each.bucket.generation, each.bucket.season);
        let sum = RECEIVED.load(storage, key)?.minus(each.out)?.plus(each.into)?;
        RECEIVED.save(storage, key, &sum, env.block.height)?;
        events.push(event::received(&each.bucket, sum));
    }
    Ok(events)
}

/// Once two keys have latched, the time below the line counts.
fn follow_line(
    storage: &mut dyn Storage,
    env: &Env,
    parameters: &Parameters,
    totals: Totals,
) -> StdResult<Option<Event>> {
    let mut registry = REGISTRY.load(storage)?;
    if !registry.latched {
        return Ok(None);
    }
    let (before, is_below) = (registry.line.clone(), totals.attested < parameters.min_attested);
    registry.line.follow(is_below, parameters.day, env.block.time.seconds());
    REGISTRY.save(storage, &registry)?;
    Ok((registry.line != before).then(|| event::line(&registry.line)))
}
