//! The keeper finds what is due from the chain alone, and nothing twice.

use std::cell::Cell;
use std::fmt::Debug;

use anyhow::{ensure, Result};
use cosmwasm_std::{Addr, WasmMsg};
use cw_multi_test::Executor;
use isonomia_api::plan::Suite;
use isonomia_cli::keeper::{Asked, Docket, Duty};
use isonomia_core::operation::OperationStage;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, CASH, DAY};
use serde::de::DeserializeOwned;
use serde::Serialize;

use crate::identity::parish::{parish_of, Parish, LIFE, NOTARY};
use crate::lifecycle::town::*;

/// An embedded DAO as a keeper sees it, and how often it was asked.
pub struct Watched<'a> {
    dao: &'a Dao,
    questions: Cell<usize>,
    voting_answers: bool,
}

impl Asked for Watched<'_> {
    fn contracts(&self) -> &Suite<Addr> {
        &self.dao.contracts
    }

    fn ask<T: DeserializeOwned>(&self, contract: &Addr, msg: &(impl Serialize + Debug)) -> Result<T> {
        self.questions.set(self.questions.get() + 1);
        let silent = !self.voting_answers && *contract == self.dao.contracts.voting;
        ensure!(!silent, "voting panicked");
        self.dao.ask(contract, msg)
    }

    fn now(&self) -> Result<u64> {
        Ok(self.dao.now())
    }
}

pub fn watched(dao: &Dao) -> Watched<'_> {
    Watched { dao, questions: Cell::new(0), voting_answers: true }
}

/// The same, where hostile code stands in the place of voting.
pub fn captured(dao: &Dao) -> Watched<'_> {
    Watched { voting_answers: false, ..watched(dao) }
}

fn due(dao: &Dao) -> Vec<Duty> {
    Docket::default().sweep(&watched(dao)).unwrap()
}

/// A stranger does what is due, as the keeper would send it.
fn keep(dao: &mut Dao, duty: &Duty) -> Result<()> {
    let call = duty.call(&watched(dao))?;
    dao.next_block();
    let (contract_addr, msg) = (call.contract.to_string(), call.msg.into());
    let stranger = dao.addr("a stranger");
    dao.app.execute(stranger, WasmMsg::Execute { contract_addr, msg, funds: vec![] }.into()).map(drop)
}

#[test]
fn a_keeper_carries_a_decision_from_its_proposal_to_its_payment() -> Result<()> {
    let mut dao = town()?;
    let pay = spend(&dao, "painter", 500)?;
    let id = dao.propose(&dao.addr("ann"), "Paint the hall", vec![pay], false)?;
    assert_eq!(due(&dao), []);

    dao.advance_to(dao.poll(id)?.opens);
    assert_eq!(due(&dao), [Duty::Open { id }]);
    keep(&mut dao, &Duty::Open { id })?;
    assert_eq!(due(&dao), []);

    for name in PEOPLE {
        dao.vote(&dao.addr(name), id, Choice::Yes)?;
    }
    dao.advance_to(dao.opened(id)?.closes);
    assert_eq!(due(&dao), [Duty::Resolve { id }]);
    keep(&mut dao, &Duty::Resolve { id })?;
    assert_eq!(due(&dao), []);

    dao.advance_to(dao.operation(id)?.eta);
    assert_eq!(due(&dao), [Duty::Execute { id }]);
    keep(&mut dao, &Duty::Execute { id })?;

    assert_eq!(due(&dao), []);
    assert_eq!(dao.balance(&dao.addr("painter"), CASH)?, 500);
    Ok(())
}

#[test]
fn of_two_keepers_the_second_is_refused_and_nothing_is_paid_twice() -> Result<()> {
    let mut dao = town()?;
    let pay = spend(&dao, "painter", 500)?;
    let id = dao.pass("ann", vec![pay])?;
    dao.advance_to(dao.operation(id)?.eta);
    let execute = Duty::Execute { id };

    keep(&mut dao, &execute)?;
    let second = keep(&mut dao, &execute).unwrap_err().root_cause().to_string();

    assert!(
        second.starts_with(&format!("operation {id}: an operation that is Executed does not take Execute"))
            || second.contains("Executed"),
        "{second}"
    );
    assert_eq!(dao.balance(&dao.addr("painter"), CASH)?, 500);
    Ok(())
}

#[test]
fn a_voting_that_answers_nothing_holds_up_nothing_else() -> Result<()> {
    let mut dao = town()?;
    let pay = spend(&dao, "painter", 500)?;
    let id = dao.pass("ann", vec![pay])?;
    dao.advance_to(dao.operation(id)?.eta);
    dao.propose(&dao.addr("mallory"), "It waits", vec![], false)?;

    let mut docket = Docket::default();

    assert_eq!(docket.sweep(&captured(&dao))?, [Duty::Execute { id }]);
    assert_eq!(docket.unread(), ["voting panicked"]);
    docket.sweep(&watched(&dao))?;
    assert_eq!(docket.unread(), [""; 0]);
    Ok(())
}

#[test]
fn a_poll_that_nobody_opened_in_time_is_resolved() -> Result<()> {
    let mut dao = town()?;
    let id = dao.propose(&dao.addr("ann"), "Forgotten", vec![], false)?;
    dao.advance(40 * DAY);

    assert_eq!(due(&dao), [Duty::Resolve { id }]);
    keep(&mut dao, &Duty::Resolve { id })?;

    assert!(matches!(dao.proposal(id)?.stage, ProposalStage::Defeated { .. }));
    assert_eq!(due(&dao), []);
    Ok(())
}

#[test]
fn an_operation_that_fails_stays_due_until_it_expires_and_holds_up_no_other() -> Result<()> {
    let mut dao = town()?;
    let (too_much, pay) = (spend(&dao, "mallory", 2 * TREASURE)?, spend(&dao, "painter", 500)?);
    let bad = dao.propose(&dao.addr("ann"), "Too much", vec![too_much], false)?;
    let good = dao.propose(&dao.addr("bob"), "Paint the hall", vec![pay], false)?;
    dao.advance_to(dao.poll(good)?.opens);
    for id in [bad, good] {
        for name in PEOPLE {
            dao.vote(&dao.addr(name), id, Choice::Yes)?;
        }
    }
    dao.advance_to(dao.opened(good)?.closes);
    assert_eq!(due(&dao), [Duty::Resolve { id: bad }, Duty::Resolve { id: good }]);
    keep(&mut dao, &Duty::Resolve { id: bad })?;
    keep(&mut dao, &Duty::Resolve { id: good })?;
    dao.advance_to(dao.operation(good)?.eta);

    assert_eq!(due(&dao), [Duty::Execute { id: bad }, Duty::Execute { id: good }]);
    assert!(keep(&mut dao, &Duty::Execute { id: bad }).is_err());
    keep(&mut dao, &Duty::Execute { id: good })?;

    assert_eq!(due(&dao), [Duty::Execute { id: bad }]);
    dao.advance_to(dao.operation(bad)?.expires);
    assert_eq!(dao.operation(bad)?.stage, OperationStage::Expired);
    assert_eq!(due(&dao), []);
    Ok(())
}

#[test]
fn who_has_expired_is_taken_out_thirty_two_at_a_time_and_nobody_else() -> Result<()> {
    let mut dao = parish_of(&[NOTARY], |_| {});
    let names: Vec<String> = (0..20).map(|number| format!("person {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let first = dao.admit(NOTARY, &names, 1_000_000);
    let until = dao.registered_until(&first[0]).unwrap();
    dao.advance(30 * DAY);
    let later: Vec<String> = (0..20).map(|number| format!("later {number}")).collect();
    let later: Vec<&str> = later.iter().map(String::as_str).collect();
    let later = dao.admit(NOTARY, &later, 1_000_000);
    assert_eq!(due(&dao), []);

    dao.advance_to(until + DAY);
    let duties = due(&dao);
    assert_eq!(duties.len(), 1);
    let Duty::Expire { accounts } = &duties[0] else { panic!("{duties:?}") };
    assert_eq!(accounts.len(), 20);
    assert!(first.iter().all(|account| accounts.contains(account)));
    keep(&mut dao, &duties[0])?;
    assert_eq!((dao.totals()?.attested, due(&dao)), (20, vec![]));

    dao.advance(LIFE);
    let rest = due(&dao);
    keep(&mut dao, &rest[0])?;
    assert_eq!((dao.totals()?.attested, later.len()), (0, 20));
    Ok(())
}

#[test]
fn a_quiet_exit_is_told_to_voting() -> Result<()> {
    let mut dao = town()?;
    let (ann, vault) = (dao.addr("ann"), dao.contracts.vault.clone());
    let leave = isonomia_api::vault::ExecuteMsg::Unstake { amount: STAKE.into(), quiet: true };
    dao.call(&ann, &vault, &leave)?;

    assert_eq!(due(&dao), [Duty::Sync { account: ann.clone() }]);
    keep(&mut dao, &Duty::Sync { account: ann.clone() })?;

    assert_eq!(dao.account(&ann)?.own.stake.u128(), 0);
    assert_eq!(due(&dao), []);
    Ok(())
}

#[test]
fn a_sweep_of_an_old_dao_costs_no_more_than_that_of_a_new_one() -> Result<()> {
    let mut dao = town()?;
    let mut docket = Docket::default();
    let new = watched(&dao);
    docket.sweep(&new)?;
    let of_a_new_dao = new.questions.get();
    for number in 0..130 {
        let who = dao.addr(&format!("proposer {number}"));
        let id = dao.propose(&who, "Withdrawn", vec![], false)?;
        dao.withdraw(&who, id)?;
    }

    docket.sweep(&watched(&dao))?;
    let old = watched(&dao);
    docket.sweep(&old)?;
    assert_eq!(old.questions.get(), of_a_new_dao);

    // A keeper that starts now reads the past once.
    let (mut other, watch) = (Docket::default(), watched(&dao));
    assert_eq!(other.sweep(&watch)?, []);
    assert_eq!(watch.questions.get(), of_a_new_dao + 1);
    Ok(())
}

#[test]
fn a_duty_says_what_it_is() {
    let ann = Addr::unchecked("ann");
    let said = |duty: Duty| duty.to_string();
    assert_eq!(said(Duty::Open { id: 7 }), "open poll 7");
    assert_eq!(said(Duty::Resolve { id: 7 }), "resolve proposal 7");
    assert_eq!(said(Duty::Execute { id: 7 }), "execute operation 7");
    assert_eq!(said(Duty::Expire { accounts: vec![ann.clone()] }), "expire 1 attestations");
    assert_eq!(said(Duty::Sync { account: ann }), "tell voting of the exit of ann");
}

#[test]
fn an_operation_that_is_void_is_not_due() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let mallory = dao.addr("mallory");
    let bell = make_bell(&mut dao, code, Some(&mallory))?;
    let id = dao.pass("ann", vec![isonomia_api::call::call(&bell, &BellMsg::Ring {})?])?;
    wait(&mut dao, id)?;
    assert!(due(&dao).contains(&Duty::Execute { id }));

    let other = bell_code(&mut dao);
    dao.app.migrate_contract(mallory, bell, &cosmwasm_std::Empty {}, other)?;

    assert!(!due(&dao).contains(&Duty::Execute { id }));
    Ok(())
}
