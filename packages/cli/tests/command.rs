//! The command as its users meet it: exit codes, standard output, errors.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use serde_json::{json, Value};

fn isonomia(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_isonomia")).args(arguments).output().unwrap()
}

/// A scenario file that is gone with the test.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, text: &str) -> File {
        let path = std::env::temp_dir().join(format!("isonomia-{}-{name}.json", std::process::id()));
        std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        File(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_example_of_the_docs_runs() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/example.json");

    let output = isonomia(&["run", example, "--json"]);

    assert!(output.status.success(), "{}", stderr(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["polls"]["p1"]["class"], "standard");
    assert_eq!(report["refused"], json!([{"step": 7, "error": "the account is not attested"}]));
}

#[test]
fn where_nobody_reads_on_it_ends_quietly() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/example.json");
    for arguments in [&["run", example][..], &["run", example, "--json"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
        let output = command.args(arguments).stdout(writer).output().unwrap();
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(141), ""), "{arguments:?}");
    }
}

#[test]
fn a_recipe_of_the_docs_runs_to_its_end() {
    let recipe = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/recipes/payroll.json");

    let output = isonomia(&["run", recipe, "--strict"]);

    assert!(output.status.success(), "{}", stderr(&output));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("payroll (critical): PASSES") && told.ends_with(" steps, 0 refused.\n"), "{told}");
}

#[test]
fn the_help_of_propose_lists_what_can_be_decided() {
    let output = isonomia(&["propose", "--help"]);

    let told = String::from_utf8(output.stdout).unwrap();
    for form in isonomia_cli::shell::decision_forms() {
        assert!(told.contains(form), "{form}: {told}");
    }
}

#[test]
fn a_strict_run_stops_at_the_first_refusal_with_exit_code_1() {
    let file = File::new(
        "strict",
        r#"{"steps":[{"revoke":{"account":"ann"}},{"stake":{"account":"ann","amount":"1"}}]}"#,
    );

    let output = isonomia(&["run", file.path(), "--strict"]);

    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "isonomia: step 0 was refused: the account is not attested\n");
}

#[test]
fn a_strict_run_for_a_machine_reports_what_has_come_of_it_before_it_stops() {
    let file =
        File::new("strict-json", r#"{"steps":[{"attest":{"account":"ann"}},{"revoke":{"account":"bob"}}]}"#);

    let output = isonomia(&["run", file.path(), "--strict", "--json"]);

    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let refused = json!([{"step": 1, "error": "the account is not attested"}]);
    assert_eq!(report, json!({"polls": {}, "refused": refused}));
}

#[test]
fn a_malformed_scenario_stops_at_once_and_says_where() {
    let file = File::new("malformed", r#"{"params":{"kapa_bps":1}}"#);

    let output = isonomia(&["run", file.path(), "--json"]);

    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = stderr(&output);
    assert!(said.starts_with("isonomia: not a scenario: unknown field `kapa_bps`"), "{said}");
}

#[test]
fn the_widest_amounts_are_refused_and_nothing_panics() {
    let widest = u128::MAX.to_string();
    let stake = |account, amount: &str| json!({"stake": {"account": account, "amount": amount}});
    let limit = (1u128 << 100).to_string();
    let steps = [stake("ann", "1"), stake("bob", &widest), stake("ann", &widest), stake("cat", &limit)];
    let file = File::new("widest", &json!({ "steps": steps }).to_string());

    let output = isonomia(&["run", file.path(), "--json"]);

    assert!(output.status.success(), "{}", stderr(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["refused"].as_array().unwrap().len(), 3);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = isonomia(&["run", "nowhere.json"]);

    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("isonomia: nowhere.json: "), "{}", stderr(&output));
}

#[test]
fn an_unknown_population_is_named() {
    let output = isonomia(&["demo", "--population", "atlantis"]);

    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("atlantis"), "{}", stderr(&output));
}

#[test]
fn a_verb_of_a_live_chain_says_what_is_missing_before_anything_is_signed() {
    let said = |arguments: &[&str]| {
        let output = isonomia(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        stderr(&output)
    };
    let nowhere = ["show", "1", "--devnet-home", "/nowhere"];
    assert!(said(&nowhere).starts_with("isonomia: no devnet is up; `isonomia devnet up` starts one"));
    let unknown = ["vote", "1", "yes", "--chain", "atlantis-1", "--from", "ann"];
    let unknown = said(&unknown);
    assert!(unknown.starts_with("isonomia: no chain is called `atlantis-1`"), "{unknown}");
    assert!(unknown.ends_with("xion-testnet-2, and `devnet` where one is up\n"), "{unknown}");
    let away = ["list", "--chain", "uni-7", "--node", "http://127.0.0.1:9"];
    assert!(said(&away).starts_with("isonomia: no node answers: http://127.0.0.1:9"));
}

#[test]
fn a_watch_outlives_a_node_that_is_away() {
    let folder = tempfile::tempdir().unwrap();
    town(folder.path(), "uni-7");
    let deployments = folder.path().to_str().unwrap();
    let words = ["watch", "1", "--chain", "uni-7", "--node", "http://127.0.0.1:9", "--every", "1"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_isonomia"));
    let command = command.args(words).args(["--deployments", deployments]).stderr(Stdio::piped());

    let mut watch = command.spawn().unwrap();
    let said = BufReader::new(watch.stderr.take().unwrap()).lines().take(2);
    let said: Vec<String> = said.map(Result::unwrap).collect();

    assert!(watch.try_wait().unwrap().is_none(), "it has ended");
    watch.kill().unwrap();
    watch.wait().unwrap();
    assert!(said[0].starts_with("isonomia: no node answers: http://127.0.0.1:9"), "{said:?}");
    assert!(said[0].ends_with("next try in 1 s") && said[1].ends_with("next try in 2 s"), "{said:?}");
}

/// A deployment file that names a DAO.
fn town(folder: &std::path::Path, chain_id: &str) {
    let asset = isonomia_api::asset::Asset::Native { denom: "uiso".to_string() };
    let params = isonomia_api::plan::Params::standard("town", asset, vec![]);
    let each = |value: Value| {
        let names = ["vault", "voting", "identity", "proposal", "timelock", "treasury"];
        json!(names
            .map(|name| (name, value.clone()))
            .into_iter()
            .collect::<std::collections::BTreeMap<_, _>>())
    };
    let dao = json!({
        "params": params, "founder": "juno1founder", "salt": "", "codes": each(json!(1)),
        "checksums": each(json!("")), "contracts": each(json!("juno1contract")), "git_commit": "",
        "step": { "done": { "result": null, "tx": null, "height": null } },
    });
    let file = json!({ "chain_id": chain_id, "daos": { "town": dao } }).to_string();
    std::fs::write(folder.join(format!("{chain_id}.json")), file).unwrap();
}

#[test]
fn a_secret_is_no_argument() {
    let output = isonomia(&["stake", "1iso", "--mnemonic", "abandon abandon"]);

    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("unexpected argument '--mnemonic'"), "{}", stderr(&output));
}
