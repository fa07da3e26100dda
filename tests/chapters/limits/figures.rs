//! The rules have bounds, and their times a sum (T10).

use anyhow::Result;
use isonomia_api::proposal::ExecuteMsg;
use isonomia_core::rules::{Quorum, Rules};
use isonomia_embedded::DAY;

use crate::lifecycle::town::*;

type Change = fn(&mut Rules);

/// One past each bound, and what the contract says of it.
const PAST: [(Change, &str); 22] = [
    (|rules| rules.unattested_bps = 2_501, "unattested_bps must be 0 to 2500, not 2501"),
    (|rules| rules.cap_bps = 99, "cap_bps must be 100 to 1000, not 99"),
    (|rules| rules.cap_bps = 1_001, "cap_bps must be 100 to 1000, not 1001"),
    (|rules| rules.signal.threshold_bps = 4_999, "signal.threshold_bps must be 5000 to 7500, not 4999"),
    (|rules| rules.emergency.threshold_bps = 7_501, "emergency.threshold_bps must be 5000 to 7500, not 7501"),
    (|rules| rules.standard.stake_key_bps = 5_001, "standard.stake_key_bps must be 0 to 5000, not 5001"),
    (|rules| rules.critical.stake_key_bps = 3_332, "critical.stake_key_bps must be 3333 to 5000, not 3332"),
    (
        |rules| rules.standard.stake_support_bps = 1_001,
        "standard.stake_support_bps must be 0 to 1000, not 1001",
    ),
    (
        |rules| rules.critical.stake_support_bps = 199,
        "critical.stake_support_bps must be 200 to 1000, not 199",
    ),
    (
        |rules| rules.emergency.stake_support_bps = 199,
        "emergency.stake_support_bps must be 200 to 1000, not 199",
    ),
    (|rules| rules.standard.head_count = 26, "standard.head_count must be 0 to 25, not 26"),
    (|rules| rules.emergency.head_count = 2, "emergency.head_count must be 3 to 25, not 2"),
    (|rules| rules.signal.quorum = Quorum::Fixed { bps: 799 }, "signal.quorum must be 800 to 3500, not 799"),
    (
        |rules| rules.emergency.quorum = Quorum::Fixed { bps: 999 },
        "emergency.quorum must be 1000 to 3500, not 999",
    ),
    (
        |rules| rules.standard.quorum = Quorum::Fixed { bps: 3_501 },
        "standard.quorum must be 800 to 3500, not 3501",
    ),
    (
        |rules| rules.critical.quorum = Quorum::Adaptive { scale_bps: 9_999 },
        "critical.quorum must be 10000 to 20000, not 9999",
    ),
    (|rules| rules.signal.delay = 30 * DAY + 1, "signal.delay must be 0 to 2592000, not 2592001"),
    (|rules| rules.emergency.voting = DAY - 1, "emergency.voting must be 86400 to 2592000, not 86399"),
    (|rules| rules.signal.voting = 30 * DAY + 1, "signal.voting must be 86400 to 2592000, not 2592001"),
    (|rules| rules.standard.window = 4 * DAY - 1, "standard.window must be 345600 to 7776000, not 345599"),
    (|rules| rules.signal.window = 1, "signal.window must be 0 to 0, not 1"),
    (
        |rules| rules.critical.window = 11 * DAY + DAY / 2 + 1,
        "critical: voting + 2 x extension + 1.5 x timelock + window is 2419201 s, \
         longer than the unbonding of 2419200 s",
    ),
];

/// Each of them at its bound.
const AT: [Change; 6] = [
    |rules| (rules.unattested_bps, rules.cap_bps) = (2_500, 100),
    |rules| (rules.unattested_bps, rules.cap_bps) = (0, 1_000),
    |rules| (rules.critical.stake_key_bps, rules.critical.stake_support_bps) = (3_333, 200),
    |rules| (rules.critical.head_count, rules.emergency.head_count) = (3, 25),
    |rules| (rules.signal.delay, rules.emergency.voting, rules.standard.window) = (30 * DAY, DAY, 4 * DAY),
    |rules| rules.critical.window = 11 * DAY + DAY / 2,
];

#[test]
fn no_rule_is_set_past_its_bound() -> Result<()> {
    let mut dao = town()?;
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    let usual = dao.params.rules.clone();
    let changed = |change: Change| {
        let mut rules = usual.clone();
        change(&mut rules);
        ExecuteMsg::SetRules { rules }
    };

    for (change, refusal) in PAST {
        let msg = changed(change);
        assert_eq!(refused(&mut dao, |dao| dao.call(&timelock, &proposal, &msg)), refusal);
    }
    for change in AT {
        dao.call(&timelock, &proposal, &changed(change))?;
    }
    Ok(())
}
