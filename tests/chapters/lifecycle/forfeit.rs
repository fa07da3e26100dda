//! A deposit is forfeited to the treasury where 80 % of what was cast says No, or Yes stays under 1 % of the whole.

use anyhow::Result;
use cosmwasm_std::coins;
use isonomia_api::proposal::{Deposit, DepositState};
use isonomia_core::class::Class;
use isonomia_core::tally::Choice::{Abstain, No, Yes};
use isonomia_embedded::{Dao, CASH, STAKED};

use super::deposit::{claim, costly, propose_paying, state};
use super::town::*;

/// Ann proposes for 100, and the poll has opened.
fn at_the_vote(dao: &mut Dao) -> Result<()> {
    dao.mint(&dao.addr("ann"), 100, CASH)?;
    propose_paying(dao, "ann", Class::Standard, &coins(100, CASH))?;
    open(dao, 1)
}

/// The end of the poll, and what has become of the deposit.
fn at_the_end(dao: &mut Dao) -> Result<DepositState> {
    close(dao, 1)?;
    state(dao, 1)
}

#[test]
fn four_fifths_that_say_no_forfeit_it_to_the_treasury() -> Result<()> {
    let mut dao = costly()?;
    at_the_vote(&mut dao)?;
    say(&mut dao, 1, Yes, &["ann"])?;
    say(&mut dao, 1, No, &["bob", "cat", "dan", "eve"])?;
    assert!(dao.opened(1)?.forfeits_deposit);
    assert_eq!(at_the_end(&mut dao)?, DepositState::Forfeited);

    claim(&mut dao, "ann", 1)?;

    assert_eq!((purse(&dao, "ann")?, treasure(&dao)?), (0, TREASURE + 100));
    assert_eq!(refused(&mut dao, |dao| claim(dao, "ann", 1)), "proposal 1 has no deposit to claim");
    Ok(())
}

#[test]
fn one_unit_of_power_less_than_four_fifths_does_not() -> Result<()> {
    let mut dao = costly()?;
    // √(10^6 · (10^8 + 21)) is one more than √(10^6 · 10^8).
    dao.stake(&dao.addr("ann"), 21)?;
    at_the_vote(&mut dao)?;
    say(&mut dao, 1, Yes, &["ann"])?;
    say(&mut dao, 1, No, &["bob", "cat", "dan", "eve"])?;
    assert_eq!(dao.opened(1)?.tally.yes.power.u128(), POWER + 1);

    assert_eq!(at_the_end(&mut dao)?, DepositState::Returned);
    Ok(())
}

#[test]
fn who_abstains_is_of_those_who_cast() -> Result<()> {
    let mut dao = costly()?;
    settle(&mut dao, "fay", STAKE)?;
    at_the_vote(&mut dao)?;
    say(&mut dao, 1, Yes, &["ann"])?;
    say(&mut dao, 1, No, &["bob", "cat", "dan", "eve"])?;
    say(&mut dao, 1, Abstain, &["fay"])?;

    assert_eq!(at_the_end(&mut dao)?, DepositState::Returned);
    Ok(())
}

#[test]
fn a_yes_under_one_hundredth_of_the_power_forfeits_it() -> Result<()> {
    // Fay has 10^6 of power. With this stake the whole is 10^8; with 99 more it is one more.
    for (stake, becomes) in
        [(2_401_000_000, DepositState::Returned), (2_401_000_099, DepositState::Forfeited)]
    {
        let mut dao = costly()?;
        settle(&mut dao, "fay", 1_000_000)?;
        settle(&mut dao, "rich", stake)?;
        at_the_vote(&mut dao)?;
        say(&mut dao, 1, Yes, &["fay"])?;
        say(&mut dao, 1, Abstain, &PEOPLE)?;

        assert_eq!(at_the_end(&mut dao)?, becomes, "with a stake of {stake}");
    }
    Ok(())
}

#[test]
fn silence_forfeits_it() -> Result<()> {
    let mut dao = costly()?;
    at_the_vote(&mut dao)?;

    assert_eq!(at_the_end(&mut dao)?, DepositState::Forfeited);
    Ok(())
}

#[test]
fn a_defeat_alone_does_not() -> Result<()> {
    let mut dao = costly()?;
    at_the_vote(&mut dao)?;
    say(&mut dao, 1, Yes, &["ann", "bob"])?;
    say(&mut dao, 1, No, &["cat", "dan", "eve"])?;

    assert_eq!(at_the_end(&mut dao)?, DepositState::Returned);
    claim(&mut dao, "ann", 1)?;
    assert_eq!((purse(&dao, "ann")?, treasure(&dao)?), (100, TREASURE));
    Ok(())
}

#[test]
fn a_whale_alone_forfeits_nothing_once_people_decide() -> Result<()> {
    let mut dao = costly()?;
    dao.stake(&dao.addr("whale"), 1_000 * STAKE)?;
    at_the_vote(&mut dao)?;
    say(&mut dao, 1, Yes, &["ann"])?;
    say(&mut dao, 1, No, &["whale"])?;

    assert_eq!(at_the_end(&mut dao)?, DepositState::Returned);
    Ok(())
}

#[test]
fn in_the_bootstrap_both_are_taken_of_stake() -> Result<()> {
    for (opposed, becomes) in [(399, DepositState::Returned), (400, DepositState::Forfeited)] {
        let deposit = Deposit { asset: cash(), amount: 100u128.into() };
        let mut dao = plan().with(|params| params.entry.deposit = Some(deposit)).build()?;
        dao.stake(&dao.addr("bob"), 100)?;
        dao.stake(&dao.addr("whale"), opposed)?;
        at_the_vote(&mut dao)?;
        say(&mut dao, 1, Yes, &["bob"])?;
        say(&mut dao, 1, No, &["whale"])?;

        assert_eq!(at_the_end(&mut dao)?, becomes, "{opposed} {STAKED} against 100");
    }
    Ok(())
}
