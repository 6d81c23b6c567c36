//! Cost against size, as a picture.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::report::{Row, grouped, ms};

const WIDE: f64 = 760.0;
const HIGH: f64 = 420.0;
const LEFT: f64 = 60.0;
/// Where names stand behind the lines.
const RIGHT: f64 = 180.0;
const EDGE: f64 = 36.0;
const COLOURS: [&str; 10] = [
    "#1b6ca8", "#b3541e", "#3c7a3f", "#8a2d6b", "#6b5b00", "#0f7c7c", "#a3282f", "#4b4fa3",
    "#5c4033", "#333333",
];

/// Lines of p50 by size, both in powers of ten: whole ones of SQLite, broken ones of
/// PostgreSQL.
pub fn picture(rows: &[Row]) -> String {
    let mut lines: BTreeMap<(&str, &str), Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows {
        let point = (
            (row.applications as f64).log10(),
            ms(row.ours.p50).max(0.01).log10(),
        );
        let line = lines.entry((row.name, row.database)).or_default();
        line.push(point);
    }
    let all = || lines.values().flatten();
    let least = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(f64::MAX, f64::min).floor();
    let most = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(f64::MIN, f64::max).ceil();
    let (low, high) = (least(|p| p.1), most(|p| p.1));
    let (small, large) = (least(|p| p.0), most(|p| p.0));
    let scale = |value: f64, (from, to): (f64, f64)| (value - from) / (to - from).max(1.0);
    let x = |value: f64| LEFT + scale(value, (small, large)) * (WIDE - LEFT - RIGHT);
    let y = |value: f64| HIGH - EDGE - scale(value, (low, high)) * (HIGH - 2.0 * EDGE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<title>Milliseconds of the median answer \
         by number of applications</title>\n<rect width=\"{WIDE}\" height=\"{HIGH}\" fill=\"#fff\"/>\n"
    );
    axes(&mut svg, (low, high), (small, large), (&x, &y));
    let names: BTreeSet<&str> = lines.keys().map(|(name, _)| *name).collect();
    let colour = |name: &str| {
        let at = names.iter().position(|one| *one == name).unwrap_or(0);
        COLOURS[at % COLOURS.len()]
    };
    for ((name, database), points) in &lines {
        let path: Vec<String> = points
            .iter()
            .map(|(size, time)| format!("{:.1},{:.1}", x(*size), y(*time)))
            .collect();
        let broken = if *database == crate::POSTGRESQL {
            " stroke-dasharray=\"6 4\""
        } else {
            ""
        };
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{broken}/>",
            path.join(" "),
            colour(name)
        );
    }
    legend(&mut svg, &names, &colour);
    svg.push_str("</svg>\n");
    svg
}

/// Where a value stands.
type Place<'a> = &'a dyn Fn(f64) -> f64;

/// A line for each power of ten of the milliseconds, a number for each of the sizes.
fn axes(
    svg: &mut String,
    (low, high): (f64, f64),
    (small, large): (f64, f64),
    (x, y): (Place<'_>, Place<'_>),
) {
    for power in low as i32..=high as i32 {
        let (at, end) = (y(power.into()), WIDE - RIGHT);
        let _ = writeln!(
            svg,
            "<line x1=\"{LEFT}\" x2=\"{end}\" y1=\"{at:.1}\" y2=\"{at:.1}\" stroke=\"#ddd\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{} ms</text>",
            LEFT - 6.0,
            at + 4.0,
            10_f64.powi(power)
        );
    }
    for power in small as i32..=large as i32 {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x(power.into()),
            HIGH - EDGE / 2.0,
            grouped(10_u64.pow(power.unsigned_abs()))
        );
    }
}

/// Names stand in a list: lines often end side by side.
fn legend(svg: &mut String, names: &BTreeSet<&str>, colour: &dyn Fn(&str) -> &'static str) {
    let left = WIDE - RIGHT + 12.0;
    let named = names.iter().map(|name| (*name, colour(name)));
    let kinds = [("whole: SQLite", "#000"), ("broken: PostgreSQL", "#000")];
    for (at, (words, colour)) in named.chain(kinds).enumerate() {
        let place = EDGE + 18.0 * at as f64;
        let _ = writeln!(
            svg,
            "<text x=\"{left}\" y=\"{place}\" fill=\"{colour}\">{words}</text>"
        );
    }
}
