//! A town: a DAO with people in it, and the short ways to say what they do.

use std::fmt::Debug;

use anyhow::Result;
use cosmwasm_schema::serde::Serialize;
use cosmwasm_std::{coins, Addr, Record, Uint128};
use cw_multi_test::AppResponse;
use isonomia_api::plan::Params;
use isonomia_api::vault;
use isonomia_api::voting::{ExecuteMsg, TallyInfo, TotalsResponse, Weight};
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, rule, Dao, STAKED};

/// A coin, in base units. With the default K and m, `n * n` coins weigh `n` coins of power.
pub const COIN: u128 = 1_000_000;

/// The year 2200: the chain begins in 2019.
pub const FOR_EVER: u64 = 7_258_118_400;

/// A town with the defaults, in which two keys hold from the first poll and an account plays the registry.
pub fn town() -> Dao {
    town_with(|_| {})
}

/// Such a town, changed.
pub fn town_with(change: impl FnOnce(&mut Params)) -> Dao {
    let builder = crate::dao().own_registrar().with(|params| {
        params.min_attested = 0;
        change(params);
    });
    builder.build().unwrap()
}

/// What is brought or cast.
pub fn weight(power: u128, stake: u128, unattested_stake: u128) -> Weight {
    Weight {
        power: Uint128::new(power),
        stake: Uint128::new(stake),
        unattested_stake: Uint128::new(unattested_stake),
    }
}

/// What attested accounts bring or cast.
pub fn attested(power: u128, stake: u128) -> Weight {
    weight(power, stake, 0)
}

/// V, X and n.
pub fn totals(power: u128, stake: u128, attested: u64) -> TotalsResponse {
    TotalsResponse { power: power.into(), stake: stake.into(), attested }
}

/// What people of a town do.
pub trait Town {
    /// Somebody with a stake, attested or not.
    fn holder(&mut self, name: &str, amount: u128) -> Addr;
    /// Somebody attested, with a stake.
    fn person(&mut self, name: &str, amount: u128) -> Addr;
    /// So many of them.
    fn people(&mut self, name: &str, count: usize, amount: u128) -> Vec<Addr>;
    /// A person that is registered as a delegate.
    fn speaker(&mut self, name: &str, amount: u128) -> Addr;
    /// A proposal of a class by a fresh proposer.
    fn proposed(&mut self, class: Class) -> u64;
    /// Such a proposal, at the first moment at which its poll may open.
    fn due(&mut self, class: Class) -> u64;
    /// Such a proposal, with its poll just opened.
    fn begin(&mut self, class: Class) -> u64;
    /// So many of them, opened at one moment.
    fn begin_all(&mut self, class: Class, count: usize) -> Vec<u64>;
    /// These people say the same.
    fn all_vote<'a>(&mut self, poll: u64, choice: Choice, voters: impl IntoIterator<Item = &'a Addr>);
    /// The clock moves to the end of the poll, and somebody resolves.
    fn close(&mut self, poll: u64) -> ProposalStage;
    /// What was cast.
    fn tally(&self, poll: u64) -> TallyInfo;
    /// Whether the poll passes as it stands.
    fn passes(&self, poll: u64) -> bool;
    /// Somebody opens, in the present block.
    fn open_now(&mut self, poll: u64);
    /// Somebody sends a contract a message, in the present block.
    fn send_now(&mut self, sender: &Addr, contract: &Addr, msg: &(impl Serialize + Debug));
    /// Somebody sends voting a message, in the present block.
    fn to_voting_now(&mut self, sender: &Addr, msg: &ExecuteMsg);
    /// Somebody gets coins and stakes them, in the present block.
    fn stake_now(&mut self, who: &Addr, amount: u128);
    /// Something is refused by exactly this rule, and changes nothing.
    fn refuses(&mut self, why: &str, act: impl FnOnce(&mut Dao) -> Result<AppResponse>);
    /// All that the six contracts keep.
    fn memory(&self) -> Vec<Vec<Record>>;
}

impl Town for Dao {
    fn holder(&mut self, name: &str, amount: u128) -> Addr {
        let who = self.addr(name);
        if amount > 0 {
            self.stake(&who, amount).unwrap();
        }
        who
    }

    fn person(&mut self, name: &str, amount: u128) -> Addr {
        let who = self.holder(name, amount);
        self.attest(&who, FOR_EVER).unwrap();
        who
    }

    fn people(&mut self, name: &str, count: usize, amount: u128) -> Vec<Addr> {
        (1..=count).map(|number| self.person(&format!("{name} {number}"), amount)).collect()
    }

    fn speaker(&mut self, name: &str, amount: u128) -> Addr {
        let who = self.person(name, amount);
        self.register_delegate(&who).unwrap();
        who
    }

    fn proposed(&mut self, class: Class) -> u64 {
        let proposer = self.addr(&format!("proposer {}", self.height()));
        self.propose_class(&proposer, "A proposal", class).unwrap()
    }

    fn due(&mut self, class: Class) -> u64 {
        let id = self.proposed(class);
        self.advance_to(self.poll(id).unwrap().opens);
        id
    }

    fn begin(&mut self, class: Class) -> u64 {
        self.begin_all(class, 1)[0]
    }

    fn begin_all(&mut self, class: Class, count: usize) -> Vec<u64> {
        let ids: Vec<u64> = (0..count).map(|_| self.proposed(class)).collect();
        self.advance_to(self.poll(ids[0]).unwrap().opens);
        ids.iter().for_each(|id| self.open_now(*id));
        ids
    }

    fn all_vote<'a>(&mut self, poll: u64, choice: Choice, voters: impl IntoIterator<Item = &'a Addr>) {
        for voter in voters {
            self.vote(voter, poll, choice).unwrap();
        }
    }

    fn close(&mut self, poll: u64) -> ProposalStage {
        self.advance_to(self.opened(poll).unwrap().closes);
        let anyone = self.addr("anyone");
        self.resolve(&anyone, poll).unwrap();
        self.proposal(poll).unwrap().stage
    }

    fn tally(&self, poll: u64) -> TallyInfo {
        self.opened(poll).unwrap().tally
    }

    fn passes(&self, poll: u64) -> bool {
        self.opened(poll).unwrap().passes
    }

    fn open_now(&mut self, poll: u64) {
        self.to_voting_now(&self.addr("anyone"), &ExecuteMsg::Open { poll });
    }

    fn send_now(&mut self, sender: &Addr, contract: &Addr, msg: &(impl Serialize + Debug)) {
        self.call_in_this_block(sender, contract, msg, &[]).unwrap();
    }

    fn to_voting_now(&mut self, sender: &Addr, msg: &ExecuteMsg) {
        let voting = self.contracts.voting.clone();
        self.send_now(sender, &voting, msg);
    }

    fn stake_now(&mut self, who: &Addr, amount: u128) {
        self.mint(who, amount, STAKED).unwrap();
        let (vault, stake) = (self.contracts.vault.clone(), vault::ExecuteMsg::Stake {});
        self.call_in_this_block(who, &vault, &stake, &coins(amount, STAKED)).unwrap();
    }

    fn refuses(&mut self, why: &str, act: impl FnOnce(&mut Dao) -> Result<AppResponse>) {
        let before = self.memory();
        let refused = act(self).expect_err(why);
        assert_eq!(rule(&first_wasm_error(&refused)), why);
        assert!(self.memory() == before, "changes something, though refused: {why}");
    }

    fn memory(&self) -> Vec<Vec<Record>> {
        let suite = &self.contracts;
        [&suite.vault, &suite.voting, &suite.identity, &suite.proposal, &suite.timelock, &suite.treasury]
            .map(|contract| self.app.dump_wasm_raw(contract))
            .to_vec()
    }
}
