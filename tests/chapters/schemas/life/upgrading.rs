//! Upgrades of a DAO whose code can be taken back.

use anyhow::Result;
use isonomia_api::timelock::{Assertion, Expect};
use isonomia_embedded::{Dao, DAY};

use crate::lifecycle::town::{wait, Town};
use crate::schemas::album::Album;
use crate::upgrade::foundry::{alarm, back, identity_code, tell, upgrade, upgraded, way_back, week, Temper};
use crate::upgrade::readiness::{awaiting, signal, OPERATORS};

/// One waits for its operators and has no way back; one is rolled back in its soak; one soaks to the end.
pub fn upgrades(album: &mut Album) -> Result<()> {
    let (mut dao, awaited) = awaiting(&OPERATORS)?;
    signal(&mut dao, "olga", awaited)?;
    wait(&mut dao, awaited)?;
    album.take(&dao);
    signal(&mut dao, "otto", awaited)?;
    dao.execute(&dao.addr("anyone"), awaited)?;

    let (id, _, _) = upgraded(&mut dao, Temper::Sound)?;
    album.take(&dao);
    let guardian = dao.addr("guardian");
    tell(&mut dao, &guardian, &back(id))?;
    album.take(&dao);

    let id = watched(&mut dao)?;
    dao.advance_to(way_back(&dao, id)?.until);
    album.take(&dao);
    Ok(())
}

/// An upgrade of the registry whose alarms bound a number on both sides.
fn watched(dao: &mut Dao) -> Result<u64> {
    let (identity, code) = (dao.contracts.identity.clone(), identity_code(dao, Temper::Sound));
    let mut plan = week(dao, &[&identity])?;
    for (expect, value) in [(Expect::AtLeast, 1), (Expect::AtMost, DAY)] {
        let (pointer, value) = ("/day".to_string(), value.to_string());
        plan.alarms.push(Assertion { pointer, expect, value, ..alarm(dao)? });
    }
    let actions = upgrade(dao, &[(&identity, code)], Some(plan))?;
    dao.enact("ann", actions)
}
