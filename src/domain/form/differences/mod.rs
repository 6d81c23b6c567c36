//! What differs between two forms, part by part. Parts are the same when they
//! have the same code: of sections, and of questions wherever they stand.

use std::collections::BTreeSet;

use super::{Form, Home, Question, QuestionKind, QuizQuestion, Section, Spot};
use crate::domain::Translated;

/// A part that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its place afterwards, or before where it is gone.
    pub spot: Spot,
    pub label: Translated,
    pub change: Change,
}

/// How a part differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Added,
    Removed,
    Changed(Vec<Aspect>),
}

/// What of a part differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    Label,
    /// Hint of a question, introduction of a section.
    Hint,
    Kind,
    Limit,
    Options,
    Required,
    Reviewers,
    Sensitive,
    Condition,
    Stage,
    Profile,
    Place,
}

/// Every part that differs, in the order of the later form, what is gone last.
/// Empty if and only if the forms are equal.
pub fn differences(before: &Form, after: &Form) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&mut found, &quiz(before), &quiz(after));
    compare(&mut found, &sections(before), &sections(after));
    let (added, gone): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|difference| difference.change != Change::Removed);
    added.into_iter().chain(gone).collect()
}

/// A part with what can be compared of it.
struct Piece<'a> {
    spot: Spot,
    /// Equal for the same part of both forms.
    name: String,
    /// Equal for parts that stand in one list, whatever became of the list.
    home: String,
    label: &'a Translated,
    /// Each with its value, spelled out.
    aspects: Vec<(Aspect, String)>,
}

fn compare(found: &mut Vec<Difference>, before: &[Piece], after: &[Piece]) {
    let moved = moved(before, after);
    for piece in after {
        let old = before.iter().find(|old| old.name == piece.name);
        let change = match old {
            None => Change::Added,
            Some(old) => {
                let mut aspects = changed(old, piece);
                if old.home != piece.home || moved.contains(piece.name.as_str()) {
                    aspects.push(Aspect::Place);
                }
                if aspects.is_empty() {
                    continue;
                }
                Change::Changed(aspects)
            }
        };
        found.push(difference(piece, change));
    }
    let gone = |old: &&Piece| after.iter().all(|piece| piece.name != old.name);
    let gone = before.iter().filter(gone);
    found.extend(gone.map(|old| difference(old, Change::Removed)));
}

fn difference(piece: &Piece, change: Change) -> Difference {
    Difference {
        spot: piece.spot.clone(),
        label: piece.label.clone(),
        change,
    }
}

fn changed(old: &Piece, new: &Piece) -> Vec<Aspect> {
    let value = |piece: &Piece, wanted: Aspect| {
        let found = piece.aspects.iter().find(|(aspect, _)| *aspect == wanted);
        found.map(|(_, value)| value.clone())
    };
    let all: BTreeSet<Aspect> = old
        .aspects
        .iter()
        .chain(&new.aspects)
        .map(|(aspect, _)| *aspect)
        .collect();
    all.into_iter()
        .filter(|aspect| value(old, *aspect) != value(new, *aspect))
        .collect()
}

/// Names of the fewest parts that stand elsewhere in their lists: the others keep
/// their order (a longest common subsequence).
fn moved<'a>(before: &[Piece], after: &'a [Piece]) -> BTreeSet<&'a str> {
    let homes: BTreeSet<&str> = after.iter().map(|piece| piece.home.as_str()).collect();
    let moved = homes.into_iter().flat_map(|home| {
        let names = |pieces: &'a [Piece]| -> Vec<&'a str> {
            let own = pieces.iter().filter(|piece| piece.home == home);
            own.map(|piece| piece.name.as_str()).collect()
        };
        let new = names(after);
        let own = before.iter().filter(|piece| piece.home == home);
        let old: Vec<&str> = own.map(|piece| piece.name.as_str()).collect();
        let old: Vec<&str> = old.into_iter().filter(|name| new.contains(name)).collect();
        let new: Vec<&str> = new.into_iter().filter(|name| old.contains(name)).collect();
        let kept = common(&old, &new);
        new.into_iter().filter(move |name| !kept.contains(name))
    });
    moved.collect()
}

/// A longest common subsequence.
fn common<'a>(old: &[&str], new: &[&'a str]) -> BTreeSet<&'a str> {
    let width = new.len() + 1;
    // lengths[i * width + j]: of the rests from i and j on.
    let mut lengths = vec![0_usize; (old.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[at(i, j)] = if old[i] == new[j] {
                lengths[at(i + 1, j + 1)] + 1
            } else {
                lengths[at(i + 1, j)].max(lengths[at(i, j + 1)])
            };
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, BTreeSet::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            kept.insert(new[j]);
            (i, j) = (i + 1, j + 1);
        } else if lengths[at(i + 1, j)] >= lengths[at(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

fn quiz<'a>(form: &'a Form) -> Vec<Piece<'a>> {
    let piece = |question: &'a QuizQuestion| {
        let QuizQuestion {
            code,
            label,
            hint,
            options,
        } = question;
        Piece {
            spot: Spot::Quiz(code.clone()),
            name: code.clone(),
            home: String::new(),
            label,
            aspects: vec![
                (Aspect::Label, format!("{label:?}")),
                (Aspect::Hint, format!("{hint:?}")),
                (Aspect::Options, format!("{options:?}")),
            ],
        }
    };
    form.quiz.iter().map(piece).collect()
}

/// The sections with their questions and columns, each before the next. Names
/// tell sections, questions and columns from each other.
fn sections(form: &Form) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for section in &form.sections {
        pieces.push(section_piece(section));
        for asked in &section.questions {
            let spot = Spot::Question(section.code.clone(), asked.code.clone());
            let name = format!(" {}", asked.code);
            pieces.push(question_piece(spot, name.clone(), asked));
            let columns = asked.columns().iter().map(|column| {
                let (rows, own) = (asked.code.clone(), column.code.clone());
                let spot = Spot::Column(section.code.clone(), rows, own);
                question_piece(spot, format!("{name} {}", column.code), column)
            });
            pieces.extend(columns);
        }
    }
    pieces
}

fn section_piece(section: &Section) -> Piece<'_> {
    let Section {
        code,
        title,
        intro,
        stage,
        profile,
        questions: _,
    } = section;
    Piece {
        spot: Spot::Section(code.clone()),
        name: code.clone(),
        home: String::new(),
        label: title,
        aspects: vec![
            (Aspect::Label, format!("{title:?}")),
            (Aspect::Hint, format!("{intro:?}")),
            (Aspect::Stage, format!("{stage:?}")),
            (Aspect::Profile, format!("{profile:?}")),
        ],
    }
}

fn question_piece(spot: Spot, name: String, asked: &Question) -> Piece<'_> {
    let Question {
        code: _,
        label,
        hint,
        required,
        reviewers,
        sensitive,
        shown_if,
        kind,
    } = asked;
    let limit = match kind {
        // Columns are parts of their own, options an aspect of their own.
        QuestionKind::Rows { max_rows, .. } => format!("{max_rows}"),
        QuestionKind::Choice(_) | QuestionKind::Choices(_) => String::new(),
        other => format!("{other:?}"),
    };
    let home = match spot.home() {
        Home::Rows(_, rows) => format!(" {rows}"),
        other => other.to_string(),
    };
    Piece {
        spot,
        name,
        home,
        label,
        aspects: vec![
            (Aspect::Label, format!("{label:?}")),
            (Aspect::Hint, format!("{hint:?}")),
            (Aspect::Kind, kind.code().to_owned()),
            (Aspect::Limit, limit),
            (Aspect::Options, format!("{:?}", asked.options())),
            (Aspect::Required, format!("{required:?}")),
            (Aspect::Reviewers, format!("{reviewers:?}")),
            (Aspect::Sensitive, format!("{sensitive:?}")),
            (Aspect::Condition, format!("{shown_if:?}")),
        ],
    }
}

#[cfg(test)]
mod tests;
