//! The gas of real transactions, each the counterpart of a figure in `docs/gas.json`.

use anyhow::{Context, Result};
use isonomia_api::vault;
use isonomia_api::voting::{self, Share};
use isonomia_chain::{send_coins, ChainFile, Landed, Sender};
use isonomia_cli::deployment::{Deployments, Step};

use super::decision::{decision, VOTERS};
use crate::crowd;
use crate::desk::Desk;
use crate::electorate::Staker;
use crate::founding::Pace;
use crate::town::Town;

/// Half a minute to vote in.
const PACE: Pace = Pace { delay: "0 d", voting: "3 d", timelock: "0 d", unbonding: "9 d" };
/// As in `tests/vm/gas`.
const STAKE: u128 = 100_000_000;
/// The most gas of a transfer of coins.
const TRANSFER: u64 = 200_000;

/// What was done, the figure's name in `docs/gas.json` where it has one, and the gas that it used.
pub struct Entry {
    pub what: String,
    pub figure: Option<&'static str>,
    pub gas: u64,
}

/// What everything used.
pub struct Bill {
    pub entries: Vec<Entry>,
    /// The gas of paying a fee: part of every transaction, and in no figure of `docs/gas.json`.
    pub payment: u64,
}

/// On a new devnet of one validator.
pub fn measure() -> Result<Bill> {
    let desk = Desk::new(1)?;
    let dao = desk.deploy("bill", PACE)?;
    let mut bill = deployment(&desk, &dao.name)?;
    let town = Town::settle(&desk, dao, vec![Staker::supporter(STAKE); VOTERS])?;
    bill.extend(staking(&desk, &town)?);
    bill.extend(decision(&desk, &town)?);
    Ok(Bill { entries: bill, payment: payment(&desk)? })
}

/// The same transfer with a fee and without one, on a node that takes both.
fn payment(desk: &Desk) -> Result<u64> {
    desk.take_transactions_without_fees()?;
    let mut free = desk.chain().clone();
    free.fee.price = "0".to_string();
    let (node, alice, bob) = (desk.node(0)?, desk.key("alice")?, desk.key("bob")?);
    let used = |chain: &ChainFile| {
        let sender = Sender::new(&node, chain, &alice);
        let give = send_coins(alice.address(), bob.address(), vec![(1, "ucash".to_string())]);
        let signed = sender.sign_as(&[give], sender.account()?, TRANSFER)?;
        anyhow::Ok(sender.submit(&signed)?.gas_used)
    };
    used(desk.chain())?.checked_sub(used(&free)?).context("a fee costs gas")
}

pub(super) fn entry(what: &str, figure: &'static str, landed: &Landed) -> Entry {
    Entry { what: what.to_string(), figure: Some(figure), gas: landed.gas_used }
}

/// What `isonomia deploy` sent.
fn deployment(desk: &Desk, name: &str) -> Result<Vec<Entry>> {
    let deployments = Deployments::read(&desk.deployments(), &desk.chain().chain_id)?;
    let landed = |tx: &Option<String>| {
        let tx = tx.as_deref().context("it was not found, but sent")?;
        desk.node(0)?.transaction(tx)?.context("it has landed")
    };
    let mut bill = vec![];
    for code in deployments.codes.values() {
        if let Step::Done { tx, .. } = &code.step {
            let what = format!("store the code of `{}`", code.contract);
            bill.push(Entry { what, figure: None, gas: landed(tx)?.gas_used });
        }
    }
    if let Step::Done { tx, .. } = &deployments.dao(Some(name))?.1.step {
        bill.push(entry("create the DAO: six contracts in one transaction", "ours/create", &landed(tx)?));
    }
    Ok(bill)
}

fn staking(desk: &Desk, town: &Town) -> Result<Vec<Entry>> {
    let newcomer = crowd::keys(1, desk.chain())?.remove(0);
    crowd::fund(town.node(), desk.chain(), &desk.key("faucet")?, &[(&newcomer, STAKE)])?;
    let (ada, ben) = (&town.keys[0], &town.keys[1]);
    crowd::fund(town.node(), desk.chain(), &desk.key("faucet")?, &[(ada, STAKE)])?;
    let (vault, voting) = (&town.dao.contracts.vault, &town.dao.contracts.voting);
    let coins = || vec![(STAKE, "uiso".to_string())];
    let first = town.dao.send(&newcomer, vault, &vault::ExecuteMsg::Stake {}, coins())?;
    let more = town.dao.send(ada, vault, &vault::ExecuteMsg::Stake {}, coins())?;
    let leave = vault::ExecuteMsg::Unstake { amount: (STAKE / 2).into(), quiet: false };
    let unstake = town.dao.send(ada, vault, &leave, vec![])?;
    let register = town.dao.send(ada, voting, &voting::ExecuteMsg::RegisterDelegate {}, vec![])?;
    let to = vec![Share { delegate: ada.address().to_string(), bps: 10_000 }];
    let delegate = town.dao.send(ben, voting, &voting::ExecuteMsg::Delegate { to }, vec![])?;
    let undelegate = town.dao.send(ben, voting, &voting::ExecuteMsg::Undelegate {}, vec![])?;
    town.dao.send(ada, voting, &voting::ExecuteMsg::Resign {}, vec![])?;
    Ok(vec![
        entry("stake: the first of an account", "ours/stake-first", &first),
        entry("stake more", "ours/stake-more", &more),
        entry("unstake", "ours/unstake", &unstake),
        entry("register as a delegate", "ours/register-delegate", &register),
        entry("delegate", "ours/delegate", &delegate),
        entry("undelegate", "ours/undelegate", &undelegate),
    ])
}
