//! What the dashboard draws: a table whose lines have bars, with columns above it where
//! an order of steps or rounds is told. The pictures repeat the table.

use crate::domain::dashboard::percent;
use crate::web::ui::{Bar, Tone};

/// Room of a picture of columns, in units of its own.
const WIDTH: i64 = 640;
const HEIGHT: i64 = 160;
/// Room below for the words of the steps and above for numbers.
const FOOT: i64 = 24;
const HEAD: i64 = 20;

/// A line of a table.
pub struct Line {
    pub label: String,
    /// Where more is told; empty for nowhere.
    pub href: String,
    pub bar: Option<Bar>,
    /// One for each head after the first.
    pub cells: Vec<String>,
}

impl Line {
    /// A line with a bar as long as `part` of `whole`.
    pub fn new(
        label: impl Into<String>,
        (part, whole): (i64, i64),
        tone: Tone,
        cells: Vec<String>,
    ) -> Self {
        let bar = Bar {
            label: String::new(),
            value: String::new(),
            percent: percent(part, whole),
            tone,
        };
        Self {
            label: label.into(),
            href: String::new(),
            bar: Some(bar),
            cells,
        }
    }
}

/// A column of a picture.
pub struct Column {
    pub x: i64,
    pub y: i64,
    pub height: i64,
    pub middle: i64,
    pub label: String,
    pub value: String,
}

/// Columns side by side; they run with the reader's script.
pub struct Columns {
    pub width: i64,
    pub height: i64,
    /// Where the columns stand.
    pub ground: i64,
    /// Of a column.
    pub broad: i64,
    /// Where the words of the steps stand.
    pub foot: i64,
    pub columns: Vec<Column>,
}

impl Columns {
    /// A picture of steps: label, value, value in words. Nothing where all are zero.
    pub fn of(steps: &[(String, i64, String)], rtl: bool) -> Option<Self> {
        let most = steps.iter().map(|(_, value, _)| *value).max()?;
        if most <= 0 {
            return None;
        }
        let number = i64::try_from(steps.len()).ok()?;
        let step = WIDTH / number;
        let broad = (step * 7 / 10).clamp(1, 80);
        let column = |(at, (label, value, words)): (usize, &(String, i64, String))| {
            let at = i64::try_from(at).unwrap_or(0);
            let place = if rtl { number - 1 - at } else { at };
            let middle = place * step + step / 2;
            let height = i64::from(percent(*value, most)) * HEIGHT / 100;
            Column {
                x: middle - broad / 2,
                y: HEAD + HEIGHT - height,
                height,
                middle,
                label: label.clone(),
                value: words.clone(),
            }
        };
        Some(Self {
            width: WIDTH,
            height: HEAD + HEIGHT + FOOT,
            ground: HEAD + HEIGHT,
            broad,
            foot: HEAD + HEIGHT + FOOT - 6,
            columns: steps.iter().enumerate().map(column).collect(),
        })
    }
}

/// A question that the dashboard answers.
#[derive(Default)]
pub struct Section {
    /// Anchor of the section.
    pub id: &'static str,
    pub title: String,
    /// What it comes to; may be empty.
    pub lead: String,
    pub columns: Option<Columns>,
    pub heads: Vec<String>,
    pub lines: Vec<Line>,
    /// Where more is told; none for nowhere.
    pub more: Option<crate::web::ui::Link>,
}
