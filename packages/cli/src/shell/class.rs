//! The class of a proposal before it is made.

use anyhow::Result;
use cosmwasm_std::{CosmosMsg, WasmMsg};
use isonomia_api::proposal::{QueryMsg, Routine, RoutinesResponse};
use isonomia_core::class::{Class, Scope};
use isonomia_core::json::canonical_message;
use isonomia_core::policy::{judge, Act, Known};

use super::desk::Desk;
use crate::keeper::Asked;

/// What a proposal will be, as far as can be seen from here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foreseen {
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
    /// Whether it depends on a routine call, whose code and admin the chain looks at.
    pub if_routine: bool,
}

impl Foreseen {
    /// The class as people read it, and what is special about it.
    pub fn says(&self) -> String {
        let scope = match self.scope {
            Scope::Ordinary => "",
            Scope::CancelOrPause => ", which only cancels or pauses",
            Scope::Repair => ", which repairs the registry",
            Scope::Registrar => ", which names another registrar",
        };
        let routine = match self.if_routine {
            true => ", if the contract still runs the code that was listed; else critical",
            false => "",
        };
        format!("{}{scope}{routine}", self.class.name())
    }
}

/// The class by the policy that the proposal contract applies, with the same function.
pub fn foresee<D: Asked>(desk: &Desk<'_, D>, actions: &[CosmosMsg], emergency: bool) -> Result<Foreseen> {
    let contracts = desk.contracts();
    let asked: RoutinesResponse = desk.ask(&contracts.proposal, &QueryMsg::Routines {})?;
    let keys: Vec<Option<String>> = actions.iter().map(key).collect();
    let acts: Vec<Act> =
        actions.iter().zip(&keys).map(|(action, key)| act(&asked.routines, action, key.as_deref())).collect();
    let known = Known {
        timelock: contracts.timelock.as_str(),
        treasury: contracts.treasury.as_str(),
        identity: contracts.identity.as_str(),
        voting: contracts.voting.as_str(),
        proposal: contracts.proposal.as_str(),
    };
    let (class, scope) = judge(&acts, &known, emergency)?;
    let leans = acts
        .iter()
        .any(|act| matches!(act, Act::Call { contract, routine: true, .. } if !known.is_ours(contract)));
    Ok(Foreseen { class, scope, if_routine: leans && class == Class::Standard })
}

fn key(action: &CosmosMsg) -> Option<String> {
    match action {
        CosmosMsg::Wasm(WasmMsg::Execute { msg, .. }) => canonical_message(msg).ok().map(|(key, _)| key),
        _ => None,
    }
}

fn act<'a>(routines: &[Routine], action: &'a CosmosMsg, key: Option<&'a str>) -> Act<'a> {
    match (action, key) {
        (CosmosMsg::Wasm(WasmMsg::Execute { contract_addr, funds, .. }), Some(message)) => Act::Call {
            contract: contract_addr,
            message,
            funded: !funds.is_empty(),
            routine: routines
                .iter()
                .any(|routine| routine.contract == *contract_addr && routine.message == message),
        },
        (CosmosMsg::Wasm(WasmMsg::Migrate { contract_addr, .. }), _) => {
            Act::Migrate { contract: contract_addr }
        }
        _ => Act::Other,
    }
}
