//! What the guardian, the holder of a budget and the recipient of a stream do themselves, and what everybody may look at.

use anyhow::Result;
use isonomia_cli::shell::{
    Budgets, Cancel, Guardian, Pause, Pay, Preview, Propose, Streams, Treasury, Verb, WithdrawStream,
};
use isonomia_core::operation::OperationStage;
use isonomia_embedded::{first_wasm_error, proposal_id, Dao, DAY};
use serde_json::json;

use super::typing::*;
use crate::lifecycle::town::*;

const BECAUSE: [&str; 4] = ["--incident", "theft", "--reason", "a key leaked"];

/// What the contract says to somebody whose deed is previewed all the same.
#[track_caller]
fn rebuffed<V: clap::Args + Verb>(dao: &mut Dao, who: &str, words: &[&str]) -> String {
    refused(dao, |dao| does::<V>(dao, who, words))
}

fn with<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [words, &BECAUSE].concat()
}

/// What is decided in sentences is done.
fn decide(dao: &mut Dao, sentences: &[&str]) -> Result<u64> {
    let mut words = vec!["--title", "As agreed"];
    sentences.iter().for_each(|sentence| words.extend(["--do", sentence]));
    let id = proposal_id(&does::<Propose>(dao, "ann", &words)?)?;
    agree(dao, &[id])?;
    dao.execute(&dao.addr("anyone"), id)?;
    Ok(id)
}

/// A town with cat for guardian, and a purse of a million.
fn guarded() -> Result<Dao> {
    let mut dao = town()?;
    let treasury = dao.contracts.treasury.clone();
    dao.mint(&treasury, 1_000_000_000_000, isonomia_embedded::CASH)?;
    decide(&mut dao, &["name guardian cat until 150d"])?;
    Ok(dao)
}

#[test]
fn the_guardian_cancels_what_passed_and_says_why() -> Result<()> {
    let mut dao = guarded()?;
    let pay = spend(&dao, "mallory", 500)?;
    let id = dao.pass("bob", vec![pay])?.to_string();
    let words = with(&[&id]);

    let shown = shown::<Cancel>(&dao, "cat", &words)?;
    for says in
        ["cancel proposal 2, for ever\n", "title  As agreed\n", "class  critical\n", "incident  theft\n"]
    {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    let eve = dao.addr("eve");
    let said = rebuffed::<Cancel>(&mut dao, "eve", &words);
    assert_eq!(said, format!("only the guardian or the timelock may do this, not {eve}"));
    does::<Cancel>(&mut dao, "cat", &words)?;

    assert_eq!(dao.operation(2)?.stage, OperationStage::Cancelled);
    let (text, json) = asked::<Guardian>(&dao, &[])?;
    assert!(text.contains("cancelled proposal 2") && text.contains("a key leaked"), "{text}");
    assert!(
        text.contains("(cat) until ") && text.contains("paused  nothing, and nothing ever was\n"),
        "{text}"
    );
    assert_eq!(json["incidents"][0]["act"], json!({ "cancelled": { "id": 2 } }));
    assert_eq!(asked::<Guardian>(&dao, &["--after", "1"])?.1["incidents"], json!([]));
    assert_eq!(denied::<Cancel>(&dao, "cat", &with(&["9"])), "the timelock has no operation 9");
    Ok(())
}

#[test]
fn the_guardian_pauses_once_and_then_not_for_a_week() -> Result<()> {
    let mut dao = guarded()?;
    let words = with(&["treasury", "--for", "72h"]);
    let shown = shown::<Pause>(&dao, "cat", &words)?;
    assert!(shown.contains("pause the treasury for 3 d\n") && shown.contains("(in 3 d)\n"), "{shown}");

    does::<Pause>(&mut dao, "cat", &words)?;

    let (text, json) = asked::<Guardian>(&dao, &[])?;
    assert!(text.contains("paused  the treasury until "), "{text}");
    assert_eq!(json["pause"]["stage"], "running");
    let again = with(&["execution", "--for", "1h"]);
    assert!(rebuffed::<Pause>(&mut dao, "cat", &again).starts_with("the last pause ended or ends at "));
    dao.advance(3 * DAY);
    let (text, _) = asked::<Guardian>(&dao, &[])?;
    assert!(
        text.contains("paused  nothing; the treasury was until ") && text.contains("nothing may be before")
    );
    assert!(rebuffed::<Pause>(&mut dao, "cat", &again).starts_with("the last pause ended or ends at "));
    dao.advance(7 * DAY);
    let long = rebuffed::<Pause>(&mut dao, "cat", &with(&["execution", "--for", "73h"]));
    assert_eq!(long, "a pause lasts 1 to 259200 s, not 262800");
    does::<Pause>(&mut dao, "cat", &again)?;
    assert!(denied::<Pause>(&dao, "cat", &with(&["treasury", "--for", "3"])).contains("`3` of what?"));
    assert!(typed::<Pause>(&with(&["vault", "--for", "3d"])).is_err());
    assert!(typed::<Pause>(&["treasury", "--for", "3d"]).is_err(), "it is entered with a reason");
    Ok(())
}

#[test]
fn a_guardian_out_of_term_does_nothing() -> Result<()> {
    let mut dao = guarded()?;
    dao.advance(150 * DAY);
    let (text, json) = asked::<Guardian>(&dao, &[])?;
    assert!(text.contains("guardian  none: the term of ") && text.contains("half as long again"), "{text}");
    assert_eq!(json["guardian"]["seat"], "ended");
    let said = rebuffed::<Pause>(&mut dao, "cat", &with(&["treasury", "--for", "72h"]));
    assert!(said.starts_with("the guardian's term ended at "), "{said}");
    Ok(())
}

#[test]
fn a_holder_pays_what_the_budget_has_and_no_more() -> Result<()> {
    let mut dao = guarded()?;
    assert_eq!(asked::<Budgets>(&dao, &[])?.0, "no budgets\n");
    decide(&mut dao, &["budget 2000 cash every 30d until 300d for bob to painter"])?;

    let shown = shown::<Pay>(&dao, "bob", &["1", "1500cash", "--to", "painter"])?;
    assert!(
        shown.contains("pay 1500 cash out of budget 1\n") && shown.contains("2000 cash left of the period")
    );
    does::<Pay>(&mut dao, "bob", &["1", "1500cash", "--to", "painter"])?;

    assert_eq!(purse(&dao, "painter")?, 1_500_000_000);
    let said = rebuffed::<Pay>(&mut dao, "bob", &["1", "500000001ucash", "--to", "painter"]);
    assert!(said.starts_with("budget 1: 500000001 is more than the 500000000 left of 2000000000"), "{said}");
    assert!(rebuffed::<Pay>(&mut dao, "bob", &["1", "1cash", "--to", "mallory"]).contains("does not pay to"));
    assert!(rebuffed::<Pay>(&mut dao, "eve", &["1", "1cash", "--to", "painter"]).contains("may do this, not"));
    assert_eq!(denied::<Pay>(&dao, "bob", &["2", "1cash", "--to", "painter"]), "there is no budget 2");
    let said = denied::<Pay>(&dao, "bob", &["1", "1iso", "--to", "painter"]);
    assert_eq!(said, "budget 1 is in ucash, not in uiso", "an amount is never read as another coin's");
    let (text, json) = asked::<Budgets>(&dao, &[])?;
    assert!(text.contains("2000 cash in every 30 d") && text.contains("500 cash"), "{text}");
    assert_eq!(json["budgets"][0]["left"], "500000000");
    decide(&mut dao, &["revoke budget 1"])?;
    assert!(asked::<Budgets>(&dao, &[])?.0.contains("revoked"));
    Ok(())
}

#[test]
fn a_recipient_withdraws_from_the_cliff_on() -> Result<()> {
    let mut dao = guarded()?;
    decide(&mut dao, &["list cash", "stream 365 cash to bob over 365d cliff 90d"])?;
    assert!(rebuffed::<WithdrawStream>(&mut dao, "bob", &["1"])
        .starts_with("stream 1: nothing is due: 0 is earned"));
    dao.advance(90 * DAY);
    let shown = shown::<WithdrawStream>(&dao, "bob", &["1"])?;
    assert!(shown.contains("due now  90 cash, more by the second until "), "{shown}");
    assert!(rebuffed::<WithdrawStream>(&mut dao, "eve", &["1"]).contains("may do this, not"));

    does::<WithdrawStream>(&mut dao, "bob", &["1"])?;

    assert_eq!(purse(&dao, "bob")?, 90_000_000);
    let (text, json) = asked::<Streams>(&dao, &[])?;
    assert!(text.contains("365 cash") && text.contains("90 cash"), "{text}");
    assert_eq!(json["streams"][0]["due"], "0");
    assert_eq!(denied::<WithdrawStream>(&dao, "bob", &["2"]), "there is no stream 2");
    decide(&mut dao, &["cancel stream 1"])?;
    assert!(asked::<Streams>(&dao, &[])?.0.contains("cancelled "));
    Ok(())
}

#[test]
fn budgets_and_streams_have_pages() -> Result<()> {
    let mut dao = guarded()?;
    let sentences = ["budget 1 cash every 30d until 300d for bob", "stream 1 cash to bob over 9d"];
    decide(&mut dao, &["list cash", sentences[0], sentences[0], sentences[0], sentences[1], sentences[1]])?;
    let (text, json) = asked::<Budgets>(&dao, &["--limit", "2"])?;
    assert!(text.ends_with("more: isonomia budgets --after 2\n"), "{text}");
    assert_eq!((json["budgets"].as_array().unwrap().len(), &json["after"]), (2, &json!(2)));
    assert_eq!(asked::<Budgets>(&dao, &["--after", "2"])?.1["budgets"][0]["id"], json!(3));
    assert!(asked::<Streams>(&dao, &["--limit", "1"])?.0.ends_with("more: isonomia streams --after 1\n"));
    for wrong in ["0", "101"] {
        let error = |told: Result<_>| told.map(|_: (String, serde_json::Value)| ()).unwrap_err().to_string();
        assert_eq!(error(asked::<Budgets>(&dao, &["--limit", wrong])), "a page has 1 to 100 entries");
        assert_eq!(error(asked::<Streams>(&dao, &["--limit", wrong])), "a page has 1 to 100 entries");
    }
    assert!(asked::<Budgets>(&dao, &["--limit", "100"]).is_ok());
    Ok(())
}

#[test]
fn the_treasury_tells_its_caps_and_what_is_owed() -> Result<()> {
    let mut dao = guarded()?;
    decide(&mut dao, &["list cash", "stream 1000 cash to bob over 9d", "lower cap of cash to 2.5%"])?;
    let (text, json) = asked::<Treasury>(&dao, &[])?;
    assert!(
        text.contains("owed to streams") && text.contains("1000 cash") && text.contains("2.5 %"),
        "{text}"
    );
    let caps = json["caps"].as_array().unwrap();
    let cash = caps.iter().find(|cap| cap["holding"]["native"]["denom"] == "ucash").unwrap();
    assert_eq!(
        (&cash["cap"]["listed"], &cash["cap"]["limit"]),
        (&json!(true), &json!({ "share": { "bps": 250 } }))
    );
    decide(&mut dao, &["raise cap of cash to 3%"])?;
    assert!(asked::<Treasury>(&dao, &[])?.0.contains("3 % 20"), "the raise, and from when on");
    Ok(())
}

#[test]
fn a_preview_tells_class_effects_warnings_pins_and_deposit_and_signs_nothing() -> Result<()> {
    let mut dao = founded(plan().with(|params| {
        let amount = 2_000_000u128.into();
        params.entry.deposit = Some(isonomia_api::proposal::Deposit { asset: cash(), amount });
    }))?;
    let (code, mallory) = (bell_code(&mut dao), dao.addr("mallory"));
    let bell = make_bell(&mut dao, code, Some(&mallory))?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("actions.json");
    std::fs::write(
        &path,
        format!(
            r#"[{{"call":"{bell}","msg":{{"ring":{{}}}}}},{{"migrate":"voting","code_id":{code},"msg":{{}}}},
            {{"wasm":{{"clear_admin":{{"contract_addr":"{bell}"}}}}}},
            {{"call":"timelock","msg":{{"upgrade":{{"migrations":[],"rollback":null}}}}}}]"#
        ),
    )?;
    let words = ["--do", "pay 5 cash to bob", "--do", "unpause", "--actions", path.to_str().unwrap()];

    let (text, json) = asked::<Preview>(&dao, &words)?;

    for says in [
        "action 1  pay 5 cash from the treasury to ",
        "action 2  end the pause\n",
        "leaves  5 cash\n",
        &format!("calls  `ring` of {bell}\n"),
        "sets  `unpause` of the timelock\n",
        &format!("migrates  the voting to code {code}, SHA-256 "),
        &format!("then  nobody administers {bell}\n"),
        &format!("pinned  {bell}, to code {code}\n"),
        "class  critical\n",
        "(mallory) may give ",
        "deposit  2 cash, back unless",
        "executed  by anyone, ",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    assert_eq!(json["preview"]["class"], "critical");
    assert_eq!(json["deposit"]["amount"], "2000000");
    let alone = asked::<Preview>(&dao, &["--emergency", "--do", "unpause"]).map(drop).unwrap_err();
    assert!(format!("{alone:#}").contains("is not defensive"), "{alone:#}");
    assert!(asked::<Preview>(&dao, &[])?.0.contains("class  signal\n"));
    assert!(first_wasm_error(&alone).contains("is not defensive"));
    Ok(())
}
