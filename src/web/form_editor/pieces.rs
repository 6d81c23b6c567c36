//! The parts of a form as lists show them.

use super::text::{kind, label, question_traits, section_traits, untranslated};
use crate::domain::form::{Form, Home, Question, Section, Spot};
use crate::i18n::Locale;
use crate::web::round::questions::{limit, only_if};
use crate::web::ui::Badge;
use crate::web::url;

/// A part with the parts in it.
pub struct ShownPart {
    pub anchor: String,
    /// The path of codes, posted by its buttons.
    pub path: String,
    pub href: String,
    pub removal: String,
    pub label: String,
    /// Kind and limit of a question, number of questions of a section.
    pub manner: String,
    /// On which answer it hangs.
    pub only_if: String,
    pub badges: Vec<Badge>,
    pub parts: Vec<ShownPart>,
    /// Where one more is added to it; empty where it holds none.
    pub add: String,
    /// Whether it has a neighbour above, and below.
    pub up: bool,
    pub down: bool,
}

/// The form whose parts are shown.
pub struct Editing<'a> {
    pub t: Locale,
    pub form: &'a Form,
    pub slug: &'a str,
}

impl Editing<'_> {
    fn part(&self, spot: &Spot, label: String) -> ShownPart {
        let href = url::form_part(self.slug, spot);
        ShownPart {
            anchor: url::anchor(spot),
            path: spot.to_string(),
            removal: format!("{href}/removal"),
            href,
            label,
            manner: String::new(),
            only_if: String::new(),
            badges: Vec::new(),
            parts: Vec::new(),
            add: String::new(),
            up: true,
            down: true,
        }
    }

    /// The questions of the quiz.
    pub fn quiz(&self) -> Vec<ShownPart> {
        let t = self.t;
        let questions = self.form.quiz.iter();
        let parts = questions.map(|question| ShownPart {
            manner: t.count("asked-options", question.options.len()),
            badges: untranslated(t, &question.label).into_iter().collect(),
            ..self.part(
                &Home::Quiz.spot(&question.code),
                label(t, &question.label, &question.code),
            )
        });
        ends(parts.collect())
    }

    /// The sections with everything in them.
    pub fn sections(&self) -> Vec<ShownPart> {
        let sections = self.form.sections.iter();
        let mut sections = ends(sections.map(|section| self.section(section)).collect());
        // A question moves on into the neighbouring section.
        let last = sections.len().saturating_sub(1);
        for (number, section) in sections.iter_mut().enumerate() {
            let count = section.parts.len();
            for (at, question) in section.parts.iter_mut().enumerate() {
                question.up = number > 0 || at > 0;
                question.down = number < last || at + 1 < count;
            }
        }
        sections
    }

    fn section(&self, section: &Section) -> ShownPart {
        let t = self.t;
        let home = Home::Section(section.code.clone());
        let questions = section.questions.iter();
        let shown = questions.map(|question| self.question(&home.spot(&question.code), question));
        ShownPart {
            manner: t.count("form-questions", section.questions.len()),
            badges: section_traits(t, self.form, section),
            parts: shown.collect(),
            add: url::form_new(self.slug, &home),
            ..self.part(
                &Home::Sections.spot(&section.code),
                label(t, &section.title, &section.code),
            )
        }
    }

    fn question(&self, spot: &Spot, question: &Question) -> ShownPart {
        let t = self.t;
        let mut manner = vec![kind(t, question.kind.code())];
        manner.extend(limit(t, &question.kind));
        if !question.options().is_empty() {
            manner.push(t.count("asked-options", question.options().len()));
        }
        let rows = match spot {
            Spot::Question(section, code) => Home::Rows(section.clone(), code.clone()),
            _ => Home::Sections,
        };
        let columns = question.columns().iter();
        let columns = columns.map(|column| self.question(&rows.spot(&column.code), column));
        let condition = question.shown_if.as_ref();
        ShownPart {
            manner: manner.join(" · "),
            only_if: condition.map_or(String::new(), |c| only_if(t, self.form, c)),
            badges: question_traits(t, question),
            parts: ends(columns.collect()),
            add: match self.form.has(&rows) && rows != Home::Sections {
                true => url::form_new(self.slug, &rows),
                false => String::new(),
            },
            ..self.part(spot, label(t, &question.label, &question.code))
        }
    }
}

/// The first has none above, the last none below.
fn ends(mut parts: Vec<ShownPart>) -> Vec<ShownPart> {
    if let Some(first) = parts.first_mut() {
        first.up = false;
    }
    if let Some(last) = parts.last_mut() {
        last.down = false;
    }
    parts
}
