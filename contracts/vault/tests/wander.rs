//! Whatever people and voting do, the books balance, and in the end everyone has everything back.

use isonomia_api::vault::ExecuteMsg;

use crate::suite::{Suite, DAY, FORTUNE, PEOPLE, UNBONDING};
use crate::voting::{Answer, Mood};

/// A generator of the same steps every time (Knuth's constants).
struct Steps(u64);

impl Steps {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize].clone()
    }
}

fn moods() -> Vec<Mood> {
    let unstake = |quiet| ExecuteMsg::Unstake { amount: 40u128.into(), quiet };
    let mut moods = vec![Mood::Honest, Mood::Errs, Mood::Nonsense];
    for calls in [
        vec![ExecuteMsg::Stake {}],
        vec![unstake(false), unstake(true)],
        vec![ExecuteMsg::Stake {}, unstake(false), ExecuteMsg::Claim {}],
    ] {
        for (then, own) in
            [(Answer::Agrees, Answer::Agrees), (Answer::Agrees, Answer::Errs), (Answer::Errs, Answer::Agrees)]
        {
            moods.push(Mood::CallsBack { calls: calls.clone(), then, own });
        }
    }
    moods
}

/// Takes a step; that it may be refused is part of the game.
fn take_step(suite: &mut Suite, steps: &mut Steps) {
    let (name, other) = (steps.one_of(&PEOPLE), steps.one_of(&PEOPLE));
    let amount = u128::from(1 + steps.below(2_000));
    let _ = match steps.below(8) {
        0 | 1 => suite.stake(name, amount),
        2 | 3 => suite.unstake(name, amount),
        4 => suite.unstake_quietly(name, amount),
        5 => suite.claim(name),
        6 => suite.sync(name, other),
        _ => return suite.voting_becomes(steps.one_of(&moods())),
    };
}

fn leave_for_good(suite: &mut Suite) {
    suite.voting_becomes(Mood::Errs);
    for name in PEOPLE.into_iter().filter(|name| suite.staked(name) > 0).collect::<Vec<_>>() {
        suite.unstake(name, suite.staked(name)).unwrap();
    }
    suite.advance(2 * UNBONDING + DAY);
    for name in PEOPLE {
        while !suite.claims(name).is_empty() {
            suite.claim(name).unwrap();
        }
    }
}

#[test]
fn everyone_is_paid_in_full_whatever_voting_does() {
    for seed in 0..20 {
        let (mut suite, mut steps) = (Suite::native(), Steps(seed));

        for _ in 0..150 {
            take_step(&mut suite, &mut steps);
            suite.assert_books_balance();
            suite.advance(steps.below(2 * DAY));
        }
        leave_for_good(&mut suite);

        assert_eq!(PEOPLE.map(|name| suite.wallet(name)), [FORTUNE; 4]);
        assert_eq!(suite.balance(&suite.vault), 0);
    }
}
