//! Pins: the same code or none.

use isonomia_core::pin::{BrokenPin, Pin};

fn pin(contract: &str, code_id: u64) -> Pin {
    Pin { contract: contract.to_string(), code_id }
}

#[test]
fn a_pin_holds_for_its_code_and_for_no_other() {
    let pin = pin("market", 7);

    assert_eq!(pin.check(7), Ok(()));
    for found in [6, 8] {
        assert_eq!(pin.check(found), Err(BrokenPin { contract: "market".to_string(), pinned: 7, found }));
    }
}

#[test]
fn a_broken_pin_tells_both_codes() {
    let broken = pin("market", 7).check(8).unwrap_err();

    assert_eq!(broken.to_string(), "market ran code 7 when this was proposed, and runs code 8 now");
}

#[test]
fn pins_are_stored_without_names_and_read_back() {
    let pins = vec![pin("market", 7), pin("bell", 2)];
    let stored = Pin::to_list(&pins);

    assert_eq!(cosmwasm_std::to_json_string(&stored).unwrap(), r#"[["market",7],["bell",2]]"#);
    assert_eq!(Pin::from_list(stored), pins);
}
