//! Attacks on the stake behind a decision: rows 5, 6 and 14.

use cosmwasm_std::{Addr, Binary, WasmMsg};
use isonomia_api::vault;
use isonomia_core::class::Class;
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::tally::Choice;
use isonomia_core::verdict::Mode;
use isonomia_embedded::{first_wasm_error, Dao, DAY, STAKED};

use crate::voting::town::{town, town_with, Town, COIN};

#[test]
fn row_05_the_first_staker_with_one_token_passes_nothing() {
    let mut dao = town_with(|params| {
        params.min_attested = 25;
        params.least_total_stake = (1_000 * COIN).into();
    });
    let first = dao.holder("first", COIN);
    for class in Class::ALL {
        let id = dao.begin(class);
        dao.vote(&first, id, Choice::Yes).unwrap();
        let opened = dao.opened(id).unwrap();
        assert_eq!((opened.mode, opened.totals.stake.u128()), (Mode::Bootstrap, COIN));
        assert_eq!(dao.close(id), ProposalStage::Defeated { why: Defeat::Quorum });
    }
}

/// Three who pass whatever they like, and a Standard poll that they have just passed.
fn passed() -> (Dao, Vec<Addr>, u64) {
    let mut dao = town();
    let people = dao.people("ann", 3, COIN);
    let id = dao.begin(Class::Standard);
    dao.all_vote(id, Choice::Yes, &people);
    (dao, people, id)
}

#[test]
fn row_06_what_is_resolved_too_late_is_defeated() {
    // Of 28 days of unbonding, 2 of timelock and 4 of window must be left: 22 from the opening.
    for (after, stage) in [
        (22 * DAY, ProposalStage::Scheduled),
        (22 * DAY + 1, ProposalStage::Defeated { why: Defeat::Late }),
        (400 * DAY, ProposalStage::Defeated { why: Defeat::Late }),
    ] {
        let (mut dao, people, id) = passed();
        dao.advance_to(dao.opened(id).unwrap().snapshot.time + after);

        dao.resolve(&people[0], id).unwrap();

        assert_eq!(dao.proposal(id).unwrap().stage, stage);
    }
}

#[test]
fn row_06_who_votes_and_unstakes_is_locked_until_the_operation_has_expired() {
    let (mut dao, people, id) = passed();
    let opened = dao.opened(id).unwrap().snapshot.time;
    dao.unstake(&people[0], COIN).unwrap();
    dao.advance_to(opened + 22 * DAY);
    dao.resolve(&people[0], id).unwrap();
    let operation = dao.operation(id).unwrap();
    assert_eq!((operation.eta, operation.expires), (opened + 24 * DAY, opened + 28 * DAY));

    dao.advance_to(operation.expires - 1);
    let refused = dao.claim(&people[0]).unwrap_err();
    let refused = first_wasm_error(&refused);
    assert!(refused.starts_with(&format!("the next claim of {} is released at ", people[0])), "{refused}");

    dao.advance_to(operation.expires);
    let why = format!(
        "operation 1: an operation that is Expired does not take Execute: it may be executed from {} until before {}, \
         now it is {}",
        operation.eta, operation.expires, operation.expires
    );
    dao.refuses(&why, |dao| dao.execute(&people[0], id));
}

#[test]
fn row_14_nobody_can_migrate_what_holds_the_stake_and_everybody_gets_out() {
    let mut dao = town();
    let people = dao.people("ann", 5, COIN);
    let (vault, timelock) = (dao.contracts.vault.clone(), dao.contracts.timelock.clone());
    assert_eq!(dao.app.contract_data(&vault).unwrap().admin, None);

    // A captured Critical passes, and its execution fails.
    let migrate = WasmMsg::Migrate {
        contract_addr: vault.to_string(),
        new_code_id: dao.codes.treasury,
        msg: Binary::from(b"{}".as_slice()),
    };
    let actions = dao.upgrading(vec![migrate.into()]).unwrap();
    let id = dao.propose(&people[0], "All mine", actions, false).unwrap();
    dao.advance_to(dao.poll(id).unwrap().opens);
    dao.all_vote(id, Choice::Yes, &people);
    assert_eq!(dao.close(id), ProposalStage::Scheduled);
    dao.advance_to(dao.operation(id).unwrap().eta);
    let before = dao.memory();
    dao.execute(&people[0], id).unwrap_err();
    assert!(dao.memory() == before);

    // No message of the vault's is the timelock's.
    let msg = vault::ExecuteMsg::Unstake { amount: COIN.into(), quiet: false };
    dao.refuses(&format!("{timelock} has 0 at stake, so {COIN} cannot be unstaked"), |dao| {
        dao.call(&timelock, &vault, &msg)
    });
    people.iter().for_each(|who| drop(dao.unstake(who, COIN).unwrap()));
    dao.advance(29 * DAY);
    for who in &people {
        dao.claim(who).unwrap();
        assert_eq!(dao.balance(who, STAKED).unwrap(), COIN);
    }
}
