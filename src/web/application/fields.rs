//! The questions of a section as form controls, filled in from posted fields:
//! what was typed stays as it was typed, whether it could be read or not.

use crate::domain::answers::{Answers, Posted, Row};
use crate::domain::form::{AMOUNT, Condition, Opt, Question, QuestionKind, TextLimit};
use crate::domain::rate::Currencies;
use crate::domain::{Currency, Problems};
use crate::i18n::Locale;
use crate::web::files::shown::FilesBlock;
use crate::web::round::questions::{condition_text, hint, limit};
use crate::web::ui::{Choice, Control, Count, Field, Width};

use super::answers::paragraphs;
use super::budget::{Printer, ShownSums};

/// More options than this are asked with a select.
const RADIOS_MOST: usize = 8;

/// A question with everything that stands around it.
pub struct Asked {
    /// When it is to be answered, where another answer on the page decides.
    pub only_if: Option<OnlyIf>,
    pub block: Block,
    /// The answer that somebody else saved meanwhile, where it differs.
    pub theirs: Option<Theirs>,
}

/// On which answer of the same page a question hangs.
pub struct OnlyIf {
    /// The condition in words, for those whose browser hides nothing.
    pub text: String,
    /// Name of the field that decides.
    pub name: String,
    /// Its values that ask the question, spaces between.
    pub values: String,
}

/// An answer that somebody else saved, to choose instead of one's own.
pub struct Theirs {
    /// Who saved it, and when.
    pub head: String,
    /// Empty when it was emptied.
    pub paragraphs: Vec<String>,
    /// What the choice posts.
    pub take: String,
}

/// What stands against what, where somebody else saved meanwhile.
#[derive(Clone, Copy)]
pub struct Overtaken<'a> {
    pub theirs: &'a Answers,
    pub typed: &'a Answers,
    pub saver: &'a str,
}

/// How a question is drawn.
pub enum Block {
    Cell(Cell),
    Rows(RowsBlock),
    /// Answered on a page of its own.
    Files(FilesBlock),
}

/// A question with one answer: one control, or an amount and its currency.
pub type Cell = Vec<Field>;

/// A question that is answered with rows.
pub struct RowsBlock {
    pub id: String,
    pub label: String,
    pub hint: String,
    pub limit: String,
    pub error: Option<String>,
    pub optional: bool,
    pub rows: Vec<RowBlock>,
    /// What the button for another row posts; empty when there is no room.
    pub add: String,
    /// Of a budget.
    pub sums: Option<ShownSums>,
}

/// One row.
pub struct RowBlock {
    pub legend: String,
    /// What the button to remove it posts.
    pub remove: String,
    pub cells: Vec<Cell>,
}

/// Makes the controls of one page.
pub struct Asking<'a> {
    pub t: Locale,
    /// Of the request.
    pub currency: Currency,
    /// In which a request can be.
    pub currencies: &'a Currencies,
    /// What is saved of the whole application.
    pub saved: &'a Answers,
    pub posted: &'a Posted,
    pub problems: &'a Problems,
    /// Code of the rows that get one more.
    pub add: &'a str,
    pub overtaken: Option<Overtaken<'a>>,
}

impl Asking<'_> {
    /// The questions of a page.
    pub fn questions(&self, questions: &[&Question]) -> Vec<Asked> {
        let here = |code: &str| questions.iter().find(|question| question.code == code);
        questions
            .iter()
            .map(|question| Asked {
                only_if: question.shown_if.as_ref().and_then(|condition| {
                    let asked = here(&condition.question)?;
                    Some(self.only_if(condition, asked))
                }),
                block: self.block(question),
                theirs: self.theirs(question),
            })
            .collect()
    }

    fn only_if(&self, condition: &Condition, asked: &Question) -> OnlyIf {
        OnlyIf {
            text: condition_text(self.t, condition, Some(asked)),
            name: condition.question.clone(),
            values: condition.any_of.join(" "),
        }
    }

    fn theirs(&self, question: &Question) -> Option<Theirs> {
        let overtaken = self.overtaken?;
        let code = &question.code;
        let (theirs, mine) = (overtaken.theirs.get(code), overtaken.typed.get(code));
        if theirs == mine {
            return None;
        }
        let paragraphs = match (&question.kind, theirs) {
            (_, None) => Vec::new(),
            (QuestionKind::Rows { .. }, _) => self.row_texts(question, overtaken),
            (_, Some(answer)) => paragraphs(self.t, question, answer),
        };
        Some(Theirs {
            head: overtaken.saver.to_owned(),
            paragraphs,
            take: code.clone(),
        })
    }

    /// The saved rows that differ from the typed ones, each with its number.
    fn row_texts(&self, question: &Question, overtaken: Overtaken) -> Vec<String> {
        let code = &question.code;
        let (theirs, typed) = (overtaken.theirs.rows(code), overtaken.typed.rows(code));
        let rows = 0..theirs.len().max(typed.len());
        let line = |at: usize| {
            let legend = self.t.with("row-legend", "n", at + 1);
            let gone = || self.t.say("frame-not-answered");
            let row = theirs.get(at).map(|row| self.row_text(question, row));
            format!("{legend}: {}", row.unwrap_or_else(gone))
        };
        let differing = rows.filter(|at| theirs.get(*at) != typed.get(*at));
        differing.map(line).collect()
    }

    /// A row as a line of text.
    fn row_text(&self, question: &Question, row: &Row) -> String {
        let cells = question.columns().iter().filter_map(|column| {
            let text = paragraphs(self.t, column, row.get(&column.code)?).join(" ");
            Some(format!("{}: {text}", column.label.get(self.t.language())))
        });
        cells.collect::<Vec<_>>().join(" · ")
    }

    fn block(&self, question: &Question) -> Block {
        match &question.kind {
            QuestionKind::Rows { max_rows, columns } => {
                Block::Rows(self.rows(question, columns, *max_rows as usize))
            }
            _ => Block::Cell(self.cell(question, &question.code, false)),
        }
    }

    fn rows(&self, question: &Question, columns: &[Question], most: usize) -> RowsBlock {
        let code = &question.code;
        let language = self.t.language();
        let mut numbers = self.posted.row_numbers(code);
        if numbers.is_empty() || (self.add == *code && numbers.len() < most) {
            numbers.push(numbers.last().map_or(0, |last| last + 1));
        }
        let rows = numbers.iter().zip(1..);
        RowsBlock {
            id: format!("f-{code}"),
            label: question.label.get(language).to_owned(),
            hint: hint(self.t, question),
            limit: limit(self.t, &question.kind).unwrap_or_default(),
            error: self.problems.of(code).map(|m| self.t.tell(m)),
            optional: !question.required,
            rows: rows
                .map(|(number, nth)| RowBlock {
                    legend: self.t.with("row-legend", "n", nth),
                    remove: format!("{code}.{number}"),
                    cells: columns
                        .iter()
                        .map(|c| self.cell(c, &format!("{code}.{number}.{}", c.code), true))
                        .collect(),
                })
                .collect(),
            add: if numbers.len() < most {
                code.clone()
            } else {
                String::new()
            },
            sums: Printer::of(self.t, question, self.saved, self.currency)
                .map(|budget| budget.sums(self.saved.money(AMOUNT))),
        }
    }

    /// The controls of a question with one answer; rows use less room.
    fn cell(&self, question: &Question, name: &str, in_row: bool) -> Cell {
        let language = self.t.language();
        let hint = hint(self.t, question);
        let field = Field {
            name: name.to_owned(),
            label: question.label.get(language).to_owned(),
            hint: (!hint.is_empty()).then_some(hint),
            error: self.problems.of(name).map(|m| self.t.tell(m)),
            value: self.posted.first(name).to_owned(),
            control: self.control(&question.kind, name, in_row),
            optional: !question.required,
            limit: limit(self.t, &question.kind),
            count: count(&question.kind),
            ..Field::default()
        };
        match question.kind {
            QuestionKind::Money { own_currency: true } => {
                vec![field, self.currency_field(name)]
            }
            QuestionKind::Money {
                own_currency: false,
            } if !in_row && question.code == AMOUNT => self.request(field),
            QuestionKind::Place => vec![self.country_field(question, name), self.locality(field)],
            _ => vec![field],
        }
    }

    fn control(&self, kind: &QuestionKind, name: &str, in_row: bool) -> Control {
        let latin = |inputmode, width| Control::Latin {
            kind: "text",
            inputmode,
            width,
        };
        match kind {
            QuestionKind::ShortText { .. } => Control::Line(Width::Full),
            QuestionKind::LongText { limit } => Control::Area(lines(*limit, in_row)),
            QuestionKind::Number { .. } => latin("numeric", Width::Short),
            QuestionKind::Date => latin("", Width::Short),
            QuestionKind::Money {
                own_currency: false,
            } => Control::Amount(self.currency.code().to_owned()),
            QuestionKind::Money { own_currency: true } => latin("decimal", Width::Medium),
            QuestionKind::YesNo => self.one_of(self.yes_no(name), in_row),
            QuestionKind::Choice(options) => {
                let select = in_row || options.len() > RADIOS_MOST;
                self.one_of(self.options(options, name), select)
            }
            QuestionKind::Choices(options) => Control::Checkboxes(self.options(options, name)),
            QuestionKind::Declaration => Control::Tick,
            QuestionKind::Place => Control::Line(Width::Medium),
            // Drawn as rows of other controls, or on a page of their own.
            QuestionKind::Rows { .. } | QuestionKind::Files { .. } => Control::default(),
        }
    }

    fn one_of(&self, mut choices: Vec<Choice>, select: bool) -> Control {
        if !select {
            return Control::Radios(choices);
        }
        choices.insert(0, self.choice("", self.t.say("choose-one"), false));
        Control::Select(choices)
    }

    pub(super) fn choice(&self, value: &str, label: String, chosen: bool) -> Choice {
        Choice {
            value: value.to_owned(),
            label,
            hint: None,
            chosen,
        }
    }

    fn yes_no(&self, name: &str) -> Vec<Choice> {
        let one = |value: &str, key: &str| {
            self.choice(value, self.t.say(key), self.posted.first(name) == value)
        };
        vec![one("yes", "answer-yes"), one("no", "answer-no")]
    }

    fn options(&self, options: &[Opt], name: &str) -> Vec<Choice> {
        let chosen = self.posted.all(name);
        let one = |option: &Opt| {
            let label = option.label.get(self.t.language()).to_owned();
            self.choice(&option.code, label, chosen.contains(&option.code))
        };
        options.iter().map(one).collect()
    }
}

/// What the page counts while somebody types.
fn count(kind: &QuestionKind) -> Option<Count> {
    match kind {
        QuestionKind::ShortText { max_chars } => Some(Count {
            most: *max_chars as usize,
            unit: "characters",
        }),
        QuestionKind::LongText { limit } => Some(match limit {
            TextLimit::Words(most) => Count {
                most: *most as usize,
                unit: "words",
            },
            TextLimit::Characters(most) => Count {
                most: *most as usize,
                unit: "characters",
            },
        }),
        _ => None,
    }
}

/// Visible lines that hint at the length of the answer.
fn lines(limit: TextLimit, in_row: bool) -> u8 {
    let lines = match limit {
        TextLimit::Words(most) => most / 25,
        TextLimit::Characters(most) => most / 150,
    };
    let lines = u8::try_from(lines).unwrap_or(u8::MAX);
    if in_row {
        lines.clamp(2, 3)
    } else {
        lines.clamp(3, 10)
    }
}
