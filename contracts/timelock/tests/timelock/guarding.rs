//! The guardian: it cancels and pauses for a term, says why, and can do nothing else.

use isonomia_api::call::call;
use isonomia_api::timelock::{
    Act, ExecuteMsg, GuardianResponse, IncidentInfo, IncidentsResponse, NewOperation, QueryMsg,
};
use isonomia_core::class::Class;
use isonomia_core::guardian::{GuardianError, SeatStage};
use isonomia_core::operation::OperationStage;
use isonomia_core::pause::PauseScope;
use isonomia_kit::authority::Unauthorized;
use isonomia_timelock::error::ContractError;
use isonomia_timelock::incidents::IncidentError;
use isonomia_timelock::operations::OperationError;

use crate::world::{actions, cancel, World, DAY, DELAY};

fn seat(world: &World) -> GuardianResponse {
    world.ask(&world.timelock, &QueryMsg::Guardian {})
}

fn incidents(world: &World) -> Vec<IncidentInfo> {
    let asked = QueryMsg::Incidents { start_after: None, limit: None };
    world.ask::<IncidentsResponse>(&world.timelock, &asked).incidents
}

/// Mallory's theft waits.
fn theft(world: &mut World) {
    let deed = actions(&[world.write("pay mallory")]);
    world.schedule(world.operation(1, &deed)).unwrap();
}

#[test]
fn wanda_cancels_what_waits_and_everybody_reads_why() {
    let mut world = World::new();
    theft(&mut world);
    let wanda = world.wanda.clone();

    world.send(&wanda, &cancel(1)).unwrap();

    assert_eq!(world.shown(1).unwrap().stage, OperationStage::Cancelled);
    let (incident, reason) = ("theft".to_string(), "it pays mallory".to_string());
    let entry = IncidentInfo {
        number: 1,
        at: world.now(),
        by: wanda,
        act: Act::Cancelled { id: 1 },
        incident,
        reason,
    };
    assert_eq!(incidents(&world), [entry]);
}

#[test]
fn the_term_ends_by_itself() {
    let mut world = World::new();
    let (wanda, until) = (world.wanda.clone(), world.now() + 180 * DAY);
    assert_eq!(
        seat(&world),
        GuardianResponse { guardian: Some(wanda.clone()), until: Some(until), seat: SeatStage::Serving }
    );
    world.wait(180 * DAY);
    theft(&mut world);

    let refused = world.refused(&wanda, &cancel(1));

    assert_eq!(refused, GuardianError::TermEnded { until, now: until }.into());
    assert_eq!(seat(&world).seat, SeatStage::Ended);
    assert_eq!(world.shown(1).unwrap().stage, OperationStage::Waiting);
}

#[test]
fn wanda_names_nobody_and_neither_extends_nor_removes_herself() {
    let mut world = World::new();
    let (wanda, allowed) = (world.wanda.clone(), world.timelock.clone());
    let until = world.now() + 2;
    let least_delays = isonomia_api::timelock::LeastDelays { standard: 0, critical: 0, emergency: 0 };

    for msg in [
        ExecuteMsg::SetGuardian { guardian: wanda.to_string(), until },
        ExecuteMsg::RemoveGuardian {},
        ExecuteMsg::Unpause {},
        ExecuteMsg::SetProposal { proposal: wanda.to_string() },
        ExecuteMsg::SetLeastDelays { least_delays },
    ] {
        let refused = world.refused(&wanda, &msg);
        assert_eq!(
            refused,
            Unauthorized { allowed: allowed.clone(), sender: wanda.clone() }.into(),
            "{msg:?}"
        );
    }
}

#[test]
fn the_dao_replaces_wanda_and_she_cannot_cancel_it() {
    let mut world = World::new();
    let (wanda, heir) = (world.wanda.clone(), world.app.api().addr_make("heir"));
    let until = world.now() + 30 * DAY;
    let change = ExecuteMsg::SetGuardian { guardian: heir.to_string(), until };
    let deed = actions(&[call(&world.timelock, &change).unwrap()]);
    world.schedule(NewOperation { protected: true, ..world.operation(1, &deed) }).unwrap();
    world.wait(DELAY);

    assert_eq!(world.refused(&wanda, &cancel(1)), OperationError::Protected { id: 1 }.into());
    assert_eq!((world.shown(1).unwrap().stage, incidents(&world)), (OperationStage::Ready, vec![]));
    world.execute(1, &deed).unwrap();

    assert_eq!(
        seat(&world),
        GuardianResponse { guardian: Some(heir), until: Some(until), seat: SeatStage::Serving }
    );
    theft_is_out_of_reach(&mut world);
}

/// Whoever was guardian is nobody now.
#[track_caller]
fn theft_is_out_of_reach(world: &mut World) {
    let sender = world.wanda.clone();
    assert_eq!(world.refused(&sender, &cancel(1)), GuardianError::NotGuardian { sender }.into());
}

#[test]
fn the_dao_removes_wanda_once() {
    let mut world = World::new();
    let deed = actions(&[call(&world.timelock, &ExecuteMsg::RemoveGuardian {}).unwrap()]);
    world.schedule(world.operation(1, &deed)).unwrap();
    world.make_ready(2, &deed);

    world.execute(1, &deed).unwrap();

    assert_eq!(seat(&world), GuardianResponse { guardian: None, until: None, seat: SeatStage::Vacant });
    assert_eq!(world.execute_refused(2, &deed), GuardianError::NobodyToRemove.into());
    theft_is_out_of_reach(&mut world);
}

#[test]
fn a_term_is_counted_from_its_beginning() {
    let mut world = World::new();
    let long = world.now() + DELAY + 180 * DAY;
    for (id, until) in [(1, long), (2, long + 1)] {
        let change = ExecuteMsg::SetGuardian { guardian: world.wanda.to_string(), until };
        let deed = actions(&[call(&world.timelock, &change).unwrap()]);
        world.schedule(world.operation(id, &deed)).unwrap();
    }
    world.wait(DELAY);
    let deed = |world: &World, until| {
        let change = ExecuteMsg::SetGuardian { guardian: world.wanda.to_string(), until };
        actions(&[call(&world.timelock, &change).unwrap()])
    };

    let (fine, more) = (deed(&world, long), deed(&world, long + 1));
    world.execute(1, &fine).unwrap();
    let refused = world.execute_refused(2, &more);

    let now = world.now();
    assert_eq!(refused, GuardianError::Term { until: long + 1, now, latest: long }.into());
}

#[test]
fn without_a_guardian_a_critical_waits_half_as_long_again() {
    let mut world = World::new();
    let of =
        |world: &World, id, class| NewOperation { class, delay: 0, ..world.operation(id, &actions(&[])) };
    let eta = |world: &World, id| world.shown(id).unwrap().eta - world.now();
    world.schedule(of(&world, 1, Class::Critical)).unwrap();
    assert_eq!(eta(&world, 1), 200);
    world.wait(180 * DAY);

    for (id, class, delay) in
        [(2, Class::Standard, 100), (3, Class::Critical, 300), (4, Class::Emergency, 10)]
    {
        world.schedule(of(&world, id, class)).unwrap();
        assert_eq!(eta(&world, id), delay, "{class:?}");
    }
}

#[test]
fn an_act_says_why_within_its_limits() {
    let mut world = World::new();
    theft(&mut world);
    let wanda = world.wanda.clone();
    let cancel = |incident: usize, reason: usize| ExecuteMsg::Cancel {
        id: 1,
        incident: "i".repeat(incident),
        reason: "r".repeat(reason),
    };
    let pause = |incident: usize, reason: usize| ExecuteMsg::Pause {
        scope: PauseScope::Execution,
        seconds: 1,
        incident: "i".repeat(incident),
        reason: "r".repeat(reason),
    };
    let wrong = |text, most, bytes| ContractError::from(IncidentError::Length { text, most, bytes });

    for (incident, reason, refused) in [
        (0, 1, wrong("incident", 64, 0)),
        (65, 1, wrong("incident", 64, 65)),
        (1, 0, wrong("reason", 512, 0)),
        (1, 513, wrong("reason", 512, 513)),
    ] {
        assert_eq!(world.refused(&wanda, &cancel(incident, reason)), refused);
        assert_eq!(world.refused(&wanda, &pause(incident, reason)), refused);
    }
    world.send(&wanda, &cancel(64, 512)).unwrap();
    world.send(&wanda, &pause(64, 512)).unwrap();
    assert_eq!(incidents(&world).len(), 2);
}

#[test]
fn the_log_is_paged() {
    let mut world = World::new();
    let (wanda, deed) = (world.wanda.clone(), actions(&[]));
    for id in 1..=3 {
        world.schedule(world.operation(id, &deed)).unwrap();
        world.send(&wanda, &cancel(id)).unwrap();
    }
    let page = |start_after, limit| -> Vec<u64> {
        let asked = QueryMsg::Incidents { start_after, limit };
        let log: IncidentsResponse = world.ask(&world.timelock, &asked);
        log.incidents.into_iter().map(|entry| entry.number).collect()
    };

    assert_eq!(page(None, None), [1, 2, 3]);
    assert_eq!(page(None, Some(1)), [1]);
    assert_eq!(page(Some(1), Some(1)), [2]);
    assert_eq!(page(Some(3), None), [0; 0]);
}
