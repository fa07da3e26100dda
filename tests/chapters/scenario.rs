//! Scenarios: the file, what stops it at once, what is refused step by step, and the report.

mod deciding;
mod file;
mod replay;
mod runner;

use isonomia_cli::scenario::{parse, run, Report, Scenario};
use serde_json::{json, Value};

/// The example of the issue, with every parameter and every step it names.
const EXAMPLE: &str = r#"
{"params": {"k":"1000000","floor_stake":"1000000","kappa_bps":1000,"cap_bps":300,"season_seconds":7776000,"min_attested":0,"min_total_stake":"0",
            "classes":{"signal":{}, "standard":{"tau_bps":5000,"theta_bps":3333,"support_bps":100,"quorum_bps":1000,"head_count":0}, "critical":{}}},
 "steps": [{"stake":{"account":"ann","amount":"1000000"}}, {"unstake":{"account":"ann","amount":"5"}}, {"attest":{"account":"ann"}}, {"revoke":{"account":"ann"}},
           {"register_delegate":{"account":"dan"}}, {"resign_delegate":{"account":"dan"}}, {"delegate":{"account":"ann","to":[{"delegate":"dan","bps":10000}]}}, {"undelegate":{"account":"ann"}},
           {"advance":{"seconds":7776000}}, {"open":{"poll":"p1","class":"standard"}}, {"vote":{"poll":"p1","account":"dan","choice":"yes"}}, {"close":{"poll":"p1"}}]}
"#;

/// With two keys from the first poll, these steps.
fn steps(steps: Value) -> Scenario {
    parse(&json!({ "params": { "min_attested": 0 }, "steps": steps }).to_string()).unwrap()
}

fn replay(scenario: &Scenario) -> Report {
    run(scenario, false, |_, _, _, _| {}).unwrap()
}
