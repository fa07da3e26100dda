//! Readiness: five sixths exactly, a moment that is too late, and nobody who is never ready.

use cosmwasm_std::{Addr, HexBinary};
use isonomia_core::class::Class;
use isonomia_core::operation::{Lack, Operation, OperationEvent, OperationStage, OperationState};
use isonomia_core::readiness::{
    check_operators, Readiness, ReadinessError, ReadyBy, ReadyWeight, MAX_WEIGHT,
};
use proptest::prelude::*;

fn addr(name: &str) -> Addr {
    Addr::unchecked(name)
}

fn release(byte: u8) -> HexBinary {
    vec![byte; 32].into()
}

/// Operators of these weights, who are asked to be ready by 1050; the operation expires at 1100.
fn asked(weights: &[u64]) -> Readiness {
    let operators = weights.iter().enumerate();
    let operators = operators.map(|(index, weight)| (addr(&format!("op{index}")), *weight)).collect();
    Readiness::begin(&ReadyBy { until: 1_050, checksum: release(1) }, operators, 1_100)
}

fn say(readiness: &mut Readiness, number: usize, now: u64) -> Result<(), ReadinessError> {
    let who = addr(&format!("op{number}"));
    readiness.signal(&who, Some(&release(1)), OperationStage::Waiting, now)
}

fn operation() -> Operation {
    let (class, hash, state) = (Class::Critical, HexBinary::default(), OperationState::Scheduled);
    Operation { class, hash, eta: 1_000, expires: 1_100, protected: false, state }
}

#[test]
fn five_sixths_are_enough_and_less_is_not() {
    for (total, needed) in
        [(1, 1), (2, 2), (5, 5), (6, 5), (7, 6), (11, 10), (12, 10), (600, 500), (601, 501)]
    {
        let mut readiness = asked(&vec![1; 601][..total as usize]);
        for number in 0..needed as usize - 1 {
            say(&mut readiness, number, 0).unwrap();
        }
        assert_eq!(
            readiness.weight(),
            ReadyWeight { ready_weight: needed - 1, needed_weight: needed, total_weight: total }
        );
        assert!(!readiness.weight().suffices(), "{needed} - 1 of {total}");
        say(&mut readiness, needed as usize - 1, 0).unwrap();
        assert!(readiness.weight().suffices(), "{needed} of {total}");
    }
}

#[test]
fn nobody_is_never_ready() {
    let nobody = asked(&[]).weight();

    assert_eq!(
        (nobody, nobody.suffices()),
        (ReadyWeight { ready_weight: 0, needed_weight: 0, total_weight: 0 }, false)
    );
}

proptest! {
    /// Six times what is ready is at least five times everything, whatever the weights.
    #[test]
    fn enough_is_five_sixths_by_cross_multiplication(
        said in prop::collection::vec((any::<u32>(), any::<bool>()), 0..32),
    ) {
        let mut readiness = asked(&said.iter().map(|(weight, _)| u64::from(*weight)).collect::<Vec<_>>());
        for (number, (_, ready)) in said.iter().enumerate() {
            readiness.operators[number].ready = *ready;
        }
        let sum = |all: bool| -> u128 {
            said.iter().filter(|(_, ready)| all || *ready).map(|(weight, _)| u128::from(*weight)).sum()
        };
        let enough = sum(true) > 0 && 6 * sum(false) >= 5 * sum(true);
        prop_assert_eq!(readiness.weight().suffices(), enough);
    }
}

#[test]
fn no_weight_overflows() {
    let mut readiness = asked(&[u64::MAX, u64::MAX]);
    say(&mut readiness, 0, 0).unwrap();

    assert_eq!(readiness.weight().needed_weight, u64::MAX / 6 * 5 + (u64::MAX % 6 * 5).div_ceil(6));
}

#[test]
fn an_operation_waits_for_its_operators_and_expires_without_them() {
    let mut readiness = asked(&[1]);
    for (now, unready, ready) in [
        (999, OperationStage::Waiting, OperationStage::Waiting),
        (1_000, OperationStage::Waiting, OperationStage::Ready),
        (1_049, OperationStage::Waiting, OperationStage::Ready),
        (1_050, OperationStage::Expired, OperationStage::Ready),
        (1_099, OperationStage::Expired, OperationStage::Ready),
        (1_100, OperationStage::Expired, OperationStage::Expired),
    ] {
        readiness.operators[0].ready = false;
        assert_eq!(operation().stage(Some(&readiness), now), unready, "{now}");
        assert_eq!(operation().take(OperationEvent::Cancel, Some(&readiness), now).is_ok(), now < 1_050);
        readiness.operators[0].ready = true;
        assert_eq!(operation().stage(Some(&readiness), now), ready, "{now}");
    }
    for state in [OperationState::Executed, OperationState::Cancelled] {
        let operation = Operation { state, ..operation() };
        assert_eq!(operation.stage(Some(&asked(&[1])), 1_050), operation.stage(None, 1_050));
    }
}

#[test]
fn what_an_operation_lacks_is_said() {
    let refused = operation().take(OperationEvent::Execute, Some(&asked(&[3, 4])), 1_010).unwrap_err();

    let weight = ReadyWeight { ready_weight: 0, needed_weight: 6, total_weight: 7 };
    assert_eq!(refused.lack, Some(Lack { until: 1_050, weight }));
    assert_eq!(
        refused.to_string(),
        "an operation that is Waiting does not take Execute: it may be executed from 1000 until before 1100, now it is \
         1010; operators of weight 6 of 7 are to be ready before 1050, and 0 are"
    );
}

#[test]
fn no_operation_waits_longer_than_it_lives() {
    let long = ReadyBy { until: 2_000, checksum: release(1) };

    assert_eq!(Readiness::begin(&long, vec![], 1_100).until, 1_100);
}

#[test]
fn an_operator_speaks_in_time_of_this_release_and_for_itself() {
    let (mut readiness, waiting) = (asked(&[1, 1]), OperationStage::Waiting);
    let before = readiness.clone();
    let refused = |readiness: &mut Readiness, who: &str, said: Option<u8>, stage, now| {
        let said = said.map(release);
        readiness.signal(&addr(who), said.as_ref(), stage, now).unwrap_err().to_string()
    };

    let stranger = refused(&mut readiness, "mallory", Some(1), waiting, 0);
    assert_eq!(stranger, "only an operator of this operation may do this, not mallory");
    let other = refused(&mut readiness, "op0", Some(2), waiting, 0);
    let (one, two) = ("01".repeat(32), "02".repeat(32));
    assert_eq!(other, format!("the release of checksum {one} is to be ready, not that of {two}"));
    let late = refused(&mut readiness, "op0", None, waiting, 1_050);
    assert_eq!(late, "operators speak until before 1050, now it is 1050");
    for stage in [OperationStage::Executed, OperationStage::Cancelled, OperationStage::Expired] {
        let over = refused(&mut readiness, "op0", Some(1), stage, 0);
        assert_eq!(over, format!("nothing waits for the operators of an operation that is {stage:?}"));
    }
    assert_eq!(readiness, before);

    for (said, ready) in [(Some(release(1)), 1), (Some(release(1)), 1), (None, 0), (None, 0)] {
        readiness.signal(&addr("op1"), said.as_ref(), OperationStage::Ready, 1_049).unwrap();
        assert_eq!(readiness.weight().ready_weight, ready);
    }
}

#[test]
fn a_release_is_a_hash_and_its_moment_has_not_come() {
    let ready = |until, bytes| ReadyBy { until, checksum: vec![0; bytes].into() }.check(1_000);

    assert_eq!(ready(1_001, 32), Ok(()));
    let why = ready(1_000, 32).unwrap_err().to_string();
    assert_eq!(why, "operators are asked to be ready by a moment after 1000, not by 1000");
    for bytes in [31, 33] {
        assert_eq!(ready(1_001, bytes), Err(ReadinessError::Checksum { bytes }));
    }
}

#[test]
fn operators_are_few_distinct_and_weigh_something() {
    let many =
        |count: u64| (0..count).map(|number| (addr(&number.to_string()), MAX_WEIGHT)).collect::<Vec<_>>();
    let weighing = |weight| check_operators(&[(addr("ann"), weight)]);

    assert_eq!(check_operators(&many(32)), Ok(()));
    assert_eq!(check_operators(&many(33)), Err(ReadinessError::TooMany { count: 33 }));
    assert_eq!((weighing(1), weighing(MAX_WEIGHT)), (Ok(()), Ok(())));
    for weight in [0, MAX_WEIGHT + 1] {
        assert_eq!(weighing(weight), Err(ReadinessError::Weight { account: addr("ann"), weight }));
    }
    let twice = check_operators(&[(addr("ann"), 1), (addr("bob"), 1), (addr("ann"), 2)]);
    assert_eq!(twice, Err(ReadinessError::Twice { account: addr("ann") }));
}
