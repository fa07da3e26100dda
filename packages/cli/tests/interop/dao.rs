//! A DAO of DAO DAO 2.6.0 (dao-dao-core, dao-proposal-single, dao-voting-cw4 and a cw4-group) goes over to quadratic voting.

use anyhow::{Context, Result};
use isonomia_chain::execute;
use serde_json::{json, Value};

use super::chain::{packed, Chain, Code};
use super::quadratic::{vault_msg, voting_msg, Codes, Quadratic, ALL_POWER, COIN, POWER, STAKES};

/// A DAO of alice, bob and carol, one vote each.
struct Dao {
    core: String,
    proposals: String,
    /// The code of its proposal module, which was the last contract that it made.
    single: Code,
    /// The code of its voting module.
    cw4: Code,
}

fn module(code: &Code, label: &str, msg: &Value) -> Value {
    json!({"code_id": code.id, "msg": packed(msg), "admin": {"core_module": {}}, "funds": [], "label": label})
}

impl Dao {
    fn make(chain: &Chain) -> Result<Dao> {
        let [core, single, cw4, group] =
            ["dao-dao-core", "dao-proposal-single", "dao-voting-cw4", "cw4-group"]
                .map(|peer| chain.store(&format!("peers/{peer}")));
        let (core, single, cw4, group) = (core?, single?, cw4?, group?);
        let member = |name| Ok(json!({"addr": chain.address(name)?, "weight": 1}));
        let members = ["alice", "bob", "carol"].map(member).into_iter().collect::<Result<Vec<Value>>>()?;
        let voting = json!({"group_contract": {"new": {
            "cw4_group_code_id": group.id, "initial_members": members
        }}});
        let proposals = json!({
            "threshold": {"absolute_percentage": {"percentage": {"majority": {}}}},
            "max_voting_period": {"time": 3600}, "min_voting_period": null,
            "only_members_execute": true, "allow_revoting": false,
            "pre_propose_info": {"anyone_may_propose": {}},
            "close_proposal_on_execution_failure": true, "veto": null
        });
        let msg = json!({
            "admin": null, "name": "A DAO", "description": "Of three", "image_url": null,
            "automatically_add_cw20s": true, "automatically_add_cw721s": true,
            "voting_module_instantiate_info": module(&cw4, "voting", &voting),
            "proposal_modules_instantiate_info": [module(&single, "proposals", &proposals)],
            "initial_items": null, "dao_uri": null
        });
        let (made, core) = chain.make("alice", &core, "dao", &msg)?;
        chain.send("alice", &[made])?;
        chain.give(&core, 1_000 * COIN, "ucash")?;
        let modules: Value = chain.ask(&core, json!({"proposal_modules": {}}))?;
        let proposals = modules[0]["address"].as_str().context("no proposal module")?.to_string();
        Ok(Dao { core, proposals, single, cw4 })
    }

    fn propose(&self, chain: &Chain, name: &str, action: &Value) -> Result<()> {
        chain.call(name, &self.proposals, proposal(action))?;
        Ok(())
    }

    fn vote(&self, chain: &Chain, name: &str, id: u64, vote: &str) -> Result<()> {
        let vote = json!({"vote": {"proposal_id": id, "vote": vote, "rationale": null}});
        chain.call(name, &self.proposals, vote)?;
        Ok(())
    }

    fn proposal(&self, chain: &Chain, id: u64) -> Result<Value> {
        let found: Value = chain.ask(&self.proposals, json!({"proposal": {"proposal_id": id}}))?;
        Ok(found["proposal"].clone())
    }

    fn voting_module(&self, chain: &Chain) -> Result<String> {
        chain.ask(&self.core, json!({"voting_module": {}}))
    }

    /// Two of three decide that the DAO goes over to another voting module.
    fn decide_to_switch(&self, chain: &Chain, to: Value) -> Result<()> {
        let switch = json!({"update_voting_module": {"module": to}});
        let call = json!({"execute": {"contract_addr": self.core, "msg": packed(&switch), "funds": []}});
        self.propose(chain, "alice", &json!({"wasm": call}))?;
        self.vote(chain, "alice", 1, "yes")?;
        self.vote(chain, "bob", 1, "yes")?;
        assert_eq!(self.proposal(chain, 1)?["status"], "passed");
        Ok(())
    }

    /// Voting obeys the DAO as it obeys a timelock.
    fn names_another_registrar(&self, chain: &Chain, voting: &str) -> Result<()> {
        let keeper = chain.address("keeper1")?;
        let msg = packed(&json!({"set_registrar": {"registrar": keeper}}));
        let call = json!({"execute": {"contract_addr": voting, "msg": msg, "funds": []}});
        self.propose(chain, "bob", &json!({"wasm": call}))?;
        for name in ["alice", "bob"] {
            self.vote(chain, name, 3, "yes")?;
        }
        chain.call("bob", &self.proposals, json!({"execute": {"proposal_id": 3}}))?;
        let told: Value = chain.ask(voting, json!({"config": {}}))?;
        assert_eq!(told["registrar"], keeper);
        Ok(())
    }

    /// Bob makes the vault, executes the proposal that makes voting, and stakes a coin: all in one transaction, which
    /// expects voting to be the contract of this number.
    fn switch_directly(&self, chain: &Chain, codes: &Codes, number: u64) -> Result<Quadratic> {
        let bob = chain.address("bob")?;
        let voting = chain.address_of_number(codes.voting.id, number)?;
        let (vault_made, vault) = chain.make("bob", &codes.vault, "vault", &vault_msg(&voting))?;
        let switched = execute(&bob, &self.proposals, &json!({"execute": {"proposal_id": 1}}), vec![])?;
        let coin = vec![(COIN, "uiso".to_string())];
        let staked = execute(&bob, &vault, &json!({"stake": {}}), coin)?;
        chain.send("bob", &[vault_made, switched, staked])?;
        Ok(Quadratic { vault, voting })
    }

    /// Bob, carol and dave pay erin, against alice, who has two thirds of the stake.
    fn pays_by_quadratic_power(&self, chain: &Chain) -> Result<()> {
        let erin = chain.address("erin")?;
        let before = chain.balance(&erin, "ucash")?;
        self.propose(chain, "dave", &payment(&erin))?;
        for (name, power) in [("alice", POWER.0), ("dave", POWER.1), ("erin", 0)] {
            let told: Value = chain
                .ask(&self.core, json!({"voting_power_at_height": {"address": chain.address(name)?}}))?;
            assert_eq!(told["power"], power.to_string(), "{name}");
        }
        self.vote(chain, "alice", 2, "no")?;
        self.vote(chain, "bob", 2, "yes")?;
        self.vote(chain, "carol", 2, "yes")?;
        assert_eq!(self.proposal(chain, 2)?["status"], "open", "80 of 220");
        self.vote(chain, "dave", 2, "yes")?;

        let passed = self.proposal(chain, 2)?;
        let votes = json!({
            "yes": (3 * POWER.1).to_string(), "no": POWER.0.to_string(), "abstain": "0"
        });
        assert_eq!((&passed["status"], &passed["votes"]), (&json!("passed"), &votes));
        assert_eq!(passed["total_power"], ALL_POWER.to_string());
        chain.call("dave", &self.proposals, json!({"execute": {"proposal_id": 2}}))?;
        assert_eq!(chain.balance(&erin, "ucash")?, before + 1_000 * COIN);
        Ok(())
    }
}

fn proposal(action: &Value) -> Value {
    json!({"propose": {
        "title": "A proposal", "description": "", "msgs": [action], "proposer": null, "vote": null
    }})
}

/// A thousand from the treasury.
fn payment(to: &str) -> Value {
    json!({"bank": {"send": {"to_address": to, "amount": [{"denom": "ucash", "amount": "1000000000"}]}}})
}

/// The way of the guide: people gather first, and the DAO goes over to what is there.
#[test]
fn a_dao_goes_over_through_dao_voting_cw4_and_passes_a_proposal() -> Result<()> {
    let chain = Chain::of_story(1)?;
    let (dao, codes) = (Dao::make(&chain)?, Codes::store(&chain)?);
    let quadratic = Quadratic::make(&chain, &codes, &dao.core)?;
    let group = json!({"group_contract": {"existing": {"address": quadratic.voting}}});
    dao.decide_to_switch(&chain, module(&dao.cw4, "quadratic", &group))?;

    quadratic.gather(&chain)?;
    chain.call("bob", &dao.proposals, json!({"execute": {"proposal_id": 1}}))?;

    let voting_module = dao.voting_module(&chain)?;
    let told: String = chain.ask(&voting_module, json!({"group_contract": {}}))?;
    assert_eq!(told, quadratic.voting);
    dao.pays_by_quadratic_power(&chain)?;
    dao.names_another_registrar(&chain, &quadratic.voting)
}

/// The module is new, so nobody has power in it: until enough are attested, nothing may be proposed.
#[test]
fn a_dao_goes_over_directly_and_passes_a_proposal_once_people_are_attested() -> Result<()> {
    let chain = Chain::of_story(2)?;
    let (dao, codes) = (Dao::make(&chain)?, Codes::store(&chain)?);
    let (bob, registrar) = (chain.address("bob")?, chain.address("registrar")?);
    let vault = chain.address_of(&bob, &codes.vault, "vault")?;
    let switch = module(&codes.voting, "quadratic", &voting_msg(&vault, &registrar, &dao.core));
    dao.decide_to_switch(&chain, switch)?;

    // The core makes the module at the next number of the chain. Whoever expects another one changes nothing: the vault
    // tells nobody, so the module is refused, the stake fails, and with it the whole transaction.
    let next = chain.number_of(dao.single.id, &dao.proposals)? + 1;
    let before = dao.voting_module(&chain)?;
    let outrun = dao.switch_directly(&chain, &codes, next + 1).expect_err("a module at another address");
    assert!(format!("{outrun:#}").contains("no such contract"), "{outrun:#}");
    assert_eq!((&dao.proposal(&chain, 1)?["status"], dao.voting_module(&chain)?), (&json!("passed"), before));
    let quadratic = dao.switch_directly(&chain, &codes, next)?;

    assert_eq!(dao.voting_module(&chain)?, quadratic.voting);
    let told: String = chain.ask(&quadratic.voting, json!({"dao": {}}))?;
    assert_eq!(told, dao.core);
    let erin = chain.address("erin")?;
    let early = chain.refused("bob", &dao.proposals, proposal(&payment(&erin)))?;
    assert!(early.contains("the DAO is currently inactive"), "{early}");
    for (name, coins) in STAKES {
        // One of bob's is there already.
        quadratic.stake(&chain, name, coins - u128::from(name == "bob"))?;
        quadratic.attest(&chain, name)?;
    }
    dao.pays_by_quadratic_power(&chain)
}
