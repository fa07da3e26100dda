//! The figures for machines, and the comparison with those that are committed.

use std::collections::BTreeMap;

use anyhow::{bail, Result};
use serde::{Deserialize, Serialize};

use crate::findings::Findings;

/// By how much a figure may grow before the table has to be updated: per cent.
const TOLERANCE: f64 = 3.0;

/// Every figure, by name.
#[derive(Serialize, Deserialize)]
pub struct Ledger {
    /// What single transactions and queries cost.
    figures: BTreeMap<String, Parts>,
    /// What grows → what is done → where → gas.
    curves: BTreeMap<String, BTreeMap<String, BTreeMap<usize, u64>>>,
    /// The bytes of each artifact.
    sizes: BTreeMap<String, u64>,
}

/// A bill without its calls, in SDK gas.
#[derive(Serialize, Deserialize)]
struct Parts {
    total: u64,
    vm: u64,
    storage: u64,
    instances: u64,
    chain: u64,
}

/// What a comparison came to.
pub struct Comparison {
    /// How many figures were compared.
    pub compared: usize,
    /// What has grown beyond the tolerance.
    pub grown: Vec<String>,
    /// What else there is to say.
    pub notes: Vec<String>,
}

impl Ledger {
    /// The figures of a run.
    pub fn of(findings: &Findings) -> Ledger {
        let parts = |bill: &isonomia_vm::Bill| Parts {
            total: bill.total(),
            vm: bill.vm,
            storage: bill.storage,
            instances: bill.instances,
            chain: bill.chain,
        };
        let curve = |curve: &crate::curves::Curve| {
            let points = |gas: &[u64]| curve.points.iter().copied().zip(gas.iter().copied()).collect();
            let series = curve.series.iter().map(|series| (series.name.clone(), points(&series.gas)));
            (curve.axis.name().to_string(), series.collect())
        };
        Ledger {
            figures: findings.figures.iter().map(|each| (each.name.clone(), parts(&each.bill))).collect(),
            curves: findings.curves.iter().map(curve).collect(),
            sizes: findings.sizes.iter().map(|(name, bytes)| (name.to_string(), *bytes)).collect(),
        }
    }

    /// Every figure under one name.
    fn entries(&self) -> BTreeMap<String, u64> {
        let figures = self.figures.iter().map(|(name, parts)| (name.clone(), parts.total));
        let sizes = self.sizes.iter().map(|(name, bytes)| (format!("{name}.wasm, bytes"), *bytes));
        let mut entries: BTreeMap<String, u64> = figures.chain(sizes).collect();
        for (axis, series) in &self.curves {
            for (name, points) in series {
                let entry = |(point, gas): (&usize, &u64)| (format!("{name} at {point} {axis}"), *gas);
                entries.extend(points.iter().map(entry));
            }
        }
        entries
    }

    /// What is different from the committed table. Points that this run left out are passed over.
    pub fn compare(&self, committed: &Ledger) -> Comparison {
        let (present, committed) = (self.entries(), committed.entries());
        let mut comparison = Comparison { compared: 0, grown: vec![], notes: vec![] };
        for (name, now) in &present {
            let Some(before) = committed.get(name) else {
                comparison.notes.push(format!("{name}: {now} is not in the table yet"));
                continue;
            };
            comparison.compared += 1;
            let percent = (*now as f64 / *before as f64 - 1.0) * 100.0;
            let line = format!("{name}: {before} in the table, {now} now, {percent:+.1} %");
            if percent > TOLERANCE {
                comparison.grown.push(line);
            } else if percent < -TOLERANCE {
                comparison.notes.push(line);
            }
        }
        let gone = |name: &&String| !present.contains_key(*name) && !name.contains(" at ");
        comparison.notes.extend(committed.keys().filter(gone).map(|name| format!("{name} is gone")));
        comparison
    }
}

impl Comparison {
    /// Prints it; fails where something has grown.
    pub fn report(&self) -> Result<()> {
        self.notes.iter().for_each(|note| println!("note: {note}"));
        if !self.notes.is_empty() {
            println!("note: scripts/gas.sh brings the table up to date");
        }
        self.grown.iter().for_each(|line| println!("grown: {line}"));
        match self.grown.len() {
            0 => {
                println!("none of {} figures has grown by more than {TOLERANCE} %", self.compared);
                Ok(())
            }
            count => bail!(
                "{count} figures have grown by more than {TOLERANCE} %: mend it, or commit the new table"
            ),
        }
    }
}
