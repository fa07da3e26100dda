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
    let fee = &case.chain.fee;
    let check = match node.least_gas_price(&fee.denom) {
        Ok(least) => compared(case.chain, least),
        Err(error) => Check::left_out("gas price", format!("the node does not tell: {error}")),
    };
    found.add(check);
}

fn compared(chain: &ChainFile, least: Option<f64>) -> Check {
    let fee = &chain.fee;
    let price: f64 = fee.price.parse().unwrap_or_default();
    match least {
        None => Check::ok(
            "gas price",
            format!("{} {} by the chain file; the node asks for none in {}", fee.price, fee.denom, fee.denom),
        ),
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
        assert_eq!(compared(&chain, Some(0.0045)).verdict, Verdict::Ok);
        assert_eq!(compared(&chain, None).verdict, Verdict::Ok);
        let dearer = compared(&chain, Some(0.0046));
        assert_eq!(dearer.verdict, Verdict::Wrong);
        assert!(dearer.todo.unwrap().contains("\"price\": \"0.0046\""));
    }
}
