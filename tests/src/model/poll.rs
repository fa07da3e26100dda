//! A poll: a copy of the whole world, and the ballots.

use std::collections::BTreeMap;

use isonomia_cli::scenario::{Amount, CastReport, ChoiceName, PollReport, TallyReport};

use super::math::Contribution;
use super::params::Rules;
use super::verdict::{verdict, Tally, Terms, Verdict};
use super::world::{refuse, World};

/// The world as it was when a poll opened.
#[derive(Clone, Debug)]
pub struct Snapshot {
    world: World,
    season: u64,
    opened: u64,
    cap: u128,
    /// (w, x, x_u) of every account, so that no root is taken twice.
    own: BTreeMap<String, Contribution>,
}

impl Snapshot {
    /// Copies the world.
    pub fn new(world: &World, rules: &Rules, opened: u64) -> Self {
        let power = world.totals(rules).power;
        let fifth = (5 * power).checked_div(u128::from(world.attested()));
        let cap = fifth.map_or(0, |fifth| fifth.max(power * u128::from(rules.cap) / 10_000));
        let own = world.accounts().map(|(name, _)| (name.clone(), world.contribution(rules, name))).collect();
        Self { world: world.clone(), season: rules.season, opened, cap, own }
    }

    fn own(&self, account: &str) -> Contribution {
        self.own.get(account).copied().unwrap_or_default()
    }

    /// What the account was handed by those principals that `counts`.
    fn received(&self, account: &str, counts: impl Fn(&str) -> bool) -> Contribution {
        let mut sum = Contribution::default();
        for (principal, facts) in self.world.accounts().filter(|(name, _)| counts(name)) {
            for part in facts.parts.iter().filter(|part| part.delegate == account) {
                if self.world.is_carried(part, self.season, self.opened) {
                    sum = sum.plus(self.own(principal).part(part.bps));
                }
            }
        }
        sum
    }
}

/// A poll that has been opened.
#[derive(Clone, Debug)]
pub struct Poll {
    /// What its verdict depends on besides the ballots.
    pub terms: Terms,
    /// The end of its window, which is not in it.
    pub closes: u64,
    /// Whether it has been resolved.
    pub settled: bool,
    snapshot: Snapshot,
    extension: u64,
    extensions: u32,
    ballots: BTreeMap<String, ChoiceName>,
}

impl Poll {
    /// A poll that opens now for `voting` seconds, with `extension` seconds more for a late flip.
    pub fn new(terms: Terms, snapshot: Snapshot, voting: u64, extension: u64) -> Result<Self, String> {
        let closes = snapshot.opened.checked_add(voting).ok_or("the clock ends before the poll")?;
        closes.checked_add(2 * extension).ok_or("the clock ends before the poll")?;
        Ok(Self {
            terms,
            closes,
            settled: false,
            snapshot,
            extension,
            extensions: 0,
            ballots: BTreeMap::new(),
        })
    }

    /// A ballot, or a change of one.
    pub fn vote(&mut self, account: &str, choice: ChoiceName, now: u64) -> Result<(), String> {
        refuse(
            self.settled || now < self.snapshot.opened || now >= self.closes,
            "outside the window of the poll",
        )?;
        let nothing =
            self.snapshot.own(account).is_nothing() && self.snapshot.received(account, |_| true).is_nothing();
        refuse(nothing, "nothing to cast")?;
        let gives_way = self.ballots.get(account) == Some(&ChoiceName::Yes) && choice == ChoiceName::Abstain;
        let status_quo = choice == ChoiceName::No || gives_way;
        refuse(self.extensions == 2 && !status_quo, "the last word can only be the status quo")?;

        let before = self.verdict().passes;
        self.ballots.insert(account.to_string(), choice);
        let flipped = self.verdict().passes != before;
        if flipped && now >= self.closes - self.extension && self.extensions < 2 {
            self.closes += self.extension;
            self.extensions += 1;
        }
        Ok(())
    }

    /// What is cast, counted from nothing.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (voter, choice) in &self.ballots {
            let cast = self.cast(voter);
            match choice {
                ChoiceName::Yes => tally.yes = tally.yes.plus(cast),
                ChoiceName::No => tally.no = tally.no.plus(cast),
                ChoiceName::Abstain => tally.abstain = tally.abstain.plus(cast),
            }
            // Only attested accounts have power of their own.
            if *choice == ChoiceName::Yes && self.snapshot.own(voter).power > 0 {
                tally.heads += 1;
            }
        }
        tally
    }

    /// The verdict as the ballots stand.
    pub fn verdict(&self) -> Verdict {
        verdict(&self.terms, &self.tally())
    }

    /// The poll as it stands.
    pub fn report(&self) -> PollReport {
        let Tally { yes, no, abstain, .. } = self.tally();
        let Verdict { yes_side, no_side, conditions, passes } = self.verdict();
        PollReport {
            class: self.terms.class,
            tally: TallyReport { yes: cast_report(yes), no: cast_report(no), abstain: cast_report(abstain) },
            total_power: Amount(self.terms.total_power),
            total_stake: Amount(self.terms.total_stake),
            yes_side: Amount(yes_side),
            no_side: Amount(no_side),
            conditions,
            passes,
        }
    }

    /// What the ballot of an account is worth: its own, and what principals that do not vote themselves handed
    /// it. Power is capped, stake is not.
    fn cast(&self, voter: &str) -> Contribution {
        let own = self.snapshot.own(voter);
        let all = own.plus(self.snapshot.received(voter, |principal| !self.ballots.contains_key(principal)));
        Contribution { power: own.power.max(all.power.min(self.snapshot.cap)), ..all }
    }
}

fn cast_report(cast: Contribution) -> CastReport {
    CastReport {
        power: Amount(cast.power),
        stake: Amount(cast.stake),
        unattested_stake: Amount(cast.unattested),
    }
}
