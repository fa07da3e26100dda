//! Un-attested stake: bounded on each side, indifferent to splitting; and what a stake key of a half means (I9 to I11).

use cosmwasm_std::Uint256;
use isonomia_core::account::Account;
use isonomia_core::bps::WHOLE;
use isonomia_core::class::Class;
use isonomia_core::contribution::Contribution;
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::Stake;
use isonomia_core::verdict::{Mode, Terms};
use proptest::prelude::*;

use crate::given::{brings, cases, curve, stranger, tally, terms, totals};
use crate::monotone::{any_tally, any_terms};

const SIDES: [Choice; 2] = [Choice::Yes, Choice::No];

fn any_total(below: u128) -> impl Strategy<Value = u128> {
    (1..100u32, any::<u128>()).prop_map(move |(bits, noise)| (noise >> (128 - bits)) % below + 1)
}

/// Totals and sides of every magnitude.
fn any_wide_case() -> impl Strategy<Value = (Terms, Tally)> {
    let totals_of = (any_total(u64::MAX.into()), any_total((1 << 100) - 1), 0..=2_500u16);
    totals_of.prop_flat_map(|(power, stake, unattested_bps)| {
        let side = || {
            let power = 0..=power as u64;
            (power, 0..=stake).prop_map(|(power, unattested)| brings(power, unattested, unattested))
        };
        let terms = Terms {
            unattested_bps,
            totals: totals(power as u64, stake, 100),
            stake_base: Stake::new(stake),
            ..terms(Class::Standard)
        };
        (Just(terms), (side(), side()).prop_map(|(yes, no)| tally(yes, no)))
    })
}

fn two_keys() -> impl Strategy<Value = Mode> {
    Just(Mode::TwoKey)
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// I9: of a side, at most κ is un-attested; so (1 − κ) of it, floor or not, is attested power.
    #[test]
    fn unattested_stake_makes_up_at_most_kappa_of_a_side((terms, tally) in any_wide_case()) {
        for choice in SIDES {
            let side = Uint256::from(terms.side_floor(&tally, choice));
            let attested = tally.of(choice).power.wide();
            let rest = Uint256::from(WHOLE - u64::from(terms.unattested_bps));
            prop_assert!(side >= attested && side * rest <= attested * Uint256::from(WHOLE));
        }
    }

    /// The formula, in the order of the page: c_w + κ · min(c_xu·V/X, c_w) / (1 − κ), rounded down once.
    #[test]
    fn a_side_is_the_formula((terms, tally) in any_wide_case()) {
        for choice in SIDES {
            let cast = tally.of(choice);
            let (all, kappa) = (terms.totals, u64::from(terms.unattested_bps));
            let own = cast.power.wide();
            let saturated = cast.unattested.wide() * all.power.wide() >= own * all.stake.wide();
            let (numerator, denominator) = if saturated {
                (own, Uint256::one())
            } else {
                (cast.unattested.wide() * all.power.wide(), all.stake.wide())
            };
            let added = Uint256::from(kappa) * numerator / (denominator * Uint256::from(WHOLE - kappa));
            prop_assert_eq!(Uint256::from(terms.side_floor(&tally, choice)), own + added);
        }
    }

    /// I10
    #[test]
    fn a_stake_key_of_a_half_makes_a_majority_of_the_stake(
        mut terms in any_terms(two_keys()), mut tally in any_tally(), opposed in 0..20_000u128,
    ) {
        terms.rules.stake_key_bps = 5_000;
        tally.no.stake = Stake::new(opposed);
        prop_assert!(!terms.judge(&tally).pass() || tally.yes.stake >= tally.no.stake);
    }

    /// I11: un-attested stake that votes itself.
    #[test]
    fn splitting_unattested_stake_changes_nothing(
        terms in any_terms(two_keys()), tally in any_tally(), stakes in prop::collection::vec(0..900u128, 1..9),
    ) {
        for choice in SIDES {
            let (mut merged, mut split) = (tally, tally);
            merged.count(choice, weighs(&stranger(stakes.iter().sum())), false).unwrap();
            for stake in &stakes {
                split.count(choice, weighs(&stranger(*stake)), false).unwrap();
            }
            prop_assert_eq!(merged, split);
            prop_assert_eq!(terms.judge(&merged), terms.judge(&split));
        }
    }

    /// I11: un-attested stake in a delegate's hands; a divided delegation loses at most a unit per part.
    #[test]
    fn splitting_unattested_stake_that_is_delegated_changes_nothing(
        stakes in prop::collection::vec(0..1u128 << 90, 1..9), bps in 1..10_000u16,
    ) {
        let whole = weighs(&stranger(stakes.iter().sum()));
        let received = |bps| {
            let parts = stakes.iter().map(|stake| weighs(&stranger(*stake)).part(bps));
            parts.fold(Contribution::default(), |sum, part| sum.plus(part).unwrap())
        };

        prop_assert_eq!(received(10_000), whole);
        let lost = whole.part(bps).minus(received(bps)).unwrap();
        prop_assert!(lost.stake.amount() <= stakes.len() as u128 && lost.power.0 == 0);
    }

    /// No amount of un-attested stake makes a side out of nothing.
    #[test]
    fn without_attested_power_a_side_is_nothing((terms, mut tally) in any_wide_case()) {
        tally.yes.power.0 = 0;
        prop_assert!(terms.side_floor(&tally, Choice::Yes).is_zero());
        prop_assert!(!terms.judge(&tally).threshold);
    }
}

fn weighs(account: &Account) -> Contribution {
    account.contribution(&curve())
}
