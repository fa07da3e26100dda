//! Where a proposal stands, in words.

use anyhow::Result;
use isonomia_api::proposal::ProposalInfo;
use isonomia_api::timelock::OperationInfo;
use isonomia_api::voting::PollResponse;
use isonomia_core::operation::OperationStage;
use isonomia_core::poll::PollStage;
use isonomia_core::proposal::{Defeat, ProposalStage};

use super::desk::Desk;
use crate::keeper::Asked;

/// Where a proposal stands, what may be done about it, and until when.
pub fn stage<D: Asked>(desk: &Desk<'_, D>, proposal: &ProposalInfo) -> Result<String> {
    Ok(match proposal.stage {
        ProposalStage::Pending | ProposalStage::Open => of_poll(desk, &desk.poll(proposal.id)?),
        ProposalStage::Scheduled => desk
            .operation(proposal.id)?
            .map_or("scheduled".to_string(), |operation| of_operation(desk, &operation)),
        stage => of_end(stage).to_string(),
    })
}

/// One word for where a proposal stands: `open`, `ready`, `executed`.
pub fn word(stage: ProposalStage, operation: Option<OperationStage>) -> &'static str {
    match (stage, operation) {
        (ProposalStage::Pending, _) => "pending",
        (ProposalStage::Open, _) => "open",
        (ProposalStage::Closed, _) => "closed",
        (ProposalStage::Lapsed, _) => "lapsed",
        (ProposalStage::Withdrawn, _) => "withdrawn",
        (ProposalStage::Defeated { .. }, _) => "defeated",
        (ProposalStage::Adopted, _) => "adopted",
        (ProposalStage::Scheduled, None) => "scheduled",
        (ProposalStage::Scheduled, Some(OperationStage::Waiting)) => "waiting",
        (ProposalStage::Scheduled, Some(OperationStage::Ready)) => "ready",
        (ProposalStage::Scheduled, Some(OperationStage::Executed)) => "executed",
        (ProposalStage::Scheduled, Some(OperationStage::Expired)) => "expired",
        (ProposalStage::Scheduled, Some(OperationStage::Cancelled)) => "cancelled",
    }
}

/// Whether nothing of a proposal will change any more, its deposit aside.
pub fn is_over(stage: ProposalStage, operation: Option<OperationStage>) -> bool {
    let words = ["withdrawn", "defeated", "adopted", "executed", "expired", "cancelled"];
    words.contains(&word(stage, operation))
}

fn of_poll<D: Asked>(desk: &Desk<'_, D>, poll: &PollResponse) -> String {
    let says = |moment| desk.clock.says(moment);
    match (&poll.opened, poll.stage) {
        (Some(opened), _) => format!("open: votes are taken until {}", says(opened.closes)),
        (None, PollStage::Due) => {
            let lapses = poll.opens.saturating_add(poll.rules.voting);
            format!("due: anyone may open it, by voting too; it lapses {}", says(lapses))
        }
        (None, _) => format!("pending: it opens {}", says(poll.opens)),
    }
}

fn of_operation<D: Asked>(desk: &Desk<'_, D>, operation: &OperationInfo) -> String {
    let says = |moment| desk.clock.says(moment);
    if let Some(broken) = &operation.void {
        return format!("passed, and void while {broken}");
    }
    match operation.stage {
        OperationStage::Waiting => {
            format!(
                "passed: it may be executed from {} until {}",
                says(operation.eta),
                says(operation.expires)
            )
        }
        OperationStage::Ready => {
            format!("passed, and ready: anyone may execute it until {}", says(operation.expires))
        }
        OperationStage::Executed => "executed".to_string(),
        OperationStage::Expired => {
            format!("expired: it passed, and nobody executed it until {}", says(operation.expires))
        }
        OperationStage::Cancelled => {
            "cancelled: it passed, and was taken back; `isonomia guardian` tells by whom and why".to_string()
        }
    }
}

fn of_end(stage: ProposalStage) -> &'static str {
    match stage {
        ProposalStage::Closed => "closed: voting is over; anyone may resolve it",
        ProposalStage::Lapsed => "lapsed: nobody opened its poll in time; anyone may resolve it",
        ProposalStage::Withdrawn => "withdrawn by its proposer",
        ProposalStage::Adopted => "adopted: it passed, and has nothing to execute",
        ProposalStage::Defeated { why } => match why {
            Defeat::Lapsed => "defeated: nobody opened its poll in time",
            Defeat::Quorum => "defeated by the quorum: too little attested power said Yes",
            Defeat::Threshold => "defeated by the threshold: the people's key did not turn",
            Defeat::StakeRelative => {
                "defeated by stake_relative: too little of the stake that voted said Yes"
            }
            Defeat::StakeSupport => "defeated by stake_support: too little of all stake said Yes",
            Defeat::HeadCount => "defeated by the head_count: too few attested accounts said Yes themselves",
            Defeat::Policy => "defeated by the policy: its actions are of a stricter class by now",
            Defeat::Late => "defeated as late: the stake that voted could leave before it executes",
        },
        ProposalStage::Pending => "pending",
        ProposalStage::Open => "open",
        ProposalStage::Scheduled => "scheduled",
    }
}
