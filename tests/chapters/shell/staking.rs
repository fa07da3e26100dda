//! Into the vault, and out of it.

use anyhow::Result;
use isonomia_cli::shell::{Claim, Stake, Sync, Unstake};
use isonomia_embedded::{DAY, STAKED};

use super::typing::*;
use crate::keeper::captured;
use crate::lifecycle::town::*;

const UNBONDING: u64 = 28 * DAY;

#[test]
fn an_amount_is_staked_as_it_is_written() -> Result<()> {
    for text in ["1.5iso", "1.5 iso", "1500000uiso"] {
        let mut dao = town()?;
        let ann = dao.addr("ann");
        dao.mint(&ann, 1_500_000, STAKED)?;

        let shown = shown::<Stake>(&dao, "ann", &[text])?;
        does::<Stake>(&mut dao, "ann", &[text])?;

        assert!(shown.contains("you will  stake 1.5 iso\n"), "{shown}");
        assert!(shown.contains("then has  101.5 iso\n"), "{shown}");
        assert!(shown.contains("28 d after `unstake`"), "{shown}");
        assert_eq!(dao.account(&ann)?.own.stake.u128(), STAKE + 1_500_000);
    }
    Ok(())
}

#[test]
fn another_coin_is_not_staked_and_nothing_is_no_stake() -> Result<()> {
    let dao = town()?;
    assert_eq!(denied::<Stake>(&dao, "ann", &["5 cash"]), "this DAO stakes iso, not ucash");
    assert!(denied::<Stake>(&dao, "ann", &["0 iso"]).contains("an amount is above zero"));
    assert!(denied::<Stake>(&dao, "ann", &["5"]).contains("`5` of what?"));
    Ok(())
}

#[test]
fn a_token_is_staked_by_sending_it() -> Result<()> {
    let mut dao = crate::dao().own_registrar().cw20()?.build()?;
    let (ann, token) = (dao.addr("ann"), dao.params.asset.to_string().replace("cw20:", ""));
    dao.mint_tokens(&cosmwasm_std::Addr::unchecked(&token), &ann, 3_000_000)?;

    // Its symbol means the chain's own coin here, so that it is written in base units.
    assert!(denied::<Stake>(&dao, "ann", &["2 iso"]).contains("this DAO stakes cw20:"));
    does::<Stake>(&mut dao, "ann", &[&format!("2000000 cw20:{token}")])?;

    assert_eq!(dao.account(&ann)?.own.stake.u128(), 2_000_000);
    Ok(())
}

#[test]
fn a_holder_leaves_whatever_stands_in_the_place_of_voting() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");

    let leave = deed_at::<Unstake>(&dao, &captured(&dao), "ann", &["all", "--quiet"])?;
    sign(&mut dao, "ann", leave)?;
    dao.advance(2 * UNBONDING + DAY);
    let claim = deed_at::<Claim>(&dao, &captured(&dao), "ann", &[])?;
    sign(&mut dao, "ann", claim)?;

    assert_eq!(dao.balance(&ann, STAKED)?, STAKE);
    Ok(())
}

#[test]
fn stake_leaves_in_time_and_the_claim_tells_when() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    assert!(denied::<Claim>(&dao, "ann", &[]).ends_with("has taken nothing out that waits to be paid"));

    let shown = shown::<Unstake>(&dao, "ann", &["40 iso"])?;
    does::<Unstake>(&mut dao, "ann", &["40 iso"])?;
    does::<Unstake>(&mut dao, "ann", &["all"])?;

    assert!(shown.contains("then has  60 iso\n"), "{shown}");
    let early = denied::<Claim>(&dao, "ann", &[]);
    assert!(early.starts_with("nothing is released yet: 100 iso from "), "{early}");
    assert!(early.contains("(in 28 d"), "{early}");
    assert!(denied::<Unstake>(&dao, "ann", &["all"]).ends_with("has nothing staked"));

    let released = early.split("from ").nth(1).unwrap().split(" (").next().unwrap().to_string();
    assert!(shown.contains(&released), "the preview told the same moment: {shown}");
    dao.advance(UNBONDING + DAY);
    does::<Claim>(&mut dao, "ann", &[])?;
    assert_eq!(dao.balance(&ann, STAKED)?, STAKE);
    Ok(())
}

#[test]
fn more_than_there_is_does_not_leave() -> Result<()> {
    let dao = town()?;
    assert_eq!(
        denied::<Unstake>(&dao, "ann", &["100.000001 iso"]),
        "100 iso is staked, less than 100.000001 iso"
    );
    assert!(denied::<Unstake>(&dao, "ann", &["1 cash"]).contains("what is staked here is uiso"));
    Ok(())
}

#[test]
fn a_quiet_exit_is_told_by_anyone_and_only_once() -> Result<()> {
    let mut dao = town()?;
    assert!(denied::<Sync>(&dao, "ann", &[]).contains("there is nothing to tell"));
    let shown = shown::<Unstake>(&dao, "ann", &["all", "--quiet"])?;
    assert!(shown.contains("in 56 d"), "{shown}");
    assert!(shown.contains("counts  until anybody tells voting: `isonomia sync`\n"), "{shown}");
    does::<Unstake>(&mut dao, "ann", &["all", "--quiet"])?;
    assert_eq!(dao.account(&dao.addr("ann"))?.own.stake.u128(), STAKE);

    does::<Sync>(&mut dao, "bob", &["ann"])?;

    assert_eq!(dao.account(&dao.addr("ann"))?.own.stake.u128(), 0);
    assert!(denied::<Sync>(&dao, "bob", &["ann"]).contains("there is nothing to tell"));
    Ok(())
}
