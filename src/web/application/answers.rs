//! Answers as every reader sees them: applicants, reviewers and staff alike.
//! Prints what it is given: cut form and answers with `for_reviewers` before.
//! `templates/application/answers.html` draws the result.

use super::budget::Printer;
use crate::domain::Message;
use crate::domain::answers::{Answer, Answers, FileRef, Hidden, Row};
use crate::domain::form::{Form, Question, QuestionKind, Section};
use crate::i18n::Locale;
use crate::web::files::shown::{Door, ShownFile};
use crate::web::ui::{Link, SummaryRow};

/// A section with its answers.
pub struct ShownSection {
    pub title: String,
    /// Its id on the page, for a table of contents: `#anchor`.
    pub anchor: String,
    /// In the order of the form.
    pub parts: Vec<ShownPart>,
}

/// What stands in a section.
pub enum ShownPart {
    /// Consecutive questions with one answer each.
    Rows(Vec<SummaryRow>),
    /// A question that was answered with rows.
    Table(ShownTable),
    /// A question that was answered with files.
    Files(ShownFiles),
}

/// The files that answer a question.
pub struct ShownFiles {
    pub key: String,
    pub files: Vec<ShownFile>,
    pub change: Option<Link>,
}

/// Opens the way to the files of sections for one kind of reader; without it
/// they are only named.
pub fn open_files(sections: &mut [ShownSection], door: &Door) {
    let parts = sections.iter_mut().flat_map(|section| &mut section.parts);
    for part in parts {
        if let ShownPart::Files(shown) = part {
            shown.files.iter_mut().for_each(|file| file.open(door));
        }
    }
}

/// The rows that answer a question.
pub struct ShownTable {
    pub caption: String,
    pub heads: Vec<ShownHead>,
    /// One text per head; empty where a cell was not filled in.
    pub rows: Vec<Vec<String>>,
    /// Sums, one text per head: the first names them. Empty but for a budget.
    pub foot: Vec<Vec<String>>,
    pub change: Option<Link>,
}

impl ShownTable {
    /// Without the columns that nobody filled in, which would leave the others no
    /// room on paper and on small screens; the first one names the sums and stays.
    fn without_empty_columns(mut self) -> Self {
        let filled = |at: usize| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))
        };
        let kept: Vec<bool> = (0..self.heads.len())
            .map(|at| at == 0 || filled(at))
            .collect();
        let lines = self.rows.iter_mut().chain(&mut self.foot);
        lines.for_each(|line| retain(line, &kept));
        retain(&mut self.heads, &kept);
        self
    }
}

fn retain<T>(list: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    list.retain(|_| kept.next().copied().unwrap_or(true));
}

/// The head of a column.
pub struct ShownHead {
    pub text: String,
    /// Numbers and amounts stand at the end of their cell.
    pub num: bool,
}

/// Every section of a form with the answers to its questions.
pub fn sections(t: Locale, form: &Form, answers: &Answers) -> Vec<ShownSection> {
    sections_to_change(t, form, answers, &|_, _| None)
}

/// The same where `change` gives the address at which a question of a section is
/// answered.
pub fn sections_to_change(
    t: Locale,
    form: &Form,
    answers: &Answers,
    change: &dyn Fn(&Section, &Question) -> Option<String>,
) -> Vec<ShownSection> {
    let hidden = Hidden::of(form, answers);
    let shown = Shown {
        t,
        answers,
        hidden,
        change,
    };
    let sections = form.sections.iter();
    sections.map(|section| shown.section(section)).collect()
}

/// The answers to some questions, in the order of their codes; those that the form
/// does not ask or that nobody answered are left out.
pub fn excerpt(
    t: Locale,
    form: &Form,
    answers: &Answers,
    (anchor, codes): (String, &[String]),
) -> ShownSection {
    let shown = Shown {
        t,
        answers,
        hidden: Hidden::of(form, answers),
        change: &|_, _| None,
    };
    let mut parts = Vec::new();
    for code in codes.iter().filter(|code| answers.get(code).is_some()) {
        for section in &form.sections {
            let asked = section.questions.iter().find(|one| one.code == *code);
            if let Some(question) = asked {
                shown.part(&mut parts, section, question);
            }
        }
    }
    ShownSection {
        title: String::new(),
        anchor,
        parts,
    }
}

struct Shown<'a> {
    t: Locale,
    answers: &'a Answers,
    /// What was answered and is not asked any more.
    hidden: Hidden,
    change: &'a dyn Fn(&Section, &Question) -> Option<String>,
}

impl Shown<'_> {
    fn section(&self, section: &Section) -> ShownSection {
        let mut parts = Vec::new();
        for question in &section.questions {
            let asked = self.hidden.asks(&question.code);
            if asked || self.answers.get(&question.code).is_some() {
                self.part(&mut parts, section, question);
            }
        }
        ShownSection {
            title: section.title.get(self.t.language()).to_owned(),
            anchor: format!("section-{}", section.code),
            parts,
        }
    }

    fn part(&self, parts: &mut Vec<ShownPart>, section: &Section, question: &Question) {
        match self.answers.get(&question.code) {
            Some(Answer::Rows(rows)) => {
                parts.push(ShownPart::Table(self.table(section, question, rows)));
            }
            Some(Answer::Files(files)) => {
                parts.push(ShownPart::Files(self.files(section, question, files)));
            }
            _ => add_row(parts, self.row(section, question)),
        }
    }

    fn row(&self, section: &Section, question: &Question) -> SummaryRow {
        let answer = self.answers.get(&question.code);
        let told = answer.map(|answer| paragraphs(self.t, question, answer));
        let told = told.unwrap_or_default();
        SummaryRow {
            key: self.label(question),
            paragraphs: self.remark(question).chain(told).collect(),
            change: self.change_link(section, question),
        }
    }

    fn files(&self, section: &Section, question: &Question, files: &[FileRef]) -> ShownFiles {
        ShownFiles {
            key: self.caption(question),
            files: files
                .iter()
                .map(|file| ShownFile::of(self.t, file))
                .collect(),
            change: self.change_link(section, question),
        }
    }

    fn table(&self, section: &Section, question: &Question, rows: &[Row]) -> ShownTable {
        let columns = question.columns();
        let cell = |row: &Row, column: &Question| match row.get(&column.code) {
            Some(answer) => paragraphs(self.t, column, answer).join("\n"),
            None => String::new(),
        };
        let head = |column: &Question| ShownHead {
            text: self.label(column),
            num: is_number(column),
        };
        let mut heads: Vec<ShownHead> = columns.iter().map(head).collect();
        let mut lines: Vec<Vec<String>> = rows
            .iter()
            .map(|row| columns.iter().map(|column| cell(row, column)).collect())
            .collect();
        let currency = self.answers.request_currency();
        let budget =
            currency.and_then(|currency| Printer::of(self.t, question, self.answers, currency));
        if let Some(budget) = &budget {
            budget.add_cost(&mut heads, &mut lines);
        }
        let table = ShownTable {
            caption: self.caption(question),
            heads,
            rows: lines,
            foot: budget.map_or_else(Vec::new, |budget| budget.foot()),
            change: self.change_link(section, question),
        };
        table.without_empty_columns()
    }

    /// That an answer stands to a question which is not asked any more.
    fn remark(&self, question: &Question) -> impl Iterator<Item = String> {
        let asked = self.hidden.asks(&question.code);
        (!asked).then(|| self.t.say("answer-hidden")).into_iter()
    }

    /// The question's label with what is to be remarked.
    fn caption(&self, question: &Question) -> String {
        let label = self.label(question);
        self.remark(question)
            .fold(label, |label, remark| format!("{label} {remark}"))
    }

    fn label(&self, question: &Question) -> String {
        question.label.get(self.t.language()).to_owned()
    }

    fn change_link(&self, section: &Section, question: &Question) -> Option<Link> {
        (self.change)(section, question).map(|href| Link::new(href, self.label(question)))
    }
}

/// Adds to the list of rows at the end, or begins one.
fn add_row(parts: &mut Vec<ShownPart>, row: SummaryRow) {
    match parts.last_mut() {
        Some(ShownPart::Rows(rows)) => rows.push(row),
        _ => parts.push(ShownPart::Rows(vec![row])),
    }
}

fn is_number(column: &Question) -> bool {
    matches!(
        column.kind,
        QuestionKind::Number { .. } | QuestionKind::Money { .. }
    )
}

/// An answer in the reader's language, as paragraphs of plain text.
pub fn paragraphs(t: Locale, question: &Question, answer: &Answer) -> Vec<String> {
    let option = |code: &String| match question.option(code) {
        Some(option) => option.label.get(t.language()).to_owned(),
        None => code.clone(),
    };
    match answer {
        Answer::Text(text) => text.split("\n\n").map(|p| p.trim().to_owned()).collect(),
        Answer::Number(number) => vec![ours(t, t.number(*number))],
        Answer::Money(money) => vec![ours(t, t.money(*money))],
        Answer::Day(day) => vec![t.day(*day)],
        Answer::YesNo(true) => vec![t.say("answer-yes")],
        Answer::YesNo(false) => vec![t.say("answer-no")],
        Answer::Choice(code) => vec![option(code)],
        Answer::Choices(codes) => codes.iter().map(option).collect(),
        Answer::Declared => vec![t.say("answer-declared")],
        Answer::Place(place) => {
            let country = place.country.name(t.language());
            if place.locality.is_empty() {
                return vec![country.to_owned()];
            }
            let whole = Message::new("answer-place")
                .with("locality", &*place.locality)
                .with("country", country);
            vec![t.tell(&whole)]
        }
        Answer::Files(files) => files.iter().map(|file| file.name.clone()).collect(),
        // A table, drawn as one.
        Answer::Rows(_) => Vec::new(),
    }
}

/// A figure has no direction of its own: a mark gives it the page's, so that it
/// stands where the words around it begin.
fn ours(t: Locale, figure: String) -> String {
    match t.language().direction() {
        "rtl" => format!("\u{200F}{figure}"),
        _ => figure,
    }
}
