//! The attack bound: what a coalition with bought identities and stake needs against honest opposition (I15).

use cosmwasm_std::{Isqrt, Uint256};
use isonomia_core::bps::WHOLE;
use isonomia_core::class::Class;
use isonomia_core::contribution::Contribution;
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::Stake;
use isonomia_core::verdict::Terms;
use proptest::prelude::*;

use crate::given::{brings, cases, curve, person, stranger, terms, totals, TOKEN};

/// Identities with some stake each, un-attested stake besides, and the honest power and stake that says No.
#[derive(Clone, Debug)]
struct Attack {
    identities: Vec<u128>,
    unattested: u128,
    opposed: Contribution,
    unattested_bps: u16,
    class: Class,
}

impl Attack {
    fn stake(&self) -> u128 {
        self.identities.iter().sum::<u128>() + self.unattested
    }

    fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        let people = self.identities.iter().map(|stake| person(*stake));
        for account in people.chain([stranger(self.unattested)]) {
            let own = account.contribution(&curve());
            tally.count(Choice::Yes, own, own.power.0 > 0).unwrap();
        }
        tally.count(Choice::No, self.opposed, false).unwrap();
        tally
    }

    /// Everyone votes, and no quorum, no head-count and no stake support stands in the way: only the two keys do.
    fn terms(&self) -> Terms {
        let cast = self.tally().cast().unwrap();
        let mut terms = Terms {
            unattested_bps: self.unattested_bps,
            totals: totals(cast.power.0, cast.stake.amount(), 100),
            stake_base: Stake::new(cast.stake.amount()),
            quorum_bps: 0,
            ..terms(self.class)
        };
        (terms.rules.head_count, terms.rules.stake_support_bps) = (0, 0);
        terms
    }

    /// (1 + ρ) · √(K·n·Y) ≥ τ/(1 − τ) · H, where 1 + ρ = 1/(1 − κ); one unit for the rounding of the root.
    fn has_the_power(&self, terms: &Terms) -> bool {
        let people = Uint256::from(self.identities.len() as u64);
        let square = Uint256::from(1_000_000u64) * people * Uint256::from(self.stake());
        let whole = Uint256::from(WHOLE);
        let threshold = Uint256::from(u64::from(terms.rules.threshold_bps));
        let kappa = Uint256::from(u64::from(self.unattested_bps));
        let most = (square.isqrt() + Uint256::one()) * whole * (whole - threshold);
        most >= threshold * (whole - kappa) * self.opposed.power.wide()
    }

    /// Y ≥ θ/(1 − θ) · the stake against.
    fn has_the_stake(&self, terms: &Terms) -> bool {
        let share = u128::from(terms.rules.stake_key_bps);
        self.stake() * (u128::from(WHOLE) - share) >= share * self.opposed.stake.amount()
    }
}

/// The opposition is drawn near what the coalition can just overcome, so that both outcomes are common.
fn any_attack() -> impl Strategy<Value = Attack> {
    let identities = prop_oneof![
        prop::collection::vec(0..100 * TOKEN, 1..12),
        (1..100 * TOKEN, 1..12usize).prop_map(|(stake, people)| vec![stake; people]),
    ];
    let class = prop::sample::select(Class::ALL.to_vec());
    let opposition = (1..2_000u64, 0..2_000u128);
    (identities, 0..500 * TOKEN, opposition, 0..=2_500u16, class).prop_map(
        |(identities, unattested, (power, stake), unattested_bps, class)| {
            let mut attack =
                Attack { identities, unattested, opposed: brings(0, 0, 0), unattested_bps, class };
            let yes = attack.tally().yes;
            let opposed_stake = yes.stake.amount() * stake / 1_000;
            attack.opposed = brings(yes.power.0 / 1_000 * power, opposed_stake, 0);
            attack
        },
    )
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn an_attack_passes_only_with_enough_identities_and_enough_stake(attack in any_attack()) {
        let terms = attack.terms();
        let passes = terms.judge(&attack.tally()).pass();

        prop_assert!(!passes || attack.has_the_power(&terms), "too few identities");
        prop_assert!(!passes || attack.has_the_stake(&terms), "too little stake");
    }
}

fn simple(identities: Vec<u128>, opposed: Contribution) -> bool {
    let attack = Attack { identities, unattested: 0, opposed, unattested_bps: 1_000, class: Class::Standard };
    attack.terms().judge(&attack.tally()).pass()
}

/// Ten honest persons of a token each say No: 10 of √tokens, 10 tokens.
#[test]
fn a_whale_alone_does_not_outvote_ten_people_of_a_hundredth_of_its_stake() {
    let ten_people = brings(10 * 1_000_000, 10 * TOKEN, 0);

    assert!(!simple(vec![100 * TOKEN], ten_people));
    assert!(simple(vec![101 * TOKEN], ten_people));
}

#[test]
fn a_farm_of_identities_without_stake_does_not_outvote_a_few_who_own() {
    let owners = brings(3 * 1_000_000, 9 * TOKEN, 0);

    assert!(!simple(vec![TOKEN / 10; 44], owners), "4.4 of √tokens, 4.4 of 13.4 tokens");
    assert!(simple(vec![TOKEN / 10; 45], owners), "a third of the stake that votes");
}
