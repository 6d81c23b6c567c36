//! Bands put on pages: short ones whole, long ones broken between lines, heads of
//! tables written again, headings with what they head.

use super::blocks::{Band, MARGIN, PAGE, height};
use super::text::Line;

/// Where blocks begin and end on a page.
pub const TOP: f32 = MARGIN + 12.0;
pub const BOTTOM: f32 = PAGE.1 - MARGIN - 12.0;
/// Bands up to this height are not broken.
const WHOLE: f32 = 120.0;
/// What must stand of a longer one before the end of a page.
const BEGINNING: f32 = 45.0;

/// A page.
#[derive(Default)]
pub struct Page {
    pub strips: Vec<Strip>,
}

/// The part of a band that stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    pub band: usize,
    /// Of each cell, the first line and the line after the last.
    pub lines: Vec<(usize, usize)>,
    pub y: f32,
    pub height: f32,
    /// The heads of a table, written again.
    pub repeated: bool,
}

struct Paginator<'a> {
    bands: &'a [Band],
    pages: Vec<Page>,
    y: f32,
}

/// The pages of some bands; there is at least one.
pub fn paginate(bands: &[Band]) -> Vec<Page> {
    let mut paginator = Paginator {
        bands,
        pages: vec![Page::default()],
        y: TOP,
    };
    for (number, band) in bands.iter().enumerate() {
        let begins = paginator.y <= TOP;
        if !begins && paginator.y + paginator.need(number) > BOTTOM {
            paginator.turn(band.repeat);
        } else if !begins {
            paginator.y += band.above;
        }
        paginator.put(number, band);
    }
    paginator.pages
}

impl Paginator<'_> {
    /// The height that a band asks for on the page where it begins, with the space
    /// over it.
    fn need(&self, number: usize) -> f32 {
        let mut need = 0.0;
        for band in &self.bands[number..] {
            let height = band.height();
            need += band.above + if height > WHOLE { BEGINNING } else { height };
            if !band.with_next {
                break;
            }
        }
        need
    }

    fn turn(&mut self, repeat: Option<usize>) {
        self.pages.push(Page::default());
        self.y = TOP;
        if let Some(number) = repeat {
            let band = &self.bands[number];
            let lines = band.cells.iter().map(|cell| (0, cell.lines.len()));
            let (lines, height) = (lines.collect(), band.height());
            // Heads that would fill the page themselves are not written again.
            if height < (BOTTOM - TOP) / 2.0 {
                self.strip(number, lines, height, true);
            }
        }
    }

    fn strip(&mut self, band: usize, lines: Vec<(usize, usize)>, height: f32, repeated: bool) {
        let y = self.y;
        self.y += height;
        if let Some(page) = self.pages.last_mut() {
            page.strips.push(Strip {
                band,
                lines,
                y,
                height,
                repeated,
            });
        }
    }

    /// Puts a band here, and what doesn't fit on the next pages.
    fn put(&mut self, number: usize, band: &Band) {
        let mut from = vec![0; band.cells.len()];
        loop {
            let room = BOTTOM - self.y - 2.0 * band.padding;
            let cells = band.cells.iter().zip(&from);
            let mut lines: Vec<(usize, usize)> = cells
                .map(|(cell, from)| (*from, from + fitting(&cell.lines[*from..], room)))
                .collect();
            if lines.iter().all(|(from, to)| from == to) && !is_done(band, &from) {
                // Not even a line fits, here or anywhere: it is put all the same.
                for ((_, to), cell) in lines.iter_mut().zip(&band.cells) {
                    *to = (*to + 1).min(cell.lines.len());
                }
            }
            let cells = band.cells.iter().zip(&lines);
            let tallest = cells
                .map(|(cell, (from, to))| height(&cell.lines[*from..*to]))
                .fold(0.0, f32::max);
            from = lines.iter().map(|(_, to)| *to).collect();
            self.strip(number, lines, tallest + 2.0 * band.padding, false);
            if is_done(band, &from) {
                return;
            }
            self.turn(band.repeat);
        }
    }
}

fn is_done(band: &Band, from: &[usize]) -> bool {
    let mut cells = band.cells.iter().zip(from);
    cells.all(|(cell, from)| *from >= cell.lines.len())
}

/// How many lines fit into a height.
fn fitting(lines: &[Line], room: f32) -> usize {
    let mut left = room;
    let fits = |line: &&Line| {
        left -= line.height;
        left >= 0.0
    };
    lines.iter().take_while(fits).count()
}
