//! Pinning: the code that is called is the code that was voted on.

use isonomia_api::timelock::{NewOperation, OperationResponse, OperationsResponse, QueryMsg};
use isonomia_core::operation::OperationStage;
use isonomia_core::pin::{BrokenPin, Pin};
use isonomia_timelock::error::ContractError;
use isonomia_timelock::pins::PinError;

use crate::world::{actions, World, DELAY, WINDOW};

/// An operation that writes into the notebook as it is bound now.
fn pinned(world: &World, id: u64) -> NewOperation {
    NewOperation { pins: vec![world.pin()], ..world.operation(id, &actions(&[world.write("hello")])) }
}

#[test]
fn a_notebook_that_was_bound_anew_is_not_written_into() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    let pin = world.pin();
    world.schedule(pinned(&world, 7)).unwrap();
    world.wait(DELAY);
    let found = world.rebind();

    let refused = world.execute_refused(7, &deed);

    let broken = BrokenPin { contract: world.notebook.to_string(), pinned: pin.code_id, found };
    assert_eq!(refused, PinError::Void { id: 7, broken }.into());
    assert_eq!(world.lines(), [""; 0]);
    assert_eq!(world.shown(7).unwrap().stage, OperationStage::Ready);
}

#[test]
fn an_operation_whose_pins_hold_is_executed() {
    let mut world = World::new();
    world.schedule(pinned(&world, 7)).unwrap();
    world.wait(DELAY);

    world.execute(7, &actions(&[world.write("hello")])).unwrap();

    assert_eq!(world.lines(), ["hello"]);
}

#[test]
fn what_waits_is_shown_as_void_and_what_is_over_is_not() {
    let mut world = World::new();
    let (pin, deed) = (world.pin(), actions(&[world.write("hello")]));
    world.schedule(pinned(&world, 1)).unwrap();
    world.wait(DELAY);
    world.execute(1, &deed).unwrap();
    world.schedule(pinned(&world, 2)).unwrap();
    world.schedule(world.operation(3, &deed)).unwrap();
    let void = |world: &World| -> Vec<Option<BrokenPin>> {
        let asked = QueryMsg::Operations { start_after: None, limit: None };
        let page: OperationsResponse = world.ask(&world.timelock, &asked);
        page.operations.into_iter().map(|operation| operation.void).collect()
    };
    assert_eq!(void(&world), [None, None, None]);

    let found = world.rebind();

    let broken = BrokenPin { contract: world.notebook.to_string(), pinned: pin.code_id, found };
    assert_eq!(void(&world), [None, Some(broken.clone()), None]);
    let shown: OperationResponse = world.ask(&world.timelock, &QueryMsg::Operation { id: 2 });
    assert_eq!((shown.operation.unwrap().void, shown.pins), (Some(broken), vec![pin]));
    world.wait(DELAY + WINDOW);
    assert_eq!(void(&world), [None, None, None]);
}

#[test]
fn an_operation_has_at_most_sixteen_pins() {
    let mut world = World::new();
    let pins = |count| -> Vec<Pin> { vec![world.pin(); count] };
    let (most, more) = (pins(16), pins(17));

    world.schedule(NewOperation { pins: most, ..pinned(&world, 1) }).unwrap();
    let refused = world.schedule(NewOperation { pins: more, ..pinned(&world, 2) }).unwrap_err();

    let refused = refused.downcast::<ContractError>().unwrap();
    assert_eq!(refused, PinError::TooMany { count: 17 }.into());
}
