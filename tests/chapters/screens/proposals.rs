//! Screens of proposals: the list, its filters, the course of one, and the queue.

use anyhow::Result;
use isonomia_api::proposal::{
    Filter, LatestProposalsResponse, ProposalInfo, QueryMsg as ProposalQuery, StageName,
};
use isonomia_api::timelock::{OperationsResponse, QueryMsg, QueuePosition};
use isonomia_core::class::Class;
use isonomia_core::clock::Moment;
use isonomia_core::operation::OperationStage;
use isonomia_core::tally::Choice::No;
use isonomia_embedded::{Dao, DAY};

use crate::lifecycle::town::*;

type Page = (Vec<u64>, Option<u64>);

fn latest(dao: &Dao, filter: Filter, start_before: Option<u64>, limit: Option<u32>) -> Result<Page> {
    let msg = ProposalQuery::LatestProposals { filter: Some(filter), start_before, limit };
    let told: LatestProposalsResponse = dao.ask(&dao.contracts.proposal, &msg)?;
    Ok((told.proposals.into_iter().map(|proposal| proposal.id).collect(), told.next))
}

fn by(dao: &Dao, name: &str) -> Filter {
    Filter { proposer: Some(dao.addr(name).into_string()), ..Filter::default() }
}

fn at(stage: StageName) -> Filter {
    Filter { stage: Some(stage), ..Filter::default() }
}

fn of(class: Class) -> Filter {
    Filter { class: Some(class), ..Filter::default() }
}

fn everything() -> Filter {
    Filter::default()
}

fn queue(dao: &Dao, start_after: Option<QueuePosition>) -> Result<Vec<(u64, OperationStage)>> {
    let msg = QueryMsg::Queue { start_after, limit: None };
    let told: OperationsResponse = dao.ask(&dao.contracts.timelock, &msg)?;
    Ok(told.operations.into_iter().map(|operation| (operation.id, operation.stage)).collect())
}

#[test]
fn the_newest_proposals_stand_first_by_proposer_class_and_stage() -> Result<()> {
    let mut dao = town()?;
    let (ann, bob) = (dao.addr("ann"), dao.addr("bob"));
    let withdrawn = dao.propose_class(&ann, "A word", Class::Signal)?;
    dao.withdraw(&ann, withdrawn)?;
    let refused = dao.propose_class(&ann, "A word", Class::Standard)?;
    open(&mut dao, refused)?;
    say(&mut dao, refused, No, &["bob", "cat"])?;
    close(&mut dao, refused)?;
    let passed = dao.pass("ann", dao.actions_of(Class::Standard)?)?;
    let running = dao.propose_class(&ann, "A word", Class::Standard)?;
    let waiting = dao.propose_class(&bob, "A word", Class::Critical)?;
    open(&mut dao, running)?;

    assert_eq!(
        latest(&dao, everything(), None, None)?,
        (vec![waiting, running, passed, refused, withdrawn], None)
    );
    assert_eq!(latest(&dao, everything(), None, Some(2))?, (vec![waiting, running], Some(running)));
    assert_eq!(latest(&dao, everything(), Some(running), Some(3))?, (vec![passed, refused, withdrawn], None));
    assert_eq!(latest(&dao, by(&dao, "ann"), None, None)?, (vec![running, passed, refused, withdrawn], None));
    assert_eq!(latest(&dao, by(&dao, "ann"), Some(passed), Some(1))?, (vec![refused], Some(refused)));
    assert_eq!(latest(&dao, by(&dao, "eve"), None, None)?, (vec![], None));
    assert_eq!(latest(&dao, of(Class::Critical), None, None)?, (vec![waiting], None));
    for (stage, ids) in [
        (StageName::Pending, vec![waiting]),
        (StageName::Open, vec![running]),
        (StageName::Scheduled, vec![passed]),
        (StageName::Defeated, vec![refused]),
        (StageName::Withdrawn, vec![withdrawn]),
        (StageName::Closed, vec![]),
        (StageName::Lapsed, vec![]),
        (StageName::Adopted, vec![]),
    ] {
        assert_eq!(latest(&dao, at(stage), None, None)?, (ids, None), "{stage:?}");
    }
    let both = Filter { stage: Some(StageName::Defeated), ..by(&dao, "ann") };
    assert_eq!(latest(&dao, both, None, None)?.0, [refused]);
    assert!(latest(&dao, Filter { proposer: Some("no address".into()), ..everything() }, None, None).is_err());
    Ok(())
}

#[test]
fn a_page_looks_at_100_proposals_at_the_most_and_says_where_to_go_on() -> Result<()> {
    let mut dao = town()?;
    let needle = dao.propose_class(&dao.addr("ann"), "A needle", Class::Critical)?;
    for number in 0..100 {
        dao.propose_class(&dao.addr(&format!("p{number}")), "Hay", Class::Signal)?;
    }

    let last_looked_at = needle + 1;
    assert_eq!(latest(&dao, of(Class::Critical), None, None)?, (vec![], Some(last_looked_at)));
    assert_eq!(latest(&dao, of(Class::Critical), Some(last_looked_at), None)?, (vec![needle], None));
    let (page, next) = latest(&dao, everything(), None, Some(101))?;
    assert_eq!((page.len(), next), (100, Some(last_looked_at)));
    assert_eq!(latest(&dao, everything(), None, None)?.0.len(), 30);
    assert_eq!(latest(&dao, everything(), None, Some(0))?, (vec![], None));
    assert_eq!(
        latest(&dao, by(&dao, "ann"), None, None)?,
        (vec![needle], None),
        "by index, whatever lies above"
    );
    Ok(())
}

/// Every fact of a decision has a height, by which a node finds the transaction.
#[test]
fn the_course_of_a_proposal_has_the_height_of_each_step() -> Result<()> {
    let mut dao = town()?;
    let id = dao.propose(&dao.addr("ann"), "As agreed", dao.actions_of(Class::Standard)?, false)?;
    let submitted = (dao.now(), dao.height());
    open(&mut dao, id)?;
    let opened = Moment { height: dao.height(), time: dao.now() };
    say(&mut dao, id, isonomia_core::tally::Choice::Yes, &PEOPLE)?;
    close(&mut dao, id)?;
    let resolved = Moment { height: dao.height(), time: dao.now() };
    wait(&mut dao, id)?;
    assert_eq!(dao.operation(id)?.ended, None);
    dao.execute(&dao.addr("anyone"), id)?;
    let executed = Moment { height: dao.height(), time: dao.now() };

    let ProposalInfo { submitted: at, submitted_height, ended, .. } = dao.proposal(id)?;
    assert_eq!(((at, submitted_height), ended), (submitted, Some(resolved)));
    let snapshot = dao.opened(id)?.snapshot;
    assert_eq!(Moment { height: snapshot.height, time: snapshot.time }, opened);
    assert_eq!(dao.operation(id)?.ended, Some(executed));
    Ok(())
}

#[test]
fn a_withdrawal_has_its_height_and_a_claim_does_not_move_it() -> Result<()> {
    let mut dao = founded(plan().with(|params| {
        params.entry.deposit = Some(isonomia_api::proposal::Deposit { asset: cash(), amount: 5u128.into() });
    }))?;
    let (ann, proposal) = (dao.addr("ann"), dao.contracts.proposal.clone());
    dao.mint(&ann, 5, isonomia_embedded::CASH)?;
    let draft = isonomia_api::proposal::Draft {
        title: "A word".into(),
        summary: String::new(),
        link: None,
        actions: vec![],
        emergency: false,
        ready: None,
    };
    let propose = isonomia_api::proposal::ExecuteMsg::Propose { draft };
    dao.call_with(&ann, &proposal, &propose, &cosmwasm_std::coins(5, isonomia_embedded::CASH))?;
    dao.withdraw(&ann, 1)?;
    let ended = Some(Moment { height: dao.height(), time: dao.now() });
    assert_eq!(dao.proposal(1)?.ended, ended);

    dao.advance(DAY);
    dao.call(&ann, &proposal, &isonomia_api::proposal::ExecuteMsg::ClaimDeposit { id: 1 })?;
    assert_eq!(dao.proposal(1)?.ended, ended);
    Ok(())
}

#[test]
fn the_queue_is_in_order_of_eta_and_has_what_waits_and_what_expired_lately() -> Result<()> {
    let mut dao = town()?;
    // A Critical waits longer than a Standard that passes after it.
    let slow = dao.pass("ann", dao.actions_of(Class::Critical)?)?;
    let quick = dao.propose_class(&dao.addr("bob"), "Quick", Class::Standard)?;
    let second = dao.propose_class(&dao.addr("cat"), "Quick too", Class::Standard)?;
    for id in [quick, second] {
        open(&mut dao, id)?;
        say(&mut dao, id, isonomia_core::tally::Choice::Yes, &PEOPLE)?;
    }
    dao.advance_to(dao.opened(quick)?.closes);
    for id in [second, quick] {
        dao.resolve(&dao.addr("anyone"), id)?;
    }
    let mut by_eta: Vec<_> = [slow, quick, second]
        .into_iter()
        .map(|id| dao.operation(id).map(|operation| (operation.eta, id)))
        .collect::<Result<_>>()?;
    by_eta.sort();
    let order: Vec<u64> = by_eta.iter().map(|(_, id)| *id).collect();
    let listed: Vec<u64> = queue(&dao, None)?.into_iter().map(|(id, _)| id).collect();
    assert_eq!(listed, order);
    let (eta, id) = by_eta[0];
    let after: Vec<u64> =
        queue(&dao, Some(QueuePosition { eta, id }))?.into_iter().map(|(id, _)| id).collect();
    assert_eq!(after, order[1..]);

    wait(&mut dao, quick)?;
    dao.execute(&dao.addr("anyone"), quick)?;
    assert!(queue(&dao, None)?.iter().all(|(id, _)| *id != quick), "what is executed waits no more");
    dao.advance_to(dao.operation(second)?.expires);
    assert!(queue(&dao, None)?.contains(&(second, OperationStage::Expired)));
    dao.advance_to(dao.operation(second)?.eta + 90 * DAY);
    assert!(queue(&dao, None)?.contains(&(second, OperationStage::Expired)));
    dao.advance(1);
    assert!(
        !queue(&dao, None)?.contains(&(second, OperationStage::Expired)),
        "after 90 days nobody looks for it"
    );
    let all = queue(&dao, Some(QueuePosition { eta: 0, id: 0 }))?;
    assert!(all.contains(&(second, OperationStage::Expired)), "but it is there");
    Ok(())
}

#[test]
fn what_is_cancelled_leaves_the_queue_with_its_height() -> Result<()> {
    let mut dao = founded(plan().guarded())?;
    let id = dao.pass("ann", dao.actions_of(Class::Standard)?)?;
    assert_eq!(queue(&dao, None)?, [(id, OperationStage::Waiting)]);
    let (guardian, timelock) = (dao.addr("guardian"), dao.contracts.timelock.clone());
    dao.call(&guardian, &timelock, &isonomia_embedded::cancel(id))?;

    assert_eq!(queue(&dao, None)?, []);
    let ended = Some(Moment { height: dao.height(), time: dao.now() });
    let operation = dao.operation(id)?;
    assert_eq!((operation.stage, operation.ended), (OperationStage::Cancelled, ended));
    Ok(())
}
