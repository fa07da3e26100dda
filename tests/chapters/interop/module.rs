//! A voting module of DAO DAO.

use cosmwasm_std::{Addr, StdResult, Uint128};
use isonomia_api::voting::{
    InfoResponse, IsActiveResponse, QueryMsg, TotalPowerAtHeightResponse, VotingPowerAtHeightResponse,
};
use isonomia_embedded::Dao;

use crate::voting::line::fallen;
use crate::voting::town::*;

/// The power of an account, and the height that it was answered for.
fn power(dao: &Dao, address: impl Into<String>, height: Option<u64>) -> StdResult<(u128, u64)> {
    let msg = QueryMsg::VotingPowerAtHeight { address: address.into(), height };
    let told: VotingPowerAtHeightResponse = dao.app.wrap().query_wasm_smart(&dao.contracts.voting, &msg)?;
    Ok((told.power.u128(), told.height))
}

/// The power of all, and the height that it was answered for.
fn total(dao: &Dao, height: Option<u64>) -> (Uint128, u64) {
    let msg = QueryMsg::TotalPowerAtHeight { height };
    let told: TotalPowerAtHeightResponse = dao.ask(&dao.contracts.voting, &msg).unwrap();
    (told.power, told.height)
}

fn is_active(dao: &Dao) -> bool {
    dao.ask::<IsActiveResponse>(&dao.contracts.voting, &QueryMsg::IsActive {}).unwrap().active
}

#[test]
fn power_is_that_at_the_start_of_the_block() {
    let mut dao = town();
    let ann = dao.person("ann", COIN);
    dao.next_block();
    let height = dao.height();
    dao.stake_now(&ann, 3 * COIN);

    let own = |height| power(&dao, &ann, height).unwrap();
    assert_eq!((own(None), own(Some(height))), ((COIN, height), (COIN, height)));
    assert_eq!(
        (total(&dao, None), total(&dao, Some(height))),
        ((COIN.into(), height), (COIN.into(), height))
    );
    // As `dao-vote-delegation` asks within a hook: what holds from the next block on.
    assert_eq!(own(Some(height + 1)), (2 * COIN, height + 1));
    assert_eq!(total(&dao, Some(u64::MAX)), ((2 * COIN).into(), u64::MAX));
}

#[test]
fn what_was_told_of_a_block_never_changes_and_sums_up() {
    let mut dao = town();
    let born = dao.height();
    let [ann, bob] = [dao.person("ann", 9 * COIN), dao.person("bob", 4 * COIN)];
    let told = |dao: &Dao| -> Vec<_> {
        let height = |height| [&ann, &bob].map(|who| power(dao, who, Some(height)).unwrap().0);
        (0..=born + 4).map(|at| (height(at), total(dao, Some(at)).0.u128())).collect()
    };
    let before = told(&dao);

    dao.revoke(&ann).unwrap();
    dao.unstake(&bob, 3 * COIN).unwrap();

    assert_eq!(told(&dao), before);
    assert!(before.iter().all(|(own, all)| own.iter().sum::<u128>() == *all));
    assert_eq!((before[0], before[born as usize]), (([0, 0], 0), ([0, 0], 0)));
    assert_eq!(total(&dao, Some(dao.height() + 1)).0.u128(), COIN);
}

/// An error would stop the proposal module; `0` lets it say that there is nothing to vote with.
#[test]
fn whoever_is_no_member_has_no_power() {
    let mut dao = town();
    let [eve, nobody] = [dao.holder("eve", COIN), dao.addr("nobody")];
    dao.person("ann", COIN);
    dao.next_block();

    for who in [eve, nobody, dao.contracts.treasury.clone()] {
        assert_eq!(power(&dao, &who, None).unwrap().0, 0);
        assert_eq!(power(&dao, &who, Some(0)).unwrap().0, 0);
    }
}

/// As every voting module of DAO DAO does: no sender of a message is ever such a thing.
#[test]
fn what_is_no_address_fails() {
    let dao = town();
    for nothing in ["", "nobody at all", "cosmwasm1qqqq"] {
        assert!(power(&dao, nothing, None).is_err(), "{nothing}");
    }
}

#[test]
fn the_dao_is_the_timelock() {
    let dao = town();
    let told: Addr = dao.ask(&dao.contracts.voting, &QueryMsg::Dao {}).unwrap();
    assert_eq!(told, dao.contracts.timelock);
}

#[test]
fn info_is_what_cw2_keeps() {
    let dao = town();
    let told: InfoResponse = dao.ask(&dao.contracts.voting, &QueryMsg::Info {}).unwrap();
    let kept = cw2::query_contract_info(&dao.app.wrap(), &dao.contracts.voting).unwrap();
    assert_eq!(told.info, kept);
    assert_eq!(told.info.contract, "crates.io:isonomia-voting");
}

#[test]
fn nothing_may_be_proposed_below_the_line() {
    let (mut dao, fifth) = fallen();
    assert!(!is_active(&dao));
    dao.attest(&fifth, FOR_EVER).unwrap();
    assert!(is_active(&dao));
}

#[test]
fn a_line_at_zero_is_always_reached() {
    assert!(is_active(&town()));
}
