//! Commands that sign: composed, simulated, shown, confirmed, sent, told.

use std::time::Duration;

use anyhow::Result;
use clap::Args;
use cosmwasm_std::Coin;
use indicatif::ProgressBar;
use isonomia_api::asset::Asset;
use isonomia_chain::{execute_json, Key, Message, Sender};
use serde_json::{json, Value};

use super::asking::Place;
use super::deed::{Deed, Verb};
use super::receipt::Receipt;
use crate::live::{confirmed, KeyOptions, LiveDao, Preview};

/// A command that signs, and who signs it.
#[derive(Args, Clone, Debug)]
pub struct Signed<V: Args> {
    #[command(flatten)]
    verb: V,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    key: KeyOptions,
    /// Signs without asking.
    #[arg(long)]
    yes: bool,
    /// Shows what would be signed, and what it would cost; signs nothing.
    #[arg(long)]
    dry_run: bool,
}

impl<V: Args + Verb> Signed<V> {
    /// Does it. What the chain would refuse is refused before anybody is asked.
    pub fn run(&self) -> Result<()> {
        let live = self.place.chain.connect()?;
        let key = self.key.key(&self.place.chain, &live.chain)?;
        let dao = self.place.dao.open(live)?;
        let deed = self.verb.deed(&self.place.desk(&dao)?, key.address())?;
        let message = message(&key, &deed);
        let (gas, fee) = self.cost(&dao, &key, &message)?;
        let asset = Asset::Native { denom: fee.denom.clone() };
        let says = self.place.notation(&dao.live.chain).says(fee.amount.u128(), &asset);
        let preview = deed.preview.line("signed by", key.address()).line("fee", format!("{says}, {gas} gas"));
        if self.dry_run {
            match self.place.json {
                true => println!("{}", told(&preview, gas, &fee)),
                false => println!("{preview}nothing was signed"),
            }
            return Ok(());
        }
        confirmed(&preview, self.yes)?;
        let receipt = Receipt(waiting(|| Ok(dao.live.sender(&key).send(&[message])?))?);
        self.place.print(&receipt);
        Ok(())
    }

    /// What it will use and cost, or why the chain refuses it.
    fn cost(&self, dao: &LiveDao, key: &Key, message: &Message) -> Result<(u64, Coin)> {
        let sender = dao.live.sender(key);
        let gas = sender.estimate(std::slice::from_ref(message))?;
        let fee = sender.fee(Sender::gas_limit(gas))?;
        Ok((gas, Coin::new(fee, &dao.live.chain.fee.denom)))
    }
}

fn message(key: &Key, deed: &Deed) -> Message {
    let (contract, msg) = (deed.call.contract.as_str(), deed.call.msg.clone());
    execute_json(key.address(), contract, msg, deed.funds.clone())
}

/// For a script: what would be signed, and its fee in base units.
fn told(preview: &Preview, gas: u64, fee: &Coin) -> Value {
    let lines: Vec<Value> = preview.lines().iter().map(|(word, says)| json!([word, says])).collect();
    json!({ "preview": lines, "gas": gas, "fee": fee })
}

/// Something turns on the standard error while a block is waited for.
fn waiting<T>(wait: impl FnOnce() -> Result<T>) -> Result<T> {
    let spinner = ProgressBar::new_spinner().with_message("waiting for the block that holds it");
    spinner.enable_steady_tick(Duration::from_millis(100));
    let came = wait();
    spinner.finish_and_clear();
    came
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_told_the_fee_in_base_units() {
        let preview = Preview::new("vote yes").line("fee", "0.0025 fee, 250000 gas");
        let said = json!({
            "preview": [["you will", "vote yes"], ["fee", "0.0025 fee, 250000 gas"]],
            "gas": 250_000, "fee": { "denom": "ufee", "amount": "2500" },
        });
        assert_eq!(told(&preview, 250_000, &Coin::new(2_500u128, "ufee")), said);
    }
}
