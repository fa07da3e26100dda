//! A captured DAO migrates `voting` to code that eats all gas, or that panics: holders leave the vault in full (I21). An
//! embedded chain gives a message all the gas there is, so this can only be seen here.

use std::sync::Arc;

use anyhow::{Context, Result};
use cosmwasm_std::{to_json_binary, HexBinary, WasmMsg};
use isonomia_api::call::call;
use isonomia_api::vault::{self, ClaimsResponse};
use isonomia_api::{timelock, voting};
use isonomia_chain::{store_code, ChainError};
use isonomia_core::hash::sha256;
use isonomia_core::upgrade::ApprovedCode;
use serde_json::{json, Value};

use super::desk::Desk;
use super::electorate::Staker;
use super::founding::Pace;
use super::town::Town;
use super::waiting::wait;
use super::ARTIFACTS;

/// As short as decisions get: what takes its time is the exit, twice the unbonding without a notice.
const PACE: Pace = Pace { delay: "0 d", voting: "36 h", timelock: "0 d", unbonding: "150 h" };
/// What each of six people stakes, in base units.
const STAKE: u128 = 1_000_000_000;
/// The most gas of a ballot; the first one opens the poll.
const BALLOT: u64 = 300_000;

#[test]
fn a_voting_that_eats_all_gas_keeps_nobodys_stake() -> Result<()> {
    everybody_leaves(&captured("eat_gas", "keeper1")?, "out of gas")
}

#[test]
fn a_voting_that_panics_keeps_nobodys_stake() -> Result<()> {
    everybody_leaves(&captured("panic", "keeper2")?, "panic")
}

/// A DAO whose people have voted hostile code in the place of voting.
fn captured(behaviour: &str, keeper: &str) -> Result<(Arc<Desk>, Town)> {
    let desk = Desk::shared()?;
    let dao = desk.deploy(&format!("captured by {behaviour}"), PACE)?;
    let town = Town::settle(&desk, dao, vec![Staker::supporter(STAKE); 6])?;
    let (code, checksum) = store_hostile_code(&town)?;
    let voting = town.dao.contracts.voting.to_string();
    let msg = to_json_binary(&json!({ "behaviour": behaviour }))?;
    let migrate = WasmMsg::Migrate { contract_addr: voting.clone(), new_code_id: code, msg };
    let migrations = vec![ApprovedCode { contract: voting.clone(), checksum }];
    let upgrade = timelock::ExecuteMsg::Upgrade { migrations, rollback: None };
    let upgrade = call(&town.dao.contracts.timelock, &upgrade)?;
    let (id, _) = town.propose(0, "A better voting", vec![migrate.into(), upgrade])?;
    town.post(BALLOT).send(&town.ballots(id, 0..6)?)?;

    let name = town.dao.name.clone();
    let arguments = ["keeper", "--once", "--from", keeper, "--dao", &name];
    wait("the hostile code takes the place of voting", || {
        desk.told(&arguments)?;
        Ok(town.node().contract(&voting)?.is_some_and(|found| found.code_id == code))
    })?;
    Ok((desk, town))
}

/// The id of the code, and its SHA-256.
fn store_hostile_code(town: &Town) -> Result<(u64, HexBinary)> {
    let wasm = std::fs::read(format!("{ARTIFACTS}/peers/hostile-voting.wasm"))?;
    let message = store_code(town.keys[0].address(), &wasm)?;
    let stored = town.dao.live.sender(&town.keys[0]).send(&[message])?;
    let id = stored.attribute("store_code", "code_id").context("a code has an id")?.parse()?;
    Ok((id, sha256(&wasm).into()))
}

/// Everyone takes everything out, and is paid to the last unit. Voting answers nobody meanwhile.
fn everybody_leaves((_desk, town): &(Arc<Desk>, Town), complaint: &str) -> Result<()> {
    let voting = &town.dao.contracts.voting;
    let asked: Result<Value, ChainError> = town.node().smart(voting.as_str(), &voting::QueryMsg::Config {});
    let refusal = format!("{:?}", asked.expect_err("voting is hostile"));
    assert!(refusal.contains(complaint), "{refusal}");

    let mut released = 0;
    for key in &town.keys {
        let leave = vault::ExecuteMsg::Unstake { amount: STAKE.into(), quiet: false };
        town.dao.send(key, &town.dao.contracts.vault, &leave, vec![])?;
        released = released.max(claim_of(town, key.address())?);
    }
    // By the block before the last: a node tells of a block a little before it judges by it.
    wait("the release", || {
        let height = town.node().status()?.height;
        Ok(town.node().block(height - 1)?.0 / 1_000 >= released)
    })?;
    for key in &town.keys {
        town.dao.send(key, &town.dao.contracts.vault, &vault::ExecuteMsg::Claim {}, vec![])?;
        assert_eq!(town.node().balance(key.address(), "uiso")?, STAKE);
    }
    assert_eq!(town.node().balance(town.dao.contracts.vault.as_str(), "uiso")?, 0, "nothing stays behind");
    Ok(())
}

/// All of it leaves, though voting could not be told; when.
fn claim_of(town: &Town, account: &str) -> Result<u64> {
    let msg = vault::QueryMsg::Claims { account: account.to_string(), start_after: None, limit: None };
    let claims: ClaimsResponse = town.dao.ask(&town.dao.contracts.vault, &msg)?;
    assert_eq!(claims.claims.len(), 1, "{claims:?}");
    assert_eq!(claims.claims[0].unnoticed.u128(), STAKE);
    Ok(claims.claims[0].released)
}
