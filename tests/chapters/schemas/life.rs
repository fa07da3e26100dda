//! A life: everything that happens to a DAO, with a picture at every turn.

mod deciding;
mod elsewhere;
mod guarding;
mod paying;
mod upgrading;

use anyhow::Result;
use cosmwasm_schema::serde::Serialize;
use cosmwasm_std::Addr;
use isonomia_api::timelock::FirstGuardian;
use isonomia_api::treasury::{Allowance, HoldingCap};
use isonomia_api::vault::ExecuteMsg::Unstake;
use isonomia_core::class::Class;
use isonomia_embedded::{Dao, CASH, DAY};

use super::album::Album;
use crate::identity::parish::{parish_of, Parish, CONSUL, MATURITY, NOTARY, PARISH};
use crate::lifecycle::town::{cash, ALLOWANCE, NO_CAP, PEOPLE, STAKE, TREASURE};
use crate::treasury::world::share;

/// What the whale has at stake: three times as much as everybody else.
const WHALE: u128 = 1_500_000_000;

/// The whole of it.
pub fn live(album: &mut Album) -> Result<()> {
    let mut dao = founded(album)?;
    attested(&mut dao, album)?;
    deciding::one(&mut dao, album)?;
    deciding::many(&mut dao, album)?;
    deciding::deposits(&mut dao, album)?;
    guarding::pauses(&mut dao, album)?;
    guarding::seat(&mut dao, album)?;
    paying::everything(&mut dao, album)?;
    elsewhere::below_the_line(album)?;
    elsewhere::cw20(album)?;
    upgrading::upgrades(album)
}

/// A DAO with a guardian and three issuers, of which nothing is known yet.
fn founded(album: &mut Album) -> Result<Dao> {
    let guardian = cw_multi_test::App::default().api().addr_make("guardian").into_string();
    let mut dao = parish_of(&[PARISH, NOTARY, CONSUL], |params| {
        params.min_attested = PEOPLE.len() as u64;
        params.guardian = Some(FirstGuardian { guardian, seconds: 180 * DAY });
        params.allowances = vec![Allowance { asset: cash(), limit: ALLOWANCE.into() }];
        params.outflow_cap_bps = NO_CAP;
        params.listed = vec![HoldingCap { holding: cash().into(), limit: share(NO_CAP) }];
    });
    dao.mint(&dao.contracts.treasury.clone(), TREASURE, CASH)?;
    album.take(&dao);
    Ok(dao)
}

/// Everybody stakes and decides by stake alone; two weeks later the people are attested, and the registry is ready. Bob
/// delegates half to ann, and the whale leaves a little, with notice and without.
fn attested(dao: &mut Dao, album: &mut Album) -> Result<()> {
    dao.stake(&dao.addr("whale"), WHALE)?;
    let early = dao.propose_class(&dao.addr("ann"), "Are we ready?", Class::Signal)?;
    for (name, issuer) in PEOPLE.into_iter().zip([PARISH, PARISH, PARISH, NOTARY, CONSUL]) {
        let who = dao.addr(name);
        dao.stake(&who, STAKE)?;
        dao.submit(issuer, &who)?;
    }
    dao.open(&dao.addr("anyone"), early)?;
    album.take(dao);

    dao.advance(MATURITY);
    for name in PEOPLE {
        dao.activate(&dao.addr(name))?;
    }
    dao.resolve(&dao.addr("anyone"), early)?;
    dao.ready()?;
    let (ann, bob, whale) = (dao.addr("ann"), dao.addr("bob"), dao.addr("whale"));
    dao.register_delegate(&ann)?;
    dao.delegate(&bob, &[(&ann, 5_000)])?;
    dao.unstake(&whale, 1)?;
    dao.call(&whale, &dao.contracts.vault.clone(), &Unstake { amount: 1u128.into(), quiet: true })?;
    album.take(dao);
    Ok(())
}

/// The timelock tells a contract something, without the vote before it.
fn govern(dao: &mut Dao, contract: &Addr, msg: &(impl Serialize + std::fmt::Debug)) -> Result<()> {
    let timelock = dao.contracts.timelock.clone();
    dao.call(&timelock, contract, msg).map(drop)
}
