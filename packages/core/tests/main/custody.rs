//! What may be said to a token that the treasury holds.

use isonomia_core::custody::{check, CW20_MESSAGES, CW721_MESSAGES};

#[test]
fn nothing_is_said_that_gives_somebody_a_hold() {
    for message in [
        "increase_allowance",
        "approve",
        "permit",
        "burn",
        "burn_from",
        "transfer_from",
        "send_from",
        "Transfer",
        "transfer ",
        "",
    ] {
        let refused = check(message, &CW20_MESSAGES).unwrap_err();
        assert_eq!(refused.message, message);
    }
    for message in ["transfer_nft", "send_nft", "approve", "approve_all", "burn", "update_ownership"] {
        assert!(check(message, &CW721_MESSAGES).is_err(), "{message}");
    }
}

#[test]
fn what_only_moves_or_takes_back_is_said() {
    for message in ["transfer", "send", "decrease_allowance", "mint"] {
        assert_eq!(check(message, &CW20_MESSAGES), Ok(()));
    }
    assert_eq!(check("revoke_all", &CW721_MESSAGES), Ok(()));
}

#[test]
fn the_refusal_names_what_may_be_said() {
    assert_eq!(
        check("burn", &CW721_MESSAGES).unwrap_err().to_string(),
        "`burn` is not said to a listed token, only revoke, revoke_all, mint"
    );
}
