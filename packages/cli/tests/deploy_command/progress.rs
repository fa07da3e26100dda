//! What a deployment tells while it is at work, on a chain that has the six codes and takes what is handed in.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use cosmwasm_std::Checksum;

use super::desk::{stderr, Desk, CONTRACTS};
use super::node::{field, node_with, nowhere, number, HANDED_IN};

const EVERYBODY: u8 = 3;

/// A chain that has those artifacts, in the order of their names' list, from 1 on.
fn chain(artifacts: &Path) -> String {
    let (made, everybody) = (AtomicBool::new(false), number(1, EVERYBODY));
    let code = |(id, contract): (u8, &&str)| {
        let wasm = fs::read(artifacts.join(format!("{contract}.wasm"))).unwrap();
        let checksum = Checksum::generate(&wasm);
        field(1, &[number(1, id), field(3, checksum.as_ref()), field(6, &everybody)].concat())
    };
    let codes = (1..).zip(&CONTRACTS).map(code).collect::<Vec<_>>().concat();
    node_with("town-1", move |path, _| {
        Some(match path {
            HANDED_IN => {
                made.store(true, Ordering::SeqCst);
                vec![]
            }
            "/cosmos.auth.v1beta1.Query/Account" => {
                field(1, &field(2, &[number(3, 1), number(4, 0)].concat()))
            }
            "/cosmos.bank.v1beta1.Query/Balance" | "/cosmos.bank.v1beta1.Query/SupplyOf" => {
                field(1, &[field(1, b"ufee"), field(2, b"1000000000")].concat())
            }
            "/cosmwasm.wasm.v1.Query/Params" => field(1, &field(1, &everybody)),
            "/cosmwasm.wasm.v1.Query/Codes" => codes.clone(),
            "/cosmos.tx.v1beta1.Service/Simulate" => field(1, &number(2, 100)),
            "/cosmwasm.wasm.v1.Query/ContractInfo" if made.load(Ordering::SeqCst) => field(2, &number(1, 1)),
            "/cosmwasm.wasm.v1.Query/RawContractState" => vec![],
            _ => return None,
        })
    })
}

#[test]
fn each_step_and_each_wait_is_a_line_and_none_for_a_script() {
    let desk = Desk::new(&nowhere());
    desk.chain(&chain(&desk.path("artifacts")), true);
    // The contracts answer nothing here, so `verify` finds much to complain of: after everything was done.
    let said = stderr(&desk.deploy(&[]));
    let steps = [
        "the code of vault: looking for it, else storing it\ncode of vault: 1\n",
        "code of treasury: 6\nmaking `parish`: six contracts in one transaction\n",
        "  waiting for the block that holds transaction ",
        "\ncomparing what was made with what was planned\n",
    ];
    let mut rest = said.as_str();
    for step in steps {
        rest = rest.split_once(step).unwrap_or_else(|| panic!("no `{step}` in: {rest}")).1;
    }
    assert!(fs::read_to_string(desk.book()).unwrap().contains("\"done\""), "it is made, whatever it is");

    let scripted = Desk::new(&nowhere());
    scripted.chain(&chain(&scripted.path("artifacts")), true);
    let said = stderr(&scripted.deploy(&["--json"]));
    assert!(
        !said.contains("code of") && !said.contains("waiting for") && !said.contains("comparing"),
        "{said}"
    );
}
