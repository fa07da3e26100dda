//! The class of a proposal before it is made: the proposal contract itself previews it.

use anyhow::Result;
use cosmwasm_std::CosmosMsg;
use isonomia_api::proposal::{PreviewResponse, QueryMsg, Warning};
use isonomia_core::class::{Class, Scope};

use super::desk::Desk;
use super::words::cut;
use crate::keeper::Asked;

/// What a proposal would be now.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreseen {
    /// The class.
    pub class: Class,
    /// What the actions may touch.
    pub scope: Scope,
    /// Whether it depends on a routine call, whose code and admin may still change.
    pub if_routine: bool,
    /// What no pin sees.
    pub warnings: Vec<Warning>,
}

impl Foreseen {
    /// The class as people read it, and what is special about it.
    pub fn says(&self) -> String {
        let scope = match self.scope {
            Scope::Ordinary => "",
            Scope::CancelOrPause => ", which only cancels or pauses",
            Scope::Repair => ", which repairs the registry",
            Scope::Registrar => ", which names another registrar",
            Scope::Guardian => ", which the guardian can neither cancel nor hold up",
        };
        let routine = match self.if_routine {
            true => ", if the contract still runs the code that was listed; else critical",
            false => "",
        };
        format!("{}{scope}{routine}", self.class.name())
    }
}

/// The class by the proposal contract, and what it warns of.
pub fn foresee<D: Asked>(desk: &Desk<'_, D>, actions: &[CosmosMsg], emergency: bool) -> Result<Foreseen> {
    let asked = QueryMsg::Preview { actions: actions.to_vec(), emergency };
    let shown: PreviewResponse = desk.ask(&desk.contracts().proposal, &asked)?;
    let PreviewResponse { class, scope, effects, warnings, .. } = shown;
    // What calls a contract that is not ours and is no more than Standard rests on the list.
    let if_routine = class == Class::Standard && !effects.calls.is_empty();
    Ok(Foreseen { class, scope, if_routine, warnings })
}

/// A warning as people read it.
pub fn warning<D: Asked>(desk: &Desk<'_, D>, warning: &Warning) -> String {
    let calls = |address: &str| cut(&desk.notation.calls(address));
    match warning {
        Warning::ForeignAdmin { contract, admin } => {
            format!("{} may give {} other code, and change it back", calls(admin), calls(contract))
        }
        Warning::NoInfo { contract } => format!("{} is made by an earlier action", calls(contract)),
        Warning::Configuration { contract } => {
            format!("{} is not the DAO's: its settings, and what it calls, may change", calls(contract))
        }
        Warning::NoRollback { index } => {
            format!("action {} upgrades without a way back: only another vote undoes it", index + 1)
        }
        Warning::Wrapped { index } => {
            format!("what action {} has the treasury send on is not looked into", index + 1)
        }
    }
}
