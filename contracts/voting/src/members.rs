//! The members: whoever has power. Kept where a cw4 group keeps them, so that whoever reads those keys finds them.

use cosmwasm_std::{Addr, Order, StdResult, Storage};
use cw4::{Member, MEMBERS_KEY, TOTAL_KEY};
use cw_storage_plus::{Bound, Item, Map};
use isonomia_core::units::Power;

/// account → its present power; never zero. Always what `ACCOUNTS` makes of it. Written by `ledger`.
const MEMBERS: Map<&Addr, u64> = Map::new(MEMBERS_KEY);

/// The sum over `MEMBERS`: the V of `TOTALS`. Written by `instantiate`, `ledger`.
const TOTAL: Item<u64> = Item::new(TOTAL_KEY);

/// An account has this power from now on.
pub fn set(storage: &mut dyn Storage, who: &Addr, power: Power) -> StdResult<()> {
    if power == Power::ZERO {
        MEMBERS.remove(storage, who);
        return Ok(());
    }
    MEMBERS.save(storage, who, &power.0)
}

/// All members together have this power from now on.
pub fn set_total(storage: &mut dyn Storage, power: Power) -> StdResult<()> {
    TOTAL.save(storage, &power.0)
}

/// So many members in order of address.
pub fn page(storage: &dyn Storage, after: Option<&Addr>, size: usize) -> StdResult<Vec<Member>> {
    let members = MEMBERS.range(storage, after.map(Bound::exclusive), None, Order::Ascending);
    let member = |entry: StdResult<(Addr, u64)>| {
        entry.map(|(addr, weight)| Member { addr: addr.into_string(), weight })
    };
    members.take(size).map(member).collect()
}
