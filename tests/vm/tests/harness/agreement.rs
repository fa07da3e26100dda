//! Compiled contracts and written ones say the same and keep the same.

use anyhow::Result;
use cosmwasm_std::{Event, Order, Record, Storage};
use cw_multi_test::AppResponse;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{first_wasm_error, Dao, CASH};
use isonomia_vm::{artifacts, Switch, Vm};

use super::{dao, STAKE};

/// What a story leaves behind: everything that was said, and everything that was kept.
#[derive(PartialEq)]
struct Traces {
    events: Vec<Event>,
    errors: Vec<String>,
    kept: Vec<Record>,
}

impl Traces {
    fn say(&mut self, said: Result<AppResponse>) {
        match said {
            Ok(response) => self.events.extend(response.events),
            Err(error) => self.errors.push(first_wasm_error(&error)),
        }
    }
}

/// From the first stake to a payment, with a delegate, an override, a refusal and an exit.
fn story(choose: impl Fn(&Switch)) -> Result<Traces> {
    let (codes, switch) = Vm::new()?.twins(artifacts())?;
    choose(&switch);
    let mut dao = dao(codes)?;
    let mut traces = Traces { events: vec![], errors: vec![], kept: vec![] };
    settle(&mut dao, &mut traces)?;
    decide(&mut dao, &mut traces)?;
    traces.kept = dao.app.storage().range(None, None, Order::Ascending).collect();
    Ok(traces)
}

fn settle(dao: &mut Dao, traces: &mut Traces) -> Result<()> {
    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 1_000, CASH)?;
    for name in ["ann", "bob", "cat"] {
        let who = dao.addr(name);
        traces.say(dao.stake(&who, STAKE));
        traces.say(dao.attest(&who, u64::MAX));
    }
    let (ann, bob) = (dao.addr("ann"), dao.addr("bob"));
    traces.say(dao.delegate(&ann, &[(&bob, 5_000)]));
    traces.say(dao.register_delegate(&bob));
    traces.say(dao.delegate(&ann, &[(&bob, 5_000)]));
    Ok(())
}

fn decide(dao: &mut Dao, traces: &mut Traces) -> Result<()> {
    let (ann, bob, cat) = (dao.addr("ann"), dao.addr("bob"), dao.addr("cat"));
    let id = dao.propose_class(&cat, "A payment", Class::Critical)?;
    dao.advance_to(dao.poll(id)?.opens);
    traces.say(dao.open(&cat, id));
    traces.say(dao.vote(&bob, id, Choice::Yes));
    traces.say(dao.vote(&ann, id, Choice::Yes));
    traces.say(dao.vote(&cat, id, Choice::Yes));
    dao.advance_to(dao.opened(id)?.closes);
    traces.say(dao.resolve(&cat, id));
    traces.say(dao.execute(&cat, id));
    dao.advance_to(dao.operation(id)?.eta);
    traces.say(dao.execute(&cat, id));
    traces.say(dao.unstake(&ann, STAKE));
    traces.say(dao.unstake(&ann, STAKE));
    Ok(())
}

#[test]
fn compiled_or_not_a_contract_says_and_keeps_the_same() -> Result<()> {
    let (native, wasm) = (story(Switch::native)?, story(Switch::wasm)?);
    assert!(native.events.len() > 60, "the story is {} events long", native.events.len());
    assert_eq!(native.errors.len(), 3, "{:?}", native.errors);
    assert_eq!(wasm.errors, native.errors);
    assert_eq!(wasm.events, native.events);
    assert!(wasm.kept == native.kept, "what is kept differs");
    Ok(())
}

#[test]
fn a_state_that_was_filled_natively_is_billed_on_the_machine() -> Result<()> {
    let vm = Vm::new()?;
    let (codes, switch) = vm.twins(artifacts())?;
    let mut dao = dao(codes)?;
    let ann = dao.addr("ann");
    assert_eq!(vm.bill(0, || dao.stake(&ann, STAKE))?.calls, vec![], "written code is run for nothing");
    switch.wasm();
    let bill = vm.bill(0, || dao.attest(&ann, u64::MAX))?;
    assert_eq!(bill.calls[0].contract, "voting");
    assert!(bill.vm > 0);
    let id = dao.propose(&ann, "It is heard", vec![], false)?;
    assert_eq!(dao.proposal(id)?.id, id);
    Ok(())
}
