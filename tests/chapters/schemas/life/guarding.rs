//! A guardian pauses twice, is removed, and another's term ends.

use anyhow::Result;
use isonomia_api::timelock::{ExecuteMsg, LeastDelays};
use isonomia_core::pause::PauseScope;
use isonomia_embedded::{Dao, DAY};

use super::govern;
use crate::schemas::album::Album;

/// The warden, who serves since `deciding`, pauses the treasury, and more than a week later the timelock.
pub fn pauses(dao: &mut Dao, album: &mut Album) -> Result<()> {
    for scope in [PauseScope::TreasuryOutflow, PauseScope::Execution] {
        let (incident, reason) = ("leak".to_string(), "it pays".to_string());
        let (warden, timelock) = (dao.addr("warden"), dao.contracts.timelock.clone());
        dao.call(&warden, &timelock, &ExecuteMsg::Pause { scope, seconds: DAY, incident, reason })?;
        album.take(dao);
        dao.advance(2 * DAY);
        album.take(dao);
        dao.advance(7 * DAY);
    }
    Ok(())
}

/// The seat is vacant, and then a term has ended; the least delays fall.
pub fn seat(dao: &mut Dao, album: &mut Album) -> Result<()> {
    let timelock = dao.contracts.timelock.clone();
    govern(dao, &timelock, &ExecuteMsg::RemoveGuardian {})?;
    let least_delays = LeastDelays { standard: DAY, critical: 3 * DAY, emergency: 3_600 };
    govern(dao, &timelock, &ExecuteMsg::SetLeastDelays { least_delays })?;
    album.take(dao);

    let (guardian, until) = (dao.addr("wanda").into_string(), dao.now() + DAY);
    govern(dao, &timelock, &ExecuteMsg::SetGuardian { guardian, until })?;
    dao.advance(2 * DAY);
    album.take(dao);
    Ok(())
}
