//! Messages to voting. Most are for others than the timelock to send, and are said all the same: a proposal may have any.

use isonomia_api::voting::{ExecuteMsg, Share};
use isonomia_core::tally::Choice;

use super::{accounts, listed};
use crate::keeper::Asked;
use crate::shell::delegate::percent;
use crate::shell::desk::Desk;

/// A message to voting in words.
pub fn message<D: Asked>(desk: &Desk<'_, D>, msg: &ExecuteMsg) -> String {
    match msg {
        ExecuteMsg::SetStake { account, amount } => {
            let stake = desk.stake(amount.u128());
            format!("set the stake of {} to {stake}, as only the vault may", desk.contract(account))
        }
        ExecuteMsg::Attest { account, until } => {
            let until = desk.clock.says(*until);
            format!("attest {} until {until}, as only the registrar may", desk.contract(account))
        }
        ExecuteMsg::Revoke { account } => {
            format!("end the attestation of {}, as only the registrar may", desk.contract(account))
        }
        ExecuteMsg::Ready {} => "declare the registry ready, as only the registrar may".to_string(),
        ExecuteMsg::Poke { accounts: whose } => {
            format!("take the expired attestations of {} out of voting", accounts(desk, whose))
        }
        ExecuteMsg::RegisterDelegate {} => "register the timelock as a delegate".to_string(),
        ExecuteMsg::Resign {} => "have the timelock resign as a delegate".to_string(),
        ExecuteMsg::Delegate { to } => format!("delegate the timelock's own weight: {}", shares(desk, to)),
        ExecuteMsg::Undelegate {} => "take the timelock's own delegation back".to_string(),
        ExecuteMsg::OpenPoll { poll } => format!("enter poll {}, as only the proposal contract may", poll.id),
        ExecuteMsg::CancelPoll { poll } => format!("cancel poll {poll}, as only the proposal contract may"),
        ExecuteMsg::Settle { poll } => format!("settle poll {poll}, as only the proposal contract may"),
        ExecuteMsg::Open { poll } => format!("open the poll of proposal {poll}"),
        ExecuteMsg::Vote { poll, choice } => {
            let choice = match choice {
                Choice::Yes => "Yes",
                Choice::No => "No",
                Choice::Abstain => "Abstain",
            };
            format!("vote {choice} on proposal {poll} with the timelock's own weight")
        }
        ExecuteMsg::SetRegistrar { registrar } => {
            format!("have voting obey the registrar {}", desk.contract(registrar))
        }
        ExecuteMsg::SetProposal { proposal } => {
            format!("have voting obey the proposal contract {}", desk.contract(proposal))
        }
    }
}

fn shares<D: Asked>(desk: &Desk<'_, D>, to: &[Share]) -> String {
    let share = |share: &Share| format!("{} to {}", percent(share.bps), desk.contract(&share.delegate));
    listed(&to.iter().map(share).collect::<Vec<_>>())
}
