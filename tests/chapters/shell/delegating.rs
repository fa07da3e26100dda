//! Delegates, and those who delegate.

use anyhow::Result;
use isonomia_cli::shell::{Delegate, Register, Resign, Undelegate};

use super::typing::*;
use crate::lifecycle::town::*;

#[test]
fn weight_is_lent_in_parts_and_taken_back() -> Result<()> {
    let mut dao = town()?;
    does::<Register>(&mut dao, "bob", &[])?;
    does::<Register>(&mut dao, "cat", &[])?;

    let shown = shown::<Delegate>(&dao, "ann", &["bob=60%", "cat=30%"])?;
    does::<Delegate>(&mut dao, "ann", &["bob=60%", "cat=30%"])?;

    assert!(shown.contains(&format!("60 %  {} (bob)\n", dao.addr("bob"))), "{shown}");
    assert!(shown.contains("10 %  stays yours, and counts when you vote\n"), "{shown}");
    let parts: Vec<u16> = dao.account(&dao.addr("ann"))?.delegation.iter().map(|part| part.bps).collect();
    assert_eq!(parts, [6_000, 3_000]);

    does::<Delegate>(&mut dao, "ann", &["bob"])?;
    assert_eq!(dao.account(&dao.addr("ann"))?.delegation[0].bps, 10_000);
    does::<Undelegate>(&mut dao, "ann", &[])?;
    assert_eq!(dao.account(&dao.addr("ann"))?.delegation, []);
    assert!(denied::<Undelegate>(&dao, "ann", &[]).ends_with("delegates nothing"));
    Ok(())
}

#[test]
fn a_delegation_that_the_contract_would_refuse_is_refused_here_by_the_same_rule() -> Result<()> {
    let mut dao = town()?;
    does::<Register>(&mut dao, "bob", &[])?;
    let said_of = |words: &[&str]| denied::<Delegate>(&dao, "ann", words);

    assert!(said_of(&["bob=60%", "cat=50%"]).starts_with("the parts sum to 11000 basis points"));
    assert!(said_of(&["bob=60%", "bob=40%"]).ends_with("is named twice"));
    assert_eq!(said_of(&["ann"]), "an account cannot delegate to itself");
    assert!(said_of(&["dan"]).ends_with("is not registered as a delegate"));
    assert!(said_of(&["bob=0%"]).contains("write 0.01% to 100%"));
    assert!(said_of(&["nobody"]).contains("`nobody` is no address"));
    let nine: Vec<String> = (0..9).map(|number| format!("{}=1%", dao.addr(&number.to_string()))).collect();
    let nine: Vec<&str> = nine.iter().map(String::as_str).collect();
    assert_eq!(said_of(&nine), "a delegation names at most 8 delegates, not 9");
    Ok(())
}

#[test]
fn whoever_resigns_sees_what_is_set_free() -> Result<()> {
    let mut dao = town()?;
    assert!(denied::<Resign>(&dao, "bob", &[]).ends_with("is not a delegate"));
    does::<Register>(&mut dao, "bob", &[])?;
    does::<Delegate>(&mut dao, "ann", &["bob=50%"])?;
    assert!(denied::<Register>(&dao, "bob", &[]).ends_with("is a delegate already"));
    assert!(denied::<Register>(&dao, "mallory", &[]).contains("only attested accounts may register"));

    let shown = shown::<Resign>(&dao, "bob", &[])?;
    does::<Resign>(&mut dao, "bob", &[])?;

    assert!(shown.contains("set free  5 √iso and 50 iso of stake\n"), "{shown}");
    assert_eq!(dao.account(&dao.addr("bob"))?.delegate, None);
    Ok(())
}
