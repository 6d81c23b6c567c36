//! Documents as PDF: headings, paragraphs, facts and tables in, bytes out. Sets
//! Latin, Arabic and Hebrew, mixed as people mix them; a paragraph runs in the
//! direction of its first letter. The same document gives the same bytes. Knows
//! neither what a document is about nor where it goes.

mod blocks;
mod direction;
mod draw;
mod pages;
mod table;
#[cfg(test)]
mod tests;
mod text;

use direction::Direction;
use text::Typesetter;

/// What to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// BCP 47 tag of the language of the labels.
    pub language: &'static str,
    /// Whether that language runs from right to left: so do pages and tables.
    pub rtl: bool,
    /// For the window of the reader; stands on no page.
    pub title: String,
    /// At the head of every page: where lines begin, and where they end.
    pub header: (String, String),
    /// At the foot of every page, before the page number.
    pub footer: String,
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of the document.
    Title(String),
    /// The heading of a section; also an entry of the outline.
    Heading(String),
    Paragraph(String),
    /// Short values, each beside its label.
    Facts(Vec<Fact>),
    /// A question above its answer.
    Entry(Entry),
    Table(Table),
}

/// A label with a short value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// A label with paragraphs of any length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub label: String,
    pub paragraphs: Vec<String>,
    /// Printed softly: words about an answer that is not there.
    pub soft: bool,
}

/// Rows under heads. Where the columns don't fit side by side, each row is
/// written as a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub heads: Vec<Head>,
    /// One text per head.
    pub rows: Vec<Vec<String>>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub text: String,
    /// Figures stand at the end of their cell.
    pub num: bool,
}

/// The document could not be written: a fault of ours, never of the text.
#[derive(Debug, thiserror::Error)]
#[error("the PDF could not be written: {0}")]
pub struct PdfProblem(String);

/// The bytes of a document; `page_of` words the number of a page of so many.
pub fn write(
    document: &Document,
    page_of: &dyn Fn(usize, usize) -> String,
) -> Result<Vec<u8>, PdfProblem> {
    let mut setter = Typesetter::new(Direction::of_page(document.rtl));
    let flow = blocks::flow(&mut setter, &document.blocks);
    let pages = pages::paginate(&flow.bands);
    draw::draw(document, &mut setter, &flow, &pages, page_of)
}
