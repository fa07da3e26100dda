//! What voting is told.

use cosmwasm_std::{Addr, CosmosMsg, QuerierWrapper, StdResult};
use isonomia_api::call::call;
use isonomia_api::voting::{ExecuteMsg, Voting};

/// An attestation begins or goes on.
pub fn attest(voting: &Addr, account: &Addr, until: u64) -> StdResult<CosmosMsg> {
    call(voting, &ExecuteMsg::Attest { account: account.to_string(), until })
}

/// An attestation has ended. Nothing is told where voting has taken it out itself (`Poke`): that would be refused, and
/// nobody could take the account out here.
pub fn revoke(voting: &Addr, querier: &QuerierWrapper, account: &Addr) -> StdResult<Option<CosmosMsg>> {
    let attested = Voting(voting.clone()).account(querier, account)?.attested_until;
    let msg = ExecuteMsg::Revoke { account: account.to_string() };
    attested.map(|_| call(voting, &msg)).transpose()
}

/// The registry is ready.
pub fn ready(voting: &Addr) -> StdResult<CosmosMsg> {
    call(voting, &ExecuteMsg::Ready {})
}
