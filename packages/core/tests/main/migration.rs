//! Which code takes over which store.

use isonomia_core::migration::{Build, MigrationError};

const VOTING: &str = "crates.io:isonomia-voting";

fn voting(version: &str) -> Build<'_> {
    Build { contract: VOTING, version, layout: 3 }
}

#[track_caller]
fn refusal(code: Build, store: Build, rollback: bool) -> String {
    code.check_takes_over(&store, rollback).unwrap_err().to_string()
}

/// From, to, and whether that is forward.
const STEPS: [(&str, &str, bool); 12] = [
    ("0.1.0", "0.1.0", true),
    ("0.1.0", "0.1.1", true),
    ("0.1.1", "0.1.0", false),
    ("0.9.0", "0.10.0", true),
    ("0.10.0", "0.9.0", false),
    ("0.9.9", "1.0.0", true),
    ("1.0.0", "0.9.9", false),
    ("1.0.0-rc.1", "1.0.0", true),
    ("1.0.0", "1.0.0-rc.1", false),
    ("1.0.0-rc.2", "1.0.0-rc.10", true),
    ("1.0.0+two", "1.0.0+one", true),
    ("1.0.0+one", "1.0.0+two", true),
];

#[test]
fn code_goes_forward_by_the_order_of_semantic_versions() {
    for (store, code, forward) in STEPS {
        let found = voting(code).check_takes_over(&voting(store), false);
        let older = MigrationError::Older { store: store.to_string(), code: code.to_string() };
        assert_eq!(found, if forward { Ok(()) } else { Err(older) }, "{store} → {code}");
    }
    assert_eq!(
        refusal(voting("0.1.0"), voting("0.2.0"), false),
        "the store is of version 0.2.0, and the code of version 0.1.0: only a rollback goes to older code"
    );
}

#[test]
fn a_rollback_goes_anywhere_of_the_same_layout() {
    for (store, code, _) in STEPS {
        assert_eq!(voting(code).check_takes_over(&voting(store), true), Ok(()), "{store} → {code}");
    }
}

#[test]
fn another_layout_is_not_read_not_even_as_a_rollback() {
    for rollback in [false, true] {
        for layout in [2, 4] {
            let store = Build { layout, ..voting("0.1.0") };
            let expected = format!("the store has layout {layout}, and the code reads layout 3");
            assert_eq!(refusal(voting("0.1.0"), store, rollback), expected);
        }
    }
}

#[test]
fn the_store_of_another_contract_is_not_taken_over_not_even_as_a_rollback() {
    let treasury = Build { contract: "crates.io:isonomia-treasury", ..voting("0.1.0") };
    let expected =
        "the store is one of crates.io:isonomia-treasury, and the code is one of crates.io:isonomia-voting";
    for rollback in [false, true] {
        assert_eq!(refusal(voting("0.1.0"), treasury.clone(), rollback), expected);
    }
}

#[test]
fn a_version_that_is_none_is_refused_on_either_side() {
    for wrong in ["", "1", "1.0", "v1.0.0", "1.0.0.0", "01.0.0", "1.0.0-", "99999999999999999999.0.0"] {
        for rollback in [false, true] {
            let store = refusal(voting("0.1.0"), voting(wrong), rollback);
            assert_eq!(store, format!("{wrong:?} is no semantic version"));
            assert_eq!(refusal(voting(wrong), voting("0.1.0"), rollback), store);
        }
    }
}

#[test]
fn a_build_is_told_in_one_line() {
    assert_eq!(voting("0.1.0").to_string(), "crates.io:isonomia-voting 0.1.0 (layout 3)");
}
