//! Watching: each thing that happens is told once, in order.

use anyhow::Result;
use isonomia_cli::shell::{Desk, Watch};
use isonomia_core::tally::Choice;
use isonomia_embedded::Dao;

use super::typing::notation;
use crate::keeper::watched;
use crate::lifecycle::town::*;

fn look(watch: &mut Watch, dao: &Dao, id: Option<u64>) -> Result<Vec<(u64, String, String)>> {
    let watched = watched(dao);
    let desk = Desk::new(&watched, &dao.app.block_info().chain_id, notation(dao))?;
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_string();
    let told = |news: isonomia_cli::shell::News| {
        let id = news.json["proposal_id"].as_u64().unwrap();
        (id, text(&news.json["event"]), text(&news.json["stage"]))
    };
    Ok(watch.look(&desk, id)?.into_iter().map(told).collect())
}

fn staged(id: u64, stage: &str) -> Vec<(u64, String, String)> {
    vec![(id, "stage".to_string(), stage.to_string())]
}

#[test]
fn a_proposal_is_followed_to_its_end() -> Result<()> {
    let mut dao = town()?;
    let pay = spend(&dao, "painter", 500)?;
    let id = dao.propose(&dao.addr("ann"), "Paint the hall", vec![pay], false)?;
    let mut watch = Watch::default();
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "pending"));
    assert_eq!(look(&mut watch, &dao, Some(id))?, []);
    assert_eq!(watch.next(), Some(dao.poll(id)?.opens));

    dao.advance_to(dao.poll(id)?.opens);
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "due"));
    open(&mut dao, id)?;
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "open"));
    assert_eq!(watch.next(), Some(dao.opened(id)?.closes));
    say(&mut dao, id, Choice::Yes, &PEOPLE)?;
    assert_eq!(look(&mut watch, &dao, Some(id))?, [(id, "votes".to_string(), "open".to_string())]);
    dao.advance_to(dao.opened(id)?.closes);
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "closed"));
    dao.resolve(&dao.addr("anyone"), id)?;
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "waiting"));
    wait(&mut dao, id)?;
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "ready"));
    assert!(!watch.is_over(id));
    dao.execute(&dao.addr("anyone"), id)?;
    assert_eq!(look(&mut watch, &dao, Some(id))?, staged(id, "executed"));
    assert!(watch.is_over(id));
    assert_eq!(watch.next(), None);
    Ok(())
}

#[test]
fn a_close_that_moves_is_told() -> Result<()> {
    let mut dao = town()?;
    let id = dao.propose_class(&dao.addr("ann"), "Paint", isonomia_core::class::Class::Critical)?;
    open(&mut dao, id)?;
    let mut watch = Watch::default();
    look(&mut watch, &dao, Some(id))?;
    dao.advance_to(dao.opened(id)?.closes - 60);
    say(&mut dao, id, Choice::Yes, &PEOPLE)?;

    let told = look(&mut watch, &dao, Some(id))?;
    let events: Vec<&str> = told.iter().map(|(_, event, _)| event.as_str()).collect();
    assert_eq!(events, ["votes", "extended"]);
    Ok(())
}

#[test]
fn all_that_live_are_followed_and_what_ended_before_is_not_told_again() -> Result<()> {
    let mut dao = town()?;
    let (ann, bob) = (dao.addr("ann"), dao.addr("bob"));
    let first = dao.propose(&ann, "First", vec![], false)?;
    dao.withdraw(&ann, first)?;
    let mut watch = Watch::default();
    assert_eq!(look(&mut watch, &dao, None)?, []);

    let second = dao.propose(&ann, "Second", vec![], false)?;
    let third = dao.propose(&bob, "Third", vec![], false)?;
    assert_eq!(look(&mut watch, &dao, None)?, [staged(second, "due"), staged(third, "due")].concat());
    dao.withdraw(&ann, second)?;
    assert_eq!(look(&mut watch, &dao, None)?, staged(second, "withdrawn"));
    assert_eq!(look(&mut watch, &dao, None)?, []);
    Ok(())
}
