//! The listed holdings and their caps: the only writer of `LISTED`.

use cosmwasm_std::{Order, StdResult, Storage};
use isonomia_api::treasury::Holding;
use isonomia_core::cap::{Cap, Limit, LimitError, DEFAULT_COUNT};
use isonomia_core::clock::is_due;

use crate::error::TreasuryError;
use crate::state::{self, key, Config, Listing, LISTED};

/// Listed holdings: few enough for an `Execute` to ask for the balance of each.
pub const MAX_LISTED: usize = 32;

/// A holding's listing, while it lasts.
pub fn get(storage: &dyn Storage, holding: &Holding, now: u64) -> StdResult<Option<Listing>> {
    let listing = LISTED.may_load(storage, key(holding))?;
    Ok(listing.filter(|listing| lasts(listing, now)))
}

/// The same, or the refusal.
pub fn load(storage: &dyn Storage, holding: &Holding, now: u64) -> Result<Listing, TreasuryError> {
    get(storage, holding, now)?.ok_or_else(|| TreasuryError::NotListed { holding: holding.clone() })
}

/// The listed holdings, in order.
pub fn all(storage: &dyn Storage, now: u64) -> StdResult<Vec<(Holding, Listing)>> {
    LISTED
        .range(storage, None, None, Order::Ascending)
        .map(|entry| entry.map(|(key, listing)| (state::holding(key), listing)))
        .filter(|entry| !matches!(entry, Ok((_, listing)) if !lasts(listing, now)))
        .collect()
}

/// The cap of a holding: that of its listing, or the default.
pub fn cap(storage: &dyn Storage, config: &Config, holding: &Holding, now: u64) -> StdResult<Cap> {
    Ok(match get(storage, holding, now)? {
        Some(listing) => listing.cap,
        None => Cap::new(default_limit(config, holding)),
    })
}

/// The limit of a holding that was given none.
pub fn default_limit(config: &Config, holding: &Holding) -> Limit {
    match holding {
        Holding::Cw721 { .. } => Limit::Count { count: DEFAULT_COUNT },
        Holding::Native { .. } | Holding::Cw20 { .. } => Limit::Share { bps: config.outflow_cap_bps },
    }
}

/// Checks a limit for a holding.
pub fn check_limit(holding: &Holding, limit: Limit) -> Result<Limit, TreasuryError> {
    limit.check(holding.asset().is_some()).map_err(refused(holding))
}

/// The refusal of a limit, by the name of its holding.
pub fn refused(holding: &Holding) -> impl Fn(LimitError) -> TreasuryError + '_ {
    |why| TreasuryError::Limit { holding: holding.clone(), why }
}

/// Lists a holding with a limit, in the place of a listing that has ended; one that was to end goes on.
pub fn add(
    storage: &mut dyn Storage,
    holding: &Holding,
    limit: Limit,
    now: u64,
) -> Result<Listing, TreasuryError> {
    let cap = match get(storage, holding, now)? {
        Some(Listing { until: None, .. }) => {
            return Err(TreasuryError::Listed { holding: holding.clone() });
        }
        Some(Listing { cap, .. }) => cap,
        None => Cap::new(limit),
    };
    forget_ended(storage, now)?;
    if !LISTED.has(storage, key(holding)) && is_full(storage) {
        return Err(TreasuryError::TooManyListed { holding: holding.clone() });
    }
    let listing = Listing { cap, until: None };
    save(storage, holding, &listing)?;
    Ok(listing)
}

/// Writes a listing.
pub fn save(storage: &mut dyn Storage, holding: &Holding, listing: &Listing) -> StdResult<()> {
    LISTED.save(storage, key(holding), listing)
}

fn lasts(listing: &Listing, now: u64) -> bool {
    listing.until.is_none_or(|until| !is_due(until, now))
}

fn forget_ended(storage: &mut dyn Storage, now: u64) -> StdResult<()> {
    let ended: Vec<Holding> = LISTED
        .range(storage, None, None, Order::Ascending)
        .filter(|entry| !matches!(entry, Ok((_, listing)) if lasts(listing, now)))
        .map(|entry| entry.map(|(key, _)| state::holding(key)))
        .collect::<StdResult<_>>()?;
    ended.iter().for_each(|holding| LISTED.remove(storage, key(holding)));
    Ok(())
}

fn is_full(storage: &dyn Storage) -> bool {
    LISTED.keys_raw(storage, None, None, Order::Ascending).take(MAX_LISTED).count() == MAX_LISTED
}
