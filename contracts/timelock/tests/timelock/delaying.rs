//! Least delays: up at once, as far as the rules go; down after a while.

use cosmwasm_std::Binary;
use isonomia_api::call::call;
use isonomia_api::timelock::{ConfigResponse, ExecuteMsg, LeastDelays, Lowering, QueryMsg};
use isonomia_core::class::Class;
use isonomia_timelock::delays::DelayError;

use crate::world::{actions, World, DAY};

/// The rules of a proposal contract whose timelocks are 2 days, 5 days and 2 hours, as the mechanism has them.
fn with_rules() -> World {
    let mut world = World::new();
    let contract = crate::notebook::make_rules(&mut world);
    enact(&mut world, 1, &ExecuteMsg::SetProposal { proposal: contract.to_string() });
    world.proposal = contract;
    world
}

fn deed(world: &World, msg: &ExecuteMsg) -> Binary {
    actions(&[call(&world.timelock, msg).unwrap()])
}

fn enact(world: &mut World, id: u64, msg: &ExecuteMsg) {
    let deed = deed(world, msg);
    world.make_ready(id, &deed);
    world.execute(id, &deed).unwrap();
}

fn set(standard: u64, critical: u64, emergency: u64) -> ExecuteMsg {
    ExecuteMsg::SetLeastDelays { least_delays: LeastDelays { standard, critical, emergency } }
}

fn config(world: &World) -> ConfigResponse {
    world.ask(&world.timelock, &QueryMsg::Config {})
}

#[test]
fn a_raise_holds_at_once() {
    let mut world = with_rules();

    enact(&mut world, 2, &set(2 * DAY, 5 * DAY, 7_200));

    let least_delays = LeastDelays { standard: 2 * DAY, critical: 5 * DAY, emergency: 7_200 };
    assert_eq!((config(&world).least_delays, config(&world).lowerings), (least_delays, vec![]));
}

#[test]
fn a_raise_above_the_rules_would_make_them_say_less_than_what_happens() {
    let mut world = with_rules();
    let rows = [
        (2, Class::Standard, set(2 * DAY + 1, 200, 10), 2 * DAY),
        (3, Class::Critical, set(100, 5 * DAY + 1, 10), 5 * DAY),
        (4, Class::Emergency, set(100, 200, 7_201), 7_200),
    ];

    for (id, class, msg, timelock) in rows {
        let deed = deed(&world, &msg);
        world.make_ready(id, &deed);
        let refused = world.execute_refused(id, &deed);
        assert_eq!(refused, DelayError::AboveRules { class, least: timelock + 1, timelock }.into());
    }
}

#[test]
fn a_lowering_waits_for_five_days() {
    let mut world = with_rules();

    enact(&mut world, 2, &set(100, 60, 10));

    let from = world.now() + 5 * DAY;
    let waiting = Lowering { class: Class::Critical, seconds: 60, from };
    assert_eq!((config(&world).least_delays.critical, config(&world).lowerings), (200, vec![waiting]));
    world.wait(5 * DAY - 1);
    assert_eq!(config(&world).least_delays.critical, 200);
    world.wait(1);
    assert_eq!((config(&world).least_delays.critical, config(&world).lowerings), (60, vec![]));
}

#[test]
fn a_lowering_shortens_nothing_that_is_scheduled_before_it_holds() {
    let mut world = with_rules();
    enact(&mut world, 2, &set(100, 60, 10));
    world.wait(5 * DAY - 1);
    let critical = |world: &World, id| {
        let operation = world.operation(id, &actions(&[]));
        isonomia_api::timelock::NewOperation { class: Class::Critical, delay: 0, ..operation }
    };
    let eta = |world: &World, id: u64| world.shown(id).unwrap().eta - world.now();

    world.schedule(critical(&world, 3)).unwrap();
    assert_eq!(eta(&world, 3), 200);
    world.wait(1);
    world.schedule(critical(&world, 4)).unwrap();
    assert_eq!(eta(&world, 4), 60);
}

#[test]
fn a_lowering_needs_no_rules() {
    let mut world = World::new();
    enact(&mut world, 1, &set(99, 200, 10));

    assert_eq!(config(&world).lowerings.len(), 1);
    // The proposal contract is an account here, and answers nothing: nothing rises.
    let raise = deed(&world, &set(101, 200, 10));
    world.make_ready(2, &raise);
    assert!(world.execute(2, &raise).is_err());
}
