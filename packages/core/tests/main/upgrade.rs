//! Upgrades: the code that was approved, and the way back that goes with it.

use cosmwasm_std::HexBinary;
use isonomia_core::upgrade::{
    approve, check_alarms, check_codes, check_present, check_steps, ApprovedCode, Code, Migrated,
    RollbackStep, UpgradeError, MAX_STEP_MSG,
};

fn hash(byte: u8) -> HexBinary {
    vec![byte; 32].into()
}

fn approved(contract: &str, byte: u8) -> ApprovedCode {
    ApprovedCode { contract: contract.to_string(), checksum: hash(byte) }
}

fn migrated(contract: &str) -> Migrated {
    Migrated { contract: contract.to_string(), pinned: 1, upgraded: 2 }
}

fn step(contract: &str, msg: &str) -> RollbackStep {
    RollbackStep { contract: contract.to_string(), code_id: 1, checksum: hash(1), msg: msg.as_bytes().into() }
}

fn steps(steps: Vec<RollbackStep>, migrated: &[Migrated]) -> Result<Vec<RollbackStep>, String> {
    check_steps(steps, migrated, "timelock").map_err(|why| why.to_string())
}

#[test]
fn code_is_approved_by_its_contract_and_its_checksum() {
    let list = [approved("voting", 1), approved("identity", 2)];
    let code = |checksum: &[u8], contract: &str| approve(&list, contract, Code { id: 7, checksum });

    assert_eq!(code(&[1; 32], "voting"), Ok(()));
    assert_eq!(code(&[2; 32], "identity"), Ok(()));
    let (one, two) = ("01".repeat(32), "02".repeat(32));
    assert_eq!(
        code(&[2; 32], "voting").unwrap_err().to_string(),
        format!("voting: code 7 has the checksum {two}, and {one} was approved")
    );
    assert_eq!(
        code(&[1; 32], "treasury").unwrap_err().to_string(),
        "treasury is migrated to code 7, and the upgrade approves no code for it"
    );
}

#[test]
fn an_upgrade_approves_each_contract_once_and_at_most_16() {
    let many = |count: u8| (0..count).map(|byte| approved(&byte.to_string(), byte)).collect::<Vec<_>>();

    assert_eq!(check_codes(&many(16)), Ok(()));
    let what = "migrations";
    assert_eq!(check_codes(&many(17)), Err(UpgradeError::TooMany { what, most: 16, count: 17 }));
    let (contract, bytes) = ("voting".to_string(), 31);
    let short = ApprovedCode { contract: contract.clone(), checksum: vec![0; bytes].into() };
    assert_eq!(check_codes(&[short]), Err(UpgradeError::Checksum { contract: contract.clone(), bytes }));
    let twice = check_codes(&[approved("voting", 1), approved("voting", 2)]);
    assert_eq!(twice, Err(UpgradeError::Twice { what, contract }));
}

#[test]
fn every_migration_has_its_step_back_but_that_of_the_timelock() {
    let both = [migrated("voting"), migrated("timelock")];

    let canonical = steps(vec![step("voting", r#" { "b" : 1, "a" : {} } "#)], &both).unwrap();
    assert_eq!(canonical, [step("voting", r#"{"a":{},"b":1}"#)]);
    assert_eq!(
        steps(vec![step("timelock", "{}"), step("voting", "{}")], &both),
        Err("a migration of the timelock has no rollback: timelock is the timelock".to_string())
    );
    assert_eq!(
        steps(vec![], &both),
        Err("voting was migrated from code 1 to 2, and the rollback has no step for it".to_string())
    );
    assert_eq!(
        steps(vec![step("voting", "{}"), step("treasury", "{}")], &both),
        Err("treasury was not migrated, and has no step back".to_string())
    );
    assert_eq!(
        steps(vec![step("voting", "{}"), step("voting", "{}")], &both),
        Err("voting stands twice among the steps of an upgrade".to_string())
    );
    let nothing = "a rollback of an upgrade that has migrated nothing but the timelock, if that".to_string();
    assert_eq!(steps(vec![], &both[1..]), Err(nothing.clone()));
    assert_eq!(steps(vec![], &[]), Err(nothing));
}

#[test]
fn steps_are_few_and_their_messages_short_objects() {
    let contracts = |count: u8| (0..count).map(|number| number.to_string()).collect::<Vec<_>>();
    let many = |count| {
        let contracts = contracts(count);
        let all: Vec<_> = contracts.iter().map(|contract| migrated(contract)).collect();
        steps(contracts.iter().map(|contract| step(contract, "{}")).collect(), &all).map(|steps| steps.len())
    };
    assert_eq!(many(16), Ok(16));
    assert_eq!(many(17), Err("an upgrade has at most 16 steps, not 17".to_string()));

    let long = |bytes: usize| {
        let msg = format!(r#"{{"a":"{}"}}"#, "x".repeat(bytes - 8));
        steps(vec![step("voting", &msg)], &[migrated("voting")]).map(|steps| steps[0].msg.len())
    };
    assert_eq!(long(MAX_STEP_MSG), Ok(4_096));
    assert_eq!(
        long(MAX_STEP_MSG + 1),
        Err("the message of the step of voting has at most 4096 bytes, not 4097".to_string())
    );
    let list = steps(vec![step("voting", "[]")], &[migrated("voting")]);
    assert_eq!(list, Err("the step of voting: a message is one JSON object".to_string()));
    assert_eq!(check_alarms(4), Ok(()));
    let five = check_alarms(5).unwrap_err().to_string();
    assert_eq!(five, "an upgrade has at most 4 alarms, not 5");
}

#[test]
fn what_came_later_is_not_undone() {
    let all = [migrated("voting")];

    assert_eq!(check_present(&all, "voting", 2), Ok(()));
    assert_eq!(
        check_present(&all, "voting", 3).unwrap_err().to_string(),
        "voting runs code 3, and not the code 2 that it was upgraded to: what came later is not undone"
    );
}
