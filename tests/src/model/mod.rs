//! The naive model: the mechanism as its text has it, by the shortest way and with no thought of cost.
//!
//! It keeps plain facts of every account, copies the whole world whenever a poll opens, and counts every tally
//! from nothing. It shares no code with the contracts. What it says must be what they say.

pub mod changes;
pub mod math;
pub mod params;
pub mod poll;
pub mod quorum;
pub mod verdict;
pub mod world;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use isonomia_cli::scenario::{ClassName, Open, Params, PollReport, Refusal, Report, Scenario, Step, Vote};

use params::Rules;
use poll::{Poll, Snapshot};
use quorum::AdaptiveQuorum;
use verdict::{turnout, Terms};
use world::{refuse, World};

/// Runs a whole scenario; an error if its parameters are out of bounds.
pub fn run(scenario: &Scenario) -> Result<Report, String> {
    let mut model = Model::new(&scenario.params)?;
    let mut refused = Vec::new();
    for (index, step) in scenario.steps.iter().enumerate() {
        if let Err(error) = model.step(step) {
            refused.push(Refusal { step: index, error });
        }
    }
    Ok(Report { polls: model.report(), refused })
}

/// The DAO, one step at a time.
#[derive(Clone, Debug)]
pub struct Model {
    rules: Rules,
    clock: u64,
    world: World,
    polls: BTreeMap<String, Poll>,
    latched: bool,
    adaptive: AdaptiveQuorum,
}

impl Model {
    /// A DAO in which nothing has happened; an error if a parameter is out of bounds.
    pub fn new(params: &Params) -> Result<Self, String> {
        Ok(Self {
            rules: Rules::new(params)?,
            clock: 0,
            world: World::default(),
            polls: BTreeMap::new(),
            latched: false,
            adaptive: AdaptiveQuorum::default(),
        })
    }

    /// One step. An error if it is refused: then nothing has changed, except that an `open` under a new name
    /// has moved the clock to the opening.
    pub fn step(&mut self, step: &Step) -> Result<(), String> {
        let mut world = self.world.clone();
        match step {
            Step::Stake(step) => world.stake(&self.rules, &step.account, step.amount.0)?,
            Step::Unstake(step) => world.unstake(&step.account, step.amount.0)?,
            Step::Attest(step) => world.attest(&self.rules, &step.account)?,
            Step::Revoke(step) => world.revoke(&step.account)?,
            Step::RegisterDelegate(step) => world.register(&self.rules, &step.account, self.clock)?,
            Step::ResignDelegate(step) => world.resign(&step.account)?,
            Step::Delegate(step) => world.delegate(&step.account, &step.to, self.clock)?,
            Step::Undelegate(step) => world.undelegate(&step.account)?,
            Step::Advance(step) => self.clock = self.later(step.seconds)?,
            Step::Open(step) => self.open(step)?,
            Step::Vote(step) => self.vote(step)?,
            Step::Close(step) => self.close(&step.poll)?,
            other => return Err(format!("the model knows votes alone, not {other:?}")),
        }
        self.world = world;
        Ok(())
    }

    /// Every poll that was opened, as it stands.
    pub fn report(&self) -> BTreeMap<String, PollReport> {
        self.polls.iter().map(|(name, poll)| (name.clone(), poll.report())).collect()
    }

    /// The clock, in seconds.
    pub fn clock(&self) -> u64 {
        self.clock
    }

    /// V.
    pub fn total_power(&self) -> u128 {
        self.world.totals(&self.rules).power
    }

    /// X.
    pub fn total_stake(&self) -> u128 {
        self.world.totals(&self.rules).stake
    }

    /// n.
    pub fn attested(&self) -> u64 {
        self.world.attested()
    }

    /// The power of an account.
    pub fn power(&self, account: &str) -> u128 {
        self.world.contribution(&self.rules, account).power
    }

    /// The stake of an account.
    pub fn stake(&self, account: &str) -> u128 {
        self.world.facts(account).stake
    }

    /// The adaptive quorum in basis points, after all epochs that have been applied.
    pub fn adaptive_quorum(&self) -> u64 {
        self.adaptive.bps()
    }

    fn later(&self, seconds: u64) -> Result<u64, String> {
        self.clock.checked_add(seconds).ok_or_else(|| "the clock would run over".to_string())
    }

    fn open(&mut self, Open { poll, class, .. }: &Open) -> Result<(), String> {
        refuse(self.polls.contains_key(poll), "a poll of that name exists")?;
        let rules = self.rules.class(*class).clone();
        self.clock = self.later(rules.delay)?;

        let attested = self.world.attested();
        let enough = attested >= self.rules.min_attested;
        let ordinary = matches!(class, ClassName::Standard | ClassName::Critical);
        refuse(self.latched && !enough && ordinary, "below the line only Signal and Emergency may open")?;
        let latched = self.latched || enough;

        let mut adaptive = self.adaptive.clone();
        adaptive.apply(self.clock);
        let totals = self.world.totals(&self.rules);
        let terms = Terms {
            class: *class,
            two_key: latched,
            tau: rules.tau,
            theta: rules.theta,
            support: rules.support,
            quorum: rules.quorum.at(adaptive.bps()),
            head_count: rules.head_count,
            kappa: self.rules.kappa,
            min_total_stake: self.rules.min_total_stake,
            total_power: totals.power,
            total_stake: totals.stake,
            attested,
        };
        let snapshot = Snapshot::new(&self.world, &self.rules, self.clock);
        let opened = Poll::new(terms, snapshot, rules.voting, rules.extension())?;
        self.polls.insert(poll.clone(), opened);
        self.latched = latched;
        self.adaptive = adaptive;
        Ok(())
    }

    fn vote(&mut self, Vote { poll, account, choice }: &Vote) -> Result<(), String> {
        let poll = self.polls.get_mut(poll).ok_or("no such poll")?;
        poll.vote(account, *choice, self.clock)
    }

    fn close(&mut self, name: &str) -> Result<(), String> {
        let poll = self.polls.get_mut(name).ok_or("no such poll")?;
        refuse(poll.settled, "closed already")?;
        self.clock = self.clock.max(poll.closes);
        poll.settled = true;
        if poll.terms.two_key && poll.terms.class != ClassName::Signal {
            self.adaptive.settle(poll.closes, self.clock, turnout(&poll.terms, &poll.tally()));
        }
        Ok(())
    }
}
