//! A whole life of a DAO, and nothing but the command: deployed, staked, attested, delegated, proposed, voted, resolved,
//! executed, verified, left, and the devnet taken down.

use std::thread;

use anyhow::{Context, Result};
use isonomia_api::voting::{self, PollResponse};
use isonomia_chain::send_coins;
use isonomia_cli::live::LiveDao;
use isonomia_core::poll::PollStage;
use serde_json::Value;

use super::command::isonomia;
use super::desk::Desk;
use super::founding::Pace;
use super::waiting::wait;

/// Half a minute to vote in.
const PACE: Pace = Pace { delay: "1 d", voting: "3 d", timelock: "1 d", unbonding: "10 d" };
/// The people, each with a thousand at stake.
const PEOPLE: [&str; 5] = ["alice", "bob", "carol", "dave", "erin"];
/// What the treasury has, and what it pays, in base units: a twentieth, all that the outflow cap lets go in a week.
const TREASURY: u128 = 20 * GRANT;
const GRANT: u128 = 250_000_000;
/// What Erin takes out, in base units.
const EXIT: u128 = 400_000_000;

#[test]
fn a_dao_lives_by_the_command() -> Result<()> {
    let desk = Desk::new(1)?;
    let dao = desk.deploy("commons", PACE)?;
    all(&desk, &PEOPLE.map(|person| vec!["stake", "1000iso", "--from", person]))?;
    for person in PEOPLE {
        desk.told(&["attest", person, "--from", "registrar", "--until", "365d", "--yes"])?;
    }
    desk.told(&["ready", "--from", "registrar", "--yes"])?;
    desk.told(&["unstake", "400iso", "--from", "erin", "--yes"])?;
    let early = desk.refused(&["claim", "--from", "erin", "--yes"])?;
    assert!(early.contains("400 iso"), "{early}");
    desk.told(&["register", "--from", "carol", "--yes"])?;
    desk.told(&["delegate", "carol", "--from", "dave", "--yes"])?;
    let lent = desk.told(&["power", "dave"])?;
    assert!(lent.contains("carol"), "{lent}");

    decide(&desk, &dao)?;

    let verified = desk.told(&["verify"])?;
    assert!(verified.contains("`commons` on") && verified.contains("is what was planned"), "{verified}");
    leave(&desk)?;
    let home = desk.home().display().to_string();
    assert!(isonomia().args(["devnet", "status", "--home", &home]).output()?.status.success());
    assert!(isonomia().args(["devnet", "down", "--home", &home]).output()?.status.success());
    assert!(!desk.home().exists());
    Ok(())
}

/// Bob asks for a grant to Erin; Dave votes against his delegate.
fn decide(desk: &Desk, dao: &LiveDao) -> Result<()> {
    fund(desk, dao)?;
    let erin = desk.key("erin")?;
    let before = dao.live.node.balance(erin.address(), "ucash")?;
    let spend = "250 cash to erin";
    let propose = ["propose", "--title", "Fund the library", "--spend", spend, "--from", "bob", "--yes"];
    let proposed = json(desk, &propose)?;
    let events = proposed["events"].as_array().context("a receipt has events")?;
    let submitted = events.iter().find(|event| event["event"] == "proposal_submitted");
    let id = submitted.context("it was submitted")?["proposal_id"].as_str().context("an id")?.to_string();
    assert_eq!(stage(desk, &id)?, "pending");

    let poll = || -> Result<PollResponse> {
        dao.ask(&dao.contracts.voting, &voting::QueryMsg::Poll { poll: id.parse()? })
    };
    wait("the poll may open", || Ok(poll()?.stage == PollStage::Due))?;
    let votes = [("alice", "yes"), ("bob", "yes"), ("carol", "yes"), ("dave", "no"), ("erin", "abstain")];
    all(desk, &votes.map(|(who, says)| vec!["vote", &id, says, "--from", who]))?;
    let shown = json(desk, &["show", &id])?;
    assert_eq!(shown["poll"]["opened"]["passes"], true, "{shown:#}");
    assert_eq!(shown["poll"]["opened"]["tally"]["no"]["stake"], "1000000000", "Dave took his own back");

    wait("voting is over", || Ok(poll()?.stage == PollStage::Closed))?;
    desk.told(&["resolve", &id, "--from", "dave", "--yes"])?;
    wait("the timelock is over", || Ok(stage(desk, &id)? == "ready"))?;
    desk.told(&["execute", &id, "--from", "alice", "--yes"])?;
    assert_eq!(stage(desk, &id)?, "executed");
    assert_eq!(dao.live.node.balance(erin.address(), "ucash")?, before + GRANT);
    let listed = desk.told(&["list"])?;
    assert!(listed.contains("Fund the library") && listed.contains("executed"), "{listed}");
    let left = desk.told(&["treasury"])?;
    assert!(left.contains("4750 cash"), "{left}");
    Ok(())
}

fn fund(desk: &Desk, dao: &LiveDao) -> Result<()> {
    let faucet = desk.key("faucet")?;
    let funds = vec![(TREASURY, "ucash".to_string())];
    let give = send_coins(faucet.address(), dao.contracts.treasury.as_str(), funds);
    dao.live.sender(&faucet).send(&[give])?;
    Ok(())
}

/// What Erin took out is paid when the unbonding is over.
fn leave(desk: &Desk) -> Result<()> {
    let (node, erin) = (desk.node(0)?, desk.key("erin")?);
    let before = node.balance(erin.address(), "uiso")?;
    wait("the stake is released", || Ok(desk.told(&["claim", "--from", "erin", "--yes"]).is_ok()))?;
    assert_eq!(node.balance(erin.address(), "uiso")?, before + EXIT);
    Ok(())
}

/// Everybody at the same time.
fn all(desk: &Desk, commands: &[Vec<&str>]) -> Result<()> {
    thread::scope(|scope| {
        let run = |command: &Vec<&str>| desk.told(&[command.as_slice(), &["--yes"]].concat()).map(drop);
        let running: Vec<_> = commands.iter().map(|command| scope.spawn(move || run(command))).collect();
        running.into_iter().try_for_each(|one| one.join().expect("a command does not panic the test"))
    })
}

fn stage(desk: &Desk, id: &str) -> Result<String> {
    Ok(json(desk, &["show", id])?["stage"].as_str().unwrap_or_default().to_string())
}

fn json(desk: &Desk, arguments: &[&str]) -> Result<Value> {
    Ok(serde_json::from_str(&desk.told(&[arguments, &["--json"]].concat())?)?)
}
