//! The laws: random scenarios through the real contracts, beside a naive model that was written from the text alone.
//!
//! After every step both must agree on V, X, n and on every account's stake and power (I1, I14), on whether the step is
//! refused, and in the end on every tally, side, condition and verdict (I2, I4, I6, I7, I9, I18, I19, I20). What is asked
//! by index says what the accounts and ballots say, and `MayVote` foretells every vote. A failure prints the scenario: it
//! is a file for `isonomia run`.

mod indexed;

use cosmwasm_std::Addr;
use cw4::Cw4Contract;
use isonomia_cli::scenario::{
    Account, AccountAmount, Advance, Amount, ChoiceName, ClassName, ClassParams, Classes, Close, Delegate,
    Open, Params, Part, Runner, Scenario, Step, Vote,
};
use isonomia_embedded::Dao;
use isonomia_tests::model::Model;
use proptest::prelude::*;

const NAMES: [&str; 7] = ["ann", "bob", "cat", "dan", "eve", "fay", "gus"];
const POLLS: [&str; 6] = ["p1", "p2", "p3", "p4", "p5", "p6"];
const DAY: u64 = 86_400;

/// 160 scenarios of 80 steps on the average: more than 10^4 steps.
const CASES: u32 = 160;

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(&NAMES[..]).prop_map(str::to_string)
}

fn poll() -> impl Strategy<Value = String> {
    prop::sample::select(&POLLS[..]).prop_map(str::to_string)
}

fn account() -> impl Strategy<Value = Account> {
    name().prop_map(|account| Account { account })
}

/// Amounts around the floor stake, ordinary ones, dust, nothing, and the widest.
fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => 1_000_000u128..1_000_000_000,
        3 => 999_990u128..1_000_010,
        2 => 1u128..100,
        1 => Just(0u128),
        1 => (1u128 << 90)..(1u128 << 99),
    ]
    .prop_map(Amount)
}

fn part() -> impl Strategy<Value = Part> {
    let bps = prop_oneof![4 => 1u64..10_001, 2 => Just(10_000u64), 2 => Just(3_333u64), 1 => Just(0u64)];
    (name(), bps).prop_map(|(delegate, bps)| Part { delegate, bps })
}

fn delegation() -> impl Strategy<Value = Delegate> {
    let to = prop_oneof![4 => prop::collection::vec(part(), 1..2), 2 => prop::collection::vec(part(), 0..4)];
    (name(), to).prop_map(|(account, to)| Delegate { account, to })
}

fn class() -> impl Strategy<Value = ClassName> {
    prop_oneof![
        1 => Just(ClassName::Signal),
        4 => Just(ClassName::Standard),
        2 => Just(ClassName::Critical),
        1 => Just(ClassName::Emergency),
    ]
}

fn choice() -> impl Strategy<Value = ChoiceName> {
    prop_oneof![5 => Just(ChoiceName::Yes), 3 => Just(ChoiceName::No), 1 => Just(ChoiceName::Abstain)]
}

/// Seconds that land on the boundaries of polls, of the late window and of seasons.
fn seconds() -> impl Strategy<Value = u64> {
    prop_oneof![
        4 => (0u64..8).prop_map(|days| days * DAY),
        2 => 0u64..2 * DAY,
        2 => (6u64..7).prop_map(|days| days * DAY - 1),
        1 => Just(30 * DAY),
        1 => Just(90 * DAY),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (name(), amount()).prop_map(|(account, amount)| Step::Stake(AccountAmount { account, amount })),
        2 => (name(), amount()).prop_map(|(account, amount)| Step::Unstake(AccountAmount { account, amount })),
        6 => account().prop_map(Step::Attest),
        1 => account().prop_map(Step::Revoke),
        5 => account().prop_map(Step::RegisterDelegate),
        1 => account().prop_map(Step::ResignDelegate),
        10 => delegation().prop_map(Step::Delegate),
        1 => account().prop_map(Step::Undelegate),
        3 => seconds().prop_map(|seconds| Step::Advance(Advance { seconds })),
        4 => (poll(), class()).prop_map(|(poll, class)| Step::Open(Open { poll, class, decisions: vec![], upgrade: None })),
        24 => (poll(), name(), choice()).prop_map(|(poll, account, choice)| Step::Vote(Vote { poll, account, choice })),
        2 => poll().prop_map(|poll| Step::Close(Close { poll })),
    ]
}

/// A crowd that makes the cap bind: with n persons the cap is never below 5/n of all power.
fn crowd() -> impl Strategy<Value = Vec<Step>> {
    let size = prop_oneof![2 => Just(0usize), 3 => Just(24usize)];
    (size, 1_000_000u128..20_000_000).prop_map(|(size, stake)| {
        let settle = |index| {
            let account = format!("crowd {index}");
            let stake = Step::Stake(AccountAmount { account: account.clone(), amount: Amount(stake) });
            [stake, Step::Attest(Account { account })]
        };
        (0..size).flat_map(settle).collect()
    })
}

/// Stakes and persons first, or most of what follows would be refused.
fn beginning() -> impl Strategy<Value = Vec<Step>> {
    let settled = (1_000_000u128..500_000_000, prop::bool::weighted(0.8), prop::bool::weighted(0.5));
    prop::collection::vec(settled, NAMES.len()).prop_map(|settled| {
        let settle = |(name, (stake, attested, delegate)): (&&str, (u128, bool, bool))| {
            let account = name.to_string();
            let mut steps =
                vec![Step::Stake(AccountAmount { account: account.clone(), amount: Amount(stake) })];
            steps.extend(attested.then(|| Step::Attest(Account { account: account.clone() })));
            steps.extend((attested && delegate).then_some(Step::RegisterDelegate(Account { account })));
            steps
        };
        NAMES.iter().zip(settled).flat_map(settle).collect()
    })
}

fn class_params(grave: bool) -> impl Strategy<Value = ClassParams> {
    let (theta, support, quorum, heads) = if grave { (3_333, 200, 1_000, 3) } else { (0, 0, 800, 0) };
    (
        prop::option::of(5_000u64..=7_500),
        prop::option::of(theta..=5_000u64),
        prop::option::of(support..=1_000u64),
        prop::option::of(quorum..=3_500u64),
        prop::option::of(prop_oneof![3 => heads..=3u64, 1 => heads..=25]),
    )
        .prop_map(|(tau_bps, theta_bps, support_bps, quorum_bps, head_count)| ClassParams {
            tau_bps,
            theta_bps,
            support_bps,
            quorum_bps,
            head_count,
            ..ClassParams::default()
        })
}

fn params() -> impl Strategy<Value = Params> {
    let classes =
        (class_params(false), class_params(false), class_params(true), class_params(true)).prop_map(
            |(signal, standard, critical, emergency)| Classes { signal, standard, critical, emergency },
        );
    (
        prop::option::of(prop_oneof![Just(1u128), Just(1_000_000u128), 1u128..1_000_000]),
        prop::option::of(prop_oneof![Just(1u128), 1u128..100_000_000]),
        prop::option::of(0u64..=2_500),
        prop::option::of(100u64..=1_000),
        prop::option::of(30 * DAY..=180 * DAY),
        prop_oneof![3 => Just(Some(0u64)), 2 => Just(Some(3)), 1 => Just(None)],
        prop::option::of(0u128..2_000_000_000),
        classes,
    )
        .prop_map(|(k, floor, kappa_bps, cap_bps, season_seconds, min_attested, least, classes)| {
            Params {
                k: k.map(Amount),
                floor_stake: floor.map(Amount),
                kappa_bps,
                cap_bps,
                season_seconds,
                unbonding_seconds: None,
                min_attested,
                min_total_stake: least.map(Amount),
                classes,
            }
        })
}

fn ballots(poll: String, count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((name(), choice()), count).prop_map(move |ballots| {
        let ballot = |(account, choice)| Step::Vote(Vote { poll: poll.clone(), account, choice });
        ballots.into_iter().map(ballot).collect()
    })
}

/// A delegate that gets something, and resigns, is revoked, or comes back, before or after a poll opens.
fn faithless() -> impl Strategy<Value = Vec<Step>> {
    let turns = prop::collection::vec(0..5usize, 0..4);
    (name(), delegation(), turns, any::<bool>(), poll(), class()).prop_flat_map(
        |(dan, mut delegation, turns, after, poll, class)| {
            delegation.to = vec![Part { delegate: dan.clone(), bps: 10_000 }];
            let account = || Account { account: dan.clone() };
            let turn = |turn: &usize| match turn {
                0 => Step::ResignDelegate(account()),
                1 => Step::Revoke(account()),
                2 => Step::Attest(account()),
                3 => Step::Advance(Advance { seconds: 89 * DAY }),
                _ => Step::RegisterDelegate(account()),
            };
            let turns: Vec<Step> = turns.iter().map(turn).collect();
            let open = vec![Step::Open(Open { poll: poll.clone(), class, decisions: vec![], upgrade: None })];
            let before = vec![
                Step::Undelegate(account()),
                Step::Attest(account()),
                Step::RegisterDelegate(account()),
                Step::Delegate(delegation.clone()),
            ];
            let own = [&dan, &delegation.account].map(|account| {
                let choice = ChoiceName::Yes;
                Step::Vote(Vote { poll: poll.clone(), account: account.clone(), choice })
            });
            let middle = if after { [open, turns].concat() } else { [turns, open].concat() };
            let steps = [before, middle, own.to_vec()].concat();
            ballots(poll, 0..6).prop_map(move |ballots| [steps.clone(), ballots].concat())
        },
    )
}

/// A poll whose ballots come in the last hours, again and again, so that its close moves.
fn suspense() -> impl Strategy<Value = Vec<Step>> {
    poll().prop_flat_map(|poll| {
        let hour = |seconds| Step::Advance(Advance { seconds });
        let rounds = (ballots(poll.clone(), 4..9), ballots(poll.clone(), 4..9), ballots(poll.clone(), 4..12));
        let open = Step::Open(Open {
            poll: poll.clone(),
            class: ClassName::Signal,
            decisions: vec![],
            upgrade: None,
        });
        rounds.prop_map(move |(first, second, third)| {
            let late = [vec![open.clone(), hour(4 * DAY)], first, vec![hour(DAY - 1)], second];
            [late.concat(), vec![hour(DAY)], third].concat()
        })
    })
}

/// Whole polls in one epoch and the next, so that the quorum moves.
fn season() -> impl Strategy<Value = Vec<Step>> {
    (poll(), poll(), ballots("p5".to_string(), 1..6)).prop_flat_map(|(first, second, third)| {
        let open = |poll: &String| {
            Step::Open(Open {
                poll: poll.clone(),
                class: ClassName::Standard,
                decisions: vec![],
                upgrade: None,
            })
        };
        let close = |poll: &String| Step::Close(Close { poll: poll.clone() });
        let opens = vec![open(&first), open(&second)];
        let closes = vec![
            close(&first),
            close(&second),
            Step::Advance(Advance { seconds: 14 * DAY }),
            open(&"p5".to_string()),
        ];
        let rounds = (ballots(first, 0..7), ballots(second, 0..7));
        rounds.prop_map(move |(some, others)| {
            [opens.clone(), some, others, closes.clone(), third.clone()].concat()
        })
    })
}

/// What happens after the beginning: single steps, and sequences that single steps rarely find.
fn course() -> impl Strategy<Value = Vec<Step>> {
    let single = step().prop_map(|step| vec![step]);
    let part = prop_oneof![24 => single, 2 => faithless(), 1 => suspense(), 1 => season()];
    prop::collection::vec(part, 15..60).prop_map(|parts| parts.concat())
}

/// What may happen to a DAO.
pub fn scenario() -> impl Strategy<Value = Scenario> {
    (params(), beginning(), crowd(), course()).prop_map(|(params, beginning, crowd, steps)| {
        let steps = [beginning, crowd, steps].concat();
        Scenario { params, steps }
    })
}

/// Both runs, step by step.
fn compare(scenario: &Scenario) -> Result<(), String> {
    let mut runner = Runner::new(scenario).map_err(|error| error.to_string())?;
    let mut model = Model::new(&scenario.params)?;
    for (index, step) in scenario.steps.iter().enumerate() {
        let foretold = indexed::foretold(&runner, step);
        let (real, naive) = (runner.step(step), model.step(step));
        if foretold.is_some_and(|foretold| foretold != real) {
            return Err(format!("step {index} {step:?}: {real:?}, which was not foretold"));
        }
        if real.is_ok() != naive.is_ok() {
            return Err(format!("step {index} {step:?}: contracts say {real:?}, the model says {naive:?}"));
        }
        let mut agree = compare_totals(&runner, &model).and_then(|()| mirrored(runner.dao()));
        if index % 32 == 31 {
            agree = agree.and_then(|()| indexed::indexed(&runner, &NAMES));
        }
        agree.map_err(|why| format!("after step {index} {step:?}: {why}"))?;
    }
    let (real, naive) = (runner.reports().map_err(|error| error.to_string())?, model.report());
    if real != naive {
        return Err(format!("contracts: {real:#?}\nmodel: {naive:#?}"));
    }
    indexed::indexed(&runner, &NAMES)?;
    conserved(&real)
}

fn compare_totals(runner: &Runner, model: &Model) -> Result<(), String> {
    let totals = runner.dao().totals().map_err(|error| error.to_string())?;
    let real = (totals.power.u128(), totals.stake.u128(), totals.attested);
    let naive = (model.total_power(), model.total_stake(), model.attested());
    if real != naive {
        return Err(format!("V, X, n are {real:?}, the model says {naive:?}"));
    }
    for name in NAMES {
        let own = runner.dao().account(&runner.addr(name)).map_err(|error| error.to_string())?.own;
        let (real, naive) = ((own.power.u128(), own.stake.u128()), (model.power(name), model.stake(name)));
        if real != naive {
            return Err(format!("{name} has {real:?}, the model says {naive:?}"));
        }
    }
    Ok(())
}

/// The keys of a cw4 group mirror the history: members are those with power, and their weights sum up to V.
fn mirrored(dao: &Dao) -> Result<(), String> {
    let said = |error: cosmwasm_std::StdError| error.to_string();
    let (group, chain) = (Cw4Contract(dao.contracts.voting.clone()), dao.app.wrap());
    let members = group.list_members(&chain, None, Some(100)).map_err(said)?;
    for member in &members {
        let who = Addr::unchecked(&member.addr);
        let key = group.is_member(&chain, &who, None).map_err(said)?;
        let history = dao.account(&who).map_err(|error| error.to_string())?.own.power.u128();
        if member.weight == 0 || key != Some(member.weight) || history != u128::from(member.weight) {
            return Err(format!("{member:?} has {key:?} under its key and {history} in its history"));
        }
    }
    let sum: u128 = members.iter().map(|member| u128::from(member.weight)).sum();
    let key = group.total_weight(&chain).map_err(said)?;
    let history = dao.totals().map_err(|error| error.to_string())?.power.u128();
    if sum != history || u128::from(key) != history {
        return Err(format!(
            "members weigh {sum}, the total is {key} under its key and {history} in its history"
        ));
    }
    Ok(())
}

/// I5: what is cast never exceeds what there is.
fn conserved(
    polls: &std::collections::BTreeMap<String, isonomia_cli::scenario::PollReport>,
) -> Result<(), String> {
    for (name, poll) in polls {
        let tally = &poll.tally;
        let power = tally.yes.power.0 + tally.no.power.0 + tally.abstain.power.0;
        let stake = tally.yes.stake.0 + tally.no.stake.0 + tally.abstain.stake.0;
        if power > poll.total_power.0 || stake > poll.total_stake.0 {
            return Err(format!("{name} casts {power} and {stake}, more than there is"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_contracts_are_what_the_text_says(scenario in scenario()) {
        if let Err(why) = compare(&scenario) {
            let file = serde_json::to_string(&scenario).unwrap_or_default();
            prop_assert!(false, "{why}\nas a file for `isonomia run`:\n{file}");
        }
    }
}
