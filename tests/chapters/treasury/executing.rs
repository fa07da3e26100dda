//! `Execute`: whatever way something leaves, it is counted; whatever gives a hold on it is refused.

use anyhow::Result;
use cosmwasm_schema::cw_serde;
use cosmwasm_std::{to_json_binary, Addr, Binary, Uint128, WasmMsg};
use cw20::Cw20ExecuteMsg;
use isonomia_api::asset::Asset;
use isonomia_api::treasury::{ExecuteMsg, Holding, Means};
use isonomia_core::class::Class;
use isonomia_embedded::{Dao, CASH, DAY};

use super::world::*;
use crate::lifecycle::town::*;

/// What the treasury has of a token here.
const TOKENS: u128 = 1_000;

/// A thrifty town with a listed token.
fn town_with_token() -> Result<(Dao, Addr)> {
    let mut dao = thrifty()?;
    let token = honest_token(&mut dao, TOKENS)?;
    dao.order(&ExecuteMsg::List { holding: cw20(&token).into() })?;
    Ok((dao, token))
}

fn over(holding: Holding, amount: u128, most: u128) -> String {
    format!(
        "{holding}: {amount} is more than the {most} left of the outflow cap: 500 basis points in 7 days, which is \
         {most}, and 0 counted already"
    )
}

fn raw(contract: &Addr, json: &str) -> ExecuteMsg {
    let (contract_addr, msg) = (contract.to_string(), Binary::from(json.as_bytes()));
    ExecuteMsg::Execute { msg: WasmMsg::Execute { contract_addr, msg, funds: vec![] } }
}

#[test]
fn coins_that_go_with_a_message_are_counted_and_entered() -> Result<()> {
    let mut dao = thrifty()?;
    let bell = bell(&mut dao)?;
    let past = executes(&bell, &BellMsg::Ring {}, WEEKLY + 1)?;
    assert_eq!(refused(&mut dao, |dao| dao.order(&past)), over(cash().into(), WEEKLY + 1, WEEKLY));

    let id = dao.decide("ann", &[executes(&bell, &BellMsg::Ring {}, WEEKLY)?])?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    dao.execute(&dao.addr("anyone"), id)?;

    assert_eq!((dao.balance(&bell, CASH)?, treasure(&dao)?), (WEEKLY, TREASURE - WEEKLY));
    let entry = ledger(&dao)?.pop().unwrap();
    assert_eq!((entry.proposal, entry.by, entry.to), (id, Means::Execute, Some(bell)));
    assert_eq!((entry.holding, entry.amount.u128()), (cash().into(), WEEKLY));
    Ok(())
}

#[test]
fn coins_that_a_new_contract_gets_are_counted_too() -> Result<()> {
    let mut dao = thrifty()?;
    let code_id = bell_code(&mut dao);
    let make = |cash| {
        let (msg, funds) = (Binary::from(b"{}"), cosmwasm_std::coins(cash, CASH));
        ExecuteMsg::Execute {
            msg: WasmMsg::Instantiate { admin: None, code_id, msg, funds, label: "bell".to_string() },
        }
    };

    let refusal = refused(&mut dao, |dao| dao.order(&make(WEEKLY + 1)));
    assert_eq!(refusal, over(cash().into(), WEEKLY + 1, WEEKLY));
    dao.order(&make(WEEKLY))?;

    let entry = ledger(&dao)?.pop().unwrap();
    assert_eq!((entry.to, entry.amount.u128(), treasure(&dao)?), (None, WEEKLY, TREASURE - WEEKLY));
    Ok(())
}

#[test]
fn coins_that_are_not_listed_go_with_no_message() -> Result<()> {
    let mut dao = thrifty()?;
    let (bell, treasury) = (bell(&mut dao)?, dao.contracts.treasury.clone());
    dao.mint(&treasury, 5, "uother")?;
    let (msg, funds) = (to_json_binary(&BellMsg::Ring {})?, cosmwasm_std::coins(1, "uother"));
    let msg = WasmMsg::Execute { contract_addr: bell.to_string(), msg, funds };

    assert_eq!(refused(&mut dao, |dao| dao.order(&ExecuteMsg::Execute { msg })), "uother is not listed");
    Ok(())
}

#[test]
fn tokens_that_are_moved_are_counted_by_their_balance() -> Result<()> {
    let (mut dao, token) = town_with_token()?;
    let bell = bell(&mut dao)?;
    let transfer =
        |amount: u128| Cw20ExecuteMsg::Transfer { recipient: bell.to_string(), amount: amount.into() };

    let past = executes(&token, &transfer(51), 0)?;
    assert_eq!(refused(&mut dao, |dao| dao.order(&past)), over(cw20(&token).into(), 51, 50));
    dao.order(&executes(&token, &transfer(50), 0)?)?;

    assert_eq!(tokens(&dao, &token, &bell)?, 50);
    let entry = ledger(&dao)?.pop().unwrap();
    assert_eq!((entry.holding, entry.amount.u128()), (cw20(&token).into(), 50));
    Ok(())
}

#[test]
fn nothing_gives_anybody_a_hold_on_a_listed_token_and_nothing_burns_it() -> Result<()> {
    let (mut dao, token) = town_with_token()?;
    let (spender, amount) = (dao.addr("mallory").into_string(), Uint128::one());
    let treasury = dao.contracts.treasury.to_string();
    let (owner, contract, recipient) = (treasury.clone(), spender.clone(), spender.clone());
    let expires = None;
    for (name, msg) in [
        ("increase_allowance", Cw20ExecuteMsg::IncreaseAllowance { spender, amount, expires }),
        ("burn", Cw20ExecuteMsg::Burn { amount }),
        ("burn_from", Cw20ExecuteMsg::BurnFrom { owner: owner.clone(), amount }),
        ("transfer_from", Cw20ExecuteMsg::TransferFrom { owner: owner.clone(), recipient, amount }),
        ("send_from", Cw20ExecuteMsg::SendFrom { owner, contract, amount, msg: Binary::default() }),
    ] {
        let msg = executes(&token, &msg, 0)?;
        let refusal = refused(&mut dao, |dao| dao.order(&msg));
        assert_eq!(
            refusal,
            format!(
                "cw20:{token}: `{name}` is not said to a listed token, only transfer, send, decrease_allowance, mint, \
                 update_minter, update_marketing, upload_logo"
            )
        );
    }
    assert_eq!(stock(&dao, cw20(&token))?.balance.u128(), TOKENS);
    Ok(())
}

#[test]
fn a_name_is_not_hidden_behind_another_nor_a_token_behind_capitals() -> Result<()> {
    let (mut dao, token) = town_with_token()?;

    let two = raw(&token, r#"{"transfer":{},"burn":{"amount":"1"}}"#);
    assert_eq!(refused(&mut dao, |dao| dao.order(&two)), "a message has one top-level key, not 2");
    let twice = raw(&token, r#"{"transfer":{"amount":"1","amount":"2"}}"#);
    assert!(refused(&mut dao, |dao| dao.order(&twice)).contains("the key `amount` stands twice"));
    let escaped = raw(&token, r#"{"\u0062urn":{"amount":"1"}}"#);
    assert!(refused(&mut dao, |dao| dao.order(&escaped)).contains("`burn` is not said"));
    let capitals = raw(&Addr::unchecked(token.as_str().to_uppercase()), r#"{"burn":{"amount":"1"}}"#);
    let refusal = refused(&mut dao, |dao| dao.order(&capitals));
    assert!(refusal.contains("not normalized"), "{refusal}");
    Ok(())
}

#[test]
fn an_allowance_from_before_the_listing_is_counted_when_a_wrapper_uses_it() -> Result<()> {
    let mut dao = thrifty()?;
    let (token, bell) = (honest_token(&mut dao, TOKENS)?, bell(&mut dao)?);
    let (spender, treasury) = (bell.to_string(), dao.contracts.treasury.to_string());
    let allow = Cw20ExecuteMsg::IncreaseAllowance { spender, amount: TOKENS.into(), expires: None };
    dao.order(&executes(&token, &allow, 0)?)?;
    dao.order(&ExecuteMsg::List { holding: cw20(&token).into() })?;
    let take = |dao: &Dao, amount: u128| -> Result<ExecuteMsg> {
        let (owner, recipient) = (treasury.clone(), dao.addr("mallory").into_string());
        let take = Cw20ExecuteMsg::TransferFrom { owner, recipient, amount: amount.into() };
        executes(&bell, &passes(&token, &take)?, 0)
    };

    let past = take(&dao, 51)?;
    assert_eq!(refused(&mut dao, |dao| dao.order(&past)), over(cw20(&token).into(), 51, 50));
    let exact = take(&dao, 50)?;
    dao.order(&exact)?;

    assert_eq!(tokens(&dao, &token, &dao.addr("mallory"))?, 50);
    assert_eq!(ledger(&dao)?.pop().unwrap().to, Some(bell));
    Ok(())
}

#[test]
fn a_wrapper_without_an_allowance_takes_nothing() -> Result<()> {
    let (mut dao, token) = town_with_token()?;
    let bell = bell(&mut dao)?;
    let (owner, recipient) = (dao.contracts.treasury.to_string(), dao.addr("mallory").into_string());
    let take = Cw20ExecuteMsg::TransferFrom { owner, recipient, amount: Uint128::one() };
    let msg = executes(&bell, &passes(&token, &take)?, 0)?;

    assert_eq!(refused(&mut dao, |dao| dao.order(&msg)), "No allowance for this account");
    Ok(())
}

#[test]
fn a_listed_token_is_not_migrated_and_its_administrator_stays() -> Result<()> {
    let (mut dao, token) = town_with_token()?;
    let (contract_addr, mallory) = (token.to_string(), dao.addr("mallory").into_string());
    let code = bell_code(&mut dao);

    for msg in [
        WasmMsg::Migrate {
            contract_addr: contract_addr.clone(),
            new_code_id: code,
            msg: Binary::from(b"{}"),
        },
        WasmMsg::UpdateAdmin { contract_addr: contract_addr.clone(), admin: mallory },
        WasmMsg::ClearAdmin { contract_addr },
    ] {
        let refusal = refused(&mut dao, |dao| dao.order(&ExecuteMsg::Execute { msg }));
        let told = "is listed: neither its code nor its administrator is changed by the treasury";
        assert_eq!(refusal, format!("cw20:{token} {told}"));
    }
    Ok(())
}

#[test]
fn a_contract_that_calls_back_is_paid_nothing() -> Result<()> {
    let mut dao = thrifty()?;
    let (bell, treasury) = (bell(&mut dao)?, dao.contracts.treasury.clone());
    let (mut budget, mut stream) = (clerk(&dao), pay(&dao));
    (budget.holder, stream.recipient) = (bell.to_string(), bell.to_string());
    dao.order(&ExecuteMsg::CreateBudget { budget })?;
    dao.order(&ExecuteMsg::CreateStream { stream })?;
    dao.advance(20 * DAY);
    let paid = ExecuteMsg::PayFromBudget { id: 1, to: bell.to_string(), amount: Uint128::one() };
    let only = |who: &Addr| format!("only {who} may do this, not {bell}");
    let executing = "the treasury executes a message: nothing else leaves it until that is done".to_string();
    let timelock = dao.contracts.timelock.clone();

    for (msg, told) in [
        (paid.clone(), executing.clone()),
        (ExecuteMsg::Withdraw { id: 1 }, executing),
        (ExecuteMsg::CloseExecution {}, only(&treasury)),
        (ExecuteMsg::Unpause {}, only(&timelock)),
    ] {
        let back = executes(&bell, &passes(&treasury, &msg)?, 1)?;
        assert_eq!(refused(&mut dao, |dao| dao.order(&back)), told, "{msg:?}");
    }
    dao.call(&dao.addr("anyone"), &bell, &passes(&treasury, &paid)?)?;
    assert_eq!(dao.balance(&bell, CASH)?, 1, "of its own accord it may");
    Ok(())
}

#[test]
fn the_treasury_sends_itself_nothing() -> Result<()> {
    let mut dao = thrifty()?;
    let treasury = dao.contracts.treasury.clone();

    for msg in [ExecuteMsg::CloseExecution {}, ExecuteMsg::Unpause {}] {
        let own = executes(&treasury, &msg, 0)?;
        assert_eq!(refused(&mut dao, |dao| dao.order(&own)), "the treasury sends no message to itself");
    }
    Ok(())
}

#[test]
fn a_message_that_fails_leaves_nothing_behind() -> Result<()> {
    let mut dao = thrifty()?;
    let bell = bell(&mut dao)?;
    let broken = executes(&bell, &BellMsg::Break {}, WEEKLY)?;

    assert_eq!(refused(&mut dao, |dao| dao.order(&broken)), "Generic error: the bell is cracked");

    dao.order(&executes(&bell, &BellMsg::Ring {}, WEEKLY)?)?;
    Ok(())
}

/// What the vault is told by a treasury that stakes.
#[cw_serde]
enum Stakes {
    Stake {},
}

#[test]
fn the_treasury_may_stake_what_it_has_within_the_cap() -> Result<()> {
    let mut dao = thrifty()?;
    let (vault, treasury) = (dao.contracts.vault.clone(), dao.contracts.treasury.clone());
    let Asset::Native { denom } = dao.params.asset.clone() else { unreachable!("the stake is a coin") };
    dao.mint(&treasury, 100_000_000, &denom)?;
    dao.order(&ExecuteMsg::List { holding: dao.params.asset.clone().into() })?;
    let (msg, funds) = (to_json_binary(&Stakes::Stake {})?, cosmwasm_std::coins(5_000_000, denom));
    let msg = WasmMsg::Execute { contract_addr: vault.to_string(), msg, funds };

    dao.order(&ExecuteMsg::Execute { msg })?;

    assert_eq!(dao.account(&treasury)?.own.stake.u128(), 5_000_000);
    assert_eq!(cap(&dao, dao.params.asset.clone().into())?.left.u128(), 0);
    Ok(())
}
