//! A Yes never defeats, a No never passes: in every mode, for every class, for votes and overrides (I8).

use isonomia_core::ballot::Ballot;
use isonomia_core::class::Class;
use isonomia_core::contribution::Contribution;
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::{Mode, Terms};
use proptest::prelude::*;

use crate::given::{brings, cases, terms, totals};

const POWER: u64 = 10_000;
const STAKE: u128 = 10_000;

pub fn any_mode() -> impl Strategy<Value = Mode> {
    prop_oneof![
        3 => Just(Mode::TwoKey),
        1 => Just(Mode::Bootstrap),
        1 => Just(Mode::StakeRepair),
        1 => Just(Mode::StakeRegistrar),
    ]
}

/// Rules anywhere within their bounds, on totals small enough that borders are often met.
pub fn any_terms(mode: impl Strategy<Value = Mode>) -> impl Strategy<Value = Terms> {
    let class = prop::sample::select(Class::ALL.to_vec());
    let rules = (5_000..=7_500u16, 0..=5_000u16, 0..=1_000u16, 0..=25u16);
    let rest = (0..=2_500u16, 800..=3_500u16, 0..60u64, 1..POWER, 1..STAKE);
    (class, mode, rules, rest).prop_map(|(class, mode, rules, rest)| {
        let mut terms = terms(class);
        let (threshold_bps, stake_key_bps, stake_support_bps, head_count) = rules;
        (terms.rules.threshold_bps, terms.rules.stake_key_bps) = (threshold_bps, stake_key_bps);
        (terms.rules.stake_support_bps, terms.rules.head_count) = (stake_support_bps, head_count);
        let (unattested_bps, quorum_bps, attested, power, stake) = rest;
        Terms {
            mode,
            unattested_bps,
            quorum_bps,
            totals: totals(power, stake, attested),
            stake_base: Stake::new(stake),
            ..terms
        }
    })
}

pub fn any_contribution(most: u64) -> impl Strategy<Value = Contribution> {
    (0..=most, 0..=u128::from(most)).prop_flat_map(|(power, stake)| {
        (0..=stake).prop_map(move |unattested| brings(power, stake, unattested))
    })
}

/// Yes is usually ahead, or little would ever pass.
pub fn any_tally() -> impl Strategy<Value = Tally> {
    let sides = (any_contribution(POWER), any_contribution(POWER / 2), any_contribution(100));
    (sides, 0..30u64).prop_map(|((yes, no, abstain), heads)| Tally { yes, no, abstain, heads })
}

proptest! {
    #![proptest_config(cases(3_000))]

    #[test]
    fn a_yes_never_defeats(
        terms in any_terms(any_mode()), tally in any_tally(), more in any_contribution(2_000), head: bool,
    ) {
        let mut after = tally;
        after.count(Choice::Yes, more, head).unwrap();
        prop_assert!(!terms.judge(&tally).pass() || terms.judge(&after).pass());
    }

    #[test]
    fn a_no_never_passes(
        terms in any_terms(any_mode()), tally in any_tally(), more in any_contribution(2_000), head: bool,
    ) {
        let mut after = tally;
        after.count(Choice::No, more, head).unwrap();
        prop_assert!(terms.judge(&tally).pass() || !terms.judge(&after).pass());
    }

    /// Whatever its delegate said, and whatever the cap: a principal's own Yes never defeats, its own No never passes.
    #[test]
    fn an_override_never_turns_the_verdict_against_its_own_word(
        mut terms in any_terms(any_mode()),
        tally in any_tally(),
        voters in (any_voter(), any_voter(), any_contribution(2_000), 1..=10_000u16),
        (cap, said) in (0..4_000u64, prop::sample::select(vec![Choice::Yes, Choice::No, Choice::Abstain])),
    ) {
        terms.cap = Power(cap);
        let (principal, delegate, others, bps) = voters;
        let (before, after) = delegate_before_and_after(delegate, others, principal.part(bps), said);
        let silent = Ballot::default();
        let mut trusting = tally;
        Ballot::replace(&[(silent, before)], terms.cap, &mut trusting).unwrap();
        let overridden = |choice| {
            let own = Ballot { choice: Some(choice), own: principal, ..silent };
            let mut tally = trusting;
            Ballot::replace(&[(silent, own), (before, after)], terms.cap, &mut tally).unwrap();
            terms.judge(&tally).pass()
        };

        let trusting = terms.judge(&trusting).pass();
        let (yes, no) = (overridden(Choice::Yes), overridden(Choice::No));
        prop_assert!(!trusting || yes, "an override with Yes defeated");
        prop_assert!(trusting || !no, "an override with No passed");
    }
}

/// An account is attested, and has power, or its stake is un-attested.
fn any_voter() -> impl Strategy<Value = Contribution> {
    (0..2_000u64, 0..2_000u128, any::<bool>()).prop_map(|(power, stake, attested)| {
        if attested {
            brings(power, stake, 0)
        } else {
            brings(0, stake, stake)
        }
    })
}

fn delegate_before_and_after(
    own: Contribution,
    others: Contribution,
    part: Contribution,
    said: Choice,
) -> (Ballot, Ballot) {
    let before = Ballot {
        choice: Some(said),
        own,
        received: others.plus(part).unwrap(),
        overridden: Contribution::default(),
    };
    let after = Ballot { overridden: part, ..before };
    (before, after)
}
