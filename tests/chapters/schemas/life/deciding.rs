//! Proposals and operations in every stage, and every way to fail.

use std::collections::BTreeMap;

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr, CosmosMsg, Empty, WasmMsg};
use cw_multi_test::Executor;
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey};
use isonomia_api::proposal::{Deposit, Draft, Entry, ExecuteMsg, Link, Routine};
use isonomia_api::{timelock, voting};
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::rescue::Rescue;
use isonomia_core::tally::Choice::{self, Abstain, No, Yes};
use isonomia_embedded::{cancel, proposal_id, Dao, CASH, DAY};

use super::govern;
use crate::lifecycle::town::*;
use crate::schemas::album::Album;

/// A small spend from its proposal to its payment, with a picture at every stage; bob takes his vote back from ann before
/// she has voted.
pub fn one(dao: &mut Dao, album: &mut Album) -> Result<()> {
    let id = dao.propose(&dao.addr("ann"), "Paint the hall", vec![small(dao, "painter", 10)?], false)?;
    album.take(dao);
    dao.advance_to(dao.poll(id)?.opens);
    album.take(dao);
    open(dao, id)?;
    say(dao, id, Abstain, &["bob"])?;
    say(dao, id, Abstain, &["whale"])?;
    album.take(dao);
    say(dao, id, Yes, &PEOPLE)?;
    dao.advance_to(dao.opened(id)?.closes);
    album.take(dao);
    dao.resolve(&dao.addr("anyone"), id)?;
    album.take(dao);
    wait(dao, id)?;
    album.take(dao);
    dao.execute(&dao.addr("anyone"), id)?;
    album.take(dao);
    Ok(())
}

/// Who proposes what, as what, and who says what to it.
struct Story {
    who: &'static str,
    actions: Vec<CosmosMsg>,
    emergency: bool,
    votes: Vec<(Choice, &'static [&'static str])>,
}

impl Story {
    fn of(who: &'static str, actions: Vec<CosmosMsg>, votes: &[(Choice, &'static [&'static str])]) -> Story {
        Story { who, actions, emergency: false, votes: votes.to_vec() }
    }

    fn urgent(self) -> Story {
        Story { emergency: true, ..self }
    }
}

/// Bells that the stories ring.
struct Bells {
    code: u64,
    /// Mallory's.
    foreign: Addr,
    /// Nobody's; its ringing is routine.
    own: Addr,
}

fn bells(dao: &mut Dao) -> Result<Bells> {
    let code = bell_code(dao);
    let foreign = make_bell(dao, code, Some(&dao.addr("mallory")))?;
    let own = make_bell(dao, code, None)?;
    set_routines(
        dao,
        vec![Routine { contract: own.to_string(), code_id: code, message: "ring".to_string() }],
    )?;
    let contract = foreign.to_string();
    let (checksum, hash, until) = (sha256(b"code").into(), sha256(b"{}").into(), dao.now() + 30 * DAY);
    let rescue = Rescue { contract, checksum, hash, until };
    let proposal = dao.contracts.proposal.clone();
    govern(dao, &proposal, &ExecuteMsg::ApproveRescue { rescue })?;
    Ok(Bells { code, foreign, own })
}

fn set_routines(dao: &mut Dao, routines: Vec<Routine>) -> Result<()> {
    let proposal = dao.contracts.proposal.clone();
    govern(dao, &proposal, &ExecuteMsg::SetRoutines { routines })
}

const ALL: &[(Choice, &[&str])] = &[(Yes, &PEOPLE)];

/// In the order in which their polls open.
fn stories(dao: &Dao, bells: &Bells) -> Result<Vec<Story>> {
    let (guardian, until) = (dao.addr("warden").into_string(), dao.now() + 150 * DAY);
    let warden = dao.to_timelock(&timelock::ExecuteMsg::SetGuardian { guardian, until })?;
    let key = IssuerKey::Account { address: dao.addr("chapel").into_string() };
    let add = identity::ExecuteMsg::AddIssuer { issuer: Issuer { id: "chapel".to_string(), key } };
    let registrar = voting::ExecuteMsg::SetRegistrar { registrar: dao.addr("clerk").into_string() };
    let ring = call(&bells.foreign, &BellMsg::Ring {})?;
    let (little, much, stop) = (small(dao, "smith", 1)?, spend(dao, "smith", 1)?, dao.cancelling(99)?);
    Ok(vec![
        Story::of("rosa", vec![], ALL),
        Story::of("bob", vec![stop.clone()], ALL).urgent(),
        Story::of("olga", vec![stop], &[(Yes, &["ann"])]).urgent(),
        Story::of("karl", vec![little.clone()], &[]),
        Story::of("lena", vec![little.clone()], &[(Yes, &["ann", "bob"]), (No, &["cat", "dan", "eve"])]),
        Story::of("mona", vec![little.clone()], &[(Yes, &["ann", "bob", "cat"]), (No, &["whale"])]),
        Story::of("nora", vec![little.clone()], &[(Yes, &["ann", "bob"])]),
        Story::of("pete", vec![call(&bells.own, &BellMsg::Ring {})?], ALL),
        Story::of("quin", vec![little], ALL),
        Story::of("ann", vec![warden], ALL),
        Story::of("cat", vec![ring.clone(), much.clone()], ALL),
        Story::of("dan", vec![much.clone()], ALL),
        Story::of("eve", vec![much], ALL),
        Story::of("frank", vec![call(&dao.contracts.identity, &add)?], ALL),
        Story::of("gina", vec![call(&dao.contracts.voting, &registrar)?], ALL),
        Story::of("sue", made_and_rung(dao, bells, ring)?, ALL),
    ])
}

/// A contract is made, and called by its address to be; so is mallory's.
fn made_and_rung(dao: &Dao, bells: &Bells, ring: CosmosMsg) -> Result<Vec<CosmosMsg>> {
    let (msg, salt) = (to_json_binary(&Empty {})?, b"a salt".into());
    let (code_id, label) = (bells.code, "bell".to_string());
    let make = WasmMsg::Instantiate2 { admin: None, code_id, label, msg, funds: vec![], salt };
    let to_be = crate::lifecycle::preview::created_by_the_timelock(dao, code_id, b"a salt")?;
    Ok(vec![make.into(), call(&to_be, &BellMsg::Ring {})?, ring])
}

/// Who proposes and is never heard: hugo and ivan open nothing, and judy withdraws.
const UNHEARD: [&str; 3] = ["hugo", "ivan", "judy"];

/// Everybody proposes at once; each proposal comes to an end of its own.
pub fn many(dao: &mut Dao, album: &mut Album) -> Result<()> {
    let bells = bells(dao)?;
    linked(dao)?;
    let stories = stories(dao, &bells)?;
    let ids = submitted(dao, &stories)?;
    heard(dao, &stories, &ids)?;
    album.take(dao);

    dao.advance(8 * DAY);
    set_routines(dao, vec![])?;
    for (who, id) in &ids {
        if !["quin", "ivan", "judy"].contains(who) {
            dao.resolve(&dao.addr("anyone"), *id)?;
        }
    }
    let (guardian, timelock) = (dao.addr("guardian"), dao.contracts.timelock.clone());
    dao.call(&guardian, &timelock, &cancel(ids["dan"]))?;
    let other = bell_code(dao);
    dao.app.migrate_contract(dao.addr("mallory"), bells.foreign, &Empty {}, other)?;
    album.take(dao);

    wait(dao, ids["ann"])?;
    dao.execute(&dao.addr("anyone"), ids["ann"])?;
    dao.advance(15 * DAY);
    dao.resolve(&dao.addr("anyone"), ids["quin"])?;
    album.take(dao);
    Ok(())
}

/// The id of each proposal, by who made it.
fn submitted(dao: &mut Dao, stories: &[Story]) -> Result<BTreeMap<&'static str, u64>> {
    let mut ids = BTreeMap::new();
    for Story { who, actions, emergency, .. } in stories {
        ids.insert(*who, dao.propose(&dao.addr(who), who, actions.clone(), *emergency)?);
    }
    for who in UNHEARD {
        ids.insert(who, dao.propose_class(&dao.addr(who), who, Class::Standard)?);
    }
    dao.withdraw(&dao.addr("judy"), ids["judy"])?;
    Ok(ids)
}

/// Every poll is opened, and whoever speaks has spoken.
fn heard(dao: &mut Dao, stories: &[Story], ids: &BTreeMap<&'static str, u64>) -> Result<()> {
    for Story { who, votes, .. } in stories {
        open(dao, ids[who])?;
        for (choice, names) in votes {
            say(dao, ids[who], *choice, names)?;
        }
    }
    Ok(())
}

/// A proposal with a longer text elsewhere, which stays what it is.
fn linked(dao: &mut Dao) -> Result<()> {
    let link = Some(Link { uri: "https://example.org/hall".to_string(), sha256: sha256(b"a hall").into() });
    let (title, summary) = ("A new hall".to_string(), "It is small.".to_string());
    let draft = Draft { title, summary, link, actions: vec![], emergency: false, ready: None };
    let (who, proposal) = (dao.addr("theo"), dao.contracts.proposal.clone());
    dao.call(&who, &proposal, &ExecuteMsg::Propose { draft }).map(drop)
}

/// Deposits that are held, to be had back, forfeited and paid.
pub fn deposits(dao: &mut Dao, album: &mut Album) -> Result<()> {
    let proposal = dao.contracts.proposal.clone();
    let deposit = Deposit { asset: cash(), amount: 100u128.into() };
    let entry =
        |deposit| ExecuteMsg::SetEntry { entry: Entry { deposit: Some(deposit), least_stake: 0u128.into() } };
    govern(dao, &proposal, &entry(deposit))?;
    let mut ids = vec![];
    for who in ["ann", "bob", "cat", "dan"] {
        let who = dao.addr(who);
        dao.mint(&who, 100, CASH)?;
        let (title, actions) = ("At a price".to_string(), vec![small(dao, "smith", 1)?]);
        let draft =
            Draft { title, summary: String::new(), link: None, actions, emergency: false, ready: None };
        let sent = dao.call_with(&who, &proposal, &ExecuteMsg::Propose { draft }, &coins(100, CASH))?;
        ids.push(proposal_id(&sent)?);
    }
    dao.withdraw(&dao.addr("bob"), ids[1])?;
    dao.withdraw(&dao.addr("cat"), ids[2])?;
    dao.call(&dao.addr("anyone"), &proposal, &ExecuteMsg::ClaimDeposit { id: ids[2] })?;
    open(dao, ids[3])?;
    say(dao, ids[3], No, &PEOPLE)?;
    close(dao, ids[3])?;
    album.take(dao);

    let asset = Asset::Cw20 { contract: dao.addr("token").into_string() };
    govern(dao, &proposal, &entry(Deposit { asset, amount: 100u128.into() }))?;
    album.take(dao);
    Ok(())
}
