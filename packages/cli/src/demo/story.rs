//! The story, from the first contract to the last verdict.

use anyhow::{ensure, Result};
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::treasury::ExecuteMsg as TreasuryMsg;
use isonomia_api::voting::OpenedPoll;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DaoBuilder, CASH};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use super::electorate::Electorate;
use super::opinion::{Ballots, Mood};
use super::registry::Registry;
use super::rivals::{one_token_one_vote, plain_root};
use super::tables::{self, Judged};
use super::whale::{Whale, RENTED, WALLETS};
use crate::population::{self, shape, Population};

/// The seed of the story in the README.
pub const DEFAULT_SEED: u64 = 1;
/// What the treasury has to begin with, in whole coins.
const TREASURY: u128 = 2_000_000;
/// What the maintainers ask for, in whole coins: all that the outflow cap lets go in a week, 5 %.
const GRANT: u128 = 100_000;
/// With fewer, a dozen persons are a large part of the electorate, and the registry is hardly ready.
const LEAST_STAKERS: usize = 1_000;
/// Base units of a whole coin.
const COIN: u128 = 1_000_000;

/// A story in progress.
pub struct Story {
    dao: Dao,
    registry: Registry,
    electorate: Electorate,
    rng: ChaCha20Rng,
}

/// How the story ended.
pub struct Ending {
    /// How the spend was judged.
    pub spend: Judged,
    /// What the maintainers have in the end, in base units.
    pub paid: u128,
    /// How the whale's proposal was judged.
    pub farm: Judged,
    /// What the whale has taken from the treasury, in base units.
    pub stolen: u128,
}

/// Tells the whole story, and returns how it ended.
pub fn tell(population: &str, seed: u64, stakers: Option<usize>) -> Result<Ending> {
    let population = population::load(population, seed, stakers)?;
    let count = population.stakers.len();
    ensure!(count >= LEAST_STAKERS, "the story needs at least {LEAST_STAKERS} stakers, not {count}");
    let mut story = Story::begin(&population, seed)?;
    story.settle_in()?;
    let (spend, paid) = story.pass_a_spend()?;
    let whale = story.meet_the_whale()?;
    let (farm, stolen) = story.refuse_the_whale(&whale)?;
    let ending = Ending { spend, paid, farm, stolen };
    story.sum_up(&whale, &ending);
    Ok(ending)
}

impl Story {
    /// A DAO is made: six contracts in one transaction.
    pub fn begin(population: &Population, seed: u64) -> Result<Story> {
        let registry = Registry::new();
        let issuers = registry.issuers();
        let mut dao = DaoBuilder::new()
            .with(|params| {
                params.name = "isonomia".to_string();
                params.issuers = issuers;
                params.min_issuers = 2;
            })
            .build()?;
        let treasury = dao.contracts.treasury.clone();
        dao.mint(&treasury, TREASURY * COIN, CASH)?;
        println!("A DAO is made, six contracts in one transaction:");
        tell_owners(&dao)?;
        println!("  the treasury has {TREASURY} {CASH}\n");
        tell_population(population);
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let electorate = Electorate::new(&dao, population, &mut rng);
        Ok(Story { dao, registry, electorate, rng })
    }

    /// Holders stake, persons are attested, principals choose delegates.
    pub fn settle_in(&mut self) -> Result<()> {
        self.electorate.stake(&mut self.dao)?;
        let people = self.electorate.attested();
        let epochs = self.registry.attest(&mut self.dao, &people)?;
        println!("  {} persons attested by two issuers. The registry took {epochs} epochs of 14 days: 20 an epoch, later", people.len());
        println!("  5 % of those it has. Nobody floods it. An attestation lives 180 days, and is renewed.");
        self.registry.declare_ready(&mut self.dao)?;
        let count = self.electorate.delegate(&mut self.dao, &mut self.rng)?;
        println!("  12 persons stand as delegates, {count} holders delegate to them.\n");
        Ok(())
    }

    /// The maintainers ask for a grant, and get it.
    pub fn pass_a_spend(&mut self) -> Result<(Judged, u128)> {
        println!("A spend of {GRANT} {CASH} to the maintainers is proposed. A spend is Critical: both keys must turn.");
        let proposer = self.electorate.stakers[10].account.clone();
        let id = self.propose_spend(&proposer, "Fund the maintainers", "maintainers", GRANT)?;
        let mood = Mood { percent: 88, choice: Choice::Yes, turnout: 55 };
        let ballots = mood.ballots(&self.electorate, &mut self.rng);
        self.open(&proposer, id)?;
        let voted = ballots.cast(&mut self.dao, &self.electorate, id)?;
        let judged = self.judge(id, &ballots, None)?;
        println!("  {voted} ballots; delegates voted for those who stayed at home.");
        self.close(id)?;
        self.tell_resolution(id)?;
        if let Ok(operation) = self.dao.operation(id) {
            self.dao.advance_to(operation.eta);
            println!("  seven and a half days of timelock pass, without a guardian; anyone executes it.");
            self.dao.execute(&proposer, id)?;
        }
        let paid = self.cash_of("maintainers")?;
        println!("  the maintainers have {} {CASH}.\n", paid / COIN);
        Ok((judged, paid))
    }

    /// A whale buys what wins a token vote, splits it over a thousand wallets, and rents a dozen persons.
    pub fn meet_the_whale(&mut self) -> Result<(Whale, Ballots)> {
        let mood = Mood { percent: 90, choice: Choice::No, turnout: 45 };
        let ballots = mood.ballots(&self.electorate, &mut self.rng);
        let against = one_token_one_vote(ballots.voices(&self.electorate));
        // Enough to outvote everyone who will stand against it, by a quarter.
        let stake = against.no.saturating_sub(against.yes) * 5 / 4 + COIN;
        let whale = Whale::new(&self.dao, stake);
        println!("A whale buys {} of stake, enough to win any token vote here, and splits it over {WALLETS} wallets.", whale.stake() / COIN);
        whale.buy(&mut self.dao)?;
        self.registry.attest(&mut self.dao, &whale.rented())?;
        println!("  {RENTED} of them are persons it rents: the registry cannot tell. They hold most of its stake.\n");
        Ok((whale, ballots))
    }

    /// It proposes to take the treasury, and is refused.
    pub fn refuse_the_whale(&mut self, met: &(Whale, Ballots)) -> Result<(Judged, u128)> {
        let (whale, ballots) = met;
        let left = TREASURY - GRANT;
        println!("The whale proposes to pay itself what is left, {left} {CASH}.");
        let proposer = whale.wallets[0].0.clone();
        let id = self.propose_spend(&proposer, "Strategic partnership", "whale", left)?;
        self.open(&proposer, id)?;
        whale.vote(&mut self.dao, id)?;
        let voted = ballots.cast(&mut self.dao, &self.electorate, id)?;
        let judged = self.judge(id, ballots, Some(whale))?;
        println!("  {voted} holders vote as well, most of them against.");
        self.close(id)?;
        self.tell_resolution(id)?;
        let stolen = self.cash_of("whale")?;
        println!("  the whale has {} {CASH}.\n", stolen / COIN);
        Ok((judged, stolen))
    }

    /// The tables.
    pub fn sum_up(&self, met: &(Whale, Ballots), ending: &Ending) {
        let whale = &met.0;
        println!(
            "Who held what when the whale's poll opened:\n{}\n",
            tables::shares(&self.electorate, whale)
        );
        println!("What each rule says:\n{}\n", tables::verdicts(&ending.spend, &ending.farm));
        let (spend, farm) = (&ending.spend.opened, &ending.farm.opened);
        println!("The two keys, condition by condition:\n{}\n", tables::conditions(spend, farm));
        println!("{}", moral(whale, farm));
    }

    fn propose_spend(&mut self, who: &Addr, title: &str, to: &str, coins: u128) -> Result<u64> {
        let payment = self.dao.payment(to, coins * COIN);
        let action = self.dao.to_treasury(&TreasuryMsg::Spend { payment })?;
        self.dao.propose(who, title, vec![action], false)
    }

    fn open(&mut self, who: &Addr, id: u64) -> Result<()> {
        let opens = self.dao.poll(id)?.opens;
        self.dao.advance_to(opens);
        self.registry.renew_due(&mut self.dao)?;
        self.dao.open(who, id)?;
        let opened = self.dao.opened(id)?;
        let quorum = f64::from(opened.quorum_bps) / 100.0;
        println!("  two days later its poll opens: the snapshot is taken, the quorum is {quorum} %.");
        Ok(())
    }

    fn judge(&self, id: u64, ballots: &Ballots, whale: Option<&Whale>) -> Result<Judged> {
        let farm = || whale.into_iter().flat_map(Whale::voices);
        Ok(Judged {
            token: one_token_one_vote(ballots.voices(&self.electorate).chain(farm())),
            root: plain_root(ballots.voices(&self.electorate).chain(farm())),
            opened: self.dao.opened(id)?,
        })
    }

    fn close(&mut self, id: u64) -> Result<()> {
        let closes = self.dao.opened(id)?.closes;
        self.dao.advance_to(closes);
        let anyone = self.dao.addr("anyone");
        self.dao.resolve(&anyone, id).map(drop)
    }

    fn tell_resolution(&self, id: u64) -> Result<()> {
        match self.dao.proposal(id)?.stage {
            ProposalStage::Scheduled => {
                println!("  seven days later anyone resolves it: it PASSES, and is scheduled.")
            }
            ProposalStage::Defeated { why } => {
                println!("  seven days later anyone resolves it: it is REFUSED ({why:?}).")
            }
            stage => println!("  it is {stage:?}."),
        }
        Ok(())
    }

    fn cash_of(&self, name: &str) -> Result<u128> {
        self.dao.balance(&self.dao.addr(name), CASH)
    }
}

/// Who administers each contract, as the chain says.
fn tell_owners(dao: &Dao) -> Result<()> {
    let contracts = &dao.contracts;
    let each = [
        ("vault", &contracts.vault),
        ("voting", &contracts.voting),
        ("identity", &contracts.identity),
        ("proposal", &contracts.proposal),
        ("timelock", &contracts.timelock),
        ("treasury", &contracts.treasury),
    ];
    for (name, address) in each {
        let admin = match dao.app.wrap().query_wasm_contract_info(address)?.admin {
            None => "nobody",
            Some(admin) if admin == contracts.timelock => "the timelock",
            Some(_) => "SOMEBODY ELSE",
        };
        println!("  {name:<9} {address}  administered by {admin}");
    }
    Ok(())
}

fn tell_population(population: &Population) {
    let balances = population.balances();
    println!("Its holders, {}:", population.source);
    println!(
        "  {} stakers, Gini {:.3}, the ten largest hold {:.0} %, {} of them a majority; as many voices under √ as {:.0} equals.",
        balances.len(),
        shape::gini(&balances),
        100.0 * shape::top_share(&balances, 10),
        shape::nakamoto(&balances),
        shape::effective_number(&balances),
    );
}

/// What the story does not show, or what it has just shown.
fn moral(whale: &Whale, farm: &OpenedPoll) -> String {
    let limits =
        "What stands against that are the limits of the registry and the price of persons (docs/threats.md).";
    if farm.passes {
        return format!(
            "In this electorate {RENTED} rented persons with so much stake turn both keys: it is too small.\n{limits}"
        );
    }
    let needed = persons_needed(whale.stake(), farm.no_side).max(RENTED as u128 + 1);
    format!(
        "What this does not show: with its stake on about {needed} rented persons the same whale would have turned the\n\
         people's key too. {limits}"
    )
}

/// The persons with which a stake turns the people's key of a Critical proposal against a No side:
/// `(1+ρ)·√(K·n·Y) > 1.5·N` (theorem T4, κ = 10 %).
fn persons_needed(stake: u128, no_side: Uint128) -> u128 {
    let root = 1.5 * no_side.u128() as f64 * 0.9;
    (root * root / (1e6 * stake as f64)).ceil() as u128
}
