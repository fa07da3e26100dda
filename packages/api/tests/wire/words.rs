//! The words that messages and answers share: classes, stages, choices, assets.

use isonomia_api::asset::Asset;
use isonomia_core::class::{Class, Scope};
use isonomia_core::operation::OperationStage;
use isonomia_core::poll::{PollStage, Snapshot};
use isonomia_core::proposal::{Defeat, ProposalStage};
use isonomia_core::rules::Quorum;
use isonomia_core::tally::Choice;
use isonomia_core::verdict::{Conditions, Mode};
use serde_json::{json, Value};

use crate::given::{cw20, native, pin, pin_all, pin_messages, rules, rules_json, variants, Variants, Wire};

variants!(Asset: Native, Cw20);
variants!(Class: Signal, Standard, Critical, Emergency);
variants!(Scope: Ordinary, CancelOrPause, Repair, Registrar, Guardian);
variants!(Choice: Yes, No, Abstain);
variants!(Mode: Bootstrap, TwoKey, StakeRepair, StakeRegistrar);
variants!(Quorum: Fixed, Adaptive);
variants!(PollStage: Pending, Due, Lapsed, Cancelled, Open, Closed, Settled);
variants!(ProposalStage: Pending, Open, Closed, Lapsed, Withdrawn, Defeated, Adopted, Scheduled);
variants!(Defeat: Lapsed, Quorum, Threshold, StakeRelative, StakeSupport, HeadCount, Policy, Late);
variants!(OperationStage: Waiting, Ready, Executed, Expired, Cancelled);

/// Pins an enum whose variants are bare words.
#[track_caller]
pub fn pin_words<T: Wire + Variants, const N: usize>(words: [(T, &str); N]) {
    pin_all(words.into_iter().map(|(value, word)| (value, Value::from(word))).collect());
}

#[test]
fn assets() {
    pin_messages(
        vec![
            (native("uiso"), json!({"native": {"denom": "uiso"}})),
            (cw20("token"), json!({"cw20": {"contract": "token"}})),
        ],
        &[],
    );
}

#[test]
fn classes_and_scopes() {
    pin_words([
        (Class::Signal, "signal"),
        (Class::Standard, "standard"),
        (Class::Critical, "critical"),
        (Class::Emergency, "emergency"),
    ]);
    pin_words([
        (Scope::Ordinary, "ordinary"),
        (Scope::CancelOrPause, "cancel_or_pause"),
        (Scope::Repair, "repair"),
        (Scope::Registrar, "registrar"),
        (Scope::Guardian, "guardian"),
    ]);
    for class in Class::ALL {
        pin(class, class.name().into());
    }
}

#[test]
fn choices_and_modes() {
    pin_words([(Choice::Yes, "yes"), (Choice::No, "no"), (Choice::Abstain, "abstain")]);
    for choice in [Choice::Yes, Choice::No, Choice::Abstain] {
        pin(choice, choice.name().into());
    }
    pin_words([
        (Mode::Bootstrap, "bootstrap"),
        (Mode::TwoKey, "two_key"),
        (Mode::StakeRepair, "stake_repair"),
        (Mode::StakeRegistrar, "stake_registrar"),
    ]);
}

#[test]
fn stages() {
    pin_words([
        (PollStage::Pending, "pending"),
        (PollStage::Due, "due"),
        (PollStage::Lapsed, "lapsed"),
        (PollStage::Cancelled, "cancelled"),
        (PollStage::Open, "open"),
        (PollStage::Closed, "closed"),
        (PollStage::Settled, "settled"),
    ]);
    pin_all(vec![
        (ProposalStage::Pending, json!("pending")),
        (ProposalStage::Open, json!("open")),
        (ProposalStage::Closed, json!("closed")),
        (ProposalStage::Lapsed, json!("lapsed")),
        (ProposalStage::Withdrawn, json!("withdrawn")),
        (ProposalStage::Defeated { why: Defeat::Quorum }, json!({"defeated": {"why": "quorum"}})),
        (ProposalStage::Adopted, json!("adopted")),
        (ProposalStage::Scheduled, json!("scheduled")),
    ]);
    pin_words([
        (OperationStage::Waiting, "waiting"),
        (OperationStage::Ready, "ready"),
        (OperationStage::Executed, "executed"),
        (OperationStage::Expired, "expired"),
        (OperationStage::Cancelled, "cancelled"),
    ]);
}

#[test]
fn defeats() {
    pin_words([
        (Defeat::Lapsed, "lapsed"),
        (Defeat::Quorum, "quorum"),
        (Defeat::Threshold, "threshold"),
        (Defeat::StakeRelative, "stake_relative"),
        (Defeat::StakeSupport, "stake_support"),
        (Defeat::HeadCount, "head_count"),
        (Defeat::Policy, "policy"),
        (Defeat::Late, "late"),
    ]);
}

#[test]
fn the_rules() {
    pin_messages(
        vec![
            (Quorum::Fixed { bps: 800 }, json!({"fixed": {"bps": 800}})),
            (Quorum::Adaptive { scale_bps: 15_000 }, json!({"adaptive": {"scale_bps": 15000}})),
        ],
        &[],
    );
    pin(rules(), rules_json());
}

#[test]
fn a_snapshot_and_the_conditions() {
    pin(Snapshot { height: 7, time: 900 }, json!({"height": 7, "time": 900}));
    pin(
        Conditions {
            quorum: true,
            threshold: false,
            stake_relative: true,
            stake_support: false,
            head_count: true,
        },
        json!({
            "quorum": true, "threshold": false, "stake_relative": true, "stake_support": false, "head_count": true
        }),
    );
}
