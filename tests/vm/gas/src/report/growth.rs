//! How gas grows.

use super::{grouped, mark, short};
use crate::curves::{Axis, Curve, Series};
use crate::findings::Findings;

/// How far a flat curve may go from its first point: per cent.
const FLAT: f64 = 2.0;

/// The curves and their verdicts.
pub fn section(findings: &Findings) -> String {
    let pictures: Vec<String> = findings.curves.iter().map(picture).collect();
    format!(
        "## Growth\n\nHow far each operation goes from its first point at the most, while one thing grows and all else \
         stays:\n\n{}\n\n{}\n\n{}",
        deviations(findings),
        bytes(findings),
        pictures.join("\n\n")
    )
}

/// Whether everything is flat that should be.
pub fn verdict(findings: &Findings) -> String {
    let all = flat(findings).flat_map(|curve| curve.series.iter().map(move |series| (curve, series)));
    let far = all.max_by(|(_, one), (_, other)| one.deviation().abs().total_cmp(&other.deviation().abs()));
    let Some((curve, series)) = far else { return "* nothing grows".to_string() };
    format!(
        "* {} all curves flat (± {FLAT} %) in members, delegators, votes and open proposals: the farthest goes {} with \
         the {}, {:+.2} %",
        mark(series.deviation().abs() <= FLAT),
        series.name,
        curve.axis.title(),
        series.deviation()
    )
}

/// The curves that should be flat.
fn flat(findings: &Findings) -> impl Iterator<Item = &Curve> {
    findings.curves.iter().filter(|curve| curve.axis != Axis::Bytes)
}

fn deviations(findings: &Findings) -> String {
    let curves: Vec<&Curve> = flat(findings).collect();
    let span = |curve: &&Curve| {
        let ends = [curve.points.first(), curve.points.last()].map(|end| end.copied().unwrap_or_default());
        format!(" {}, {} … {} |", curve.axis.title(), grouped(ends[0] as u64), grouped(ends[1] as u64))
    };
    let head: String = curves.iter().map(span).collect();
    let mut lines = vec![format!("| |{head}"), format!("|:---|{}", "---:|".repeat(curves.len()))];
    for Series { name, .. } in curves.first().map(|curve| &curve.series).into_iter().flatten() {
        let cell = |curve: &&Curve| {
            let series = curve.series.iter().find(|series| series.name == *name);
            let far = series.map_or(0.0, Series::deviation);
            format!(" {far:+.2} % {} |", mark(far.abs() <= FLAT))
        };
        lines.push(format!("| {name} |{}", curves.iter().map(cell).collect::<String>()));
    }
    lines.join("\n")
}

/// What the bytes of a proposal cost.
fn bytes(findings: &Findings) -> String {
    let Some(curve) = findings.curves.iter().find(|curve| curve.axis == Axis::Bytes) else {
        return String::new();
    };
    let head: String = curve.points.iter().map(|bytes| format!(" {} kB |", bytes / 1_000)).collect();
    let mut lines = vec![
        "What the bytes of a proposal cost:\n".to_string(),
        format!("| |{head}"),
        format!("|:---|{}", "---:|".repeat(curve.points.len())),
    ];
    for Series { name, gas } in curve.series.iter().filter(|series| shown(&series.name)) {
        let cells: String = gas.iter().map(|gas| format!(" {} |", short(*gas))).collect();
        lines.push(format!("| {name} |{cells}"));
    }
    lines.join("\n")
}

/// What has to do with a proposal.
fn shown(name: &str) -> bool {
    ["propose", "vote", "override", "resolve", "execute"].iter().any(|part| name.contains(part))
}

fn picture(curve: &Curve) -> String {
    format!("![{}](gas/{}.svg)", curve.axis.title(), curve.axis.name())
}
