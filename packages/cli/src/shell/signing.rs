//! Commands that sign: composed, simulated, shown, confirmed, sent, told.

use std::time::Duration;

use anyhow::Result;
use clap::Args;
use indicatif::ProgressBar;
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
        let preview = deed.preview.line("signed by", key.address()).line("fee", format!("{fee}, {gas} gas"));
        if self.dry_run {
            return self.tell_only(&preview, gas, &fee);
        }
        confirmed(&preview, self.yes)?;
        let receipt = Receipt(waiting(|| Ok(dao.live.sender(&key).send(&[message])?))?);
        self.place.print(&receipt);
        Ok(())
    }

    /// What it will use and cost, or why the chain refuses it.
    fn cost(&self, dao: &LiveDao, key: &Key, message: &Message) -> Result<(u64, String)> {
        let sender = dao.live.sender(key);
        let gas = sender.estimate(std::slice::from_ref(message))?;
        let fee = sender.fee(Sender::gas_limit(gas))?;
        let asset = isonomia_api::asset::Asset::Native { denom: dao.live.chain.fee.denom.clone() };
        Ok((gas, self.place.notation(&dao.live.chain).says(fee, &asset)))
    }

    fn tell_only(&self, preview: &Preview, gas: u64, fee: &str) -> Result<()> {
        match self.place.json {
            true => println!("{}", json!({ "preview": lines(preview), "gas": gas, "fee": fee })),
            false => println!("{preview}nothing was signed"),
        }
        Ok(())
    }
}

fn message(key: &Key, deed: &Deed) -> Message {
    let (contract, msg) = (deed.call.contract.as_str(), deed.call.msg.clone());
    execute_json(key.address(), contract, msg, deed.funds.clone())
}

fn lines(preview: &Preview) -> Vec<Value> {
    preview.lines().iter().map(|(word, says)| json!([word, says])).collect()
}

/// Something turns on the standard error while a block is waited for.
fn waiting<T>(wait: impl FnOnce() -> Result<T>) -> Result<T> {
    let spinner = ProgressBar::new_spinner().with_message("waiting for the block that holds it");
    spinner.enable_steady_tick(Duration::from_millis(100));
    let came = wait();
    spinner.finish_and_clear();
    came
}
