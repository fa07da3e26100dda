//! Stories that have a DAO tell everything that it can tell.

use anyhow::Result;
use cosmwasm_std::{coins, Addr, HexBinary};
use isonomia_api::identity::{Issuer, IssuerKey};
use isonomia_api::proposal::{Entry, Routine};
use isonomia_api::timelock::LeastDelays;
use isonomia_api::treasury::{Allowance, Holding, NewBudget};
use isonomia_api::{identity, proposal, timelock, treasury, vault, voting};
use isonomia_core::class::Class;
use isonomia_core::pause::PauseScope;
use isonomia_core::rescue::Rescue;
use isonomia_core::tally::Choice::{Abstain, No, Yes};
use isonomia_embedded::{cancel, proposal_id, Dao, CASH, DAY};
use serde::Serialize;

use super::upgrades;
use crate::identity::parish::{parish_of, Parish, LIFE, NOTARY, PARISH};
use crate::lifecycle::deposit::{claim, costly, propose_paying};
use crate::lifecycle::town::*;
use crate::treasury::nfts::{collection, gallery, gives};
use crate::treasury::world::{bell, clerk, executes, pay, share, Treasurer};
use crate::vault::hostile::turncoat;

/// What looks at a DAO in the middle of a story.
pub type Look<'a> = &'a mut dyn FnMut(&Dao) -> Result<()>;
/// A story, and the DAO at its end.
pub type Story = fn(Look) -> Result<Dao>;

pub const STORIES: [(&str, Story); 8] = [
    ("leaving the vault", leaving),
    ("electing", electing),
    ("registering", registering),
    ("proposing", proposing),
    ("guarding", guarding),
    ("spending", spending),
    ("migrating", upgrades::migrating),
    ("upgrading", upgrades::upgrading),
];

/// Governance says so, without the vote before it.
fn govern(dao: &mut Dao, contract: &Addr, msg: &(impl Serialize + std::fmt::Debug)) -> Result<()> {
    let timelock = dao.contracts.timelock.clone();
    dao.call(&timelock, contract, msg).map(drop)
}

/// Loud and quiet exits, notices that are made up for, and one that fails.
fn leaving(look: Look) -> Result<Dao> {
    let turns = cw_multi_test::App::default().block_info().time.seconds() + 100 * DAY;
    let mut dao = founded(plan().with_code(|codes| codes.voting = turncoat(turns)))?;
    let [ann, bob, cat] = ["ann", "bob", "cat"].map(|name| dao.addr(name));
    let vault = dao.contracts.vault.clone();
    let quiet = vault::ExecuteMsg::Unstake { amount: 5u128.into(), quiet: true };
    let sync = |who: &Addr| vault::ExecuteMsg::Sync { account: who.to_string() };
    look(&dao)?;
    dao.unstake(&ann, 10)?;
    for _ in 0..2 {
        dao.call(&ann, &vault, &quiet)?;
        look(&dao)?;
        dao.advance(DAY);
    }
    dao.call(&cat, &vault, &sync(&ann))?;
    look(&dao)?;
    dao.call(&ann, &vault, &quiet)?;
    look(&dao)?;
    dao.stake(&ann, 7)?;
    look(&dao)?;
    for _ in 0..34 {
        dao.advance(DAY);
        dao.call(&bob, &vault, &quiet)?;
    }
    for _ in 0..2 {
        dao.call(&cat, &vault, &sync(&bob))?;
        look(&dao)?;
    }
    dao.claim(&ann)?;
    look(&dao)?;
    dao.advance_to(turns);
    dao.unstake(&cat, 3)?;
    dao.call(&cat, &vault, &quiet)?;
    look(&dao)?;
    Ok(dao)
}

/// Delegations, overrides, the line, the quorum, and other contracts.
fn electing(look: Look) -> Result<Dao> {
    let mut dao = town()?;
    let [ann, bob, cat, dan, eve] = PEOPLE.map(|name| dao.addr(name));
    let voting = dao.contracts.voting.clone();
    delegating(&mut dao, look)?;
    let id = dao.propose(&cat, "A well", vec![small(&dao, "mason", 1)?], false)?;
    look(&dao)?;
    open(&mut dao, id)?;
    for (who, choice) in [(&dan, Yes), (&ann, No), (&eve, Abstain), (&cat, Yes), (&bob, Yes), (&cat, No)] {
        dao.vote(who, id, choice)?;
        look(&dao)?;
    }
    close(&mut dao, id)?;
    let id = dao.propose(&cat, "Another", vec![], false)?;
    dao.withdraw(&cat, id)?;
    look(&dao)?;
    let id = dao.propose(&cat, "A third", vec![], false)?;
    dao.advance_to(dao.poll(id)?.opens);
    dao.vote(&cat, id, Yes)?;
    look(&dao)?;

    dao.advance(30 * DAY);
    look(&dao)?;
    dao.revoke(&eve)?;
    look(&dao)?;
    let fay = dao.addr("fay");
    dao.attest(&fay, dao.now() + DAY)?;
    dao.attest(&eve, u64::MAX)?;
    look(&dao)?;
    dao.advance(2 * DAY);
    dao.poke(&cat, &[&fay])?;
    look(&dao)?;
    let registrar = dao.addr("registrar").into_string();
    govern(&mut dao, &voting, &voting::ExecuteMsg::SetRegistrar { registrar })?;
    look(&dao)?;
    dao.declare_ready()?;
    dao.advance(200 * DAY);
    look(&dao)?;

    for days in [30, 60] {
        dao.pass("bob", vec![small(&dao, "mason", 1)?])?;
        look(&dao)?;
        dao.advance(days * DAY);
        look(&dao)?;
    }
    let proposal = dao.addr("another").into_string();
    govern(&mut dao, &voting, &voting::ExecuteMsg::SetProposal { proposal })?;
    look(&dao)?;
    Ok(dao)
}

fn delegating(dao: &mut Dao, look: Look) -> Result<()> {
    let [ann, bob, _, dan, eve] = PEOPLE.map(|name| dao.addr(name));
    look(dao)?;
    dao.register_delegate(&dan)?;
    dao.register_delegate(&eve)?;
    dao.delegate(&ann, &[(&dan, 5_000), (&eve, 3_000)])?;
    dao.delegate(&bob, &[(&dan, 10_000)])?;
    look(dao)?;
    dao.delegate(&ann, &[(&eve, 9_999), (&dan, 1)])?;
    dao.undelegate(&bob)?;
    look(dao)?;
    dao.stake(&ann, 50)?;
    look(dao)?;
    dao.resign(&dan)?;
    look(dao)?;
    dao.register_delegate(&dan)?;
    dao.delegate(&bob, &[(&dan, 2_500)])?;
    look(dao)
}

/// Statements, attestations and their ends.
fn registering(look: Look) -> Result<Dao> {
    let mut dao = parish_of(&[PARISH, NOTARY], |_| ());
    look(&dao)?;
    let [ann, bob, cat, dan, eve, fay, gus] =
        ["ann", "bob", "cat", "dan", "eve", "fay", "gus"].map(|name| dao.addr(name));
    dao.admit(PARISH, &["ann", "bob", "cat"], 100);
    look(&dao)?;
    dao.admit(NOTARY, &["dan", "eve"], 100);
    dao.ready()?;
    dao.parish_revokes(&[&ann])?;
    look(&dao)?;
    dao.advance(140 * DAY);
    dao.submit(NOTARY, &bob)?;
    look(&dao)?;

    let registry = dao.contracts.identity.clone();
    let key = IssuerKey::Account { address: dao.addr("consul").into_string() };
    let issuer = Issuer { id: "consul".to_string(), key };
    govern(&mut dao, &registry, &identity::ExecuteMsg::AddIssuer { issuer })?;
    look(&dao)?;
    let id = PARISH.to_string();
    govern(&mut dao, &registry, &identity::ExecuteMsg::RemoveIssuer { id })?;
    dao.submit_as(NOTARY, &fay, "fay")?;
    look(&dao)?;
    dao.advance(LIFE + DAY);
    dao.poke(&ann, &[&dan])?;
    look(&dao)?;
    dao.expire(&[&bob, &cat, &dan, &eve])?;
    look(&dao)?;
    dao.submit_as(NOTARY, &gus, "fay")?;
    look(&dao)?;
    Ok(dao)
}

/// Deposits, every outcome, and the settings.
fn proposing(look: Look) -> Result<Dao> {
    let mut dao = costly()?;
    look(&dao)?;
    for (who, class, choice) in
        [("ann", Class::Signal, Yes), ("bob", Class::Standard, No), ("cat", Class::Critical, Yes)]
    {
        let id = proposes(&mut dao, who, class)?;
        look(&dao)?;
        open(&mut dao, id)?;
        say(&mut dao, id, choice, &PEOPLE)?;
        close(&mut dao, id)?;
        look(&dao)?;
        claim(&mut dao, who, id)?;
        look(&dao)?;
    }
    let (withdrawn, lapses) =
        (proposes(&mut dao, "dan", Class::Signal)?, proposes(&mut dao, "eve", Class::Signal)?);
    dao.withdraw(&dao.addr("dan"), withdrawn)?;
    dao.advance(90 * DAY);
    look(&dao)?;
    dao.resolve(&dao.addr("anyone"), lapses)?;
    look(&dao)?;
    settings(&mut dao, look)?;
    let released = dao.propose(&dao.addr("dan"), "Too late", vec![], false)?;
    let (voting, proposal) = (dao.contracts.voting.clone(), dao.addr("another").into_string());
    govern(&mut dao, &voting, &voting::ExecuteMsg::SetProposal { proposal })?;
    dao.resolve(&dao.addr("anyone"), released)?;
    look(&dao)?;
    Ok(dao)
}

fn proposes(dao: &mut Dao, who: &str, class: Class) -> Result<u64> {
    dao.mint(&dao.addr(who), 100, CASH)?;
    proposal_id(&propose_paying(dao, who, class, &coins(100, CASH))?)
}

fn settings(dao: &mut Dao, look: Look) -> Result<()> {
    use proposal::ExecuteMsg::*;
    let mut rules = dao.params.rules.clone();
    rules.signal.head_count = 1;
    let contract = dao.contracts.treasury.to_string();
    let rescue = |byte: u8| {
        let (checksum, hash) = (HexBinary::from([byte; 32]), HexBinary::from([9; 32]));
        Rescue { contract: contract.clone(), checksum, hash, until: dao.now() + 30 * DAY }
    };
    let routine = Routine { contract: contract.clone(), code_id: 6, message: "spend_small".to_string() };
    let (first, second) = (rescue(1), rescue(2));
    let longer = Rescue { until: first.until + DAY, ..first.clone() };
    let messages = [
        SetRules { rules },
        SetEntry { entry: Entry { deposit: None, least_stake: 5u128.into() } },
        SetIdentity { identity: dao.addr("registry").into_string() },
        SetRoutines { routines: vec![routine] },
        ApproveRescue { rescue: first },
        ApproveRescue { rescue: second.clone() },
        ApproveRescue { rescue: longer },
        RevokeRescue { contract: contract.clone(), checksum: second.checksum },
    ];
    let ours = dao.contracts.proposal.clone();
    for message in messages {
        govern(dao, &ours, &message)?;
        look(dao)?;
    }
    Ok(())
}

/// Operations, pauses, guardians and least delays.
fn guarding(look: Look) -> Result<Dao> {
    use timelock::ExecuteMsg::*;
    let mut dao = founded(plan().guarded())?;
    look(&dao)?;
    let (guardian, ours) = (dao.addr("guardian"), dao.contracts.timelock.clone());
    let id = dao.pass("ann", vec![spend(&dao, "mason", 1)?, keeps(&dao, 1)?])?;
    look(&dao)?;
    wait(&mut dao, id)?;
    look(&dao)?;
    dao.execute(&guardian, id)?;
    look(&dao)?;
    let id = dao.pass("bob", vec![spend(&dao, "mason", 1)?])?;
    dao.call(&guardian, &ours, &cancel(id))?;
    look(&dao)?;
    let pause = |scope| {
        let (incident, reason) = ("leak".to_string(), "something pays out".to_string());
        Pause { scope, seconds: 3 * DAY, incident, reason }
    };
    dao.call(&guardian, &ours, &pause(PauseScope::TreasuryOutflow))?;
    look(&dao)?;
    dao.advance(DAY);
    govern(&mut dao, &ours, &Unpause {})?;
    look(&dao)?;
    dao.advance(8 * DAY);
    dao.call(&guardian, &ours, &pause(PauseScope::Execution))?;
    look(&dao)?;
    dao.advance(4 * DAY);
    look(&dao)?;

    let known: timelock::ConfigResponse = dao.ask(&ours, &timelock::QueryMsg::Config {})?;
    let LeastDelays { standard, critical, emergency } = known.least_delays;
    let least_delays = LeastDelays { standard: standard / 2, critical: critical / 2, emergency };
    govern(&mut dao, &ours, &SetLeastDelays { least_delays })?;
    look(&dao)?;
    dao.advance(60 * DAY);
    look(&dao)?;
    let (guardian, until) = (dao.addr("heir").into_string(), dao.now() + 100 * DAY);
    govern(&mut dao, &ours, &SetGuardian { guardian, until })?;
    look(&dao)?;
    govern(&mut dao, &ours, &RemoveGuardian {})?;
    let proposal = dao.addr("another").into_string();
    govern(&mut dao, &ours, &SetProposal { proposal })?;
    look(&dao)?;
    Ok(dao)
}

/// Every way out of the treasury, and every brake.
fn spending(look: Look) -> Result<Dao> {
    use treasury::ExecuteMsg::*;
    let (mut dao, art) = gallery()?;
    look(&dao)?;
    for message in [
        gives(&dao, &art, "1"),
        SpendSmall { payment: dao.payment("smith", 5) },
        Spend { payment: dao.payment("smith", 10) },
        CreateBudget { budget: clerk(&dao) },
    ] {
        dao.order(&message)?;
        look(&dao)?;
    }
    let recipients = Some(["mason", "smith"].map(|name| dao.addr(name).into_string()).to_vec());
    dao.order(&CreateBudget { budget: NewBudget { recipients, ..clerk(&dao) } })?;
    let pays =
        |dao: &Dao| PayFromBudget { id: 1, to: dao.addr("mason").into_string(), amount: 30u128.into() };
    let first = pays(&dao);
    dao.tell("clerk", &first)?;
    look(&dao)?;
    dao.advance(8 * DAY);
    look(&dao)?;
    dao.tell("clerk", &first)?;
    dao.order(&RevokeBudget { id: 2 })?;
    look(&dao)?;

    dao.advance(9 * DAY);
    dao.order(&CreateStream { stream: pay(&dao) })?;
    look(&dao)?;
    dao.advance(15 * DAY);
    look(&dao)?;
    dao.tell("mason", &Withdraw { id: 1 })?;
    look(&dao)?;
    dao.advance(DAY);
    dao.order(&CancelStream { id: 1 })?;
    look(&dao)?;
    let bell = bell(&mut dao)?;
    dao.order(&executes(&bell, &BellMsg::Ring {}, 7)?)?;
    look(&dao)?;
    brakes(&mut dao, &art, look)?;
    Ok(dao)
}

fn brakes(dao: &mut Dao, art: &Addr, look: Look) -> Result<()> {
    use treasury::ExecuteMsg::*;
    let cash_too = Holding::from(cash());
    let until = dao.now() + DAY;
    for message in [
        SetAllowance { allowance: Allowance { asset: cash(), limit: 50u128.into() } },
        List { holding: collection(art) },
        LowerCap { holding: cash_too.clone(), limit: share(400) },
        RaiseCap { holding: cash_too, limit: share(600) },
        Unlist { holding: collection(art) },
        Pause { until },
        Unpause {},
        Pause { until },
    ] {
        dao.order(&message)?;
        look(dao)?;
    }
    dao.advance(30 * DAY);
    look(dao)
}
