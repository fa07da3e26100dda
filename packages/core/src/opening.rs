//! What the opening of a poll decides: its mode, and whether it may open at all.

use crate::class::{Class, Scope};
use crate::clock::Day;
use crate::line::{Line, REGISTRAR_DAYS, REPAIR_DAYS};
use crate::verdict::Mode;

/// What is known when a poll opens.
pub struct Situation<'a> {
    /// Whether two-key mode has latched.
    pub latched: bool,
    /// Whether the registrar had declared itself ready before this block.
    pub ready: bool,
    /// n at the snapshot.
    pub attested: u64,
    /// The attestations that latch two-key mode, and the line.
    pub min_attested: u64,
    /// How long n has been below the line.
    pub line: &'a Line,
    /// The mechanism's day.
    pub day: Day,
    /// The moment of opening.
    pub now: u64,
}

/// Why a poll may not open.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum OpeningError {
    /// Below the line.
    #[error("{attested} accounts are attested, fewer than {min_attested}: only signals, emergencies that cancel or pause, and registry repair may open")]
    BelowTheLine {
        /// n at the snapshot.
        attested: u64,
        /// The line.
        min_attested: u64,
    },
}

impl Situation<'_> {
    /// The mode of a poll that opens now; two keys, once latched, for ever.
    pub fn mode(&self, class: Class, scope: Scope) -> Result<Mode, OpeningError> {
        let below = self.attested < self.min_attested;
        if !self.latched && (below || !self.ready) {
            return Ok(Mode::Bootstrap);
        }
        if !below {
            return Ok(Mode::TwoKey);
        }
        let lasted = |days| self.line.has_lasted(days, self.day, self.now);
        match (class, scope) {
            (_, Scope::Repair) if lasted(REPAIR_DAYS) => Ok(Mode::StakeRepair),
            (_, Scope::Registrar) if lasted(REGISTRAR_DAYS) => Ok(Mode::StakeRegistrar),
            (Class::Signal, _) | (_, Scope::CancelOrPause | Scope::Repair) => Ok(Mode::TwoKey),
            _ => Err(OpeningError::BelowTheLine { attested: self.attested, min_attested: self.min_attested }),
        }
    }
}
