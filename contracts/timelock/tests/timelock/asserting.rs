//! Asserting: a post-condition that fails takes the actions before it back.

use cosmwasm_std::{Addr, Binary};
use isonomia_api::timelock::{Assertion, ExecuteMsg, Expect};
use isonomia_core::operation::OperationStage;
use isonomia_timelock::assertion::AssertionError;

use crate::notebook::Ask;
use crate::world::{actions, World};

#[test]
fn what_was_promised_is_checked_behind_the_actions() {
    let mut world = World::new();
    let promise = |line: &str| {
        let line = world.assert(Ask::Page {}, "/lines/0", Expect::Equals, line);
        let count = world.assert(Ask::Page {}, "/count", Expect::AtLeast, "1");
        let limit = world.assert(Ask::Page {}, "/count", Expect::AtMost, "1");
        actions(&[world.write("hello"), line, count, limit])
    };
    let [kept, broken] = ["hello", "goodbye"].map(promise);
    world.schedule(world.operation(1, &broken)).unwrap();
    world.make_ready(2, &kept);

    let refused = world.execute_refused(1, &broken);

    let (pointer, expect) = ("/lines/0".to_string(), Expect::Equals);
    let [value, found] = ["goodbye", "hello"].map(String::from);
    assert_eq!(refused, AssertionError::Fails { pointer, expect, value, found }.into());
    assert_eq!(world.lines(), [""; 0]);
    assert_eq!(world.shown(1).unwrap().stage, OperationStage::Ready);
    world.execute(2, &kept).unwrap();
    assert_eq!(world.lines(), ["hello"]);
}

#[test]
fn one_line_too_many_or_too_few_fails() {
    let mut world = World::new();
    let anyone = world.anyone.clone();
    for (expect, value) in [(Expect::AtLeast, "1"), (Expect::Equals, "1")] {
        let assertion = world.claim(Ask::Page {}, "/count", expect, value);
        let refused = world.refused(&anyone, &ExecuteMsg::Assert { assertion });

        let (pointer, value, found) = ("/count".to_string(), value.to_string(), "0".to_string());
        assert_eq!(refused, AssertionError::Fails { pointer, expect, value, found }.into());
    }
    let assertion = world.claim(Ask::Page {}, "/count", Expect::AtMost, "0");
    world.send(&anyone, &ExecuteMsg::Assert { assertion }).unwrap();
}

#[test]
fn nothing_at_the_pointer_fails() {
    let mut world = World::new();
    let anyone = world.anyone.clone();
    let assertion = world.claim(Ask::Page {}, "/lines/0", Expect::Equals, "hello");

    let refused = world.refused(&anyone, &ExecuteMsg::Assert { assertion });

    assert_eq!(refused, AssertionError::Missing { pointer: "/lines/0".to_string() }.into());
}

#[test]
fn a_query_that_errs_fails_and_says_why() {
    let mut world = World::new();
    let anyone = world.anyone.clone();
    let torn = world.claim(Ask::Torn {}, "", Expect::Equals, "");
    let nobody = Assertion { contract: anyone.to_string(), ..torn.clone() };
    let garbled = Assertion { query: Binary::from(b"{"), ..torn.clone() };

    for assertion in [torn, nobody, garbled] {
        let asked = Addr::unchecked(&assertion.contract);
        let refused = world.refused(&anyone, &ExecuteMsg::Assert { assertion }).to_string();
        assert!(refused.starts_with(&format!("{asked} does not answer: ")), "{refused}");
    }
}

#[test]
fn a_fraction_fails_whatever_is_asked_of_it() {
    let mut world = World::new();
    let anyone = world.anyone.clone();
    let assertion = world.claim(Ask::Fraction {}, "/count", Expect::AtLeast, "1");

    let refused = world.refused(&anyone, &ExecuteMsg::Assert { assertion }).to_string();

    assert!(refused.starts_with("an assertion reads JSON without fractions"), "{refused}");
}

#[test]
fn an_assertion_has_its_limits() {
    let mut world = World::new();
    let anyone = world.anyone.clone();
    let claim = world.claim(Ask::Page {}, "", Expect::Equals, "");
    let pointer = |length| Assertion { pointer: "/".repeat(length), ..claim.clone() };
    let value = |length| Assertion { value: "x".repeat(length), ..claim.clone() };
    let query = |length| Assertion { query: vec![b' '; length].into(), ..claim.clone() };
    let limits = [
        ("pointer", 256, pointer(256), pointer(257)),
        ("value", 1_024, value(1_024), value(1_025)),
        ("query", 4_096, query(4_096), query(4_097)),
    ];

    for (what, most, at_the_limit, past_it) in limits {
        let too_long = AssertionError::TooLong { what, most, given: most + 1 }.into();
        assert_ne!(world.refused(&anyone, &ExecuteMsg::Assert { assertion: at_the_limit }), too_long);
        assert_eq!(world.refused(&anyone, &ExecuteMsg::Assert { assertion: past_it }), too_long);
    }
}
