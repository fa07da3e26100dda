//! Golden vectors, rules one by one, and short stories worked out by hand. In these K = m = 10^6: whoever
//! stakes k² millions weighs k millions.

mod delegation;
mod golden;
mod polls;
mod rules;

use isonomia_cli::scenario::{
    Account, AccountAmount, Advance, Amount, ChoiceName, ClassName, Close, Delegate, Open, Params, Part,
    PollReport, Step, Vote,
};

use super::Model;

const MILLION: u128 = 1_000_000;

/// A model with shorter verbs.
struct Dao(Model);

type Told = Result<(), String>;

impl Dao {
    fn new(min_attested: u64) -> Result<Self, String> {
        let params = Params { min_attested: Some(min_attested), ..Params::default() };
        Model::new(&params).map(Self)
    }

    fn stake(&mut self, account: &str, millions: u128) -> Told {
        let amount = Amount(millions * MILLION);
        self.0.step(&Step::Stake(AccountAmount { account: account.to_string(), amount }))
    }

    fn each(&mut self, step: fn(Account) -> Step, accounts: &[&str]) -> Told {
        accounts.iter().try_for_each(|account| self.0.step(&step(Account { account: account.to_string() })))
    }

    fn delegate(&mut self, account: &str, to: &[(&str, u64)]) -> Told {
        let to =
            to.iter().map(|(delegate, bps)| Part { delegate: delegate.to_string(), bps: *bps }).collect();
        self.0.step(&Step::Delegate(Delegate { account: account.to_string(), to }))
    }

    fn wait(&mut self, seconds: u64) -> Told {
        self.0.step(&Step::Advance(Advance { seconds }))
    }

    fn open(&mut self, poll: &str, class: ClassName) -> Told {
        self.0.step(&Step::Open(Open { poll: poll.to_string(), class, decisions: vec![], upgrade: None }))
    }

    fn vote(&mut self, poll: &str, account: &str, choice: ChoiceName) -> Told {
        self.0.step(&Step::Vote(Vote { poll: poll.to_string(), account: account.to_string(), choice }))
    }

    fn close(&mut self, poll: &str) -> Told {
        self.0.step(&Step::Close(Close { poll: poll.to_string() }))
    }

    fn poll(&self, name: &str) -> Result<PollReport, String> {
        self.0.report().remove(name).ok_or_else(|| format!("no poll {name}"))
    }

    /// Power and stake for Yes, then for No, in whole millions.
    fn cast(&self, poll: &str) -> Result<[u128; 4], String> {
        let tally = self.poll(poll)?.tally;
        let (yes, no) = (tally.yes, tally.no);
        Ok([yes.power, yes.stake, no.power, no.stake].map(|amount| amount.0 / MILLION))
    }
}

/// ann weighs 2 and hands dan everything, bob weighs 4 and hands him half, dan weighs 1, eve stakes un-attested
/// and hands dan everything.
fn three_and_a_stranger() -> Result<Dao, String> {
    let mut dao = Dao::new(0)?;
    dao.stake("ann", 4)?;
    dao.stake("bob", 16)?;
    dao.stake("dan", 1)?;
    dao.stake("eve", 10)?;
    dao.each(Step::Attest, &["ann", "bob", "dan"])?;
    dao.each(Step::RegisterDelegate, &["dan"])?;
    dao.delegate("ann", &[("dan", 10_000)])?;
    dao.delegate("bob", &[("dan", 5_000)])?;
    dao.delegate("eve", &[("dan", 10_000)])?;
    Ok(dao)
}
