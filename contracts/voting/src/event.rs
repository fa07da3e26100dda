//! What voting tells the world: one typed event per fact, with the values after it.

use cosmwasm_std::{to_json_string, Addr, Event, StdResult};
use isonomia_core::account::Account;
use isonomia_core::ballot::Ballot;
use isonomia_core::contribution::Contribution;
use isonomia_core::delegation::Part;
use isonomia_core::ledger::{Bucket, Totals};
use isonomia_core::line::Line;
use isonomia_core::poll::{Count, Opening, Poll};
use isonomia_core::quorum::{AdaptiveQuorum, EpochTurnout};
use isonomia_core::tally::Tally;
use isonomia_core::weight::Curve;

use crate::state::{Contracts, Parameters};

/// The contract begins.
pub fn instantiated(vault: &Addr, contracts: &Contracts, parameters: &Parameters) -> Event {
    let Contracts { registrar, proposal, timelock } = contracts;
    Event::new("voting_instantiated")
        .add_attribute("vault", vault)
        .add_attribute("registrar", registrar)
        .add_attribute("proposal", proposal)
        .add_attribute("timelock", timelock)
        .add_attribute("scale", parameters.curve.scale.to_string())
        .add_attribute("floor_stake", parameters.curve.floor.0)
        .add_attribute("season", parameters.season.to_string())
        .add_attribute("min_attested", parameters.min_attested.to_string())
        .add_attribute("least_total_stake", parameters.least_total_stake.0)
        .add_attribute("unbonding", parameters.unbonding.to_string())
        .add_attribute("day", parameters.day.0.to_string())
}

/// An account changed, and the totals with it.
pub fn account(who: &Addr, account: &Account, curve: &Curve, totals: &Totals) -> Event {
    weight(Event::new("voting_account").add_attribute("account", who), account.contribution(curve))
        .add_attribute("attested_until", or_none(account.attested))
        .add_attribute("generation", account.generation.to_string())
        .add_attribute("total_power", totals.power.0.to_string())
        .add_attribute("total_stake", totals.stake.0)
        .add_attribute("total_attested", totals.attested.to_string())
}

/// What a delegate receives in a generation and season is this now.
pub fn received(bucket: &Bucket, sum: Contribution) -> Event {
    let event = Event::new("voting_received")
        .add_attribute("delegate", &bucket.delegate)
        .add_attribute("generation", bucket.generation.to_string())
        .add_attribute("season", bucket.season.to_string());
    weight(event, sum)
}

/// An account receives from now on.
pub fn delegate_registered(who: &Addr, generation: u32, since: u64) -> Event {
    Event::new("voting_delegate_registered")
        .add_attribute("delegate", who)
        .add_attribute("generation", generation.to_string())
        .add_attribute("since", since.to_string())
}

/// A delegate receives no more.
pub fn resigned(who: &Addr) -> Event {
    Event::new("voting_resigned").add_attribute("delegate", who)
}

/// An account delegated; one event per part, from the first on.
pub fn delegated(who: &Addr, number: usize, part: &Part) -> Event {
    Event::new("voting_delegated")
        .add_attribute("principal", who)
        .add_attribute("part", number.to_string())
        .add_attribute("delegate", &part.delegate)
        .add_attribute("bps", part.bps.to_string())
        .add_attribute("generation", part.generation.to_string())
        .add_attribute("season", part.season.to_string())
}

/// An account delegates no more.
pub fn undelegated(who: &Addr) -> Event {
    Event::new("voting_undelegated").add_attribute("principal", who)
}

/// The registrar declared itself ready at that height.
pub fn ready(height: u64) -> Event {
    Event::new("voting_ready").add_attribute("height", height.to_string())
}

/// Two keys judge from now on, for ever.
pub fn latched() -> Event {
    Event::new("voting_latched")
}

/// Since when n counts as below the line, and since when it is above it again.
pub fn line(line: &Line) -> Event {
    Event::new("voting_line")
        .add_attribute("below_since", or_none(line.below_since))
        .add_attribute("above_since", or_none(line.above_since))
}

/// Who tells from now on who is attested.
pub fn registrar_named(registrar: &Addr) -> Event {
    Event::new("voting_registrar_named").add_attribute("registrar", registrar)
}

/// Who enters polls from now on.
pub fn proposal_named(proposal: &Addr) -> Event {
    Event::new("voting_proposal_named").add_attribute("proposal", proposal)
}

/// A poll was entered: this is what a proposal fixes of it.
pub fn entered(id: u64, poll: &Poll) -> StdResult<Event> {
    Ok(of_poll("voting_poll_entered", id)
        .add_attribute("class", poll.class.name())
        .add_attribute("scope", poll.scope.name())
        .add_attribute("opens", poll.opens.to_string())
        .add_attribute("lapses", poll.lapses().to_string())
        .add_attribute("rules", to_json_string(&poll.rules)?)
        .add_attribute("unattested_bps", poll.unattested_bps.to_string())
        .add_attribute("cap_bps", poll.cap_bps.to_string()))
}

/// A poll will not open.
pub fn cancelled(id: u64) -> Event {
    of_poll("voting_poll_cancelled", id)
}

/// A poll was opened: this is what it is judged by.
pub fn opened(id: u64, opening: &Opening, count: &Count) -> Event {
    let Opening { snapshot, terms } = opening;
    of_poll("voting_poll_opened", id)
        .add_attribute("snapshot_height", snapshot.height.to_string())
        .add_attribute("snapshot_time", snapshot.time.to_string())
        .add_attribute("closes", count.closes.to_string())
        .add_attribute("mode", terms.mode.name())
        .add_attribute("total_power", terms.totals.power.0.to_string())
        .add_attribute("total_stake", terms.totals.stake.0)
        .add_attribute("total_attested", terms.totals.attested.to_string())
        .add_attribute("stake_base", terms.stake_base.0)
        .add_attribute("quorum_bps", terms.quorum_bps.to_string())
        .add_attribute("cap", terms.cap.0.to_string())
}

/// A poll was settled: its last close, and the turnout that the quorum follows, if it follows this poll.
pub fn settled(id: u64, count: &Count, noted: Option<EpochTurnout>) -> Event {
    let event = of_poll("voting_poll_settled", id).add_attribute("closes", count.closes.to_string());
    match noted {
        Some(EpochTurnout { epoch, turnout_bps }) => event
            .add_attribute("epoch", epoch.to_string())
            .add_attribute("turnout_bps", turnout_bps.to_string()),
        None => event,
    }
}

/// Finished epochs were applied to the quorum.
pub fn quorum(quorum: &AdaptiveQuorum) -> Event {
    Event::new("voting_quorum")
        .add_attribute("quorum_bps", quorum.bps.to_string())
        .add_attribute("average_turnout_bps", quorum.average_bps.to_string())
}

/// A ballot stands so now: the voter's own, or a delegate's that an override changed.
pub fn voted(id: u64, voter: &Addr, ballot: &Ballot, cast: Contribution, count: &Count) -> Event {
    let choice = ballot.choice.map_or("none", |choice| choice.name());
    let event = of_poll("voting_voted", id).add_attribute("voter", voter).add_attribute("choice", choice);
    weight(event, cast)
        .add_attribute("closes", count.closes.to_string())
        .add_attribute("extensions", count.extensions.to_string())
}

/// The tally of a poll after the ballots before it.
pub fn tally(id: u64, tally: &Tally) -> Event {
    let Tally { yes, no, abstain, heads } = tally;
    of_poll("voting_tally", id)
        .add_attribute("yes_power", yes.power.0.to_string())
        .add_attribute("yes_stake", yes.stake.0)
        .add_attribute("yes_unattested", yes.unattested.0)
        .add_attribute("no_power", no.power.0.to_string())
        .add_attribute("no_stake", no.stake.0)
        .add_attribute("no_unattested", no.unattested.0)
        .add_attribute("abstain_power", abstain.power.0.to_string())
        .add_attribute("abstain_stake", abstain.stake.0)
        .add_attribute("abstain_unattested", abstain.unattested.0)
        .add_attribute("heads", heads.to_string())
}

fn of_poll(name: &str, id: u64) -> Event {
    Event::new(name).add_attribute("proposal_id", id.to_string())
}

fn or_none(moment: Option<u64>) -> String {
    moment.map_or("none".to_string(), |moment| moment.to_string())
}

fn weight(event: Event, weight: Contribution) -> Event {
    event
        .add_attribute("power", weight.power.0.to_string())
        .add_attribute("stake", weight.stake.0)
        .add_attribute("unattested_stake", weight.unattested.0)
}
