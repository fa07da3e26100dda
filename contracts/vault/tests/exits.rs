//! What goes out, and when, while voting listens.

use isonomia_kit::assets::PaymentError;
use isonomia_vault::error::VaultError;

use crate::suite::{refusal, Suite, DAY, FORTUNE, START, UNBONDING};

#[test]
fn ann_is_paid_at_the_release_and_not_one_second_before() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake("ann", 250).unwrap();
    assert_eq!((suite.staked("ann"), suite.known("ann")), (350, 350));

    suite.advance_to(UNBONDING - 1);
    let (account, released) = (suite.person("ann"), START + UNBONDING);
    assert_eq!(refusal(suite.claim("ann")), VaultError::NotReleased { account, released, now: released - 1 });
    suite.advance_to(UNBONDING);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE - 350);
    suite.assert_books_balance();
}

#[test]
fn a_release_is_rounded_up_to_a_whole_day() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.advance_to(1);
    suite.unstake("ann", 600).unwrap();
    assert_eq!(suite.claims("ann"), [(29, 600, 0)]);

    suite.advance_to(UNBONDING + DAY - 1);
    refusal(suite.claim("ann"));
    suite.advance_to(UNBONDING + DAY);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE);
}

#[test]
fn exits_of_one_day_are_one_claim() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();

    suite.advance_to(1);
    suite.unstake("ann", 100).unwrap();
    suite.advance_to(DAY);
    suite.unstake("ann", 20).unwrap();
    suite.advance_to(DAY + 1);
    suite.unstake("ann", 3).unwrap();

    assert_eq!(suite.claims("ann"), [(29, 120, 0), (30, 3, 0)]);
    suite.assert_books_balance();
}

#[test]
fn a_claim_pays_what_is_released_and_leaves_the_rest() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake("ann", 100).unwrap();
    suite.advance_to(2 * DAY);
    suite.unstake("ann", 20).unwrap();

    suite.advance_to(UNBONDING + DAY);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE - 500);
    assert_eq!(suite.claims("ann"), [(30, 20, 0)]);
    suite.assert_books_balance();
}

#[test]
fn thirty_three_release_days_take_two_claims() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    for day in 0..33 {
        suite.advance_to(day * DAY);
        suite.unstake("ann", 10).unwrap();
    }

    suite.advance_to(UNBONDING + 32 * DAY);
    suite.claim("ann").unwrap();
    assert_eq!(suite.wallet("ann"), FORTUNE - 600 + 320);
    assert_eq!(suite.claims("ann"), [(28 + 32, 10, 0)]);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE - 600 + 330);
    let account = suite.person("ann");
    assert_eq!(refusal(suite.claim("ann")), VaultError::NoClaims { account });
    suite.assert_books_balance();
}

#[test]
fn ann_cannot_take_out_what_is_not_there() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.stake("ben", 600).unwrap();

    let (account, stake, amount) = (suite.person("ann"), 600u128.into(), 601u128.into());
    assert_eq!(refusal(suite.unstake("ann", 601)), VaultError::MoreThanStake { account, stake, amount });
    assert_eq!(refusal(suite.unstake("ann", 0)), PaymentError::Zero.into());
    let (account, amount) = (suite.person("cat"), 1u128.into());
    let stake = 0u128.into();
    assert_eq!(refusal(suite.unstake("cat", 1)), VaultError::MoreThanStake { account, stake, amount });

    suite.unstake("ann", 600).unwrap();
    assert_eq!(suite.staked("ann"), 0);
    suite.assert_books_balance();
}

#[test]
fn ben_claims_nothing_of_anns() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake("ann", 600).unwrap();
    suite.advance(UNBONDING);

    let account = suite.person("ben");
    assert_eq!(refusal(suite.claim("ben")), VaultError::NoClaims { account });
}

#[test]
fn a_quiet_exit_tells_nobody_and_waits_twice_as_long() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();

    suite.unstake_quietly("ann", 600).unwrap();
    assert_eq!((suite.staked("ann"), suite.known("ann")), (0, 600));
    assert!(!suite.deposit("ann").noticed);
    assert_eq!(suite.claims("ann"), [(56, 0, 600)]);
    suite.advance_to(2 * UNBONDING - 1);
    refusal(suite.claim("ann"));
    suite.advance_to(2 * UNBONDING);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE);
}

#[test]
fn one_claim_pays_noticed_and_unnoticed_alike() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    suite.unstake_quietly("ann", 100).unwrap();
    suite.advance_to(UNBONDING);
    suite.unstake("ann", 20).unwrap();
    assert_eq!(suite.claims("ann"), [(56, 20, 100)]);

    suite.advance_to(2 * UNBONDING);
    suite.claim("ann").unwrap();

    assert_eq!(suite.wallet("ann"), FORTUNE - 480);
    assert!(suite.claims("ann").is_empty());
    suite.assert_books_balance();
}

#[test]
fn claims_are_paged_by_release_day() {
    let mut suite = Suite::native();
    suite.stake("ann", 600).unwrap();
    for day in 0..5 {
        suite.advance_to(day * DAY);
        suite.unstake("ann", 1).unwrap();
        suite.unstake_quietly("ann", 2).unwrap();
    }

    let all = suite.claims_page("ann", None, None);
    let first = suite.claims_page("ann", None, Some(7));
    let rest = suite.claims_page("ann", Some(first[6].day), None);

    assert_eq!((all.len(), first.len(), rest.len()), (10, 7, 3));
    assert_eq!(all, [first, rest].concat());
}
