//! Cancelling: the DAO may, by another operation.

use isonomia_api::call::call;
use isonomia_api::timelock::NewOperation;
use isonomia_core::class::Class;
use isonomia_core::guardian::GuardianError;
use isonomia_core::operation::OperationStage;
use isonomia_timelock::error::ContractError;
use isonomia_timelock::operations::OperationError;

use crate::world::{actions, cancel, World};

#[test]
fn an_emergency_cancels_what_waits() {
    let mut world = World::new();
    let theft = actions(&[world.write("pay mallory")]);
    let defence = actions(&[call(&world.timelock, &cancel(1)).unwrap()]);
    world.schedule(world.operation(1, &theft)).unwrap();
    let emergency = NewOperation { class: Class::Emergency, delay: 10, ..world.operation(2, &defence) };
    world.schedule(emergency).unwrap();
    world.wait(10);

    world.execute(2, &defence).unwrap();

    assert_eq!(world.shown(1).unwrap().stage, OperationStage::Cancelled);
    world.wait(1_000);
    let ContractError::Step { why, .. } = world.execute_refused(1, &theft) else { panic!() };
    assert_eq!(why.stage, OperationStage::Cancelled);
}

#[test]
fn what_is_ready_may_still_be_cancelled_but_nothing_twice() {
    let mut world = World::new();
    let theft = actions(&[world.write("pay mallory")]);
    let defence = actions(&[call(&world.timelock, &cancel(1)).unwrap()]);
    world.schedule(world.operation(1, &theft)).unwrap();
    world.schedule(world.operation(2, &defence)).unwrap();
    world.make_ready(3, &defence);
    world.execute(3, &defence).unwrap();

    let ContractError::Step { id: 1, why } = world.execute_refused(2, &defence) else { panic!() };

    assert_eq!(why.stage, OperationStage::Cancelled);
}

#[test]
fn nobody_else_cancels() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    world.schedule(world.operation(1, &deed)).unwrap();

    for sender in [world.anyone.clone(), world.proposal.clone()] {
        let refused = world.refused(&sender, &cancel(1));
        assert_eq!(refused, GuardianError::NotGuardian { sender }.into());
    }
}

#[test]
fn an_operation_cannot_cancel_itself_or_an_unknown_one() {
    let mut world = World::new();
    let itself = actions(&[call(&world.timelock, &cancel(1)).unwrap()]);
    let unknown = actions(&[call(&world.timelock, &cancel(9)).unwrap()]);
    world.schedule(world.operation(1, &itself)).unwrap();
    world.make_ready(2, &unknown);

    let ContractError::Step { why, .. } = world.execute_refused(1, &itself) else { panic!() };

    assert_eq!(why.stage, OperationStage::Executed);
    assert_eq!(world.execute_refused(2, &unknown), OperationError::Unknown { id: 9 }.into());
}
