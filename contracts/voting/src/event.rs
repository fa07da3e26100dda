//! What voting tells the world: one typed event per fact, with the values after it.

use cosmwasm_std::{Addr, Event};
use isonomia_core::account::Account;
use isonomia_core::ballot::Ballot;
use isonomia_core::contribution::Contribution;
use isonomia_core::ledger::Totals;
use isonomia_core::poll::{Count, Opening, Poll};
use isonomia_core::weight::Curve;

/// An account changed, and the totals with it.
pub fn account(who: &Addr, account: &Account, curve: &Curve, totals: &Totals) -> Event {
    let attested = account.attested.map_or("none".to_string(), |until| until.to_string());
    weight(Event::new("voting_account").add_attribute("account", who), account.contribution(curve))
        .add_attribute("attested_until", attested)
        .add_attribute("generation", account.generation.to_string())
        .add_attribute("total_power", totals.power.0.to_string())
        .add_attribute("total_stake", totals.stake.0)
        .add_attribute("total_attested", totals.attested.to_string())
}

/// An account delegated; one event per part.
pub fn delegated(who: &Addr, delegate: &Addr, bps: u16, generation: u32, season: u64) -> Event {
    Event::new("voting_delegated")
        .add_attribute("principal", who)
        .add_attribute("delegate", delegate)
        .add_attribute("bps", bps.to_string())
        .add_attribute("generation", generation.to_string())
        .add_attribute("season", season.to_string())
}

/// A poll was entered or cancelled.
pub fn poll(fact: &str, id: u64, poll: &Poll) -> Event {
    Event::new(format!("voting_{fact}"))
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("class", poll.class.name())
        .add_attribute("opens", poll.opens.to_string())
}

/// A poll was opened: this is what it is judged by.
pub fn opened(id: u64, entered: &Poll, opening: &Opening) -> Event {
    let Opening { snapshot, terms } = opening;
    poll("poll_opened", id, entered)
        .add_attribute("snapshot_height", snapshot.height.to_string())
        .add_attribute("snapshot_time", snapshot.time.to_string())
        .add_attribute("mode", format!("{:?}", terms.mode))
        .add_attribute("total_power", terms.totals.power.0.to_string())
        .add_attribute("total_stake", terms.totals.stake.0)
        .add_attribute("total_attested", terms.totals.attested.to_string())
        .add_attribute("quorum_bps", terms.quorum_bps.to_string())
        .add_attribute("cap", terms.cap.0.to_string())
}

/// A poll was settled: its last close.
pub fn settled(id: u64, count: &Count) -> Event {
    Event::new("voting_poll_settled")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("closes", count.closes.to_string())
}

/// A ballot stands so now: the voter's own, or a delegate's that an override changed.
pub fn voted(id: u64, voter: &Addr, ballot: &Ballot, cast: Contribution, count: &Count) -> Event {
    let choice = ballot.choice.map_or("none", |choice| choice.name());
    let event = Event::new("voting_voted")
        .add_attribute("proposal_id", id.to_string())
        .add_attribute("voter", voter)
        .add_attribute("choice", choice);
    weight(event, cast)
        .add_attribute("closes", count.closes.to_string())
        .add_attribute("extensions", count.extensions.to_string())
}

fn weight(event: Event, weight: Contribution) -> Event {
    event
        .add_attribute("power", weight.power.0.to_string())
        .add_attribute("stake", weight.stake.0)
        .add_attribute("unattested_stake", weight.unattested.0)
}
