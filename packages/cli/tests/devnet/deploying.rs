//! `isonomia deploy` on a chain: killed at any moment it finishes the same deployment, and nothing is deployed twice.

use anyhow::{ensure, Context, Result};
use isonomia_cli::deployment::{Dao, Deployments};

use super::deployer::Deployer;
use super::desk::Desk;
use super::founding::{founding, Pace, DAY};

pub const PACE: Pace = Pace { delay: "1 d", voting: "2 d", timelock: "1 d", unbonding: "9 d" };
/// Six codes, and the founding.
const TRANSACTIONS: usize = 7;

#[test]
fn a_deployment_that_is_killed_again_and_again_is_one_deployment() -> Result<()> {
    let desk = Desk::new(1)?;
    let registrar = desk.key("registrar")?;
    let file = desk.write("phoenix.json", &founding("phoenix", PACE, registrar.address()).to_string())?;
    let (deployer, node) = Deployer::who_dies(2 * TRANSACTIONS, &desk)?;
    let deploy = || desk.command(&["deploy", "--params", &file, "--day", DAY, "--yes", "--node", &node]);

    let mut begun: Option<Dao> = None;
    let mut runs = 0;
    while !deployer.runs_to_its_end(deploy())? {
        let entered = entered(&desk)?;
        assert!(!entered.is_made());
        let addresses = begun.get_or_insert(entered.clone()).contracts.clone();
        assert_eq!(entered.contracts, addresses, "what was begun is gone on with");
        runs += 1;
        ensure!(runs <= 2 * TRANSACTIONS, "it comes to no end");
    }

    assert_eq!(runs, 2 * TRANSACTIONS, "it died twice at each transaction");
    let made = entered(&desk)?;
    assert!(made.is_made());
    assert_eq!(made.contracts, begun.context("it was begun")?.contracts);
    let node = desk.node(0)?;
    assert_eq!(node.newest_codes(100)?.len(), 6, "no code was stored twice");
    let founder = node.account(desk.key("alice")?.address())?;
    assert_eq!(founder.sequence, TRANSACTIONS as u64, "and nothing else was sent");
    let told = desk.told(&["verify", "--dao", "phoenix"])?;
    assert!(told.contains("`phoenix` on") && told.contains("is what was planned"), "{told}");

    let again = desk.told(&["deploy", "--params", &file, "--day", DAY, "--yes"])?;
    assert!(again.contains(&made.contracts.vault), "{again}");
    let other_day = ["deploy", "--params", &file, "--day", "20s", "--yes"];
    let said = desk.refused(&other_day)?;
    assert!(said.contains("is deployed to") && said.contains("begun with 10, asked for with 20"), "{said}");

    std::fs::remove_file(Deployments::path(&desk.deployments(), &desk.chain().chain_id))?;
    let said = desk.refused(&other_day)?;
    assert!(said.contains("  vault.day: begun with 10, asked for with 20\n"), "the chain knows: {said}");
    desk.told(&["deploy", "--params", &file, "--day", DAY, "--yes"])?;
    let found = entered(&desk)?;
    assert_eq!((found.contracts, found.params), (made.contracts, made.params), "the file is as it was");
    assert_eq!(node.account(&made.founder)?.sequence, TRANSACTIONS as u64, "nothing was sent");
    Ok(())
}

fn entered(desk: &Desk) -> Result<Dao> {
    let deployments = Deployments::read(&desk.deployments(), &desk.chain().chain_id)?;
    Ok(deployments.daos.get("phoenix").context("it is entered before anything is sent")?.clone())
}
