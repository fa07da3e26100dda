//! Rescues: migrations that governance approved beforehand, so that an emergency may run them. Bound to the contract, to
//! the code by its checksum, to the message by its hash, and to a time.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::HexBinary;

use crate::clock::{is_due, Day};
use crate::hash::SHA256_BYTES;

/// Days for which a rescue is approved at the most.
pub const LONGEST_RESCUE_DAYS: u64 = 90;

/// A migration that an emergency may run.
#[cw_serde]
#[derive(Eq)]
#[serde(deny_unknown_fields)]
pub struct Rescue {
    /// The contract that is migrated.
    pub contract: String,
    /// The SHA-256 of the code that it is migrated to.
    pub checksum: HexBinary,
    /// The SHA-256 of the message of the migration in canonical form.
    pub hash: HexBinary,
    /// The first moment at which it is no longer approved, at most 90 days from the approval.
    pub until: u64,
}

/// A migration as an action asks for it.
pub struct Migration<'a> {
    /// The contract that is migrated.
    pub contract: &'a str,
    /// The SHA-256 of the code.
    pub checksum: &'a [u8],
    /// The SHA-256 of the canonical message.
    pub hash: &'a [u8],
}

/// Why a rescue is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum RescueError {
    /// Over before it begins, or too long.
    #[error("a rescue is approved until after {now} and not after {latest} ({LONGEST_RESCUE_DAYS} days), not {until}")]
    Until {
        /// Until when it was to be approved.
        until: u64,
        /// The present moment.
        now: u64,
        /// The latest end.
        latest: u64,
    },
    /// Not a hash.
    #[error("the {what} of a rescue is a SHA-256 and has 32 bytes, not {bytes}")]
    Hash {
        /// Which.
        what: &'static str,
        /// How many it has.
        bytes: usize,
    },
}

impl Rescue {
    /// Checks a rescue that is approved now.
    pub fn check(&self, day: Day, now: u64) -> Result<(), RescueError> {
        for (what, hash) in [("checksum", &self.checksum), ("hash", &self.hash)] {
            if hash.len() != SHA256_BYTES {
                return Err(RescueError::Hash { what, bytes: hash.len() });
            }
        }
        let latest = now.saturating_add(day.days(LONGEST_RESCUE_DAYS));
        if !self.is_approved(now) || !is_due(self.until, latest) {
            return Err(RescueError::Until { until: self.until, now, latest });
        }
        Ok(())
    }

    /// Whether it is still approved.
    pub fn is_approved(&self, now: u64) -> bool {
        !is_due(self.until, now)
    }

    /// Whether it is for this very migration, and still approved.
    pub fn covers(&self, migration: &Migration, now: u64) -> bool {
        self.is_approved(now)
            && self.contract == migration.contract
            && self.checksum.as_slice() == migration.checksum
            && self.hash.as_slice() == migration.hash
    }
}
