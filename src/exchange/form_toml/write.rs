//! Writes a form as the file that [`read`](super::read) reads: sections and
//! questions in their order, short texts on one line, limits behind the words.

use super::super::toml_file::{TomlFile, quoted};
use crate::domain::form::{
    Condition, Form, Opt, Question, QuestionKind, QuizQuestion, Section, Stage, TextLimit,
};

/// The form as a file; `remarks` stand above it, line by line.
pub fn write(form: &Form, remarks: &[String]) -> String {
    let mut file = File(TomlFile::with(remarks));
    for question in &form.quiz {
        file.quiz(question);
    }
    for section in &form.sections {
        file.section(section);
    }
    file.0.0
}

struct File(TomlFile);

impl File {
    fn quiz(&mut self, question: &QuizQuestion) {
        self.0.table("", "quiz");
        self.0.code("", &question.code);
        self.0.text("", "label", &question.label);
        self.0.some_text("", "hint", &question.hint);
        for option in &question.options {
            self.0.table("  ", "quiz.option");
            self.0.code("  ", &option.code);
            self.0.text("  ", "label", &option.label);
            self.0.some_text("  ", "refusal", &option.refusal);
        }
    }

    fn section(&mut self, section: &Section) {
        self.0.table("", "section");
        self.0.code("", &section.code);
        self.0.text("", "title", &section.title);
        self.0.some_text("", "intro", &section.intro);
        if section.stage != Stage::Short {
            self.0.pair("", "stage", quoted(section.stage.code()));
        }
        if section.profile {
            self.0.pair("", "profile", true);
        }
        for question in &section.questions {
            self.0.table("  ", "section.question");
            self.question("  ", question);
            for option in question.options() {
                self.option("  ", "section.question.option", option);
            }
            for column in question.columns() {
                self.0.table("    ", "section.question.column");
                self.question("    ", column);
                for option in column.options() {
                    self.option("    ", "section.question.column.option", option);
                }
            }
        }
    }

    fn question(&mut self, indent: &str, question: &Question) {
        self.0.code(indent, &question.code);
        self.0.pair(indent, "kind", quoted(question.kind.code()));
        self.0.text(indent, "label", &question.label);
        self.0.some_text(indent, "hint", &question.hint);
        self.0.pair(indent, "required", question.required);
        if !question.reviewers {
            self.0.pair(indent, "reviewers", false);
        }
        if question.sensitive {
            self.0.pair(indent, "sensitive", true);
        }
        if let Some(condition) = &question.shown_if {
            self.0.pair(indent, "shown_if", shown_if(condition));
        }
        self.kind(indent, &question.kind);
    }

    fn kind(&mut self, indent: &str, kind: &QuestionKind) {
        match kind {
            QuestionKind::ShortText { max_chars } => self.0.pair(indent, "max_chars", max_chars),
            QuestionKind::LongText { limit } => match limit {
                TextLimit::Words(most) => self.0.pair(indent, "max_words", most),
                TextLimit::Characters(most) => self.0.pair(indent, "max_chars", most),
            },
            QuestionKind::Number { min, max } => {
                self.0.pair(indent, "min", min);
                self.0.pair(indent, "max", max);
            }
            QuestionKind::Money { own_currency } => {
                if !own_currency {
                    self.0.pair(indent, "round_currency", true);
                }
            }
            // Tables end what a question says of itself: an empty list can't be one.
            QuestionKind::Choice(options) | QuestionKind::Choices(options) => {
                if options.is_empty() {
                    self.0.pair(indent, "option", "[]");
                }
            }
            QuestionKind::Rows { max_rows, columns } => {
                self.0.pair(indent, "max_rows", max_rows);
                if columns.is_empty() {
                    self.0.pair(indent, "column", "[]");
                }
            }
            QuestionKind::Files { max_files } => self.0.pair(indent, "max_files", max_files),
            QuestionKind::Date
            | QuestionKind::Place
            | QuestionKind::YesNo
            | QuestionKind::Declaration => {}
        }
    }

    fn option(&mut self, indent: &str, table: &str, option: &Opt) {
        let indent = format!("{indent}  ");
        self.0.table(&indent, table);
        self.0.code(&indent, &option.code);
        self.0.text(&indent, "label", &option.label);
    }
}

fn shown_if(condition: &Condition) -> String {
    let codes: Vec<String> = condition.any_of.iter().map(|code| quoted(code)).collect();
    let question = quoted(&condition.question);
    format!("{{ question = {question}, is = [{}] }}", codes.join(", "))
}
