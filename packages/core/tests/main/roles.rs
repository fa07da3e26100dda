//! Principal or delegate, never both: every role, every verb (I20).

use isonomia_core::account::{Account, AccountError, Role};
use isonomia_core::delegation::Part;

use crate::given::{delegate, person, stranger, who, TOKEN};

fn parts() -> Vec<Part> {
    let delegate = who("bob");
    vec![Part { delegate, bps: 10_000, generation: 1, season: 0 }]
}

fn direct() -> Account {
    person(TOKEN)
}

fn principal() -> Account {
    Account { role: Role::Principal { parts: parts() }, ..person(TOKEN) }
}

type Outcome = Result<Role, AccountError>;

fn after(mut account: Account, verb: impl FnOnce(&mut Account) -> Result<(), AccountError>) -> Outcome {
    let before = account.clone();
    match verb(&mut account) {
        Ok(()) => Ok(account.role),
        Err(refused) => {
            assert_eq!(account, before, "a refused verb changes nothing");
            Err(refused)
        }
    }
}

fn each(verb: impl Fn(&mut Account) -> Result<(), AccountError>) -> [Outcome; 3] {
    [after(direct(), &verb), after(principal(), &verb), after(delegate(5), &verb)]
}

#[test]
fn register() {
    let is_delegate = Err(AccountError::IsDelegate { since: 5 });
    let registered = || Ok(Role::Delegate { since: 9 });

    let while_a_part_lives = each(|account| account.register(true, 9));
    let [_, principal, delegate] = while_a_part_lives;
    assert_eq!(principal, Err(AccountError::IsPrincipal));
    assert_eq!(delegate, is_delegate);

    let [direct, principal, delegate] = each(|account| account.register(false, 9));
    assert_eq!(direct, registered());
    assert_eq!(principal, registered(), "a delegation that has died is cleared");
    assert_eq!(delegate, Err(AccountError::IsDelegate { since: 5 }));
}

#[test]
fn resign() {
    let [direct, principal, delegate] = each(Account::resign);

    assert_eq!(direct, Err(AccountError::NotDelegate));
    assert_eq!(principal, Err(AccountError::NotDelegate));
    assert_eq!(delegate, Ok(Role::Direct));
}

#[test]
fn delegate_to_somebody() {
    let delegating = || Ok(Role::Principal { parts: parts() });

    let [direct, principal, delegate] = each(|account| account.delegate(parts()));

    assert_eq!(direct, delegating());
    assert_eq!(principal, delegating());
    assert_eq!(delegate, Err(AccountError::IsDelegate { since: 5 }));
}

#[test]
fn delegating_again_replaces_what_was_delegated() {
    let other = vec![Part { delegate: who("cyd"), ..parts().remove(0) }];

    let replaced = after(principal(), |account| account.delegate(other.clone()));

    assert_eq!(replaced, Ok(Role::Principal { parts: other }));
}

#[test]
fn undelegate() {
    let [direct, principal, delegate] = each(Account::undelegate);

    assert_eq!(direct, Err(AccountError::NotPrincipal));
    assert_eq!(principal, Ok(Role::Direct));
    assert_eq!(delegate, Err(AccountError::NotPrincipal));
}

#[test]
fn only_the_attested_register_but_anyone_may_delegate() {
    let registered = after(stranger(TOKEN), |account| account.register(false, 9));
    let delegated = after(stranger(TOKEN), |account| account.delegate(parts()));

    assert_eq!(registered, Err(AccountError::NotAttested));
    assert!(delegated.is_ok());
}

#[test]
fn every_registration_starts_a_generation_of_its_own() {
    let mut bob = direct();

    for generation in 1..4 {
        bob.register(false, 9).unwrap();
        assert_eq!(bob.generation, generation);
        bob.resign().unwrap();
        assert_eq!(bob.generation, generation);
    }
}

#[test]
fn the_end_of_an_attestation_leaves_the_role_as_it_is() {
    let [direct, principal, delegate] = each(Account::revoke);

    assert_eq!(direct, Ok(Role::Direct));
    assert_eq!(principal, Ok(Role::Principal { parts: parts() }));
    assert_eq!(delegate, Ok(Role::Delegate { since: 5 }));
}

#[test]
fn nobody_is_revoked_twice() {
    let mut ada = direct();

    assert_eq!(ada.revoke(), Ok(()));
    assert!(!ada.is_attested());
    assert_eq!(ada.revoke(), Err(AccountError::NothingToRevoke));
    assert_eq!(ada.expire(u64::MAX), Err(AccountError::NothingToRevoke));
}

#[test]
fn an_attestation_counts_until_it_is_poked_at_its_end_or_later() {
    let mut ada = Account { attested: Some(100), ..direct() };

    let too_early = AccountError::NotExpired { until: 100, now: 99 };
    assert_eq!(ada.expire(99), Err(too_early));
    assert!(ada.is_attested());
    assert_eq!(ada.expire(100), Ok(()));
    assert!(!ada.is_attested());
}
