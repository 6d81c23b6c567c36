//! Documents written and read again.

use std::time::{Duration, Instant};

use super::blocks::WIDTH;
use super::direction::Direction;
use super::text::{Look, Side, Typesetter};
use super::*;

const ARABIC: &str = "تعمل منظمتنا منذ عام 2009 على توثيق الانتهاكات مع B'Tselem، وقدّمت 1,250 شكوى.";
const HEBREW: &str = "הארגון פועל מאז 2009 לתיעוד הפרות זכויות אדם, והגיש 1,250 תלונות עם Al-Haq.";

fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: "en",
        rtl: false,
        title: "EH-1".to_owned(),
        header: ("EH-1".to_owned(), "Evenhand".to_owned()),
        footer: "SHA-256 ab".to_owned(),
        blocks,
    }
}

fn written(document: &Document) -> Vec<u8> {
    write(document, &|number, of| format!("Page {number} of {of}")).unwrap()
}

/// The texts of the pages, without white space.
fn read(bytes: &[u8]) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages = pdf.get_pages().into_keys();
    let text = |page| pdf.extract_text(&[page]).unwrap();
    pages
        .map(|page| text(page).split_whitespace().collect())
        .collect()
}

fn entry(label: &str, text: &str) -> Block {
    Block::Entry(Entry {
        label: label.to_owned(),
        paragraphs: vec![text.to_owned()],
        soft: false,
    })
}

fn table(columns: usize, rows: usize) -> Block {
    let head = |number| Head {
        text: format!("Column{number}"),
        num: number == 0,
    };
    let row = |number| (0..columns).map(|c| format!("cell{number}.{c}")).collect();
    Block::Table(Table {
        caption: "Lines".to_owned(),
        heads: (0..columns).map(head).collect(),
        rows: (0..rows).map(row).collect(),
    })
}

#[test]
fn everything_written_is_read_again() {
    let fact = Fact {
        label: "Organisation".to_owned(),
        value: "Field Office".to_owned(),
    };
    let pages = read(&written(&document(vec![
        Block::Title("Copy".to_owned()),
        Block::Facts(vec![fact]),
        Block::Heading("Need".to_owned()),
        Block::Paragraph("As sent.".to_owned()),
        entry("Why now?", "Because the office was sealed."),
        table(3, 2),
    ])));
    assert_eq!(pages.len(), 1);
    for text in [
        "EH-1",
        "Evenhand",
        "SHA-256ab",
        "Page1of1",
        "Copy",
        "Organisation",
        "FieldOffice",
        "Need",
        "Assent.",
        "Whynow?",
        "Becausetheofficewassealed.",
        "Lines",
        "Column2",
        "cell1.2",
    ] {
        assert!(pages[0].contains(text), "{text} in {}", pages[0]);
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let blocks = vec![entry("سؤال", ARABIC), entry("שאלה", HEBREW), table(4, 30)];
    let one = document(blocks);
    assert_eq!(written(&one), written(&one));
}

#[test]
fn a_paragraph_runs_the_way_of_its_first_letter() {
    let mut setter = Typesetter::new(Direction::Ltr);
    let mut start = |text: &str, page| {
        setter.page = page;
        let look = blocks::look(10.0, false, false);
        let lines = setter.lines(text, look, 400.0, text::Side::Own);
        let run = lines[0].runs.first().unwrap();
        run.x
    };
    assert_eq!(start("Short", Direction::Rtl), 0.0);
    assert!(start("קצר", Direction::Ltr) > 300.0);
    assert!(start("قصير", Direction::Ltr) > 300.0);
    // Without a letter, the page decides.
    assert_eq!(start("12.5", Direction::Ltr), 0.0);
    assert!(start("12.5", Direction::Rtl) > 300.0);
}

#[test]
fn arabic_letters_are_joined_and_both_scripts_are_in_the_font() {
    let mut setter = Typesetter::new(Direction::Rtl);
    let look = blocks::look(10.0, false, false);
    let mut glyphs = |text: &str| -> Vec<u32> {
        let lines = setter.lines(text, look, 400.0, text::Side::Own);
        let runs = lines.into_iter().flat_map(|line| line.runs);
        let glyphs = runs.flat_map(|run| run.glyphs);
        glyphs.map(|glyph| glyph.glyph_id.to_u32()).collect()
    };
    // Alone, then at the end, in the middle and at the beginning of a word.
    let alone = glyphs("ع");
    let joined = glyphs("ععع");
    assert_eq!(joined.len(), 3);
    assert!(joined.iter().all(|glyph| !alone.contains(glyph)));
    // Lam and alef are written as one.
    assert_eq!(glyphs("لا").len(), 1);
    assert_eq!(glyphs("שלום").len(), 4);
    for text in [ARABIC, HEBREW] {
        assert!(!glyphs(text).contains(&0), "a letter is missing: {text}");
    }
}

#[test]
fn a_mark_stands_over_its_letter() {
    let plain = Look {
        size: 10.0,
        bold: false,
        soft: false,
    };
    let mut setter = Typesetter::new(Direction::Rtl);
    let lines = setter.lines("شكراً", plain, WIDTH, Side::Start);
    let runs = lines.iter().flat_map(|line| &line.runs);
    let raised = runs
        .flat_map(|run| &run.glyphs)
        .map(|glyph| glyph.y_offset)
        .fold(0.0, f32::max);
    // The font lifts this mark by 450 of its 2048 units over an alef.
    assert!((raised - 450.0 / 2048.0).abs() < 0.01, "{raised}");
}

#[test]
fn what_no_font_has_and_controls_do_no_harm() {
    let odd = "a\u{0}b\u{1B}[0m \u{202E}c \u{FFFF} \u{E000} 漢字 \u{1F600} \u{10FFFF} \u{301}\u{2028}\r\n\t";
    let endless = "x".repeat(5_000);
    let pages = read(&written(&document(vec![
        Block::Title(String::new()),
        Block::Facts(Vec::new()),
        entry(odd, &format!("{odd}{}", "\u{0651}".repeat(300))),
        entry("", &endless),
        Block::Table(Table {
            caption: odd.to_owned(),
            heads: Vec::new(),
            rows: vec![Vec::new()],
        }),
        entry("after", "the end"),
    ])));
    assert!(pages.concat().contains("theend"), "{pages:?}");
}

#[test]
fn a_table_of_forty_rows_names_its_columns_on_every_page() {
    let pages = read(&written(&document(vec![table(4, 40)])));
    assert!(pages.len() > 1);
    for page in &pages {
        assert_eq!(page.matches("Column3").count(), 1, "{page}");
    }
    let all = pages.concat();
    for row in 0..40 {
        assert!(all.contains(&format!("cell{row}.3")), "row {row}");
    }
}

#[test]
fn a_heading_stands_with_what_it_heads() {
    for lines in 30..60 {
        let mut blocks = vec![Block::Paragraph("line\n".repeat(lines))];
        blocks.push(Block::Heading("Need".to_owned()));
        blocks.push(entry("Why?", &"because ".repeat(300)));
        let pages = read(&written(&document(blocks)));
        for page in pages {
            assert_eq!(page.contains("Need"), page.contains("Why?"), "{page}");
            assert!(!page.contains("Why?") || page.contains("because"), "{page}");
        }
    }
}

#[test]
fn a_table_is_not_called_twice_by_the_same_words() {
    let under = |heading: &str| {
        let heading = Block::Heading(heading.to_owned());
        let pages = read(&written(&document(vec![heading, table(3, 2)])));
        pages.concat().matches("Lines").count()
    };
    assert_eq!((under("Lines"), under("Others")), (1, 1));
}

#[test]
fn columns_that_do_not_fit_become_lists() {
    let pages = read(&written(&document(vec![table(16, 3)])));
    let all = pages.concat();
    assert_eq!(all.matches("Column15").count(), 3);
    assert!(all.contains("cell2.15"));
}

#[test]
fn a_row_longer_than_a_page_goes_on() {
    let Block::Table(mut one) = table(2, 2) else {
        unreachable!()
    };
    one.rows[0][1] = "word ".repeat(3_000);
    let pages = read(&written(&document(vec![Block::Table(one)])));
    assert!(pages.len() > 2, "{}", pages.len());
    assert_eq!(pages.concat().matches("word").count(), 3_000);
}

#[test]
fn a_hundred_pages_are_written_in_seconds() {
    let long = format!("{} {}", ARABIC.repeat(40), HEBREW.repeat(40));
    let blocks = (0..80).map(|_| entry("?", &long)).collect();
    let began = Instant::now();
    let bytes = written(&document(blocks));
    let spent = began.elapsed();
    let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
    assert!(pages >= 100, "{pages}");
    assert!(spent < Duration::from_secs(60), "{spent:?}");
}

#[test]
fn parts_are_tagged_and_headings_lead_to_their_place() {
    let mut one = document(vec![
        Block::Title("نسخة".to_owned()),
        Block::Heading("العمل".to_owned()),
        entry("سؤال", ARABIC),
    ]);
    (one.language, one.rtl) = ("ar", true);
    let pdf = lopdf::Document::load_mem(&written(&one)).unwrap();
    let catalog = pdf.catalog().unwrap();
    for key in ["StructTreeRoot", "MarkInfo", "Outlines"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"ar");
}
