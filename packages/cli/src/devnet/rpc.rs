//! What a validator says of itself.

use std::time::Duration;

use anyhow::{bail, Context, Result};
use serde_json::Value;

/// A validator on this computer that takes longer than this does not answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The height of the last block that the validator at this address has. Fails if it does not answer.
pub(super) fn height(rpc: &str) -> Result<u64> {
    let answer = get(&format!("{rpc}/status"))?;
    number(&answer["sync_info"]["latest_block_height"]).context("a status without a height")
}

/// The state that the block of that height builds on, as the validator has it. Fails if it has no such block.
pub(super) fn app_hash(rpc: &str, height: u64) -> Result<String> {
    let answer = get(&format!("{rpc}/commit?height={height}"))?;
    let hash = answer["signed_header"]["header"]["app_hash"].as_str().context("a header without a state")?;
    Ok(hash.to_string())
}

fn number(value: &Value) -> Option<u64> {
    value.as_str()?.parse().ok()
}

/// Never through a proxy: a devnet is on this computer.
fn get(url: &str) -> Result<Value> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .proxy(None)
        .http_status_as_error(false)
        .build()
        .into();
    let text = agent.get(url).call().with_context(|| url.to_string())?.body_mut().read_to_string()?;
    let mut answer: Value = serde_json::from_str(&text).with_context(|| format!("the answer of {url}"))?;
    if let Some(error) = answer.get("error") {
        bail!("{url}: {error}");
    }
    Ok(answer["result"].take())
}
