//! Messages to the timelock.

use isonomia_api::timelock::{Act, Assertion, ExecuteMsg, Expect, LeastDelays};
use isonomia_core::pause::PauseScope;

use super::{cut, shown, upgrade};
use crate::keeper::Asked;
use crate::shell::clock::{span, utc};
use crate::shell::desk::Desk;

/// A message to the timelock in words.
pub fn message<D: Asked>(desk: &Desk<'_, D>, msg: &ExecuteMsg) -> String {
    let because =
        |incident: &String, reason: &String| format!("in `{}`, because: {}", cut(incident), cut(reason));
    match msg {
        ExecuteMsg::Schedule { operation } => {
            format!("schedule operation {}, as only the proposal contract may", operation.id)
        }
        ExecuteMsg::Execute { id, .. } => format!("execute proposal {id}"),
        ExecuteMsg::Cancel { id, incident, reason } => {
            format!("cancel proposal {id} {}", because(incident, reason))
        }
        ExecuteMsg::Pause { scope: paused, seconds, incident, reason } => {
            format!("pause {} for {} {}", scope(*paused), span(*seconds), because(incident, reason))
        }
        ExecuteMsg::Unpause {} => "end the pause".to_string(),
        ExecuteMsg::SetGuardian { guardian, until } => {
            format!("name {} guardian until {}", desk.contract(guardian), desk.clock.says(*until))
        }
        ExecuteMsg::RemoveGuardian {} => "remove the guardian".to_string(),
        ExecuteMsg::SetLeastDelays { least_delays } => delays(least_delays),
        ExecuteMsg::Assert { assertion } => self::assertion(desk, assertion),
        ExecuteMsg::Upgrade { migrations, rollback } => {
            upgrade::approval(desk, migrations, rollback.as_ref())
        }
        ExecuteMsg::Rollback { id, incident, reason } => {
            format!("roll the upgrade of proposal {id} back {}", because(incident, reason))
        }
        ExecuteMsg::Ready { id, checksum } => {
            format!("have the release of SHA-256 {checksum} ready for proposal {id}, as an operator")
        }
        ExecuteMsg::Unready { id } => format!("not be ready for proposal {id}, as an operator"),
        ExecuteMsg::SetOperators { operators } => upgrade::operators(desk, operators),
        ExecuteMsg::SetProposal { proposal } => {
            format!("have the timelock obey the proposal contract {}", desk.contract(proposal))
        }
    }
}

fn delays(LeastDelays { standard, critical, emergency }: &LeastDelays) -> String {
    format!(
        "set the least delays: {} of a standard, {} of a critical, {} of an emergency; one that falls waits",
        span(*standard),
        span(*critical),
        span(*emergency)
    )
}

fn assertion<D: Asked>(desk: &Desk<'_, D>, assertion: &Assertion) -> String {
    format!("take it all back unless {}", claim(desk, assertion))
}

/// What must hold, in words.
pub fn claim<D: Asked>(desk: &Desk<'_, D>, assertion: &Assertion) -> String {
    let Assertion { contract, query, pointer, expect, value } = assertion;
    let compared = match expect {
        Expect::Equals => "is",
        Expect::AtLeast => "is at least",
        Expect::AtMost => "is at most",
    };
    let (contract, query) = (desk.contract(contract), shown(query));
    format!("{contract}, asked {query}, says that {} {compared} {}", cut(pointer), cut(value))
}

/// What is paused, in words.
pub fn scope(scope: PauseScope) -> &'static str {
    match scope {
        PauseScope::TreasuryOutflow => "the treasury",
        PauseScope::Execution => "execution",
    }
}

/// What was done in an incident, in words.
pub fn act(act: &Act) -> String {
    match act {
        Act::Cancelled { id } => format!("cancelled proposal {id}"),
        Act::RolledBack { id } => format!("rolled the upgrade of proposal {id} back"),
        Act::Paused { scope: paused, until } => format!("paused {} until {}", scope(*paused), utc(*until)),
    }
}
