//! Messages to the proposal contract.

use isonomia_api::proposal::{Deposit, Entry, ExecuteMsg, QueryMsg, Routine, RulesResponse};
use isonomia_core::rescue::Rescue;
use isonomia_core::rules::Rules;
use serde_json::Value;

use super::{cut, listed};
use crate::keeper::Asked;
use crate::shell::clock::span;
use crate::shell::delegate::percent;
use crate::shell::desk::Desk;

/// A message to the proposal contract in words.
pub fn message<D: Asked>(desk: &Desk<'_, D>, msg: &ExecuteMsg) -> String {
    match msg {
        ExecuteMsg::Propose { draft } => format!("propose, as the timelock: {}", cut(&draft.title)),
        ExecuteMsg::Receive(_) => {
            "tell the proposal contract that it was sent tokens, as only their contract may".to_string()
        }
        ExecuteMsg::Withdraw { id } => format!("withdraw proposal {id}, as only its proposer may"),
        ExecuteMsg::Resolve { id } => format!("resolve proposal {id}"),
        ExecuteMsg::ClaimDeposit { id } => format!("pay the deposit of proposal {id}"),
        ExecuteMsg::SetRules { rules } => self::rules(desk, rules),
        ExecuteMsg::SetEntry { entry } => self::entry(desk, entry),
        ExecuteMsg::SetIdentity { identity } => {
            format!("name {} the identity registry", desk.contract(identity))
        }
        ExecuteMsg::SetRoutines { routines } => self::routines(desk, routines),
        ExecuteMsg::ApproveRescue { rescue } => self::rescue(desk, rescue),
        ExecuteMsg::RevokeRescue { contract, checksum } => {
            let contract = desk.contract(contract);
            format!("take back every rescue of {contract} to the code of SHA-256 {checksum}")
        }
    }
}

/// What changes of the rules; all of them where the present ones cannot be asked.
fn rules<D: Asked>(desk: &Desk<'_, D>, rules: &Rules) -> String {
    let asked = desk.ask::<RulesResponse>(&desk.contracts().proposal, &QueryMsg::Rules {});
    let now = asked.map_or(vec![], |now| leaves(&now.rules));
    let new = leaves(rules);
    let changed: Vec<String> = new
        .iter()
        .filter(|leaf| !now.contains(leaf))
        .map(|(name, value)| match now.iter().find(|(known, _)| known == name) {
            Some((_, was)) => format!("{name} from {} to {}", figure(name, *was), figure(name, *value)),
            None => format!("{name} {}", figure(name, *value)),
        })
        .collect();
    match changed.is_empty() {
        true => "set the rules as they are".to_string(),
        false => format!("set these rules: {}", changed.join(", ")),
    }
}

/// Every figure with its name: `critical.timelock`.
fn leaves(rules: &Rules) -> Vec<(String, u64)> {
    fn walk(name: &str, value: &Value, to: &mut Vec<(String, u64)>) {
        let below = |key: &str| if name.is_empty() { key.to_string() } else { format!("{name}.{key}") };
        match value {
            Value::Object(entries) => entries.iter().for_each(|(key, value)| walk(&below(key), value, to)),
            other => to.extend(other.as_u64().map(|figure| (name.to_string(), figure))),
        }
    }
    let mut found = Vec::new();
    walk("", &serde_json::to_value(rules).unwrap_or_default(), &mut found);
    found
}

fn figure(name: &str, value: u64) -> String {
    match name.rsplit('.').next() {
        Some("delay" | "voting" | "timelock" | "window") => span(value),
        Some("head_count") => value.to_string(),
        _ => percent(value.try_into().unwrap_or(u16::MAX)),
    }
}

fn entry<D: Asked>(desk: &Desk<'_, D>, Entry { deposit, least_stake }: &Entry) -> String {
    let who = match least_stake.u128() {
        0 => "anyone".to_string(),
        least => format!("whoever is attested or has staked {}", desk.stake(least)),
    };
    match deposit {
        Some(Deposit { asset, amount }) => {
            format!("let {who} propose, with a deposit of {}", desk.notation.says(amount.u128(), asset))
        }
        None => format!("let {who} propose, without a deposit"),
    }
}

fn routines<D: Asked>(desk: &Desk<'_, D>, routines: &[Routine]) -> String {
    if routines.is_empty() {
        return "let no call be routine".to_string();
    }
    let routine = |Routine { contract, code_id, message }: &Routine| {
        format!("`{}` of {} while it runs code {code_id}", cut(message), desk.contract(contract))
    };
    format!("let these calls alone be routine: {}", listed(&routines.iter().map(routine).collect::<Vec<_>>()))
}

fn rescue<D: Asked>(desk: &Desk<'_, D>, rescue: &Rescue) -> String {
    let Rescue { contract, checksum, hash, until } = rescue;
    format!(
        "let an emergency migrate {} to the code of SHA-256 {checksum}, with the message of SHA-256 {hash}, until {}",
        desk.contract(contract),
        desk.clock.says(*until)
    )
}
