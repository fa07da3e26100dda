//! The node: whether it answers, of which chain it is, what it runs, and what it asks for gas.

use isonomia_chain::{ChainFile, Node};

use super::{Case, Check, Examination};

/// A node that answers and is of the right chain.
pub(super) fn node(case: &Case, found: &mut Examination) -> Option<Node> {
    let chain = case.chain;
    let node = Node::at(chain.rpc.clone());
    let status = match node.status() {
        Ok(status) => status,
        Err(error) => {
            let up = if crate::devnet::is_devnet_chain(&chain.chain_id) {
                ": is the devnet up (`isonomia devnet status`)?"
            } else {
                ""
            };
            found.add(Check::error("node", format!("{error}{up}")));
            return None;
        }
    };
    let endpoint = node.endpoint();
    if status.catching_up {
        let says = format!("{endpoint} is still catching up, at height {}", status.height);
        found.add(Check::wrong("node", says, "wait until it is through, or name another with --node"));
        return None;
    }
    found.add(Check::ok("node", format!("{endpoint} answers, at height {}", status.height)));
    if status.chain_id != chain.chain_id {
        let says = format!("the node is of chain `{}`, not `{}`", status.chain_id, chain.chain_id);
        found.add(Check::wrong(
            "chain id",
            says,
            "name the right endpoint with --node or in the chain file, or the right --chain",
        ));
        return None;
    }
    found.add(Check::ok("chain id", &chain.chain_id));
    Some(node)
}

/// The machine that runs contracts there, as far as the node tells.
pub(super) fn machine(node: &Node) -> String {
    match node.software() {
        Ok(software) => match software.wasmvm {
            Some(version) => format!("wasmvm {version} ({})", software.application),
            None => format!("an untold wasmvm ({})", software.application),
        },
        Err(_) => "an untold wasmvm".to_string(),
    }
}

/// The price of gas: the node's against the file's.
pub(super) fn price(case: &Case, node: &Node, found: &mut Examination) {
    let check = match node.least_gas_prices() {
        Ok(prices) => compared(case.chain, &prices),
        Err(error) => Check::left_out("gas price", format!("the node does not tell: {error}")),
    };
    found.add(check);
}

fn compared(chain: &ChainFile, prices: &[(String, f64)]) -> Check {
    let fee = &chain.fee;
    let price: f64 = fee.price.parse().unwrap_or_default();
    let least = prices.iter().find(|(denom, _)| *denom == fee.denom).map(|(_, least)| *least);
    match least {
        None if prices.is_empty() => Check::left_out(
            "gas price",
            format!(
                "{} {} by the chain file; the node names none, so whether it takes that is not known",
                fee.price, fee.denom
            ),
        ),
        None => {
            let takes: Vec<String> = prices.iter().map(|(denom, least)| format!("{least} {denom}")).collect();
            let takes = takes.join(" or ");
            let says = format!(
                "the chain file pays in {}, which the node does not take: it takes {takes}",
                fee.denom
            );
            let todo = "write one of these denominations and its price as `fee` into a copy of the chain file, and name it with --chain";
            Check::wrong("gas price", says, todo)
        }
        Some(least) if price + f64::EPSILON < least => {
            let says = format!(
                "the chain file pays {} {}, the node takes no less than {least}",
                fee.price, fee.denom
            );
            let todo = format!("write \"price\": \"{least}\" or more into a copy of the chain file, and name it with --chain");
            Check::wrong("gas price", says, todo)
        }
        Some(least) => {
            Check::ok("gas price", format!("{} {}; the node takes {least} and more", fee.price, fee.denom))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn a_price_below_the_nodes_is_wrong_and_one_at_it_is_well() {
        let chain = ChainFile::load("uni-7").unwrap();
        let least = |price| vec![("ujuno".to_string(), 7.0), ("ujunox".to_string(), price)];
        assert_eq!(compared(&chain, &least(0.0045)).verdict, Verdict::Ok);
        let dearer = compared(&chain, &least(0.0046));
        assert_eq!(dearer.verdict, Verdict::Wrong);
        assert!(dearer.todo.unwrap().contains("\"price\": \"0.0046\""));
    }

    #[test]
    fn a_coin_that_the_node_does_not_take_for_fees_is_wrong_and_where_it_names_none_that_is_not_known() {
        let chain = ChainFile::load("uni-7").unwrap();
        assert_eq!(compared(&chain, &[]).verdict, Verdict::LeftOut);
        let another = compared(&chain, &[("uatom".to_string(), 0.1), ("uosmo".to_string(), 0.025)]);
        assert_eq!(another.verdict, Verdict::Wrong);
        assert_eq!(
            another.says,
            "the chain file pays in ujunox, which the node does not take: it takes 0.1 uatom or 0.025 uosmo"
        );
    }
}
