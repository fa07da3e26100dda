//! The life of an operation: every stage, every event, every border of time.

use cosmwasm_std::HexBinary;
use isonomia_core::class::Class;
use isonomia_core::operation::{
    IllegalOperationStep, Operation, OperationEvent, OperationStage, OperationState,
};

#[test]
fn an_operation_takes_exactly_these_events() {
    use OperationStage::*;
    let table = [
        (Waiting, None, Some(Cancelled)),
        (Ready, Some(Executed), Some(Cancelled)),
        (Executed, None, None),
        (Expired, None, None),
        (Cancelled, None, None),
    ];

    for (stage, executed, cancelled) in table {
        assert_eq!(stage.step(OperationEvent::Execute), executed, "{stage:?}");
        assert_eq!(stage.step(OperationEvent::Cancel), cancelled, "{stage:?}");
    }
}

fn operation(state: OperationState) -> Operation {
    let (class, hash) = (Class::Standard, HexBinary::default());
    Operation { class, hash, eta: 1_000, expires: 1_100, protected: false, state }
}

#[test]
fn an_operation_is_ready_from_eta_until_before_it_expires() {
    let borders = [
        (999, OperationStage::Waiting),
        (1_000, OperationStage::Ready),
        (1_099, OperationStage::Ready),
        (1_100, OperationStage::Expired),
    ];

    for (now, stage) in borders {
        assert_eq!(operation(OperationState::Scheduled).stage(None, now), stage, "{now}");
        assert_eq!(operation(OperationState::Executed).stage(None, now), OperationStage::Executed);
        assert_eq!(operation(OperationState::Cancelled).stage(None, now), OperationStage::Cancelled);
    }
}

#[test]
fn an_operation_is_executed_once_and_never_at_its_expiry() {
    let mut first = operation(OperationState::Scheduled);
    let refused = IllegalOperationStep {
        stage: OperationStage::Expired,
        event: OperationEvent::Execute,
        eta: 1_000,
        expires: 1_100,
        now: 1_100,
        lack: None,
    };

    assert_eq!(first.take(OperationEvent::Execute, None, 1_100), Err(refused));
    assert_eq!(first, operation(OperationState::Scheduled));
    assert_eq!(first.take(OperationEvent::Execute, None, 1_099), Ok(()));
    assert_eq!(first, operation(OperationState::Executed));
    assert!(first.take(OperationEvent::Execute, None, 1_099).is_err());
}

#[test]
fn a_cancelled_operation_never_executes() {
    let mut operation = operation(OperationState::Scheduled);

    assert_eq!(operation.take(OperationEvent::Cancel, None, 999), Ok(()));
    assert!(operation.take(OperationEvent::Execute, None, 1_000).is_err());
}
