//! Quadratic voting for a DAO of others: a vault and voting, and people whose power is the root of what they stake.

use anyhow::Result;
use isonomia_chain::execute;
use serde_json::{json, Value};

use super::chain::{Chain, Code};

/// Base units of a coin.
pub const COIN: u128 = 1_000_000;
/// Seconds of a day on this chain.
const DAY: u64 = 10;

/// Who stakes how many coins: alice has more than all others together, and less than half of the power.
pub const STAKES: [(&str, u128); 4] = [("alice", 10_000), ("bob", 1_600), ("carol", 1_600), ("dave", 1_600)];
/// Alice's power, and that of each of the others.
pub const POWER: (u128, u128) = (100 * COIN, 40 * COIN);
/// All power.
pub const ALL_POWER: u128 = POWER.0 + 3 * POWER.1;

/// The codes of a vault and of voting.
pub struct Codes {
    pub vault: Code,
    pub voting: Code,
}

/// A vault and voting.
#[derive(Debug)]
pub struct Quadratic {
    pub vault: String,
    pub voting: String,
}

impl Codes {
    pub fn store(chain: &Chain) -> Result<Codes> {
        Ok(Codes { vault: chain.store("vault")?, voting: chain.store("voting")? })
    }
}

/// What makes a vault.
pub fn vault_msg(voting: &str) -> Value {
    json!({"voting": voting, "asset": {"native": {"denom": "uiso"}}, "unbonding": 2 * DAY, "day": DAY})
}

/// What makes voting for a DAO that may name another registrar.
pub fn voting_msg(vault: &str, registrar: &str, dao: &str) -> Value {
    json!({
        "vault": vault, "registrar": registrar, "proposal": dao, "timelock": dao, "scale": 1_000_000,
        "floor_stake": "1000000", "season": 90 * DAY, "min_attested": 3, "least_total_stake": "0"
    })
}

impl Quadratic {
    /// Alice makes both in one transaction.
    pub fn make(chain: &Chain, codes: &Codes, dao: &str) -> Result<Quadratic> {
        let voting = chain.address_of(&chain.address("alice")?, &codes.voting, "voting")?;
        let (vault_made, vault) = chain.make("alice", &codes.vault, "vault", &vault_msg(&voting))?;
        let voting_msg = voting_msg(&vault, &chain.address("registrar")?, dao);
        let (voting_made, voting) = chain.make("alice", &codes.voting, "voting", &voting_msg)?;
        chain.send("alice", &[vault_made, voting_made])?;
        Ok(Quadratic { vault, voting })
    }

    /// Somebody stakes so many coins.
    pub fn stake(&self, chain: &Chain, name: &str, coins: u128) -> Result<()> {
        let funds = vec![(coins * COIN, "uiso".to_string())];
        chain.send(name, &[execute(&chain.address(name)?, &self.vault, &json!({"stake": {}}), funds)?])?;
        Ok(())
    }

    /// The registrar attests somebody.
    pub fn attest(&self, chain: &Chain, name: &str) -> Result<()> {
        let attest = json!({"attest": {"account": chain.address(name)?, "until": 7_258_118_400u64}});
        chain.call("registrar", &self.voting, attest)?;
        Ok(())
    }

    /// Everybody stakes and is attested.
    pub fn gather(&self, chain: &Chain) -> Result<()> {
        for (name, coins) in STAKES {
            self.stake(chain, name, coins)?;
            self.attest(chain, name)?;
        }
        Ok(())
    }
}
