//! What the stories start from: a token of six decimals, named accounts, the terms of an ordinary vote.

use cosmwasm_std::Addr;
use isonomia_core::account::{Account, Role};
use isonomia_core::class::Class;
use isonomia_core::clock::{Day, ORDINARY_DAY};
use isonomia_core::contribution::Contribution;
use isonomia_core::ledger::Totals;
use isonomia_core::rules::{Quorum, Rules};
use isonomia_core::tally::Tally;
use isonomia_core::units::{Power, Stake};
use isonomia_core::verdict::{Mode, Terms};
use isonomia_core::weight::Curve;
use proptest::prelude::ProptestConfig;

pub const DAY: Day = Day(ORDINARY_DAY);
/// A default season.
pub const SEASON: u64 = 90 * ORDINARY_DAY;
/// One token in base units.
pub const TOKEN: u128 = 1_000_000;

/// That many random cases, none of them written to disk.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// K = 10^6 and a floor stake of one token: power reads as √tokens with six decimals.
pub fn curve() -> Curve {
    Curve { scale: 1_000_000, floor: Stake::new(TOKEN) }
}

pub fn who(name: &str) -> Addr {
    Addr::unchecked(name)
}

pub fn brings(power: u64, stake: u128, unattested: u128) -> Contribution {
    Contribution { power: Power(power), stake: Stake::new(stake), unattested: Stake::new(unattested) }
}

pub fn stranger(stake: u128) -> Account {
    Account { stake: Stake::new(stake), ..Account::default() }
}

pub fn person(stake: u128) -> Account {
    Account { attested: Some(u64::MAX), ..stranger(stake) }
}

/// An attested delegate of one token, in its first generation.
pub fn delegate(since: u64) -> Account {
    Account { generation: 1, role: Role::Delegate { since }, ..person(TOKEN) }
}

pub fn totals(power: u64, stake: u128, attested: u64) -> Totals {
    Totals { power: Power(power), stake: Stake::new(stake), attested }
}

/// The default rules of a class, judged by two keys: V = 1 000 000, X = 1 000 000 000, n = 100.
pub fn terms(class: Class) -> Terms {
    let rules = Rules::standard(DAY).of(class).clone();
    let quorum_bps = match rules.quorum {
        Quorum::Fixed { bps } => bps,
        Quorum::Adaptive { .. } => 1_500,
    };
    Terms {
        class,
        rules,
        unattested_bps: 1_000,
        mode: Mode::TwoKey,
        totals: totals(1_000_000, 1_000_000_000, 100),
        stake_base: Stake::new(1_000_000_000),
        quorum_bps,
        cap: Power(50_000),
    }
}

pub fn by_stake(class: Class, mode: Mode) -> Terms {
    Terms { mode, ..terms(class) }
}

/// Five heads said Yes.
pub fn tally(yes: Contribution, no: Contribution) -> Tally {
    Tally { yes, no, heads: 5, ..Tally::default() }
}
