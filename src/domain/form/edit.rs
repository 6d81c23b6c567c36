//! Changing a form piece by piece: adding, replacing, moving, copying, removing.
//! A form may be incomplete in between, but codes stay well formed and unique,
//! so that every part has a place of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::spot::QUIZ;
use super::{
    Form, Home, POSTED, Part, Question, QuestionKind, QuizQuestion, Section, Spot, is_code,
};

/// Most bytes of a code that is made of a label, so that a number fits behind it.
const SUGGESTED_MOST: usize = 32;

impl Form {
    /// Adds a part at the end of its home. `false` where it doesn't belong there.
    pub fn add(&mut self, home: &Home, part: Part) -> bool {
        match (home, part) {
            (Home::Quiz, Part::Quiz(question)) => self.quiz.push(question),
            (Home::Sections, Part::Section(section)) => self.sections.push(section),
            (home, Part::Question(question)) => match self.questions_in(home) {
                Some(questions) => questions.push(question),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Puts another wording in place of a part, which keeps the questions or
    /// columns in it. Conditions follow a question whose code changes.
    pub fn replace(&mut self, spot: &Spot, part: Part) -> bool {
        let renamed = match (spot, &part) {
            (Spot::Question(_, before), Part::Question(after)) => {
                Some((before.clone(), after.code.clone()))
            }
            _ => None,
        };
        let done = self.put(spot, part);
        if let Some((before, after)) = renamed.filter(|_| done) {
            self.rename_in_conditions(&BTreeMap::from([(before, after)]), |_| true);
        }
        done
    }

    fn put(&mut self, spot: &Spot, part: Part) -> bool {
        match (spot, part) {
            (Spot::Quiz(code), Part::Quiz(question)) => {
                let old = self.quiz.iter_mut().find(|one| one.code == *code);
                old.map(|old| *old = question).is_some()
            }
            (Spot::Section(code), Part::Section(section)) => {
                let old = self.sections.iter_mut().find(|one| one.code == *code);
                old.map(|old| {
                    let questions = std::mem::take(&mut old.questions);
                    *old = Section {
                        questions,
                        ..section
                    };
                })
                .is_some()
            }
            (spot, Part::Question(question)) => {
                let questions = self.questions_in(&spot.home());
                let mut questions = questions.into_iter().flatten();
                let old = questions.find(|one| one.code == spot.code());
                old.map(|old| put_question(old, question)).is_some()
            }
            _ => false,
        }
    }

    /// Moves a part one place up or down; a question at the edge of its section
    /// moves on into the neighbouring one. Its new place, if there is one.
    pub fn shift(&mut self, spot: &Spot, up: bool) -> Option<Spot> {
        match spot {
            Spot::Quiz(code) => shift_code(&mut self.quiz, code, up)?,
            Spot::Section(code) => shift_code(&mut self.sections, code, up)?,
            Spot::Column(_, _, code) => shift_code(self.questions_in(&spot.home())?, code, up)?,
            Spot::Question(section, code) => return self.shift_question(section, code, up),
        }
        Some(spot.clone())
    }

    fn shift_question(&mut self, section: &str, code: &str, up: bool) -> Option<Spot> {
        let here = at_code(&self.sections, section)?;
        let questions = &mut self.sections.get_mut(here)?.questions;
        let at = at_code(questions, code)?;
        if shift(questions, at, up).is_some() {
            return Some(Home::Section(section.to_owned()).spot(code));
        }
        let there = if up { here.checked_sub(1)? } else { here + 1 };
        self.sections.get(there)?;
        let moved = self.sections.get_mut(here)?.questions.remove(at);
        let next = self.sections.get_mut(there)?;
        let place = if up { next.questions.len() } else { 0 };
        next.questions.insert(place, moved);
        Some(Home::Section(next.code.clone()).spot(code))
    }

    /// Puts a copy under new codes behind a part. The copy's place.
    pub fn copy(&mut self, spot: &Spot) -> Option<Spot> {
        let home = spot.home();
        let code = self.free_code(&home, spot.code(), "");
        match self.part(spot)? {
            Part::Quiz(mut question) => {
                question.code.clone_from(&code);
                insert_behind(&mut self.quiz, spot.code(), question)?;
            }
            Part::Question(mut question) => {
                question.code.clone_from(&code);
                insert_behind(self.questions_in(&home)?, spot.code(), question)?;
            }
            Part::Section(mut section) => {
                section.code.clone_from(&code);
                let questions = std::mem::take(&mut section.questions);
                insert_behind(&mut self.sections, spot.code(), section)?;
                self.add_copies(&code, questions);
            }
        }
        Some(home.spot(&code))
    }

    /// Copies of questions, which hang on each other rather than on the originals.
    fn add_copies(&mut self, section: &str, questions: Vec<Question>) {
        let home = Home::Section(section.to_owned());
        let mut codes = BTreeMap::new();
        for mut question in questions {
            let code = self.free_code(&home, &question.code, "");
            codes.insert(question.code, code.clone());
            question.code = code;
            self.add(&home, Part::Question(question));
        }
        self.rename_in_conditions(&codes, |own| own == section);
    }

    fn rename_in_conditions(
        &mut self,
        codes: &BTreeMap<String, String>,
        within: impl Fn(&str) -> bool,
    ) {
        let sections = self.sections.iter_mut();
        let sections = sections.filter(|section| within(&section.code));
        for question in sections.flat_map(|section| &mut section.questions) {
            if let Some(condition) = &mut question.shown_if
                && let Some(code) = codes.get(&condition.question)
            {
                condition.question.clone_from(code);
            }
        }
    }

    /// Takes a part out. What hung on it stays, and [`Form::check`] tells so.
    pub fn remove(&mut self, spot: &Spot) -> Option<Part> {
        Some(match spot {
            Spot::Quiz(code) => Part::Quiz(self.quiz.remove(at_code(&self.quiz, code)?)),
            Spot::Section(code) => {
                Part::Section(self.sections.remove(at_code(&self.sections, code)?))
            }
            Spot::Question(..) | Spot::Column(..) => {
                let questions = self.questions_in(&spot.home())?;
                Part::Question(questions.remove(at_code(questions, spot.code())?))
            }
        })
    }

    /// The questions of a section, or the columns of rows.
    fn questions_in(&mut self, home: &Home) -> Option<&mut Vec<Question>> {
        match home {
            Home::Section(code) => {
                let found = self.sections.iter_mut().find(|one| one.code == *code)?;
                Some(&mut found.questions)
            }
            Home::Rows(code, rows) => {
                let found = self.sections.iter_mut().find(|one| one.code == *code)?;
                let rows = found.questions.iter_mut().find(|one| one.code == *rows)?;
                match &mut rows.kind {
                    QuestionKind::Rows { columns, .. } => Some(columns),
                    _ => None,
                }
            }
            Home::Quiz | Home::Sections => None,
        }
    }

    /// The questions whose condition asks for a question.
    pub fn hanging_on(&self, code: &str) -> impl Iterator<Item = &Question> {
        let code = code.to_owned();
        self.questions().filter(move |question| {
            let condition = question.shown_if.as_ref();
            condition.is_some_and(|condition| condition.question == code)
        })
    }

    /// Codes that a new part of a home can't have.
    pub fn taken_codes(&self, home: &Home) -> BTreeSet<&str> {
        match home {
            Home::Quiz => self.quiz.iter().map(Coded::code).collect(),
            Home::Sections => {
                let codes = self.sections.iter().map(Coded::code);
                codes.chain([QUIZ]).collect()
            }
            Home::Section(_) => self.questions().map(Coded::code).chain(POSTED).collect(),
            Home::Rows(section, rows) => {
                let rows = self.section(section).and_then(|s| s.question(rows));
                rows.into_iter()
                    .flat_map(Question::columns)
                    .map(Coded::code)
                    .collect()
            }
        }
    }

    /// A free code for a new part, made of its label in English.
    pub fn free_code(&self, home: &Home, label: &str, or_else: &str) -> String {
        let taken = self.taken_codes(home);
        free_code(label, or_else, |code| taken.contains(code))
    }
}

/// A code made of a label, with a number behind it where it is taken.
pub fn free_code(label: &str, or_else: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let code = match suggest_code(label) {
        code if code.is_empty() => or_else.to_owned(),
        code => code,
    };
    let numbered = (2..).map(|number: u32| format!("{code}_{number}"));
    let mut codes = std::iter::once(code.clone()).chain(numbered);
    codes.find(|code| !is_taken(code)).unwrap_or(code)
}

/// Letters and digits of a label in small, everything else as single underscores;
/// empty when it has none that a code can have.
fn suggest_code(label: &str) -> String {
    let folded = label.to_lowercase();
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let mut code = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        let starts = word.starts_with(|c: char| c.is_ascii_lowercase());
        if code.is_empty() && !starts {
            continue;
        }
        if code.is_empty() {
            code.push_str(word.get(..SUGGESTED_MOST).unwrap_or(word));
        } else if code.len() + word.len() < SUGGESTED_MOST {
            code.push('_');
            code.push_str(word);
        } else {
            break;
        }
    }
    debug_assert!(code.is_empty() || is_code(&code));
    code
}

/// Something that is found by its code.
trait Coded {
    fn code(&self) -> &str;
}

impl Coded for Section {
    fn code(&self) -> &str {
        &self.code
    }
}

impl Coded for Question {
    fn code(&self) -> &str {
        &self.code
    }
}

impl Coded for QuizQuestion {
    fn code(&self) -> &str {
        &self.code
    }
}

fn at_code<T: Coded>(list: &[T], code: &str) -> Option<usize> {
    list.iter().position(|one| one.code() == code)
}

fn insert_behind<T: Coded>(list: &mut Vec<T>, code: &str, copy: T) -> Option<()> {
    let at = at_code(list, code)?;
    list.insert(at + 1, copy);
    Some(())
}

fn shift_code<T: Coded>(list: &mut [T], code: &str, up: bool) -> Option<()> {
    let at = at_code(list, code)?;
    shift(list, at, up)
}

/// Changes places with the neighbour; nothing without one.
fn shift<T>(list: &mut [T], at: usize, up: bool) -> Option<()> {
    let other = if up { at.checked_sub(1)? } else { at + 1 };
    (other < list.len()).then(|| list.swap(at, other))
}

/// Rows keep their columns, as a section its questions.
fn put_question(old: &mut Question, mut new: Question) {
    if let (QuestionKind::Rows { columns: own, .. }, QuestionKind::Rows { columns, .. }) =
        (&mut old.kind, &mut new.kind)
    {
        *columns = std::mem::take(own);
    }
    *old = new;
}

mod place;
#[cfg(test)]
mod tests;
