//! Arming the way back: every limit at the limit and one past it, and nothing that was not voted on.

use anyhow::Result;
use cosmwasm_std::{to_json_binary, Addr, CosmosMsg};
use isonomia_api::proposal::QueryMsg as Proposals;
use isonomia_api::timelock::RollbackPlan;
use isonomia_embedded::{Dao, DAY};

use super::foundry::*;

/// A town that upgrades its registry with a way back, changed here and there.
struct Arming {
    dao: Dao,
    identity: Addr,
    code: u64,
    next: u64,
}

impl Arming {
    fn new() -> Result<Arming> {
        let mut dao = foundry()?;
        let (identity, code) = (dao.contracts.identity.clone(), identity_code(&mut dao, Temper::Sound));
        Ok(Arming { dao, identity, code, next: 600 })
    }

    fn plan(&self, change: impl FnOnce(&mut RollbackPlan)) -> Result<RollbackPlan> {
        let mut plan = week(&self.dao, &[&self.identity])?;
        change(&mut plan);
        Ok(plan)
    }

    fn upgrade(&self, change: impl FnOnce(&mut RollbackPlan)) -> Result<Vec<CosmosMsg>> {
        upgrade(&self.dao, &[(&self.identity, self.code)], Some(self.plan(change)?))
    }

    /// What the executor hears of such an upgrade.
    #[track_caller]
    fn refusal(&mut self, change: impl FnOnce(&mut RollbackPlan)) -> Result<String> {
        let actions = self.upgrade(change)?;
        let id = self.next();
        disorder(&mut self.dao, id, &actions)
    }

    /// Such an upgrade is executed; the registry is taken back afterwards, for the next one.
    fn accepts(&mut self, change: impl FnOnce(&mut RollbackPlan)) -> Result<u64> {
        let actions = self.upgrade(change)?;
        let (id, guardian) = (self.next(), self.dao.addr("guardian"));
        order(&mut self.dao, id, &actions)?;
        let until = way_back(&self.dao, id)?.until - self.dao.now();
        tell(&mut self.dao, &guardian, &back(id))?;
        Ok(until)
    }

    /// The id of the next operation.
    fn next(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}

#[test]
fn a_soak_lasts_a_second_to_fourteen_days() -> Result<()> {
    let mut town = Arming::new()?;

    for seconds in [1, 14 * DAY] {
        assert_eq!(town.accepts(|plan| plan.soak = seconds)?, seconds);
    }
    for seconds in [0, 14 * DAY + 1] {
        let refusal = town.refusal(|plan| plan.soak = seconds)?;
        assert_eq!(refusal, format!("a soak lasts 1 to 1209600 s (14 days), not {seconds} s"));
    }
    Ok(())
}

#[test]
fn a_plan_has_at_most_four_alarms() -> Result<()> {
    let mut town = Arming::new()?;
    let alarms =
        |count: usize| move |plan: &mut RollbackPlan| plan.alarms = vec![plan.alarms[0].clone(); count];

    town.accepts(alarms(0))?;
    town.accepts(alarms(4))?;
    assert_eq!(town.refusal(alarms(5))?, "an upgrade has at most 4 alarms, not 5");
    Ok(())
}

#[test]
fn the_message_of_a_step_is_an_object_of_at_most_4096_bytes() -> Result<()> {
    let mut town = Arming::new()?;
    let identity = town.identity.clone();
    let saying = |bytes: usize| {
        let msg = format!(r#"{{"a":"{}"}}"#, "x".repeat(bytes - 8));
        move |plan: &mut RollbackPlan| plan.steps[0].msg = msg.as_bytes().into()
    };

    town.accepts(saying(4_096))?;
    let refusal = town.refusal(saying(4_097))?;
    assert_eq!(refusal, format!("the message of the step of {identity} has at most 4096 bytes, not 4097"));
    let refusal = town.refusal(|plan| plan.steps[0].msg = b"[]".into())?;
    assert_eq!(refusal, format!("the step of {identity}: a message is one JSON object"));
    let refusal = town.refusal(|plan| plan.steps[0].msg = br#"{"a":1,"a":2}"#.into())?;
    assert_eq!(refusal, format!("the step of {identity}: not a message: the key `a` stands twice"));
    Ok(())
}

#[test]
fn steps_are_for_exactly_what_was_migrated() -> Result<()> {
    let mut town = Arming::new()?;
    let (identity, voting) = (town.identity.clone(), town.dao.contracts.voting.clone());
    let (before, after) = (town.dao.codes.identity, town.code);
    let other = step(&town.dao, &voting, town.dao.codes.voting)?;

    let refusal = town.refusal(|plan| plan.steps.push(other.clone()))?;
    assert_eq!(refusal, format!("{voting} was not migrated, and has no step back"));
    let refusal = town.refusal(|plan| plan.steps.clear())?;
    let missing = "and the rollback has no step for it";
    assert_eq!(refusal, format!("{identity} was migrated from code {before} to {after}, {missing}"));
    let refusal = town.refusal(|plan| plan.steps.push(plan.steps[0].clone()))?;
    assert_eq!(refusal, format!("{identity} stands twice among the steps of an upgrade"));
    let refusal = town.refusal(|plan| plan.steps = vec![other; 17])?;
    assert_eq!(refusal, "an upgrade has at most 16 steps, not 17");
    Ok(())
}

#[test]
fn the_timelock_has_no_way_back() -> Result<()> {
    let mut town = Arming::new()?;
    let (timelock, code) = (town.dao.contracts.timelock.clone(), timelock_code(&mut town.dao, Temper::Sound));
    let with_a_step = town.plan(|plan| {
        let own = step(&town.dao, &timelock, town.dao.codes.timelock).expect("it has a code");
        plan.steps.push(own);
    })?;
    let (without, to) = (town.plan(|_| ())?, [(&town.identity, town.code), (&timelock, code)]);
    let refused_plan = upgrade(&town.dao, &to, Some(with_a_step))?;
    let refusal = disorder(&mut town.dao, 500, &refused_plan)?;
    assert_eq!(refusal, format!("a migration of the timelock has no rollback: {timelock} is the timelock"));

    let actions = upgrade(&town.dao, &to, Some(without))?;
    order(&mut town.dao, 501, &actions)?;
    let guardian = town.dao.addr("guardian");
    tell(&mut town.dao, &guardian, &back(501))?;

    assert_eq!(runs(&town.dao, &town.identity)?, town.dao.codes.identity);
    assert_eq!(runs(&town.dao, &timelock)?, code, "it stays where it is");
    Ok(())
}

#[test]
fn a_step_is_for_code_of_its_checksum() -> Result<()> {
    let mut town = Arming::new()?;
    let (identity, code) = (town.identity.clone(), town.dao.codes.identity);
    let (found, approved) = (town.dao.checksum(code)?, "07".repeat(32));

    let refusal = town.refusal(|plan| plan.steps[0].checksum = vec![7; 32].into())?;
    assert_eq!(
        refusal,
        format!("{identity}: code {code} has the checksum {found}, and {approved} was approved")
    );
    let refusal = town.refusal(|plan| plan.steps[0].checksum = vec![7; 31].into())?;
    assert_eq!(refusal, format!("the checksum of {identity} is a SHA-256 and has 32 bytes, not 31"));
    Ok(())
}

#[test]
fn an_alarm_holds_when_it_is_armed() -> Result<()> {
    let mut town = Arming::new()?;
    let timelock = town.dao.contracts.timelock.clone();

    let refusal = town.refusal(|plan| plan.alarms[0].value = "mallory".to_string())?;
    assert_eq!(refusal, format!("expected at `/timelock`: mallory; the answer is {timelock}"));
    let refusal = town.refusal(|plan| plan.alarms[0].pointer = "/day/of/rest".to_string())?;
    assert_eq!(refusal, "the answer has nothing at `/day/of/rest`");
    Ok(())
}

#[test]
fn an_alarm_asks_what_governance_alone_changes() -> Result<()> {
    let mut town = Arming::new()?;
    let [proposal, vault] =
        [&town.dao.contracts.proposal, &town.dao.contracts.vault].map(|contract| contract.to_string());
    let why = "an alarm asks our own contracts what governance alone changes, and";

    let counted = proposal.clone();
    let refusal = town.refusal(|plan| {
        plan.alarms[0].contract = counted;
        plan.alarms[0].pointer = "/next_id".to_string();
    })?;
    assert_eq!(refusal, format!("{why} `config` of {proposal} at `/next_id` is not that"));
    let staked = vault.clone();
    let refusal = town.refusal(|plan| plan.alarms[0].contract = staked)?;
    assert_eq!(refusal, format!("{why} `config` of {vault} at `/timelock` is not that"));
    let rules = to_json_binary(&Proposals::Rules {})?;
    town.accepts(|plan| {
        plan.alarms[0].contract = proposal;
        plan.alarms[0].query = rules;
        plan.alarms[0].pointer = "/rules/cap_bps".to_string();
        plan.alarms[0].value = "300".to_string();
    })?;
    Ok(())
}

#[test]
fn an_upgrade_approves_each_contract_once_and_by_a_hash() -> Result<()> {
    let mut town = Arming::new()?;
    let (identity, code) = (town.identity.clone(), town.code);
    let fine = town.dao.approved(&identity, code)?;
    let mut refusal = |migrations| -> Result<String> {
        let (approval, id) = (approve(&town.dao, migrations, None)?, town.next());
        let actions = [migrate(&identity, code), approval];
        disorder(&mut town.dao, id, &actions)
    };

    let twice = refusal(vec![fine.clone(), fine.clone()])?;
    assert_eq!(twice, format!("{identity} stands twice among the migrations of an upgrade"));
    assert_eq!(refusal(vec![fine; 17])?, "an upgrade has at most 16 migrations, not 17");
    Ok(())
}
