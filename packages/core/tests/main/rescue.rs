//! Rescues: this very migration and no other, while it is approved.

use cosmwasm_std::HexBinary;
use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::rescue::{Migration, Rescue, RescueError};

const DAY: Day = Day(ORDINARY_DAY);
const NOW: u64 = 1_000;
const LATEST: u64 = NOW + 90 * ORDINARY_DAY;
const CODE: [u8; 32] = [1; 32];
const MESSAGE: [u8; 32] = [2; 32];

fn rescue(until: u64) -> Rescue {
    Rescue { contract: "treasury".to_string(), checksum: CODE.into(), hash: MESSAGE.into(), until }
}

fn migration() -> Migration<'static> {
    Migration { contract: "treasury", checksum: &CODE, hash: &MESSAGE }
}

#[test]
fn it_covers_the_migration_that_was_approved_until_it_ends() {
    assert!(rescue(NOW + 1).covers(&migration(), NOW));
    assert!(!rescue(NOW).covers(&migration(), NOW));
}

#[test]
fn it_covers_no_other_contract_code_or_message() {
    let other = [3; 32];
    for another in [
        Migration { contract: "timelock", ..migration() },
        Migration { checksum: &other, ..migration() },
        Migration { hash: &other, ..migration() },
        Migration { hash: &MESSAGE[..31], ..migration() },
    ] {
        assert!(!rescue(LATEST).covers(&another, NOW));
    }
}

#[test]
fn it_is_approved_for_at_most_ninety_days_and_longer_than_nothing() {
    for until in [NOW + 1, LATEST] {
        assert_eq!(rescue(until).check(DAY, NOW), Ok(()));
    }
    for until in [0, NOW, LATEST + 1] {
        let refused = RescueError::Until { until, now: NOW, latest: LATEST };
        assert_eq!(rescue(until).check(DAY, NOW), Err(refused));
    }
}

#[test]
fn a_checksum_and_a_hash_have_32_bytes() {
    let short = HexBinary::from([1; 31]);
    let checksum = Rescue { checksum: short.clone(), ..rescue(LATEST) };
    let hash = Rescue { hash: short, ..rescue(LATEST) };

    assert_eq!(checksum.check(DAY, NOW), Err(RescueError::Hash { what: "checksum", bytes: 31 }));
    assert_eq!(hash.check(DAY, NOW), Err(RescueError::Hash { what: "hash", bytes: 31 }));
}
