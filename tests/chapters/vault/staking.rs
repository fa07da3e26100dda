//! Stake makes power at once, and comes back 28 days later, rounded up to a whole day.

use anyhow::Result;
use isonomia_api::vault::{ClaimsResponse, QueryMsg};
use isonomia_embedded::{Dao, DAY};

use super::{day_after, unreleased, wallet, weight, UNBONDING};
use crate::lifecycle::town::*;

/// Pat stakes, weighs as much as the law says, leaves in two steps, and is paid to the second.
fn stakes_and_leaves(mut dao: Dao) -> Result<()> {
    let (pat, sam) = (dao.addr("pat"), dao.addr("sam"));
    dao.attest(&pat, u64::MAX)?;
    dao.stake(&pat, STAKE)?;
    dao.stake(&sam, STAKE)?;
    assert_eq!(dao.account(&pat)?.own, weight(POWER, STAKE, 0));
    assert_eq!(dao.account(&sam)?.own, weight(0, STAKE, STAKE));

    dao.unstake(&pat, STAKE / 4 * 3)?;
    assert_eq!(dao.account(&pat)?.own, weight(POWER / 2, STAKE / 4, 0), "what unbonds counts no longer");
    let totals = dao.totals()?;
    assert_eq!((totals.power.u128(), totals.stake.u128(), totals.attested), (POWER / 2, STAKE / 4 * 5, 1));

    let (released, left) = (day_after(&dao, UNBONDING), dao.now());
    dao.advance_to(released - 1);
    let refusal = refused(&mut dao, |dao| dao.claim(&pat));
    assert_eq!(refusal, unreleased(&pat, released, released - 1));
    assert!(released - left >= UNBONDING && released - left < UNBONDING + DAY);
    dao.advance_to(released);
    dao.claim(&pat)?;
    assert_eq!((wallet(&dao, &pat)?, wallet(&dao, &dao.contracts.vault)?), (STAKE / 4 * 3, STAKE / 4 * 5));

    dao.unstake(&pat, STAKE / 4)?;
    assert_eq!(dao.account(&pat)?.own, weight(0, 0, 0));
    assert_eq!(
        refused(&mut dao, |dao| dao.unstake(&pat, 1)),
        format!("{pat} has 0 at stake, so 1 cannot be unstaked")
    );
    Ok(())
}

#[test]
fn coins_make_power_and_come_back_after_28_days() -> Result<()> {
    stakes_and_leaves(plan().build()?)
}

#[test]
fn tokens_make_power_and_come_back_after_28_days() -> Result<()> {
    stakes_and_leaves(plan().cw20()?.build()?)
}

#[test]
fn an_exit_on_a_day_boundary_is_released_on_one_exactly_28_days_later() -> Result<()> {
    let mut dao = town()?;
    let (ann, boundary) = (dao.addr("ann"), day_after(&dao, 0));
    dao.advance_to(boundary);
    dao.unstake(&ann, 1)?;

    dao.advance_to(boundary + UNBONDING - 1);
    let now = dao.now();
    assert_eq!(refused(&mut dao, |dao| dao.claim(&ann)), unreleased(&ann, boundary + UNBONDING, now));
    dao.advance(1);
    dao.claim(&ann)?;
    assert_eq!(wallet(&dao, &ann)?, 1);
    Ok(())
}

#[test]
fn exits_of_one_release_day_are_one_claim_and_voting_follows_each() -> Result<()> {
    let mut dao = town()?;
    let ann = dao.addr("ann");
    for left in (0..4).rev() {
        dao.unstake(&ann, STAKE / 4)?;
        assert_eq!(dao.account(&ann)?.own.stake.u128(), left * STAKE / 4);
    }

    let msg = QueryMsg::Claims { account: ann.to_string(), start_after: None, limit: None };
    let claims = dao.ask::<ClaimsResponse>(&dao.contracts.vault, &msg)?.claims;

    assert_eq!(claims.iter().map(|claim| claim.noticed.u128()).collect::<Vec<_>>(), [STAKE]);
    Ok(())
}
