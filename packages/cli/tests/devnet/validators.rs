//! The devnet itself. How one of four validators dies and comes back stands in `faults.rs`.

use anyhow::Result;
use isonomia_cli::devnet::{chain_file, down, Devnet};

use super::desk::Desk;

#[test]
fn a_devnet_is_found_again_and_one_that_died_is_told() -> Result<()> {
    let desk = Desk::new(1)?;
    let (home, asked) = (desk.home(), desk.options.clone());
    let again = Devnet::up(&asked)?;
    assert_eq!(again.chain(), desk.chain());
    assert_eq!(Devnet::open(&home)?.pid(0)?, desk.devnet.pid(0)?);
    assert!(chain_file(&home).is_file());

    let other = isonomia_cli::devnet::Options { port: asked.port + 10, ..asked.clone() };
    let other = Devnet::up(&other).unwrap_err().to_string();
    assert!(other.contains("with other options runs in"), "{other}");

    desk.devnet.kill(0)?;
    let dead = Devnet::up(&asked).unwrap_err().to_string();
    assert!(dead.ends_with("lies a devnet that has ended: run `isonomia devnet down` first"), "{dead}");
    assert!(down(&home)? && !home.exists());
    Ok(())
}
