//! Attacks on the rules: rows 11 and 16.

use anyhow::Result;
use cw_multi_test::AppResponse;
use isonomia_api::proposal::ExecuteMsg;
use isonomia_core::class::Class;
use isonomia_core::rules::{Quorum, Rules};
use isonomia_core::tally::Choice;
use isonomia_embedded::{Dao, DAY};

use crate::voting::town::{town, Town, COIN};

fn set_rules(dao: &mut Dao, rules: Rules) -> Result<AppResponse> {
    let (timelock, proposal) = (dao.contracts.timelock.clone(), dao.contracts.proposal.clone());
    dao.call(&timelock, &proposal, &ExecuteMsg::SetRules { rules })
}

#[test]
fn row_11_no_captured_vote_sets_the_rules_to_nothing_or_to_unreachable() {
    let mut dao = town();
    let fixed = |bps| Quorum::Fixed { bps };
    type Change<'a> = &'a dyn Fn(&mut Rules);
    let attacks: [(Change, &str); 18] = [
        (&|rules| rules.critical.threshold_bps = 4_999, "critical.threshold_bps must be 5000 to 7500, not 4999"),
        (&|rules| rules.critical.threshold_bps = 7_501, "critical.threshold_bps must be 5000 to 7500, not 7501"),
        (&|rules| rules.standard.stake_key_bps = 5_001, "standard.stake_key_bps must be 0 to 5000, not 5001"),
        (&|rules| rules.critical.stake_key_bps = 3_332, "critical.stake_key_bps must be 3333 to 5000, not 3332"),
        (&|rules| rules.emergency.stake_key_bps = 0, "emergency.stake_key_bps must be 3333 to 5000, not 0"),
        (&|rules| rules.critical.stake_support_bps = 199, "critical.stake_support_bps must be 200 to 1000, not 199"),
        (&|rules| rules.standard.stake_support_bps = 1_001, "standard.stake_support_bps must be 0 to 1000, not 1001"),
        (&|rules| rules.standard.quorum = fixed(799), "standard.quorum must be 800 to 3500, not 799"),
        (&|rules| rules.critical.quorum = fixed(999), "critical.quorum must be 1000 to 3500, not 999"),
        (&|rules| rules.emergency.quorum = fixed(3_501), "emergency.quorum must be 1000 to 3500, not 3501"),
        (&|rules| rules.critical.head_count = 2, "critical.head_count must be 3 to 25, not 2"),
        (&|rules| rules.standard.head_count = 26, "standard.head_count must be 0 to 25, not 26"),
        (&|rules| rules.unattested_bps = 2_501, "unattested_bps must be 0 to 2500, not 2501"),
        (&|rules| rules.cap_bps = 99, "cap_bps must be 100 to 1000, not 99"),
        (&|rules| rules.cap_bps = 1_001, "cap_bps must be 100 to 1000, not 1001"),
        (&|rules| rules.critical.voting = DAY - 1, "critical.voting must be 86400 to 2592000, not 86399"),
        (&|rules| rules.critical.window = 4 * DAY - 1, "critical.window must be 345600 to 7776000, not 345599"),
        (
            &|rules| rules.critical.window = 12 * DAY,
            "critical: voting + 2 x extension + 1.5 x timelock + window is 2462400 s, longer than the unbonding of \
             2419200 s",
        ),
    ];
    for (attack, why) in attacks {
        let mut rules = dao.params.rules.clone();
        attack(&mut rules);
        dao.refuses(why, |dao| set_rules(dao, rules));
    }

    // To the last second of the unbonding is taken.
    let mut rules = dao.params.rules.clone();
    rules.critical.window = 11 * DAY + DAY / 2;
    set_rules(&mut dao, rules).unwrap();
}

#[test]
fn row_11_an_adaptive_quorum_is_never_scaled_to_nothing() {
    let mut dao = town();
    for (scale_bps, bounds) in [(9_999, "10000 to 20000, not 9999"), (20_001, "10000 to 20000, not 20001")] {
        let mut rules = dao.params.rules.clone();
        rules.critical.quorum = Quorum::Adaptive { scale_bps };
        dao.refuses(&format!("critical.quorum must be {bounds}"), |dao| set_rules(dao, rules));
    }
}

#[test]
fn row_16_fifty_six_quiet_days_take_two_points_off_the_quorum() {
    let mut dao = town();
    dao.people("ann", 10, COIN);
    let started = dao.now();
    for epoch in 1..=4 {
        for id in dao.begin_all(Class::Standard, 4) {
            dao.close(id);
        }
        dao.advance_to(started + epoch * 14 * DAY);
    }

    assert_eq!(dao.quorum().unwrap().quorum_bps, 1_300);
}

#[test]
fn row_16_spam_lowers_nothing_while_anyone_votes() {
    let mut dao = town();
    let people = dao.people("ann", 10, COIN);
    let started = dao.now();
    for epoch in 1..=4 {
        let polls = dao.begin_all(Class::Standard, 12);
        dao.all_vote(polls[7], Choice::No, &people[..4]);
        polls
            .into_iter()
            .for_each(|id| assert_ne!(dao.close(id), isonomia_core::proposal::ProposalStage::Scheduled));
        dao.advance_to(started + epoch * 14 * DAY);
    }

    // 40 % in every epoch: the average only rises, and so does q.
    assert_eq!(dao.quorum().unwrap().quorum_bps, 1_841);
}
