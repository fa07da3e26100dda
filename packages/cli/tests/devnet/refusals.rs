//! What `isonomia deploy` refuses on a chain: each refusal says what to do next, and nothing is signed. What it refuses
//! before it asks a chain stands in `../deploy_command/`.

use std::path::Path;
use std::process::Command;

use anyhow::{ensure, Result};
use isonomia_chain::{send_coins, Key};
use serde_json::json;

use super::attempt::Attempt;
use super::deployer::Deployer;
use super::deploying::PACE;
use super::desk::Desk;
use super::founding::{founding, DAY};

/// What it complains of; it must.
fn refused(mut command: Command) -> Result<String> {
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(!output.status.success(), "it succeeded: {said}");
    ensure!(!said.contains("panicked"), "{said}");
    Ok(said)
}

fn assert_says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "no `{part}` in: {said}");
    }
}

const NOTHING_SIGNED: &str = "nothing was signed";

#[test]
fn a_node_of_another_chain_is_told() -> Result<()> {
    let attempt = Attempt::new("elsewhere")?;
    let other = attempt.chain("elsewhere", |chain| chain["chain_id"] = json!("isonomia-devnet-elsewhere"))?;
    let said = refused(attempt.command(&["--chain", &other]))?;
    let found =
        format!("the node is of chain `{}`, not `isonomia-devnet-elsewhere`", attempt.desk.chain().chain_id);
    assert_says(&said, &[&found, "name the right endpoint with --node", NOTHING_SIGNED]);
    Ok(())
}

#[test]
fn an_account_without_coins_is_told_how_much_is_missing() -> Result<()> {
    let attempt = Attempt::new("poverty")?;
    let (chain, words) = (attempt.desk.chain(), Key::new_mnemonic());
    let poor = Key::from_mnemonic(&words, chain.coin_type, &chain.prefix)?;
    let deploy = || {
        let mut command = attempt.command(&[]);
        command.env("ISONOMIA_MNEMONIC", &words);
        command
    };

    let unknown = refused(deploy())?;
    assert_says(&unknown, &["does not know account", poor.address(), "the account `faucet`", NOTHING_SIGNED]);

    let faucet = attempt.desk.key("dave")?;
    let node = attempt.desk.node(0)?;
    let give = send_coins(faucet.address(), poor.address(), vec![(7, "ufee".to_string())]);
    isonomia_chain::Sender::new(&node, chain, &faucet).send(&[give])?;
    let said = refused(deploy())?;
    assert_says(
        &said,
        &[poor.address(), "has 0.000007 fee", "send it", "the account `faucet`", NOTHING_SIGNED],
    );
    assert!(!said.contains(words.split(' ').next().unwrap_or("?")), "a mnemonic is never printed");
    Ok(())
}

#[test]
fn an_artifact_that_the_machine_refuses_is_told() -> Result<()> {
    let attempt = Attempt::new("teleport")?;
    let (_, artifacts) = attempt.artifacts("teleport")?;
    std::fs::write(Path::new(&artifacts).join("vault.wasm"), module("requires_teleportation"))?;
    let said = refused(attempt.command(&["--artifacts", &artifacts]))?;
    assert_says(
        &said,
        &["refuses vault.wasm, which asks for teleportation", "wasmvm", "scripts/wasm.sh", NOTHING_SIGNED],
    );
    Ok(())
}

/// A wasm module that exports one function that does nothing, of that name.
fn module(export: &str) -> Vec<u8> {
    let length = export.len() as u8;
    let head = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0";
    [&head[..], &[7, length + 4, 1, length], export.as_bytes(), &[0, 0, 10, 4, 1, 2, 0, 0x0b]].concat()
}

#[test]
fn a_deployment_of_another_commit_is_not_gone_on_with() -> Result<()> {
    let attempt = Attempt::new("returning")?;
    let (folder, artifacts) = attempt.artifacts("returning")?;
    let _turn = attempt.desk.turn();
    git(&folder, &["init", "--quiet"])?;
    git(&folder, &["commit", "--quiet", "--allow-empty", "--message", "the first"])?;
    let (deployer, node) = Deployer::who_dies(1, &attempt.desk)?;
    let begun = attempt.command(&["--artifacts", &artifacts, "--node", &node]);
    ensure!(!deployer.runs_to_its_end(begun)?, "it was to die");

    git(&folder, &["commit", "--quiet", "--allow-empty", "--message", "the second"])?;
    let said = refused(attempt.command(&["--artifacts", &artifacts]))?;
    assert_says(&said, &["was begun otherwise", "commit: begun with", "Go on as it was begun"]);

    git(&folder, &["reset", "--quiet", "--hard", "HEAD~1"])?;
    let done = attempt.command(&["--artifacts", &artifacts]).output()?;
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && told.contains("`returning` is made"), "{done:?}");
    Ok(())
}

fn git(folder: &Path, arguments: &[&str]) -> Result<()> {
    let ours = ["-c", "user.name=paul", "-c", "user.email=paul@example.org"];
    let output = Command::new("git").arg("-C").arg(folder).args(ours).args(arguments).output()?;
    ensure!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

#[test]
fn a_chain_on_which_the_account_may_not_upload_is_told() -> Result<()> {
    let desk = Desk::new(1)?;
    desk.forbid_uploads()?;
    let file =
        desk.write("closed.json", &founding("closed", PACE, desk.key("registrar")?.address()).to_string())?;
    let said = desk.refused(&["deploy", "--params", &file, "--day", DAY, "--yes"])?;
    assert_says(&said, &["may not store code on this chain", "the chain's governance", NOTHING_SIGNED]);
    Ok(())
}
