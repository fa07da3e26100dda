//! Delegation: what a split may be, and how long a part lives.

use cosmwasm_std::Addr;
use isonomia_core::account::{Account, Role};
use isonomia_core::contribution::Contribution;
use isonomia_core::delegation::{carried_seasons, check_split, DelegationError, Part};
use proptest::prelude::*;

use crate::given::{brings, cases, delegate, person, who, SEASON, TOKEN};

/// Ada splits over delegates d0, d1, … by these parts.
fn split(parts: &[u16]) -> Result<(), DelegationError> {
    let names = (0..).map(|index| who(&format!("d{index}")));
    let split: Vec<(Addr, u16)> = names.zip(parts.iter().copied()).collect();
    check_split(&who("ada"), &split)
}

#[test]
fn a_split_names_one_to_eight_delegates() {
    assert_eq!(split(&[]), Err(DelegationError::Empty));
    assert_eq!(split(&[1]), Ok(()));
    assert_eq!(split(&[1_250; 8]), Ok(()));
    assert_eq!(split(&[1; 9]), Err(DelegationError::TooMany { count: 9 }));
}

#[test]
fn the_parts_make_up_the_whole_at_most() {
    assert_eq!(split(&[10_000]), Ok(()));
    assert_eq!(split(&[9_999, 1]), Ok(()));
    assert_eq!(split(&[10_001]), Err(DelegationError::OverWhole { sum: 10_001 }));
    assert_eq!(split(&[10_000, 1]), Err(DelegationError::OverWhole { sum: 10_001 }));
    assert_eq!(split(&[u16::MAX; 8]), Err(DelegationError::OverWhole { sum: 524_280 }));
}

#[test]
fn no_part_is_nothing() {
    let delegate = who("d1");

    assert_eq!(split(&[1, 0]), Err(DelegationError::ZeroPart { delegate }));
}

#[test]
fn nobody_is_named_twice() {
    let twice = [(who("bob"), 1), (who("cyd"), 1), (who("bob"), 1)];

    assert_eq!(check_split(&who("ada"), &twice), Err(DelegationError::Duplicate { delegate: who("bob") }));
}

#[test]
fn nobody_delegates_to_oneself() {
    let oneself = [(who("bob"), 1), (who("ada"), 1)];

    assert_eq!(check_split(&who("ada"), &oneself), Err(DelegationError::Oneself));
}

fn make(target: &Account, now: u64) -> Result<Part, DelegationError> {
    Part::make(who("bob"), 2_500, target, SEASON, now)
}

#[test]
fn only_a_registered_delegate_receives() {
    let refused = DelegationError::NotDelegate { delegate: who("bob") };
    let principal = Account { role: Role::Principal { parts: vec![] }, ..person(TOKEN) };

    assert_eq!(make(&person(TOKEN), 0), Err(refused));
    assert!(make(&principal, 0).is_err());
}

#[test]
fn only_an_attested_delegate_receives() {
    let unattested = Account { attested: None, ..delegate(0) };

    let refused = DelegationError::NotAttested { delegate: who("bob") };
    assert_eq!(make(&unattested, 0), Err(refused));
}

#[test]
fn a_part_belongs_to_the_season_that_its_delegate_is_in() {
    let bob = delegate(1_000);
    let season_at = |now| make(&bob, now).map(|part| (part.generation, part.season, part.bps));

    assert_eq!(season_at(1_000), Ok((1, 0, 2_500)));
    assert_eq!(season_at(1_000 + SEASON - 1), Ok((1, 0, 2_500)));
    assert_eq!(season_at(1_000 + SEASON), Ok((1, 1, 2_500)));
}

#[test]
fn a_part_lives_in_its_season_and_the_next() {
    let bob = delegate(1_000);
    let part = make(&bob, 1_000 + 3 * SEASON + 5).unwrap();
    let lives = |now| part.lives(&bob, SEASON, 1_000 + now) && part.counts(&bob, SEASON, 1_000 + now);

    assert!(lives(3 * SEASON));
    assert!(lives(5 * SEASON - 1));
    assert!(!lives(5 * SEASON));
    assert!(!part.lives(&bob, SEASON, 1_000 + 5 * SEASON));
}

#[test]
fn a_part_ends_with_the_resignation_and_never_comes_back() {
    let mut bob = delegate(0);
    let part = make(&bob, 0).unwrap();

    bob.resign().unwrap();
    assert!(!part.lives(&bob, SEASON, 1));
    bob.register(false, 2).unwrap();

    assert!(!part.lives(&bob, SEASON, 2), "the second generation is another one");
    assert!(make(&bob, 2).unwrap().lives(&bob, SEASON, 2));
}

#[test]
fn an_unattested_delegate_carries_nothing_for_as_long_as_it_is_unattested() {
    let mut bob = delegate(0);
    let part = make(&bob, 0).unwrap();

    bob.revoke().unwrap();
    assert!(part.lives(&bob, SEASON, 1) && !part.counts(&bob, SEASON, 1));
    assert!(carried_seasons(&bob, SEASON, 1).is_empty());

    bob.attested = Some(u64::MAX);
    assert!(part.counts(&bob, SEASON, 1));
}

#[test]
fn a_delegate_carries_its_present_season_and_the_one_before() {
    let bob = delegate(1_000);
    let carried = |now| carried_seasons(&bob, SEASON, 1_000 + now);

    assert_eq!(carried(SEASON - 1), [0]);
    assert_eq!(carried(SEASON), [0, 1]);
    assert_eq!(carried(2 * SEASON), [1, 2]);
    assert!(carried_seasons(&person(TOKEN), SEASON, 1_000).is_empty());
}

proptest! {
    #![proptest_config(cases(500))]

    /// What an override takes back is exactly what the delegate carries: a part counts iff its bucket is read.
    #[test]
    fn a_part_counts_where_its_delegate_carries_its_season(
        made in 0..8 * SEASON, later in 0..4 * SEASON, attested: bool,
    ) {
        let mut bob = delegate(0);
        let part = make(&bob, made).unwrap();
        bob.attested = attested.then_some(u64::MAX);
        let now = made + later;

        let carried = carried_seasons(&bob, SEASON, now).contains(&part.season);
        prop_assert_eq!(part.counts(&bob, SEASON, now), carried);
    }

    /// Parts are rounded down: together they are never more than the whole, and lose less than a unit each.
    #[test]
    fn parts_never_exceed_the_whole(
        power: u64, stake in 0..1u128 << 100, cuts in prop::collection::vec(1..1_250u16, 1..8),
    ) {
        let whole = brings(power, stake, stake / 3);
        let rest = 10_000 - cuts.iter().sum::<u16>();
        let parts = cuts.iter().chain([&rest]).map(|bps| whole.part(*bps));
        let sum = parts.fold(Contribution::default(), |sum, part| sum.plus(part).unwrap());

        let lost = whole.minus(sum).unwrap();
        let most = cuts.len() as u128;
        prop_assert!(u128::from(lost.power.0) <= most);
        prop_assert!(lost.stake.amount() <= most && lost.unattested.amount() <= most);
    }
}

#[test]
fn a_part_is_a_share_of_the_root_and_not_the_root_of_a_share() {
    let quarter = brings(1_000, 1_000_000, 3).part(2_500);

    assert_eq!(quarter, brings(250, 250_000, 0));
    assert_eq!(brings(u64::MAX, 7, 7).part(10_000), brings(u64::MAX, 7, 7));
}
