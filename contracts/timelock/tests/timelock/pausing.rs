//! Pausing: one thing, for 72 hours at most, and then nothing for a week.

use cosmwasm_std::Addr;
use isonomia_api::call::call;
use isonomia_api::timelock::{ExecuteMsg, NewOperation, PauseInfo, PauseResponse, QueryMsg};
use isonomia_core::class::Class;
use isonomia_core::guardian::GuardianError;
use isonomia_core::operation::OperationStage;
use isonomia_core::pause::{PauseError, PauseScope, PauseStage};
use isonomia_timelock::pauses::ExecutionPaused;

use crate::notebook::{Ask, Page};
use crate::world::{actions, World, DAY, DELAY};

const LONGEST: u64 = 3 * DAY;

fn pause(scope: PauseScope, seconds: u64) -> ExecuteMsg {
    let (incident, reason) = ("leak".to_string(), "something pays out".to_string());
    ExecuteMsg::Pause { scope, seconds, incident, reason }
}

fn told(world: &World, contract: &Addr) -> Vec<String> {
    world.ask::<Page>(contract, &Ask::Page {}).lines
}

fn stage(world: &World) -> PauseStage {
    world.ask::<PauseResponse>(&world.timelock, &QueryMsg::Pause {}).stage
}

#[test]
fn a_pause_of_execution_delays_and_cancels_nothing() {
    let mut world = World::new();
    let (wanda, deed) = (world.wanda.clone(), actions(&[world.write("hello")]));
    world.schedule(NewOperation { window: 4 * DAY, ..world.operation(7, &deed) }).unwrap();
    world.wait(DELAY);
    world.send(&wanda, &pause(PauseScope::Execution, LONGEST)).unwrap();
    let until = world.now() + LONGEST;
    world.wait(LONGEST - 1);

    let refused = world.execute_refused(7, &deed);

    assert_eq!(refused, ExecutionPaused { id: 7, until, now: until - 1 }.into());
    assert_eq!(world.shown(7).unwrap().stage, OperationStage::Ready);
    world.wait(1);
    world.execute(7, &deed).unwrap();
    assert_eq!(told(&world, &world.treasury), [""; 0]);
}

#[test]
fn a_pause_holds_up_no_change_of_the_guardian_and_no_end_of_itself() {
    let mut world = World::new();
    let wanda = world.wanda.clone();
    let unpause = actions(&[call(&world.timelock, &ExecuteMsg::Unpause {}).unwrap()]);
    let remove = actions(&[call(&world.timelock, &ExecuteMsg::RemoveGuardian {}).unwrap()]);
    for (id, deed) in [(1, &remove), (2, &unpause)] {
        world.schedule(NewOperation { protected: true, ..world.operation(id, deed) }).unwrap();
    }
    world.wait(DELAY);
    world.send(&wanda, &pause(PauseScope::Execution, LONGEST)).unwrap();

    world.execute(1, &remove).unwrap();
    world.execute(2, &unpause).unwrap();

    assert_eq!(stage(&world), PauseStage::Cooling);
}

#[test]
fn a_pause_of_the_treasury_is_passed_on_to_it_and_execution_goes_on() {
    let mut world = World::new();
    let (wanda, deed) = (world.wanda.clone(), actions(&[world.write("hello")]));
    let unpause = actions(&[call(&world.timelock, &ExecuteMsg::Unpause {}).unwrap()]);
    world.schedule(world.operation(1, &deed)).unwrap();
    world.make_ready(2, &unpause);
    world.send(&wanda, &pause(PauseScope::TreasuryOutflow, 60)).unwrap();
    let (from, until) = (world.now(), world.now() + 60);

    assert_eq!(told(&world, &world.treasury), [format!("paused until {until}")]);
    world.execute(1, &deed).unwrap();
    let shown: PauseResponse = world.ask(&world.timelock, &QueryMsg::Pause {});
    let (scope, free_from) = (PauseScope::TreasuryOutflow, until + 7 * DAY);
    let last = Some(PauseInfo { scope, from, until, free_from });
    assert_eq!(shown, PauseResponse { last, stage: PauseStage::Running });
    world.execute(2, &unpause).unwrap();
    assert_eq!(told(&world, &world.treasury), ["unpaused"]);
}

#[test]
fn wanda_pauses_once_and_then_neither_scope_for_a_week() {
    let mut world = World::new();
    let wanda = world.wanda.clone();
    world.send(&wanda, &pause(PauseScope::TreasuryOutflow, LONGEST)).unwrap();
    let until = world.now() + LONGEST;
    let free_from = until + 7 * DAY;

    for passed in [0, LONGEST, 7 * DAY - 1] {
        world.wait(passed);
        for scope in [PauseScope::TreasuryOutflow, PauseScope::Execution] {
            let refused = world.refused(&wanda, &pause(scope, 1));
            assert_eq!(refused, PauseError::TooSoon { until, free_from, now: world.now() }.into());
        }
    }
    world.wait(1);
    assert_eq!(stage(&world), PauseStage::Free);
    world.send(&wanda, &pause(PauseScope::Execution, 1)).unwrap();
}

#[test]
fn an_emergency_shares_the_week_with_wanda() {
    let mut world = World::new();
    let wanda = world.wanda.clone();
    let voted = actions(&[call(&world.timelock, &pause(PauseScope::Execution, LONGEST)).unwrap()]);
    for id in [1, 2] {
        let operation = NewOperation { class: Class::Emergency, ..world.operation(id, &voted) };
        world.schedule(NewOperation { window: 30 * DAY, ..operation }).unwrap();
    }
    world.wait(DELAY);
    world.execute(1, &voted).unwrap();
    let (until, free_from) = (world.now() + LONGEST, world.now() + LONGEST + 7 * DAY);

    let refused = world.refused(&wanda, &pause(PauseScope::TreasuryOutflow, 1));
    assert_eq!(refused, PauseError::TooSoon { until, free_from, now: world.now() }.into());
    world.wait(LONGEST);
    let refused = world.execute_refused(2, &voted);
    assert_eq!(refused, PauseError::TooSoon { until, free_from, now: until }.into());
}

#[test]
fn a_pause_has_its_limits() {
    let mut world = World::new();
    let wanda = world.wanda.clone();

    for seconds in [0, LONGEST + 1] {
        let refused = world.refused(&wanda, &pause(PauseScope::Execution, seconds));
        assert_eq!(refused, PauseError::Length { seconds, most: LONGEST }.into());
    }
    world.send(&wanda, &pause(PauseScope::Execution, LONGEST)).unwrap();
}

#[test]
fn nobody_else_pauses_and_nothing_is_unpaused_that_is_not_paused() {
    let mut world = World::new();
    let unpause = actions(&[call(&world.timelock, &ExecuteMsg::Unpause {}).unwrap()]);
    world.make_ready(1, &unpause);
    for sender in [world.anyone.clone(), world.proposal.clone()] {
        let refused = world.refused(&sender, &pause(PauseScope::Execution, 1));
        assert_eq!(refused, GuardianError::NotGuardian { sender }.into());
    }

    assert_eq!(world.execute_refused(1, &unpause), PauseError::NothingPaused.into());
    assert_eq!(stage(&world), PauseStage::Free);
}
