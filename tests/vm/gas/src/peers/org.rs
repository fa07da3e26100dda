//! How a DAO of DAO DAO is made.

use anyhow::{Context, Result};
use cosmwasm_std::Addr;
use isonomia_embedded::{CASH, DAY};
use serde_json::{json, Value};

use super::cw20;
use super::scene::{bytes, Scene};
use crate::meter::Figure;
use crate::ours::deciding::DEPOSIT;
use crate::ours::stage::STAKE;
use crate::people::account;
use crate::Bench;

/// The contracts of a DAO.
pub struct Org {
    /// What is staked.
    pub token: Addr,
    /// Where the treasury is.
    pub core: Addr,
    /// Where it is staked.
    pub staking: Addr,
    /// Where votes are cast.
    pub proposals: Addr,
    /// Where proposals are made.
    pub entry: Addr,
}

/// What creating costs where the token is made as well.
pub fn create_with_token(bench: &Bench) -> Result<Vec<Figure>> {
    let mut scene = Scene::new(bench, "daodao");
    let holder = json!({ "address": account("founder"), "amount": STAKE.to_string() });
    let token = json!({ "new": {
        "code_id": scene.store("cw20-base")?,
        "label": "Isonomia token",
        "name": "Isonomia token",
        "symbol": "ISO",
        "decimals": 6,
        "initial_balances": [holder],
        "marketing": null,
        "staking_code_id": scene.store("cw20-stake")?,
        "unstaking_duration": { "time": 28 * DAY },
        "initial_dao_balance": null,
    }});
    let (core, msg) = (scene.store("dao-dao-core")?, core_msg(&mut scene, &token)?);
    scene.make("create-with-token", &account("founder"), core, "Isonomia", &msg)?;
    Ok(scene.figures())
}

/// The token exists, as ours does; the contract in which it is staked does not.
fn existing(scene: &mut Scene, token: &Addr) -> Result<Value> {
    let (staking, unstaking) = (scene.store("cw20-stake")?, json!({ "time": 28 * DAY }));
    let contract = json!({ "new": { "staking_code_id": staking, "unstaking_duration": unstaking } });
    Ok(json!({ "existing": { "address": token, "staking_contract": contract } }))
}

/// Makes a DAO; noted as `create`.
pub fn found(scene: &mut Scene) -> Result<Org> {
    let (founder, minter) = (account("founder"), account("minter"));
    let code = scene.code("cw20-base")?;
    let token = cw20(&mut scene.app, code, &minter)?;
    let core = scene.store("dao-dao-core")?;
    let info = existing(scene, &token)?;
    let msg = core_msg(scene, &info)?;
    let core = scene.make("create", &founder, core, "Isonomia", &msg)?;

    let modules = scene.ask(&core, &json!({ "proposal_modules": {} }))?;
    let proposals = address(&modules[0]["address"])?;
    let voting = address(&scene.ask(&core, &json!({ "voting_module": {} }))?)?;
    let staking = address(&scene.ask(&voting, &json!({ "staking_contract": {} }))?)?;
    let policy = scene.ask(&proposals, &json!({ "proposal_creation_policy": {} }))?;
    let entry = address(&policy["module"]["addr"])?;
    Ok(Org { token, core, staking, proposals, entry })
}

fn address(value: &Value) -> Result<Addr> {
    Ok(Addr::unchecked(value.as_str().context("an address is expected")?))
}

fn core_msg(scene: &mut Scene, token: &Value) -> Result<Value> {
    let (voting, proposals) = (voting_module(scene, token)?, proposal_module(scene)?);
    Ok(json!({
        "admin": null,
        "name": "Isonomia",
        "description": "A DAO that decides about a treasury",
        "image_url": null,
        "automatically_add_cw20s": true,
        "automatically_add_cw721s": true,
        "voting_module_instantiate_info": voting,
        "proposal_modules_instantiate_info": [proposals],
        "initial_items": null,
        "dao_uri": null,
    }))
}

fn module(code_id: u64, label: &str, msg: &Value) -> Result<Value> {
    let (msg, admin) = (bytes(msg)?, json!({ "core_module": {} }));
    Ok(json!({ "code_id": code_id, "msg": msg, "admin": admin, "funds": [], "label": label }))
}

fn voting_module(scene: &mut Scene, token: &Value) -> Result<Value> {
    let msg = json!({ "token_info": token, "active_threshold": null });
    module(scene.store("dao-voting-cw20-staked")?, "Isonomia voting", &msg)
}

fn proposal_module(scene: &mut Scene) -> Result<Value> {
    let denom = json!({ "token": { "denom": { "native": CASH } } });
    let entry = json!({
        "deposit_info": { "denom": denom, "amount": DEPOSIT.to_string(), "refund_policy": "only_passed" },
        "submission_policy": { "specific": { "dao_members": true, "allowlist": [], "denylist": [] } },
        "extension": {},
    });
    let entry = module(scene.store("dao-pre-propose-single")?, "Isonomia entry", &entry)?;
    let majority = json!({ "majority": {} });
    let msg = json!({
        "threshold": { "threshold_quorum": { "threshold": majority, "quorum": { "percent": "0.2" } } },
        "max_voting_period": { "time": 7 * DAY },
        "min_voting_period": null,
        "only_members_execute": false,
        "allow_revoting": true,
        "pre_propose_info": { "module_may_propose": { "info": entry } },
        "close_proposal_on_execution_failure": true,
        "veto": null,
    });
    module(scene.store("dao-proposal-single")?, "Isonomia proposals", &msg)
}
