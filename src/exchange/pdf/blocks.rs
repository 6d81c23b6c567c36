//! Blocks turned into bands: strips of a page that hold lines side by side, in
//! the order of reading, with their place in the structure of the document.

use super::direction::{Direction, spoken};
use super::table;
use super::text::{Line, Look, Side, Typesetter};
use super::{Block, Entry, Fact};

/// An A4 page in points, and the part of it that holds the blocks.
pub const PAGE: (f32, f32) = (595.28, 841.89);
pub const MARGIN: f32 = 54.0;
pub const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;

const BODY: Look = look(10.5, false, false);
const SOFT: Look = look(10.0, false, true);
const LABEL: Look = look(9.0, true, false);
const FACT_LABEL: Look = look(9.0, false, true);
/// The part of the width that the labels of facts take.
const LABELS: f32 = 0.27;

/// A look in few words.
pub const fn look(size: f32, bold: bool, soft: bool) -> Look {
    Look { size, bold, soft }
}

/// A document in bands.
#[derive(Default)]
pub struct Flow {
    pub bands: Vec<Band>,
    pub nodes: Vec<Node>,
}

/// A strip of a page.
#[derive(Default)]
pub struct Band {
    pub cells: Vec<Cell>,
    /// Space over it, unless it begins a page.
    pub above: f32,
    /// Space inside it, over and under its lines.
    pub padding: f32,
    pub rule: bool,
    pub shade: bool,
    /// Stands on the page of the beginning of the next band.
    pub with_next: bool,
    /// The band that is written again where this one begins a page: the heads of
    /// a table.
    pub repeat: Option<usize>,
}

/// Lines in a column of a band.
pub struct Cell {
    /// From the left margin.
    pub x: f32,
    pub lines: Vec<Line>,
    /// What it is: the number of a node.
    pub node: usize,
}

impl Band {
    /// The height of all its lines.
    pub fn height(&self) -> f32 {
        let cells = self.cells.iter();
        let tallest = cells.map(|cell| height(&cell.lines)).fold(0.0, f32::max);
        tallest + 2.0 * self.padding
    }
}

/// The height of some lines.
pub fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

/// A part of the document's structure, in the order of reading.
pub struct Node {
    pub role: Role,
    pub parent: Option<usize>,
    /// The language that it is spoken in, where it tells.
    pub spoken: Option<&'static str>,
}

/// What a part of the structure is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    Title(String),
    Heading(String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table,
    Caption,
    Row,
    /// The head of a column.
    Head,
    Data,
}

impl Flow {
    /// Adds a part and tells its number.
    pub fn node(&mut self, role: Role, parent: Option<usize>, text: &str) -> usize {
        self.nodes.push(Node {
            role,
            parent,
            spoken: spoken(text),
        });
        self.nodes.len() - 1
    }
}

/// All blocks of a document in bands.
pub fn flow(setter: &mut Typesetter, blocks: &[Block]) -> Flow {
    let mut flow = Flow::default();
    // The heading that the block stands right under.
    let mut over = "";
    for block in blocks {
        match block {
            Block::Title(text) => {
                let role = Role::Title(text.clone());
                heading(
                    &mut flow,
                    setter,
                    (role, text),
                    look(17.0, true, false),
                    10.0,
                );
            }
            Block::Heading(text) => {
                let role = Role::Heading(text.clone());
                heading(
                    &mut flow,
                    setter,
                    (role, text),
                    look(13.0, true, false),
                    22.0,
                );
            }
            Block::Paragraph(text) => {
                let node = flow.node(Role::Paragraph, None, text);
                let lines = setter.lines(text, BODY, WIDTH, Side::Own);
                flow.bands.push(column(node, lines, 6.0));
            }
            Block::Facts(rows) => facts(&mut flow, setter, rows),
            Block::Entry(one) => entry(&mut flow, setter, one),
            Block::Table(table) => table::flow(&mut flow, setter, (over, table)),
        }
        over = match block {
            Block::Heading(text) => text,
            _ => "",
        };
    }
    flow
}

fn heading(
    flow: &mut Flow,
    setter: &mut Typesetter,
    (role, text): (Role, &str),
    look: Look,
    above: f32,
) {
    let node = flow.node(role, None, text);
    let lines = setter.lines(text, look, WIDTH, Side::Start);
    flow.bands.push(Band {
        with_next: true,
        ..column(node, lines, above)
    });
}

/// A band of one column as wide as the page.
pub fn column(node: usize, lines: Vec<Line>, above: f32) -> Band {
    let cell = Cell {
        x: 0.0,
        lines,
        node,
    };
    Band {
        cells: vec![cell],
        above,
        ..Band::default()
    }
}

fn facts(flow: &mut Flow, setter: &mut Typesetter, rows: &[Fact]) {
    let list = flow.node(Role::List, None, "");
    let first = flow.bands.len();
    for row in rows {
        fact(flow, setter, (list, 0.0), row);
    }
    if let Some(band) = flow.bands.get_mut(first) {
        band.above = 8.0;
    }
}

/// A label with its value beside it, in a list, so far from where lines begin.
pub fn fact(flow: &mut Flow, setter: &mut Typesetter, (list, inset): (usize, f32), row: &Fact) {
    let width = WIDTH - inset;
    let (labels, gap) = (width * LABELS, 12.0);
    let values = width - labels - gap;
    let item = flow.node(Role::Item, Some(list), "");
    let label = flow.node(Role::Label, Some(item), &row.label);
    let value = flow.node(Role::Body, Some(item), &row.value);
    let (label_x, value_x) = match setter.page {
        Direction::Ltr => (inset, inset + labels + gap),
        Direction::Rtl => (values + gap, 0.0),
    };
    let label = Cell {
        x: label_x,
        lines: setter.lines(&row.label, FACT_LABEL, labels, Side::Start),
        node: label,
    };
    let value = Cell {
        x: value_x,
        lines: setter.lines(&row.value, look(9.5, false, false), values, Side::Start),
        node: value,
    };
    flow.bands.push(Band {
        cells: vec![label, value],
        padding: 3.0,
        rule: true,
        ..Band::default()
    });
}

fn entry(flow: &mut Flow, setter: &mut Typesetter, entry: &Entry) {
    let node = flow.node(Role::Label, None, &entry.label);
    let lines = setter.lines(&entry.label, LABEL, WIDTH, Side::Start);
    flow.bands.push(Band {
        with_next: true,
        ..column(node, lines, 11.0)
    });
    let (look, side) = match entry.soft {
        true => (SOFT, Side::Start),
        false => (BODY, Side::Own),
    };
    for (number, text) in entry.paragraphs.iter().enumerate() {
        let node = flow.node(Role::Paragraph, None, text);
        let lines = setter.lines(text, look, WIDTH, side);
        let above = if number == 0 { 1.0 } else { 6.0 };
        flow.bands.push(column(node, lines, above));
    }
}
