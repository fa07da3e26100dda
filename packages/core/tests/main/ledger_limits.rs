//! The limits of the ledger: 2^100 of stake, 2^64 of power; and what never runs into them.

use isonomia_core::account::{Account, Role};
use isonomia_core::delegation::Part;
use isonomia_core::ledger::{moves, LedgerError, Totals};
use isonomia_core::units::STAKE_LIMIT;

use crate::given::{brings, curve, person, stranger, totals, who, TOKEN};

fn change(all: Totals, before: &Account, after: &Account) -> Result<Totals, LedgerError> {
    all.after(before, after, &curve())
}

#[test]
fn total_stake_stays_below_2_to_the_100() {
    let all = totals(0, STAKE_LIMIT - 10, 0);
    let stake = |more: u128| change(all, &stranger(5), &stranger(5 + more));

    assert_eq!(stake(9), Ok(totals(0, STAKE_LIMIT - 1, 0)));
    assert_eq!(stake(10), Err(LedgerError::StakeLimit { stake: STAKE_LIMIT }));
}

#[test]
fn total_power_never_passes_64_bits_by_staking() {
    let all = totals(u64::MAX - TOKEN as u64, 10 * TOKEN, 1);
    let grown = |tokens| change(all, &person(TOKEN), &person(tokens * TOKEN));

    assert_eq!(grown(4).map(|all| all.power.0), Ok(u64::MAX));
    assert_eq!(grown(5), Err(LedgerError::PowerLimit));
}

#[test]
fn total_power_never_passes_64_bits_by_attesting() {
    let attest =
        |room| change(totals(u64::MAX - room, 4 * TOKEN, 0), &stranger(4 * TOKEN), &person(4 * TOKEN));

    assert_eq!(attest(2 * TOKEN as u64), Ok(totals(u64::MAX, 4 * TOKEN, 1)));
    assert_eq!(attest(2 * TOKEN as u64 - 1), Err(LedgerError::PowerLimit));
}

#[test]
fn unstaking_and_revoking_are_never_refused_at_the_limits() {
    let full = totals(u64::MAX, STAKE_LIMIT - 1, 7);
    let ada = person(4 * TOKEN);

    let unstaked = totals(u64::MAX - TOKEN as u64, STAKE_LIMIT - 1 - 3 * TOKEN, 7);
    assert_eq!(change(full, &ada, &person(TOKEN)), Ok(unstaked));
    let revoked = totals(u64::MAX - 2 * TOKEN as u64, STAKE_LIMIT - 1, 6);
    assert_eq!(change(full, &ada, &stranger(4 * TOKEN)), Ok(revoked));
}

#[test]
fn what_lowers_stake_beyond_its_limit_is_not_refused_either() {
    let beyond = totals(0, STAKE_LIMIT + 5, 0);

    assert_eq!(change(beyond, &stranger(9), &stranger(8)), Ok(totals(0, STAKE_LIMIT + 4, 0)));
}

#[test]
fn a_sum_that_does_not_hold_its_account_is_an_error_and_no_panic() {
    assert!(change(totals(0, 0, 0), &person(TOKEN), &person(0)).is_err());
    assert!(change(totals(0, TOKEN, 0), &stranger(TOKEN), &stranger(0)).is_ok());
    assert!(change(totals(0, TOKEN, 0), &person(0), &stranger(0)).is_err());
}

fn to(delegate: &str, bps: u16, season: u64) -> Part {
    Part { delegate: who(delegate), bps, generation: 1, season }
}

fn delegating(parts: Vec<Part>) -> Account {
    Account { role: Role::Principal { parts }, ..person(4 * TOKEN) }
}

#[test]
fn a_renewal_moves_a_part_from_the_old_season_to_the_new() {
    let moved =
        moves(&delegating(vec![to("bob", 5_000, 0)]), &delegating(vec![to("bob", 2_500, 1)]), &curve());

    let nothing = brings(0, 0, 0);
    let sums: Vec<_> = moved.iter().map(|each| (each.bucket.season, each.out, each.into)).collect();
    assert_eq!(
        sums,
        [(0, brings(1_000_000, 2 * TOKEN, 0), nothing), (1, nothing, brings(500_000, TOKEN, 0))]
    );
}

#[test]
fn a_bucket_is_moved_once_and_only_where_something_changes() {
    let before = delegating(vec![to("bob", 5_000, 0), to("cyd", 2_500, 0)]);
    let after = delegating(vec![to("bob", 2_500, 0), to("cyd", 2_500, 0)]);

    let moved = moves(&before, &after, &curve());

    assert_eq!(moved.len(), 1, "cyd's bucket stays as it is");
    assert_eq!(moved[0].bucket.delegate, who("bob"));
    assert_eq!(moved[0].out, brings(1_000_000, 2 * TOKEN, 0));
    assert_eq!(moved[0].into, brings(500_000, TOKEN, 0));
    assert!(moves(&before, &before, &curve()).is_empty());
}

#[test]
fn whoever_loses_its_attestation_turns_what_it_delegated_into_unattested_stake() {
    let before = delegating(vec![to("bob", 10_000, 0)]);
    let after = Account { attested: None, ..before.clone() };

    let moved = moves(&before, &after, &curve());

    assert_eq!(moved[0].out, brings(2_000_000, 4 * TOKEN, 0));
    assert_eq!(moved[0].into, brings(0, 4 * TOKEN, 4 * TOKEN));
}
