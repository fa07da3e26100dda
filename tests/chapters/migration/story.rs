//! The life of a DAO that leaves something under every key of every contract: people who come and go, delegates, proposals
//! at every stage, a treasury that pays in every way, a guardian who acts.

use anyhow::Result;
use cosmwasm_std::{coins, Addr, CosmosMsg};
use ed25519_dalek::Signer as _;
use isonomia_api::call::call;
use isonomia_api::identity::{self, revocation_bytes, Revocation};
use isonomia_api::proposal::{self, Deposit, Draft, Entry, Link, Routine};
use isonomia_api::timelock::{self, FirstGuardian, LeastDelays, Operator};
use isonomia_api::treasury::{self, Allowance, HoldingCap, NewBudget};
use isonomia_api::vault;
use isonomia_core::pause::PauseScope;
use isonomia_core::readiness::ReadyBy;
use isonomia_core::rescue::Rescue;
use isonomia_core::tally::Choice::{self, Abstain, No, Yes};
use isonomia_embedded::{proposal_id, Dao, CASH, DAY};

use super::bell::{hang, recast, the_bell_is_recast_and_cracks};
use crate::identity::parish::{self, nullifier, parish_of, Parish, CONSUL, MATURITY, NOTARY, PARISH};
use crate::lifecycle::town::{cash, close, keeps, open, say, small, spend, wait, Town, PEOPLE};
use crate::treasury::world::{clerk, cw20, executes, honest_token, pay, share, Treasurer};
use crate::voting::town::COIN;

/// Who is attested in the first fortnight, by whom, with how many coins: twenty, as many as an epoch lets in.
const SETTLERS: [(&str, &[&str], u128); 4] = [
    (PARISH, &["ann", "bob", "cat"], 16),
    (NOTARY, &["dan", "eve"], 16),
    (PARISH, &["gil", "hana", "ivo", "jana", "kai"], 1),
    (CONSUL, &["fay", "pia", "quin", "rosa", "sven", "tea", "uma", "vera", "will", "yara"], 1),
];
/// Who is attested in the second.
const LATECOMERS: [(&str, &[&str], u128); 1] = [(NOTARY, &["lea", "max", "nora", "otto"], 1)];
/// Who has never been attested: a holder, one whose statement matures, and one who did not submit it.
const OTHERS: [&str; 3] = ["gus", "hal", "ida"];

/// Everybody that the contracts have heard of.
pub fn everybody() -> Vec<&'static str> {
    let attested = SETTLERS.iter().chain(&LATECOMERS).flat_map(|(_, names, _)| *names);
    attested.copied().chain(OTHERS).collect()
}

/// The DAO on its first day, a token of which the treasury has some, and a bell that the timelock administers.
pub fn founded() -> Result<(Dao, Addr, Addr)> {
    let guardian = cw_multi_test::App::default().api().addr_make("guardian").into_string();
    let mut dao = parish_of(&[PARISH, NOTARY, CONSUL], |params| {
        params.min_issuers = 2;
        params.outflow_cap_bps = 5_000;
        params.listed.push(HoldingCap { holding: cash().into(), limit: share(3_000) });
        params.allowances = vec![Allowance { asset: cash(), limit: 1_000u128.into() }];
        params.guardian = Some(FirstGuardian { guardian, seconds: 180 * DAY });
        params.least_total_stake = COIN.into();
    });
    let token = honest_token(&mut dao, 900)?;
    let bell = hang(&mut dao)?;
    Ok((dao, token, bell))
}

/// What happens from then on.
pub fn live(dao: &mut Dao, token: &Addr, bell: &Addr) -> Result<()> {
    people_come(dao)?;
    the_treasury_pays(dao, token)?;
    the_rules_change(dao, token)?;
    the_bell_is_recast_and_cracks(dao, bell)?;
    people_delegate(dao)?;
    proposals_come_to_every_end(dao, bell)?;
    people_go(dao)?;
    let (scope, seconds) = (PauseScope::TreasuryOutflow, DAY / 2);
    let (incident, reason) = ("leak".to_string(), "somebody drains the budget".to_string());
    guard(dao, &timelock::ExecuteMsg::Pause { scope, seconds, incident, reason })
}

fn people_come(dao: &mut Dao) -> Result<()> {
    for group in [&SETTLERS[..], &LATECOMERS[..]] {
        for (issuer, names, amount) in group {
            for name in *names {
                dao.stake(&dao.addr(name), amount * COIN)?;
                dao.submit(issuer, &dao.addr(name))?;
            }
        }
        dao.advance(MATURITY);
        for name in group.iter().flat_map(|(_, names, _)| *names) {
            dao.activate(&dao.addr(name))?;
        }
    }
    dao.stake(&dao.addr("gus"), 5 * COIN)?;
    dao.ready()?;
    // Two keys hold from the opening of this poll on.
    let id = dao.propose(&dao.addr("ann"), "Are we a town?", vec![], false)?;
    open(dao, id)?;
    say(dao, id, Yes, &PEOPLE)?;
    close(dao, id)?;
    Ok(())
}

fn the_treasury_pays(dao: &mut Dao, token: &Addr) -> Result<()> {
    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 100_000, CASH)?;
    dao.enact("ann", vec![small(dao, "painter", 30)?])?;
    let gift = cw20::Cw20ExecuteMsg::Transfer { recipient: dao.addr("smith").into(), amount: 7u128.into() };
    let cook = NewBudget { recipients: Some(vec![dao.addr("grocer").into_string()]), ..clerk(dao) };
    let until = dao.now() + 100 * DAY;
    let holding = treasury::Holding::from(cw20(token));
    let id = dao.decide(
        "bob",
        &[
            treasury::ExecuteMsg::Spend { payment: dao.payment("mason", 40) },
            treasury::ExecuteMsg::List { holding: holding.clone() },
            treasury::ExecuteMsg::LowerCap { holding, limit: share(4_000) },
            executes(token, &gift, 0)?,
            treasury::ExecuteMsg::SetAllowance {
                allowance: Allowance { asset: cw20(token), limit: 50u128.into() },
            },
            treasury::ExecuteMsg::CreateBudget { budget: NewBudget { until, ..clerk(dao) } },
            treasury::ExecuteMsg::CreateBudget { budget: NewBudget { until, ..cook } },
            treasury::ExecuteMsg::CreateStream { stream: pay(dao) },
            treasury::ExecuteMsg::CreateStream { stream: pay(dao) },
        ],
    )?;
    dao.execute(&dao.addr("anyone"), id)?;
    let (to, amount) = (dao.addr("painter").into_string(), 60u128.into());
    dao.tell("clerk", &treasury::ExecuteMsg::PayFromBudget { id: 1, to, amount })?;
    dao.advance(12 * DAY);
    dao.tell("mason", &treasury::ExecuteMsg::Withdraw { id: 1 })?;
    Ok(())
}

fn the_rules_change(dao: &mut Dao, token: &Addr) -> Result<()> {
    let ours = dao.contracts.clone();
    let rescue = Rescue {
        contract: ours.treasury.to_string(),
        checksum: nullifier("code"),
        hash: nullifier("message"),
        until: dao.now() + 80 * DAY,
    };
    let routine =
        Routine { contract: ours.identity.to_string(), code_id: dao.codes.identity, message: "ready".into() };
    let entry = Entry {
        deposit: Some(Deposit { asset: cash(), amount: 100u128.into() }),
        least_stake: (2 * COIN).into(),
    };
    let operators = [("lighthouse", 3), ("beacon", 2)]
        .map(|(name, weight)| Operator { operator: dao.addr(name).into_string(), weight });
    let operators = timelock::ExecuteMsg::SetOperators { operators: operators.to_vec() };
    let hour = DAY / 24;
    let least_delays = LeastDelays { standard: 47 * hour, critical: 4 * DAY, emergency: hour };
    let actions: Vec<CosmosMsg> = vec![
        call(&ours.proposal, &proposal::ExecuteMsg::ApproveRescue { rescue })?,
        call(&ours.proposal, &proposal::ExecuteMsg::SetRoutines { routines: vec![routine] })?,
        call(&ours.proposal, &proposal::ExecuteMsg::SetEntry { entry })?,
        call(&ours.timelock, &timelock::ExecuteMsg::SetLeastDelays { least_delays })?,
        call(&ours.timelock, &operators)?,
        call(&ours.identity, &identity::ExecuteMsg::RevokeFew { accounts: vec![dao.addr("kai").into()] })?,
        dao.to_treasury(&treasury::ExecuteMsg::RaiseCap { holding: cash().into(), limit: share(3_500) })?,
        dao.to_treasury(&treasury::ExecuteMsg::Unlist { holding: cw20(token).into() })?,
        dao.to_treasury(&treasury::ExecuteMsg::RevokeBudget { id: 2 })?,
        dao.to_treasury(&treasury::ExecuteMsg::CancelStream { id: 2 })?,
    ];
    dao.enact("cat", actions)?;
    Ok(())
}

fn people_delegate(dao: &mut Dao) -> Result<()> {
    let [ann, eve, fay, gus, pia] = ["ann", "eve", "fay", "gus", "pia"].map(|name| dao.addr(name));
    dao.register_delegate(&ann)?;
    dao.register_delegate(&fay)?;
    dao.delegate(&eve, &[(&fay, 6_000), (&ann, 4_000)])?;
    dao.delegate(&gus, &[(&fay, 10_000)])?;
    dao.delegate(&pia, &[(&ann, 2_500)])?;
    dao.register_delegate(&dao.addr("quin"))?;
    dao.resign(&dao.addr("quin"))?;
    Ok(())
}

/// Defeated with its deposit forfeited, cancelled, expired, ready, waiting for operators, withdrawn, open, and not yet open.
fn proposals_come_to_every_end(dao: &mut Dao, bell: &Addr) -> Result<()> {
    let forfeited = propose(dao, "gus", vec![spend(dao, "gus", 20_000)?])?;
    open(dao, forfeited)?;
    say(dao, forfeited, No, &PEOPLE)?;
    close(dao, forfeited)?;
    claim_deposit(dao, forfeited)?;

    let cancelled = propose(dao, "ann", vec![small(dao, "painter", 9)?])?;
    let expired = propose(dao, "bob", vec![small(dao, "painter", 8)?])?;
    let ready = propose(dao, "cat", vec![spend(dao, "mason", 5)?, keeps(dao, 1_000)?])?;
    let ready_by = ReadyBy { until: dao.now() + 60 * DAY, checksum: nullifier("the new bell") };
    let awaited = Draft { ready: Some(ready_by), ..draft("fay", recast(dao, bell, None)?) };
    let awaited = submit(dao, "fay", awaited)?;
    let (incident, reason) = ("mistake".to_string(), "the painter was paid already".to_string());
    for id in [cancelled, expired, ready, awaited] {
        open(dao, id)?;
        say(dao, id, Yes, &PEOPLE)?;
    }
    for id in [cancelled, expired, ready, awaited] {
        close(dao, id)?;
    }
    guard(dao, &timelock::ExecuteMsg::Cancel { id: cancelled, incident, reason })?;
    claim_deposit(dao, cancelled)?;
    let checksum = nullifier("the new bell");
    let (lighthouse, timelock) = (dao.addr("lighthouse"), dao.contracts.timelock.clone());
    dao.call(&lighthouse, &timelock, &timelock::ExecuteMsg::Ready { id: awaited, checksum })?;
    let opened = propose(dao, "eve", vec![spend(dao, "smith", 11)?])?;
    wait(dao, ready)?;
    dao.advance(2 * DAY + DAY / 2);
    open(dao, opened)?;
    let ballots: [(&[&str], Choice); 3] =
        [(&["ann", "bob", "fay", "gil"], Yes), (&["eve", "hana"], No), (&["gus", "ivo"], Abstain)];
    for (names, choice) in ballots {
        say(dao, opened, choice, names)?;
    }
    dao.vote(&dao.addr("ivo"), opened, Yes)?;

    let withdrawn = propose(dao, "dan", vec![])?;
    dao.withdraw(&dao.addr("dan"), withdrawn)?;
    propose(dao, "dan", vec![small(dao, "painter", 1)?])?;
    Ok(())
}

fn people_go(dao: &mut Dao) -> Result<()> {
    let vault = dao.contracts.vault.clone();
    dao.unstake(&dao.addr("bob"), 3 * COIN)?;
    let quiet = vault::ExecuteMsg::Unstake { amount: (2 * COIN).into(), quiet: true };
    dao.call(&dao.addr("cat"), &vault, &quiet)?;
    dao.parish_revokes(&[&dao.addr("jana")])?;
    revoke_by_key(dao, "otto")?;
    dao.submit(CONSUL, &dao.addr("hal"))?;
    let statement = identity::Statement { nullifier: nullifier("ida"), expires: dao.now() + DAY };
    let file = identity::ExecuteMsg::File { account: dao.addr("ida").into(), statement };
    dao.to_registry(&dao.addr(PARISH), &file)?;
    Ok(())
}

fn revoke_by_key(dao: &mut Dao, name: &str) -> Result<()> {
    let revocation = Revocation { account: dao.addr(name).into(), expires: dao.now() + DAY };
    let chain = dao.app.block_info().chain_id;
    let bytes = revocation_bytes(&chain, &dao.contracts.identity, NOTARY, &revocation);
    let signature = parish::notary().sign(&bytes).to_bytes().into();
    let msg = identity::ExecuteMsg::RevokeSigned { issuer: NOTARY.to_string(), revocation, signature };
    dao.to_registry(&dao.addr("anyone"), &msg)?;
    Ok(())
}

/// The guardian acts.
pub fn guard(dao: &mut Dao, msg: &timelock::ExecuteMsg) -> Result<()> {
    let (guardian, timelock) = (dao.addr("guardian"), dao.contracts.timelock.clone());
    dao.call(&guardian, &timelock, msg)?;
    Ok(())
}

/// Somebody proposes with a deposit.
pub fn propose(dao: &mut Dao, who: &str, actions: Vec<CosmosMsg>) -> Result<u64> {
    submit(dao, who, draft(who, actions))
}

fn draft(who: &str, actions: Vec<CosmosMsg>) -> Draft {
    let link = Some(Link { uri: "ipfs://town".to_string(), sha256: nullifier("text") });
    let (title, summary) = (format!("As {who} says"), "In a few words".to_string());
    Draft { title, summary, link, actions, emergency: false, ready: None }
}

fn submit(dao: &mut Dao, who: &str, draft: Draft) -> Result<u64> {
    let (who, proposal) = (dao.addr(who), dao.contracts.proposal.clone());
    dao.mint(&who, 100, CASH)?;
    proposal_id(&dao.call_with(
        &who,
        &proposal,
        &proposal::ExecuteMsg::Propose { draft },
        &coins(100, CASH),
    )?)
}

fn claim_deposit(dao: &mut Dao, id: u64) -> Result<()> {
    let (anyone, proposal) = (dao.addr("anyone"), dao.contracts.proposal.clone());
    dao.call(&anyone, &proposal, &proposal::ExecuteMsg::ClaimDeposit { id })?;
    Ok(())
}
