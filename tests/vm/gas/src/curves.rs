//! Growth curves: the same trial in DAOs that differ in one thing.

use anyhow::Result;

use crate::ours::trial::{trial, Shape, ORDINARY};
use crate::{peers, Bench};

/// What grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Attested members with a stake.
    Members,
    /// Those who delegate to one delegate.
    Delegators,
    /// Votes that were cast before.
    Votes,
    /// Other proposals that are unresolved.
    Open,
    /// Bytes of the proposal.
    Bytes,
}

/// What each operation costs while one thing grows.
pub struct Curve {
    /// What grows.
    pub axis: Axis,
    /// How large it is.
    pub points: Vec<usize>,
    /// The operations.
    pub series: Vec<Series>,
}

/// An operation of a curve.
pub struct Series {
    /// Its name.
    pub name: String,
    /// Its gas at each point.
    pub gas: Vec<u64>,
}

impl Axis {
    /// All of them.
    pub const ALL: [Axis; 5] = [Axis::Members, Axis::Delegators, Axis::Votes, Axis::Open, Axis::Bytes];

    /// The name, as in files.
    pub fn name(self) -> &'static str {
        match self {
            Axis::Members => "members",
            Axis::Delegators => "delegators",
            Axis::Votes => "votes",
            Axis::Open => "open",
            Axis::Bytes => "bytes",
        }
    }

    /// What it counts.
    pub fn title(self) -> &'static str {
        match self {
            Axis::Members => "attested members with a stake",
            Axis::Delegators => "delegators of one delegate",
            Axis::Votes => "votes cast before",
            Axis::Open => "other proposals that are unresolved",
            Axis::Bytes => "bytes of the proposal",
        }
    }

    /// Where it is measured; what takes minutes to fill is left out of a quick run.
    fn points(self, quick: bool) -> &'static [usize] {
        const DECADES: &[usize] = &[1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
        match self {
            Axis::Members if quick => &DECADES[1..6],
            Axis::Members => &DECADES[1..],
            Axis::Delegators | Axis::Votes => &DECADES[..5],
            Axis::Open => &DECADES[..4],
            Axis::Bytes => &[1_000, 2_000, 4_000, 7_000, 10_000, 15_000, 20_000],
        }
    }

    fn shape(self, point: usize) -> Shape {
        let members = ORDINARY.members.max(point);
        match self {
            Axis::Members => Shape { members: point, ..ORDINARY },
            Axis::Delegators => Shape { members, delegators: point, ..ORDINARY },
            Axis::Votes => Shape { members, votes: point, ..ORDINARY },
            Axis::Open => Shape { members, open: point, ..ORDINARY },
            // The peers take a deposit.
            Axis::Bytes => Shape { bytes: point, deposit: true, ..ORDINARY },
        }
    }
}

impl Curve {
    /// Measures.
    pub fn measure(bench: &Bench, axis: Axis, quick: bool) -> Result<Curve> {
        let mut curve = Curve { axis, points: axis.points(quick).to_vec(), series: vec![] };
        for point in axis.points(quick) {
            eprintln!("{point} {}", axis.title());
            for figure in trial(bench, axis.shape(*point))? {
                let name = figure.name.trim_start_matches("ours/");
                match axis {
                    Axis::Bytes => curve.note(&format!("Isonomia: {name}"), figure.bill.total()),
                    _ => curve.note(name, figure.bill.total()),
                }
            }
            if axis == Axis::Bytes {
                peers::trial(bench, *point)?.iter().for_each(|(name, gas)| curve.note(name, *gas));
            }
        }
        Ok(curve)
    }

    fn note(&mut self, name: &str, gas: u64) {
        match self.series.iter_mut().find(|series| series.name == name) {
            Some(series) => series.gas.push(gas),
            None => self.series.push(Series { name: name.to_string(), gas: vec![gas] }),
        }
    }
}

impl Series {
    /// How far it goes from its first point at the most, in per cent; of both directions, the farther.
    pub fn deviation(&self) -> f64 {
        let Some(first) = self.gas.first() else { return 0.0 };
        let far = |gas: &u64| (*gas as f64 / *first as f64 - 1.0) * 100.0;
        self.gas.iter().map(far).max_by(|one, other| one.abs().total_cmp(&other.abs())).unwrap_or_default()
    }
}
