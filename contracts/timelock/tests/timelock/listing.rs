//! The queue and the logs, page by page.

use isonomia_api::timelock::{
    Act, IncidentsResponse, NewOperation, OperationsResponse, QueryMsg, QueuePosition,
};
use isonomia_core::clock::Moment;

use crate::world::{actions, cancel, World, DELAY};

fn ids(world: &World, msg: &QueryMsg) -> Vec<u64> {
    let told: OperationsResponse = world.ask(&world.timelock, msg);
    told.operations.into_iter().map(|operation| operation.id).collect()
}

#[test]
fn the_queue_is_by_eta_then_id_and_its_pages_have_30_and_at_most_100() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    // Two share every eta, and the later the id, the sooner it is due.
    let mut order = vec![];
    for id in 1..=101 {
        let delay = DELAY + (101 - id) / 2;
        world.schedule(NewOperation { delay, ..world.operation(id, &deed) }).unwrap();
        order.push((world.now() + delay, id));
    }
    order.sort();
    let order_of = |places: &[(u64, u64)]| places.iter().map(|(_, id)| *id).collect::<Vec<_>>();
    let queue = |start_after: Option<(u64, u64)>, limit| {
        let start_after = start_after.map(|(eta, id)| QueuePosition { eta, id });
        ids(&world, &QueryMsg::Queue { start_after, limit })
    };

    assert_eq!(queue(None, None), order_of(&order[..30]));
    assert_eq!(queue(None, Some(100)), order_of(&order[..100]));
    assert_eq!(queue(None, Some(101)), order_of(&order[..100]));
    assert_eq!(queue(Some(order[99]), None), order_of(&order[100..]));
    assert_eq!(queue(Some(order[0]), Some(2)), order_of(&order[1..3]), "of one eta, the next id");
    let latest = |start_before, limit| ids(&world, &QueryMsg::LatestOperations { start_before, limit });
    assert_eq!(latest(None, None), (72..=101).rev().collect::<Vec<_>>());
    assert_eq!(latest(None, Some(101)), (2..=101).rev().collect::<Vec<_>>());
    assert_eq!(latest(Some(2), None), [1]);
}

#[test]
fn what_is_executed_or_cancelled_leaves_the_queue_and_a_failure_does_not() {
    let mut world = World::new();
    let (deed, other) = (actions(&[world.write("hello")]), actions(&[world.write("goodbye")]));
    let queue = |world: &World| ids(world, &QueryMsg::Queue { start_after: None, limit: None });
    for id in 1..=3 {
        world.schedule(world.operation(id, &deed)).unwrap();
    }
    world.wait(DELAY);
    world.execute(1, &other).unwrap_err();
    assert_eq!((queue(&world), world.shown(1).unwrap().ended), (vec![1, 2, 3], None));

    world.execute(1, &deed).unwrap();
    let executed = Moment { height: world.app.block_info().height, time: world.now() };
    world.wait(1);
    world.send(&world.wanda.clone(), &cancel(2)).unwrap();
    let cancelled = Moment { height: world.app.block_info().height, time: world.now() };
    assert_eq!(queue(&world), [3]);
    let ended = [1, 2, 3].map(|id| world.shown(id).unwrap().ended);
    assert_eq!(ended, [Some(executed), Some(cancelled), None]);
}

#[test]
fn the_log_is_told_newest_first_as_well() {
    let mut world = World::new();
    let deed = actions(&[world.write("hello")]);
    for id in 1..=101 {
        world.schedule(world.operation(id, &deed)).unwrap();
        world.send(&world.wanda.clone(), &cancel(id)).unwrap();
    }
    let latest = |start_before, limit| {
        let told: IncidentsResponse =
            world.ask(&world.timelock, &QueryMsg::LatestIncidents { start_before, limit });
        told.incidents
    };
    let numbers = |start_before, limit| -> Vec<u64> {
        latest(start_before, limit).into_iter().map(|entry| entry.number).collect()
    };

    assert_eq!(numbers(None, None), (72..=101).rev().collect::<Vec<_>>());
    assert_eq!(numbers(None, Some(101)), (2..=101).rev().collect::<Vec<_>>());
    assert_eq!(numbers(Some(3), Some(100)), [2, 1]);
    assert_eq!(latest(None, Some(1))[0].act, Act::Cancelled { id: 101 });
}
