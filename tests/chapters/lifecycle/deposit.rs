//! What it costs to propose: exact, in coins or tokens, more where much is unresolved.

use anyhow::Result;
use cosmwasm_std::{coin, coins, to_json_binary, Addr, Coin, Uint128};
use cw20::{Cw20ExecuteMsg, Cw20ReceiveMsg};
use cw_multi_test::AppResponse;
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{
    Deposit, DepositResponse, DepositState, Draft, ExecuteMsg, QueryMsg, ReceiveMsg,
};
use isonomia_api::voting;
use isonomia_core::class::Class;
use isonomia_core::proposal::ProposalStage;
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{proposal_id, Dao, CASH, DAY};

use super::town::*;

/// A town where it costs 100 of cash to propose.
pub fn costly() -> Result<Dao> {
    let deposit = Deposit { asset: cash(), amount: 100u128.into() };
    founded(plan().with(|params| params.entry.deposit = Some(deposit)))
}

fn draft(dao: &Dao, class: Class) -> Result<Draft> {
    let (actions, emergency) = (dao.actions_of(class)?, class == Class::Emergency);
    Ok(Draft {
        title: "At a price".to_string(),
        summary: String::new(),
        link: None,
        actions,
        emergency,
        ready: None,
    })
}

/// Somebody proposes, and pays with what is in the purse.
pub fn propose_paying(dao: &mut Dao, who: &str, class: Class, coins: &[Coin]) -> Result<AppResponse> {
    let (who, contract, draft) = (dao.addr(who), dao.contracts.proposal.clone(), draft(dao, class)?);
    dao.call_with(&who, &contract, &ExecuteMsg::Propose { draft }, coins)
}

/// Somebody new has just enough, and proposes.
fn somebody_pays(dao: &mut Dao, who: &str, class: Class, amount: u128) -> Result<AppResponse> {
    dao.mint(&dao.addr(who), amount, CASH)?;
    propose_paying(dao, who, class, &coins(amount, CASH))
}

/// Somebody sends tokens to propose with.
pub fn propose_in(dao: &mut Dao, token: &Addr, who: &str, amount: u128) -> Result<AppResponse> {
    let draft = draft(dao, Class::Standard)?;
    let (contract, msg) =
        (dao.contracts.proposal.to_string(), to_json_binary(&ReceiveMsg::Propose { draft })?);
    let send = Cw20ExecuteMsg::Send { contract, amount: Uint128::new(amount), msg };
    dao.call(&dao.addr(who), token, &send)
}

/// Somebody claims a deposit.
pub fn claim(dao: &mut Dao, who: &str, id: u64) -> Result<AppResponse> {
    let contract = dao.contracts.proposal.clone();
    dao.call(&dao.addr(who), &contract, &ExecuteMsg::ClaimDeposit { id })
}

/// What has become of a deposit.
pub fn state(dao: &Dao, id: u64) -> Result<DepositState> {
    Ok(dao.proposal(id)?.deposit.map(|deposit| deposit.state).unwrap_or(DepositState::Paid))
}

fn price(dao: &Dao, class: Class) -> Result<u128> {
    let told: DepositResponse = dao.ask(&dao.contracts.proposal, &QueryMsg::Deposit { class })?;
    Ok(told.deposit.map_or(0, |deposit| deposit.amount.u128()))
}

#[test]
fn the_deposit_is_exact() -> Result<()> {
    let mut dao = costly()?;
    dao.mint(&dao.addr("ann"), 1_000, CASH)?;
    dao.mint(&dao.addr("ann"), 1_000, "ucat")?;
    let mut refusal =
        |sent: &[Coin]| refused(&mut dao, |dao| propose_paying(dao, "ann", Class::Standard, sent));

    assert_eq!(refusal(&coins(99, CASH)), "the deposit is 100 ucash now, not 99");
    assert_eq!(refusal(&coins(101, CASH)), "the deposit is 100 ucash now, not 101");
    assert_eq!(refusal(&[]), "send exactly one coin, of ucash, not []");
    let other = coins(100, "ucat");
    assert_eq!(refusal(&other), format!("send exactly one coin, of ucash, not {other:?}"));
    let both = [coin(100, CASH), coin(1, "ucat")];
    assert_eq!(refusal(&both), format!("send exactly one coin, of ucash, not {both:?}"));

    propose_paying(&mut dao, "ann", Class::Standard, &coins(100, CASH))?;
    assert_eq!((purse(&dao, "ann")?, state(&dao, 1)?), (900, DepositState::Held));
    assert_eq!(dao.balance(&dao.contracts.proposal, CASH)?, 100);
    Ok(())
}

#[test]
fn where_nothing_is_deposited_nothing_is_taken() -> Result<()> {
    let mut dao = town()?;
    dao.mint(&dao.addr("ann"), 100, CASH)?;
    let sent = coins(100, CASH);

    let refusal = refused(&mut dao, |dao| propose_paying(dao, "ann", Class::Signal, &sent));

    assert_eq!(refusal, format!("no coins are taken here, not {sent:?}"));
    Ok(())
}

#[test]
fn a_deposit_in_tokens_comes_by_the_token_and_no_other() -> Result<()> {
    let mut dao = founded(plan().cw20()?.with(|params| {
        params.entry.deposit = Some(Deposit { asset: params.asset.clone(), amount: 100u128.into() });
    }))?;
    let Asset::Cw20 { contract } = dao.params.asset.clone() else { unreachable!("the stake is a token") };
    let (token, ann) = (Addr::unchecked(&contract), dao.addr("ann"));
    dao.mint_tokens(&token, &ann, 250)?;
    dao.mint(&ann, 100, CASH)?;

    let inexact = refused(&mut dao, |dao| propose_in(dao, &token, "ann", 99));
    assert_eq!(inexact, format!("the deposit is 100 cw20:{token} now, not 99"));
    let native = refused(&mut dao, |dao| propose_paying(dao, "ann", Class::Standard, &coins(100, CASH)));
    assert_eq!(native, format!("cw20:{token} is taken here, not ucash"));
    let false_token = refused(&mut dao, |dao| {
        let (mallory, contract, draft) =
            (dao.addr("mallory"), dao.contracts.proposal.clone(), draft(dao, Class::Standard)?);
        let msg = to_json_binary(&ReceiveMsg::Propose { draft })?;
        let said = Cw20ReceiveMsg { sender: mallory.to_string(), amount: 100u128.into(), msg };
        dao.call(&mallory, &contract, &ExecuteMsg::Receive(said))
    });
    assert_eq!(false_token, format!("cw20:{token} is taken here, not cw20:{}", dao.addr("mallory")));

    propose_in(&mut dao, &token, "ann", 100)?;
    assert_eq!((dao.proposal(1)?.proposer, tokens(&dao, &token, &ann)?), (ann.clone(), 150));
    dao.withdraw(&ann, 1)?;
    claim(&mut dao, "anyone", 1)?;
    assert_eq!(tokens(&dao, &token, &ann)?, 250);
    Ok(())
}

#[test]
fn every_eighth_unresolved_proposal_doubles_the_deposit_up_to_sixteen_times() -> Result<()> {
    let mut dao = costly()?;
    for unresolved in 0..42 {
        let needed = [100, 200, 400, 800, 1_600, 1_600][unresolved / 8];
        assert_eq!(price(&dao, Class::Standard)?, needed, "with {unresolved} unresolved");
        if unresolved % 8 == 0 && (8..=32).contains(&unresolved) {
            dao.mint(&dao.addr("miser"), needed / 2, CASH)?;
            let sent = coins(needed / 2, CASH);
            let refusal = refused(&mut dao, |dao| propose_paying(dao, "miser", Class::Standard, &sent));
            assert_eq!(refusal, format!("the deposit is {needed} ucash now, not {}", needed / 2));
        }
        somebody_pays(&mut dao, &format!("p{unresolved}"), Class::Standard, needed)?;
    }
    assert_eq!(price(&dao, Class::Critical)?, 100, "each class has a price of its own");
    Ok(())
}

#[test]
fn the_deposit_falls_again_when_a_proposal_is_over() -> Result<()> {
    let mut dao = costly()?;
    for number in 0..8 {
        somebody_pays(&mut dao, &format!("p{number}"), Class::Standard, 100)?;
    }
    assert_eq!(price(&dao, Class::Standard)?, 200);

    dao.withdraw(&dao.addr("p0"), 1)?;
    assert_eq!(price(&dao, Class::Standard)?, 100);

    somebody_pays(&mut dao, "p8", Class::Standard, 100)?;
    assert_eq!(price(&dao, Class::Standard)?, 200);
    dao.advance(8 * DAY);
    dao.resolve(&dao.addr("anyone"), 2)?;
    assert_eq!(price(&dao, Class::Standard)?, 100);
    Ok(())
}

#[test]
fn an_emergency_costs_ten_times_as_much_however_many_there_are() -> Result<()> {
    let mut dao = costly()?;
    for number in 0..17 {
        assert_eq!(price(&dao, Class::Emergency)?, 1_000);
        somebody_pays(&mut dao, &format!("p{number}"), Class::Emergency, 1_000)?;
    }
    dao.mint(&dao.addr("ann"), 100, CASH)?;
    let cheap = refused(&mut dao, |dao| propose_paying(dao, "ann", Class::Emergency, &coins(100, CASH)));
    assert_eq!(cheap, "the deposit is 1000 ucash now, not 100");
    Ok(())
}

#[test]
fn anyone_claims_for_ann_and_once_only() -> Result<()> {
    let mut dao = costly()?;
    somebody_pays(&mut dao, "ann", Class::Standard, 100)?;
    let nothing = "proposal 1 has no deposit to claim";
    assert_eq!(refused(&mut dao, |dao| claim(dao, "ann", 1)), nothing);
    open(&mut dao, 1)?;
    say(&mut dao, 1, Yes, &PEOPLE)?;
    assert_eq!(refused(&mut dao, |dao| claim(dao, "ann", 1)), nothing);
    close(&mut dao, 1)?;
    assert_eq!(state(&dao, 1)?, DepositState::Returned);

    claim(&mut dao, "stranger", 1)?;

    assert_eq!((purse(&dao, "ann")?, purse(&dao, "stranger")?), (100, 0));
    assert_eq!(state(&dao, 1)?, DepositState::Paid);
    assert_eq!(refused(&mut dao, |dao| claim(dao, "ann", 1)), nothing);
    Ok(())
}

#[test]
fn without_a_deposit_there_is_nothing_to_claim() -> Result<()> {
    let mut dao = town()?;
    dao.propose_class(&dao.addr("ann"), "For nothing", Class::Signal)?;
    dao.withdraw(&dao.addr("ann"), 1)?;

    assert_eq!(refused(&mut dao, |dao| claim(dao, "ann", 1)), "proposal 1 has no deposit to claim");
    Ok(())
}

#[test]
fn the_deposit_of_a_proposal_whose_contract_was_replaced_goes_back() -> Result<()> {
    let mut dao = costly()?;
    let id = proposal_id(&somebody_pays(&mut dao, "eve", Class::Standard, 100)?)?;
    open(&mut dao, id)?;
    let (voting, timelock) = (dao.contracts.voting.clone(), dao.contracts.timelock.clone());
    let elsewhere = voting::ExecuteMsg::SetProposal { proposal: dao.addr("elsewhere").into_string() };
    dao.call(&timelock, &voting, &elsewhere)?;
    dao.advance(DAY);

    assert_eq!(state(&dao, id)?, DepositState::Held);
    dao.resolve(&dao.addr("anyone"), id)?;
    claim(&mut dao, "anyone", id)?;

    assert_eq!(dao.proposal(id)?.stage, ProposalStage::Withdrawn);
    assert_eq!(purse(&dao, "eve")?, 100);
    let again = refused(&mut dao, |dao| dao.resolve(&dao.addr("anyone"), id));
    assert_eq!(again, format!("proposal {id} is Withdrawn: only one that is closed or lapsed is resolved"));
    Ok(())
}

#[test]
fn no_tokens_are_taken_where_proposing_costs_nothing() -> Result<()> {
    let mut dao = town()?;
    let (token, proposal) = (dao.addr("token"), dao.contracts.proposal.clone());
    let msg = to_json_binary(&ReceiveMsg::Propose { draft: draft(&dao, Class::Signal)? })?;
    let transfer = Cw20ReceiveMsg { sender: dao.addr("eve").into_string(), amount: 1u128.into(), msg };

    let why = refused(&mut dao, |dao| dao.call(&token, &proposal, &ExecuteMsg::Receive(transfer)));

    assert_eq!(why, "proposing costs no deposit here: send no tokens");
    Ok(())
}
