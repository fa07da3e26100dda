//! The demo keeps its promise: the spend is paid, the whale is refused, and plain rules would have let it through.

use isonomia_cli::demo::{tell, Ending};

const COIN: u128 = 1_000_000;

fn keeps_its_promise(ending: &Ending) {
    assert!(ending.spend.opened.passes);
    assert_eq!(ending.paid, 100_000 * COIN);
    assert!(ending.spend.token.passes() && ending.spend.root.passes());

    assert!(!ending.farm.opened.passes);
    assert_eq!(ending.stolen, 0);
    assert!(ending.farm.token.passes(), "one token, one vote would have paid the whale");
    assert!(ending.farm.root.passes(), "the plain root would have paid the whale");
}

/// A thousand stakers of ENS: a small set, since nothing here is built for speed.
#[test]
fn the_story_ends_well() {
    keeps_its_promise(&tell("ens", 1, Some(1_000)).unwrap());
}
