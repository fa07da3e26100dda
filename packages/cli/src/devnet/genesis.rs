//! The first state of a devnet: wasmd's own, with our accounts, coins and limits.

use anyhow::{Context, Result};
use serde_json::{json, Value};

use super::accounts::{accounts, Account};

/// The gas of a block, as on Juno.
const BLOCK_GAS: &str = "100000000";

/// A validator that was killed for a test is not jailed for it within so many blocks.
const BLOCKS_BEFORE_JAIL: &str = "1000000";

/// A coin that wasmd's test networks have and a devnet does not.
const FOREIGN_COIN: &str = "testtoken";

/// Rewrites the genesis that wasmd made. Fails if it is not built as that of wasmd 0.70 is.
pub(super) fn rewrite(genesis: &mut Value) -> Result<()> {
    *at(genesis, "/consensus/params/block/max_gas")? = json!(BLOCK_GAS);
    *at(genesis, "/app_state/slashing/params/signed_blocks_window")? = json!(BLOCKS_BEFORE_JAIL);
    *at(genesis, "/app_state/bank/supply")? = json!([]); // the chain counts by itself
    for balance in list(genesis, "/app_state/bank/balances")? {
        list(balance, "/coins")?.retain(|coin| coin["denom"] != FOREIGN_COIN);
    }
    list(genesis, "/app_state/bank/balances")?.extend(accounts().iter().map(balance));
    list(genesis, "/app_state/auth/accounts")?.extend(accounts().iter().map(account));
    Ok(())
}

fn account(account: &Account) -> Value {
    json!({
        "@type": "/cosmos.auth.v1beta1.BaseAccount",
        "address": account.address, "pub_key": null, "account_number": "0", "sequence": "0",
    })
}

/// A million of each coin; the faucet has a thousand million. The denominations stand in the order that the chain wants.
fn balance(account: &Account) -> Value {
    let amount = if account.name == "faucet" { "1000000000000000" } else { "1000000000000" };
    let coins = ["ucash", "ufee", "uiso"].map(|denom| json!({ "denom": denom, "amount": amount }));
    json!({ "address": account.address, "coins": coins })
}

fn at<'a>(value: &'a mut Value, pointer: &str) -> Result<&'a mut Value> {
    value.pointer_mut(pointer).with_context(|| format!("wasmd's genesis has no {pointer}"))
}

fn list<'a>(value: &'a mut Value, pointer: &str) -> Result<&'a mut Vec<Value>> {
    at(value, pointer)?.as_array_mut().with_context(|| format!("{pointer} of wasmd's genesis is no list"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accounts_are_funded_and_the_validators_keep_their_coin() {
        let coins = json!([{"denom": "testtoken", "amount": "1"}, {"denom": "ubond", "amount": "5"}]);
        let mut genesis = json!({
            "consensus": {"params": {"block": {"max_gas": "-1"}}},
            "app_state": {
                "auth": {"accounts": [{"address": "wasm1validator"}]},
                "bank": {"balances": [{"address": "wasm1validator", "coins": coins}], "supply": [{"denom": "ubond"}]},
                "slashing": {"params": {"signed_blocks_window": "100"}},
            },
        });

        rewrite(&mut genesis).unwrap();

        assert_eq!(genesis["consensus"]["params"]["block"]["max_gas"], "100000000");
        let bank = &genesis["app_state"]["bank"];
        assert_eq!(bank["balances"][0]["coins"], json!([{"denom": "ubond", "amount": "5"}]));
        assert_eq!(bank["balances"].as_array().unwrap().len(), 1 + accounts().len());
        assert_eq!(bank["supply"], json!([]));
        assert_eq!(genesis["app_state"]["auth"]["accounts"][1]["address"], accounts()[0].address);
    }

    #[test]
    fn a_genesis_of_another_shape_is_refused() {
        let error = rewrite(&mut json!({})).unwrap_err().to_string();
        assert_eq!(error, "wasmd's genesis has no /consensus/params/block/max_gas");
    }
}
