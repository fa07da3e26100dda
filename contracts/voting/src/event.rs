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
use isonomia_kit::saying::Say;

use crate::state::{Contracts, Parameters};

/// The contract begins.
pub fn instantiated(vault: &Addr, contracts: &Contracts, parameters: &Parameters) -> Event {
    let Contracts { registrar, proposal, timelock } = contracts;
    Event::new("voting_instantiated")
        .say("vault", vault)
        .say("registrar", registrar)
        .say("proposal", proposal)
        .say("timelock", timelock)
        .say_number("scale", parameters.curve.scale)
        .say("floor_stake", parameters.curve.floor.0)
        .say_number("season", parameters.season)
        .say_number("min_attested", parameters.min_attested)
        .say("least_total_stake", parameters.least_total_stake.0)
        .say_number("unbonding", parameters.unbonding)
        .say_number("day", parameters.day.0)
}

/// An account changed, and the totals with it.
pub fn account(who: &Addr, account: &Account, curve: &Curve, totals: &Totals) -> Event {
    weight(Event::new("voting_account").say("account", who), account.contribution(curve))
        .say("attested_until", or_none(account.attested))
        .say_number("generation", account.generation)
        .say_number("total_power", totals.power.0)
        .say("total_stake", totals.stake.0)
        .say_number("total_attested", totals.attested)
}

/// What a delegate receives in a generation and season is this now.
pub fn received(bucket: &Bucket, sum: Contribution) -> Event {
    let event = Event::new("voting_received")
        .say("delegate", &bucket.delegate)
        .say_number("generation", bucket.generation)
        .say_number("season", bucket.season);
    weight(event, sum)
}

/// An account receives from now on.
pub fn delegate_registered(who: &Addr, generation: u32, since: u64) -> Event {
    Event::new("voting_delegate_registered")
        .say("delegate", who)
        .say_number("generation", generation)
        .say_number("since", since)
}

/// A delegate receives no more.
pub fn resigned(who: &Addr) -> Event {
    Event::new("voting_resigned").say("delegate", who)
}

/// An account delegated; one event per part, from the first on.
pub fn delegated(who: &Addr, number: u64, part: &Part) -> Event {
    Event::new("voting_delegated")
        .say("principal", who)
        .say_number("part", number)
        .say("delegate", &part.delegate)
        .say_number("bps", part.bps)
        .say_number("generation", part.generation)
        .say_number("season", part.season)
}

/// An account delegates no more.
pub fn undelegated(who: &Addr) -> Event {
    Event::new("voting_undelegated").say("principal", who)
}

/// The registrar declared itself ready at that height.
pub fn ready(height: u64) -> Event {
    Event::new("voting_ready").say_number("height", height)
}

/// Two keys judge from now on, for ever.
pub fn latched() -> Event {
    Event::new("voting_latched")
}

/// Since when n counts as below the line, and since when it is above it again.
pub fn line(line: &Line) -> Event {
    Event::new("voting_line")
        .say("below_since", or_none(line.below_since))
        .say("above_since", or_none(line.above_since))
}

/// Who tells from now on who is attested.
pub fn registrar_named(registrar: &Addr) -> Event {
    Event::new("voting_registrar_named").say("registrar", registrar)
}

/// Who enters polls from now on.
pub fn proposal_named(proposal: &Addr) -> Event {
    Event::new("voting_proposal_named").say("proposal", proposal)
}

/// A poll was entered: this is what a proposal fixes of it.
pub fn entered(id: u64, poll: &Poll) -> StdResult<Event> {
    Ok(of_poll("voting_poll_entered", id)
        .say("class", poll.class.name())
        .say("scope", poll.scope.name())
        .say_number("opens", poll.opens)
        .say_number("lapses", poll.lapses())
        .say("rules", to_json_string(&poll.rules)?)
        .say_number("unattested_bps", poll.unattested_bps)
        .say_number("cap_bps", poll.cap_bps))
}

/// A poll will not open.
pub fn cancelled(id: u64) -> Event {
    of_poll("voting_poll_cancelled", id)
}

/// A poll was opened: this is what it is judged by.
pub fn opened(id: u64, opening: &Opening, count: &Count) -> Event {
    let Opening { snapshot, terms } = opening;
    of_poll("voting_poll_opened", id)
        .say_number("snapshot_height", snapshot.height)
        .say_number("snapshot_time", snapshot.time)
        .say_number("closes", count.closes)
        .say("mode", terms.mode.name())
        .say_number("total_power", terms.totals.power.0)
        .say("total_stake", terms.totals.stake.0)
        .say_number("total_attested", terms.totals.attested)
        .say("stake_base", terms.stake_base.0)
        .say_number("quorum_bps", terms.quorum_bps)
        .say_number("cap", terms.cap.0)
}

/// A poll was settled: its last close, and the turnout that the quorum follows, if it follows this poll.
pub fn settled(id: u64, count: &Count, noted: Option<EpochTurnout>) -> Event {
    let event = of_poll("voting_poll_settled", id).say_number("closes", count.closes);
    match noted {
        Some(EpochTurnout { epoch, turnout_bps }) => {
            event.say_number("epoch", epoch).say_number("turnout_bps", turnout_bps)
        }
        None => event,
    }
}

/// Finished epochs were applied to the quorum.
pub fn quorum(quorum: &AdaptiveQuorum) -> Event {
    Event::new("voting_quorum")
        .say_number("quorum_bps", quorum.bps)
        .say_number("average_turnout_bps", quorum.average_bps)
}

/// A ballot stands so now: the voter's own, or a delegate's that an override changed.
pub fn voted(id: u64, voter: &Addr, ballot: &Ballot, cast: Contribution, count: &Count) -> Event {
    let choice = ballot.choice.map_or("none", |choice| choice.name());
    let event = of_poll("voting_voted", id).say("voter", voter).say("choice", choice);
    weight(event, cast).say_number("closes", count.closes).say_number("extensions", count.extensions)
}

/// The tally of a poll after the ballots before it.
pub fn tally(id: u64, tally: &Tally) -> Event {
    let Tally { yes, no, abstain, heads } = tally;
    of_poll("voting_tally", id)
        .say_number("yes_power", yes.power.0)
        .say("yes_stake", yes.stake.0)
        .say("yes_unattested", yes.unattested.0)
        .say_number("no_power", no.power.0)
        .say("no_stake", no.stake.0)
        .say("no_unattested", no.unattested.0)
        .say_number("abstain_power", abstain.power.0)
        .say("abstain_stake", abstain.stake.0)
        .say("abstain_unattested", abstain.unattested.0)
        .say_number("heads", *heads)
}

fn of_poll(name: &str, id: u64) -> Event {
    Event::new(name).say_number("proposal_id", id)
}

fn or_none(moment: Option<u64>) -> String {
    moment.map_or("none".to_string(), |moment| moment.to_string())
}

fn weight(event: Event, weight: Contribution) -> Event {
    event
        .say_number("power", weight.power.0)
        .say("stake", weight.stake.0)
        .say("unattested_stake", weight.unattested.0)
}
