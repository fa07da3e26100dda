//! Chapter treasury: what leaves it, by which proposal, and what comes in.

mod caps;
mod executing;
pub mod nfts;
mod promises;
mod tokens;
pub mod world;

use anyhow::Result;
use cosmwasm_std::{coins, Addr};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{Deposit, ExecuteMsg};
use isonomia_api::treasury::{self, Allowance, AssetResponse, Means, Outflow, Payment, QueryMsg};
use isonomia_core::class::Class;
use isonomia_core::operation::OperationStage;
use isonomia_core::tally::Choice::No;
use isonomia_embedded::{Dao, CASH, DAY};

use crate::lifecycle::town::*;

fn left(dao: &Dao) -> Result<u128> {
    let told: AssetResponse = dao.ask(&dao.contracts.treasury, &QueryMsg::Asset { asset: cash() })?;
    Ok(told.left.u128())
}

#[test]
fn small_spends_of_many_proposers_draw_on_one_allowance() -> Result<()> {
    let mut dao = town()?;
    let drafts = vec![
        ("ann", small(&dao, "mallory", 600)?),
        ("bob", small(&dao, "mallory", 500)?),
        ("cat", small(&dao, "mallory", 400)?),
        ("dan", small(&dao, "mallory", 1)?),
    ];
    let mut ids = vec![];
    for (who, action) in drafts {
        ids.push(dao.propose(&dao.addr(who), "A small thing", vec![action], false)?);
    }
    agree(&mut dao, &ids)?;
    let mallory = dao.addr("mallory");
    let refusal = |amount, left| {
        format!("ucash: {amount} is more than the {left} left of the allowance of 1000 in 30 days")
    };

    dao.execute(&mallory, ids[0])?;
    assert_eq!(refused(&mut dao, |dao| dao.execute(&mallory, ids[1])), refusal(500, 400));
    dao.execute(&mallory, ids[2])?;
    assert_eq!(refused(&mut dao, |dao| dao.execute(&mallory, ids[3])), refusal(1, 0));

    assert_eq!((purse(&dao, "mallory")?, left(&dao)?), (1_000, 0));
    assert_eq!(dao.operation(ids[1])?.stage, OperationStage::Ready, "it may be tried again until it expires");
    Ok(())
}

#[test]
fn sixteen_small_spends_of_one_proposal_draw_on_it_together_or_not_at_all() -> Result<()> {
    let mut dao = town()?;
    let id = dao.pass("mallory", vec![small(&dao, "mallory", 63)?; 16])?;
    wait(&mut dao, id)?;

    let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("mallory"), id));

    assert_eq!(refusal, "ucash: 63 is more than the 55 left of the allowance of 1000 in 30 days");
    assert_eq!((purse(&dao, "mallory")?, left(&dao)?), (0, ALLOWANCE));
    Ok(())
}

#[test]
fn the_allowance_is_whole_again_a_month_later() -> Result<()> {
    let mut dao = town()?;
    dao.enact("ann", vec![small(&dao, "painter", ALLOWANCE)?])?;
    assert_eq!(left(&dao)?, 0);
    dao.advance(31 * DAY);
    assert_eq!(left(&dao)?, ALLOWANCE);

    dao.enact("ann", vec![small(&dao, "painter", ALLOWANCE)?])?;

    assert_eq!((purse(&dao, "painter")?, treasure(&dao)?), (2 * ALLOWANCE, TREASURE - 2 * ALLOWANCE));
    Ok(())
}

#[test]
fn an_allowance_is_set_by_a_critical_and_used_by_a_standard() -> Result<()> {
    let mut dao = town()?;
    let allowance = Allowance { asset: cash(), limit: 2_000u128.into() };
    let raise = dao.to_treasury(&treasury::ExecuteMsg::SetAllowance { allowance })?;
    let id = dao.enact("ann", vec![raise])?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);

    dao.enact("bob", vec![small(&dao, "painter", 2_000)?])?;

    assert_eq!(purse(&dao, "painter")?, 2_000);
    Ok(())
}

#[test]
fn the_ledger_names_the_proposal_that_paid() -> Result<()> {
    let mut dao = founded(plan().with(|params| params.first_id = 700))?;
    let little = dao.enact("ann", vec![small(&dao, "painter", 3)?])?;
    let first = dao.now();
    let failed = dao.pass("bob", vec![spend(&dao, "mason", TREASURE)?])?;
    let much = dao.enact("cat", vec![spend(&dao, "mason", 40)?, small(&dao, "smith", 5)?])?;
    let then = dao.now();

    assert_eq!((little, failed, much), (700, 701, 702));
    let entry = |number, proposal, amount: u128, to: &str, small, at| Outflow {
        number,
        proposal,
        by: if small { Means::SpendSmall } else { Means::Spend },
        holding: cash().into(),
        amount: amount.into(),
        to: Some(dao.addr(to)),
        at,
    };
    let entries = vec![
        entry(1, little, 3, "painter", true, first),
        entry(2, much, 40, "mason", false, then),
        entry(3, much, 5, "smith", true, then),
    ];
    assert_eq!(ledger(&dao)?, entries);
    Ok(())
}

#[test]
fn tokens_are_spent_like_coins() -> Result<()> {
    // The staked token is listed with the default cap; this town lets all of it go.
    let mut dao = founded(plan().cw20()?.with(|params| params.listed.clear()))?;
    let (asset, treasury, mason) =
        (dao.params.asset.clone(), dao.contracts.treasury.clone(), dao.addr("mason"));
    let Asset::Cw20 { contract } = &asset else { unreachable!("the stake is a token") };
    let token = Addr::unchecked(contract);
    dao.mint_tokens(&token, &dao.addr("donor"), 900)?;
    let gift = cw20::Cw20ExecuteMsg::Send {
        contract: treasury.to_string(),
        amount: 900u128.into(),
        msg: Default::default(),
    };
    dao.call(&dao.addr("donor"), &token, &gift)?;
    let payment = Payment { asset: asset.clone(), amount: 250u128.into(), to: mason.to_string() };
    let action = dao.to_treasury(&treasury::ExecuteMsg::Spend { payment: payment.clone() })?;

    let id = dao.enact("ann", vec![action])?;

    assert_eq!((tokens(&dao, &token, &mason)?, tokens(&dao, &token, &treasury)?), (250, 650));
    let entry = &ledger(&dao)?[0];
    assert_eq!((entry.proposal, entry.amount.u128(), &entry.by), (id, 250, &Means::Spend));
    assert_eq!(entry.holding, asset.into());

    let action = dao.to_treasury(&treasury::ExecuteMsg::SpendSmall { payment })?;
    let id = dao.pass("bob", vec![action])?;
    wait(&mut dao, id)?;
    let refusal = refused(&mut dao, |dao| dao.execute(&mason, id));
    assert_eq!(
        refusal,
        format!("cw20:{token}: 250 is more than the 0 left of the allowance of 0 in 30 days"),
        "an asset that is not listed has none"
    );
    Ok(())
}

#[test]
fn a_forfeited_deposit_arrives_and_can_be_spent() -> Result<()> {
    let deposit = Deposit { asset: cash(), amount: 100u128.into() };
    let mut dao = founded(plan().with(|params| params.entry.deposit = Some(deposit)))?;
    let (mallory, anyone, proposal) =
        (dao.addr("mallory"), dao.addr("anyone"), dao.contracts.proposal.clone());
    dao.mint(&mallory, 100, CASH)?;
    let draft = isonomia_api::proposal::Draft {
        title: "All of it, to me".to_string(),
        summary: String::new(),
        link: None,
        actions: vec![spend(&dao, "mallory", TREASURE)?],
        emergency: false,
        ready: None,
    };
    dao.call_with(&mallory, &proposal, &ExecuteMsg::Propose { draft }, &coins(100, CASH))?;
    open(&mut dao, 1)?;
    say(&mut dao, 1, No, &PEOPLE)?;
    close(&mut dao, 1)?;

    dao.call(&anyone, &proposal, &ExecuteMsg::ClaimDeposit { id: 1 })?;

    assert_eq!((purse(&dao, "mallory")?, treasure(&dao)?), (0, TREASURE + 100));
    assert_eq!(ledger(&dao)?, vec![], "what comes in is no outflow");
    Ok(())
}
