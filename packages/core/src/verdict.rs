//! The two keys: when a proposal passes.
//!
//! All comparisons are cross-multiplications of integers in 256 bits. Widths: power < 2^64, stake < 2^100, basis points
//! < 2^14, so the widest product, `10^4 · κ · x_u · V`, stays below 2^192.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Uint128, Uint256};

use crate::bps::WHOLE;
use crate::class::Class;
use crate::ledger::Totals;
use crate::rules::ClassRules;
use crate::stored_as_list;
use crate::tally::{Choice, Tally};
use crate::units::{Power, Stake};

/// How a poll is judged. Fixed at the snapshot.
#[cw_serde]
#[derive(Copy, Eq)]
pub enum Mode {
    /// Before the latch: stake only.
    Bootstrap,
    /// The people's key and the stake key.
    TwoKey,
    /// Registry repair after 30 days below the line: two thirds of the stake that voted, a third of all.
    StakeRepair,
    /// A new registrar after 90 days below the line: two thirds of the stake that voted, half of all.
    StakeRegistrar,
}

impl Mode {
    /// The name, as in messages.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Bootstrap => "bootstrap",
            Mode::TwoKey => "two_key",
            Mode::StakeRepair => "stake_repair",
            Mode::StakeRegistrar => "stake_registrar",
        }
    }

    /// Whether sides are stake and not power.
    pub fn is_by_stake(self) -> bool {
        self != Mode::TwoKey
    }
}

/// What a poll is judged by; nothing in it changes after the opening.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// The class of the proposal.
    pub class: Class,
    /// The rules of that class when the proposal was made.
    pub rules: ClassRules,
    /// κ, in basis points.
    pub unattested_bps: u16,
    /// How the poll is judged.
    pub mode: Mode,
    /// V, X and n at the snapshot.
    pub totals: Totals,
    /// `max(X, X_min)`: what shares of all stake are taken of.
    pub stake_base: Stake,
    /// The quorum, fixed at the opening, in basis points.
    pub quorum_bps: u16,
    /// The cap of a delegate's power in this poll.
    pub cap: Power,
}

stored_as_list!(Terms { class, rules(ClassRules::to_list, ClassRules::from_list), unattested_bps, mode, totals, stake_base, quorum_bps, cap });

/// Every condition of a verdict.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct Conditions {
    /// V > 0 and the approval quorum.
    pub quorum: bool,
    /// The people's key (or the stake's majority, where only stake judges).
    pub threshold: bool,
    /// The stake key, relative to the stake that voted.
    pub stake_relative: bool,
    /// The stake key, of all stake.
    pub stake_support: bool,
    /// The head-count.
    pub head_count: bool,
}

impl Conditions {
    /// Whether all of them hold.
    pub fn pass(&self) -> bool {
        self.quorum && self.threshold && self.stake_relative && self.stake_support && self.head_count
    }
}

/// An exact non-negative rational: a side of the people's key. Both sides of a poll share the denominator.
pub(crate) struct Side {
    pub(crate) numerator: Uint256,
    pub(crate) denominator: Uint256,
}

impl Terms {
    /// Judges a tally.
    pub fn judge(&self, tally: &Tally) -> Conditions {
        match self.mode {
            Mode::TwoKey => self.judge_by_two_keys(tally),
            Mode::Bootstrap => self.judge_by_stake(tally),
            Mode::StakeRepair => self.judge_repair(tally, 3),
            Mode::StakeRegistrar => self.judge_repair(tally, 2),
        }
    }

    /// The floor of a side; verdicts never use it.
    pub fn side_floor(&self, tally: &Tally, choice: Choice) -> Uint128 {
        let side = self.side(tally, choice);
        Uint128::try_from(side.numerator / side.denominator).unwrap_or(Uint128::MAX)
    }

    fn judge_by_two_keys(&self, tally: &Tally) -> Conditions {
        let whole = self.totals.power.wide();
        Conditions {
            quorum: !whole.is_zero() && at_least(tally.yes.power.wide(), self.quorum_bps, whole),
            threshold: self.threshold(tally),
            stake_relative: self.stake_relative(tally),
            stake_support: self.stake_support(tally),
            head_count: tally.heads >= self.heads_needed(),
        }
    }

    /// Bootstrap is linear, never a naive root: sides are stake, and so is the quorum.
    fn judge_by_stake(&self, tally: &Tally) -> Conditions {
        let third = self.class != Class::Critical || holds_share(tally, 3, self.stake_base);
        Conditions {
            quorum: at_least(tally.yes.stake.wide(), self.quorum_bps, self.stake_base.wide()),
            threshold: self.threshold(tally),
            stake_relative: self.stake_relative(tally),
            stake_support: self.stake_support(tally) && third,
            head_count: true,
        }
    }

    /// `3·Y_x > 2·(Y_x + N_x)` and `share·Y_x ≥ max(X, X_min)`.
    fn judge_repair(&self, tally: &Tally, share: u64) -> Conditions {
        let (yes, no) = (tally.yes.stake.wide(), tally.no.stake.wide());
        Conditions {
            quorum: true,
            threshold: Uint256::from(3u64) * yes > Uint256::from(2u64) * (yes + no),
            stake_relative: true,
            stake_support: holds_share(tally, share, self.stake_base),
            head_count: true,
        }
    }

    /// `side(Y) > τ·(side(Y) + side(N))`, strict: a tie fails.
    fn threshold(&self, tally: &Tally) -> bool {
        let yes = self.side(tally, Choice::Yes).numerator;
        let no = self.side(tally, Choice::No).numerator;
        yes * Uint256::from(WHOLE) > bps(self.rules.threshold_bps) * (yes + no)
    }

    /// `Y_x ≥ θ·(Y_x + N_x)`
    fn stake_relative(&self, tally: &Tally) -> bool {
        let (yes, no) = (tally.yes.stake.wide(), tally.no.stake.wide());
        at_least(yes, self.rules.stake_key_bps, yes + no)
    }

    /// `Y_x ≥ g·max(X, X_min)`
    fn stake_support(&self, tally: &Tally) -> bool {
        at_least(tally.yes.stake.wide(), self.rules.stake_support_bps, self.stake_base.wide())
    }

    /// `min(h, max(3, floor(n/5)))`
    pub fn heads_needed(&self) -> u64 {
        u64::from(self.rules.head_count).min((self.totals.attested / 5).max(3))
    }

    /// `side(c) = c_w + κ·min(c_xu·V/X, c_w)/(1−κ)`; the second term is 0 where X = 0. By stake: `c_x`.
    ///
    /// Exact: numerator `c_w·(1−κ)·X + κ·min(c_xu·V, c_w·X)`, denominator `(1−κ)·X`.
    pub(crate) fn side(&self, tally: &Tally, choice: Choice) -> Side {
        let cast = tally.of(choice);
        let all_stake = self.totals.stake.wide();
        if self.mode.is_by_stake() {
            return Side { numerator: cast.stake.wide(), denominator: Uint256::one() };
        }
        if all_stake.is_zero() {
            return Side { numerator: cast.power.wide(), denominator: Uint256::one() };
        }
        let attested_share = Uint256::from(WHOLE) - bps(self.unattested_bps);
        let own = cast.power.wide() * all_stake;
        let amplified = (cast.unattested.wide() * self.totals.power.wide()).min(own);
        Side {
            numerator: own * attested_share + amplified * bps(self.unattested_bps),
            denominator: attested_share * all_stake,
        }
    }
}

fn bps(ratio: u16) -> Uint256 {
    Uint256::from(u64::from(ratio))
}

/// `part ≥ ratio · whole`
fn at_least(part: Uint256, ratio: u16, whole: Uint256) -> bool {
    part * Uint256::from(WHOLE) >= bps(ratio) * whole
}

/// `share · Y_x ≥ base`
fn holds_share(tally: &Tally, share: u64, base: Stake) -> bool {
    tally.yes.stake.wide() * Uint256::from(share) >= base.wide()
}
