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

    /// The least price of a unit of gas that the node takes in this denomination; none where it names none.
    pub fn least_gas_price(&self, denom: &str) -> Result<Option<f64>, ChainError> {
        let found: ConfigResponse =
            self.query("/cosmos.base.node.v1beta1.Service/Config", &ConfigRequest {})?;
        Ok(price_in(&found.minimum_gas_price, denom))
    }
}

/// The price in a list as nodes write it: `0.01ufee,0.5uiso`.
fn price_in(prices: &str, denom: &str) -> Option<f64> {
    prices.split(',').find_map(|price| price.trim().strip_suffix(denom)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_found_in_its_denomination() {
        assert_eq!(price_in("0.010000000000000000ufee,0.5uiso", "uiso"), Some(0.5));
        assert_eq!(price_in("0.010000000000000000ufee", "ufee"), Some(0.01));
        assert_eq!(price_in("0.01ufee", "uiso"), None);
        assert_eq!(price_in("0.01superfee", "fee"), None);
        assert_eq!(price_in("", "ufee"), None);
    }
}
