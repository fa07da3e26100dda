//! The life of a proposal, and what resolving it comes to.

use cosmwasm_schema::cw_serde;

use crate::class::Class;
use crate::clock::{is_due, Day};
use crate::poll::PollStage;
use crate::rules::{one_and_a_half, ClassRules, LEAST_WINDOW_DAYS};
use crate::verdict::{Conditions, Mode};

/// Where a proposal stands. Derived from its outcome, its poll and the clock; never stored.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum ProposalStage {
    /// Its poll has not opened.
    Pending,
    /// Its poll takes ballots.
    Open,
    /// Its poll is over; anyone may resolve it.
    Closed,
    /// Nobody opened its poll in time; anyone may resolve it, which frees the proposer.
    Lapsed,
    /// The proposer withdrew it before it opened.
    Withdrawn,
    /// It failed.
    Defeated {
        /// Why.
        why: Defeat,
    },
    /// A signal passed.
    Adopted,
    /// It passed and waits in the timelock, under the same id.
    Scheduled,
}

/// Why a proposal failed: the first condition that did not hold.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Defeat {
    /// Nobody opened its poll in time.
    Lapsed,
    /// Not enough attested Yes power.
    Quorum,
    /// The people's key did not turn.
    Threshold,
    /// Too little of the stake that voted said Yes.
    StakeRelative,
    /// Too little of all stake said Yes.
    StakeSupport,
    /// Too few attested accounts said Yes themselves.
    HeadCount,
    /// Its actions are of a stricter class now than when they were voted on.
    Policy,
    /// It was resolved so late that the counted stake could leave before it executes.
    Late,
}

impl Defeat {
    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            Defeat::Lapsed => "lapsed",
            Defeat::Quorum => "quorum",
            Defeat::Threshold => "threshold",
            Defeat::StakeRelative => "stake_relative",
            Defeat::StakeSupport => "stake_support",
            Defeat::HeadCount => "head_count",
            Defeat::Policy => "policy",
            Defeat::Late => "late",
        }
    }
}

/// What can happen to a proposal.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum ProposalEvent {
    /// The proposer withdraws it.
    Withdraw,
    /// Anyone resolves it, and this is what it comes to.
    Resolve {
        /// What it comes to.
        resolution: Resolution,
    },
}

/// What resolving a proposal comes to.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Resolution {
    /// It failed.
    Defeated {
        /// Why.
        why: Defeat,
    },
    /// A signal passed.
    Adopted,
    /// It is scheduled.
    Scheduled,
}

/// An event that a proposal in this stage does not take.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("a proposal that is {stage:?} does not take {event:?}")]
pub struct IllegalProposalStep {
    /// The stage.
    pub stage: ProposalStage,
    /// The event.
    pub event: ProposalEvent,
}

impl ProposalStage {
    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            ProposalStage::Pending => "pending",
            ProposalStage::Open => "open",
            ProposalStage::Closed => "closed",
            ProposalStage::Lapsed => "lapsed",
            ProposalStage::Withdrawn => "withdrawn",
            ProposalStage::Defeated { .. } => "defeated",
            ProposalStage::Adopted => "adopted",
            ProposalStage::Scheduled => "scheduled",
        }
    }

    /// The stage of a proposal without an outcome: that of its poll.
    pub fn of_poll(stage: PollStage) -> ProposalStage {
        match stage {
            PollStage::Pending | PollStage::Due => ProposalStage::Pending,
            PollStage::Open => ProposalStage::Open,
            PollStage::Closed | PollStage::Settled => ProposalStage::Closed,
            PollStage::Lapsed => ProposalStage::Lapsed,
            PollStage::Cancelled => ProposalStage::Withdrawn,
        }
    }

    /// The only way from stage to stage; what is not listed is illegal.
    pub fn step(self, event: ProposalEvent) -> Result<ProposalStage, IllegalProposalStep> {
        match (self, event) {
            (ProposalStage::Pending, ProposalEvent::Withdraw) => Ok(ProposalStage::Withdrawn),
            (ProposalStage::Lapsed, ProposalEvent::Resolve { resolution }) if resolution == LAPSED => {
                Ok(resolution.stage())
            }
            (ProposalStage::Closed, ProposalEvent::Resolve { resolution }) if resolution != LAPSED => {
                Ok(resolution.stage())
            }
            (stage, event) => Err(IllegalProposalStep { stage, event }),
        }
    }
}

/// What a lapsed proposal comes to, and no other.
const LAPSED: Resolution = Resolution::Defeated { why: Defeat::Lapsed };

impl Resolution {
    fn stage(self) -> ProposalStage {
        match self {
            Resolution::Defeated { why } => ProposalStage::Defeated { why },
            Resolution::Adopted => ProposalStage::Adopted,
            Resolution::Scheduled => ProposalStage::Scheduled,
        }
    }
}

/// A poll that is over, and what else its resolution depends on.
pub struct Closing<'a> {
    /// The class that was voted on.
    pub class: Class,
    /// The rules that were voted under.
    pub rules: &'a ClassRules,
    /// How the poll was judged.
    pub mode: Mode,
    /// Every condition of the verdict.
    pub conditions: Conditions,
    /// Whether the policy still gives the actions the class that was voted on, or a milder one.
    pub policy_holds: bool,
    /// Whether a guardian serves; a Critical waits half as long again where none does.
    pub guarded: bool,
    /// When the poll opened.
    pub opened: u64,
    /// The unbonding time of the vault.
    pub unbonding: u64,
    /// The mechanism's day.
    pub day: Day,
    /// The present moment.
    pub now: u64,
}

impl Closing<'_> {
    /// What resolving comes to.
    pub fn resolution(&self) -> Resolution {
        if let Some(why) = first_failure(&self.conditions) {
            return Resolution::Defeated { why };
        }
        if !self.class.is_binding() {
            return Resolution::Adopted;
        }
        if !self.policy_holds {
            return Resolution::Defeated { why: Defeat::Policy };
        }
        if self.is_late() {
            return Resolution::Defeated { why: Defeat::Late };
        }
        Resolution::Scheduled
    }

    /// The delay of the timelock; one and a half of it, once, where stake alone has judged, and for a Critical that no
    /// guardian can cancel.
    pub fn delay(&self) -> u64 {
        let by_stake = matches!(self.mode, Mode::StakeRepair | Mode::StakeRegistrar);
        let unguarded = self.class == Class::Critical && !self.guarded;
        if by_stake || unguarded {
            return one_and_a_half(self.rules.timelock);
        }
        self.rules.timelock
    }

    /// The moment from which the counted stake may be paid out; the operation expires no later (T10).
    pub fn stake_is_locked_until(&self) -> u64 {
        self.opened.saturating_add(self.unbonding)
    }

    /// Whether less than the longest pause and a day would remain after the delay.
    fn is_late(&self) -> bool {
        let least = self.now.saturating_add(self.delay()).saturating_add(self.day.days(LEAST_WINDOW_DAYS));
        !is_due(least, self.stake_is_locked_until())
    }
}

fn first_failure(conditions: &Conditions) -> Option<Defeat> {
    [
        (conditions.quorum, Defeat::Quorum),
        (conditions.threshold, Defeat::Threshold),
        (conditions.stake_relative, Defeat::StakeRelative),
        (conditions.stake_support, Defeat::StakeSupport),
        (conditions.head_count, Defeat::HeadCount),
    ]
    .into_iter()
    .find_map(|(holds, why)| (!holds).then_some(why))
}
