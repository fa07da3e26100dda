//! Messages to the treasury.

use isonomia_api::treasury::{ExecuteMsg, NewBudget, NewStream, Payment};
use isonomia_core::cap::{Limit, CAP_DAYS};

use super::{accounts, cut, wasm_action};
use crate::keeper::Asked;
use crate::shell::clock::span;
use crate::shell::delegate::percent;
use crate::shell::desk::Desk;

/// A message to the treasury in words.
pub fn message<D: Asked>(desk: &Desk<'_, D>, msg: &ExecuteMsg) -> String {
    match msg {
        ExecuteMsg::Receive(_) | ExecuteMsg::ReceiveNft(_) => {
            "tell the treasury that it was sent tokens, which changes nothing".to_string()
        }
        ExecuteMsg::SpendSmall { payment: paid } => {
            format!("pay {}, within the small-spend allowance", payment(desk, paid))
        }
        ExecuteMsg::Spend { payment: paid } => format!("pay {}", payment(desk, paid)),
        ExecuteMsg::SpendNft { nft, to } => {
            let (token, collection) = (cut(&nft.token_id), desk.contract(&nft.collection));
            format!("send the token `{token}` of {collection} from the treasury to {}", desk.contract(to))
        }
        ExecuteMsg::Execute { msg } => format!("have the treasury itself: {}", wasm_action(desk, msg)),
        ExecuteMsg::CloseExecution {} => "end an execution of the treasury, as only it may".to_string(),
        ExecuteMsg::SetAllowance { allowance } => {
            let limit = desk.notation.says(allowance.limit.u128(), &allowance.asset);
            format!("let small spends pay {limit} in any 30 days")
        }
        ExecuteMsg::List { holding } => format!("list {holding} among what the treasury holds"),
        ExecuteMsg::Unlist { holding } => format!("take {holding} off the list of holdings, after a delay"),
        ExecuteMsg::LowerCap { holding, limit } => {
            format!("let at most {} of {holding} leave in any {CAP_DAYS} days, at once", self::limit(*limit))
        }
        ExecuteMsg::RaiseCap { holding, limit } => {
            let limit = self::limit(*limit);
            format!("let up to {limit} of {holding} leave in any {CAP_DAYS} days, after a delay")
        }
        ExecuteMsg::CreateBudget { budget } => self::budget(desk, budget),
        ExecuteMsg::RevokeBudget { id } => format!("revoke budget {id}"),
        ExecuteMsg::PayFromBudget { id, to, amount } => {
            format!("pay {amount} base units out of budget {id} to {}", desk.contract(to))
        }
        ExecuteMsg::CreateStream { stream } => self::stream(desk, stream),
        ExecuteMsg::CancelStream { id } => {
            format!("cancel stream {id}: what is earned stays the recipient's")
        }
        ExecuteMsg::Withdraw { id } => format!("withdraw what is due of stream {id}"),
        ExecuteMsg::Pause { until } => format!("pause the treasury until {}", desk.clock.says(*until)),
        ExecuteMsg::Unpause {} => "end the pause of the treasury".to_string(),
    }
}

fn payment<D: Asked>(desk: &Desk<'_, D>, Payment { asset, amount, to }: &Payment) -> String {
    format!("{} from the treasury to {}", desk.notation.says(amount.u128(), asset), desk.contract(to))
}

fn budget<D: Asked>(desk: &Desk<'_, D>, budget: &NewBudget) -> String {
    let NewBudget { holder, asset, limit, period, until, recipients } = budget;
    let to = recipients
        .as_ref()
        .map_or("anyone".to_string(), |only| format!("nobody but {}", accounts(desk, only)));
    format!(
        "let {} pay {} in every {} until {}, to {to}",
        desk.contract(holder),
        desk.notation.says(limit.u128(), asset),
        span(*period),
        desk.clock.says(*until)
    )
}

fn stream<D: Asked>(desk: &Desk<'_, D>, stream: &NewStream) -> String {
    let NewStream { recipient, asset, amount, start, cliff, duration } = stream;
    let from = start.map_or("its execution".to_string(), |start| desk.clock.says(start));
    let cliff = match cliff {
        0 => String::new(),
        cliff => format!(", nothing before {} have passed", span(*cliff)),
    };
    format!(
        "set {} aside for {}, earned over {} from {from}{cliff}",
        desk.notation.says(amount.u128(), asset),
        desk.contract(recipient),
        span(*duration)
    )
}

/// An outflow cap as people read it.
pub fn limit(limit: Limit) -> String {
    match limit {
        Limit::Share { bps } => percent(bps),
        Limit::Count { count: 1 } => "1 token".to_string(),
        Limit::Count { count } => format!("{count} tokens"),
    }
}
