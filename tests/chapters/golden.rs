//! The golden weights, through the contracts: an account stakes, is attested, and casts what the table says.
//!
//! The numbers come from the integer reference model of the design research, which shares no code with this project.

use isonomia_core::class::Class;
use isonomia_core::tally::Choice;

use crate::voting::town::*;

/// (stake, weight) for K = 10^6 and m = 10^6.
const FLOOR_1E6: [(u128, u128); 10] = [
    (1, 1),
    (2, 2),
    (999_999, 999_999),
    (1_000_000, 1_000_000),
    (1_000_001, 1_000_000),
    (4_000_000, 2_000_000),
    (100_000_000, 10_000_000),
    (123_456_789, 11_111_111),
    (1_000_000_000_000, 1_000_000_000),
    (1_000_000_000_000_000, 31_622_776_601),
];

/// (stake, weight) for K = 10^6 and m = 37·10^6.
const FLOOR_37E6: [(u128, u128); 5] = [
    (1, 0),
    (36_999_999, 6_082_761),
    (37_000_000, 6_082_762),
    (37_000_001, 6_082_762),
    (1_000_000_000_000, 1_000_000_000),
];

/// What one attested account with such a stake casts.
fn cast(floor: u128, stake: u128) -> (u128, u128) {
    let mut dao = town_with(|params| params.floor_stake = floor.into());
    let ann = dao.person("ann", stake);
    let poll = dao.begin(Class::Signal);
    dao.vote(&ann, poll, Choice::Yes).unwrap();
    let yes = dao.tally(poll).yes;
    assert_eq!(yes.power, dao.opened(poll).unwrap().totals.power);
    (yes.power.u128(), yes.stake.u128())
}

#[test]
fn the_contracts_weigh_as_the_table_says() {
    for (stake, weight) in FLOOR_1E6 {
        assert_eq!(cast(1_000_000, stake), (weight, stake));
    }
    for (stake, weight) in FLOOR_37E6 {
        assert_eq!(cast(37_000_000, stake), (weight, stake));
    }
}

#[test]
fn the_widest_stake_weighs_less_than_2_to_the_60() {
    let widest = (1 << 100) - 1;

    let (power, stake) = cast(1_000_000, widest);

    assert_eq!((power, stake), (1_125_899_906_842_623_999, widest));
}
