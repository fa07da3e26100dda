//! What happens to other DAOs.

use anyhow::Result;
use isonomia_core::class::Class;
use isonomia_core::verdict::Mode;
use isonomia_embedded::DAY;

use crate::schemas::album::Album;
use crate::voting::line::{fallen, Registry};
use crate::voting::town::{Town, COIN};

/// A registry stays too small: stake repairs it after 30 days, and replaces it after 90. A delegate is attested no more.
pub fn below_the_line(album: &mut Album) -> Result<()> {
    let (mut dao, _) = fallen();
    dao.advance(91 * DAY);
    let [repair, replacement] = [dao.to_do(dao.repair()), dao.to_do(dao.new_registrar())];
    dao.advance(2 * DAY);
    assert_eq!(dao.mode_if_opened(repair), Mode::StakeRepair);
    assert_eq!(dao.mode_if_opened(replacement), Mode::StakeRegistrar);
    let lapsed = dao.speaker("lapsed", COIN);
    dao.revoke(&lapsed)?;
    album.take(&dao);
    Ok(())
}

/// A DAO that stakes a cw20 token.
pub fn cw20(album: &mut Album) -> Result<()> {
    let mut dao = crate::dao().cw20()?.build()?;
    dao.stake(&dao.addr("ann"), 5)?;
    dao.propose_class(&dao.addr("ann"), "Which token?", Class::Signal)?;
    album.take(&dao);
    Ok(())
}
