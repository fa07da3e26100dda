//! The life of an operation: what the timelock holds of a scheduled proposal.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::HexBinary;

use crate::class::Class;
use crate::clock::{is_due, Phase, Window};
use crate::readiness::{Readiness, ReadyWeight};
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
    /// Its delay runs, or its operators are not ready yet.
    Waiting,
    /// Anyone may execute it.
    Ready,
    /// It was executed.
    Executed,
    /// Nobody executed it in time, or its operators were not ready in time.
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
#[error("an operation that is {stage:?} does not take {event:?}: it may be executed from {eta} until before {expires}, now it is {now}{}", lack.map(Lack::words).unwrap_or_default())]
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
    /// What it lacks, if its operators are not ready.
    pub lack: Option<Lack>,
}

/// The readiness that an operation lacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lack {
    /// The first moment that is too late.
    pub until: u64,
    /// How much is ready.
    pub weight: ReadyWeight,
}

impl Lack {
    fn words(self) -> String {
        let Lack { until, weight: ReadyWeight { ready_weight, needed_weight, total_weight } } = self;
        format!("; operators of weight {needed_weight} of {total_weight} are to be ready before {until}, and {ready_weight} are")
    }
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
    /// Where it stands. One that waits for its operators waits until five sixths of them are ready, and expires where they
    /// are not in time.
    pub fn stage(&self, readiness: Option<&Readiness>, now: u64) -> OperationStage {
        match self.state {
            OperationState::Executed => OperationStage::Executed,
            OperationState::Cancelled => OperationStage::Cancelled,
            OperationState::Scheduled => match lack(readiness) {
                Some(lack) if is_due(lack.until, now) => OperationStage::Expired,
                Some(_) => OperationStage::Waiting,
                None => self.stage_by_the_clock(now),
            },
        }
    }

    fn stage_by_the_clock(&self, now: u64) -> OperationStage {
        match (Window { opens: self.eta, closes: self.expires }.phase(now)) {
            Phase::Before => OperationStage::Waiting,
            Phase::Inside => OperationStage::Ready,
            Phase::After => OperationStage::Expired,
        }
    }

    /// Takes an event, or says why not.
    pub fn take(
        &mut self,
        event: OperationEvent,
        readiness: Option<&Readiness>,
        now: u64,
    ) -> Result<(), IllegalOperationStep> {
        let stage = self.stage(readiness, now);
        let (eta, expires, lack) = (self.eta, self.expires, lack(readiness));
        let refused = IllegalOperationStep { stage, event, eta, expires, now, lack };
        stage.step(event).ok_or(refused)?;
        self.state = match event {
            OperationEvent::Execute => OperationState::Executed,
            OperationEvent::Cancel => OperationState::Cancelled,
        };
        Ok(())
    }
}

fn lack(readiness: Option<&Readiness>) -> Option<Lack> {
    let lack = readiness.map(|readiness| Lack { until: readiness.until, weight: readiness.weight() });
    lack.filter(|lack| !lack.weight.suffices())
}
