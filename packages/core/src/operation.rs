//! The life of an operation: what the timelock holds of a scheduled proposal.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::HexBinary;

use crate::class::Class;
use crate::clock::{Phase, Window};
use crate::stored_as_list;

/// An operation. Its id is the proposal's.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The class of the proposal.
    pub class: Class,
    /// The SHA-256 of the actions.
    pub hash: HexBinary,
    /// The first moment at which it may be executed.
    pub eta: u64,
    /// The first moment at which it may no longer be executed.
    pub expires: u64,
    /// Whether it only changes the guardian or only unpauses.
    pub protected: bool,
    /// What has happened to it.
    pub state: OperationState,
}

stored_as_list!(Operation { class, hash, eta, expires, protected, state });

/// What has happened to an operation; its stage follows from this and the clock.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum OperationState {
    /// Nothing yet.
    Scheduled,
    /// It was executed.
    Executed,
    /// It was cancelled.
    Cancelled,
}

/// Where an operation stands.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum OperationStage {
    /// Its delay runs.
    Waiting,
    /// Anyone may execute it.
    Ready,
    /// It was executed.
    Executed,
    /// Nobody executed it in time.
    Expired,
    /// It was cancelled.
    Cancelled,
}

/// What can happen to an operation.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum OperationEvent {
    /// Anyone executes it.
    Execute,
    /// The DAO cancels it.
    Cancel,
}

/// An event that an operation in this stage does not take.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("an operation that is {stage:?} does not take {event:?}: it may be executed from {eta} until before {expires}, now it is {now}")]
pub struct IllegalOperationStep {
    /// The stage.
    pub stage: OperationStage,
    /// The event.
    pub event: OperationEvent,
    /// The first moment at which it may be executed.
    pub eta: u64,
    /// The first moment at which it may no longer be executed.
    pub expires: u64,
    /// The present moment.
    pub now: u64,
}

impl OperationStage {
    /// The only way from stage to stage; what is not listed is illegal. An operation that is ready may still be
    /// cancelled.
    pub fn step(self, event: OperationEvent) -> Option<OperationStage> {
        match (self, event) {
            (OperationStage::Ready, OperationEvent::Execute) => Some(OperationStage::Executed),
            (OperationStage::Waiting | OperationStage::Ready, OperationEvent::Cancel) => {
                Some(OperationStage::Cancelled)
            }
            _ => None,
        }
    }
}

impl Operation {
    /// Where it stands.
    pub fn stage(&self, now: u64) -> OperationStage {
        match self.state {
            OperationState::Executed => OperationStage::Executed,
            OperationState::Cancelled => OperationStage::Cancelled,
            OperationState::Scheduled => {
                match (Window { opens: self.eta, closes: self.expires }.phase(now)) {
                    Phase::Before => OperationStage::Waiting,
                    Phase::Inside => OperationStage::Ready,
                    Phase::After => OperationStage::Expired,
                }
            }
        }
    }

    /// Takes an event, or says why not.
    pub fn take(&mut self, event: OperationEvent, now: u64) -> Result<(), IllegalOperationStep> {
        let stage = self.stage(now);
        let (eta, expires) = (self.eta, self.expires);
        let refused = IllegalOperationStep { stage, event, eta, expires, now };
        stage.step(event).ok_or(refused)?;
        self.state = match event {
            OperationEvent::Execute => OperationState::Executed,
            OperationEvent::Cancel => OperationState::Cancelled,
        };
        Ok(())
    }
}
