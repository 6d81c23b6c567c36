//! Tables: columns as wide as their words need, heads again on every page; rows
//! as lists where the columns don't fit.

use super::blocks::{Band, Cell, Flow, Role, WIDTH, column, fact, look};
use super::direction::Direction;
use super::text::{Look, Shaped, Side, Typesetter};
use super::{Fact, Head, Table};

const CAPTION: Look = look(9.0, true, false);
const HEAD: Look = look(8.5, true, false);
const CELL: Look = look(9.0, false, false);
/// Space between columns.
const GAP: f32 = 8.0;
/// The widest figure that keeps its line.
const FIGURE: f32 = 110.0;
/// Space for the numbers of rows that are written as lists.
const NUMBERS: f32 = 24.0;

/// Adds a table under a heading, if it has one: a caption that says the same is not
/// written again.
pub fn flow(flow: &mut Flow, setter: &mut Typesetter, (over, table): (&str, &Table)) {
    let called = table.caption == over;
    let node = flow.node(Role::Table, None, "");
    let shaped = Columns::shape(setter, table);
    match shaped.widths(&table.heads) {
        Some(widths) => {
            if !called {
                caption(flow, setter, (Role::Caption, Some(node)), &table.caption);
            }
            side_by_side(flow, setter, (node, table), shaped, &widths);
        }
        None => {
            flow.nodes[node].role = Role::List;
            if !called {
                caption(flow, setter, (Role::Label, None), &table.caption);
            }
            lists(flow, setter, node, table);
        }
    }
}

fn caption(
    flow: &mut Flow,
    setter: &mut Typesetter,
    (role, parent): (Role, Option<usize>),
    text: &str,
) {
    let node = flow.node(role, parent, text);
    let lines = setter.lines(text, CAPTION, WIDTH, Side::Start);
    flow.bands.push(Band {
        with_next: true,
        ..column(node, lines, 11.0)
    });
}

/// All texts of a table, shaped, the heads first.
struct Columns {
    rows: Vec<Vec<Shaped>>,
}

impl Columns {
    fn shape(setter: &mut Typesetter, table: &Table) -> Self {
        let heads = table.heads.iter();
        let mut rows = vec![heads.map(|head| setter.shape(&head.text, HEAD)).collect()];
        for row in &table.rows {
            let cells = row.iter().take(table.heads.len());
            rows.push(cells.map(|cell| setter.shape(cell, CELL)).collect());
        }
        Self { rows }
    }

    /// The width of each column; nothing when a word of each doesn't fit.
    fn widths(&self, heads: &[Head]) -> Option<Vec<f32>> {
        let columns = heads.len();
        let numbered = heads.iter().enumerate();
        let needs: Vec<(f32, f32)> = numbered.map(|(n, head)| self.need(n, head)).collect();
        let room = columns as f32 * -GAP + GAP + WIDTH;
        let least: f32 = needs.iter().map(|(min, _)| min).sum();
        let most: f32 = needs.iter().map(|(_, max)| max).sum();
        if columns == 0 || least > room {
            return None;
        }
        // Every column gets its longest word; what is left goes to those that
        // could use more, and to all alike when no text needs to be broken.
        let (spare, wanted) = (room - least, most - least);
        let share = |(min, max): &(f32, f32)| match wanted > spare {
            true => min + (max - min) * spare / wanted,
            false => max + (room - most) / columns as f32,
        };
        Some(needs.iter().map(share).collect())
    }

    /// The widths of the longest word and the longest text of a column.
    fn need(&self, column: usize, head: &Head) -> (f32, f32) {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let widths = cells.map(Shaped::widths);
        let (min, max) = widths.fold((0.0_f32, 0.0_f32), |(min, max), found| {
            (min.max(found.0), max.max(found.1))
        });
        // Figures are not broken, unless they are no figures at all.
        let min = if head.num {
            max.min(min.max(FIGURE))
        } else {
            min
        };
        // A little more than the words: sums of widths are not exact.
        (min + 0.5, max + 0.5)
    }
}

fn side_by_side(
    flow: &mut Flow,
    setter: &Typesetter,
    (table, texts): (usize, &Table),
    columns: Columns,
    widths: &[f32],
) {
    let heads = flow.bands.len();
    for (number, cells) in columns.rows.into_iter().enumerate() {
        let row = flow.node(Role::Row, Some(table), "");
        let mut band = Band {
            padding: 3.0,
            rule: true,
            shade: number == 0,
            with_next: number == 0,
            above: if number == 0 { 3.0 } else { 0.0 },
            repeat: (number > 0).then_some(heads),
            ..Band::default()
        };
        let words = cells_of(texts, number);
        let mut from = 0.0;
        for (((shaped, head), width), text) in
            cells.into_iter().zip(&texts.heads).zip(widths).zip(words)
        {
            let role = if number == 0 { Role::Head } else { Role::Data };
            let side = if head.num { Side::End } else { Side::Start };
            band.cells.push(Cell {
                x: match setter.page {
                    Direction::Ltr => from,
                    Direction::Rtl => WIDTH - from - width,
                },
                lines: setter.set(shaped, *width, side),
                node: flow.node(role, Some(row), text),
            });
            from += width + GAP;
        }
        flow.bands.push(band);
    }
}

/// The texts of a row; the heads are row 0.
fn cells_of(table: &Table, number: usize) -> Vec<&str> {
    match number.checked_sub(1).and_then(|row| table.rows.get(row)) {
        Some(row) => row.iter().map(String::as_str).collect(),
        None => table.heads.iter().map(|head| head.text.as_str()).collect(),
    }
}

/// Each row as a numbered list of its cells; empty cells are left out.
fn lists(flow: &mut Flow, setter: &mut Typesetter, list: usize, table: &Table) {
    for (number, row) in table.rows.iter().enumerate() {
        let item = flow.node(Role::Item, Some(list), "");
        let label = flow.node(Role::Label, Some(item), "");
        let body = flow.node(Role::Body, Some(item), "");
        let inner = flow.node(Role::List, Some(body), "");
        let first = flow.bands.len();
        for (Head { text, .. }, cell) in table.heads.iter().zip(row) {
            if !cell.is_empty() {
                let row = Fact {
                    label: text.clone(),
                    value: cell.clone(),
                };
                fact(flow, setter, (inner, NUMBERS), &row);
            }
        }
        let numbered = setter.lines(&(number + 1).to_string(), CAPTION, NUMBERS, Side::Start);
        if let Some(band) = flow.bands.get_mut(first) {
            band.above = 8.0;
            band.cells.push(Cell {
                x: match setter.page {
                    Direction::Ltr => 0.0,
                    Direction::Rtl => WIDTH - NUMBERS,
                },
                lines: numbered,
                node: label,
            });
        }
    }
}
