//! The class of a proposal before it is made: the proposal contract itself previews it.

use anyhow::Result;
use cosmwasm_std::CosmosMsg;
use isonomia_api::proposal::{Deposit, DepositResponse, PreviewResponse, QueryMsg, RulesResponse, Warning};
use isonomia_api::timelock::{self, GuardianResponse};
use isonomia_core::class::{Class, Scope};
use isonomia_core::guardian::SeatStage;
use isonomia_core::rules::{one_and_a_half, ClassRules};

use super::clock::span;
use super::desk::Desk;
use super::words::cut;
use crate::keeper::Asked;
use crate::live::Preview;

/// What a proposal would be now.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreseen {
    /// What the proposal contract shows.
    pub shown: PreviewResponse,
    /// Whether the class depends on a routine call, whose code and admin may still change.
    pub if_routine: bool,
}

impl Foreseen {
    /// The class as people read it, and what is special about it.
    fn says(&self) -> String {
        let scope = match self.shown.scope {
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
        format!("{}{scope}{routine}", self.shown.class.name())
    }

    /// What it costs to propose now.
    pub fn deposit<D: Asked>(&self, desk: &Desk<'_, D>) -> Result<Option<Deposit>> {
        let msg = QueryMsg::Deposit { class: self.shown.class };
        Ok(desk.ask::<DepositResponse>(&desk.contracts().proposal, &msg)?.deposit)
    }

    /// The lines of a preview for the class, what no pin sees, what it costs, and its times.
    pub fn told<D: Asked>(
        &self,
        desk: &Desk<'_, D>,
        mut preview: Preview,
        deposit: Option<&Deposit>,
    ) -> Result<Preview> {
        preview = preview.line("class", self.says());
        for each in &self.shown.warnings {
            preview = preview.line("look at", warning(desk, each));
        }
        if let Some(Deposit { asset, amount }) = deposit {
            let amount = desk.notation.says(amount.u128(), asset);
            preview =
                preview.line("deposit", format!("{amount}, back unless the proposal is rejected outright"));
        }
        let asked: RulesResponse = desk.ask(&desk.contracts().proposal, &QueryMsg::Rules {})?;
        Ok(times(desk, preview, self.shown.class, asked.rules.of(self.shown.class)))
    }
}

fn times<D: Asked>(desk: &Desk<'_, D>, preview: Preview, class: Class, rules: &ClassRules) -> Preview {
    let opens = desk.clock.now + rules.delay;
    let latest = desk.clock.says(opens + 2 * rules.voting);
    let preview = preview
        .line("may open", desk.clock.says(opens))
        .line("closes", format!("{} after it was opened, at the latest {latest}", span(rules.voting)));
    if class == Class::Signal {
        return preview;
    }
    let (timelock, window) = (span(rules.timelock), span(rules.window));
    let after = match class == Class::Critical && !is_guarded(desk) {
        true => {
            let longer = span(one_and_a_half(rules.timelock));
            format!("{longer} after it was resolved ({timelock} if a guardian serves by then)")
        }
        false => format!("{timelock} after it was resolved"),
    };
    preview.line("executed", format!("by anyone, {after}, within {window}"))
}

/// Whether a guardian serves now.
fn is_guarded<D: Asked>(desk: &Desk<'_, D>) -> bool {
    let msg = timelock::QueryMsg::Guardian {};
    let seat = desk.ask::<GuardianResponse>(&desk.contracts().timelock, &msg);
    seat.is_ok_and(|seat| seat.seat == SeatStage::Serving)
}

/// The class by the proposal contract, and what it warns of.
pub fn foresee<D: Asked>(desk: &Desk<'_, D>, actions: &[CosmosMsg], emergency: bool) -> Result<Foreseen> {
    let asked = QueryMsg::Preview { actions: actions.to_vec(), emergency };
    let shown: PreviewResponse = desk.ask(&desk.contracts().proposal, &asked)?;
    // What calls a contract that is not ours and is no more than Standard rests on the list.
    let if_routine = shown.class == Class::Standard && !shown.effects.calls.is_empty();
    Ok(Foreseen { shown, if_routine })
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
