//! Why the timelock refuses; each rule's own errors live beside the rule.

use cosmwasm_std::StdError;
use isonomia_core::alarm::AlarmError;
use isonomia_core::clock::DayLength;
use isonomia_core::guardian::GuardianError;
use isonomia_core::operation::IllegalOperationStep;
use isonomia_core::pause::PauseError;
use isonomia_core::readiness::ReadinessError;
use isonomia_core::soak::SoakError;
use isonomia_core::upgrade::UpgradeError;
use isonomia_kit::assets::PaymentError;
use isonomia_kit::authority::Unauthorized;
use isonomia_kit::migration::MigrationError;

use crate::assertion::AssertionError;
use crate::delays::DelayError;
use crate::incidents::IncidentError;
use crate::operations::OperationError;
use crate::pauses::ExecutionPaused;
use crate::pins::PinError;
use crate::rollbacks::RollbackError;

/// Why a message is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ContractError {
    /// The chain.
    #[error(transparent)]
    Std(#[from] StdError),
    /// Somebody who may not.
    #[error(transparent)]
    Unauthorized(#[from] Unauthorized),
    /// A store that this code does not take over.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// Coins.
    #[error(transparent)]
    Payment(#[from] PaymentError),
    /// An operation that is not as it should be.
    #[error(transparent)]
    Operation(#[from] OperationError),
    /// Pins that are too many, or do not hold.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// A guardian who is none, or may not.
    #[error(transparent)]
    Guardian(#[from] GuardianError),
    /// A pause that may not begin or end.
    #[error(transparent)]
    Pause(#[from] PauseError),
    /// An operation that a pause holds up.
    #[error(transparent)]
    ExecutionPaused(#[from] ExecutionPaused),
    /// An entry of the incident log that is none.
    #[error(transparent)]
    Incident(#[from] IncidentError),
    /// A least delay that may not be.
    #[error(transparent)]
    Delay(#[from] DelayError),
    /// A day that is none.
    #[error(transparent)]
    DayLength(#[from] DayLength),
    /// The wrong moment.
    #[error("operation {id}: {why}")]
    Step {
        /// Which.
        id: u64,
        /// Why.
        why: IllegalOperationStep,
    },
    /// An assertion that does not hold.
    #[error(transparent)]
    Assertion(#[from] AssertionError),
    /// An upgrade that is not what was voted on, or not as it should be.
    #[error(transparent)]
    Upgrade(#[from] UpgradeError),
    /// A second upgrade of one operation.
    #[error("operation {id} has upgraded already: there is one `upgrade` in an operation")]
    UpgradedAlready {
        /// Which.
        id: u64,
    },
    /// An alarm that somebody could raise.
    #[error(transparent)]
    Alarm(#[from] AlarmError),
    /// A soak that is too long.
    #[error(transparent)]
    SoakLength(#[from] SoakError),
    /// A soak that is over.
    #[error("operation {id}: {why}")]
    Soak {
        /// Which.
        id: u64,
        /// Why.
        why: SoakError,
    },
    /// Nothing to roll back, or nobody who may.
    #[error(transparent)]
    Rollback(#[from] RollbackError),
    /// Operators who are none.
    #[error(transparent)]
    Operators(#[from] ReadinessError),
    /// An operator who may not, or not now.
    #[error("operation {id}: {why}")]
    Readiness {
        /// Which.
        id: u64,
        /// Why.
        why: ReadinessError,
    },
}
