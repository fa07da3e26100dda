//! What a node says of its software and its terms.

use cosmrs::proto::cosmos::base::node::v1beta1::{ConfigRequest, ConfigResponse};
use cosmrs::proto::cosmos::base::tendermint::v1beta1::{GetNodeInfoRequest, GetNodeInfoResponse};

use crate::{ChainError, Node};

/// What a node runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Software {
    /// The name of the application and its version, as `wasmd v0.70.3`.
    pub application: String,
    /// The version of the machine that runs contracts (wasmvm), where the node tells.
    pub wasmvm: Option<String>,
}

impl Node {
    /// What the node runs. A build without a list of its parts tells no version of its machine.
    pub fn software(&self) -> Result<Software, ChainError> {
        let path = "/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo";
        let found: GetNodeInfoResponse = self.query(path, &GetNodeInfoRequest {})?;
        let version = found.application_version.unwrap_or_default();
        let machine =
            version.build_deps.iter().find(|part| part.path.starts_with("github.com/CosmWasm/wasmvm"));
        Ok(Software {
            application: format!("{} {}", version.app_name, version.version).trim().to_string(),
            wasmvm: machine.map(|part| part.version.clone()),
        })
    }

    /// The least prices of a unit of gas that the node takes, each in its denomination; a fee is paid in one of them. Empty
    /// where it names none.
    pub fn least_gas_prices(&self) -> Result<Vec<(String, f64)>, ChainError> {
        let path = "/cosmos.base.node.v1beta1.Service/Config";
        let found: ConfigResponse = self.query(path, &ConfigRequest {})?;
        let told = &found.minimum_gas_price;
        let unread =
            || ChainError::Answer { asked: path.to_string(), why: format!("`{told}` are no prices") };
        prices(told).ok_or_else(unread)
    }
}

/// The prices of a list as nodes write it: `0.01ufee,0.5uiso`.
fn prices(text: &str) -> Option<Vec<(String, f64)>> {
    let price = |text: &str| {
        let (number, denom) = text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '.')?);
        Some((denom.to_string(), number.parse().ok()?))
    };
    text.split(',').map(str::trim).filter(|text| !text.is_empty()).map(price).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_each_in_its_denomination() {
        let both = vec![("ufee".to_string(), 0.01), ("ibc/27394FB0".to_string(), 0.5)];
        assert_eq!(prices("0.010000000000000000ufee, 0.5ibc/27394FB0"), Some(both));
        assert_eq!(prices(""), Some(vec![]));
        assert_eq!(prices("0.01"), None, "a price is in something");
        assert_eq!(prices("ufee"), None, "and a number");
    }
}
