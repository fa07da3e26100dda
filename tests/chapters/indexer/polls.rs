//! Polls and ballots, from the events of voting.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use cosmwasm_std::{Addr, Uint128};
use isonomia_api::voting::{
    BallotInfo, BallotsResponse, OpenedPoll, PollResponse, QueryMsg, TallyInfo, TotalsResponse, Weight,
};
use isonomia_core::contribution::Contribution;
use isonomia_core::deposit::is_forfeited;
use isonomia_core::ledger::Totals;
use isonomia_core::poll::{Count, Opening, Poll, PollStage, Snapshot};
use isonomia_core::tally::{Choice, Tally};
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::Terms;
use isonomia_embedded::Dao;

use super::reading::Fact;
use super::same;
use super::voting::{totals, weight};

#[derive(Default)]
pub struct Polls(BTreeMap<u64, Known>);

struct Known {
    entered: Poll,
    opened: Option<(Opening, Count)>,
    ballots: BTreeMap<Addr, BallotInfo>,
    settled: bool,
}

impl Polls {
    fn known(&mut self, fact: &Fact) -> Result<&mut Known> {
        self.0.get_mut(&fact.get("proposal_id")?).context("no such poll was entered")
    }

    pub fn fold(&mut self, fact: &Fact) -> Result<()> {
        if fact.name == "voting_poll_entered" {
            let entered = entered(fact)?;
            same("the lapse of a poll", &entered.lapses(), &fact.get("lapses")?)?;
            let known = Known { entered, opened: None, ballots: BTreeMap::new(), settled: false };
            self.0.insert(fact.get("proposal_id")?, known);
            return Ok(());
        }
        let known = self.known(fact)?;
        match fact.name {
            "voting_poll_cancelled" => known.entered.cancelled = true,
            "voting_poll_opened" => known.opened = Some(opening(fact, &known.entered)?),
            "voting_poll_settled" => {
                known.settled = true;
                known.count()?.closes = fact.get("closes")?;
            }
            "voting_voted" => {
                let count = known.count()?;
                count.closes = fact.get("closes")?;
                count.extensions = fact.get("extensions")?;
                let (voter, cast) = (fact.addr("voter")?, weight(fact)?);
                let choice = fact.may("choice").map(|_| fact.word("choice")).transpose()?;
                known.ballots.insert(voter.clone(), BallotInfo { voter, choice, cast });
            }
            "voting_tally" => {
                known.count()?.tally = tally(fact)?;
                known.check_sums()?;
            }
            other => anyhow::bail!("tests/chapters/indexer/polls.rs does nothing with {other}"),
        }
        Ok(())
    }

    /// Where a poll stands.
    pub fn stage(&self, id: u64, now: u64) -> Result<PollStage> {
        Ok(self.0.get(&id).context("no such poll was entered")?.stage(now))
    }

    pub fn compare(&self, dao: &Dao, proposal: &Addr) -> Result<()> {
        for (id, known) in &self.0 {
            let Poll { class, scope, rules, opens, .. } = known.entered.clone();
            let (stage, proposal) = (known.stage(dao.now()), proposal.clone());
            let opened = known.opened.as_ref().map(judged).transpose()?;
            let answer = PollResponse { id: *id, proposal, class, scope, rules, stage, opens, opened };
            same(&format!("poll {id}"), &answer, &dao.poll(*id)?)?;
            if known.opened.is_none() {
                continue;
            }
            let ballots = BallotsResponse { ballots: known.ballots.values().cloned().collect() };
            let asked = QueryMsg::Ballots { poll: *id, start_after: None, limit: Some(100) };
            same(&format!("ballots of poll {id}"), &ballots, &dao.ask(&dao.contracts.voting, &asked)?)?;
        }
        Ok(())
    }
}

impl Known {
    fn count(&mut self) -> Result<&mut Count> {
        Ok(&mut self.opened.as_mut().context("the poll has not opened")?.1)
    }

    fn stage(&self, now: u64) -> PollStage {
        let stage = match &self.opened {
            None => self.entered.stage(now),
            Some((opening, count)) => count.stage(opening, now),
        };
        match stage {
            PollStage::Closed if self.settled => PollStage::Settled,
            stage => stage,
        }
    }

    /// The tally that is told is the sum of the ballots that were.
    fn check_sums(&self) -> Result<()> {
        let (_, count) = self.opened.as_ref().context("the poll has not opened")?;
        let told = TallyInfo::from(count.tally);
        for (choice, sum) in [(Choice::Yes, told.yes), (Choice::No, told.no), (Choice::Abstain, told.abstain)]
        {
            let cast = self.ballots.values().filter(|ballot| ballot.choice == Some(choice));
            let power: Uint128 = cast.clone().map(|ballot| ballot.cast.power).sum();
            let stake: Uint128 = cast.clone().map(|ballot| ballot.cast.stake).sum();
            let unattested_stake: Uint128 = cast.map(|ballot| ballot.cast.unattested_stake).sum();
            same("the ballots of a choice", &Weight { power, stake, unattested_stake }, &sum)?;
        }
        Ok(())
    }
}

fn entered(fact: &Fact) -> Result<Poll> {
    Ok(Poll {
        class: fact.word("class")?,
        scope: fact.word("scope")?,
        rules: fact.json("rules")?,
        unattested_bps: fact.get("unattested_bps")?,
        cap_bps: fact.get("cap_bps")?,
        opens: fact.get("opens")?,
        cancelled: false,
    })
}

fn opening(fact: &Fact, entered: &Poll) -> Result<(Opening, Count)> {
    let snapshot = Snapshot { height: fact.get("snapshot_height")?, time: fact.get("snapshot_time")? };
    let TotalsResponse { power, stake, attested } = totals(fact)?;
    let terms = Terms {
        class: entered.class,
        rules: entered.rules.clone(),
        unattested_bps: entered.unattested_bps,
        mode: fact.word("mode")?,
        totals: Totals { power: Power(u64::try_from(power.u128())?), stake: Stake(stake), attested },
        stake_base: Stake(fact.get("stake_base")?),
        quorum_bps: fact.get("quorum_bps")?,
        cap: Power(fact.get("cap")?),
    };
    let count = Count { tally: Tally::default(), closes: fact.get("closes")?, extensions: 0 };
    Ok((Opening { snapshot, terms }, count))
}

fn tally(fact: &Fact) -> Result<Tally> {
    let side = |choice: &str| {
        Ok::<_, anyhow::Error>(Contribution {
            power: Power(fact.get(&format!("{choice}_power"))?),
            stake: Stake(fact.get(&format!("{choice}_stake"))?),
            unattested: Stake(fact.get(&format!("{choice}_unattested"))?),
        })
    };
    Ok(Tally { yes: side("yes")?, no: side("no")?, abstain: side("abstain")?, heads: fact.get("heads")? })
}

/// What follows from a tally and the terms that it is judged by.
fn judged((opening, count): &(Opening, Count)) -> Result<OpenedPoll> {
    let Opening { snapshot, terms } = opening;
    let conditions = terms.judge(&count.tally);
    Ok(OpenedPoll {
        snapshot: *snapshot,
        closes: count.closes,
        extensions: count.extensions,
        mode: terms.mode,
        totals: terms.totals.into(),
        stake_base: terms.stake_base.0,
        quorum_bps: terms.quorum_bps,
        cap: terms.cap.0.into(),
        tally: count.tally.into(),
        yes_side: terms.side_floor(&count.tally, Choice::Yes),
        no_side: terms.side_floor(&count.tally, Choice::No),
        heads_needed: terms.heads_needed(),
        conditions,
        passes: conditions.pass(),
        forfeits_deposit: is_forfeited(terms, &count.tally)?,
    })
}
