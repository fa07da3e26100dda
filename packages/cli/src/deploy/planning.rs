//! A DAO before it exists: its addresses, the transaction that makes it, and whether it is the one that was begun.

use anyhow::{bail, Context, Result};
use cosmwasm_std::{instantiate2_address, Addr, Binary, CanonicalAddr, CosmosMsg, HexBinary, WasmMsg};
use isonomia_api::plan::{messages, Params, Suite};
use isonomia_chain::{address_bytes, address_text, instantiate2, Message};
use serde_json::{Map, Value};

use crate::artifacts::Artifact;
use crate::deployment::{Dao, Step};

/// Everything of a DAO that is fixed before anything is signed. The salt is the name: a founder cannot make the DAO of a
/// name twice out of the same code, even with the deployment file lost.
pub fn planned(
    params: Params,
    founder: &str,
    artifacts: &Suite<Artifact>,
    git_commit: String,
) -> Result<Dao> {
    let salt = params.name.as_bytes().to_vec();
    let (prefix, _) = founder.rsplit_once('1').context("the founder's address has no prefix")?;
    let creator = CanonicalAddr::from(address_bytes(founder)?);
    let contracts = artifacts.map(|_, artifact| {
        let address = instantiate2_address(artifact.checksum.as_ref(), &creator, &salt)?;
        Ok::<_, anyhow::Error>(address_text(prefix, address.as_slice())?)
    })?;
    Ok(Dao {
        params,
        founder: founder.to_string(),
        salt: HexBinary::from(salt).to_hex(),
        codes: None,
        checksums: artifacts.map(|_, artifact| Ok::<_, anyhow::Error>(artifact.checksum.to_hex()))?,
        contracts,
        git_commit,
        step: Step::Planned,
    })
}

/// The plain messages that make a DAO, with the name of the contract that each one makes.
pub fn founding(dao: &Dao, codes: &Suite<u64>) -> Result<Vec<(&'static str, WasmMsg)>> {
    let address = |_: &str, address: &String| Ok::<_, anyhow::Error>(Addr::unchecked(address.clone()));
    let salt = Binary::from(HexBinary::from_hex(&dao.salt)?.to_vec());
    let made = messages(&dao.params, codes, &dao.contracts.map(address)?, &salt)?;
    let names = codes.named().map(|(name, _)| name);
    let wasm = |(name, message)| match message {
        CosmosMsg::Wasm(message) => Ok((name, message)),
        other => bail!("a DAO is made by instantiations alone, not {other:?}"),
    };
    names.into_iter().zip(made).map(wasm).collect()
}

/// What each contract is told when it is made, with the contract's name.
pub fn founding_values(dao: &Dao, codes: &Suite<u64>) -> Result<Vec<(&'static str, Value)>> {
    let value = |(name, message)| match message {
        WasmMsg::Instantiate2 { msg, .. } => Ok((name, serde_json::from_slice(&msg)?)),
        other => bail!("a DAO is made by instantiate2 alone, not {other:?}"),
    };
    founding(dao, codes)?.into_iter().map(value).collect()
}

/// The messages of the one transaction that makes a DAO.
pub fn founding_messages(dao: &Dao, codes: &Suite<u64>) -> Result<Vec<Message>> {
    let message = |(_, message)| match message {
        WasmMsg::Instantiate2 { admin, code_id, label, msg, salt, .. } => {
            Ok(instantiate2(&dao.founder, code_id, &label, msg.to_vec(), admin.as_deref(), &salt))
        }
        other => bail!("a DAO is made by instantiate2 alone, not {other:?}"),
    };
    founding(dao, codes)?.into_iter().map(message).collect()
}

/// What differs between the DAO that was begun and the one that is asked for now, a line each.
pub fn differences(begun: &Dao, asked: &Dao) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let mut compare = |what: &str, begun: &str, asked: &str| {
        if begun != asked {
            lines.push(line(what, begun, asked));
        }
    };
    compare("founder", &begun.founder, &asked.founder);
    compare("commit", &begun.git_commit, &asked.git_commit);
    for ((name, begun), (_, asked)) in begun.checksums.named().into_iter().zip(asked.checksums.named()) {
        compare(&format!("code of {name}"), begun, asked);
    }
    let (begun, asked) = (serde_json::to_value(&begun.params)?, serde_json::to_value(&asked.params)?);
    value_differences("params", &begun, &asked, &mut lines);
    Ok(lines)
}

/// What differs between two values, a line each, named by its path.
pub fn value_differences(at: &str, begun: &Value, asked: &Value, lines: &mut Vec<String>) {
    match (begun, asked) {
        (Value::Object(begun), Value::Object(asked)) => {
            let more = asked.keys().filter(|key| !begun.contains_key(*key));
            for key in begun.keys().chain(more) {
                let of = |values: &Map<String, Value>| values.get(key).cloned().unwrap_or_default();
                value_differences(&format!("{at}.{key}"), &of(begun), &of(asked), lines);
            }
        }
        _ if begun != asked => lines.push(line(at, &begun.to_string(), &asked.to_string())),
        _ => {}
    }
}

fn line(what: &str, begun: &str, asked: &str) -> String {
    format!("{what}: begun with {begun}, asked for with {asked}")
}

#[cfg(test)]
mod tests {
    use isonomia_core::clock::Day;

    use super::*;
    use crate::founding::Founding;
    use isonomia_chain::ChainFile;

    const ALICE: &str = "wasm1c3c6m7v6pnl26qw0mcve6nd9zwsf0lcwqm327s";

    fn town(day: u64) -> Params {
        let chain = serde_json::json!({
            "chain_id": "isonomia-devnet-1", "rpc": ["http://127.0.0.1:1"], "prefix": "wasm", "coin_type": 118,
            "fee": { "denom": "ufee", "price": "0.01" },
            "coins": [{ "denom": "ucash", "symbol": "cash", "decimals": 6 }],
            "test_network": true, "max_wasm_bytes": 819200, "faucet": null, "facts": "a test",
        });
        let chain: ChainFile = serde_json::from_value(chain).unwrap();
        Founding::default_on(&chain).unwrap().plan(&chain, Day(day)).unwrap()
    }

    fn artifacts(byte: u8) -> Suite<Artifact> {
        let artifact = |contract: &'static str| {
            let wasm = [contract.as_bytes(), &[byte]].concat();
            let checksum = cosmwasm_std::Checksum::generate(&wasm);
            Ok::<_, anyhow::Error>(Artifact { contract, wasm, checksum })
        };
        Suite::each(artifact).unwrap()
    }

    #[test]
    fn every_contract_has_an_address_of_its_own_that_follows_from_name_founder_and_code() {
        let dao = planned(town(10), ALICE, &artifacts(0), "c".to_string()).unwrap();
        let again = planned(town(20), ALICE, &artifacts(0), "d".to_string()).unwrap();
        assert_eq!(dao.contracts, again.contracts);
        let mut addresses: Vec<&String> = dao.contracts.named().iter().map(|(_, address)| *address).collect();
        addresses.sort();
        addresses.dedup();
        assert_eq!(addresses.len(), 6);
        let other =
            planned(Params { name: "village".to_string(), ..town(10) }, ALICE, &artifacts(0), String::new())
                .unwrap();
        assert_ne!(other.contracts.vault, dao.contracts.vault);
    }

    #[test]
    fn the_vault_has_no_administrator_and_everything_else_the_timelock() {
        let dao = planned(town(10), ALICE, &artifacts(0), "c".to_string()).unwrap();
        let codes = Suite::each(|_| Ok::<_, anyhow::Error>(7)).unwrap();
        for (name, message) in founding(&dao, &codes).unwrap() {
            let WasmMsg::Instantiate2 { admin, .. } = message else { panic!("{name}") };
            let expected = (name != "vault").then(|| dao.contracts.timelock.clone());
            assert_eq!(admin, expected, "{name}");
        }
        assert_eq!(founding_messages(&dao, &codes).unwrap().len(), 6);
    }

    #[test]
    fn another_deployment_than_the_one_begun_is_told_line_by_line() {
        let begun = planned(town(10), ALICE, &artifacts(0), "one".to_string()).unwrap();
        assert_eq!(differences(&begun, &begun.clone()).unwrap(), Vec::<String>::new());
        let bob = "wasm1p2wjlvs6lualhm2x0dmdzxz3jgaap2a0pg80lt";
        let asked =
            planned(Params { min_attested: 6, ..town(10) }, bob, &artifacts(1), "two".to_string()).unwrap();
        let lines = differences(&begun, &asked).unwrap();
        assert_eq!(lines.len(), 1 + 1 + 6 + 1, "{lines:?}");
        assert_eq!(lines[0], format!("founder: begun with {ALICE}, asked for with {bob}"));
        assert_eq!(lines[1], "commit: begun with one, asked for with two");
        assert_eq!(lines[8], "params.min_attested: begun with 5, asked for with 6");
        let day = planned(town(20), ALICE, &artifacts(0), "one".to_string()).unwrap();
        assert!(differences(&begun, &day)
            .unwrap()
            .contains(&"params.day: begun with 10, asked for with 20".to_string()));
    }
}
