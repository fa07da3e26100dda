//! Everything that is measured in one run.

use std::fs;

use anyhow::{Context, Result};

use crate::curves::{Axis, Curve};
use crate::meter::Figure;
use crate::{ours, peers, Bench};

/// Ours, and then the peers that are compared.
pub const CONTRACTS: [&str; 6] = ["vault", "identity", "voting", "proposal", "timelock", "treasury"];
/// The artifacts of the peers.
pub const PEERS: [&str; 8] = [
    "cw20-base",
    "cw4-stake",
    "cw3-flex-multisig",
    "cw20-stake",
    "dao-voting-cw20-staked",
    "dao-dao-core",
    "dao-proposal-single",
    "dao-pre-propose-single",
];

/// Everything that is measured in one run.
pub struct Findings {
    /// What single transactions and queries cost.
    pub figures: Vec<Figure>,
    /// How that grows.
    pub curves: Vec<Curve>,
    /// The bytes of each artifact.
    pub sizes: Vec<(&'static str, u64)>,
}

impl Findings {
    /// Measures; a quick run leaves out what takes minutes to fill.
    pub fn measure(bench: &Bench, quick: bool) -> Result<Findings> {
        let figures = figures(bench)?;
        let curve = |axis| Curve::measure(bench, axis, quick);
        let curves = Axis::ALL.into_iter().map(curve).collect::<Result<_>>()?;
        let size = |name| Ok((name, size(bench, name)?));
        let sizes = CONTRACTS.into_iter().chain(PEERS).map(size).collect::<Result<_>>()?;
        Ok(Findings { figures, curves, sizes })
    }

    /// The gas of a figure.
    pub fn gas(&self, name: &str) -> Result<u64> {
        let figure = self.figures.iter().find(|figure| figure.name == name);
        Ok(figure.with_context(|| format!("nothing is called {name}"))?.bill.total())
    }
}

/// What single transactions and queries cost; of what several stories tell, the first.
pub fn figures(bench: &Bench) -> Result<Vec<Figure>> {
    let mut figures: Vec<Figure> = vec![];
    for figure in ours::figures(bench)?.into_iter().chain(peers::figures(bench)?) {
        if figures.iter().all(|other| other.name != figure.name) {
            figures.push(figure);
        }
    }
    Ok(figures)
}

fn size(bench: &Bench, name: &str) -> Result<u64> {
    let ours = bench.artifacts.join(format!("{name}.wasm"));
    let path = if CONTRACTS.contains(&name) { ours } else { bench.peer(name) };
    Ok(fs::metadata(&path).with_context(|| path.display().to_string())?.len())
}
