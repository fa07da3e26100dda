//! Upgrades from the shell: a file that tells one, the way back, and operators who are ready.

use anyhow::Result;
use cosmwasm_std::Addr;
use isonomia_cli::shell::{Execute, OperatorReady, OperatorUnready, Preview, Propose, Rollback, Upgrade};
use isonomia_core::operation::OperationStage;
use isonomia_embedded::{proposal_id, Dao, DAY};

use super::typing::*;
use crate::lifecycle::town::*;

const BECAUSE: [&str; 4] = ["--incident", "crack", "--reason", "votes are lost"];

/// A guarded town, with its voting and its treasury stored a second time.
fn stored() -> Result<(Dao, u64, u64)> {
    let mut dao = founded(plan().guarded())?;
    let voting = dao.app.store_code(crate::codes().voting);
    let treasury = dao.app.store_code(crate::codes().treasury);
    Ok((dao, voting, treasury))
}

fn runs(dao: &Dao, contract: &Addr) -> Result<u64> {
    Ok(dao.app.wrap().query_wasm_contract_info(contract)?.code_id)
}

fn written(text: &str) -> Result<(tempfile::TempDir, String)> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("upgrade.json");
    std::fs::write(&path, text)?;
    let path = path.to_str().unwrap().to_string();
    Ok((folder, path))
}

/// Ann proposes what a file tells, and everybody agrees.
fn agreed(dao: &mut Dao, text: &str) -> Result<u64> {
    let (_folder, path) = written(text)?;
    let id = proposal_id(&does::<Propose>(dao, "ann", &["--title", "Upgrade", "--upgrade", &path])?)?;
    agree(dao, &[id])?;
    Ok(id)
}

/// Voting and the treasury, an assertion behind them, and three days to go back.
fn both(voting: u64, treasury: u64) -> String {
    format!(
        r#"{{
  "migrations": [
    {{ "contract": "voting", "code_id": {voting} }},
    {{ "contract": "treasury", "code_id": {treasury}, "msg": {{ "rollback": false }} }}
  ],
  "assertions": [
    {{ "contract": "treasury", "query": {{ "config": {{}} }}, "pointer": "/day", "expect": "equals", "value": "86400" }}
  ],
  "rollback": {{
    "soak": "3d",
    "alarms": [
      {{ "contract": "voting", "query": {{ "config": {{}} }}, "pointer": "/min_attested", "expect": "at_least", "value": 5 }}
    ]
  }}
}}"#
    )
}

#[test]
fn an_upgrade_is_shown_with_its_codes_and_its_way_back() -> Result<()> {
    let (dao, voting, treasury) = stored()?;
    let (now, then) = (dao.codes.voting, dao.codes.treasury);
    let (_folder, path) = written(&both(voting, treasury))?;
    let words = ["--title", "Upgrade", "--upgrade", &path];

    let shown = shown::<Propose>(&dao, "ann", &words)?;

    let checksum = |code| dao.checksum(code).map(|checksum| checksum.to_hex());
    let approval = format!(
        "action 3  approve the code of SHA-256 {} for the voting and the code of SHA-256 {} for the treasury, and for 3 d \
         the way back, the treasury to code {then} with {{\"rollback\":true}} and the voting to code {now} with \
         {{\"rollback\":true}}, which the guardian may go, or anyone unless the voting, asked {{\"config\":{{}}}}, says \
         that /min_attested is at least 5\n",
        checksum(voting)?,
        checksum(treasury)?
    );
    for says in [
        &format!("action 1  migrate the voting to code {voting} with {{}}\n"),
        &format!("action 2  migrate the treasury to code {treasury} with {{\"rollback\":false}}\n"),
        &approval,
        "action 4  take it all back unless the treasury, asked {\"config\":{}}, says that /day is 86400\n",
        &format!("upgrades  the voting from code {now} to code {voting}\n"),
        &format!("upgrades  the treasury from code {then} to code {treasury}\n"),
        "class  critical\n",
    ] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    let (previewed, json) = asked::<Preview>(&dao, &["--upgrade", &path])?;
    assert!(previewed.contains("critical") && json["ready"].is_null(), "{previewed}");
    Ok(())
}

#[test]
fn an_upgrade_is_executed_and_the_guardian_rolls_it_back() -> Result<()> {
    let (mut dao, voting, treasury) = stored()?;
    let ours = dao.contracts.clone();
    let (now, then) = (dao.codes.voting, dao.codes.treasury);
    let id = agreed(&mut dao, &both(voting, treasury))?;
    let number = id.to_string();
    let rollback = [&[number.as_str()][..], &BECAUSE].concat();
    let early = denied::<Rollback>(&dao, "guardian", &rollback);
    assert_eq!(early, "proposal 1 has no way back: none was approved, or it was not executed yet");
    let (told, _) = asked::<Upgrade>(&dao, &[&number])?;
    assert!(told.contains("nothing so far; `isonomia show 1` tells what it would\n"), "{told}");

    does::<Execute>(&mut dao, "bob", &[&number])?;
    assert_eq!((runs(&dao, &ours.voting)?, runs(&dao, &ours.treasury)?), (voting, treasury));
    let (told, json) = asked::<Upgrade>(&dao, &[&number])?;
    for says in [
        "operation  1, executed\n",
        &format!("upgraded  the voting from code {now} to code {voting}\n"),
        "(in 3 d): `isonomia rollback`\n",
        &format!("step 1  the treasury to code {then} with {{\"rollback\":true}}\n"),
        "or anyone  unless the voting, asked",
    ] {
        assert!(told.contains(says), "{says}: {told}");
    }
    assert_eq!(json["upgrade"]["rollback"]["stage"], "soaking");

    let shown = shown::<Rollback>(&dao, "guardian", &rollback)?;
    assert!(shown.contains("you will  roll the upgrade of proposal 1 back\n"), "{shown}");
    assert!(shown.contains("incident  crack\n") && shown.contains("reason  votes are lost\n"), "{shown}");
    let mallory = refused(&mut dao, |dao| does::<Rollback>(dao, "mallory", &rollback));
    assert!(mallory.contains("no alarm of operation 1 is raised"), "{mallory}");
    does::<Rollback>(&mut dao, "guardian", &rollback)?;

    assert_eq!((runs(&dao, &ours.voting)?, runs(&dao, &ours.treasury)?), (now, then));
    let again = denied::<Rollback>(&dao, "guardian", &rollback);
    assert_eq!(again, "the upgrade of proposal 1 was rolled back already");
    dao.enact("bob", vec![small(&dao, "painter", 7)?])?;
    assert_eq!(purse(&dao, "painter")?, 7);
    Ok(())
}

#[test]
fn a_soak_that_is_over_is_told() -> Result<()> {
    let (mut dao, voting, treasury) = stored()?;
    let id = agreed(&mut dao, &both(voting, treasury))?.to_string();
    does::<Execute>(&mut dao, "bob", &[&id])?;
    dao.advance(3 * DAY);
    let said = denied::<Rollback>(&dao, "guardian", &[&[id.as_str()][..], &BECAUSE].concat());
    assert!(
        said.starts_with("the soak of proposal 1 ended ") && said.ends_with(": only a vote changes it"),
        "{said}"
    );
    let (told, _) = asked::<Upgrade>(&dao, &[&id])?;
    assert!(told.contains("way back  closed "), "{told}");
    Ok(())
}

#[test]
fn operators_say_that_they_are_ready() -> Result<()> {
    let (mut dao, voting, _) = stored()?;
    let named = ["--title", "Operators", "--do", "name operators bob=4, cat=2"];
    let id = proposal_id(&does::<Propose>(&mut dao, "ann", &named)?)?;
    agree(&mut dao, &[id])?;
    does::<Execute>(&mut dao, "ann", &[&id.to_string()])?;
    let (release, other) = ("ab".repeat(32), "cd".repeat(32));
    let text = format!(
        r#"{{"migrations":[{{"contract":"voting","code_id":{voting}}}],"rollback":"none",
            "ready":{{"until":"in 30 days","checksum":"{release}"}}}}"#
    );
    let (_folder, path) = written(&text)?;
    let seen = shown::<Propose>(&dao, "ann", &["--title", "Upgrade", "--upgrade", &path])?;
    assert!(
        seen.contains(&format!("waits  for operators to have SHA-256 {release} ready before ")),
        "{seen}"
    );
    assert!(
        seen.contains("look at  action 2 upgrades without a way back: only another vote undoes it\n"),
        "{seen}"
    );
    let id = agreed(&mut dao, &text)?;
    let number = id.to_string();

    let said = denied::<OperatorReady>(&dao, "bob", &[&number, &other]);
    assert_eq!(said, format!("proposal 2 waits for SHA-256 {release}, and not for {other}"));
    let said = denied::<OperatorReady>(&dao, "bob", &[&number, "abc"]);
    assert_eq!(said, "a SHA-256 has 32 bytes: 64 hex digits");
    let said = denied::<OperatorReady>(&dao, "mallory", &[&number, &release]);
    assert!(said.ends_with("(mallory) was no operator when proposal 2 was scheduled"), "{said}");
    let said = denied::<OperatorReady>(&dao, "bob", &["1", &release]);
    assert_eq!(said, "proposal 1 waits for no operators");
    let seen = shown::<OperatorReady>(&dao, "bob", &[&number, &release])?;
    assert!(seen.contains("weighs  4\n") && seen.contains("so far  0 ready of 6, 5 needed\n"), "{seen}");
    does::<OperatorReady>(&mut dao, "bob", &[&number, &release])?;
    does::<OperatorReady>(&mut dao, "cat", &[&number, &release])?;
    does::<OperatorUnready>(&mut dao, "cat", &[&number])?;
    assert_eq!(dao.operation(id)?.stage, OperationStage::Waiting);
    does::<OperatorReady>(&mut dao, "cat", &[&number, &release])?;

    let (told, json) = asked::<Upgrade>(&dao, &[&number])?;
    assert!(told.contains("ready  6 of 6, 5 needed before "), "{told}");
    assert_eq!(json["upgrade"]["readiness"]["operators"][1]["ready"], true);
    does::<Execute>(&mut dao, "dan", &[&number])?;
    assert_eq!(runs(&dao, &dao.contracts.voting)?, voting);
    let (told, _) = asked::<Upgrade>(&dao, &[&number])?;
    assert!(told.contains("way back  none: only another vote changes it\n"), "{told}");
    Ok(())
}

#[test]
fn the_timelock_is_upgraded_too_and_has_no_step_back() -> Result<()> {
    let (mut dao, voting, _) = stored()?;
    let timelock = dao.app.store_code(crate::codes().timelock);
    let text = format!(
        r#"{{"migrations":[{{"contract":"voting","code_id":{voting}}},{{"contract":"timelock","code_id":{timelock}}}],
            "rollback":{{"soak":"1d"}}}}"#
    );
    let id = agreed(&mut dao, &text)?.to_string();
    does::<Execute>(&mut dao, "bob", &[&id])?;

    assert_eq!(runs(&dao, &dao.contracts.timelock)?, timelock);
    let (told, json) = asked::<Upgrade>(&dao, &[&id])?;
    assert_eq!(json["upgrade"]["rollback"]["steps"].as_array().map(Vec::len), Some(1), "{told}");
    does::<Rollback>(&mut dao, "guardian", &[&[id.as_str()][..], &BECAUSE].concat())?;
    assert_eq!(runs(&dao, &dao.contracts.voting)?, dao.codes.voting);
    Ok(())
}

#[test]
fn a_file_that_tells_no_upgrade_says_why() -> Result<()> {
    let (dao, voting, _) = stored()?;
    let said = |text: &str| {
        let (_folder, path) = written(text).unwrap();
        denied::<Propose>(&dao, "ann", &["--title", "Upgrade", "--upgrade", &path])
    };
    let one = |rollback: &str| {
        let entry = format!(r#"{{"contract":"voting","code_id":{voting}}}"#);
        said(&format!(r#"{{"migrations":[{entry}],"rollback":{rollback}}}"#))
    };
    let alarm = |contract: &str, query: &str, pointer: &str| {
        let claim = format!(
            r#"{{"contract":"{contract}","query":{{"{query}":{{}}}},"pointer":"{pointer}","expect":"equals","value":"1"}}"#
        );
        one(&format!(r#"{{"soak":"1d","alarms":[{claim}]}}"#))
    };
    assert!(said("[]").contains("upgrade.json: this is no upgrade"));
    assert!(said("{").contains("an upgrade is one JSON object"));
    assert!(said(r#"{"migrations":[],"rollback":"none"}"#).contains("an upgrade migrates a contract"));
    assert!(said(r#"{"migrations":[]}"#).contains("missing field `rollback`"));
    assert!(said(r#"{"migrations":[],"migrations":[],"rollback":"none"}"#).contains("stands twice"));
    let migrates = |entry: &str| said(&format!(r#"{{"migrations":[{entry}],"rollback":"none"}}"#));
    assert!(migrates(r#"{"contract":"vault","code_id":1}"#).contains("the vault has no administrator"));
    assert!(migrates(r#"{"contract":"bursary","code_id":1}"#).contains("`bursary` is no address"));
    assert!(migrates(r#"{"contract":"voting","code_id":99}"#).contains("nobody has stored a code 99"));
    assert!(migrates(r#"{"contract":"voting","code_id":2,"to":3}"#).contains("unknown field `to`"));
    let wrong = format!(r#"{{"contract":"voting","code_id":{voting},"checksum":"{}"}}"#, "ab".repeat(32));
    let found = dao.checksum(voting)?;
    assert!(migrates(&wrong)
        .contains(&format!("code {voting} has the SHA-256 {found}, and not {}", "ab".repeat(32))));
    let twice =
        format!(r#"{{"contract":"voting","code_id":{voting}}},{{"contract":"voting","code_id":{voting}}}"#);
    assert!(migrates(&twice).contains("stands twice among the migrations of an upgrade"));
    let back = format!(r#"{{"contract":"voting","code_id":{voting},"back":{{"code_id":2}}}}"#);
    assert!(migrates(&back).contains("`back` goes with a rollback"));

    assert!(one("\"never\"").contains("a rollback is \"none\", or"));
    assert!(one(r#"{"soak":"15d"}"#).contains("a soak lasts 1 to 1209600 s (14 days), not 1296000 s"));
    assert!(one(r#"{"soak":"1 fortnight"}"#).contains("is neither a date"));
    assert!(alarm("treasury", "config", "/day").contains("what governance alone changes"));
    assert!(alarm("voting", "quorum", "/value").contains("what governance alone changes"));
    let five =
        [r#"{"contract":"voting","query":{"config":{}},"pointer":"/day","expect":"equals","value":"1"}"#; 5];
    let many = one(&format!(r#"{{"soak":"1d","alarms":[{}]}}"#, five.join(",")));
    assert!(many.contains("an upgrade has at most 4 alarms, not 5"), "{many}");
    Ok(())
}

#[test]
fn without_a_guardian_an_emergency_rolls_back() -> Result<()> {
    let mut dao = town()?;
    let voting = dao.app.store_code(crate::codes().voting);
    let treasury = dao.app.store_code(crate::codes().treasury);
    let id = agreed(&mut dao, &both(voting, treasury))?.to_string();
    does::<Execute>(&mut dao, "bob", &[&id])?;
    let begun = dao.now();
    let sentence = format!("roll back {id} in crack because votes are lost");
    let words = ["--title", "Back", "--emergency", "--do", &sentence];
    let emergency = proposal_id(&does::<Propose>(&mut dao, "ann", &words)?)?;
    agree(&mut dao, &[emergency])?;

    does::<Execute>(&mut dao, "bob", &[&emergency.to_string()])?;

    assert_eq!(runs(&dao, &dao.contracts.voting)?, dao.codes.voting);
    assert!(dao.now() - begun < DAY + DAY / 4, "27 hours");
    Ok(())
}
