//! Readiness: who runs the DAO's front ends, nodes and services says that a release is ready. An operation that waits for
//! them is executed with five sixths of their weight, or never. Coordination, not security.

use cosmwasm_schema::cw_serde;
use cosmwasm_std::{Addr, HexBinary};

use crate::clock::is_due;
use crate::hash::SHA256_BYTES;
use crate::operation::OperationStage;
use crate::stored_as_list;

/// The most operators.
pub const MAX_OPERATORS: usize = 32;
/// The largest weight of an operator: no sum of weights comes near to an overflow.
pub const MAX_WEIGHT: u64 = 1_000_000;

/// What a proposal asks of the operators.
#[cw_serde]
#[derive(Eq)]
#[serde(deny_unknown_fields)]
pub struct ReadyBy {
    /// The first moment that is too late.
    pub until: u64,
    /// The SHA-256 of what is to be ready: of code, or of a list of checksums.
    pub checksum: HexBinary,
}

/// An operator, as an operation remembers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Operator {
    /// Who.
    pub account: Addr,
    /// What its word weighs.
    pub weight: u64,
    /// Whether it is ready.
    pub ready: bool,
}

stored_as_list!(Operator { account, weight, ready });

/// What an operation waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// The first moment that is too late.
    pub until: u64,
    /// The SHA-256 of what is to be ready.
    pub checksum: HexBinary,
    /// The operators at the moment of scheduling.
    pub operators: Vec<Operator>,
}

stored_as_list!(Readiness { until, checksum, operators });

/// How much of the operators' weight is ready.
#[cw_serde]
#[derive(Copy, Eq)]
pub struct ReadyWeight {
    /// The weight that is ready.
    pub ready_weight: u64,
    /// The least weight that is five sixths of all.
    pub needed_weight: u64,
    /// All of it.
    pub total_weight: u64,
}

/// Why readiness refuses.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ReadinessError {
    /// Not a hash.
    #[error("the checksum of readiness is a SHA-256 and has {SHA256_BYTES} bytes, not {bytes}")]
    Checksum {
        /// How many it has.
        bytes: usize,
    },
    /// Too late before it begins.
    #[error("operators are asked to be ready by a moment after {now}, not by {until}")]
    By {
        /// The moment that was given.
        until: u64,
        /// The present moment.
        now: u64,
    },
    /// More operators than there may be.
    #[error("there are at most {MAX_OPERATORS} operators, not {count}")]
    TooMany {
        /// How many were given.
        count: usize,
    },
    /// A weight that is none.
    #[error("an operator weighs 1 to {MAX_WEIGHT}, not {weight}: {account}")]
    Weight {
        /// Whose.
        account: Addr,
        /// What it weighs.
        weight: u64,
    },
    /// An operator twice.
    #[error("{account} is among the operators twice")]
    Twice {
        /// Who.
        account: Addr,
    },
    /// Somebody else.
    #[error("only an operator of this operation may do this, not {sender}")]
    NotOperator {
        /// Who tried.
        sender: Addr,
    },
    /// Something else is ready.
    #[error("the release of checksum {asked} is to be ready, not that of {given}")]
    OtherRelease {
        /// What is asked for.
        asked: HexBinary,
        /// What was said to be ready.
        given: HexBinary,
    },
    /// Too late.
    #[error("operators speak until before {until}, now it is {now}")]
    Late {
        /// The first moment that is too late.
        until: u64,
        /// The present moment.
        now: u64,
    },
    /// Nothing waits for it any more.
    #[error("nothing waits for the operators of an operation that is {stage:?}")]
    Over {
        /// Where it stands.
        stage: OperationStage,
    },
}

impl ReadyBy {
    /// Checks what a proposal asks for now.
    pub fn check(&self, now: u64) -> Result<(), ReadinessError> {
        let (until, bytes) = (self.until, self.checksum.len());
        if bytes != SHA256_BYTES {
            return Err(ReadinessError::Checksum { bytes });
        }
        if is_due(until, now) {
            return Err(ReadinessError::By { until, now });
        }
        Ok(())
    }
}

/// Checks a list of operators, each with its weight.
pub fn check_operators(operators: &[(Addr, u64)]) -> Result<(), ReadinessError> {
    if operators.len() > MAX_OPERATORS {
        return Err(ReadinessError::TooMany { count: operators.len() });
    }
    for (index, (account, weight)) in operators.iter().enumerate() {
        let (account, weight) = (account.clone(), *weight);
        if !(1..=MAX_WEIGHT).contains(&weight) {
            return Err(ReadinessError::Weight { account, weight });
        }
        if operators[..index].iter().any(|(other, _)| *other == account) {
            return Err(ReadinessError::Twice { account });
        }
    }
    Ok(())
}

impl Readiness {
    /// What an operation waits for that is scheduled now: no longer than it lives. Nobody is ready yet.
    pub fn begin(asked: &ReadyBy, operators: Vec<(Addr, u64)>, expires: u64) -> Readiness {
        let unready = |(account, weight)| Operator { account, weight, ready: false };
        let operators = operators.into_iter().map(unready).collect();
        Readiness { until: asked.until.min(expires), checksum: asked.checksum.clone(), operators }
    }

    /// How much of the weight is ready.
    pub fn weight(&self) -> ReadyWeight {
        let sum = |counts: fn(&&Operator) -> bool| {
            let counted = self.operators.iter().filter(counts);
            counted.fold(0u64, |sum, operator| sum.saturating_add(operator.weight))
        };
        let (ready, total) = (sum(|operator| operator.ready), sum(|_| true));
        // In 128 bits, so that five times of it is no overflow; five sixths are less than the whole.
        let needed = (u128::from(total) * 5).div_ceil(6) as u64;
        ReadyWeight { ready_weight: ready, needed_weight: needed, total_weight: total }
    }

    /// An operator says that it is ready, or that it is not.
    pub fn signal(
        &mut self,
        sender: &Addr,
        ready: Option<&HexBinary>,
        stage: OperationStage,
        now: u64,
    ) -> Result<(), ReadinessError> {
        let until = self.until;
        let Some(operator) = self.operators.iter_mut().find(|operator| operator.account == *sender) else {
            return Err(ReadinessError::NotOperator { sender: sender.clone() });
        };
        if !matches!(stage, OperationStage::Waiting | OperationStage::Ready) {
            return Err(ReadinessError::Over { stage });
        }
        if is_due(until, now) {
            return Err(ReadinessError::Late { until, now });
        }
        if let Some(given) = ready.filter(|given| **given != self.checksum) {
            let (asked, given) = (self.checksum.clone(), given.clone());
            return Err(ReadinessError::OtherRelease { asked, given });
        }
        operator.ready = ready.is_some();
        Ok(())
    }
}

impl ReadyWeight {
    /// Whether five sixths are ready. Of nobody nobody is.
    pub fn suffices(&self) -> bool {
        self.total_weight > 0 && self.ready_weight >= self.needed_weight
    }
}
