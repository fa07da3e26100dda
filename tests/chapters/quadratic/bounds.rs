//! The weight of real accounts against the exact root, and the limits of V and X.

use cosmwasm_std::{Addr, Uint128};
use isonomia_embedded::Dao;

use crate::voting::town::{attested, town, town_with, weight, Town, COIN, FOR_EVER};

/// `w(x)` by the text: a chord below m, the floor of the root above.
fn law(k: u128, m: u128, x: u128) -> u128 {
    if x < m {
        x * (k * m).isqrt() / m
    } else {
        (k * x).isqrt()
    }
}

#[test]
fn every_account_weighs_what_the_text_says() {
    let stakes = [
        1,
        2,
        3,
        6,
        7,
        8,
        999,
        999_999,
        1_000_000,
        1_000_001,
        2_000_000,
        123_456_789_012_345,
        1 << 90,
        1 << 99,
    ];
    for (k, m) in [(1_000_000, 1_000_000), (1, 1), (7, 3), (1_000_000, 5_000_000_000), (1, 1 << 80)] {
        let mut dao = town_with(|params| {
            params.scale = k as u32;
            params.floor_stake = Uint128::new(m);
        });
        let (mut power, mut stake) = (0, 0);
        for x in stakes {
            let ann = dao.person(&format!("ann {x}"), x);
            let own = dao.account(&ann).unwrap().own;
            assert_eq!(own, attested(law(k, m, x), x), "K {k}, m {m}, x {x}");
            if x >= m {
                let w = own.power.u128();
                assert!(w * w <= k * x && k * x < (w + 1) * (w + 1));
            }
            (power, stake) = (power + law(k, m, x), stake + x);
        }
        let totals = dao.totals().unwrap();
        assert_eq!(
            (totals.power.u128(), totals.stake.u128(), totals.attested),
            (power, stake, stakes.len() as u64)
        );
    }
}

#[test]
fn nobody_without_attestation_has_power() {
    let mut dao = town();
    let ann = dao.holder("ann", 9 * COIN);
    assert_eq!(dao.account(&ann).unwrap().own, weight(0, 9 * COIN, 9 * COIN));

    dao.attest(&ann, FOR_EVER).unwrap();
    assert_eq!(dao.account(&ann).unwrap().own, attested(3 * COIN, 9 * COIN));
    dao.revoke(&ann).unwrap();
    assert_eq!(dao.account(&ann).unwrap().own, weight(0, 9 * COIN, 9 * COIN));
    dao.refuses("the account is not attested", |dao| dao.revoke(&ann));
}

#[test]
fn total_stake_stays_below_two_to_the_hundredth() {
    let mut dao = town();
    let ann = dao.holder("ann", (1 << 100) - 2);
    let bob = dao.holder("bob", 1);

    let why = "total stake would reach 1267650600228229401496703205376; it stays below 2^100";
    dao.refuses(why, |dao| dao.stake(&bob, 1));
    let why = why.replace("5376", "5377");
    dao.refuses(&why, |dao| dao.stake(&ann, 2));

    dao.unstake(&ann, 1).unwrap();
    dao.stake(&bob, 1).unwrap();
    assert_eq!(dao.totals().unwrap().stake.u128(), (1 << 100) - 1);
}

/// A crowd whose power is so much below 2^64 - 1, and someone who would add the rest and one.
fn at_the_brim(short: u128) -> (Dao, Vec<Addr>, u128) {
    let mut dao = town();
    // 269 · isqrt(10^6 · x) < 2^64 - 1 < 270 · isqrt(10^6 · x), and 270 · x < 2^100.
    let (x, brim) = (4_690_000_000_000_000_000_000_000_000, u128::from(u64::MAX));
    let crowd = dao.people("ann", 269, x);
    let left = brim - 269 * law(1_000_000, 1_000_000, x) - short;
    // The least stake that weighs so much.
    let last = (left * left).div_ceil(1_000_000);
    assert_eq!(law(1_000_000, 1_000_000, last), left);
    (dao, crowd, last)
}

#[test]
fn total_power_stays_within_sixty_four_bits() {
    let (mut dao, crowd, last) = at_the_brim(0);
    let zoe = dao.person("zoe", last);
    let yan = dao.holder("yan", COIN);
    assert_eq!(dao.totals().unwrap().power.u128(), u128::from(u64::MAX));

    let why = "total power would pass 2^64 - 1";
    dao.refuses(why, |dao| dao.attest(&yan, FOR_EVER));
    dao.refuses(why, |dao| dao.stake(&zoe, 1 << 50));

    // Renewing adds nothing; leaving is never refused; and what does not touch V is not either.
    dao.attest(&zoe, FOR_EVER + 1).unwrap();
    dao.stake(&yan, COIN).unwrap();
    dao.unstake(&crowd[0], COIN).unwrap();
    dao.revoke(&crowd[1]).unwrap();
    dao.attest(&yan, FOR_EVER).unwrap();
}

#[test]
fn one_below_the_brim_one_more_fits() {
    let (mut dao, _, last) = at_the_brim(1);
    dao.person("zoe", last);
    let dust = dao.holder("dust", 1);

    dao.attest(&dust, FOR_EVER).unwrap();

    assert_eq!(dao.totals().unwrap().power.u128(), u128::from(u64::MAX));
    let other = dao.holder("other", 1);
    dao.refuses("total power would pass 2^64 - 1", |dao| dao.attest(&other, FOR_EVER));
}
