//! The settings of a validator: wasmd's own, kept to this computer and made quick.

use std::time::Duration;

use anyhow::{bail, Context, Result};
use toml_edit::{value, DocumentMut, Item, Value};

use super::ports::Ports;

/// The port that `wasmd testnet init-files --single-host` gives the first validator for the others.
const FIRST_P2P_PORT: u16 = 16656;

/// How long a validator waits for a proposal or a vote that may never come. Short: where one of four is dead, every
/// fourth block begins with this wait.
const STEP: &str = "400ms";

/// By how much each further round of the same block waits longer, so that a slow computer agrees in the end.
const LONGER: &str = "200ms";

/// Rewrites a validator's `config.toml`. Fails if a setting is not where wasmd 0.70 has it.
pub(super) fn node(text: &str, ports: &Ports, validator: u16, block_time: Duration) -> Result<String> {
    let mut file: DocumentMut = text.parse().context("config.toml")?;
    let peers = file["p2p"]["persistent_peers"].as_str().context("config.toml has no peers")?;
    let peers = peers_on_this_computer(peers, ports)?;
    set(&mut file, "", "log_level", "warn")?;
    set(&mut file, "rpc", "laddr", loopback(ports.rpc(validator)))?;
    set(&mut file, "rpc", "pprof_laddr", "")?;
    // A transaction of the largest size, in base64.
    set(&mut file, "rpc", "max_body_bytes", 2_000_000)?;
    set(&mut file, "p2p", "laddr", loopback(ports.p2p(validator)))?;
    set(&mut file, "p2p", "persistent_peers", peers)?;
    set(&mut file, "p2p", "persistent_peers_max_dial_period", "1s")?;
    set(&mut file, "mempool", "size", 10_000)?;
    set(&mut file, "mempool", "cache_size", 20_000)?;
    set(&mut file, "mempool", "max_txs_bytes", 256 * 1024 * 1024)?;
    for step in ["propose", "prevote", "precommit"] {
        set(&mut file, "consensus", &format!("timeout_{step}"), STEP)?;
        set(&mut file, "consensus", &format!("timeout_{step}_delta"), LONGER)?;
    }
    set(&mut file, "consensus", "peer_gossip_sleep_duration", "20ms")?;
    set(&mut file, "consensus", "timeout_commit", format!("{}ms", block_time.as_millis()))?;
    set(&mut file, "instrumentation", "prometheus", false)?;
    Ok(file.to_string())
}

/// Rewrites a validator's `app.toml`: nothing but RPC and gRPC answer, without which wasmd simulates no transaction.
/// Fails if a setting is not where wasmd 0.70 has it.
pub(super) fn app(text: &str, ports: &Ports, validator: u16) -> Result<String> {
    let mut file: DocumentMut = text.parse().context("app.toml")?;
    for (table, setting) in [("api", "enable"), ("grpc-web", "enable"), ("telemetry", "enabled")] {
        set(&mut file, table, setting, false)?;
    }
    set(&mut file, "grpc", "enable", true)?;
    set(&mut file, "grpc", "address", format!("127.0.0.1:{}", ports.grpc(validator)))?;
    Ok(file.to_string())
}

fn loopback(port: u16) -> String {
    format!("tcp://127.0.0.1:{port}")
}

/// `id@127.0.0.2:16657` is validator 1 to wasmd, which means every validator to have an address of its own.
fn peers_on_this_computer(peers: &str, ports: &Ports) -> Result<String> {
    let moved = peers.split(',').filter(|peer| !peer.is_empty()).map(|peer| {
        let (id, _) = peer.split_once('@')?;
        let port: u16 = peer.rsplit_once(':')?.1.parse().ok()?;
        Some(format!("{id}@127.0.0.1:{}", ports.p2p(port.checked_sub(FIRST_P2P_PORT)?)))
    });
    let moved: Option<Vec<String>> = moved.collect();
    Ok(moved.with_context(|| format!("the peers `{peers}`"))?.join(","))
}

/// A setting that is not there is not made up: wasmd would not heed it.
fn set(file: &mut DocumentMut, table: &str, setting: &str, to: impl Into<Value>) -> Result<()> {
    let settings = if table.is_empty() { Some(file.as_item_mut()) } else { file.get_mut(table) };
    let setting_of =
        settings.and_then(Item::as_table_like_mut).and_then(|settings| settings.get_mut(setting));
    match setting_of.filter(|item| !item.is_none()) {
        Some(item) => *item = value(to),
        None => bail!("wasmd has no setting `{table}.{setting}`"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_move_to_the_ports_of_the_devnet() {
        let ports = Ports::new(30000, 4).unwrap();
        let peers = peers_on_this_computer("aa@127.0.0.1:16656,bb@127.0.0.3:16658", &ports).unwrap();
        assert_eq!(peers, "aa@127.0.0.1:30010,bb@127.0.0.1:30012");
        assert_eq!(peers_on_this_computer("", &ports).unwrap(), "", "one validator has no peers");
        assert!(peers_on_this_computer("somebody", &ports).is_err());
    }

    #[test]
    fn the_rest_of_a_file_stays_as_it_was() {
        let text =
            "# ours\n[api]\nenable = true # yes\naddress = \"a\"\n[grpc]\nenable = true\naddress = \"b\"\n\
                    [grpc-web]\nenable = true\n[telemetry]\nenabled = true\n";
        let edited = app(text, &Ports::new(30000, 4).unwrap(), 1).unwrap();
        assert!(edited.starts_with("# ours\n[api]\nenable = false"), "{edited}");
        assert!(edited.contains("address = \"a\"") && edited.matches("= true").count() == 1, "{edited}");
        assert!(edited.contains("[grpc]\nenable = true\naddress = \"127.0.0.1:30021\""), "{edited}");
    }

    #[test]
    fn a_setting_that_wasmd_does_not_have_is_refused() {
        let ports = Ports::new(30000, 4).unwrap();
        let error = app("[api]\n", &ports, 0).unwrap_err().to_string();
        assert_eq!(error, "wasmd has no setting `api.enable`");
    }
}
