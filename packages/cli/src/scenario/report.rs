//! From what voting answers to what a scenario reports.

use cosmwasm_std::Uint128;
use isonomia_api::voting::{OpenedPoll, Weight};

use super::{Amount, CastReport, ClassName, ConditionsReport, PollReport, TallyReport};

/// The report of a poll that has opened.
pub fn poll(class: ClassName, opened: &OpenedPoll) -> PollReport {
    let conditions = &opened.conditions;
    PollReport {
        class,
        tally: TallyReport {
            yes: cast(&opened.tally.yes),
            no: cast(&opened.tally.no),
            abstain: cast(&opened.tally.abstain),
        },
        total_power: amount(opened.totals.power),
        total_stake: amount(opened.totals.stake),
        yes_side: amount(opened.yes_side),
        no_side: amount(opened.no_side),
        conditions: ConditionsReport {
            quorum: conditions.quorum,
            threshold: conditions.threshold,
            stake_relative: conditions.stake_relative,
            stake_support: conditions.stake_support,
            head_count: conditions.head_count,
        },
        passes: opened.passes,
    }
}

fn cast(weight: &Weight) -> CastReport {
    CastReport {
        power: amount(weight.power),
        stake: amount(weight.stake),
        unattested_stake: amount(weight.unattested_stake),
    }
}

fn amount(amount: Uint128) -> Amount {
    Amount(amount.u128())
}
