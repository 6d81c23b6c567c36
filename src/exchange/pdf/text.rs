//! Sets text in lines: shaping, bidirectional order and line breaking by parley,
//! in the fonts that come along. Nothing of the machine's own fonts is used, so
//! that a document looks the same everywhere.

use std::ops::Range;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride};
use parley::style::{FontFamily, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, FontContext, Layout, LayoutContext};

use super::direction::{Direction, lines};

const FAMILY: &str = "Body";

/// Most bytes of text that one glyph stands for. A letter under hundreds of marks
/// would be more than readers of PDF take.
const MOST_BYTES: usize = 96;

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    pub size: f32,
    pub bold: bool,
    /// Grey instead of black.
    pub soft: bool,
}

/// Where lines stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where the text itself begins, as paragraphs of people do.
    Own,
    /// Where lines of the page begin.
    Start,
    /// Where lines of the page end.
    End,
}

/// A line that can be drawn.
#[derive(Debug, Clone)]
pub struct Line {
    pub height: f32,
    /// From the top of the line.
    pub baseline: f32,
    pub runs: Vec<Run>,
    /// What the runs' glyphs point into.
    pub text: Arc<str>,
    pub look: Look,
}

/// Glyphs of one font in a row.
#[derive(Debug, Clone)]
pub struct Run {
    pub font: usize,
    /// From the left of the column.
    pub x: f32,
    pub glyphs: Vec<KrillaGlyph>,
}

/// A text that is shaped but not yet broken into lines.
pub struct Shaped {
    paragraphs: Vec<(Arc<str>, Layout<()>)>,
    look: Look,
}

impl Shaped {
    /// The width of the longest word, and of everything in one line.
    pub fn widths(&self) -> (f32, f32) {
        let widths = self
            .paragraphs
            .iter()
            .map(|(_, layout)| layout.calculate_content_widths());
        widths.fold((0.0, 0.0), |(min, max), found| {
            (found.min.max(min), found.max.max(max))
        })
    }
}

/// Fonts and the memory of shaping.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// Ids of the fonts, with what the PDF embeds of them.
    faces: Vec<(u64, Font)>,
    /// The direction of the page.
    pub page: Direction,
}

impl Typesetter {
    /// Reads the fonts.
    pub fn new(page: Direction) -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let files = [
            dejavu::sans_condensed::regular(),
            dejavu::sans_condensed::bold(),
        ];
        let mut faces = Vec::new();
        for file in files {
            let blob = Blob::new(Arc::new(file));
            let named = FontInfoOverride {
                family_name: Some(FAMILY),
                ..FontInfoOverride::default()
            };
            faces.extend(Font::new(file.into(), 0).map(|font| (blob.id(), font)));
            collection.register_fonts(blob, Some(named));
        }
        Self {
            fonts: FontContext {
                collection,
                ..FontContext::default()
            },
            layouts: LayoutContext::new(),
            faces,
            page,
        }
    }

    /// The font that a run names.
    pub fn font(&self, number: usize) -> Option<Font> {
        self.faces.get(number).map(|(_, font)| font.clone())
    }

    /// Shapes a text; each of its lines runs in the direction of its first letter,
    /// and in the page's when it has none.
    pub fn shape(&mut self, text: &str, look: Look) -> Shaped {
        let paragraphs = lines(text).into_iter();
        Shaped {
            paragraphs: paragraphs.map(|line| self.paragraph(line, look)).collect(),
            look,
        }
    }

    fn paragraph(&mut self, text: String, look: Look) -> (Arc<str>, Layout<()>) {
        let text: Arc<str> = text.into();
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(FontFamily::named(FAMILY));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(LineHeight::FontSizeRelative(1.45));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        if look.bold {
            builder.push_default(FontWeight::BOLD);
        }
        builder.set_base_direction(match Direction::of_text(&text).unwrap_or(self.page) {
            Direction::Ltr => BaseDirection::Ltr,
            Direction::Rtl => BaseDirection::Rtl,
        });
        let layout = builder.build(&*text);
        (text, layout)
    }

    /// Breaks a shaped text into lines of a width.
    pub fn set(&self, shaped: Shaped, width: f32, side: Side) -> Vec<Line> {
        let alignment = match (side, self.page) {
            (Side::Own, _) => Alignment::Start,
            (Side::Start, Direction::Ltr) | (Side::End, Direction::Rtl) => Alignment::Left,
            (Side::Start, Direction::Rtl) | (Side::End, Direction::Ltr) => Alignment::Right,
        };
        let mut lines = Vec::new();
        for (text, mut layout) in shaped.paragraphs {
            layout.break_all_lines(Some(width));
            layout.align(alignment, AlignmentOptions::default());
            let set = layout.lines();
            lines.extend(set.map(|line| self.line(&line, &text, shaped.look)));
        }
        lines
    }

    /// Shapes and breaks in one go.
    pub fn lines(&mut self, text: &str, look: Look, width: f32, side: Side) -> Vec<Line> {
        let shaped = self.shape(text, look);
        self.set(shaped, width, side)
    }

    fn line(&self, line: &parley::Line<'_, ()>, text: &Arc<str>, look: Look) -> Line {
        let metrics = line.metrics();
        let mut x = metrics.offset;
        let mut runs = Vec::new();
        for run in line.runs() {
            let id = run.font().data.id();
            let font = self.faces.iter().position(|(known, _)| *known == id);
            let glyphs = glyphs(&run, text);
            let start = x;
            x += glyphs.iter().fold(0.0, |sum, glyph| sum + glyph.x_advance) * look.size;
            runs.extend(font.filter(|_| !glyphs.is_empty()).map(|font| Run {
                font,
                x: start,
                glyphs,
            }));
        }
        Line {
            height: metrics.line_height,
            baseline: metrics.baseline - metrics.block_min_coord,
            runs,
            text: text.clone(),
            look,
        }
    }
}

/// The glyphs of a run from left to right, each with the text that it stands for.
fn glyphs(run: &parley::layout::Run<'_, ()>, text: &str) -> Vec<KrillaGlyph> {
    let size = run.font_size();
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    // Of a ligature, the letters after the first have no glyph of their own: its
    // glyph stands for their text too. From right to left they come before it.
    let mut ahead: Option<Range<usize>> = None;
    for cluster in run.visual_clusters() {
        let mut range = cluster.text_range();
        if cluster.is_ligature_continuation() {
            match glyphs.last_mut() {
                Some(last) if !run.is_rtl() => {
                    last.text_range = cover(&last.text_range, &range);
                }
                _ => ahead = Some(ahead.map_or(range.clone(), |other| cover(&other, &range))),
            }
            continue;
        }
        if let Some(letters) = ahead.take() {
            range = cover(&range, &letters);
        }
        range.end = range.end.min(range.start + MOST_BYTES);
        while !text.is_char_boundary(range.end) {
            range.end -= 1;
        }
        glyphs.extend(cluster.glyphs().map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                // Downwards there, upwards here.
                -glyph.y / size,
                0.0,
                range.clone(),
                None,
            )
        }));
    }
    glyphs
}

fn cover(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
