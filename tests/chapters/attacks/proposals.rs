//! Attacks by proposal: rows 8, 18 and 25.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr, Binary, CosmosMsg, WasmMsg};
use cw_multi_test::{AppResponse, Executor};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{Deposit, DepositState, Draft, ExecuteMsg, Routine};
use isonomia_api::treasury::Allowance;
use isonomia_api::voting::NewPoll;
use isonomia_api::{treasury, voting};
use isonomia_core::class::{Class, Scope};
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, CASH, DAY};

use crate::voting::town::{town, town_with, Town, COIN};

fn cash() -> Asset {
    Asset::Native { denom: CASH.to_string() }
}

fn submit(dao: &mut Dao, who: &Addr, actions: Vec<CosmosMsg>, deposit: u128) -> Result<AppResponse> {
    let draft = Draft {
        title: "Attack".to_string(),
        summary: String::new(),
        link: None,
        actions,
        emergency: false,
        ready: None,
    };
    let proposal = dao.contracts.proposal.clone();
    let funds = if deposit > 0 { coins(deposit, CASH) } else { vec![] };
    if deposit > 0 {
        dao.mint(who, deposit, CASH)?;
    }
    dao.call_with(who, &proposal, &ExecuteMsg::Propose { draft }, &funds)
}

#[test]
fn row_08_sixteen_small_spends_draw_on_one_allowance() {
    let mut dao = town_with(|params| {
        params.allowances = vec![Allowance { asset: cash(), limit: 100u128.into() }];
    });
    let people = dao.people("ann", 3, COIN);
    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 10_000, CASH).unwrap();
    let spend = |dao: &Dao, amount| {
        let payment = dao.payment("eve", amount);
        dao.to_treasury(&treasury::ExecuteMsg::SpendSmall { payment }).unwrap()
    };
    let polls: Vec<u64> = [vec![25; 4], vec![1], vec![7; 16]]
        .into_iter()
        .map(|amounts| {
            let actions = amounts.into_iter().map(|amount| spend(&dao, amount)).collect();
            let proposer = dao.addr(&format!("proposer {}", dao.height()));
            dao.propose(&proposer, "Small", actions, false).unwrap()
        })
        .collect();
    dao.advance(DAY);
    for id in &polls {
        assert_eq!(dao.poll(*id).unwrap().class, Class::Standard);
        dao.all_vote(*id, Choice::Yes, &people);
    }
    polls.iter().for_each(|id| assert_eq!(dao.close(*id), ProposalStage::Scheduled));
    dao.advance_to(dao.operation(polls[2]).unwrap().eta);

    dao.execute(&people[0], polls[0]).unwrap();
    let full = "ucash: 1 is more than the 0 left of the allowance of 100 in 30 days";
    dao.refuses(full, |dao| dao.execute(&people[0], polls[1]));
    let full = full.replace(": 1 ", ": 7 ");
    dao.refuses(&full, |dao| dao.execute(&people[0], polls[2]));

    let eve = dao.addr("eve");
    assert_eq!(dao.balance(&eve, CASH).unwrap(), 100);
}

#[test]
fn row_08_a_key_that_stands_twice_smuggles_nothing() {
    let mut dao = town();
    let (ann, treasury) = (dao.addr("ann"), dao.contracts.treasury.clone());
    let action = |json: &str| -> Vec<CosmosMsg> {
        let msg = Binary::from(json.as_bytes());
        vec![WasmMsg::Execute { contract_addr: treasury.to_string(), msg, funds: vec![] }.into()]
    };

    let twice = r#"{"spend_small":{},"spend_small":{}}"#;
    let two = r#"{"spend_small":{},"spend":{}}"#;
    let inner = r#"{"spend_small":{"payment":1,"payment":2}}"#;
    let outcome = |dao: &mut Dao, json| {
        let before = dao.memory();
        let refused = submit(dao, &ann, action(json), 0).unwrap_err();
        assert!(dao.memory() == before);
        isonomia_embedded::first_wasm_error(&refused)
    };

    assert_eq!(outcome(&mut dao, two), "action 0: a message has one top-level key, not 2");
    for json in [twice, inner] {
        let why = outcome(&mut dao, json);
        assert!(why.starts_with("action 0: not a message: ") && why.contains("twice"), "{why}");
    }
    assert_eq!(outcome(&mut dao, "[]"), "action 0: a message is one JSON object");
}

#[test]
fn row_08_other_kinds_of_messages_are_refused() {
    let mut dao = town();
    let ann = dao.addr("ann");
    let foreign = CosmosMsg::Custom(cosmwasm_std::Empty {});
    let why = "action 1 is neither a `bank` nor a `wasm` message: other kinds are not taken";
    let fine = dao.actions_of(Class::Standard).unwrap().remove(0);

    dao.refuses(why, |dao| submit(dao, &ann, vec![fine, foreign], 0));
}

#[test]
fn row_08_a_contract_that_does_not_exist_yet_is_not_called() {
    let mut dao = town();
    let [ann, later] = [dao.addr("ann"), dao.addr("later")];
    let call = WasmMsg::Execute {
        contract_addr: later.to_string(),
        msg: Binary::from(b"{\"go\":{}}".as_slice()),
        funds: vec![],
    };
    let why = format!("action 0 calls {later}, which does not exist and is not created by an earlier action");

    dao.refuses(&why, |dao| submit(dao, &ann, vec![call.into()], 0));
}

/// A treasury of somebody else's, that `admin` may migrate, and a routine call to it.
fn foreign_routine(dao: &mut Dao, admin: Option<String>) -> (Addr, CosmosMsg) {
    let mallory = dao.addr("mallory");
    let msg = treasury::InstantiateMsg {
        timelock: mallory.to_string(),
        day: DAY,
        allowances: vec![],
        outflow_cap_bps: 500,
        listed: vec![],
    };
    let code = dao.codes.treasury;
    let contract = dao.app.instantiate_contract(code, mallory, &msg, &[], "foreign", admin).unwrap();
    let message = "spend_small".to_string();
    let routines = vec![Routine { contract: contract.to_string(), code_id: code, message }];
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.call(&timelock, &proposal, &ExecuteMsg::SetRoutines { routines }).unwrap();
    let payment = dao.payment("eve", 1);
    let msg = to_json_binary(&treasury::ExecuteMsg::SpendSmall { payment }).unwrap();
    let call = WasmMsg::Execute { contract_addr: contract.to_string(), msg, funds: vec![] };
    (contract, call.into())
}

#[test]
fn row_08_a_routine_call_whose_contract_has_a_foreign_admin_is_critical() {
    let timelock = town().contracts.timelock.to_string();
    let mallory = town().addr("mallory").into_string();
    for (admin, class) in
        [(None, Class::Standard), (Some(timelock), Class::Standard), (Some(mallory), Class::Critical)]
    {
        let mut dao = town();
        let (_, call) = foreign_routine(&mut dao, admin);
        let ann = dao.addr("ann");
        let id = dao.propose(&ann, "Routine", vec![call], false).unwrap();
        assert_eq!(dao.poll(id).unwrap().class, class);
    }
}

#[test]
fn row_08_a_routine_that_is_struck_off_before_the_resolution_is_defeated() {
    let mut dao = town();
    let people = dao.people("ann", 3, COIN);
    let (_, call) = foreign_routine(&mut dao, None);
    let id = dao.propose(&people[0], "Routine", vec![call], false).unwrap();
    dao.advance(DAY);
    dao.all_vote(id, Choice::Yes, &people);
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.call(&timelock, &proposal, &ExecuteMsg::SetRoutines { routines: vec![] }).unwrap();

    let policy = isonomia_core::proposal::Defeat::Policy;
    assert_eq!(dao.close(id), ProposalStage::Defeated { why: policy });
}

#[test]
fn row_18_spam_costs_one_account_and_one_doubling_deposit_each() {
    let mut dao = town_with(|params| {
        params.entry.deposit = Some(Deposit { asset: cash(), amount: 10u128.into() });
    });
    dao.people("ann", 3, COIN);
    let spammers: Vec<Addr> = (0..9).map(|number| dao.addr(&format!("spam {number}"))).collect();
    spammers[..8].iter().for_each(|spam| drop(submit(&mut dao, spam, vec![], 10).unwrap()));

    let why = format!("{} has proposal 1 unresolved: one at a time", spammers[0]);
    dao.refuses(&why, |dao| submit(dao, &spammers[0], vec![], 20));
    dao.refuses("the deposit is 20 ucash now, not 10", |dao| submit(dao, &spammers[8], vec![], 10));
    // Another class is not held up by it.
    let standard = dao.actions_of(Class::Standard).unwrap();
    submit(&mut dao, &spammers[8], standard, 10).unwrap();
}

#[test]
fn row_18_spam_that_nobody_wants_is_paid_to_the_treasury() {
    let mut dao = town_with(|params| {
        params.entry.deposit = Some(Deposit { asset: cash(), amount: 10u128.into() });
    });
    let people = dao.people("ann", 5, COIN);
    let [spam, hated, liked] = ["spam", "hated", "liked"].map(|name| dao.addr(name));
    for proposer in [&spam, &hated, &liked] {
        submit(&mut dao, proposer, vec![], 10).unwrap();
    }
    dao.advance(0);
    [1, 2, 3].into_iter().for_each(|id| dao.open_now(id));
    // The first: less than 1 % of V says Yes. The second: four of five say No. The third: three of five.
    dao.all_vote(2, Choice::No, &people[..4]);
    dao.all_vote(2, Choice::Yes, &people[4..]);
    dao.all_vote(3, Choice::No, &people[..3]);
    dao.all_vote(3, Choice::Yes, &people[3..]);
    let (treasury, anyone, proposal) =
        (dao.contracts.treasury.clone(), dao.addr("anyone"), dao.contracts.proposal.clone());

    for (id, state) in
        [(1, DepositState::Forfeited), (2, DepositState::Forfeited), (3, DepositState::Returned)]
    {
        dao.close(id);
        assert_eq!(dao.proposal(id).unwrap().deposit.unwrap().state, state);
        dao.call(&anyone, &proposal, &ExecuteMsg::ClaimDeposit { id }).unwrap();
    }
    let has = [&treasury, &spam, &hated, &liked].map(|who| dao.balance(who, CASH).unwrap());
    assert_eq!(has, [20, 0, 0, 10]);
    dao.refuses("proposal 1 has no deposit to claim", |dao| {
        dao.call(&anyone, &proposal, &ExecuteMsg::ClaimDeposit { id: 1 })
    });
}

#[test]
fn row_25_a_new_proposal_contract_reuses_no_id() {
    let mut dao = town();
    let [first, second] = [dao.proposed(Class::Signal), dao.proposed(Class::Signal)];
    let (timelock, voting, new) =
        (dao.contracts.timelock.clone(), dao.contracts.voting.clone(), dao.addr("new"));
    dao.call(&timelock, &voting, &voting::ExecuteMsg::SetProposal { proposal: new.to_string() }).unwrap();
    let rules = dao.params.rules.signal.clone();
    let enter = |id| voting::ExecuteMsg::OpenPoll {
        poll: NewPoll {
            id,
            class: Class::Signal,
            scope: Scope::Ordinary,
            rules: rules.clone(),
            unattested_bps: 1_000,
            cap_bps: 300,
            opens: 0,
        },
    };

    for id in [0, first, second] {
        let why = format!("poll {id} does not go on above 2, the highest id seen");
        dao.refuses(&why, |dao| dao.call(&new, &voting, &enter(id)));
    }
    dao.call(&new, &voting, &enter(second + 1)).unwrap();
    // And the old one enters nothing any more.
    let (ann, old) = (dao.addr("ann"), dao.contracts.proposal.clone());
    dao.refuses(&format!("only {new} may do this, not {old}"), |dao| submit(dao, &ann, vec![], 0));
}
