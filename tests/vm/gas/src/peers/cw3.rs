//! cw3-flex-multisig with cw4-stake, both 2.0.0: majority and a quorum of 20 %, seven days. The multisig is told of
//! every change of stake, as its documentation wants it, and holds the treasury.

use anyhow::Result;
use cosmwasm_std::{coins, Addr};
use isonomia_embedded::{CASH, DAY, STAKED};
use serde_json::{json, Value};

use super::proposal;
use super::scene::Scene;
use crate::meter::Figure;
use crate::ours::deciding::{DEPOSIT, VOTERS};
use crate::ours::stage::STAKE;
use crate::people::{account, accounts};
use crate::Bench;

/// A whole decision about a proposal of so many bytes. The proposer's vote is part of proposing.
pub fn decide(bench: &Bench, bytes: usize, size: &str) -> Result<Vec<Figure>> {
    let mut scene = Scene::new(bench, "cw3");
    let voters = accounts("voter", VOTERS);
    let (group, multisig) = found(&mut scene, &voters)?;
    settle(&mut scene, &group, &voters)?;
    scene.mint(&multisig, 1_000_000_000_000, CASH)?;
    scene.mint(&voters[0], 1_000_000_000, CASH)?;

    let (title, description, msgs) = proposal(bytes)?;
    let propose =
        json!({ "propose": { "title": title, "description": description, "msgs": msgs, "latest": null } });
    scene.tx(&format!("propose-{size}"), &voters[0], &multisig, &propose, &coins(DEPOSIT, CASH))?;
    for (number, voter) in voters.iter().enumerate().skip(1) {
        let name = if number == 10 { format!("vote-{size}") } else { format!("votes-{size}") };
        let vote = json!({ "vote": { "proposal_id": 1, "vote": "yes" } });
        scene.tx(&name, voter, &multisig, &vote, &[])?;
    }
    scene.advance(8 * DAY);
    let execute = json!({ "execute": { "proposal_id": 1 } });
    scene.tx(&format!("execute-{size}"), &voters[0], &multisig, &execute, &[])?;
    scene.decision(size);
    let create = ["create-group", "create-multisig", "create-hook"].map(str::to_string);
    scene.total("create", &create);
    Ok(scene.figures())
}

/// What staking costs where no multisig is told.
pub fn stake_without_hook(bench: &Bench) -> Result<Vec<Figure>> {
    let mut scene = Scene::new(bench, "cw3");
    let (founder, voter) = (account("founder"), account("voter 0"));
    let code = scene.store("cw4-stake")?;
    let group = scene.make("create-group", &founder, code, "Isonomia group", &group_msg(&founder))?;
    for name in ["stake-first-no-hook", "stake-more-no-hook"] {
        stake(&mut scene, name, &group, &voter)?;
    }
    Ok(scene.figures())
}

fn found(scene: &mut Scene, voters: &[Addr]) -> Result<(Addr, Addr)> {
    let founder = account("founder");
    let codes = [scene.store("cw4-stake")?, scene.store("cw3-flex-multisig")?];
    let group = scene.make("create-group", &founder, codes[0], "Isonomia group", &group_msg(&founder))?;
    // A multisig is refused while nobody has a stake.
    stake(scene, "stakes", &group, &voters[0])?;
    let deposit = json!({
        "amount": DEPOSIT.to_string(),
        "denom": { "native": CASH },
        "refund_failed_proposals": false,
    });
    let msg = json!({
        "group_addr": group,
        "threshold": { "threshold_quorum": { "threshold": "0.51", "quorum": "0.2" } },
        "max_voting_period": { "time": 7 * DAY },
        "executor": null,
        "proposal_deposit": deposit,
    });
    let multisig = scene.make("create-multisig", &founder, codes[1], "Isonomia multisig", &msg)?;
    let hook = json!({ "add_hook": { "addr": multisig } });
    scene.tx("create-hook", &founder, &group, &hook, &[])?;
    Ok((group, multisig))
}

fn group_msg(admin: &Addr) -> Value {
    json!({
        "denom": { "native": STAKED },
        "tokens_per_weight": "1000000",
        "min_bond": "1000000",
        "unbonding_period": { "time": 28 * DAY },
        "admin": admin,
    })
}

fn stake(scene: &mut Scene, name: &str, group: &Addr, who: &Addr) -> Result<()> {
    scene.mint(who, STAKE, STAKED)?;
    scene.tx(name, who, group, &json!({ "bond": {} }), &coins(STAKE, STAKED))?;
    Ok(())
}

/// Everybody stakes; then one of them stakes more, takes some out and claims it.
fn settle(scene: &mut Scene, group: &Addr, voters: &[Addr]) -> Result<()> {
    for (number, voter) in voters.iter().enumerate().skip(1) {
        stake(scene, if number == 50 { "stake-first" } else { "stakes" }, group, voter)?;
    }
    stake(scene, "stake-more", group, &voters[50])?;
    let unbond = json!({ "unbond": { "tokens": STAKE.to_string() } });
    scene.tx("unstake", &voters[50], group, &unbond, &[])?;
    scene.advance(29 * DAY);
    scene.tx("claim", &voters[50], group, &json!({ "claim": {} }), &[])?;
    Ok(())
}
