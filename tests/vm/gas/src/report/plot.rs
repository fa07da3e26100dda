//! Curves as SVG.

use anyhow::Result;
use plotters::prelude::*;

use super::grouped;
use crate::curves::{Axis, Curve, Series};

const SIZE: (u32, u32) = (960, 480);
/// What the names at the right take.
const NAMES: u32 = 250;
/// Between two of them.
const LINE: i32 = 17;
const COLOURS: [RGBColor; 10] = [
    RGBColor(31, 119, 180),
    RGBColor(214, 39, 40),
    RGBColor(44, 160, 44),
    RGBColor(148, 103, 189),
    RGBColor(255, 127, 14),
    RGBColor(23, 190, 207),
    RGBColor(140, 86, 75),
    RGBColor(127, 127, 127),
    RGBColor(227, 119, 194),
    RGBColor(188, 189, 34),
];

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

/// The picture of a curve.
pub fn svg(curve: &Curve) -> Result<String> {
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let (left, right) = area.split_horizontally(SIZE.0 - NAMES);
    let mut shown: Vec<&Series> =
        curve.series.iter().filter(|series| shown(curve.axis, &series.name)).collect();
    shown.sort_by_key(|series| std::cmp::Reverse(series.gas.last()));
    lines(curve, &shown, &left)?;
    names(&shown, &right)?;
    area.present()?;
    drop((area, left, right));
    Ok(text)
}

fn lines(curve: &Curve, shown: &[&Series], area: &Area) -> Result<()> {
    let ends = [curve.points.first(), curve.points.last()].map(|end| place(curve.axis, *end.unwrap_or(&1)));
    let most = shown.iter().flat_map(|series| &series.gas).max().copied().unwrap_or(1) as f64;
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(70)
        .build_cartesian_2d(ends[0]..ends[1], 0.0..most * 1.05)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_labels(curve.points.len())
        .x_desc(curve.axis.title())
        .y_desc("gas, in thousands")
        .x_label_formatter(&|place| label(curve.axis, *place))
        .y_label_formatter(&|gas| grouped((*gas / 1e3) as u64))
        .draw()?;
    for (number, series) in shown.iter().enumerate() {
        let gas = series.gas.iter().map(|gas| *gas as f64);
        let points: Vec<(f64, f64)> =
            curve.points.iter().map(|point| place(curve.axis, *point)).zip(gas).collect();
        chart.draw_series(LineSeries::new(points.clone(), colour(number).stroke_width(2)))?;
        chart.draw_series(points.into_iter().map(|at| Circle::new(at, 2, colour(number).filled())))?;
    }
    Ok(())
}

/// Where a point stands: populations grow by decades, bytes by bytes.
fn place(axis: Axis, point: usize) -> f64 {
    match axis {
        Axis::Bytes => point as f64,
        _ => (point as f64).log10(),
    }
}

fn label(axis: Axis, place: f64) -> String {
    match axis {
        Axis::Bytes => grouped(place as u64),
        _ => grouped(10_f64.powf(place).round() as u64),
    }
}

/// The names, the most expensive first.
fn names(shown: &[&Series], area: &Area) -> Result<()> {
    for (number, series) in shown.iter().enumerate() {
        let top = 20 + LINE * number as i32;
        let line = colour(number).stroke_width(3);
        area.draw(&PathElement::new(vec![(0, top + 6), (18, top + 6)], line))?;
        area.draw(&Text::new(series.name.clone(), (26, top), ("sans-serif", 13)))?;
    }
    Ok(())
}

fn colour(number: usize) -> RGBColor {
    COLOURS[number % COLOURS.len()]
}

/// What stands in a picture: no line that lies on another, and where bytes grow, what has to do with a proposal.
fn shown(axis: Axis, name: &str) -> bool {
    let ends = |parts: &[&str]| parts.iter().any(|part| name.ends_with(part));
    match axis {
        Axis::Bytes => ends(&[": propose", ": vote", ": resolve", ": execute"]),
        _ => !ends(&["vote again", "unstake"]),
    }
}
