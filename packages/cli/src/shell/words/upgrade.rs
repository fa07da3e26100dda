//! Upgrades in words.

use isonomia_api::timelock::{Operator, RollbackPlan};
use isonomia_core::upgrade::{ApprovedCode, RollbackStep};

use super::{claim, shown};
use crate::keeper::Asked;
use crate::shell::clock::span;
use crate::shell::desk::Desk;

/// What is approved with an upgrade: the code, and the way back.
pub fn approval<D: Asked>(
    desk: &Desk<'_, D>,
    migrations: &[ApprovedCode],
    rollback: Option<&RollbackPlan>,
) -> String {
    let code = |ApprovedCode { contract, checksum }: &ApprovedCode| {
        format!("the code of SHA-256 {checksum} for {}", desk.contract(contract))
    };
    let codes: Vec<String> = migrations.iter().map(code).collect();
    let back = rollback.map_or("with no way back".to_string(), |plan| way_back(desk, plan));
    match codes.is_empty() {
        true => format!("approve no code, {back}"),
        false => format!("approve {}, {back}", codes.join(" and ")),
    }
}

fn way_back<D: Asked>(desk: &Desk<'_, D>, RollbackPlan { soak, steps, alarms }: &RollbackPlan) -> String {
    let steps: Vec<String> = steps.iter().map(|each| step(desk, each)).collect();
    let alarms: Vec<String> = alarms.iter().map(|alarm| claim(desk, alarm)).collect();
    let anyone = match alarms.is_empty() {
        true => String::new(),
        false => format!(", or anyone unless {}", alarms.join(" and unless ")),
    };
    format!(
        "and for {} the way back, {}, which the guardian may go{anyone}",
        span(*soak),
        steps.join(" and ")
    )
}

/// A step of the way back.
pub fn step<D: Asked>(
    desk: &Desk<'_, D>,
    RollbackStep { contract, code_id, msg, .. }: &RollbackStep,
) -> String {
    format!("{} to code {code_id} with {}", desk.contract(contract), shown(msg))
}

/// Who is asked to have releases ready.
pub fn operators<D: Asked>(desk: &Desk<'_, D>, operators: &[Operator]) -> String {
    let each = |Operator { operator, weight }: &Operator| format!("{} ({weight})", desk.contract(operator));
    match operators {
        [] => "ask no operators: what waits for them is never ready".to_string(),
        several => {
            let named: Vec<String> = several.iter().map(each).collect();
            format!("name operators, each with its weight: {}", named.join(", "))
        }
    }
}
