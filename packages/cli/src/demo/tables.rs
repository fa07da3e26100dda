//! The tables at the end of the story.

use comfy_table::{presets::UTF8_FULL_CONDENSED, CellAlignment, Table};
use isonomia_api::voting::OpenedPoll;

use super::electorate::{Electorate, Staker};
use super::rivals::Count;
use super::whale::{Whale, RENTED};

/// How one proposal was judged by each rule.
pub struct Judged {
    /// By one token, one vote.
    pub token: Count,
    /// By the plain root of every account.
    pub root: Count,
    /// By two keys.
    pub opened: OpenedPoll,
}

struct Group {
    name: &'static str,
    accounts: usize,
    stake: u128,
    power: u128,
    root: u128,
}

/// Who held what share of stake and of power when the last poll opened.
pub fn shares(electorate: &Electorate, whale: &Whale) -> Table {
    let all = &electorate.stakers;
    let groups = [
        group("largest holders, no face", all[..3.min(all.len())].iter().map(holding)),
        group("attested persons", all.iter().filter(|staker| staker.attested).map(holding)),
        group("everyone else", all.iter().skip(3).filter(|staker| !staker.attested).map(holding)),
        group("the whale: rented persons", whale.wallets[..RENTED].iter().map(|(_, stake)| (*stake, true))),
        group("the whale: plain wallets", whale.wallets[RENTED..].iter().map(|(_, stake)| (*stake, false))),
    ];
    let sum = |of: fn(&Group) -> u128| groups.iter().map(of).sum::<u128>();
    let (stake, root, power) = (sum(|group| group.stake), sum(|group| group.root), sum(|group| group.power));
    let mut table = table(["who", "accounts", "of the stake", "of plain √", "of the people's key"]);
    for group in &groups {
        let shares = [percent(group.stake, stake), percent(group.root, root), percent(group.power, power)];
        let [stake, root, power] = shares;
        table.add_row([group.name.to_string(), group.accounts.to_string(), stake, root, power]);
    }
    table
}

/// What each rule says of both proposals.
pub fn verdicts(spend: &Judged, farm: &Judged) -> Table {
    let mut table = table(["rule", "the spend", "for", "the whale's proposal", "for"]);
    let plain = |count: &Count| (word(count.passes()), format!("{:.1} %", count.percent()));
    let keys = |opened: &OpenedPoll| {
        let (yes, no) = (opened.yes_side.u128(), opened.no_side.u128());
        (word(opened.passes), format!("{:.1} %", Count { yes, no }.percent()))
    };
    let rows = [
        ("one token, one vote", plain(&spend.token), plain(&farm.token)),
        ("plain √ of every account", plain(&spend.root), plain(&farm.root)),
        ("two keys", keys(&spend.opened), keys(&farm.opened)),
    ];
    for (rule, (spend, spend_share), (farm, farm_share)) in rows {
        table.add_row([rule.to_string(), spend, spend_share, farm, farm_share]);
    }
    table
}

/// Every condition of the two keys, for both proposals.
pub fn conditions(spend: &OpenedPoll, farm: &OpenedPoll) -> Table {
    let mut table = table(["condition", "what it asks", "the spend", "", "the whale's proposal", ""]);
    let rows = facts(spend).into_iter().zip(facts(farm));
    for ((name, asks, spend, spend_holds), (_, _, farm, farm_holds)) in rows {
        table.add_row([name, &asks, &spend, mark(spend_holds), &farm, mark(farm_holds)]);
    }
    table
}

/// Name, requirement, figure, and whether the condition holds.
fn facts(opened: &OpenedPoll) -> [(&'static str, String, String, bool); 5] {
    let (tally, holds) = (&opened.tally, &opened.conditions);
    let (yes_side, no_side) = (opened.yes_side.u128(), opened.no_side.u128());
    let (yes, no) = (tally.yes.stake.u128(), tally.no.stake.u128());
    let quorum = f64::from(opened.quorum_bps) / 100.0;
    let share = |count: Count| format!("{:.1} %", count.percent());
    let of = |part: u128, whole: u128| percent(part, whole);
    let yes_power = tally.yes.power.u128();
    [
        (
            "quorum",
            format!("persons for: ≥ {quorum} % of power"),
            of(yes_power, opened.totals.power.u128()),
            holds.quorum,
        ),
        (
            "threshold",
            "people's key: > 60 %".to_string(),
            share(Count { yes: yes_side, no: no_side }),
            holds.threshold,
        ),
        (
            "stake_relative",
            "stake that voted: ≥ 50 %".to_string(),
            share(Count { yes, no }),
            holds.stake_relative,
        ),
        (
            "stake_support",
            "all stake: ≥ 5 %".to_string(),
            of(yes, opened.stake_base.u128()),
            holds.stake_support,
        ),
        (
            "head_count",
            format!("persons for: ≥ {}", opened.heads_needed),
            tally.heads.to_string(),
            holds.head_count,
        ),
    ]
}

fn holding(staker: &Staker) -> (u128, bool) {
    (staker.stake, staker.attested)
}

fn group(name: &'static str, holdings: impl Iterator<Item = (u128, bool)>) -> Group {
    let mut group = Group { name, accounts: 0, stake: 0, power: 0, root: 0 };
    for (stake, attested) in holdings {
        let curve = isonomia_core::weight::Curve {
            scale: 1_000_000,
            floor: isonomia_core::units::Stake::new(1_000_000),
        };
        group.accounts += 1;
        group.stake += stake;
        group.root += (stake * 1_000_000).isqrt();
        if attested {
            group.power += u128::from(curve.power(isonomia_core::units::Stake::new(stake)).0);
        }
    }
    group
}

/// A table with a frame; all columns but the first are of figures.
pub(crate) fn table<const N: usize>(header: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_preset(UTF8_FULL_CONDENSED).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn percent(part: u128, whole: u128) -> String {
    match whole {
        0 => "–".to_string(),
        _ => format!("{:.1} %", 100.0 * part as f64 / whole as f64),
    }
}

fn word(passes: bool) -> String {
    if passes { "passes" } else { "refused" }.to_string()
}

fn mark(holds: bool) -> &'static str {
    if holds {
        "✓"
    } else {
        "✗"
    }
}
