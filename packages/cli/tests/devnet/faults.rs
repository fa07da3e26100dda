//! The population of the demo decides while a validator dies among their ballots, and two of three keepers in the middle
//! of the execution. N keepers need no leader: the chain is their replicated log.

use std::thread;

use anyhow::{Context, Result};
use isonomia_api::treasury::{self, OutflowsResponse};
use isonomia_chain::send_coins;
use isonomia_core::operation::OperationStage;
use isonomia_core::poll::PollStage;

use super::desk::Desk;
use super::electorate;
use super::founding::Pace;
use super::keepers::Keepers;
use super::relay::Death;
use super::town::Town;
use super::twin::{self, Outcome};
use super::waiting::wait;

/// A minute to vote in: the 240 need a quarter of it.
const PACE: Pace = Pace { delay: "12 h", voting: "6 d", timelock: "12 h", unbonding: "13 d" };
/// The rank of who proposes.
const PROPOSER: usize = 10;
/// What the maintainers ask for, in base units.
const GRANT: u128 = 250_000_000_000;
/// The validator that dies.
const VICTIM: u16 = 3;
/// Those who vote before it dies, and those of them whose ballots it alone has been handed.
const EARLY: std::ops::Range<usize> = 0..100;
const THROUGH_THE_VICTIM: std::ops::Range<usize> = 100..120;
const LATE: std::ops::Range<usize> = 120..electorate::STAKERS;
/// The most gas of a ballot.
const BALLOT: u64 = 200_000;

#[test]
fn a_validator_dies_mid_vote_and_keepers_mid_execution_and_nothing_is_lost() -> Result<()> {
    let desk = Desk::new(4)?;
    let dao = desk.deploy("republic", PACE)?;
    let stakers = electorate::stakers()?;
    let embedded = {
        let (stakers, params) = (stakers.clone(), desk.params("republic")?);
        thread::spawn(move || twin::decide(&stakers, &params, PROPOSER))
    };
    let town = Town::settle(&desk, dao, stakers)?;
    let maintainers = desk.key("erin")?.address().to_string();
    let before = fill_the_treasury(&desk, &town, &maintainers)?;
    let keepers = Keepers::start(&desk)?;

    let (id, _) = town.propose(PROPOSER, "Fund the maintainers", vec![town.payment(&maintainers, GRANT)?])?;
    wait("a keeper opens the poll", || Ok(town.poll(id)?.stage == PollStage::Open))?;
    vote_through_the_death_of_a_validator(&desk, &town, id)?;

    let opened = town.poll(id)?.opened.context("the poll has opened")?;
    assert!(opened.passes, "{opened:?}");
    let expected = embedded.join().expect("the embedded chain holds")?;
    assert_eq!(
        Outcome::new(opened, town.cast(id)?),
        expected,
        "no vote is lost, and the verdict is the same"
    );
    let height = come_back(&desk)?;

    wait("the operation is executed", || {
        let operation = town.operation(id)?.operation;
        Ok(operation.is_some_and(|operation| operation.stage == OperationStage::Executed))
    })?;
    executed_once(&town, id)?;
    assert_eq!(town.node().balance(&maintainers, "ucash")?, before + GRANT);
    survived_by_one(&keepers)?;
    all_agree(&desk, height)?;
    all_agree(&desk, town.node().status()?.height)
}

fn fill_the_treasury(desk: &Desk, town: &Town, maintainers: &str) -> Result<u128> {
    let faucet = desk.key("faucet")?;
    let funds = vec![(20 * GRANT, "ucash".to_string())];
    let give = send_coins(faucet.address(), town.dao.contracts.treasury.as_str(), funds);
    town.dao.live.sender(&faucet).send(&[give])?;
    Ok(town.node().balance(maintainers, "ucash")?)
}

/// Some vote, a few of them through the validator that is then killed; the others vote after its death. Whoever's ballot
/// died with it hands in the same again, elsewhere, as wallets do.
fn vote_through_the_death_of_a_validator(desk: &Desk, town: &Town, id: u64) -> Result<()> {
    let post = town.post(BALLOT);
    let sign = |of| post.sign(&town.ballots(id, of)?);
    let (early, through_the_victim, late) = (sign(EARLY)?, sign(THROUGH_THE_VICTIM)?, sign(LATE)?);
    post.hand_in(&early)?;
    let victim = desk.node(VICTIM)?;
    through_the_victim.iter().try_for_each(|ballot| victim.hand_in(ballot))?;

    desk.devnet.kill(VICTIM)?;
    assert_eq!(desk.devnet.pid(VICTIM)?, None);

    post.hand_in(&late)?;
    post.hand_in(&through_the_victim)?;
    let mut last = 0;
    for ballots in [&early, &through_the_victim, &late] {
        last = post.wait(ballots)?.iter().map(|ballot| ballot.height).fold(last, u64::max);
    }
    eprintln!("the last ballot was counted {} s after the opening", seconds_after_opening(town, id, last)?);
    Ok(())
}

fn seconds_after_opening(town: &Town, id: u64, height: u64) -> Result<u64> {
    let opened = town.poll(id)?.opened.context("the poll has opened")?.snapshot.time;
    Ok(town.node().block(height)?.0 / 1_000 - opened)
}

/// The dead validator is started, and catches up; the height from which on all are asked for their state.
fn come_back(desk: &Desk) -> Result<u64> {
    desk.devnet.restart(VICTIM)?;
    let height = desk.devnet.height(0)?;
    wait("the validator catches up", || Ok(desk.devnet.height(VICTIM)? > height))?;
    Ok(height)
}

/// Every validator has come to the same state.
fn all_agree(desk: &Desk, height: u64) -> Result<()> {
    let hash = |validator| {
        wait("the block is everywhere", || Ok(desk.devnet.height(validator)? >= height))?;
        desk.devnet.app_hash(validator, height)
    };
    let hashes = (0..4).map(hash).collect::<Result<Vec<String>>>()?;
    assert!(hashes.iter().all(|hash| !hash.is_empty() && *hash == hashes[0]), "{hashes:?}");
    Ok(())
}

/// By the treasury's ledger, and by the history of the chain.
fn executed_once(town: &Town, id: u64) -> Result<()> {
    let msg = treasury::QueryMsg::Outflows { start_after: None, limit: None };
    let ledger: OutflowsResponse = town.dao.ask(&town.dao.contracts.treasury, &msg)?;
    assert_eq!(ledger.outflows.len(), 1, "{ledger:?}");
    let query = format!("wasm-timelock_executed._contract_address='{}'", town.dao.contracts.timelock);
    let executions = town.node().transactions(&query, 1)?;
    let of_it: Vec<_> = executions.iter().filter(|one| one.code == 0).collect();
    assert_eq!(of_it.len(), 1, "{of_it:?}");
    assert_eq!(of_it[0].attribute("wasm-timelock_executed", "proposal_id"), Some(id.to_string().as_str()));
    Ok(())
}

fn survived_by_one(keepers: &Keepers) -> Result<()> {
    let deaths = keepers.deaths();
    let moments: Vec<Death> = deaths.iter().map(|(_, death)| *death).collect();
    assert_eq!(moments, [Death::BeforeItIsHandedIn, Death::AfterItIsTaken]);
    let alive = keepers.alive()?;
    assert!(alive.len() == 1 && deaths.iter().all(|(name, _)| *name != alive[0]), "{alive:?} {deaths:?}");
    Ok(())
}
