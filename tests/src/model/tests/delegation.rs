//! Stories of delegation: override, cap, seasons, generations.

use isonomia_cli::scenario::{
    Amount,
    ChoiceName::{Abstain, No, Yes},
    ClassName::Signal,
    Step,
};

use super::{three_and_a_stranger, Dao, Told, MILLION};
use crate::model::params::DAY;

#[test]
fn principals_take_their_part_back_in_any_order() -> Told {
    let ballots = [("dan", Yes), ("ann", No), ("bob", No)];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut dao = three_and_a_stranger()?;
        dao.open("p", Signal)?;
        // V = 7, n = 3: the cap is 5·7/3 = 11.67 and bites nobody.
        for (voter, choice) in order.iter().filter_map(|index: &usize| ballots.get(*index)) {
            dao.vote("p", voter, *choice)?;
        }
        assert_eq!(dao.cast("p")?, [1, 11, 6, 20]);
        assert_eq!(dao.poll("p")?.tally.yes.unattested_stake, Amount(10 * MILLION));
    }
    let mut dao = three_and_a_stranger()?;
    dao.open("p", Signal)?;
    dao.vote("p", "dan", Yes)?;
    assert_eq!(dao.cast("p")?, [5, 23, 0, 0]);
    dao.vote("p", "eve", Abstain)?;
    assert_eq!(dao.cast("p")?, [5, 13, 0, 0]);
    assert!(dao.vote("p", "zoe", Yes).is_err());
    Ok(())
}

#[test]
fn the_cap_bounds_power_but_not_stake() -> Told {
    let mut dao = Dao::new(0)?;
    let people = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "dan"];
    people.iter().try_for_each(|name| dao.stake(name, 1))?;
    dao.each(Step::Attest, &people)?;
    dao.each(Step::RegisterDelegate, &["dan"])?;
    people
        .iter()
        .filter(|name| **name != "dan")
        .try_for_each(|name| dao.delegate(name, &[("dan", 10_000)]))?;
    dao.open("p", Signal)?;
    // V = 10, n = 10: the cap is 5.
    dao.vote("p", "dan", Yes)?;
    assert_eq!(dao.cast("p")?, [5, 10, 0, 0]);
    ["a", "b", "c", "d"].iter().try_for_each(|name| dao.vote("p", name, No))?;
    assert_eq!(dao.cast("p")?, [5, 6, 4, 4]);
    ["e", "f"].iter().try_for_each(|name| dao.vote("p", name, No))?;
    assert_eq!(dao.cast("p")?, [4, 4, 6, 6]);
    // One's own power is never capped: V = 29, the cap is 14.5.
    dao.stake("dan", 399)?;
    dao.open("q", Signal)?;
    dao.vote("q", "dan", Yes)?;
    assert_eq!(dao.cast("q")?, [20, 409, 0, 0]);
    Ok(())
}

/// What dan casts in a new poll.
fn dan_casts(dao: &mut Dao, poll: &str) -> Result<u128, String> {
    dao.open(poll, Signal)?;
    dao.vote(poll, "dan", Yes)?;
    Ok(dao.poll(poll)?.tally.yes.power.0 / MILLION)
}

#[test]
fn a_delegation_lives_two_seasons_of_its_delegate() -> Told {
    let mut dao = Dao::new(0)?;
    dao.stake("ann", 4)?;
    dao.stake("dan", 1)?;
    dao.each(Step::Attest, &["ann", "dan"])?;
    dao.wait(50 * DAY)?;
    dao.each(Step::RegisterDelegate, &["dan"])?;
    dao.wait(90 * DAY - 1)?;
    dao.delegate("ann", &[("dan", 10_000)])?;
    dao.wait(1)?;
    assert_eq!(dan_casts(&mut dao, "next season")?, 3);
    dao.wait(90 * DAY - 1)?;
    assert_eq!(dan_casts(&mut dao, "last second")?, 3);
    assert!(dao.each(Step::RegisterDelegate, &["ann"]).is_err());
    dao.wait(1)?;
    assert_eq!(dan_casts(&mut dao, "expired")?, 1);
    dao.delegate("ann", &[("dan", 10_000)])?;
    assert_eq!(dan_casts(&mut dao, "renewed")?, 3);
    dao.each(Step::Revoke, &["dan"])?;
    assert_eq!(dan_casts(&mut dao, "not attested")?, 0);
    dao.each(Step::Attest, &["dan"])?;
    assert_eq!(dan_casts(&mut dao, "attested again")?, 3);
    dao.each(Step::ResignDelegate, &["dan"])?;
    dao.each(Step::RegisterDelegate, &["dan"])?;
    assert_eq!(dan_casts(&mut dao, "another generation")?, 1);
    // Her delegate has resigned: registering clears what she delegated.
    dao.each(Step::RegisterDelegate, &["ann"])?;
    assert!(dao.each(Step::Undelegate, &["ann"]).is_err());
    assert!(dao.delegate("ann", &[("dan", 1)]).is_err());
    Ok(())
}
