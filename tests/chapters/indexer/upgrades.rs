//! Stories of code that changes.

use anyhow::Result;
use isonomia_embedded::Dao;

use super::stories::Look;
use crate::lifecycle::town::*;
use crate::migration::code;
use crate::migration::governed::upgrade;
use crate::upgrade::foundry::{back, tell};
use crate::upgrade::readiness::{awaiting, signal, withdraw, OPERATORS};

/// All five contracts by one vote, and the way back of the guardian.
pub fn migrating(look: Look) -> Result<Dao> {
    let mut dao = founded(plan().guarded())?;
    look(&dao)?;
    let id = upgrade(&mut dao, code)?;
    look(&dao)?;
    let guardian = dao.addr("guardian");
    tell(&mut dao, &guardian, &back(id))?;
    look(&dao)?;
    Ok(dao)
}

/// Operators who are ready, are not, and are again; and no way back.
pub fn upgrading(look: Look) -> Result<Dao> {
    let (mut dao, id) = awaiting(&OPERATORS)?;
    look(&dao)?;
    signal(&mut dao, "olga", id)?;
    look(&dao)?;
    withdraw(&mut dao, "olga", id)?;
    look(&dao)?;
    for who in ["olga", "otto"] {
        signal(&mut dao, who, id)?;
        look(&dao)?;
    }
    wait(&mut dao, id)?;
    dao.execute(&dao.addr("anyone"), id)?;
    look(&dao)?;
    Ok(dao)
}
