//! A whole DAO as it lay in the stores of a chain, what it answered, and how it is brought back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{ensure, Context, Result};
use cosmwasm_std::{to_json_vec, Addr, Binary, Empty, HexBinary, Querier, QueryRequest, WasmQuery};
use isonomia_embedded::{Dao, CASH, STAKED};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::questions::questions;
use super::story::{everybody, founded};

/// Accounts that have coins and no stake.
const PAID: [&str; 7] = ["anyone", "clerk", "grocer", "mason", "painter", "smith", "guardian"];

/// A DAO in the stores of a chain.
#[derive(Serialize, Deserialize)]
pub struct Stored {
    /// The version that stored it.
    pub version: String,
    /// The block in which it answered.
    pub height: u64,
    /// The time of that block, in seconds.
    pub time: u64,
    /// The contracts: ours and a token.
    pub contracts: Vec<StoredContract>,
    /// Who has how much of which coin.
    pub coins: Vec<(String, String, u128)>,
    /// What it answered.
    pub answers: Vec<Answer>,
}

/// What a contract stored.
#[derive(Serialize, Deserialize)]
pub struct StoredContract {
    /// Which.
    pub name: String,
    /// Where it was.
    pub address: String,
    /// Key, in hex → value, JSON as it lay there.
    pub store: BTreeMap<String, String>,
}

/// What a contract answered.
#[derive(Serialize, Deserialize)]
pub struct Answer {
    /// Which.
    pub contract: String,
    /// What it was asked.
    pub query: Value,
    /// What it said.
    pub answer: Value,
}

/// Our contracts and the token, by name.
fn contracts(dao: &Dao, token: &Addr) -> Vec<(&'static str, Addr)> {
    let ours = dao.contracts.named().map(|(name, address)| (name, address.clone()));
    ours.into_iter().chain([("token", token.clone())]).collect()
}

impl Stored {
    /// The file of a version.
    pub fn path(version: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("chapters/migration");
        folder.join(format!("stored-{version}.json"))
    }

    /// What a version stored.
    pub fn read(version: &str) -> Result<Stored> {
        let path = Stored::path(version);
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(serde_json::from_str(&text)?)
    }

    /// What lies in the stores of a chain now.
    pub fn of(dao: &Dao, token: &Addr) -> Result<Stored> {
        let store = |address: &Addr| {
            let records = dao.app.dump_wasm_raw(address).into_iter();
            let texts =
                records.map(|(key, value)| Ok((HexBinary::from(key).to_hex(), String::from_utf8(value)?)));
            texts.collect::<Result<_>>()
        };
        let stored = |(name, address): (&str, Addr)| {
            let (name, store) = (name.to_string(), store(&address)?);
            Ok(StoredContract { name, address: address.into_string(), store })
        };
        let answer = |(contract, query): (&str, Value)| {
            let answer = ask(dao, contract, &query)?;
            Ok(Answer { contract: contract.to_string(), query, answer })
        };
        Ok(Stored {
            version: env!("CARGO_PKG_VERSION").to_string(),
            height: dao.height(),
            time: dao.now(),
            contracts: contracts(dao, token).into_iter().map(stored).collect::<Result<_>>()?,
            coins: coins(dao)?,
            answers: questions(dao, token)?.into_iter().map(answer).collect::<Result<_>>()?,
        })
    }

    /// The same DAO on a chain of its own: founded by the code of today, then with the stores, the coins and the clock of
    /// then.
    pub fn restore(&self) -> Result<Dao> {
        let (mut dao, token, _) = founded()?;
        let found: Vec<_> = contracts(&dao, &token)
            .into_iter()
            .map(|(name, address)| (name, address.into_string()))
            .collect();
        let told: Vec<_> =
            self.contracts.iter().map(|stored| (stored.name.as_str(), stored.address.clone())).collect();
        ensure!(found == told, "the contracts are at other addresses than then");
        for contract in &self.contracts {
            let address = Addr::unchecked(&contract.address);
            let of_today = dao.app.dump_wasm_raw(&address);
            let mut store = dao.app.contract_storage_mut(&address);
            of_today.into_iter().for_each(|(key, _)| store.remove(&key));
            for (key, value) in &contract.store {
                store.set(&HexBinary::from_hex(key)?, value.as_bytes());
            }
        }
        for (owner, denom, amount) in &self.coins {
            dao.mint(&Addr::unchecked(owner), *amount, denom)?;
        }
        let (height, time) = (self.height, self.time);
        dao.app.update_block(|block| {
            block.height = height;
            block.time = cosmwasm_std::Timestamp::from_seconds(time);
        });
        Ok(dao)
    }

    /// Every answer is what it was, but for the fields of these names. An answer may say more than it did then, never less
    /// and nothing else.
    #[track_caller]
    pub fn check(&self, dao: &Dao, but: &[&str]) {
        let changed = |Answer { contract, query, answer }: &Answer| match ask(dao, contract, query) {
            Ok(now) if within(answer, &now, but) => None,
            now => Some(format!("{contract} {query}\n  said     {answer}\n  says now {now:?}\n")),
        };
        let changed: Vec<_> = self.answers.iter().filter_map(changed).collect();
        assert!(changed.is_empty(), "{} answers have changed:\n{}", changed.len(), changed.concat());
    }
}

/// Whether the one says all that the other does, but for the fields of these names.
fn within(then: &Value, now: &Value, but: &[&str]) -> bool {
    match (then, now) {
        (Value::Object(then), Value::Object(now)) => {
            let same = |(key, value): (&String, &Value)| {
                but.contains(&key.as_str()) || now.get(key).is_some_and(|now| within(value, now, but))
            };
            then.iter().all(same)
        }
        (Value::Array(then), Value::Array(now)) => {
            then.len() == now.len() && then.iter().zip(now).all(|(then, now)| within(then, now, but))
        }
        _ => then == now,
    }
}

/// Asks a contract, by its name.
pub fn ask(dao: &Dao, contract: &str, query: &Value) -> Result<Value> {
    let named = dao.contracts.named();
    let (_, address) = named.iter().find(|(name, _)| *name == contract).context("no such contract")?;
    let (contract_addr, msg) = (address.to_string(), Binary::from(query.to_string().into_bytes()));
    let request = QueryRequest::<Empty>::Wasm(WasmQuery::Smart { contract_addr, msg });
    let answer = dao.app.raw_query(&to_json_vec(&request)?).into_result()?.into_result();
    Ok(serde_json::from_slice(&answer.map_err(anyhow::Error::msg)?)?)
}

fn coins(dao: &Dao) -> Result<Vec<(String, String, u128)>> {
    let accounts = everybody().into_iter().chain(PAID).map(|name| dao.addr(name));
    let contracts = dao.contracts.named().map(|(_, address)| address.clone());
    let mut found = vec![];
    for owner in accounts.chain(contracts) {
        for denom in [CASH, STAKED] {
            match dao.balance(&owner, denom)? {
                0 => {}
                amount => found.push((owner.to_string(), denom.to_string(), amount)),
            }
        }
    }
    Ok(found)
}
