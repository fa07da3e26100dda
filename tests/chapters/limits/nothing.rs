//! Nothing, and what does not exist.

use anyhow::Result;
use cosmwasm_std::{coins, to_json_binary, Addr};
use isonomia_api::asset::Asset;
use isonomia_api::proposal::{self, Deposit, Entry};
use isonomia_api::timelock;
use isonomia_api::vault::{ExecuteMsg, ReceiveMsg};
use isonomia_core::tally::Choice::Yes;
use isonomia_embedded::{CASH, STAKED};

use crate::lifecycle::town::*;

#[test]
fn nothing_is_not_staked_nor_taken_out_nor_claimed() -> Result<()> {
    let mut dao = town()?;
    let (ann, vault) = (dao.addr("ann"), dao.contracts.vault.clone());
    dao.mint(&ann, 10, CASH)?;
    dao.mint(&ann, 10, STAKED)?;
    let mut stake = |sent: &[cosmwasm_std::Coin]| {
        refused(&mut dao, |dao| dao.call_with(&ann, &vault, &ExecuteMsg::Stake {}, sent))
    };

    let refusal = |sent: &[cosmwasm_std::Coin]| format!("send exactly one coin, of uiso, not {sent:?}");
    let (wrong, both) = (coins(1, CASH), [coins(1, CASH), coins(1, STAKED)].concat());
    for sent in [vec![], wrong, both] {
        assert_eq!(stake(&sent), refusal(&sent));
    }
    assert_eq!(refused(&mut dao, |dao| dao.unstake(&ann, 0)), "the amount is zero");
    assert_eq!(
        refused(&mut dao, |dao| dao.unstake(&ann, STAKE + 1)),
        format!("{ann} has {STAKE} at stake, so {} cannot be unstaked", STAKE + 1)
    );
    assert_eq!(refused(&mut dao, |dao| dao.claim(&ann)), format!("{ann} has nothing to claim"));
    Ok(())
}

#[test]
fn no_tokens_are_no_stake_and_no_deposit() -> Result<()> {
    let mut dao = plan().cw20()?.build()?;
    let Asset::Cw20 { contract } = dao.params.asset.clone() else { unreachable!("the stake is a token") };
    let (token, vault) = (Addr::unchecked(contract), dao.contracts.vault.clone());
    let msg = to_json_binary(&ReceiveMsg::Stake {})?;
    let sender = dao.addr("ann").into_string();
    let told = ExecuteMsg::Receive(cw20::Cw20ReceiveMsg { sender, amount: 0u128.into(), msg });

    let refusal = refused(&mut dao, |dao| dao.call(&token, &vault, &told));
    assert_eq!(refusal, "the amount is zero");
    assert_eq!(
        refused(&mut dao, |dao| dao.call(&dao.addr("ann"), &vault, &ExecuteMsg::Stake {})),
        "the amount is zero"
    );
    Ok(())
}

#[test]
fn nothing_is_not_paid_and_not_deposited() -> Result<()> {
    let mut dao = town()?;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    for action in [small(&dao, "painter", 0)?, spend(&dao, "painter", 0)?] {
        let id = dao.pass("ann", vec![action])?;
        wait(&mut dao, id)?;
        let refusal = refused(&mut dao, |dao| dao.execute(&dao.addr("painter"), id));
        assert_eq!(refusal, "the amount is zero");
    }

    let deposit = Some(Deposit { asset: cash(), amount: 0u128.into() });
    let entry = Entry { deposit, least_stake: 0u128.into() };
    let set = proposal::ExecuteMsg::SetEntry { entry };
    assert_eq!(refused(&mut dao, |dao| dao.call(&timelock, &proposal, &set)), "the amount is zero");
    Ok(())
}

#[test]
fn what_does_not_exist_is_not_found() -> Result<()> {
    let mut dao = town()?;
    let (ann, ours) = (dao.addr("ann"), dao.contracts.clone());

    assert_eq!(refused(&mut dao, |dao| dao.open(&ann, 9)), "there is no poll 9");
    assert_eq!(refused(&mut dao, |dao| dao.vote(&ann, 9, Yes)), "there is no poll 9");
    assert_eq!(refused(&mut dao, |dao| dao.withdraw(&ann, 9)), "there is no proposal 9");
    assert_eq!(refused(&mut dao, |dao| dao.resolve(&ann, 9)), "there is no proposal 9");
    let claim = proposal::ExecuteMsg::ClaimDeposit { id: 9 };
    assert_eq!(refused(&mut dao, |dao| dao.call(&ann, &ours.proposal, &claim)), "there is no proposal 9");
    let execute = timelock::ExecuteMsg::Execute { id: 9, actions: b"[]".into() };
    assert_eq!(
        refused(&mut dao, |dao| dao.call(&ann, &ours.timelock, &execute)),
        "no operation 9 was scheduled"
    );
    let cancel = isonomia_embedded::cancel(9);
    let refusal = refused(&mut dao, |dao| dao.call(&ours.timelock, &ours.timelock, &cancel));
    assert_eq!(refusal, "no operation 9 was scheduled");
    assert!(dao.poll(9).is_err() && dao.proposal(9).is_err() && dao.body(9).is_err());
    assert!(dao.operation(9).is_err() && dao.ballot(9, &ann)?.ballot.is_none());
    Ok(())
}

#[test]
fn coins_are_lost_nowhere() -> Result<()> {
    let mut dao = town()?;
    let (ann, ours) = (dao.addr("ann"), dao.contracts.clone());
    dao.mint(&ann, 10, CASH)?;
    dao.propose_class(&ann, "A word", isonomia_core::class::Class::Signal)?;
    let sent = coins(1, CASH);
    let refusal = format!("no coins are taken here, not {sent:?}");
    let mut attempt = |contract: &Addr, msg: &serde_json::Value| {
        refused(&mut dao, |dao| dao.call_with(&ann, contract, msg, &sent))
    };
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text);

    for (contract, msg) in [
        (&ours.proposal, r#"{"resolve":{"id":1}}"#),
        (&ours.proposal, r#"{"withdraw":{"id":1}}"#),
        (&ours.proposal, r#"{"claim_deposit":{"id":1}}"#),
        (&ours.voting, r#"{"vote":{"poll":1,"choice":"yes"}}"#),
        (&ours.voting, r#"{"open":{"poll":1}}"#),
        (&ours.voting, r#"{"undelegate":{}}"#),
        (&ours.timelock, r#"{"execute":{"id":1,"actions":""}}"#),
        (&ours.identity, r#"{"activate":{}}"#),
        (&ours.vault, r#"{"claim":{}}"#),
        (&ours.vault, r#"{"unstake":{"amount":"1"}}"#),
    ] {
        assert_eq!(attempt(contract, &json(msg)?), refusal, "{msg}");
    }
    Ok(())
}
