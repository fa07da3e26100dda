//! Whole polls: delegates, principals that override them, changed votes, in any order (I4, I5, I6, I7).

use std::collections::BTreeMap;

use isonomia_core::ballot::{cap, Ballot};
use isonomia_core::contribution::Contribution;
use isonomia_core::ledger::Totals;
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::Power;
use proptest::prelude::*;

use crate::given::{brings, cases, curve, person, stranger, totals};

const DELEGATES: usize = 2;

/// The first two are delegates; everyone else hands each of them a part.
#[derive(Clone, Debug)]
struct Electorate {
    people: Vec<Voter>,
    totals: Totals,
    cap: Power,
}

#[derive(Clone, Debug)]
struct Voter {
    own: Contribution,
    parts: [u16; DELEGATES],
}

impl Electorate {
    fn given_by(&self, principal: usize, delegate: usize) -> Contribution {
        let voter = &self.people[principal];
        voter.own.part(voter.parts[delegate])
    }

    /// What a delegate has received at the snapshot; nobody else receives.
    fn received(&self, who: usize) -> Contribution {
        let principals = DELEGATES..self.people.len();
        let given = principals.filter(|_| who < DELEGATES).map(|principal| self.given_by(principal, who));
        given.fold(Contribution::default(), |sum, part| sum.plus(part).unwrap())
    }

    /// One vote, as a poll takes it: the voter's ballot, and at its first those of the delegates it overrides.
    fn vote(&self, ballots: &mut BTreeMap<usize, Ballot>, tally: &mut Tally, who: usize, choice: Choice) {
        let of = |who: usize| ballots.get(&who).copied().unwrap_or_default();
        let (before, own, received) = (of(who), self.people[who].own, self.received(who));
        let mut changes = vec![(who, before, Ballot { choice: Some(choice), own, received, ..before })];
        if before.choice.is_none() && who >= DELEGATES {
            changes.extend((0..DELEGATES).map(|delegate| {
                let before = of(delegate);
                let overridden = before.overridden.plus(self.given_by(who, delegate)).unwrap();
                (delegate, before, Ballot { overridden, ..before })
            }));
        }
        let replaced: Vec<_> = changes.iter().map(|(_, before, after)| (*before, *after)).collect();
        Ballot::replace(&replaced, self.cap, tally).unwrap();
        ballots.extend(changes.into_iter().map(|(who, _, after)| (who, after)));
    }

    /// The mechanism's formula, over everyone's last word, with no ballots and no running sums.
    fn tally_from_scratch(&self, said: &BTreeMap<usize, Choice>) -> Tally {
        let mut tally = Tally::default();
        for (who, choice) in said {
            let own = self.people[*who].own;
            let silent = (DELEGATES..self.people.len()).filter(|principal| !said.contains_key(principal));
            let whole = silent
                .filter(|_| *who < DELEGATES)
                .map(|principal| self.given_by(principal, *who))
                .fold(own, |sum, part| sum.plus(part).unwrap());
            let power = whole.power.min(self.cap).max(own.power);
            let side = match choice {
                Choice::Yes => &mut tally.yes,
                Choice::No => &mut tally.no,
                Choice::Abstain => &mut tally.abstain,
            };
            *side = side.plus(Contribution { power, ..whole }).unwrap();
            tally.heads += u64::from(*choice == Choice::Yes && own.power.0 > 0);
        }
        tally
    }

    fn replay(&self, votes: &[(usize, Choice)]) -> Tally {
        let (mut ballots, mut tally) = (BTreeMap::new(), Tally::default());
        for (who, choice) in votes {
            self.vote(&mut ballots, &mut tally, *who, *choice);
        }
        tally
    }
}

fn any_voter() -> impl Strategy<Value = Voter> {
    let parts =
        prop_oneof![Just([0, 0]), Just([10_000, 0]), (0..5_000u16, 0..5_000u16).prop_map(|(a, b)| [a, b]),];
    (0..40_000_000u128, any::<bool>(), parts).prop_map(|(stake, attested, parts)| {
        let account = if attested { person(stake) } else { stranger(stake) };
        Voter { own: account.contribution(&curve()), parts }
    })
}

/// Attested people without stake make n large, and so the cap small.
fn any_electorate() -> impl Strategy<Value = Electorate> {
    (prop::collection::vec(any_voter(), 3..12), 0..60u64, 100..=1_000u16).prop_map(|(people, idle, gamma)| {
        let all = people.iter().fold(brings(0, 0, 0), |sum, voter| sum.plus(voter.own).unwrap());
        let attested = people.iter().filter(|voter| voter.own.unattested.amount() == 0).count();
        let totals = totals(all.power.0, all.stake.amount(), idle + attested as u64);
        Electorate { cap: cap(&totals, gamma), people, totals }
    })
}

fn any_choice() -> impl Strategy<Value = Choice> {
    prop_oneof![Just(Choice::Yes), Just(Choice::No), Just(Choice::Abstain)]
}

fn any_poll() -> impl Strategy<Value = (Electorate, Vec<(usize, Choice)>)> {
    any_electorate().prop_flat_map(|electorate| {
        let voters = 0..electorate.people.len();
        let votes = prop::collection::vec((voters, any_choice()), 1..30);
        (Just(electorate), votes)
    })
}

fn last_words(votes: &[(usize, Choice)]) -> BTreeMap<usize, Choice> {
    votes.iter().copied().collect()
}

proptest! {
    #![proptest_config(cases(300))]

    /// I4, I5 and I6, after every single vote.
    #[test]
    fn the_running_tally_is_the_tally_from_scratch((electorate, votes) in any_poll()) {
        let (mut ballots, mut tally) = (BTreeMap::new(), Tally::default());
        for (index, (who, choice)) in votes.iter().enumerate() {
            electorate.vote(&mut ballots, &mut tally, *who, *choice);
            prop_assert_eq!(tally, electorate.tally_from_scratch(&last_words(&votes[..=index])));

            let cast = tally.cast().unwrap();
            prop_assert!(cast.power <= electorate.totals.power && cast.stake <= electorate.totals.stake);
            for (who, ballot) in ballots.iter().filter(|(_, ballot)| ballot.choice.is_some()) {
                let own = electorate.people[*who].own.power;
                prop_assert!(ballot.cast(electorate.cap).unwrap().power <= own.max(electorate.cap));
            }
        }
    }

    /// I7: only last words count, in whatever order they are said.
    #[test]
    fn the_order_of_votes_and_overrides_does_not_matter(
        ((electorate, votes), shuffled) in any_poll().prop_flat_map(|(electorate, votes)| {
            let words: Vec<(usize, Choice)> = last_words(&votes).into_iter().collect();
            (Just((electorate, votes)), Just(words).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(electorate.replay(&votes), electorate.replay(&shuffled));
    }
}
