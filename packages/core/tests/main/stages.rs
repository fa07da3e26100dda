//! The life of a poll and of a proposal: every stage, every event, every border of time.

use isonomia_core::class::{Class, Scope};
use isonomia_core::poll::{Count, Opening, Poll, PollEvent, PollStage, Snapshot};
use isonomia_core::proposal::{Defeat, ProposalEvent, ProposalStage, Resolution};

use crate::given::terms;

#[test]
fn a_poll_takes_exactly_these_events() {
    use PollStage::*;
    let events = [PollEvent::Open, PollEvent::Vote, PollEvent::Cancel, PollEvent::Settle];
    let table = [
        (Pending, [None, None, Some(Cancelled), None]),
        (Due, [Some(Open), Some(Open), Some(Cancelled), None]),
        (Lapsed, [None, None, None, None]),
        (Cancelled, [None, None, None, None]),
        (Open, [None, Some(Open), None, None]),
        (Closed, [None, None, None, Some(Settled)]),
        (Settled, [None, None, None, None]),
    ];

    for (stage, nexts) in table {
        for (event, next) in events.into_iter().zip(nexts) {
            assert_eq!(stage.step(event).ok(), next, "{stage:?} x {event:?}");
        }
    }
}

const CONDITIONS: [Defeat; 7] = [
    Defeat::Quorum,
    Defeat::Threshold,
    Defeat::StakeRelative,
    Defeat::StakeSupport,
    Defeat::HeadCount,
    Defeat::Policy,
    Defeat::Late,
];

#[test]
fn a_proposal_takes_exactly_these_events() {
    use ProposalStage::*;
    let why = Defeat::Quorum;
    let adopt = Resolution::Adopted;
    let schedule = Resolution::Scheduled;
    let lapse = Resolution::Defeated { why: Defeat::Lapsed };
    let lapsed = Some(Defeated { why: Defeat::Lapsed });
    let table = [
        // withdraw, adopt, schedule, lapse
        (Pending, [Some(Withdrawn), None, None, None]),
        (Open, [None, None, None, None]),
        (Lapsed, [None, None, None, lapsed]),
        (Withdrawn, [None, None, None, None]),
        (Defeated { why }, [None, None, None, None]),
        (Adopted, [None, None, None, None]),
        (Scheduled, [None, None, None, None]),
    ];

    for (stage, [withdrawn, adopted, scheduled, lapsed]) in table {
        let resolve = |resolution| stage.step(ProposalEvent::Resolve { resolution }).ok();
        assert_eq!(stage.step(ProposalEvent::Withdraw).ok(), withdrawn, "{stage:?}");
        assert_eq!(resolve(adopt), adopted, "{stage:?}");
        assert_eq!(resolve(schedule), scheduled, "{stage:?}");
        assert_eq!(resolve(lapse), lapsed, "{stage:?}");
        for why in CONDITIONS {
            assert_eq!(resolve(Resolution::Defeated { why }), None, "{stage:?} x {why:?}");
        }
    }
}

#[test]
fn a_closed_proposal_comes_to_whatever_resolving_finds() {
    let closed = ProposalStage::Closed;
    let resolve = |resolution| closed.step(ProposalEvent::Resolve { resolution }).ok();

    assert!(closed.step(ProposalEvent::Withdraw).is_err());
    assert_eq!(resolve(Resolution::Adopted), Some(ProposalStage::Adopted));
    assert_eq!(resolve(Resolution::Scheduled), Some(ProposalStage::Scheduled));
    for why in CONDITIONS {
        let defeated = Some(ProposalStage::Defeated { why });
        assert_eq!(resolve(Resolution::Defeated { why }), defeated);
    }
}

#[test]
fn a_proposal_whose_poll_was_opened_is_not_defeated_as_one_that_nobody_opened() {
    let resolution = Resolution::Defeated { why: Defeat::Lapsed };

    assert!(ProposalStage::Closed.step(ProposalEvent::Resolve { resolution }).is_err());
}

#[test]
fn a_proposal_stands_where_its_poll_stands() {
    let of = |stage| ProposalStage::of_poll(stage);

    assert_eq!(of(PollStage::Pending), ProposalStage::Pending);
    assert_eq!(of(PollStage::Due), ProposalStage::Pending);
    assert_eq!(of(PollStage::Open), ProposalStage::Open);
    assert_eq!(of(PollStage::Closed), ProposalStage::Closed);
    assert_eq!(of(PollStage::Settled), ProposalStage::Closed);
    assert_eq!(of(PollStage::Lapsed), ProposalStage::Lapsed);
    assert_eq!(of(PollStage::Cancelled), ProposalStage::Withdrawn);
}

fn poll(opens: u64, voting: u64) -> Poll {
    let mut rules = terms(Class::Standard).rules;
    rules.voting = voting;
    Poll {
        class: Class::Standard,
        scope: Scope::Ordinary,
        rules,
        unattested_bps: 1_000,
        cap_bps: 300,
        opens,
        cancelled: false,
    }
}

fn opened_at(time: u64) -> Opening {
    Opening { snapshot: Snapshot { height: 7, time }, terms: terms(Class::Standard) }
}

#[test]
fn an_unopened_poll_is_due_for_as_long_as_voting_lasts() {
    let poll = poll(1_000, 100);

    assert_eq!(poll.stage(999), PollStage::Pending);
    assert_eq!(poll.stage(1_000), PollStage::Due);
    assert_eq!(poll.stage(1_099), PollStage::Due);
    assert_eq!(poll.stage(1_100), PollStage::Lapsed);
}

#[test]
fn a_poll_that_opens_at_the_end_of_time_does_not_overflow() {
    let poll = poll(u64::MAX, 100);

    assert_eq!(poll.stage(u64::MAX - 1), PollStage::Pending);
}

#[test]
fn a_cancelled_poll_stays_so() {
    let poll = Poll { cancelled: true, ..poll(1_000, 100) };

    assert_eq!(poll.stage(0), PollStage::Cancelled);
    assert_eq!(poll.stage(1_050), PollStage::Cancelled);
}

#[test]
fn voting_lasts_from_the_opening_and_not_from_the_day_it_might_have_opened() {
    let opening = opened_at(1_099);
    let count = Count::open(100, 1_099);

    assert_eq!(count.stage(&opening, 1_099), PollStage::Open);
    assert_eq!(count.stage(&opening, 1_198), PollStage::Open);
    assert_eq!(count.stage(&opening, 1_199), PollStage::Closed);
}
