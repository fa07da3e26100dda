//! Stake goes in and comes out.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr, Uint128};
use cw20::Cw20ExecuteMsg;
use isonomia_api::asset::Asset;
use isonomia_api::vault::{ExecuteMsg, ReceiveMsg};
use isonomia_embedded::{DAY, STAKED};
use serde_json::json;

use super::stage::{Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// What somebody puts in or takes out.
const PART: u128 = 10_000_000;

/// A native coin is staked.
pub fn native(bench: &Bench) -> Result<Vec<Figure>> {
    let mut stage = Stage::town(bench, |_| ())?;
    let members = accounts("member", 30);
    members.iter().try_for_each(|member| stage.settle(member, STAKE))?;
    let (newcomer, member) = (account("newcomer"), &members[0]);
    stake(&mut stage, "stake-first", &newcomer)?;
    stake(&mut stage, "stake-more-unattested", &newcomer)?;
    stake(&mut stage, "stake-more", member)?;
    leave(&mut stage, member)?;
    long_queue(&mut stage, &members[1])?;
    Ok(stage.figures())
}

fn stake(stage: &mut Stage, name: &str, who: &Addr) -> Result<()> {
    let vault = stage.dao.contracts.vault.clone();
    stage.dao.mint(who, 2 * PART, STAKED)?;
    stage.tx_with(name, who, &vault, &ExecuteMsg::Stake {}, coins(PART, STAKED))?;
    Ok(())
}

fn leave(stage: &mut Stage, member: &Addr) -> Result<()> {
    let vault = stage.dao.contracts.vault.clone();
    let unstake = |quiet| ExecuteMsg::Unstake { amount: Uint128::new(PART), quiet };
    stage.tx("unstake", member, &vault, &unstake(false))?;
    stage.tx("unstake-again", member, &vault, &unstake(false))?;
    stage.dao.advance(29 * DAY);
    stage.tx("claim", member, &vault, &ExecuteMsg::Claim {})?;
    stage.tx("unstake-quiet", member, &vault, &unstake(true))?;
    stage.tx("sync", &account("anyone"), &vault, &ExecuteMsg::Sync { account: member.to_string() })?;
    Ok(())
}

/// The most release days that one claim pays, and that one sync brings forward.
fn long_queue(stage: &mut Stage, member: &Addr) -> Result<()> {
    let vault = stage.dao.contracts.vault.clone();
    for quiet in [true, false] {
        for _ in 0..32 {
            let unstake = ExecuteMsg::Unstake { amount: Uint128::new(1_000), quiet };
            stage.dao.call(member, &vault, &unstake)?;
            stage.dao.advance(DAY);
        }
        if quiet {
            let sync = ExecuteMsg::Sync { account: member.to_string() };
            stage.tx("sync-32-days", &account("anyone"), &vault, &sync)?;
            stage.dao.advance(60 * DAY);
            stage.dao.claim(member)?;
        }
    }
    stage.dao.advance(60 * DAY);
    stage.tx("claim-32-days", member, &vault, &ExecuteMsg::Claim {})?;
    Ok(())
}

/// A cw20 token is staked.
pub fn cw20(bench: &Bench) -> Result<Vec<Figure>> {
    let minter = account("minter");
    let code = bench.vm.load(bench.peer("cw20-base"))?;
    let mut stage = Stage::found(bench, |app, params| {
        let contract = crate::peers::cw20(app, code, &minter)?.into_string();
        params.asset = Asset::Cw20 { contract };
        Ok(())
    })?;
    let Asset::Cw20 { contract } = stage.dao.params.asset.clone() else { unreachable!("it stakes a cw20") };
    let (token, vault, member) =
        (Addr::unchecked(contract), stage.dao.contracts.vault.clone(), account("member"));
    let mint = Cw20ExecuteMsg::Mint { recipient: member.to_string(), amount: Uint128::new(STAKE) };
    stage.dao.call(&minter, &token, &mint)?;
    stage.dao.attest(&member, u64::MAX / 2)?;
    for name in ["stake-first-cw20", "stake-more-cw20"] {
        let msg = to_json_binary(&ReceiveMsg::Stake {})?;
        let send = json!({"send": {"contract": vault, "amount": Uint128::new(PART), "msg": msg}});
        stage.tx(name, &member, &token, &send)?;
    }
    stage.dao.unstake(&member, PART)?;
    stage.dao.advance(29 * DAY);
    stage.tx("claim-cw20", &member, &vault, &ExecuteMsg::Claim {})?;
    Ok(stage.figures())
}
