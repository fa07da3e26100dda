//! What was, what is still counted, and what can be asked: past heights, expired attestations, delegates in a poll.

use cosmwasm_std::Addr;
use isonomia_core::class::Class;
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use super::town::{attested, totals, town, weight, Town, COIN, FOR_EVER};

#[test]
fn power_and_totals_are_read_at_any_past_height() {
    let mut dao = town();
    let ann = dao.addr("ann");
    let nothing = weight(0, 0, 0);
    let mut story = vec![(nothing.clone(), totals(0, 0, 0))];
    let mut heights = vec![dao.height() + 1];
    let mut tell = |dao: &mut Dao, own, all| {
        heights.push(dao.height() + 1);
        story.push((own, all));
        dao.advance(3);
        dao.next_block();
    };

    dao.stake(&ann, 4 * COIN).unwrap();
    tell(&mut dao, weight(0, 4 * COIN, 4 * COIN), totals(0, 4 * COIN, 0));
    dao.attest(&ann, FOR_EVER).unwrap();
    tell(&mut dao, attested(2 * COIN, 4 * COIN), totals(2 * COIN, 4 * COIN, 1));
    // Twice in one block: only the last counts, from the next block on.
    dao.stake(&ann, COIN).unwrap();
    dao.stake_now(&ann, 4 * COIN);
    tell(&mut dao, attested(3 * COIN, 9 * COIN), totals(3 * COIN, 9 * COIN, 1));
    dao.holder("bob", COIN);
    tell(&mut dao, attested(3 * COIN, 9 * COIN), totals(3 * COIN, 10 * COIN, 1));
    dao.unstake(&ann, 9 * COIN).unwrap();
    tell(&mut dao, nothing, totals(0, COIN, 1));

    for (index, (own, all)) in story.iter().enumerate() {
        let last = heights.get(index + 1).map_or(heights[index] + 9, |next| next - 1);
        for height in [heights[index], last] {
            let at = (dao.power_at(&ann, height).unwrap(), dao.totals_at(height).unwrap());
            assert_eq!(at, (own.clone(), all.clone()), "chapter {index}, height {height}");
        }
    }
    assert_eq!(dao.power_at(&ann, 0).unwrap(), weight(0, 0, 0));
    assert_eq!(dao.totals_at(u64::MAX).unwrap(), dao.totals().unwrap());
}

#[test]
fn an_expired_attestation_counts_until_somebody_pokes_it() {
    let mut dao = town();
    let [ann, bob, keeper] = [dao.holder("ann", 9 * COIN), dao.person("bob", 4 * COIN), dao.addr("keeper")];
    let until = dao.now() + 60 * DAY;
    dao.attest(&ann, until).unwrap();
    dao.register_delegate(&bob).unwrap();
    dao.delegate(&ann, &[(&bob, 5_000)]).unwrap();

    dao.advance_to(until - 1);
    let why = "none of these attestations has expired";
    dao.refuses(why, |dao| dao.poke(&keeper, &[&ann, &bob]));
    dao.advance_to(until + DAY);
    assert_eq!(dao.totals().unwrap(), totals(5 * COIN, 13 * COIN, 2));
    let counted = dao.begin(Class::Standard);
    dao.poke(&keeper, &[&keeper, &bob, &ann]).unwrap();

    // Out of V and n at once, and still a staker; bob keeps his half of her, un-attested now.
    assert_eq!(dao.totals().unwrap(), totals(2 * COIN, 13 * COIN, 1));
    let received = dao.account(&bob).unwrap().delegate.unwrap().received;
    assert_eq!(received, weight(0, 9 * COIN / 2, 9 * COIN / 2));
    dao.refuses(why, |dao| dao.poke(&keeper, &[&ann]));
    dao.vote(&ann, counted, Choice::Yes).unwrap();
    assert_eq!(dao.tally(counted).yes, attested(3 * COIN, 9 * COIN));
    let later = dao.begin(Class::Standard);
    dao.vote(&ann, later, Choice::Yes).unwrap();
    assert_eq!(dao.tally(later).yes, weight(0, 9 * COIN, 9 * COIN));
}

#[test]
fn the_second_of_expiry_is_due_and_a_renewal_before_the_poke_saves() {
    let mut dao = town();
    let [ann, bob, keeper] = [dao.holder("ann", COIN), dao.holder("bob", COIN), dao.addr("keeper")];
    let until = dao.now() + DAY;
    dao.attest(&ann, until).unwrap();
    dao.attest(&bob, until).unwrap();

    dao.advance_to(until);
    dao.attest(&bob, until + DAY).unwrap();
    dao.poke(&keeper, &[&ann, &bob]).unwrap();

    assert_eq!(dao.account(&ann).unwrap().attested_until, None);
    assert_eq!(dao.account(&bob).unwrap().attested_until, Some(until + DAY));
    assert_eq!(dao.totals().unwrap(), totals(COIN, 2 * COIN, 1));
}

#[test]
fn a_poke_names_one_to_thirty_two_accounts() {
    let mut dao = town();
    let keeper = dao.addr("keeper");
    let crowd: Vec<Addr> = (0..33).map(|number| dao.addr(&format!("ann {number}"))).collect();
    let until = dao.now() + DAY;
    crowd.iter().for_each(|ann| drop(dao.attest(ann, until).unwrap()));
    dao.advance_to(until);
    let crowd: Vec<&Addr> = crowd.iter().collect();

    dao.refuses("name 1 to 32 accounts, not 0", |dao| dao.poke(&keeper, &[]));
    dao.refuses("name 1 to 32 accounts, not 33", |dao| dao.poke(&keeper, &crowd));
    dao.poke(&keeper, &crowd[..32]).unwrap();

    assert_eq!(dao.totals().unwrap().attested, 1);
}

#[test]
fn what_a_delegate_has_in_a_poll_can_be_asked() {
    let mut dao = town();
    let [ann, bob] = [dao.person("ann", 9 * COIN), dao.holder("bob", 4 * COIN)];
    let dan = dao.speaker("dan", COIN);
    dao.people("eve", 17, COIN);
    dao.delegate(&ann, &[(&dan, 10_000)]).unwrap();
    dao.delegate(&bob, &[(&dan, 2_500)]).unwrap();
    let early = dao.proposed(Class::Standard);
    let asked = dao.delegated(early, &dan).unwrap_err().to_string();
    assert!(asked.ends_with(&format!("poll {early} has not opened")), "{asked}");
    let id = dao.begin(Class::Standard);

    // V = 3 + 1 + 17 = 21 and n = 19: the cap is 5 V / n.
    let cap = 5 * 21 * COIN / 19;
    let has = dao.delegated(id, &dan).unwrap();
    assert_eq!((has.own, has.received), (attested(COIN, COIN), weight(3 * COIN, 10 * COIN, COIN)));
    assert_eq!((has.overridden, has.cap.u128()), (weight(0, 0, 0), cap));
    assert_eq!(has.cast, weight(4 * COIN, 11 * COIN, COIN));

    dao.vote(&ann, id, Choice::No).unwrap();
    let has = dao.delegated(id, &dan).unwrap();
    assert_eq!(has.overridden, attested(3 * COIN, 9 * COIN));
    assert_eq!(has.cast, weight(COIN, 2 * COIN, COIN));
}
