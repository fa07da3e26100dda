//! Drafts: what they will be, what they cost, and what no proposal may be.

use anyhow::Result;
use isonomia_api::asset::Asset;
use isonomia_api::call::call;
use isonomia_api::proposal::{Deposit, Routine};
use isonomia_cli::shell::{ClaimDeposit, Propose, Show, Withdraw, MAX_ACTION_FILE};
use isonomia_core::class::Class;
use isonomia_embedded::{proposal_id, Dao, CASH};

use super::typing::*;
use crate::lifecycle::town::*;

fn proposes(dao: &mut Dao, words: &[&str]) -> Result<u64> {
    proposal_id(&does::<Propose>(dao, "ann", words)?)
}

fn written(name: &str, text: &str) -> Result<(tempfile::TempDir, String)> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    std::fs::write(&path, text)?;
    let path = path.to_str().unwrap().to_string();
    Ok((folder, path))
}

#[test]
fn a_spend_is_critical_a_small_one_standard_and_an_opinion_a_signal_as_the_contract_finds() -> Result<()> {
    let spend = ["--title", "Paint", "--spend", "0.0005 cash to painter"];
    let small = ["--title", "Paint", "--spend-small", "500ucash to painter"];
    let drafts: [(&[&str], Class, &str); 3] = [
        (&spend, Class::Critical, "pay 0.0005 cash from the treasury to"),
        (&small, Class::Standard, "within the small-spend allowance"),
        (&["--title", "Paint"], Class::Signal, "may open"),
    ];
    for (words, class, says) in drafts {
        let mut dao = town()?;
        let shown = shown::<Propose>(&dao, "ann", words)?;
        assert!(shown.contains(says) && shown.contains(&format!("class  {}\n", class.name())), "{shown}");
        let id = proposes(&mut dao, words)?;
        assert_eq!(dao.proposal(id)?.class, class);
    }
    Ok(())
}

#[test]
fn the_times_of_a_draft_are_those_of_its_class() -> Result<()> {
    let dao = town()?;
    let shown = shown::<Propose>(&dao, "ann", &["--title", "Paint", "--spend", "1 cash to painter"])?;
    let unguarded = "7 d 12 h after it was resolved (5 d if a guardian serves by then), within 5 d";
    for says in ["(in 2 d)", "7 d after it was opened", unguarded] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    let guarded = founded(plan().guarded())?;
    let shown = shown_in(&guarded, "5 d after it was resolved, within 5 d")?;
    assert!(!shown.contains("if a guardian serves"), "{shown}");
    Ok(())
}

fn shown_in(dao: &Dao, says: &str) -> Result<String> {
    let shown = shown::<Propose>(dao, "ann", &["--title", "Paint", "--spend", "1 cash to painter"])?;
    assert!(shown.contains(says), "{shown}");
    Ok(shown)
}

#[test]
fn the_deposit_goes_along_and_comes_back() -> Result<()> {
    let mut dao = founded(plan().with(|params| {
        let amount = 2_000_000u128.into();
        params.entry.deposit = Some(Deposit { asset: cash(), amount });
    }))?;
    dao.mint(&dao.addr("ann"), 2_000_000, CASH)?;
    let shown = shown::<Propose>(&dao, "ann", &["--title", "Paint"])?;
    assert!(shown.contains("deposit  2 cash, back unless"), "{shown}");
    let id = proposes(&mut dao, &["--title", "Paint"])?;
    let id = id.to_string();
    assert_eq!(purse(&dao, "ann")?, 0);
    assert!(denied::<ClaimDeposit>(&dao, "bob", &[&id]).contains("is held: due: anyone may open it"));
    assert!(denied::<Withdraw>(&dao, "bob", &[&id]).ends_with("only its proposer withdraws it"));

    does::<Withdraw>(&mut dao, "ann", &[&id])?;
    does::<ClaimDeposit>(&mut dao, "bob", &[&id])?;

    assert_eq!(purse(&dao, "ann")?, 2_000_000);
    assert!(denied::<ClaimDeposit>(&dao, "bob", &[&id]).ends_with("was paid already"));
    assert!(denied::<Withdraw>(&dao, "ann", &[&id]).ends_with("withdrawn by its proposer"));
    Ok(())
}

#[test]
fn a_deposit_in_tokens_is_sent_with_the_draft_inside() -> Result<()> {
    let token = crate::dao().cw20()?.build()?.params.asset;
    let mut dao = founded(plan().cw20()?.with(|params| {
        params.entry.deposit = Some(Deposit { asset: params.asset.clone(), amount: 5u128.into() });
    }))?;
    assert_eq!(dao.params.asset, token, "the embedded chain makes the same token");
    let Asset::Cw20 { contract } = token else { panic!("a token") };
    let contract = cosmwasm_std::Addr::unchecked(contract);
    dao.mint_tokens(&contract, &dao.addr("ann"), 5)?;

    let id = proposes(&mut dao, &["--title", "Paint"])?;

    assert_eq!(dao.proposal(id)?.deposit.unwrap().amount.u128(), 5);
    assert_eq!(tokens(&dao, &contract, &dao.addr("ann"))?, 0);
    Ok(())
}

#[test]
fn texts_are_taken_at_their_limit_and_not_one_byte_past_it() -> Result<()> {
    let mut dao = town()?;
    let (title, summary, uri) = ("t".repeat(140), "s".repeat(4_096), "u".repeat(512));
    let hash = "00".repeat(32);
    let (_folder, path) = written("summary.txt", &summary)?;
    let from_file = format!("@{path}");
    let words = ["--title", &title, "--summary", &from_file, "--link", &uri, "--link-sha256", &hash];
    let id = proposes(&mut dao, &words)?;
    let body = dao.body(id)?;
    assert_eq!(
        (body.title, body.summary, body.link.unwrap().uri),
        (title.clone(), summary.clone(), uri.clone())
    );

    let said_of = |words: &[&str]| denied::<Propose>(&dao, "bob", words);
    let past = |text: &str| format!("{text}x");
    assert_eq!(said_of(&["--title", &past(&title)]), "the title has 141 bytes, more than 140");
    assert_eq!(said_of(&["--title", " "]), "a proposal has a title");
    let said = said_of(&["--title", "t", "--summary", &past(&summary)]);
    assert_eq!(said, "the summary has 4097 bytes, more than 4096");
    let (_folder, path) = written("summary.txt", &past(&summary))?;
    let said = said_of(&["--title", "t", "--summary", &format!("@{path}")]);
    assert!(said.ends_with("the summary has 4097 bytes, more than 4096"), "{said}");
    let said = said_of(&["--title", "t", "--link", &past(&uri), "--link-sha256", &hash]);
    assert_eq!(said, "the link has 513 bytes, more than 512");
    assert!(said_of(&["--title", "t", "--link", "ipfs://x"]).contains("--link-file FILE"));
    let said = said_of(&["--title", "t", "--link", "ipfs://x", "--link-sha256", "00"]);
    assert_eq!(said, "a SHA-256 has 32 bytes: 64 hex digits");
    Ok(())
}

#[test]
fn a_link_carries_the_hash_of_its_file() -> Result<()> {
    let mut dao = town()?;
    let (_folder, path) = written("plan.md", "abc")?;
    let id = proposes(&mut dao, &["--title", "Paint", "--link", "ipfs://x", "--link-file", &path])?;
    let hash = dao.body(id)?.link.unwrap().sha256.to_hex();
    assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Ok(())
}

#[test]
fn a_payment_that_is_none_says_how_one_is_written() -> Result<()> {
    let dao = town()?;
    let said = |spend: &str| denied::<Propose>(&dao, "ann", &["--title", "Paint", "--spend", spend]);
    assert_eq!(said("5 cash"), "`5 cash` is no payment: write \"250 cash to ADDRESS\"");
    assert!(said("5 cash to nobody").contains("`nobody` is no address"));
    assert!(said("cash to painter").contains("`cash` is no amount"));
    Ok(())
}

#[test]
fn sixteen_actions_are_taken_and_not_seventeen() -> Result<()> {
    let mut dao = town()?;
    let spends = |count: usize| {
        let mut words = vec!["--title", "Paint"];
        (0..count).for_each(|_| words.extend(["--spend", "1ucash to painter"]));
        words
    };
    let said = denied::<Propose>(&dao, "ann", &spends(17));
    assert_eq!(said, "a proposal has at most 16 actions, not 17");
    let id = proposes(&mut dao, &spends(16))?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    Ok(())
}

#[test]
fn actions_are_written_with_names_and_plain_messages() -> Result<()> {
    let mut dao = town()?;
    let treasury = dao.contracts.treasury.clone();
    let text = format!(
        r#"[
        {{ "call": "treasury", "msg": {{ "set_allowance": {{ "allowance": {{ "asset": {{ "native": {{ "denom": "ucash" }} }}, "limit": "7" }} }} }} }},
        {{ "call": "{treasury}", "msg": {{ "receive": {{}} }}, "funds": ["5 cash"] }},
        {{ "migrate": "voting", "code_id": 9, "msg": {{}} }},
        {{ "bank": {{ "send": {{ "to_address": "{treasury}", "amount": [{{ "denom": "ucash", "amount": "3" }}] }} }} }},
        {{ "call": "timelock", "msg": {{ "upgrade": {{ "migrations": [], "rollback": null }} }} }}
    ]"#
    );
    let (_folder, path) = written("actions.json", &text)?;
    let words = ["--title", "Much", "--actions", &path];

    let shown = shown::<Propose>(&dao, "ann", &words)?;
    for says in [
        "action 1  let small spends pay 0.000007 cash in any 30 days\n",
        "action 2  tell the treasury: receive {}, with 5 cash\n",
        "action 3  migrate the voting to code 9 with {}\n",
        "action 4  send 0.000003 cash of the timelock's own to the treasury\n",
        "class  critical\n",
    ] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    let id = proposes(&mut dao, &words)?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    Ok(())
}

#[test]
fn a_file_that_is_no_list_of_actions_says_where_and_why() -> Result<()> {
    let dao = town()?;
    let said = |text: &str| {
        let (_folder, path) = written("actions.json", text).unwrap();
        denied::<Propose>(&dao, "ann", &["--title", "Paint", "--actions", &path])
    };
    assert!(said("{}").contains("actions.json: actions are one JSON list"));
    assert!(said("[7]").contains("action 1: an action is {\"call\": CONTRACT"));
    assert!(said(r#"[{"call":"treasury","msg":{},"found":[]}]"#).contains("action 1: an action is"));
    assert!(said(r#"[{"call":"treasury","msg":{"a":1,"b":2}}]"#).contains("one top-level key, not 2"));
    assert!(said(r#"[{"call":"treasury","msg":{"a":1,"a":2}}]"#).contains("the key `a` stands twice"));
    assert!(said(r#"[{"call":"bursary","msg":{"a":1}}]"#).contains("`bursary` is no address"));
    assert!(said(r#"[{"custom":{}}]"#).contains("action 1: an action is"));
    let large = format!("[{}]", " ".repeat(MAX_ACTION_FILE as usize));
    assert!(said(&large).contains("more than 262144"));
    let long = format!(r#"[{{"call":"treasury","msg":{{"a":"{}"}}}}]"#, "x".repeat(24 * 1024));
    assert!(said(&long).contains("the list of actions has") && said(&long).contains("more than 24576"));
    Ok(())
}

#[test]
fn an_emergency_takes_defensive_actions_only() -> Result<()> {
    let mut dao = town()?;
    let words = ["--title", "Stop", "--emergency", "--spend", "1 cash to painter"];
    assert!(denied::<Propose>(&dao, "ann", &words).contains("is not defensive"));
    assert!(denied::<Propose>(&dao, "ann", &words[..3]).contains("an emergency without an action"));

    let (_folder, path) = written(
        "actions.json",
        r#"[{"call":"timelock","msg":{"cancel":{"id":7,"incident":"theft","reason":"nobody agreed"}}}]"#,
    )?;
    let words = ["--title", "Stop", "--emergency", "--actions", &path];
    let shown = shown::<Propose>(&dao, "ann", &words)?;
    assert!(shown.contains("class  emergency, which only cancels or pauses\n"), "{shown}");
    let id = proposes(&mut dao, &words)?;
    assert_eq!(dao.proposal(id)?.class, Class::Emergency);
    Ok(())
}

#[test]
fn a_routine_call_is_standard_as_far_as_can_be_seen() -> Result<()> {
    let mut dao = town()?;
    let code = bell_code(&mut dao);
    let bell = make_bell(&mut dao, code, None)?;
    let routine = Routine { contract: bell.to_string(), code_id: code, message: "ring".to_string() };
    let list = isonomia_api::proposal::ExecuteMsg::SetRoutines { routines: vec![routine] };
    let list = call(&dao.contracts.proposal, &list)?;
    dao.enact("ann", vec![list])?;
    let text = format!(r#"[{{"call":"{bell}","msg":{{"ring":{{}}}}}}]"#);
    let (_folder, path) = written("actions.json", &text)?;

    let shown = shown::<Propose>(&dao, "ann", &["--title", "Ring", "--actions", &path])?;
    assert!(
        shown.contains("class  standard, if the contract still runs the code that was listed"),
        "{shown}"
    );
    let id = proposes(&mut dao, &["--title", "Ring", "--actions", &path])?;
    assert_eq!(dao.proposal(id)?.class, Class::Standard);
    Ok(())
}

fn shown_of(dao: &Dao, path: &str) -> Result<String> {
    shown::<Propose>(dao, "ann", &["--title", "Evil", "--actions", path])
}

#[test]
fn what_a_terminal_would_obey_is_shown_as_a_space() -> Result<()> {
    let dao = town()?;
    let shown = shown::<Propose>(&dao, "ann", &["--title", "good\u{1b}[2Kbad\nclass  signal"])?;
    assert!(shown.contains("title  good [2Kbad class  signal\n"), "{shown}");

    let evil = r#"[{"bank":{"send":{"to_address":"a\u001b[2K\nclass\u202eb","amount":[]}}}]"#;
    let (_folder, path) = written("actions.json", evil)?;
    let mut dao = town()?;
    let shown = shown_of(&dao, &path)?;
    assert!(shown.contains("send no coins of the timelock's own to a [2K class b\n"), "{shown}");
    let id = proposes(&mut dao, &["--title", "Evil", "--actions", &path])?;
    let (text, _) = asked::<Show>(&dao, &[&id.to_string()])?;
    assert!(text.contains("own to a [2K class b\n"), "{text}");
    Ok(())
}

#[test]
fn an_action_of_another_version_is_shown_as_it_is() -> Result<()> {
    let dao = town()?;
    let (_folder, path) = written("actions.json", r#"[{"call":"timelock","msg":{"abdicate":{"id":7}}}]"#)?;
    let shown = shown::<Propose>(&dao, "ann", &["--title", "Stop", "--actions", &path])?;
    assert!(shown.contains(r#"tell the timelock: abdicate {"id":7}"#), "{shown}");
    Ok(())
}
