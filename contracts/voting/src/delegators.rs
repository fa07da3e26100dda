//! Who stands behind whom: the only writer of `DELEGATORS` and `DELEGATES`, both of which follow `ACCOUNTS`.

use cosmwasm_std::{Addr, Api, CanonicalAddr, Empty, Order, StdResult, Storage};
use cw_storage_plus::{Bound, Map};
use isonomia_core::account::{Account, Role};
use isonomia_core::delegation::Part;

/// (delegate, principal), both as bytes → that the delegation of the principal names the delegate. It may have lapsed:
/// whoever reads it looks at the account. Written by `follow`.
const DELEGATORS: Map<(&[u8], &[u8]), Empty> = Map::new("to");

/// account → that it is registered as a delegate. Written by `follow`.
const DELEGATES: Map<&Addr, Empty> = Map::new("delegates");

/// Brings both along where an account changes; what stays is not written again.
pub fn follow(
    storage: &mut dyn Storage,
    api: &dyn Api,
    who: &Addr,
    before: &Account,
    after: &Account,
) -> StdResult<()> {
    match (is_delegate(before), is_delegate(after)) {
        (false, true) => DELEGATES.save(storage, who, &Empty {})?,
        (true, false) => DELEGATES.remove(storage, who),
        _ => {}
    }
    let (ended, begun) = (missing(before, after), missing(after, before));
    if ended.is_empty() && begun.is_empty() {
        return Ok(());
    }
    let principal = api.addr_canonicalize(who.as_str())?;
    for delegate in ended {
        let delegate = api.addr_canonicalize(delegate.as_str())?;
        DELEGATORS.remove(storage, (&delegate, &principal));
    }
    for delegate in begun {
        let delegate = api.addr_canonicalize(delegate.as_str())?;
        DELEGATORS.save(storage, (&delegate, &principal), &Empty {})?;
    }
    Ok(())
}

/// Those whom the delegation of one names and that of the other does not.
fn missing<'a>(one: &'a Account, other: &Account) -> Vec<&'a Addr> {
    let named = |part: &&Part| other.parts().iter().any(|each| each.delegate == part.delegate);
    one.parts().iter().filter(|part| !named(part)).map(|part| &part.delegate).collect()
}

fn is_delegate(account: &Account) -> bool {
    matches!(account.role, Role::Delegate { .. })
}

/// So many of those whose delegation names a delegate.
pub fn page(
    storage: &dyn Storage,
    api: &dyn Api,
    delegate: &Addr,
    after: Option<&Addr>,
    size: usize,
) -> StdResult<Vec<Addr>> {
    let delegate = api.addr_canonicalize(delegate.as_str())?;
    let after = after.map(|who| api.addr_canonicalize(who.as_str())).transpose()?;
    let start = after.as_deref().map(Bound::exclusive);
    let keys = DELEGATORS.prefix(&delegate).keys(storage, start, None, Order::Ascending);
    keys.take(size).map(|key| api.addr_humanize(&CanonicalAddr::from(key?))).collect()
}

/// So many registered delegates in order of address.
pub fn delegates(storage: &dyn Storage, after: Option<&Addr>, size: usize) -> StdResult<Vec<Addr>> {
    DELEGATES.keys(storage, after.map(Bound::exclusive), None, Order::Ascending).take(size).collect()
}
