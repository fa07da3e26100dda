//! Scheduling: who may, and what is taken in.

use isonomia_api::timelock::{
    ConfigResponse, ExecuteMsg, NewOperation, OperationInfo, OperationsResponse, QueryMsg,
};
use isonomia_core::class::Class;
use isonomia_core::operation::OperationStage;
use isonomia_kit::authority::Unauthorized;
use isonomia_timelock::error::ContractError;
use isonomia_timelock::operations::OperationError;

use crate::world::{actions, World, DELAY, WINDOW};

#[test]
fn the_proposal_contract_schedules_and_everyone_sees_it() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    let operation = world.operation(7, &deed);

    world.schedule(operation.clone()).unwrap();

    let eta = world.now() + DELAY;
    let (class, hash, stage) = (Class::Standard, operation.hash, OperationStage::Waiting);
    let (expires, ended, void, protected) = (eta + WINDOW, None, None, false);
    assert_eq!(
        world.shown(7),
        Some(OperationInfo { id: 7, class, hash, eta, expires, stage, ended, void, protected })
    );
    assert_eq!(world.shown(8), None);
}

#[test]
fn mallory_schedules_nothing() {
    let mut world = World::new();
    let operation = world.operation(7, &actions(&[]));
    let (mallory, allowed) = (world.anyone.clone(), world.proposal.clone());

    let refused = world.refused(&mallory, &ExecuteMsg::Schedule { operation });

    assert_eq!(refused, Unauthorized { allowed, sender: mallory }.into());
    assert_eq!(world.shown(7), None);
}

#[test]
fn an_id_is_taken_for_ever() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    world.make_ready(7, &deed);
    world.execute(7, &deed).unwrap();

    let again = world.schedule(world.operation(7, &deed)).unwrap_err();

    assert_eq!(again.downcast::<ContractError>().unwrap(), OperationError::IdTaken { id: 7 }.into());
}

#[test]
fn the_class_has_its_least_delay() {
    let mut world = World::new();
    let deed = actions(&[]);
    let now = world.now();
    let of = |id, class, delay| NewOperation { class, delay, ..world.operation(id, &deed) };
    let [short, long] = [of(1, Class::Critical, 199), of(2, Class::Critical, 201)];

    world.schedule(short).unwrap();
    world.schedule(long).unwrap();

    assert_eq!(world.shown(1).unwrap().eta, now + 200);
    assert_eq!(world.shown(2).unwrap().eta, now + 201);
}

#[test]
fn an_operation_expires_when_the_stake_behind_it_may_leave() {
    let mut world = World::new();
    let deed = actions(&[world.write("too late")]);
    let locked_until = world.now() + DELAY + 10;
    world.schedule(NewOperation { locked_until, ..world.operation(7, &deed) }).unwrap();

    world.wait(DELAY + 9);
    assert_eq!(world.shown(7).unwrap().stage, OperationStage::Ready);
    world.wait(1);

    assert_eq!(world.shown(7).unwrap().stage, OperationStage::Expired);
    assert!(matches!(world.execute_refused(7, &deed), ContractError::Step { id: 7, .. }));
}

#[test]
fn an_opinion_and_half_a_hash_are_refused() {
    let mut world = World::new();
    let operation = world.operation(7, &actions(&[]));
    let opinion = NewOperation { class: Class::Signal, ..operation.clone() };
    let half = NewOperation { hash: vec![7; 16].into(), ..operation };

    let refused = [opinion, half].map(|operation| world.schedule(operation).unwrap_err());

    let expected = [OperationError::NotBinding { class: Class::Signal }, OperationError::Hash { bytes: 16 }];
    for (refused, expected) in refused.into_iter().zip(expected) {
        assert_eq!(refused.downcast::<ContractError>().unwrap(), expected.into());
    }
}

#[test]
fn operations_are_paged_with_their_stages() {
    let mut world = World::new();
    let deed = actions(&[world.write("one")]);
    world.make_ready(1, &deed);
    world.execute(1, &deed).unwrap();
    world.make_ready(2, &deed);
    world.schedule(world.operation(3, &deed)).unwrap();
    let page = |world: &World, start_after, limit| -> Vec<(u64, OperationStage)> {
        let asked = QueryMsg::Operations { start_after, limit };
        let answer: OperationsResponse = world.ask(&world.timelock, &asked);
        answer.operations.into_iter().map(|operation| (operation.id, operation.stage)).collect()
    };

    let (executed, ready) = ((1, OperationStage::Executed), (2, OperationStage::Ready));
    let waiting = (3, OperationStage::Waiting);
    assert_eq!(page(&world, None, None), [executed, ready, waiting]);
    assert_eq!(page(&world, None, Some(1)), [executed]);
    assert_eq!(page(&world, Some(1), Some(1)), [ready]);
    assert_eq!(page(&world, Some(3), None), []);
}

#[test]
fn a_page_holds_at_most_100() {
    let mut world = World::new();
    for id in 1..=101 {
        world.schedule(world.operation(id, &actions(&[]))).unwrap();
    }
    let length = |limit| {
        let asked = QueryMsg::Operations { start_after: None, limit };
        world.ask::<OperationsResponse>(&world.timelock, &asked).operations.len()
    };

    assert_eq!([length(None), length(Some(101)), length(Some(0))], [30, 100, 0]);
}

#[test]
fn the_dao_names_another_proposal_contract_and_nobody_else_does() {
    let mut world = World::new();
    let heir = world.app.api().addr_make("heir");
    let naming = ExecuteMsg::SetProposal { proposal: heir.to_string() };
    let (mallory, timelock) = (world.anyone.clone(), world.timelock.clone());
    let refused = world.refused(&mallory, &naming);
    assert_eq!(refused, Unauthorized { allowed: timelock.clone(), sender: mallory }.into());

    let deed = actions(&[isonomia_api::call::call(&timelock, &naming).unwrap()]);
    world.make_ready(1, &deed);
    world.execute(1, &deed).unwrap();

    assert_eq!(world.ask::<ConfigResponse>(&timelock, &QueryMsg::Config {}).proposal, heir);
    let former = world.schedule(world.operation(2, &deed)).unwrap_err();
    let sender = world.proposal.clone();
    assert_eq!(former.downcast::<ContractError>().unwrap(), Unauthorized { allowed: heir, sender }.into());
}
