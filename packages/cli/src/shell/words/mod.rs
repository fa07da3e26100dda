//! Actions in words: every message of ours, what a bank does, and the shape of everything else.

mod identity;
mod ours;
mod proposal;
mod timelock;
mod treasury;
mod upgrade;
mod voting;

use cosmwasm_std::{BankMsg, Coin, CosmosMsg, WasmMsg};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::BodyResponse;
use serde_json::Value;

use super::desk::Desk;
use crate::keeper::Asked;
use crate::live::Preview;
pub use timelock::{act, claim, scope};
pub use treasury::limit;
pub use upgrade::step;

/// The most characters of a message that are shown.
const MOST: usize = 300;

/// The actions of a proposal in words, one each.
pub fn actions<D: Asked>(desk: &Desk<'_, D>, body: &BodyResponse) -> Vec<String> {
    match serde_json::from_slice::<Vec<CosmosMsg>>(&body.actions) {
        Ok(actions) => actions.iter().map(|each| action(desk, each)).collect(),
        Err(error) => vec![format!("actions that this version cannot read: {error}")],
    }
}

/// Lines of a preview for what will be done.
pub fn with_actions(preview: Preview, words: &[String]) -> Preview {
    words
        .iter()
        .enumerate()
        .fold(preview, |preview, (index, action)| preview.line(&format!("action {}", index + 1), action))
}

/// An action in words.
pub fn action<D: Asked>(desk: &Desk<'_, D>, action: &CosmosMsg) -> String {
    let words = match action {
        CosmosMsg::Bank(BankMsg::Send { to_address, amount }) => {
            let (what, to) = (coins(desk, amount), desk.contract(to_address));
            format!("send {what} of the timelock's own to {to}")
        }
        CosmosMsg::Bank(BankMsg::Burn { amount }) => {
            format!("burn {} of the timelock's own", coins(desk, amount))
        }
        CosmosMsg::Wasm(wasm) => wasm_action(desk, wasm),
        other => format!("{other:?}"),
    };
    // Addresses, labels and denominations are texts of the proposer, which nobody has checked yet.
    plain(&words)
}

fn wasm_action<D: Asked>(desk: &Desk<'_, D>, wasm: &WasmMsg) -> String {
    match wasm {
        WasmMsg::Execute { contract_addr, msg, funds } => {
            let paid =
                if funds.is_empty() { String::new() } else { format!(", with {}", coins(desk, funds)) };
            format!("{}{paid}", call(desk, contract_addr, msg))
        }
        WasmMsg::Migrate { contract_addr, new_code_id, msg } => {
            format!("migrate {} to code {new_code_id} with {}", desk.contract(contract_addr), shown(msg))
        }
        WasmMsg::Instantiate { admin, code_id, label, msg, funds }
        | WasmMsg::Instantiate2 { admin, code_id, label, msg, funds, .. } => {
            let admin = admin.as_deref().map_or("nobody".to_string(), |admin| desk.contract(admin));
            let paid = coins(desk, funds);
            let msg = shown(msg);
            format!("make `{label}` of code {code_id}, administered by {admin}, with {paid} and {msg}")
        }
        WasmMsg::UpdateAdmin { contract_addr, admin } => {
            format!("give the administration of {} to {}", desk.contract(contract_addr), desk.contract(admin))
        }
        WasmMsg::ClearAdmin { contract_addr } => {
            format!("take the administrator of {} away, for ever", desk.contract(contract_addr))
        }
        other => format!("{other:?}"),
    }
}

fn call<D: Asked>(desk: &Desk<'_, D>, contract: &str, msg: &[u8]) -> String {
    if let Some(said) = ours::message(desk, contract, msg) {
        return said;
    }
    let contract = desk.contract(contract);
    match serde_json::from_slice::<Value>(msg) {
        Ok(Value::Object(entries)) if entries.len() == 1 => {
            let (key, value) = entries.iter().next().map_or(("", &Value::Null), |(key, value)| (key, value));
            format!("tell {contract}: {key} {}", cut(&value.to_string()))
        }
        _ => format!("tell {contract}: {}", shown(msg)),
    }
}

fn coins<D: Asked>(desk: &Desk<'_, D>, coins: &[Coin]) -> String {
    let says =
        |coin: &Coin| desk.notation.says(coin.amount.u128(), &Asset::Native { denom: coin.denom.clone() });
    match coins {
        [] => "no coins".to_string(),
        coins => coins.iter().map(says).collect::<Vec<_>>().join(" and "),
    }
}

/// Several in words: `a`, `a and b`, `a, b and c`.
fn listed(words: &[String]) -> String {
    match words {
        [] => "nobody".to_string(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// Accounts in words. All of them: what is decided is shown whole.
fn accounts<D: Asked>(desk: &Desk<'_, D>, accounts: &[String]) -> String {
    listed(&accounts.iter().map(|account| desk.contract(account)).collect::<Vec<_>>())
}

fn shown(msg: &[u8]) -> String {
    cut(&String::from_utf8_lossy(msg))
}

/// So much of a text as fits, and plain.
pub fn cut(text: &str) -> String {
    let mut shown: String = plain(text).chars().take(MOST).collect();
    if text.chars().count() > MOST {
        shown.push('…');
    }
    shown
}

/// A text without anything that would move a terminal's cursor or turn the direction of writing: whoever wrote it on the
/// chain must not write over what is shown beside it.
pub fn plain(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|letter| if letter.is_control() || turns(letter) { ' ' } else { letter }).collect()
}
