//! What voting answers DAO DAO and the users of cw4 groups, in their shapes.

use cosmwasm_std::Uint128;
use cw2::ContractVersion;
use isonomia_api::voting::{
    AdminResponse, HooksResponse, InfoResponse, IsActiveResponse, Member, MemberListResponse, MemberResponse,
    TotalPowerAtHeightResponse, TotalWeightResponse, VotingPowerAtHeightResponse,
};
use serde_json::json;

use crate::given::{addr, pin};

#[test]
fn a_voting_module_of_dao_dao() {
    let power = Uint128::new(5);
    pin(VotingPowerAtHeightResponse { power, height: 12 }, json!({"power": "5", "height": 12}));
    pin(TotalPowerAtHeightResponse { power, height: 12 }, json!({"power": "5", "height": 12}));
    pin(addr("timelock"), json!("timelock"));
    let info =
        ContractVersion { contract: "crates.io:isonomia-voting".to_string(), version: "1.0.0".to_string() };
    pin(
        InfoResponse { info },
        json!({"info": {"contract": "crates.io:isonomia-voting", "version": "1.0.0"}}),
    );
    pin(IsActiveResponse { active: true }, json!({"active": true}));
}

#[test]
fn a_cw4_group() {
    pin(AdminResponse { admin: None }, json!({"admin": null}));
    pin(MemberResponse { weight: Some(5) }, json!({"weight": 5}));
    pin(MemberResponse { weight: None }, json!({"weight": null}));
    pin(TotalWeightResponse { weight: 5 }, json!({"weight": 5}));
    let members = vec![Member { addr: "alice".to_string(), weight: 5 }];
    pin(MemberListResponse { members }, json!({"members": [{"addr": "alice", "weight": 5}]}));
    pin(HooksResponse { hooks: vec![] }, json!({"hooks": []}));
}
