//! Executing: when, what, and once.

use cosmwasm_std::{coins, Binary, HexBinary};
use isonomia_api::call::call;
use isonomia_api::timelock::{ExecuteMsg, ExecutingResponse, Expect, QueryMsg};
use isonomia_core::hash::sha256;
use isonomia_core::operation::{IllegalOperationStep, OperationEvent, OperationStage};
use isonomia_kit::assets::PaymentError;
use isonomia_timelock::error::ContractError;
use isonomia_timelock::operations::OperationError;

use crate::notebook::Ask;
use crate::notebook::Note;
use crate::world::{actions, World, DELAY, WINDOW};

#[test]
fn anyone_executes_from_eta_on() {
    let mut world = World::new();
    let deed = actions(&[world.write("first"), world.write("second")]);
    world.schedule(world.operation(7, &deed)).unwrap();
    let eta = world.now() + DELAY;
    world.wait(DELAY - 1);

    let early = world.execute_refused(7, &deed);

    let (stage, event) = (OperationStage::Waiting, OperationEvent::Execute);
    let why = IllegalOperationStep { stage, event, eta, expires: eta + WINDOW, now: eta - 1, lack: None };
    assert_eq!(early, ContractError::Step { id: 7, why });
    world.wait(1);
    world.execute(7, &deed).unwrap();
    assert_eq!(world.lines(), ["first", "second"]);
    assert_eq!(world.shown(7).unwrap().stage, OperationStage::Executed);
}

#[test]
fn nobody_executes_from_expiry_on() {
    let mut world = World::new();
    let [one, other] = ["in time", "too late"].map(|line| actions(&[world.write(line)]));
    world.schedule(world.operation(1, &one)).unwrap();
    world.schedule(world.operation(2, &other)).unwrap();
    let expires = world.now() + DELAY + WINDOW;
    world.wait(DELAY + WINDOW - 1);
    world.execute(1, &one).unwrap();
    world.wait(1);

    let late = world.execute_refused(2, &other);

    let (stage, event) = (OperationStage::Expired, OperationEvent::Execute);
    let why = IllegalOperationStep { stage, event, eta: expires - WINDOW, expires, now: expires, lack: None };
    assert_eq!(late, ContractError::Step { id: 2, why });
    assert_eq!(world.lines(), ["in time"]);
}

#[test]
fn only_the_very_bytes_that_were_voted_on_are_executed() {
    let mut world = World::new();
    let voted = actions(&[world.write("pay ann")]);
    let swapped = actions(&[world.write("pay mallory")]);
    let spaced = Binary::from([voted.as_slice(), b" "].concat());
    world.make_ready(7, &voted);

    for other in [swapped, spaced, actions(&[]), Binary::default()] {
        let refused = world.execute_refused(7, &other);
        let [scheduled, given] = [&voted, &other].map(|bytes| HexBinary::from(sha256(bytes)));
        assert_eq!(refused, OperationError::OtherActions { id: 7, scheduled, given }.into());
    }
    world.execute(7, &voted).unwrap();
    assert_eq!(world.lines(), ["pay ann"]);
}

#[test]
fn nothing_is_executed_twice() {
    let mut world = World::new();
    let deed = actions(&[world.write("once")]);
    world.make_ready(7, &deed);
    world.execute(7, &deed).unwrap();

    let ContractError::Step { why, .. } = world.execute_refused(7, &deed) else { panic!() };

    assert_eq!(why.stage, OperationStage::Executed);
    assert_eq!(world.lines(), ["once"]);
}

#[test]
fn an_unknown_operation_is_not_executed() {
    let mut world = World::new();

    assert_eq!(world.execute_refused(7, &actions(&[])), OperationError::Unknown { id: 7 }.into());
}

#[test]
fn a_failing_action_takes_everything_back_and_may_be_tried_again() {
    let mut world = World::new();
    let deed = actions(&[world.write("dear ann"), world.write("yours, dan")]);
    let reply = world.assert(Ask::Page {}, "/count", Expect::AtLeast, "3");
    let letter = actions(&[world.write("dear ann"), reply, world.write("yours, dan")]);
    world.schedule(world.operation(1, &deed)).unwrap();
    world.make_ready(2, &letter);

    let failed = world.execute_refused(2, &letter);

    assert!(matches!(failed, ContractError::Assertion(_)));
    assert_eq!(world.lines(), [""; 0]);
    assert_eq!(world.shown(2).unwrap().stage, OperationStage::Ready);
    assert_eq!(world.ask::<ExecutingResponse>(&world.timelock, &QueryMsg::Executing {}).id, None);
    world.shut(true);
    assert!(world.execute(1, &deed).unwrap_err().root_cause().to_string().ends_with("the notebook is shut"));
    world.shut(false);
    world.execute(1, &deed).unwrap();
    world.execute(2, &letter).unwrap();
    assert_eq!(world.lines(), ["dear ann", "yours, dan", "dear ann", "yours, dan"]);
}

#[test]
fn an_execution_within_an_execution_fails_both() {
    let mut world = World::new();
    let inner = actions(&[world.write("inner")]);
    let nested = ExecuteMsg::Execute { id: 1, actions: inner.clone() };
    let outer = actions(&[world.write("outer"), call(&world.timelock, &nested).unwrap()]);
    world.schedule(world.operation(1, &inner)).unwrap();
    world.make_ready(2, &outer);

    assert_eq!(world.execute_refused(2, &outer), OperationError::SameTransaction { id: 1, other: 2 }.into());

    assert_eq!(world.lines(), [""; 0]);
    world.execute(1, &inner).unwrap();
    assert_eq!(world.lines(), ["inner"]);
}

#[test]
fn a_detour_through_another_contract_is_an_execution_within_an_execution() {
    let mut world = World::new();
    let inner = actions(&[world.write("inner")]);
    let nested = call(&world.timelock, &ExecuteMsg::Execute { id: 1, actions: inner.clone() }).unwrap();
    let relay = call(&world.notebook, &Note::Relay { message: nested }).unwrap();
    let last = actions(&[world.write("outer"), relay.clone()]);
    let first = actions(&[relay, world.write("outer")]);
    world.schedule(world.operation(1, &inner)).unwrap();
    world.schedule(world.operation(2, &last)).unwrap();
    world.make_ready(3, &first);

    assert_eq!(world.execute_refused(2, &last), OperationError::SameTransaction { id: 1, other: 2 }.into());
    assert_eq!(world.execute_refused(3, &first), OperationError::SameTransaction { id: 1, other: 3 }.into());

    assert_eq!(world.lines(), [""; 0]);
    world.execute(1, &inner).unwrap();
    assert_eq!(world.lines(), ["inner"]);
}

#[test]
fn the_ledger_can_ask_which_operation_it_serves() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    let executing =
        |world: &World| world.ask::<ExecutingResponse>(&world.timelock, &QueryMsg::Executing {}).id;
    world.make_ready(7, &deed);
    assert_eq!(executing(&world), None);

    world.execute(7, &deed).unwrap();

    assert_eq!(executing(&world), Some(7));
}

#[test]
fn bytes_that_are_no_actions_cannot_be_executed() {
    let mut world = World::new();
    let scribble = Binary::from(b"scribble");
    world.make_ready(7, &scribble);

    assert!(matches!(world.execute_refused(7, &scribble), ContractError::Std(_)));
}

#[test]
fn coins_are_not_taken() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    world.make_ready(7, &deed);
    let sent = coins(5, "uatom");

    let refused = world.send_with(&sent, &ExecuteMsg::Execute { id: 7, actions: deed }).unwrap_err();

    assert_eq!(refused.downcast::<ContractError>().unwrap(), PaymentError::NoCoins { sent }.into());
}
