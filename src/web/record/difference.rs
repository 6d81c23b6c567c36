//! The difference of two versions in the reader's words: by section and question,
//! only what changed, and how many answers stayed.

use crate::domain::Translated;
use crate::domain::answers::{Answer, Answers, Became, FileRef, Row, RowBecame, compare, unasked};
use crate::domain::difference::Piece;
use crate::domain::form::{Form, Question, QuestionKind};
use crate::i18n::Locale;
use crate::web::application::answers::paragraphs;
use crate::web::ui::{Badge, Tone};

/// What changed, by section, and what didn't.
pub struct Difference {
    pub sections: Vec<ChangedSection>,
    /// Labels of the questions with the same answer in both, by section.
    pub same: Vec<SameSection>,
    /// How many those are, in words.
    pub same_count: String,
}

/// A section of which an answer changed.
pub struct ChangedSection {
    pub title: String,
    pub changes: Vec<Change>,
}

/// A section of which an answer stayed.
pub struct SameSection {
    pub title: String,
    pub questions: Vec<String>,
}

/// A question of which the answer changed.
pub struct Change {
    pub question: String,
    pub what: Badge,
    /// The answer with its changes, in paragraphs; empty for rows.
    pub text: Vec<Paragraph>,
    pub rows: Vec<ChangedRow>,
    /// How many rows stayed; empty when none did, and for other answers.
    pub rows_same: String,
}

/// A row that changed.
pub struct ChangedRow {
    pub name: String,
    pub what: Badge,
    pub cells: Vec<Cell>,
}

/// A cell of a row that changed.
pub struct Cell {
    pub label: String,
    pub text: Vec<Paragraph>,
}

/// A paragraph in pieces.
pub type Paragraph = Vec<ShownPiece>;

/// A piece of a paragraph.
#[derive(Debug, Clone)]
pub struct ShownPiece {
    pub kind: Kind,
    pub text: String,
}

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Same,
    Removed,
    Added,
}

/// The difference of two versions of answers to a form.
pub fn difference(t: Locale, form: &Form, first: &Answers, second: &Answers) -> Difference {
    let shown = Shown { t, first, second };
    let mut found = Difference {
        sections: Vec::new(),
        same: Vec::new(),
        same_count: String::new(),
    };
    let mut count = 0;
    for section in &form.sections {
        let title = section.title.get(t.language());
        count += shown.section(&mut found, title, &section.questions);
    }
    count += shown.section(&mut found, &t.say("record-elsewhere"), &shown.unasked(form));
    found.same_count = t.count("record-same", count);
    found
}

struct Shown<'a> {
    t: Locale,
    first: &'a Answers,
    second: &'a Answers,
}

impl Shown<'_> {
    /// Adds the questions of a section; answers how many stayed the same.
    fn section(&self, found: &mut Difference, title: &str, questions: &[Question]) -> usize {
        let (mut changes, mut same) = (Vec::new(), Vec::new());
        for question in questions {
            let became = compare(self.first, self.second, &question.code);
            match self.change(question, &became) {
                Some(change) => changes.push(change),
                None if became == Became::Nothing => (),
                None => same.push(self.label(question)),
            }
        }
        let count = same.len();
        if !changes.is_empty() {
            found.sections.push(ChangedSection {
                title: title.to_owned(),
                changes,
            });
        }
        if count > 0 {
            found.same.push(SameSection {
                title: title.to_owned(),
                questions: same,
            });
        }
        count
    }

    /// Answers to questions that the form doesn't ask, or not any more.
    fn unasked(&self, form: &Form) -> Vec<Question> {
        let asked = |code: &str| form.question(code).is_some();
        let codes = unasked(self.first, self.second, &asked);
        codes.into_iter().map(unknown).collect()
    }

    fn change(&self, question: &Question, became: &Became) -> Option<Change> {
        let (key, tone) = match became {
            Became::Nothing | Became::Same(_) => return None,
            Became::Added(_) => ("record-added", Tone::Good),
            Became::Removed(_) => ("record-removed", Tone::Warn),
            Became::Reworded(_) | Became::Replaced(..) | Became::Rows(_) => {
                ("record-changed", Tone::Info)
            }
        };
        let (rows, stayed) = self.rows(question, became);
        Some(Change {
            question: self.label(question),
            what: self.badge(key, tone),
            text: self.text(question, became),
            rows,
            rows_same: match stayed {
                0 => String::new(),
                _ => self.t.count("record-rows-same", stayed),
            },
        })
    }

    /// An answer that is no table, in paragraphs.
    fn text(&self, question: &Question, became: &Became) -> Vec<Paragraph> {
        let one = |kind: Kind, answer: &Answer| -> Paragraph {
            let text = paragraphs(self.t, question, answer).join("\n\n");
            vec![ShownPiece { kind, text }]
        };
        let found = match became {
            Became::Nothing | Became::Rows(_) => Vec::new(),
            Became::Same(answer) => vec![one(Kind::Same, answer)],
            Became::Added(answer) => vec![one(Kind::Added, answer)],
            Became::Removed(answer) => vec![one(Kind::Removed, answer)],
            Became::Replaced(Answer::Files(old), Answer::Files(new)) => files(old, new),
            Became::Replaced(old, new) => vec![one(Kind::Removed, old), one(Kind::Added, new)],
            Became::Reworded(pieces) => vec![pieces.iter().map(shown).collect()],
        };
        let told = |paragraph: &Paragraph| paragraph.iter().any(|piece| !piece.text.is_empty());
        found.into_iter().filter(told).collect()
    }

    /// The rows that changed, and how many didn't.
    fn rows(&self, question: &Question, became: &Became) -> (Vec<ChangedRow>, usize) {
        let all = |rows: &[Row], new: bool| -> Vec<RowBecame> {
            let numbered = rows.iter().cloned().enumerate();
            let row = |(number, row)| match new {
                true => RowBecame::Added(number + 1, row),
                false => RowBecame::Removed(number + 1, row),
            };
            numbered.map(row).collect()
        };
        let rows = match became {
            Became::Rows(rows) => rows.clone(),
            Became::Added(Answer::Rows(rows)) => all(rows, true),
            Became::Removed(Answer::Rows(rows)) => all(rows, false),
            Became::Replaced(old, new) => {
                let rows = |answer: &Answer, new: bool| match answer {
                    Answer::Rows(rows) => all(rows, new),
                    _ => Vec::new(),
                };
                [rows(old, false), rows(new, true)].concat()
            }
            _ => Vec::new(),
        };
        let changed: Vec<ChangedRow> = rows
            .iter()
            .filter_map(|row| self.row(question, row))
            .collect();
        let stayed = rows.len() - changed.len();
        (changed, stayed)
    }

    fn row(&self, question: &Question, row: &RowBecame) -> Option<ChangedRow> {
        let (number, key, tone, cells) = match row {
            RowBecame::Same(..) => return None,
            RowBecame::Added(number, row) => {
                let cells = row
                    .iter()
                    .map(|(c, a)| (c.clone(), Became::Added(a.clone())));
                (number, "record-row-added", Tone::Good, cells.collect())
            }
            RowBecame::Removed(number, row) => {
                let cells = row
                    .iter()
                    .map(|(c, a)| (c.clone(), Became::Removed(a.clone())));
                (number, "record-row-removed", Tone::Warn, cells.collect())
            }
            RowBecame::Changed(number, cells) => {
                (number, "record-row-changed", Tone::Info, cells.clone())
            }
        };
        Some(ChangedRow {
            name: self.t.with("row-legend", "n", *number),
            what: self.badge(key, tone),
            cells: self.cells(question, &cells),
        })
    }

    /// Cells in the order of the columns, then those of no column.
    fn cells(&self, question: &Question, cells: &[(String, Became)]) -> Vec<Cell> {
        let columns = question.columns();
        let place = |code: &str| {
            let at = columns.iter().position(|column| column.code == code);
            at.unwrap_or(columns.len())
        };
        let mut sorted: Vec<&(String, Became)> = cells.iter().collect();
        sorted.sort_by_key(|(code, _)| place(code));
        let cell = |(code, became): &(String, Became)| {
            let other = unknown(code);
            let column = columns.get(place(code)).unwrap_or(&other);
            Cell {
                label: self.label(column),
                text: self.text(column, became),
            }
        };
        sorted.into_iter().map(cell).collect()
    }

    fn label(&self, question: &Question) -> String {
        question.label.get(self.t.language()).to_owned()
    }

    fn badge(&self, key: &str, tone: Tone) -> Badge {
        Badge {
            text: self.t.say(key),
            tone,
        }
    }
}

/// Documents one by one, each with the beginning of its fingerprint: another
/// content may have the same name.
fn files(old: &[FileRef], new: &[FileRef]) -> Vec<Paragraph> {
    let is_in = |all: &[FileRef], one: &FileRef| {
        let mut all = all.iter();
        all.any(|other| (&other.name, &other.sha256) == (&one.name, &one.sha256))
    };
    let shown = |kind: Kind, file: &FileRef| {
        let print = file.sha256.get(..8).unwrap_or_default();
        let text = format!("{} ({print})", file.name);
        vec![ShownPiece { kind, text }]
    };
    let gone = old.iter().filter(|file| !is_in(new, file));
    let gone = gone.map(|file| shown(Kind::Removed, file));
    let now = new.iter().map(|file| match is_in(old, file) {
        true => shown(Kind::Same, file),
        false => shown(Kind::Added, file),
    });
    gone.chain(now).collect()
}

/// A piece for a template.
pub fn shown(piece: &Piece) -> ShownPiece {
    let (kind, text) = match piece {
        Piece::Same(text) => (Kind::Same, text),
        Piece::Removed(text) => (Kind::Removed, text),
        Piece::Added(text) => (Kind::Added, text),
    };
    ShownPiece {
        kind,
        text: text.clone(),
    }
}

/// A question that the form doesn't ask, named by its code.
fn unknown(code: &str) -> Question {
    Question {
        code: code.to_owned(),
        label: Translated {
            en: code.to_owned(),
            ..Translated::default()
        },
        hint: Translated::default(),
        required: false,
        reviewers: false,
        sensitive: false,
        shown_if: None,
        kind: QuestionKind::YesNo,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, sha256: &str) -> FileRef {
        FileRef {
            id: crate::store::mint(),
            name: name.to_owned(),
            size: 1,
            sha256: sha256.to_owned(),
        }
    }

    #[test]
    fn documents_are_told_apart_by_their_content() {
        let old = [file("budget.pdf", "0011223344"), file("deed.pdf", "aa")];
        let new = [file("budget.pdf", "5566778899"), file("deed.pdf", "aa")];
        let told = files(&old, &new).concat();
        let told: Vec<(Kind, &str)> = told.iter().map(|p| (p.kind, &*p.text)).collect();
        assert_eq!(
            told,
            [
                (Kind::Removed, "budget.pdf (00112233)"),
                (Kind::Added, "budget.pdf (55667788)"),
                (Kind::Same, "deed.pdf ()"),
            ]
        );
    }
}
