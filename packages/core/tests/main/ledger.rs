//! The ledger: whatever happens, its sums are what counting everyone again gives (I1, I2, I3, I14, I19, I20).

use std::collections::BTreeMap;

use cosmwasm_std::Addr;
use isonomia_core::account::{Account, Role};
use isonomia_core::contribution::Contribution;
use isonomia_core::delegation::{check_split, Part};
use isonomia_core::ledger::{moves, Totals};
use isonomia_core::units::Stake;
use proptest::prelude::*;

use crate::given::{cases, curve, who, SEASON};

const ACCOUNTS: usize = 6;

#[derive(Clone, Debug)]
enum Verb {
    Stake(u128),
    Unstake(u128),
    Attest,
    Revoke,
    Register,
    Resign,
    Delegate(Vec<(usize, u16)>),
    Undelegate,
}

type Buckets = BTreeMap<(Addr, u32, u64), Contribution>;

#[derive(Default)]
struct Ledger {
    accounts: Vec<Account>,
    totals: Totals,
    buckets: Buckets,
    now: u64,
}

fn name(index: usize) -> Addr {
    who(&format!("a{index}"))
}

impl Ledger {
    /// What the account would be; nothing where the rules refuse.
    fn changed(&self, index: usize, verb: &Verb) -> Option<Account> {
        let mut account = self.accounts[index].clone();
        let amount = account.stake.amount();
        match verb {
            Verb::Stake(more) => account.stake = Stake::new(amount + more),
            Verb::Unstake(less) => account.stake = Stake::new(amount.saturating_sub(*less)),
            Verb::Attest => account.attested = Some(self.now),
            Verb::Revoke => account.revoke().ok()?,
            Verb::Register => account.register(self.delegates(&account), self.now).ok()?,
            Verb::Resign => account.resign().ok()?,
            Verb::Delegate(split) => account.delegate(self.parts(index, split)?).ok()?,
            Verb::Undelegate => account.undelegate().ok()?,
        }
        Some(account)
    }

    fn of(&self, delegate: &Addr) -> &Account {
        let found = (0..ACCOUNTS).find(|index| name(*index) == *delegate);
        &self.accounts[found.unwrap()]
    }

    fn delegates(&self, account: &Account) -> bool {
        let lives = |part: &Part| part.lives(self.of(&part.delegate), SEASON, self.now);
        account.parts().iter().any(lives)
    }

    fn parts(&self, index: usize, split: &[(usize, u16)]) -> Option<Vec<Part>> {
        let named: Vec<(Addr, u16)> = split.iter().map(|(to, bps)| (name(*to), *bps)).collect();
        check_split(&name(index), &named).ok()?;
        let make = |(to, bps): (Addr, u16)| Part::make(to.clone(), bps, self.of(&to), SEASON, self.now).ok();
        named.into_iter().map(make).collect()
    }

    /// The one mutation path.
    fn change(&mut self, index: usize, after: Account) {
        let before = &self.accounts[index];
        for each in moves(before, &after, &curve()) {
            let bucket = each.bucket;
            let sum = self.buckets.entry((bucket.delegate, bucket.generation, bucket.season)).or_default();
            *sum = sum.minus(each.out).unwrap().plus(each.into).unwrap();
        }
        self.totals = self.totals.after(before, &after, &curve()).unwrap();
        self.accounts[index] = after;
    }

    fn totals_from_scratch(&self) -> Totals {
        let brought = |account: &Account| account.contribution(&curve());
        let mut totals = Totals::default();
        for account in &self.accounts {
            totals.power.0 += brought(account).power.0;
            totals.stake = Stake::new(totals.stake.amount() + account.stake.amount());
            totals.attested += u64::from(account.attested.is_some());
        }
        totals
    }

    fn buckets_from_scratch(&self) -> Buckets {
        let mut buckets = Buckets::new();
        for account in &self.accounts {
            for part in account.parts() {
                let key = (part.delegate.clone(), part.generation, part.season);
                let sum = buckets.entry(key).or_default();
                *sum = sum.plus(account.contribution(&curve()).part(part.bps)).unwrap();
            }
        }
        buckets
    }
}

fn any_verb() -> impl Strategy<Value = Verb> {
    let amount = || prop_oneof![0..3_000_000u128, 0..1u128 << 80];
    let split = prop::collection::vec((0..ACCOUNTS, 0..6_000u16), 0..4);
    prop_oneof![
        2 => amount().prop_map(Verb::Stake),
        2 => amount().prop_map(Verb::Unstake),
        3 => Just(Verb::Attest),
        1 => Just(Verb::Revoke),
        3 => Just(Verb::Register),
        1 => Just(Verb::Resign),
        6 => split.prop_map(Verb::Delegate),
        1 => Just(Verb::Undelegate),
    ]
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn every_sum_is_what_counting_again_gives(
        steps in prop::collection::vec((0..ACCOUNTS, any_verb(), 0..SEASON), 1..60),
    ) {
        let mut ledger = Ledger { accounts: vec![Account::default(); ACCOUNTS], ..Ledger::default() };
        for (index, verb, pause) in steps {
            ledger.now += pause;
            let Some(after) = ledger.changed(index, &verb) else { continue };
            let before = ledger.totals;
            ledger.change(index, after);

            // I1
            prop_assert_eq!(ledger.totals, ledger.totals_from_scratch());
            // I2, and I19: what is un-attested in a bucket is what un-attested principals put there.
            ledger.buckets.retain(|_, sum| !sum.is_nothing());
            let mut counted = ledger.buckets_from_scratch();
            counted.retain(|_, sum| !sum.is_nothing());
            prop_assert_eq!(&ledger.buckets, &counted);
            // I14
            if matches!(verb, Verb::Delegate(_) | Verb::Undelegate | Verb::Register | Verb::Resign) {
                prop_assert_eq!(ledger.totals, before);
            }
            power_is_bounded_by_the_root(&ledger)?;
            delegation_is_one_hop_deep(&ledger)?;
        }
    }
}

/// I3: V ≤ isqrt(K · n · X of the attested) + 1.
fn power_is_bounded_by_the_root(ledger: &Ledger) -> Result<(), TestCaseError> {
    let attested = ledger.accounts.iter().filter(|account| account.is_attested());
    let stake: u128 = attested.map(|account| account.stake.amount()).sum();
    let (power, people) = (u128::from(ledger.totals.power.0), u128::from(ledger.totals.attested));
    let square = 1_000_000 * people * stake;

    prop_assert!(power.saturating_sub(1).pow(2) <= square);
    Ok(())
}

/// I20: whoever receives through a living part delegates nothing.
fn delegation_is_one_hop_deep(ledger: &Ledger) -> Result<(), TestCaseError> {
    let parts = ledger.accounts.iter().flat_map(|account| account.parts());
    for part in parts.filter(|part| part.lives(ledger.of(&part.delegate), SEASON, ledger.now)) {
        let delegate = ledger.of(&part.delegate);
        let receives = matches!(delegate.role, Role::Delegate { .. });
        prop_assert!(receives && delegate.parts().is_empty());
    }
    Ok(())
}
