//! Decisions as they are typed: each is the message that it says, and what is none says how one is written.

use anyhow::Result;
use cosmwasm_std::{Binary, CosmosMsg, HexBinary};
use isonomia_api::call::call;
use isonomia_api::identity::{self, Issuer, IssuerKey};
use isonomia_api::timelock::{self, LeastDelays, Operator};
use isonomia_api::treasury::{self, Allowance, Holding, NewBudget, NewStream};
use isonomia_api::{asset::Asset, proposal};
use isonomia_cli::shell::{decision, decision_forms, Desk, Propose};
use isonomia_core::cap::Limit;
use isonomia_core::class::Class;
use isonomia_core::hash::sha256;
use isonomia_core::pause::PauseScope;
use isonomia_core::rescue::Rescue;
use isonomia_embedded::{proposal_id, Dao, DAY};

use super::typing::*;
use crate::keeper::watched;
use crate::lifecycle::town::*;

fn decided(dao: &Dao, sentence: &str) -> Result<CosmosMsg> {
    let asked = watched(dao);
    let desk = Desk::new(&asked, "embedded", notation(dao))?;
    decision(&desk, sentence)
}

#[track_caller]
fn denies(dao: &Dao, sentence: &str) -> String {
    format!("{:#}", decided(dao, sentence).expect_err(sentence))
}

#[test]
fn what_the_treasury_is_to_do_is_typed_in_a_sentence() -> Result<()> {
    use treasury::ExecuteMsg::*;
    let dao = &town()?;
    let (bob, until) = (dao.addr("bob").into_string(), dao.now() + 300 * DAY);
    let budget = |recipients| NewBudget {
        holder: bob.clone(),
        asset: cash(),
        limit: 2_000_000_000u128.into(),
        period: 30 * DAY,
        until,
        recipients,
    };
    let stream = |start, cliff| NewStream {
        recipient: bob.clone(),
        asset: cash(),
        amount: 9_000_000u128.into(),
        start,
        cliff,
        duration: 365 * DAY,
    };
    let only = vec![dao.addr("ann").into_string(), dao.addr("cat").into_string()];
    let art = Holding::Cw721 { contract: bob.clone() };
    let allowance = Allowance { asset: cash(), limit: 500_000_000u128.into() };
    let cases = [
        ("pay 0.000005 cash to bob", Spend { payment: dao.payment("bob", 5) }),
        ("pay small 5ucash to bob", SpendSmall { payment: dao.payment("bob", 5) }),
        ("let small spends pay 500 cash", SetAllowance { allowance }),
        ("budget 2000 cash every 30d until 300d for bob", CreateBudget { budget: budget(None) }),
        (
            "budget 2000 cash every 30 days until 300d for bob to ann, cat",
            CreateBudget { budget: budget(Some(only)) },
        ),
        ("revoke budget 3", RevokeBudget { id: 3 }),
        ("stream 9 cash to bob over 365d", CreateStream { stream: stream(None, 0) }),
        ("stream 9 cash to bob over 365d cliff 90d", CreateStream { stream: stream(None, 90 * DAY) }),
        (
            "stream 9 cash to bob over 365d cliff 0d from 2030-01-01",
            CreateStream { stream: stream(Some(1_893_456_000), 0) },
        ),
        ("cancel stream 3", CancelStream { id: 3 }),
        ("list cash", List { holding: cash().into() }),
        (&format!("unlist cw721:{bob}"), Unlist { holding: art.clone() }),
        ("lower cap of cash to 0%", LowerCap { holding: cash().into(), limit: Limit::Share { bps: 0 } }),
        (
            "raise cap of ibc/27 to 12.5 %",
            RaiseCap {
                holding: Asset::Native { denom: "ibc/27".to_string() }.into(),
                limit: Limit::Share { bps: 1_250 },
            },
        ),
        (
            &format!("raise cap of cw721:{bob} to 2 tokens"),
            RaiseCap { holding: art, limit: Limit::Count { count: 2 } },
        ),
    ];
    for (sentence, msg) in cases {
        assert_eq!(decided(dao, sentence)?, call(&dao.contracts.treasury, &msg)?, "{sentence}");
    }
    Ok(())
}

#[test]
fn what_the_timelock_is_to_do_is_typed_in_a_sentence() -> Result<()> {
    use timelock::ExecuteMsg::*;
    let dao = &town()?;
    let guardian = dao.addr("bob").into_string();
    let [incident, reason] = ["the big theft", "a key leaked in May"].map(str::to_string);
    let of = |name: &str, weight| Operator { operator: dao.addr(name).into_string(), weight };
    let least_delays = LeastDelays { standard: 2 * DAY, critical: 5 * DAY, emergency: 7_200 };
    let cases = [
        ("name guardian bob until 170d", SetGuardian { guardian, until: dao.now() + 170 * DAY }),
        ("remove guardian", RemoveGuardian {}),
        (
            "cancel 7 in the big theft because a key leaked in May",
            Cancel { id: 7, incident: incident.clone(), reason: reason.clone() },
        ),
        (
            "pause execution for 72h in the big theft because a key leaked in May",
            Pause { scope: PauseScope::Execution, seconds: 3 * DAY, incident, reason },
        ),
        ("unpause", Unpause {}),
        (
            "roll back 7 in the crack because votes are lost",
            Rollback { id: 7, incident: "the crack".to_string(), reason: "votes are lost".to_string() },
        ),
        ("name operators bob=5, ann = 1", SetOperators { operators: vec![of("bob", 5), of("ann", 1)] }),
        ("name operators none", SetOperators { operators: vec![] }),
        ("set least delays standard 2d critical 5d emergency 2h", SetLeastDelays { least_delays }),
    ];
    for (sentence, msg) in cases {
        assert_eq!(decided(dao, sentence)?, call(&dao.contracts.timelock, &msg)?, "{sentence}");
    }
    Ok(())
}

#[test]
fn issuers_persons_and_rescues_are_typed_in_a_sentence() -> Result<()> {
    let dao = &town()?;
    let (bob, ann) = (dao.addr("bob").into_string(), dao.addr("ann").into_string());
    let issuer = |key| identity::ExecuteMsg::AddIssuer { issuer: Issuer { id: "guild".to_string(), key } };
    let ed25519 = IssuerKey::Ed25519 { public_key: Binary::from([7u8; 32]) };
    let printed = format!("add issuer guild {}", serde_json::to_string(&ed25519)?);
    let cases = [
        ("add issuer guild bob", issuer(IssuerKey::Account { address: bob.clone() })),
        (&printed, issuer(ed25519)),
        ("remove issuer guild", identity::ExecuteMsg::RemoveIssuer { id: "guild".to_string() }),
        ("revoke few bob, ann", identity::ExecuteMsg::RevokeFew { accounts: vec![bob.clone(), ann] }),
        ("revoke bob", identity::ExecuteMsg::Revoke { accounts: vec![bob] }),
    ];
    for (sentence, msg) in cases {
        assert_eq!(decided(dao, sentence)?, call(&dao.contracts.identity, &msg)?, "{sentence}");
    }
    let (contract, checksum) = (dao.contracts.voting.to_string(), HexBinary::from(vec![0xab; 32]));
    let hash = HexBinary::from(sha256(br#"{"a":1,"b":2}"#));
    let rescue =
        Rescue { contract: contract.clone(), checksum: checksum.clone(), hash, until: dao.now() + 60 * DAY };
    let cases = [
        (
            format!("approve rescue of voting to {checksum} with {{\"b\": 2, \"a\": 1}} until 60d"),
            proposal::ExecuteMsg::ApproveRescue { rescue },
        ),
        (
            format!("revoke rescue of voting to {checksum}"),
            proposal::ExecuteMsg::RevokeRescue { contract, checksum },
        ),
    ];
    for (sentence, msg) in cases {
        assert_eq!(decided(dao, &sentence)?, call(&dao.contracts.proposal, &msg)?, "{sentence}");
    }
    Ok(())
}

#[test]
fn what_is_no_decision_says_how_one_is_written() -> Result<()> {
    let dao = &town()?;
    let said = denies(dao, "give 5 cash to bob");
    assert!(decision_forms().all(|form| said.contains(&format!("`{form}`"))), "{said}");
    assert_eq!(
        denies(dao, "revoke"),
        "`revoke` is no decision; write `revoke budget NUMBER`, `revoke rescue of CONTRACT to SHA256`, \
         `revoke few ACCOUNTS`, `revoke ACCOUNTS`"
    );
    for (sentence, why) in [
        ("pay cash to bob", "in `pay cash to bob` (pay AMOUNT to ACCOUNT): `cash` is no amount"),
        ("pay 5 cash to nobody", "`nobody` is no address"),
        ("revoke budget few", "`few` is no number"),
        ("cancel it in theft because so", "`it` is no number of a proposal"),
        ("name guardian bob until 2019-01-01", "is past"),
        (
            "pause everything for 72h in theft because so",
            "`everything` is not paused: `treasury` is, or `execution`",
        ),
        ("pause treasury for 72 in theft because so", "`72` of what?"),
        ("lower cap of cash to 101%", "write 0.01% to 100%"),
        ("lower cap of cash to many tokens", "`many tokens` is no number of tokens"),
        ("add issuer guild {}", "as `isonomia issuer-key` prints it"),
        ("approve rescue of voting to 00 with {} until 60d", "a SHA-256 has 32 bytes"),
        (&format!("approve rescue of voting to {} with none until 60d", "ab".repeat(32)), "is JSON: {}"),
    ] {
        let said = denies(dao, sentence);
        assert!(said.contains(why), "{sentence}: {said}");
    }
    for wrong in ["bob", "bob=", "bob=-1", "bob=5,ann"] {
        let said = denies(dao, &format!("name operators {wrong}"));
        assert!(said.contains("is no operator with its weight: write ACCOUNT=5"), "{said}");
    }
    assert!(denies(dao, "name operators nobody=5").contains("`nobody` is no address"));
    Ok(())
}

#[test]
fn decisions_stand_in_their_order_behind_the_payments() -> Result<()> {
    let mut dao = town()?;
    let words =
        ["--title", "Much", "--do", "list cash", "--spend", "1ucash to painter", "--do", "unlist iso"];
    let shown = shown::<Propose>(&dao, "ann", &words)?;
    let at = |what: &str| shown.find(what).unwrap_or_else(|| panic!("{what}: {shown}"));
    assert!(
        at("action 1  pay") < at("action 2  list ucash") && at("list ucash") < at("action 3  take uiso off")
    );
    let id = proposal_id(&does::<Propose>(&mut dao, "ann", &words)?)?;
    assert_eq!(dao.proposal(id)?.class, Class::Critical);
    Ok(())
}

#[test]
fn what_only_takes_away_is_an_emergency() -> Result<()> {
    let sentences = [
        "cancel 7 in theft because nobody agreed",
        "pause treasury for 72h in theft because nobody agreed",
        "revoke budget 1",
        "cancel stream 1",
        "lower cap of iso to 1%",
        "revoke few bob",
        "remove issuer guild",
        "remove guardian",
    ];
    for sentence in sentences {
        let mut dao = town()?;
        let id = proposal_id(&does::<Propose>(
            &mut dao,
            "ann",
            &["--title", "Stop", "--emergency", "--do", sentence],
        )?)?;
        assert_eq!(dao.proposal(id)?.class, Class::Emergency, "{sentence}");
    }
    let dao = town()?;
    for sentence in
        ["unpause", "list cash", "raise cap of iso to 9%", "name guardian bob until 9d", "revoke bob"]
    {
        let said = denied::<Propose>(&dao, "ann", &["--title", "Stop", "--emergency", "--do", sentence]);
        assert!(said.contains("is not defensive"), "{sentence}: {said}");
    }
    Ok(())
}

#[test]
fn the_page_lists_every_decision() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/shell.md");
    let page = std::fs::read_to_string(page).unwrap();
    for form in decision_forms() {
        assert!(page.contains(&format!("`{form}`")), "{form}");
    }
}
