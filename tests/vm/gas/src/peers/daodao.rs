//! DAO DAO 2.6.0: the core, one proposal module of single choice with its pre-propose module, and staked cw20 tokens,
//! as its DAO creator makes them: majority and a quorum of 20 %, seven days, a deposit that is returned to what passes,
//! only members propose. In two things like ours: votes may be changed, and anyone executes, which is cheaper.

use anyhow::Result;
use cosmwasm_std::{coins, Addr, Coin};
use isonomia_embedded::{CASH, DAY};
use serde_json::{json, Value};

use super::org::{found, Org};
use super::proposal;
use super::scene::{bytes, Scene};
use crate::meter::Figure;
use crate::ours::deciding::{DEPOSIT, VOTERS};
use crate::ours::stage::STAKE;
use crate::people::{account, accounts};
use crate::Bench;

/// A whole decision about a proposal of so many bytes.
pub fn decide(bench: &Bench, bytes: usize, size: &str) -> Result<Vec<Figure>> {
    let mut scene = Scene::new(bench, "daodao");
    let org = found(&mut scene)?;
    let voters = accounts("voter", VOTERS);
    settle(&mut scene, &org, &voters)?;
    scene.mint(&org.core, 1_000_000_000_000, CASH)?;
    scene.mint(&voters[0], 1_000_000_000, CASH)?;

    let (title, description, msgs) = proposal(bytes)?;
    let draft = json!({ "title": title, "description": description, "msgs": msgs, "vote": null });
    let propose = json!({ "propose": { "msg": { "propose": draft } } });
    scene.tx(&format!("propose-{size}"), &voters[0], &org.entry, &propose, &deposit())?;
    for (number, voter) in voters.iter().enumerate() {
        let name = match number {
            0 => format!("vote-first-{size}"),
            10 => format!("vote-{size}"),
            _ => format!("votes-{size}"),
        };
        scene.tx(&name, voter, &org.proposals, &vote("yes"), &[])?;
    }
    scene.tx(&format!("vote-again-{size}"), &voters[10], &org.proposals, &vote("no"), &[])?;
    scene.advance(8 * DAY);
    let execute = json!({ "execute": { "proposal_id": 1 } });
    scene.tx(&format!("execute-{size}"), &voters[0], &org.proposals, &execute, &[])?;
    scene.decision(size);
    Ok(scene.figures())
}

fn vote(choice: &str) -> Value {
    json!({ "vote": { "proposal_id": 1, "vote": choice, "rationale": null } })
}

fn deposit() -> Vec<Coin> {
    coins(DEPOSIT, CASH)
}

/// Everybody stakes; then the first of them stakes more, takes some out and claims it.
fn settle(scene: &mut Scene, org: &Org, voters: &[Addr]) -> Result<()> {
    let minter = account("minter");
    let send = |amount: u128| {
        let msg = bytes(&json!({ "stake": {} }))?;
        Ok::<_, anyhow::Error>(
            json!({ "send": { "contract": org.staking, "amount": amount.to_string(), "msg": msg } }),
        )
    };
    for (number, voter) in voters.iter().enumerate() {
        let mint = json!({ "mint": { "recipient": voter, "amount": (2 * STAKE).to_string() } });
        scene.call(&minter, &org.token, &mint, &[])?;
        let name = if number == 50 { "stake-first" } else { "stakes" };
        scene.tx(name, voter, &org.token, &send(STAKE)?, &[])?;
    }
    scene.tx("stake-more", &voters[50], &org.token, &send(STAKE / 10)?, &[])?;
    let unstake = json!({ "unstake": { "amount": (STAKE / 10).to_string() } });
    scene.tx("unstake", &voters[50], &org.staking, &unstake, &[])?;
    scene.advance(29 * DAY);
    scene.tx("claim", &voters[50], &org.staking, &json!({ "claim": {} }), &[])?;
    Ok(())
}
