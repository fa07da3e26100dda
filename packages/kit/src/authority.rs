//! Who may.

use cosmwasm_std::Addr;

/// A sender that may not do this.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("only {allowed} may do this, not {sender}")]
pub struct Unauthorized {
    /// Who may.
    pub allowed: Addr,
    /// Who tried.
    pub sender: Addr,
}

/// Refuses everyone but one.
pub fn only(allowed: &Addr, sender: &Addr) -> Result<(), Unauthorized> {
    if sender != allowed {
        return Err(Unauthorized { allowed: allowed.clone(), sender: sender.clone() });
    }
    Ok(())
}
