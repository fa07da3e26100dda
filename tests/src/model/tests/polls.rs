//! Stories of polls: late flips, the latch, the quorum, refusals.

use isonomia_cli::scenario::{
    AccountAmount, Amount,
    ChoiceName::{Abstain, No, Yes},
    ClassName::{Critical, Emergency, Signal, Standard},
    Step,
};

use super::{three_and_a_stranger, Dao, Told, MILLION};
use crate::model::params::DAY;

#[test]
fn a_late_flip_moves_the_close_twice() -> Told {
    let mut dao = Dao::new(0)?;
    [("a", 1), ("b", 4), ("c", 9)].iter().try_for_each(|(name, stake)| dao.stake(name, *stake))?;
    dao.each(Step::Attest, &["a", "b", "c"])?;
    dao.open("p", Signal)?;
    // Five days, e = 24 h.
    dao.wait(4 * DAY)?;
    dao.vote("p", "a", Yes)?;
    dao.wait(2 * DAY - 1)?;
    dao.vote("p", "b", No)?;
    dao.wait(DAY)?;
    assert!(dao.vote("p", "c", Yes).is_err());
    assert!(dao.vote("p", "c", Abstain).is_err());
    assert!(dao.vote("p", "b", Abstain).is_err());
    assert!(dao.vote("p", "a", Yes).is_err());
    dao.vote("p", "a", Abstain)?;
    dao.vote("p", "c", No)?;
    assert_eq!(dao.cast("p")?, [0, 0, 5, 13]);
    dao.wait(1)?;
    assert!(dao.vote("p", "c", No).is_err());
    assert_eq!(dao.0.clock(), 7 * DAY);
    dao.close("p")?;
    assert_eq!(dao.0.clock(), 7 * DAY);
    assert!(dao.close("p").is_err());
    Ok(())
}

#[test]
fn the_last_flip_moves_nothing() -> Told {
    let mut dao = Dao::new(0)?;
    [("a", 1), ("b", 4), ("c", 9), ("d", 25)].iter().try_for_each(|(name, stake)| dao.stake(name, *stake))?;
    dao.each(Step::Attest, &["a", "b", "c", "d"])?;
    dao.open("p", Signal)?;
    dao.vote("p", "a", Yes)?;
    dao.wait(5 * DAY - 1)?;
    dao.vote("p", "b", No)?;
    dao.vote("p", "c", Yes)?;
    dao.vote("p", "d", No)?;
    dao.wait(1)?;
    // The second flip came before the last e of the first extension: it moved nothing, nor did the third.
    dao.wait(DAY - 1)?;
    dao.vote("p", "d", Yes)?;
    assert!(dao.poll("p")?.passes);
    assert!(dao.vote("p", "a", Yes).is_err());
    dao.wait(DAY)?;
    dao.vote("p", "d", No)?;
    assert!(!dao.poll("p")?.passes);
    dao.close("p")?;
    assert_eq!(dao.0.clock(), 7 * DAY);
    Ok(())
}

#[test]
fn stake_decides_until_the_latch_and_people_ever_after() -> Told {
    let mut dao = Dao::new(2)?;
    dao.stake("ann", 4)?;
    dao.stake("eve", 6)?;
    dao.each(Step::Attest, &["ann"])?;
    dao.open("linear", Critical)?;
    dao.vote("linear", "eve", Yes)?;
    dao.vote("linear", "ann", No)?;
    let linear = dao.poll("linear")?;
    assert_eq!((linear.yes_side.0, linear.no_side.0), (6 * MILLION, 4 * MILLION));
    // 60 % is not above the threshold of 60 %.
    assert!(linear.conditions.quorum && linear.conditions.head_count && !linear.conditions.threshold);
    dao.close("linear")?;

    dao.each(Step::Attest, &["bob"])?;
    dao.open("latches", Signal)?;
    dao.each(Step::Revoke, &["bob"])?;
    assert!(dao.open("below", Standard).is_err());
    assert!(dao.open("below", Critical).is_err());
    dao.open("below", Emergency)?;
    dao.vote("below", "eve", Yes)?;
    let below = dao.poll("below")?;
    assert!(!below.passes && !below.conditions.quorum && below.yes_side.0 == 0);
    Ok(())
}

#[test]
fn the_quorum_follows_the_turnout() -> Told {
    let mut dao = Dao::new(0)?;
    dao.stake("ann", 4)?;
    dao.each(Step::Attest, &["ann"])?;
    dao.open("a", Standard)?;
    dao.vote("a", "ann", Yes)?;
    dao.close("a")?;
    assert_eq!(dao.0.clock(), 8 * DAY);
    dao.wait(6 * DAY)?;
    assert_eq!(dao.0.adaptive_quorum(), 1_500);
    dao.open("b", Standard)?;
    assert_eq!(dao.0.adaptive_quorum(), 1_700);
    Ok(())
}

#[test]
fn refusals_change_nothing() -> Told {
    let mut dao = three_and_a_stranger()?;
    assert!(dao.stake("ann", 0).is_err());
    let vast = Amount((1 << 100) - 31 * MILLION);
    assert!(dao.0.step(&Step::Stake(AccountAmount { account: "eve".to_string(), amount: vast })).is_err());
    let barely = Amount(vast.0 - 1);
    dao.0.step(&Step::Stake(AccountAmount { account: "zoe".to_string(), amount: barely }))?;
    assert!(dao.each(Step::Revoke, &["eve"]).is_err());
    assert!(dao.each(Step::RegisterDelegate, &["eve"]).is_err());
    assert!(dao.delegate("bob", &[("dan", 10_001)]).is_err());
    assert!(dao.delegate("bob", &[("dan", 1), ("dan", 1)]).is_err());
    assert!(dao.delegate("bob", &[("bob", 1)]).is_err());
    assert!(dao.delegate("bob", &[("ann", 1)]).is_err());
    assert!(dao.delegate("bob", &[("dan", 0)]).is_err());
    assert!(dao.delegate("bob", &[]).is_err());
    assert!(dao.vote("p", "ann", Yes).is_err() && dao.close("p").is_err());
    assert_eq!((dao.0.total_power(), dao.0.attested()), (7 * MILLION, 3));
    assert_eq!((dao.0.power("bob"), dao.0.stake("bob")), (4 * MILLION, 16 * MILLION));
    assert_eq!(dao.0.total_stake(), (1 << 100) - 1);
    Ok(())
}
