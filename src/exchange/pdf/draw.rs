//! Pages drawn by krilla, each part tagged with what it is, so that a screen
//! reader follows the structure and not the picture.

use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    ArtifactType, ContentTag, Identifier, ListNumbering, Node as TagNode, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use std::num::NonZeroU16;

use super::blocks::{Flow, MARGIN, Node, PAGE, Role, WIDTH, look};
use super::pages::{BOTTOM, Page, Strip};
use super::text::{Line, Side, Typesetter};
use super::{Direction, Document, PdfProblem};

const INK: (u8, u8, u8) = (17, 17, 17);
const SOFT: (u8, u8, u8) = (85, 85, 85);
const RULE: (u8, u8, u8) = (200, 200, 200);
const SHADE: (u8, u8, u8) = (240, 240, 240);

/// Draws everything; `page_of` words page numbers.
pub fn draw(
    document: &Document,
    setter: &mut Typesetter,
    flow: &Flow,
    pages: &[Page],
    page_of: &dyn Fn(usize, usize) -> String,
) -> Result<Vec<u8>, PdfProblem> {
    let mut pdf = krilla::Document::new();
    let mut tags: Vec<Vec<Identifier>> = vec![Vec::new(); flow.nodes.len()];
    let mut outline = Outline::new();
    for (number, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1);
        let settings = settings.ok_or_else(|| PdfProblem("no page of this size".to_owned()))?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        frame(
            document,
            setter,
            &mut surface,
            &page_of(number + 1, pages.len()),
        );
        for strip in &page.strips {
            draw_strip(setter, &mut surface, flow, strip, &mut tags);
            entries(&mut outline, flow, (number, strip));
        }
        surface.finish();
        sheet.finish();
    }
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline);
    pdf.set_tag_tree(tree(&flow.nodes, &mut tags));
    pdf.finish()
        .map_err(|problem| PdfProblem(format!("{problem:?}")))
}

fn metadata(document: &Document) -> Metadata {
    let direction = match document.rtl {
        true => TextDirection::RightToLeft,
        false => TextDirection::LeftToRight,
    };
    Metadata::new()
        .title(document.title.clone())
        .language(document.language.to_owned())
        .text_direction(direction)
}

/// What stands at the head and the foot of every page.
fn frame(document: &Document, setter: &mut Typesetter, surface: &mut Surface<'_>, page: &str) {
    let small = look(7.5, false, true);
    let (first, last) = (&document.header.0, &document.header.1);
    let texts = [
        (ArtifactType::Header, first.as_str(), Side::Start, 30.0, 0.6),
        (ArtifactType::Header, last.as_str(), Side::End, 30.0, 0.4),
        (
            ArtifactType::Footer,
            document.footer.as_str(),
            Side::Start,
            BOTTOM + 18.0,
            0.78,
        ),
        (ArtifactType::Footer, page, Side::End, BOTTOM + 18.0, 0.2),
    ];
    for (kind, text, side, y, share) in texts {
        let width = WIDTH * share;
        let at_left = (side == Side::Start) == (setter.page == Direction::Ltr);
        let x = if at_left {
            MARGIN
        } else {
            MARGIN + WIDTH - width
        };
        let lines = setter.lines(text, small, width, side);
        surface.start_tagged(ContentTag::Artifact(kind));
        let mut top = y;
        for line in &lines {
            draw_line(setter, surface, line, (x, top));
            top += line.height;
        }
        surface.end_tagged();
    }
}

fn draw_strip(
    setter: &Typesetter,
    surface: &mut Surface<'_>,
    flow: &Flow,
    strip: &Strip,
    tags: &mut [Vec<Identifier>],
) {
    let band = &flow.bands[strip.band];
    if band.shade || band.rule {
        surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
        if band.shade {
            area(surface, (strip.y, strip.height), SHADE);
        }
        area(surface, (strip.y + strip.height - 0.5, 0.5), RULE);
        surface.end_tagged();
    }
    for (cell, (from, to)) in band.cells.iter().zip(&strip.lines) {
        let lines = &cell.lines[*from..*to];
        if lines.is_empty() {
            continue;
        }
        if strip.repeated {
            surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
        } else {
            tags[cell.node].push(surface.start_tagged(ContentTag::Other));
        }
        let mut top = strip.y + band.padding;
        for line in lines {
            draw_line(setter, surface, line, (MARGIN + cell.x, top));
            top += line.height;
        }
        surface.end_tagged();
    }
}

fn draw_line(setter: &Typesetter, surface: &mut Surface<'_>, line: &Line, (x, top): (f32, f32)) {
    fill(surface, if line.look.soft { SOFT } else { INK });
    for run in &line.runs {
        if let Some(font) = setter.font(run.font) {
            let start = Point::from_xy(x + run.x, top + line.baseline);
            surface.draw_glyphs(start, &run.glyphs, font, &line.text, line.look.size, false);
        }
    }
}

fn fill(surface: &mut Surface<'_>, (red, green, blue): (u8, u8, u8)) {
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }));
}

/// Fills the width of the page.
fn area(surface: &mut Surface<'_>, (y, height): (f32, f32), colour: (u8, u8, u8)) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(MARGIN, y, WIDTH, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        fill(surface, colour);
        surface.draw_path(&path);
    }
}

/// Adds the headings that begin in a strip to the outline.
fn entries(outline: &mut Outline, flow: &Flow, (page, strip): (usize, &Strip)) {
    let cells = flow.bands[strip.band].cells.iter().zip(&strip.lines);
    for (cell, (from, _)) in cells {
        if let (Role::Title(text) | Role::Heading(text), 0) = (&flow.nodes[cell.node].role, from) {
            let place = XyzDestination::new(page, Point::from_xy(MARGIN, strip.y));
            outline.push_child(OutlineNode::new(text.clone(), place));
        }
    }
}

/// The structure: a part is after its parent, so children are made first.
fn tree(nodes: &[Node], tags: &mut [Vec<Identifier>]) -> TagTree {
    let mut children: Vec<Vec<TagGroup>> = nodes.iter().map(|_| Vec::new()).collect();
    let mut roots = Vec::new();
    for (number, node) in nodes.iter().enumerate().rev() {
        let mut group = TagGroup::new(tag(node));
        for identifier in tags[number].drain(..) {
            group.push(TagNode::Leaf(identifier));
        }
        for child in children[number].drain(..).rev() {
            group.push(TagNode::Group(child));
        }
        match node.parent {
            Some(parent) => children[parent].push(group),
            None => roots.push(group),
        }
    }
    let mut tree = TagTree::new();
    for group in roots.into_iter().rev() {
        tree.push(TagNode::Group(group));
    }
    tree
}

fn tag(node: &Node) -> TagKind {
    let level = |number: u16| NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN);
    let spoken = node.spoken.map(str::to_owned);
    match &node.role {
        Role::Title(text) => Tag::Hn(level(1), Some(text.clone()))
            .with_lang(spoken)
            .into(),
        Role::Heading(text) => Tag::Hn(level(2), Some(text.clone()))
            .with_lang(spoken)
            .into(),
        Role::Paragraph => Tag::P.with_lang(spoken).into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label if node.parent.is_some() => Tag::Lbl.with_lang(spoken).into(),
        // The question above an answer.
        Role::Label => Tag::Hn(level(3), None).with_lang(spoken).into(),
        Role::Body => Tag::LBody.with_lang(spoken).into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.with_lang(spoken).into(),
        Role::Row => Tag::TR.into(),
        Role::Head => Tag::TH(TableHeaderScope::Column).with_lang(spoken).into(),
        Role::Data => Tag::TD.with_lang(spoken).into(),
    }
}
