//! cw3-flex-multisig 2.0.0 with voting as its group. It reads the keys of a cw4 group: `total` when it is made and when
//! somebody proposes, `members` when somebody executes.

use anyhow::Result;
use serde_json::{json, Value};

use super::chain::Chain;
use super::quadratic::{Codes, Quadratic, ALL_POWER, COIN, POWER};

/// A multisig that three small members carry against a large one, and whose payments members execute.
fn make(chain: &Chain, quadratic: &Quadratic) -> Result<String> {
    let code = chain.store("peers/cw3-flex-multisig")?;
    let msg = json!({
        "group_addr": quadratic.voting,
        "threshold": {"absolute_percentage": {"percentage": "0.51"}},
        "max_voting_period": {"time": 3600},
        "executor": "member",
        "proposal_deposit": null
    });
    let (made, multisig) = chain.make("alice", &code, "multisig", &msg)?;
    chain.send("alice", &[made])?;
    chain.give(&multisig, 1_000 * COIN, "ucash")?;
    Ok(multisig)
}

fn weight_of_vote(chain: &Chain, multisig: &str, name: &str) -> Result<Value> {
    let found: Value =
        chain.ask(multisig, json!({"vote": {"proposal_id": 1, "voter": chain.address(name)?}}))?;
    Ok(found["vote"]["weight"].clone())
}

#[test]
fn cw3_flex_multisig_passes_a_proposal_by_quadratic_weights() -> Result<()> {
    let chain = Chain::of_story(0)?;
    let codes = Codes::store(&chain)?;
    let alice = chain.address("alice")?;
    let quadratic = Quadratic::make(&chain, &codes, &alice)?;
    quadratic.gather(&chain)?;
    let multisig = make(&chain, &quadratic)?;
    let erin = chain.address("erin")?;
    let before = chain.balance(&erin, "ucash")?;

    let pay = json!({"bank": {"send": {
        "to_address": erin, "amount": [{"denom": "ucash", "amount": "1000000000"}]
    }}});
    let propose = json!({"propose": {"title": "Pay erin", "description": "", "msgs": [pay], "latest": null}});
    chain.call("bob", &multisig, propose)?;
    // Who comes later has a weight, and none in this vote.
    quadratic.stake(&chain, "erin", 100)?;
    quadratic.attest(&chain, "erin")?;
    let vote = |vote: &str| json!({"vote": {"proposal_id": 1, "vote": vote}});
    let late = chain.refused("erin", &multisig, vote("yes"))?;
    assert!(late.contains("Unauthorized"), "{late}");
    chain.call("alice", &multisig, vote("no"))?;
    chain.call("carol", &multisig, vote("yes"))?;
    let open: Value = chain.ask(&multisig, json!({"proposal": {"proposal_id": 1}}))?;
    assert_eq!(open["status"], "open", "80 of 220");
    chain.call("dave", &multisig, vote("yes"))?;

    let passed: Value = chain.ask(&multisig, json!({"proposal": {"proposal_id": 1}}))?;
    assert_eq!(passed["status"], "passed", "120 of 220 are yes, though alice has two thirds of the stake");
    assert_eq!(passed["threshold"]["absolute_percentage"]["total_weight"], json!(ALL_POWER as u64));
    assert_eq!(weight_of_vote(&chain, &multisig, "alice")?, json!(POWER.0 as u64));
    assert_eq!(weight_of_vote(&chain, &multisig, "bob")?, json!(POWER.1 as u64));
    let stranger = chain.refused("keeper1", &multisig, json!({"execute": {"proposal_id": 1}}))?;
    assert!(stranger.contains("Unauthorized"), "{stranger}");
    chain.call("carol", &multisig, json!({"execute": {"proposal_id": 1}}))?;
    assert_eq!(chain.balance(&erin, "ucash")?, before + 1_000 * COIN);

    let voters: Value = chain.ask(&multisig, json!({"list_voters": {}}))?;
    assert_eq!(voters["voters"].as_array().map(Vec::len), Some(5), "{voters}");
    Ok(())
}
