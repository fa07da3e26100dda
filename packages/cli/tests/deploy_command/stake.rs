//! What is staked must exist.

use super::desk::{stderr, Desk};
use super::node::{field, node_with};

#[test]
fn a_coin_of_which_nothing_exists_is_not_staked() {
    let supply_of = |amount: &'static str| {
        let coin = field(1, &[field(1, b"uiso"), field(2, amount.as_bytes())].concat());
        let state =
            move |path: &str, _: &[u8]| (path == "/cosmos.bank.v1beta1.Query/SupplyOf").then(|| coin.clone());
        node_with("town-1", state)
    };
    let desk = Desk::new(&supply_of("0"));
    let said = stderr(&desk.deploy(&[]));
    assert!(said.contains("stake       WRONG  town-1 has no coin `uiso`: nothing of it exists"), "{said}");
    assert!(said.contains("correct `stake` in the founding file, or let the coin exist first"), "{said}");
    assert!(!desk.book().exists());
    desk.chain(&supply_of("1500000"), true);
    let said = stderr(&desk.deploy(&[]));
    assert!(said.contains("stake       ok     uiso, of which 1.5 iso exist"), "{said}");
}
