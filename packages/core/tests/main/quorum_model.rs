//! The adaptive quorum against a model that keeps every turnout of every epoch (I18).

use std::collections::BTreeMap;

use isonomia_core::quorum::AdaptiveQuorum;
use proptest::prelude::*;

use crate::given::cases;

/// The page's sentences, one epoch after the other, nothing forgotten.
struct Model {
    turnouts: BTreeMap<u64, Vec<u64>>,
    applied: u64,
    /// The quorum and the average.
    state: (u64, u64),
}

impl Default for Model {
    fn default() -> Self {
        Model { turnouts: BTreeMap::new(), applied: 0, state: (1_500, 3_000) }
    }
}

impl Model {
    fn settle(&mut self, closed: u64, present: u64, turnout: u16) {
        let epoch = if closed < self.applied { present } else { closed };
        self.turnouts.entry(epoch).or_default().push(turnout.into());
    }

    fn open(&mut self, present: u64) {
        for (_, turnouts) in self.turnouts.range(self.applied..present) {
            let (quorum, average) = self.state;
            let average = (3 * average + turnouts.iter().max().unwrap()) / 4;
            let target = (average / 2).clamp(800, 3_500);
            let quorum = if target > quorum {
                target.min(quorum + 200)
            } else {
                target.max(quorum.saturating_sub(50))
            };
            self.state = (quorum, average);
        }
        self.applied = self.applied.max(present);
    }
}

#[derive(Clone, Debug)]
enum Event {
    /// A poll that closed so many epochs ago is settled.
    Settle { ago: u64, turnout: u16 },
    /// A poll opens.
    Open,
}

/// Each event so many epochs after the one before.
fn any_events() -> impl Strategy<Value = Vec<(u64, Event)>> {
    let turnout = prop_oneof![Just(0), Just(10_000), 0..=10_000u16];
    let event = prop_oneof![
        3 => (0..4u64, turnout).prop_map(|(ago, turnout)| Event::Settle { ago, turnout }),
        1 => Just(Event::Open),
    ];
    prop::collection::vec((0..2u64, event), 1..40)
}

proptest! {
    #![proptest_config(cases(500))]

    /// Finished epochs are applied in order before every opening; what is settled late counts in the present one.
    #[test]
    fn it_is_what_the_model_says_at_every_opening(events in any_events()) {
        let (mut quorum, mut model, mut present) = (AdaptiveQuorum::default(), Model::default(), 0);
        for (later, event) in events {
            present += later;
            match event {
                Event::Settle { ago, turnout } => {
                    let closed = present.saturating_sub(ago);
                    quorum.note(closed, present, turnout);
                    model.settle(closed, present, turnout);
                }
                Event::Open => {
                    quorum.apply_before(present);
                    model.open(present);
                    prop_assert_eq!((quorum.bps.into(), quorum.average_bps.into()), model.state);
                }
            }
        }
    }

    /// I18: within bounds, and by a step at most for every epoch that was applied.
    #[test]
    fn it_stays_within_its_bounds_and_steps(turnouts in prop::collection::vec(0..=10_000u16, 1..80)) {
        let mut quorum = AdaptiveQuorum::default();
        for (epoch, turnout) in (0..).zip(turnouts) {
            let before = quorum.bps;
            quorum.note(epoch, epoch, turnout);
            quorum.apply_before(epoch + 1);
            prop_assert!((800..=3_500).contains(&quorum.bps));
            prop_assert!(before <= quorum.bps + 50 && quorum.bps <= before + 200);
        }
    }

    /// I18: spam of quiet polls lowers nothing.
    #[test]
    fn turnouts_below_the_largest_of_their_epoch_change_nothing(
        epochs in prop::collection::vec((0..=10_000u16, prop::collection::vec(0..=10_000u16, 0..5)), 1..15),
    ) {
        let (mut spammed, mut plain) = (AdaptiveQuorum::default(), AdaptiveQuorum::default());
        for (epoch, (largest, spam)) in (0..).zip(epochs) {
            for quiet in spam.iter().filter(|quiet| **quiet <= largest) {
                spammed.note(epoch, epoch, *quiet);
            }
            spammed.note(epoch, epoch, largest);
            plain.note(epoch, epoch, largest);
        }
        spammed.apply_before(99);
        plain.apply_before(99);
        prop_assert_eq!(spammed, plain);
    }
}
