//! `isonomia devnet up`: from nothing to a chain that makes blocks.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use anyhow::{bail, Context, Result};
use isonomia_chain::{ChainFile, Coin, Fee};

use super::args::Options;
use super::home::{self, Settings};
use super::network::Devnet;
use super::ports::Ports;
use super::taking_down::{stop_all, up_is_at_work};
use super::{accounts, chain_id, genesis, node_config, wasmd};
use crate::child::child;

/// What gas costs, in the coin `ufee`.
const GAS_PRICE: &str = "0.01";

/// The height from which on every query is answered.
const FIRST_HEIGHT: u64 = 2;

pub(super) fn up(options: &Options) -> Result<Devnet> {
    if ![1, 4].contains(&options.validators) {
        bail!("a devnet has 1 validator or 4, not {}", options.validators);
    }
    if home::is_devnet(&options.home) {
        return complete(options);
    }
    let ports = Ports::new(options.port, options.validators)?;
    ports.check_free()?;
    let settings = Settings {
        chain_id: chain_id::fresh(),
        validators: options.validators,
        port: options.port,
        block_time_ms: options.block_time.as_millis() as u64,
        wasmd: wasmd::binary()?,
    };
    let log = home::claim(&options.home, &settings)?;
    let hint = || "run `isonomia devnet down` before the next try";
    let devnet = write(options, &settings, &ports, &log).with_context(hint)?;
    start(&devnet).inspect_err(|_| stop(&devnet)).with_context(hint)?;
    Ok(devnet)
}

/// One is there already: if it is the very one that is asked for, its dead validators are started.
fn complete(options: &Options) -> Result<Devnet> {
    let home = options.home.display();
    if up_is_at_work(&options.home) {
        bail!("another `isonomia devnet up` is at work in {home}");
    }
    let devnet = Devnet::open(&options.home)?;
    let running = (0..devnet.validators()).filter(|validator| matches!(devnet.pid(*validator), Ok(Some(_))));
    if running.count() == 0 {
        bail!("in {home} lies a devnet that has ended: run `isonomia devnet down` first");
    }
    let Settings { validators, port, block_time_ms, .. } = *devnet.settings();
    if (validators, port, u128::from(block_time_ms))
        != (options.validators, options.port, options.block_time.as_millis())
    {
        bail!(
            "a devnet with other options runs in {home} (--validators {validators} --port {port} --block-time \
             {block_time_ms}ms): run `isonomia devnet down` first"
        );
    }
    eprintln!("a devnet runs in {home} already");
    start(&devnet)?;
    Ok(devnet)
}

/// Starts whichever validators do not run, and waits for blocks.
fn start(devnet: &Devnet) -> Result<()> {
    for number in 0..devnet.validators() {
        let validator = devnet.validator(number)?;
        if !validator.running() {
            validator.start(&devnet.settings().wasmd)?;
        }
    }
    eprintln!("waiting for blocks");
    (0..devnet.validators()).try_for_each(|validator| devnet.wait_for(validator, FIRST_HEIGHT))
}

/// What failed is told by another error; the folder stays, with the logs.
fn stop(devnet: &Devnet) {
    let validators: Result<Vec<_>> =
        (0..devnet.validators()).map(|number| devnet.validator(number)).collect();
    if let Err(error) = validators.and_then(|validators| stop_all(&validators)) {
        eprintln!("{error:#}");
    }
}

/// Writes everything that the processes need.
fn write(options: &Options, settings: &Settings, ports: &Ports, log: &File) -> Result<Devnet> {
    let home = options.home.canonicalize()?;
    init_files(&home, settings, log)?;
    let path = |validator, file| home::validator(&home, validator).join("config").join(file);
    let mut state = serde_json::from_str(&fs::read_to_string(path(0, "genesis.json"))?)?;
    genesis::rewrite(&mut state)?;
    let state = serde_json::to_string_pretty(&state)?;
    for validator in 0..settings.validators {
        fs::write(path(validator, "genesis.json"), &state)?;
        let node = fs::read_to_string(path(validator, "config.toml"))?;
        let node = node_config::node(&node, ports, validator, options.block_time)?;
        fs::write(path(validator, "config.toml"), node)?;
        let app = fs::read_to_string(path(validator, "app.toml"))?;
        let app = node_config::app(&app, ports, validator)?;
        fs::write(path(validator, "app.toml"), app)?;
    }
    accounts::write(&home::key_file(&home))?;
    fs::write(home::chain_file(&home), serde_json::to_string_pretty(&chain(settings, ports))?)?;
    Devnet::open(&home)
}

/// Lets wasmd make the validators' keys, the genesis and the settings. Its own home is in ours: it would otherwise
/// write into the user's.
fn init_files(home: &Path, settings: &Settings, log: &File) -> Result<()> {
    let status = child(&settings.wasmd)
        .args(["testnet", "init-files", "--single-host", "--keyring-backend", "test"])
        .args(["--node-dir-prefix", "validator", "--node-daemon-home", "."])
        .args(["--starting-ip-address", "127.0.0.1", "--chain-id", &settings.chain_id])
        .args(["--v", &settings.validators.to_string()])
        .args(["--minimum-gas-prices", &format!("{GAS_PRICE}ufee")])
        .args([Path::new("--output-dir"), home, Path::new("--home"), &home.join("wasmd")])
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log.try_clone()?)
        .status()
        .with_context(|| format!("running {}", settings.wasmd.display()))?;
    if !status.success() {
        bail!("wasmd made no genesis:\n{}", fs::read_to_string(home::up_log(home)).unwrap_or_default());
    }
    Ok(())
}

fn chain(settings: &Settings, ports: &Ports) -> ChainFile {
    let coin = |symbol: &str| Coin { denom: format!("u{symbol}"), symbol: symbol.to_string(), decimals: 6 };
    ChainFile {
        chain_id: settings.chain_id.clone(),
        rpc: (0..settings.validators).map(|n| format!("http://127.0.0.1:{}", ports.rpc(n))).collect(),
        prefix: "wasm".to_string(),
        coin_type: 118,
        fee: Fee { denom: "ufee".to_string(), price: GAS_PRICE.to_string() },
        coins: ["iso", "cash", "fee"].map(coin).to_vec(),
        test_network: true,
        max_wasm_bytes: 819_200,
        faucet: Some("the account `faucet` in keys.json, beside this file".to_string()),
        facts: "written by isonomia devnet up".to_string(),
    }
}
