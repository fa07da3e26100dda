//! Replays a scenario through the real contracts on the embedded chain.

use std::collections::BTreeMap;

use cosmwasm_std::Addr;
use isonomia_api::proposal::Draft;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, Dao, DaoBuilder};

use super::doing::is_of;
use super::{
    params, report, ChoiceName, ClassName, PollReport, Refusal, Report, Scenario, ScenarioError, Step,
};

/// Seconds of the year 2200: no attestation of a scenario expires.
const FOR_EVER: u64 = 7_258_118_400;
/// The clock of a scenario stops before the chain's would overflow.
const LONGEST_RUN: u64 = 200 * 365 * 86_400;

/// A DAO on which a scenario is being replayed.
pub struct Runner {
    pub(super) dao: Dao,
    started: u64,
    polls: BTreeMap<String, OpenPoll>,
}

struct OpenPoll {
    id: u64,
    class: ClassName,
}

/// Replays a whole scenario. `watch` sees each step, and why it was refused if it was; a strict run stops there.
pub fn run(
    scenario: &Scenario,
    strict: bool,
    mut watch: impl FnMut(&Runner, usize, &Step, Option<&str>),
) -> Result<Report, ScenarioError> {
    let mut runner = Runner::new(scenario)?;
    let mut refused = Vec::new();
    for (index, step) in scenario.steps.iter().enumerate() {
        let outcome = runner.step(step);
        watch(&runner, index, step, outcome.as_ref().err().map(String::as_str));
        if let Err(error) = outcome {
            refused.push(Refusal { step: index, error: error.clone() });
            if strict {
                let report = Box::new(Report { polls: runner.reports()?, refused });
                return Err(ScenarioError::Strict { step: index, error, report });
            }
        }
    }
    Ok(Report { polls: runner.reports()?, refused })
}

impl Runner {
    /// A DAO with the parameters of the scenario. The runner plays the registrar, ready from the start.
    pub fn new(scenario: &Scenario) -> Result<Runner, ScenarioError> {
        let mut applied = Ok(());
        let builder =
            DaoBuilder::new().own_registrar().with(|plan| applied = params::apply(&scenario.params, plan));
        applied?;
        let dao = builder.build().map_err(|error| ScenarioError::Params(first_wasm_error(&error)))?;
        Ok(Runner { started: dao.now(), dao, polls: BTreeMap::new() })
    }

    /// Replays one step; an error is the contract's.
    pub fn step(&mut self, step: &Step) -> Result<(), String> {
        self.replay(step).map_err(|error| first_wasm_error(&error))
    }

    /// Notes from now on what every message tells.
    pub fn listen(&mut self) {
        self.dao.listen();
    }

    /// The DAO, to look at.
    pub fn dao(&self) -> &Dao {
        &self.dao
    }

    /// How far the clock has moved, in seconds.
    pub fn elapsed(&self) -> u64 {
        self.dao.now() - self.started
    }

    /// The account of that name. The runner's own accounts have names that no scenario can reach.
    pub fn addr(&self, name: &str) -> Addr {
        self.dao.addr(&format!("scenario/{name}"))
    }

    /// The id of a poll that was opened.
    pub fn poll_id(&self, name: &str) -> Option<u64> {
        self.polls.get(name).map(|poll| poll.id)
    }

    /// Every poll that was opened, as it stands.
    pub fn reports(&self) -> Result<BTreeMap<String, PollReport>, ScenarioError> {
        let report = |(name, poll): (&String, &OpenPoll)| {
            let opened =
                self.dao.opened(poll.id).map_err(|error| ScenarioError::Chain(format!("{error:#}")))?;
            Ok((name.clone(), report::poll(poll.class, &opened)))
        };
        self.polls.iter().map(report).collect()
    }

    /// The proposal of every poll, by the poll's name.
    pub(super) fn proposals(&self) -> impl Iterator<Item = (String, u64)> + '_ {
        self.polls.iter().map(|(name, poll)| (name.clone(), poll.id))
    }

    pub(super) fn replay(&mut self, step: &Step) -> anyhow::Result<()> {
        match step {
            Step::Stake(step) => self.dao.stake(&self.addr(&step.account), step.amount.0).map(drop),
            Step::Unstake(step) => self.dao.unstake(&self.addr(&step.account), step.amount.0).map(drop),
            Step::Attest(step) => self.dao.attest(&self.addr(&step.account), FOR_EVER).map(drop),
            Step::Revoke(step) => self.dao.revoke(&self.addr(&step.account)).map(drop),
            Step::RegisterDelegate(step) => self.dao.register_delegate(&self.addr(&step.account)).map(drop),
            Step::ResignDelegate(step) => self.dao.resign(&self.addr(&step.account)).map(drop),
            Step::Delegate(step) => self.delegate(step),
            Step::Undelegate(step) => self.dao.undelegate(&self.addr(&step.account)).map(drop),
            Step::Advance(step) => self.advance(step.seconds),
            Step::Open(step) => self.open(step),
            Step::Vote(step) => {
                let id = self.known(&step.poll)?;
                self.dao.vote(&self.addr(&step.account), id, choice(step.choice)).map(drop)
            }
            Step::Close(step) => self.close(&step.poll),
            Step::Execute(step) => self.execute(&step.poll),
            Step::StoreCode(step) => self.store_code(step),
            Step::OperatorReady(step) => self.operator_ready(step),
            Step::OperatorUnready(step) => self.operator_unready(step),
            Step::Rollback(step) => self.rollback(step),
            Step::Cancel(step) => self.cancel(step),
            Step::Pause(step) => self.pause(step),
            Step::Pay(step) => self.pay(step),
            Step::WithdrawStream(step) => self.withdraw_stream(step),
            Step::Fund(step) => self.fund(step.amount.0),
            Step::Preview(step) => self.preview(step),
            Step::Has(step) => self.has(step),
            Step::TreasuryHas(step) => self.treasury_has(step.amount.0),
            Step::ExpectRefusal(step) => self.expect_refusal(step),
        }
    }

    fn delegate(&mut self, step: &super::Delegate) -> anyhow::Result<()> {
        let share = |part: &super::Part| {
            let bps = u16::try_from(part.bps);
            let bps =
                bps.map_err(|_| anyhow::anyhow!("a part of {} basis points is more than 10000", part.bps));
            Ok((self.addr(&part.delegate), bps?))
        };
        let shares = step.to.iter().map(share).collect::<anyhow::Result<Vec<_>>>()?;
        let shares: Vec<_> = shares.iter().map(|(delegate, bps)| (delegate, *bps)).collect();
        self.dao.delegate(&self.addr(&step.account), &shares).map(drop)
    }

    fn advance(&mut self, seconds: u64) -> anyhow::Result<()> {
        let run = self.elapsed().saturating_add(seconds);
        anyhow::ensure!(run <= LONGEST_RUN, "the clock of a scenario runs for at most {LONGEST_RUN} seconds");
        self.dao.advance(seconds);
        Ok(())
    }

    fn open(&mut self, step: &super::Open) -> anyhow::Result<()> {
        let super::Open { poll: name, class, .. } = step;
        anyhow::ensure!(!self.polls.contains_key(name), "there is a poll `{name}` already");
        let (proposer, core) = (self.dao.addr(&format!("proposer/{name}")), core_class(*class));
        let (actions, ready) = match self.written(step)? {
            Some(written) => written,
            None => (self.dao.actions_of(core)?, None),
        };
        let (title, emergency) = ("a poll of a scenario".to_string(), core == Class::Emergency);
        let draft = Draft { title, summary: String::new(), link: None, actions, emergency, ready };
        let id = self.dao.propose_draft(&proposer, draft)?;
        let opened = self.open_as(&proposer, id, *class);
        if opened.is_err() {
            // The refused proposal is taken back, so that it leaves nothing behind.
            self.dao.withdraw(&proposer, id)?;
        }
        opened?;
        self.polls.insert(name.clone(), OpenPoll { id, class: *class });
        Ok(())
    }

    fn open_as(&mut self, proposer: &Addr, id: u64, class: ClassName) -> anyhow::Result<()> {
        is_of(self.dao.proposal(id)?.class, class)?;
        let opens = self.dao.poll(id)?.opens;
        self.dao.advance_to(opens);
        self.dao.open(proposer, id).map(drop)
    }

    fn close(&mut self, name: &str) -> anyhow::Result<()> {
        let id = self.known(name)?;
        let closes = self.dao.opened(id)?.closes;
        self.dao.advance_to(closes);
        let anyone = self.dao.addr("resolver");
        self.dao.resolve(&anyone, id).map(drop)
    }

    pub(super) fn known(&self, name: &str) -> anyhow::Result<u64> {
        let poll = self.polls.get(name).ok_or_else(|| anyhow::anyhow!("there is no poll `{name}`"))?;
        Ok(poll.id)
    }
}

/// The class of that name.
pub fn core_class(class: ClassName) -> Class {
    match class {
        ClassName::Signal => Class::Signal,
        ClassName::Standard => Class::Standard,
        ClassName::Critical => Class::Critical,
        ClassName::Emergency => Class::Emergency,
    }
}

fn choice(choice: ChoiceName) -> Choice {
    match choice {
        ChoiceName::Yes => Choice::Yes,
        ChoiceName::No => Choice::No,
        ChoiceName::Abstain => Choice::Abstain,
    }
}
