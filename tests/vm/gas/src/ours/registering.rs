//! The identity registry: issuers state, people submit and activate, renew, and are revoked.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_api::call::call;
use isonomia_api::identity::{revocation_bytes, ExecuteMsg, Revocation};
use isonomia_core::registry::{LIFE_DAYS, MATURITY_DAYS};
use isonomia_embedded::DAY;

use super::issuers::{statement, Keys};
use super::stage::{propose, Stage, STAKE};
use crate::meter::Figure;
use crate::people::{account, accounts};
use crate::Bench;

/// A registry with three issuers: one that files, and one that signs by either curve.
pub fn registering(bench: &Bench) -> Result<Vec<Figure>> {
    let (keys, people) = (Keys::new(), accounts("person", 40));
    let mut stage = found(bench, &keys, &people)?;
    attest(&mut stage, &keys, &people[..20])?;
    ready(&mut stage)?;
    attest_measured(&mut stage, &keys, &people[20..40])?;
    revoke(&mut stage, &keys, &people)?;
    renew(&mut stage, &keys, &people)?;
    expire(&mut stage, &people)?;
    Ok(stage.figures())
}

/// A decision takes out as many people as one call may.
pub fn purging(bench: &Bench) -> Result<Vec<Figure>> {
    let (keys, people) = (Keys::new(), accounts("person", 40));
    let mut stage = found(bench, &keys, &people)?;
    attest(&mut stage, &keys, &people[..20])?;
    attest(&mut stage, &keys, &people[20..])?;
    let identity = stage.dao.contracts.identity.clone();
    stage.dao.call(&people[0], &identity, &ExecuteMsg::Ready {})?;
    let accounts = people[..32].iter().map(Addr::to_string).collect();
    let purge = call(&identity, &ExecuteMsg::Revoke { accounts })?;
    let id = propose(&mut stage.dao, &people[0], vec![purge])?;
    stage.carried_by(&people, &[id])?;
    stage.execute("execute-revoke-32", id)?;
    Ok(stage.figures())
}

/// A registry that is ready with what one epoch attests, and people with a stake.
fn found(bench: &Bench, keys: &Keys, people: &[Addr]) -> Result<Stage> {
    let mut stage = Stage::found(bench, |_, params| {
        (params.registrar, params.issuers) = (None, keys.issuers());
        (params.min_issuers, params.min_attested) = (2, 18);
        Ok(())
    })?;
    people.iter().try_for_each(|person| stage.dao.stake(person, STAKE).map(drop))?;
    Ok(stage)
}

fn filing(stage: &Stage, who: &Addr) -> ExecuteMsg {
    ExecuteMsg::File { account: who.to_string(), statement: statement(stage, who) }
}

/// Half of them by the notary, half by the bank; natively.
fn attest(stage: &mut Stage, keys: &Keys, people: &[Addr]) -> Result<()> {
    let identity = stage.dao.contracts.identity.clone();
    for (number, who) in people.iter().enumerate() {
        let issuer = if number % 2 == 0 { "notary" } else { "bank" };
        let submission = keys.submission(stage, issuer, who);
        stage.dao.call(who, &identity, &submission)?;
    }
    stage.dao.advance(MATURITY_DAYS * DAY);
    people.iter().try_for_each(|who| stage.dao.call(who, &identity, &ExecuteMsg::Activate {}).map(drop))
}

fn ready(stage: &mut Stage) -> Result<()> {
    let identity = stage.dao.contracts.identity.clone();
    stage.tx("ready", &account("anyone"), &identity, &ExecuteMsg::Ready {})?;
    Ok(())
}

/// One person by each issuer, and others in the same epoch.
fn attest_measured(stage: &mut Stage, keys: &Keys, people: &[Addr]) -> Result<()> {
    let identity = stage.dao.contracts.identity.clone();
    let file = filing(stage, &people[0]);
    stage.tx("file", &account("office"), &identity, &file)?;
    for (number, (name, issuer)) in
        [("submit-filed", "office"), ("submit-secp256k1", "notary"), ("submit-ed25519", "bank")]
            .into_iter()
            .enumerate()
    {
        let submission = keys.submission(stage, issuer, &people[number]);
        stage.tx(name, &people[number], &identity, &submission)?;
    }
    for (number, who) in people.iter().enumerate().skip(3) {
        let submission = keys.submission(stage, if number % 2 == 0 { "notary" } else { "bank" }, who);
        stage.dao.call(who, &identity, &submission)?;
    }
    stage.dao.advance(MATURITY_DAYS * DAY);
    stage.dao.call(&people[3], &identity, &ExecuteMsg::Activate {})?;
    for (name, who) in [("activate", &people[1]), ("activate-of-an-account", &people[0])] {
        stage.tx(name, who, &identity, &ExecuteMsg::Activate {})?;
    }
    stage.dao.call(&people[2], &identity, &ExecuteMsg::Activate {})?;
    people[4..].iter().try_for_each(|who| stage.dao.call(who, &identity, &ExecuteMsg::Activate {}).map(drop))
}

fn revoke(stage: &mut Stage, keys: &Keys, people: &[Addr]) -> Result<()> {
    let identity = stage.dao.contracts.identity.clone();
    let revoke = ExecuteMsg::Revoke { accounts: vec![people[20].to_string()] };
    stage.tx("revoke", &account("office"), &identity, &revoke)?;
    let revocation = Revocation { account: people[21].to_string(), expires: stage.dao.now() + DAY };
    let chain = stage.dao.app.block_info().chain_id;
    let signature = keys.sign("notary", &revocation_bytes(&chain, &identity, "notary", &revocation));
    let issuer = "notary".to_string();
    let msg = ExecuteMsg::RevokeSigned { issuer, revocation, signature: signature.unwrap_or_default() };
    stage.tx("revoke-signed", &account("anyone"), &identity, &msg)?;
    Ok(())
}

/// In the last days of the first twenty.
fn renew(stage: &mut Stage, keys: &Keys, people: &[Addr]) -> Result<()> {
    stage.dao.advance((LIFE_DAYS - MATURITY_DAYS - 10) * DAY);
    let identity = stage.dao.contracts.identity.clone();
    for (name, number, issuer) in [("renew-secp256k1", 0, "notary"), ("renew-ed25519", 1, "bank")] {
        let submission = keys.submission(stage, issuer, &people[number]);
        stage.tx(name, &people[number], &identity, &submission)?;
    }
    Ok(())
}

/// Nobody else has renewed.
fn expire(stage: &mut Stage, people: &[Addr]) -> Result<()> {
    stage.dao.advance(60 * DAY);
    let identity = stage.dao.contracts.identity.clone();
    let expire =
        |people: &[Addr]| ExecuteMsg::Expire { accounts: people.iter().map(Addr::to_string).collect() };
    stage.tx("expire", &account("anyone"), &identity, &expire(&people[2..3]))?;
    let many: Vec<Addr> = people[3..20].iter().chain(&people[22..37]).cloned().collect();
    stage.tx("expire-32", &account("anyone"), &identity, &expire(&many))?;
    Ok(())
}
