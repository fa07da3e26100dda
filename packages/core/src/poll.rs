//! The life of a poll, the late flip, and who may still say what.

use cosmwasm_schema::cw_serde;

use crate::ballot::Ballot;
use crate::class::{Class, Scope};
use crate::clock::{Day, Phase, Window};
use crate::contribution::OutOfBounds;
use crate::rules::{extension, ClassRules};
use crate::stored_as_list;
use crate::tally::{Choice, Tally};
use crate::verdict::Terms;

/// How often the close may move.
pub const MAX_EXTENSIONS: u8 = 2;

/// What `Propose` fixes; no later change of configuration touches it.
#[derive(Clone, Debug, PartialEq)]
pub struct Poll {
    /// The class of the proposal.
    pub class: Class,
    /// What the proposal's actions may touch.
    pub scope: Scope,
    /// The rules of the class when the proposal was made.
    pub rules: ClassRules,
    /// κ, in basis points.
    pub unattested_bps: u16,
    /// γ, in basis points.
    pub cap_bps: u16,
    /// The first moment at which it may open.
    pub opens: u64,
    /// Whether it was cancelled before it opened.
    pub cancelled: bool,
}

stored_as_list!(Poll { class, scope, rules(ClassRules::to_list, ClassRules::from_list), unattested_bps, cap_bps, opens, cancelled });

/// What the opening fixes: all that ballots and the verdict need.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// When, and at which height: the state at the start of that block counts.
    pub snapshot: Snapshot,
    /// By what it is judged.
    pub terms: Terms,
}

stored_as_list!(Opening { snapshot, terms });

/// The moment whose state a poll counts: the start of the block that opened it.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Snapshot {
    /// The height of the block that opened the poll.
    pub height: u64,
    /// The time of that block, by which seasons are told.
    pub time: u64,
}

/// What every ballot rewrites.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// What was cast.
    pub tally: Tally,
    /// The first moment after voting; a late flip moves it.
    pub closes: u64,
    /// How often it has moved.
    pub extensions: u8,
}

stored_as_list!(Count { tally, closes, extensions });

/// Where a poll stands.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum PollStage {
    /// It may not open yet.
    Pending,
    /// Anyone may open it.
    Due,
    /// Nobody opened it in time.
    Lapsed,
    /// It was cancelled before it opened.
    Cancelled,
    /// Ballots are taken.
    Open,
    /// Voting is over; it waits to be settled.
    Closed,
    /// It is settled.
    Settled,
}

/// What can happen to a poll.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum PollEvent {
    /// Somebody opens it.
    Open,
    /// Somebody votes in it.
    Vote,
    /// The proposer withdraws.
    Cancel,
    /// The proposal is resolved.
    Settle,
}

/// An event that a poll in this stage does not take.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("a poll that is {stage:?} does not take {event:?}")]
pub struct IllegalPollStep {
    /// The stage.
    pub stage: PollStage,
    /// The event.
    pub event: PollEvent,
}

/// Why a ballot is refused.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum BallotError {
    /// Nothing to cast.
    #[error("the account had neither stake nor anything received when the poll opened")]
    NothingToCast,
    /// The last word can only be the status quo.
    #[error("the close has moved twice: a ballot may now only be No, or change a Yes to No or Abstain")]
    FinalPhase,
    /// A sum left its bounds.
    #[error(transparent)]
    OutOfBounds(#[from] OutOfBounds),
}

impl PollStage {
    /// The only way from stage to stage; what is not listed is illegal.
    pub fn step(self, event: PollEvent) -> Result<PollStage, IllegalPollStep> {
        match (self, event) {
            (PollStage::Due, PollEvent::Open) => Ok(PollStage::Open),
            (PollStage::Due | PollStage::Open, PollEvent::Vote) => Ok(PollStage::Open),
            (PollStage::Pending | PollStage::Due, PollEvent::Cancel) => Ok(PollStage::Cancelled),
            (PollStage::Closed, PollEvent::Settle) => Ok(PollStage::Settled),
            (stage, event) => Err(IllegalPollStep { stage, event }),
        }
    }
}

impl Poll {
    /// Where a poll stands that nobody has opened.
    pub fn stage(&self, now: u64) -> PollStage {
        if self.cancelled {
            return PollStage::Cancelled;
        }
        let window = Window { opens: self.opens, closes: self.lapses() };
        match window.phase(now) {
            Phase::Before => PollStage::Pending,
            Phase::Inside => PollStage::Due,
            Phase::After => PollStage::Lapsed,
        }
    }

    /// The first moment at which it may no longer open.
    pub fn lapses(&self) -> u64 {
        self.opens.saturating_add(self.rules.voting)
    }
}

impl Count {
    /// The count of a poll that opens now.
    pub fn open(voting: u64, now: u64) -> Count {
        let closes = now.saturating_add(voting);
        Count { tally: Tally::default(), closes, extensions: 0 }
    }

    /// Where a poll stands that has opened and is not settled.
    pub fn stage(&self, opening: &Opening, now: u64) -> PollStage {
        match (Window { opens: opening.snapshot.time, closes: self.closes }).phase(now) {
            Phase::After => PollStage::Closed,
            Phase::Before | Phase::Inside => PollStage::Open,
        }
    }

    /// Refuses, after the second extension, every ballot that is not a step towards No.
    pub fn check_final_phase(&self, before: Option<Choice>, choice: Choice) -> Result<(), BallotError> {
        if self.extensions < MAX_EXTENSIONS {
            return Ok(());
        }
        match (before, choice) {
            (_, Choice::No) | (Some(Choice::Yes), Choice::Abstain) => Ok(()),
            _ => Err(BallotError::FinalPhase),
        }
    }

    /// Counts a ballot and the delegates' ballots that it changes; a late one that flips the verdict moves the close.
    pub fn take(
        &mut self,
        ballots: &[(Ballot, Ballot)],
        terms: &Terms,
        day: Day,
        now: u64,
    ) -> Result<(), BallotError> {
        let passed = terms.judge(&self.tally).pass();
        Ballot::replace(ballots, terms.cap, &mut self.tally)?;
        let flipped = terms.judge(&self.tally).pass() != passed;
        let moves_by = extension(day, terms.rules.voting);
        let late = Window { opens: self.closes - moves_by, closes: self.closes }.phase(now) == Phase::Inside;
        if flipped && late && self.extensions < MAX_EXTENSIONS {
            self.closes = self.closes.saturating_add(moves_by);
            self.extensions += 1;
        }
        Ok(())
    }
}
