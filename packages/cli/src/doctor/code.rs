//! The compiled contracts: whether they are there, fit, and are on the chain already.

use isonomia_api::plan::Suite;
use isonomia_chain::Node;

use super::{Case, Check, Examination};
use crate::artifacts::{Artifact, Checksums};
use crate::deploy::codes::{self, KnownCode};

/// The artifacts, if they are there and fit.
pub(super) fn artifacts(case: &Case, found: &mut Examination) -> Option<Suite<Artifact>> {
    let suite = match Artifact::read_suite(case.artifacts) {
        Ok(suite) => suite,
        Err(error) => {
            found.add(Check::error("artifacts", error));
            return None;
        }
    };
    let listed = matches!(Checksums::read(case.artifacts), Ok(Some(_)));
    found.add(sized(&suite, case.chain.max_wasm_bytes, listed));
    Some(suite)
}

fn sized(suite: &Suite<Artifact>, most: u64, listed: bool) -> Check {
    let sizes = suite.named().map(|(name, artifact)| (artifact.wasm.len() as u64, name));
    let (largest, name) = sizes.into_iter().max().unwrap_or_default();
    if largest > most {
        let says = format!("{name}.wasm has {largest} bytes, the chain stores at most {most}");
        return Check::wrong("artifacts", says, "build them with scripts/wasm.sh; if the chain takes more by now, raise max_wasm_bytes in a copy of the chain file");
    }
    let list = if listed { "as checksums.txt lists them" } else { "no checksums.txt to compare them with" };
    Check::ok(
        "artifacts",
        format!("six, {list}; the largest, {name}, has {largest} bytes, the chain stores {most}"),
    )
}

/// Which of the codes the chain has.
pub(super) fn known(
    case: &Case,
    node: &Node,
    suite: &Suite<Artifact>,
    founder: &str,
    found: &mut Examination,
) -> Option<Suite<Option<KnownCode>>> {
    match codes::known(node, case.deployments, suite, founder) {
        Ok(known) => {
            found.add(Check::ok("codes", stock(&known)));
            Some(known)
        }
        Err(error) => {
            found.add(Check::error("codes", format!("{error:#}")));
            None
        }
    }
}

/// Which codes are on the chain, in a line.
pub(super) fn stock(known: &Suite<Option<KnownCode>>) -> String {
    let told = known.named().map(|(name, code)| match code {
        Some(code) => format!("{name} is {}", code.code_id),
        None => format!("{name} is to be stored"),
    });
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn a_contract_fits_at_the_limit_and_not_one_byte_past_it() {
        let artifact = |contract: &'static str| {
            let wasm = vec![0; if contract == "voting" { 101 } else { 7 }];
            Ok::<_, anyhow::Error>(Artifact {
                contract,
                checksum: cosmwasm_std::Checksum::generate(&wasm),
                wasm,
            })
        };
        let suite = Suite::each(artifact).unwrap();
        assert_eq!(sized(&suite, 101, true).verdict, Verdict::Ok);
        assert!(sized(&suite, 101, false).says.contains("no checksums.txt to compare them with"));
        let check = sized(&suite, 100, true);
        assert_eq!(
            (check.verdict, check.says.as_str()),
            (Verdict::Wrong, "voting.wasm has 101 bytes, the chain stores at most 100")
        );
    }
}
