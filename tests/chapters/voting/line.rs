//! Below the line: what may open while too few are attested, and from when the time counts.

use cosmwasm_std::{Addr, CosmosMsg};
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey};
use isonomia_api::voting;
use isonomia_core::class::{Class, Scope};
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Mode;
use isonomia_embedded::{Dao, DAY};

use super::town::{town_with, Town, FOR_EVER};

/// What is said to everything else.
pub const BELOW: &str =
    "4 accounts are attested, fewer than 5: only signals, emergencies that cancel or pause, and \
    registry repair may open";

/// Five people without stake latch two keys; the fifth is revoked, now.
pub fn fallen() -> (Dao, Addr) {
    let mut dao = town_with(|params| params.min_attested = 5);
    let people = dao.people_without_stake(5);
    dao.begin(Class::Signal);
    dao.revoke(&people[4]).unwrap();
    (dao, people[4].clone())
}

/// What concerns the registry.
pub trait Registry {
    /// So many people, attested and without stake.
    fn people_without_stake(&mut self, count: usize) -> Vec<Addr>;
    /// Names another issuer.
    fn repair(&self) -> CosmosMsg;
    /// Names our registry the registrar.
    fn new_registrar(&self) -> CosmosMsg;
    /// A proposal to do this, due to be opened from two days on.
    fn to_do(&mut self, action: CosmosMsg) -> u64;
    /// Opened now, by whoever.
    fn mode_if_opened(&mut self, id: u64) -> Mode;
}

impl Registry for Dao {
    fn people_without_stake(&mut self, count: usize) -> Vec<Addr> {
        let people: Vec<Addr> = (0..count).map(|number| self.addr(&format!("citizen {number}"))).collect();
        people.iter().for_each(|who| drop(self.attest(who, FOR_EVER).unwrap()));
        people
    }

    fn repair(&self) -> CosmosMsg {
        let key = IssuerKey::Account { address: self.addr("new issuer").into_string() };
        let issuer = Issuer { id: "new".to_string(), key };
        call(&self.contracts.identity, &identity::ExecuteMsg::AddIssuer { issuer }).unwrap()
    }

    fn new_registrar(&self) -> CosmosMsg {
        let registrar = self.contracts.identity.to_string();
        call(&self.contracts.voting, &voting::ExecuteMsg::SetRegistrar { registrar }).unwrap()
    }

    fn to_do(&mut self, action: CosmosMsg) -> u64 {
        let proposer = self.addr(&format!("proposer {}", self.height()));
        self.propose(&proposer, "For the registry", vec![action], false).unwrap()
    }

    fn mode_if_opened(&mut self, id: u64) -> Mode {
        self.open_now(id);
        self.opened(id).unwrap().mode
    }
}

#[test]
fn below_the_line_little_may_open() {
    let (mut dao, fifth) = fallen();
    let [standard, critical] = [dao.proposed(Class::Standard), dao.due(Class::Critical)];
    let remove = identity::ExecuteMsg::RemoveIssuer { id: "issuer".to_string() };
    let remove = call(&dao.contracts.identity, &remove).unwrap();
    let proposer = dao.addr("proposer");
    let removal = dao.propose(&proposer, "Quick", vec![remove], true).unwrap();
    dao.advance(DAY / 24);

    for id in [standard, critical, removal] {
        dao.refuses(BELOW, |dao| dao.open(&fifth, id));
        dao.refuses(BELOW, |dao| dao.vote(&fifth, id, Choice::Yes));
    }

    let registrar = dao.to_do(dao.new_registrar());
    dao.advance(2 * DAY);
    dao.refuses(BELOW, |dao| dao.open(&fifth, registrar));

    // At the line again, what was due opens.
    dao.attest(&fifth, FOR_EVER).unwrap();
    dao.next_block();
    assert_eq!(dao.mode_if_opened(critical), Mode::TwoKey);
}

#[test]
fn below_the_line_signals_cancellations_and_repair_open_with_two_keys() {
    let (mut dao, _) = fallen();
    let repair = dao.to_do(dao.repair());
    dao.advance(2 * DAY);
    let [signal, cancel] = [dao.due(Class::Signal), dao.due(Class::Emergency)];

    for id in [signal, cancel, repair] {
        assert_eq!(dao.mode_if_opened(id), Mode::TwoKey);
    }
    assert_eq!(dao.poll(repair).unwrap().scope, Scope::Repair);
}

#[test]
fn a_repair_with_anything_else_in_it_is_no_repair() {
    let (mut dao, fifth) = fallen();
    dao.advance(90 * DAY);
    let actions = vec![dao.repair(), dao.actions_of(Class::Standard).unwrap().remove(0)];
    let id = dao.propose(&fifth, "Repair, and a little for me", actions, false).unwrap();
    dao.advance(2 * DAY);

    dao.refuses(BELOW, |dao| dao.open(&fifth, id));
}

#[test]
fn fourteen_days_unbroken_at_the_line_start_the_count_again() {
    for (days_above, restarts) in [(14 * DAY - 1, false), (14 * DAY, true)] {
        let (mut dao, fifth) = fallen();
        let since = dao.now();
        dao.advance(10 * DAY);
        dao.attest(&fifth, FOR_EVER).unwrap();
        dao.advance(days_above);
        dao.revoke(&fifth).unwrap();

        let expected = if restarts { since + 10 * DAY + days_above } else { since };
        assert_eq!(dao.registry().unwrap().below_since, Some(expected));
        let id = dao.to_do(dao.repair());
        dao.advance_to(since + 30 * DAY);
        let mode = if restarts { Mode::TwoKey } else { Mode::StakeRepair };
        assert_eq!(dao.mode_if_opened(id), mode);
    }
}

#[test]
fn people_that_come_and_go_win_no_time() {
    let (mut dao, fifth) = fallen();
    let since = dao.now();

    for _ in 0..3 {
        dao.attest(&fifth, FOR_EVER).unwrap();
        dao.advance(9 * DAY);
        dao.revoke(&fifth).unwrap();
        dao.advance(DAY);
    }

    assert_eq!(dao.registry().unwrap().below_since, Some(since));
    let id = dao.to_do(dao.repair());
    dao.advance(2 * DAY);
    assert_eq!(dao.mode_if_opened(id), Mode::StakeRepair);
}
