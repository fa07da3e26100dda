//! What voting answers.

use cosmwasm_std::Uint128;
use isonomia_api::voting::{
    AccountResponse, BallotInfo, BallotResponse, BallotsResponse, ConfigResponse, DelegateInfo,
    DelegatedResponse, OpenedPoll, PartInfo, PollResponse, QuorumResponse, RegistryResponse, TallyInfo,
    TotalsResponse, Weight,
};
use isonomia_core::class::{Class, Scope};
use isonomia_core::poll::{PollStage, Snapshot};
use isonomia_core::tally::Choice;
use isonomia_core::verdict::{Conditions, Mode};
use serde_json::{json, Value};

use crate::given::{addr, pin, rules, rules_json};

/// A weight of 1 to 9, each component another.
fn weight(first: u128) -> Weight {
    Weight {
        power: Uint128::new(first),
        stake: Uint128::new(first + 1),
        unattested_stake: Uint128::new(first + 2),
    }
}

#[test]
fn config() {
    pin(
        ConfigResponse {
            vault: addr("vault"),
            registrar: addr("registrar"),
            proposal: addr("proposal"),
            timelock: addr("timelock"),
            scale: 1_000_000,
            floor_stake: Uint128::new(1_000_000),
            season: 7_776_000,
            min_attested: 25,
            least_total_stake: Uint128::zero(),
            unbonding: 2_419_200,
            day: 86_400,
            started: 900,
        },
        json!({
            "vault": "vault", "registrar": "registrar", "proposal": "proposal", "timelock": "timelock",
            "scale": 1000000, "floor_stake": "1000000", "season": 7776000, "min_attested": 25,
            "least_total_stake": "0", "unbonding": 2419200, "day": 86400, "started": 900
        }),
    );
}

#[test]
fn an_account() {
    pin(weight(1), json!({"power": "1", "stake": "2", "unattested_stake": "3"}));
    pin(
        AccountResponse {
            own: weight(1),
            attested_until: Some(900),
            delegate: Some(DelegateInfo { since: 300, generation: 2, received: weight(4) }),
            delegation: vec![PartInfo { delegate: addr("bob"), bps: 6_000, lives: true }],
        },
        json!({
            "own": {"power": "1", "stake": "2", "unattested_stake": "3"},
            "attested_until": 900,
            "delegate": {
                "since": 300, "generation": 2, "received": {"power": "4", "stake": "5", "unattested_stake": "6"}
            },
            "delegation": [{"delegate": "bob", "bps": 6000, "lives": true}]
        }),
    );
    pin(
        AccountResponse { own: Weight::default(), attested_until: None, delegate: None, delegation: vec![] },
        json!({
            "own": {"power": "0", "stake": "0", "unattested_stake": "0"},
            "attested_until": null, "delegate": null, "delegation": []
        }),
    );
}

#[test]
fn totals_and_delegated() {
    pin(
        TotalsResponse { power: Uint128::new(5), stake: Uint128::new(9), attested: 3 },
        json!({"power": "5", "stake": "9", "attested": 3}),
    );
    pin(
        DelegatedResponse {
            own: weight(1),
            received: weight(2),
            overridden: weight(3),
            cast: weight(4),
            cap: Uint128::new(9),
        },
        json!({
            "own": {"power": "1", "stake": "2", "unattested_stake": "3"},
            "received": {"power": "2", "stake": "3", "unattested_stake": "4"},
            "overridden": {"power": "3", "stake": "4", "unattested_stake": "5"},
            "cast": {"power": "4", "stake": "5", "unattested_stake": "6"},
            "cap": "9"
        }),
    );
}

fn opened() -> (OpenedPoll, Value) {
    let conditions = Conditions {
        quorum: true,
        threshold: true,
        stake_relative: true,
        stake_support: true,
        head_count: false,
    };
    (
        OpenedPoll {
            snapshot: Snapshot { height: 12, time: 900 },
            closes: 1_800,
            extensions: 1,
            mode: Mode::TwoKey,
            totals: TotalsResponse { power: Uint128::new(5), stake: Uint128::new(9), attested: 3 },
            stake_base: Uint128::new(9),
            quorum_bps: 1_500,
            cap: Uint128::new(8),
            tally: TallyInfo { yes: weight(1), no: weight(2), abstain: weight(3), heads: 2 },
            yes_side: Uint128::new(6),
            no_side: Uint128::new(7),
            heads_needed: 3,
            conditions,
            passes: false,
            forfeits_deposit: true,
        },
        json!({
            "snapshot": {"height": 12, "time": 900},
            "closes": 1800,
            "extensions": 1,
            "mode": "two_key",
            "totals": {"power": "5", "stake": "9", "attested": 3},
            "stake_base": "9",
            "quorum_bps": 1500,
            "cap": "8",
            "tally": {
                "yes": {"power": "1", "stake": "2", "unattested_stake": "3"},
                "no": {"power": "2", "stake": "3", "unattested_stake": "4"},
                "abstain": {"power": "3", "stake": "4", "unattested_stake": "5"},
                "heads": 2
            },
            "yes_side": "6",
            "no_side": "7",
            "heads_needed": 3,
            "conditions": {
                "quorum": true, "threshold": true, "stake_relative": true, "stake_support": true, "head_count": false
            },
            "passes": false,
            "forfeits_deposit": true
        }),
    )
}

#[test]
fn a_poll() {
    let (opened, opened_json) = opened();
    let poll = |stage, opened| PollResponse {
        id: 7,
        proposal: addr("proposal"),
        class: Class::Standard,
        scope: Scope::Ordinary,
        rules: rules().standard,
        stage,
        opens: 900,
        opened,
    };
    let json = |stage: &str, opened: Value| {
        json!({
            "id": 7, "proposal": "proposal", "class": "standard", "scope": "ordinary",
            "rules": rules_json()["standard"], "stage": stage, "opens": 900, "opened": opened
        })
    };
    pin(poll(PollStage::Open, Some(opened)), json("open", opened_json));
    pin(poll(PollStage::Pending, None), json("pending", Value::Null));
}

#[test]
fn ballots() {
    let ballot = |choice| BallotInfo { voter: addr("alice"), choice, cast: weight(1) };
    let said = json!({
        "voter": "alice", "choice": "no", "cast": {"power": "1", "stake": "2", "unattested_stake": "3"}
    });
    let silent = json!({
        "voter": "alice", "choice": null, "cast": {"power": "1", "stake": "2", "unattested_stake": "3"}
    });
    pin(BallotResponse { ballot: None }, json!({ "ballot": null }));
    pin(BallotResponse { ballot: Some(ballot(Some(Choice::No))) }, json!({ "ballot": said }));
    pin(
        BallotsResponse { ballots: vec![ballot(Some(Choice::No)), ballot(None)] },
        json!({ "ballots": [said, silent] }),
    );
}

#[test]
fn the_quorum_and_the_registry() {
    pin(
        QuorumResponse { quorum_bps: 1_500, average_turnout_bps: 3_000, epoch: 4 },
        json!({"quorum_bps": 1500, "average_turnout_bps": 3000, "epoch": 4}),
    );
    pin(
        RegistryResponse { ready: true, latched: false, below: true, below_since: Some(900) },
        json!({"ready": true, "latched": false, "below": true, "below_since": 900}),
    );
    pin(
        RegistryResponse { ready: false, latched: true, below: false, below_since: None },
        json!({"ready": false, "latched": true, "below": false, "below_since": null}),
    );
}
