//! Writes a form as the file that [`read`](super::read) reads: sections and
//! questions in their order, short texts on one line, limits behind the words.

use crate::domain::Translated;
use crate::domain::form::{
    Condition, Form, Opt, Question, QuestionKind, QuizQuestion, Section, Stage, TextLimit,
};

/// A line of texts that is longer than this is broken into one of each language.
const LINE_MOST: usize = 110;

/// The form as a file; `remarks` stand above it, line by line.
pub fn write(form: &Form, remarks: &[String]) -> String {
    let mut file = File(String::new());
    for remark in remarks {
        file.line("", &format!("# {}", remark.replace(char::is_control, " ")));
    }
    for question in &form.quiz {
        file.quiz(question);
    }
    for section in &form.sections {
        file.section(section);
    }
    file.0
}

struct File(String);

impl File {
    fn line(&mut self, indent: &str, text: &str) {
        self.0.push_str(indent);
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// The head of a table, with an empty line above.
    fn table(&mut self, indent: &str, name: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line(indent, &format!("[[{name}]]"));
    }

    fn pair(&mut self, indent: &str, key: &str, value: impl std::fmt::Display) {
        self.line(indent, &format!("{key} = {value}"));
    }

    fn code(&mut self, indent: &str, code: &str) {
        self.pair(indent, "code", quoted(code));
    }

    /// A text that may be left out.
    fn some_text(&mut self, indent: &str, key: &str, text: &Translated) {
        if !is_blank(text) {
            self.text(indent, key, text);
        }
    }

    fn text(&mut self, indent: &str, key: &str, text: &Translated) {
        let line = format!("{key} = {}", inline(text));
        let breaks = languages(text).iter().any(|(_, own)| own.contains('\n'));
        if line.chars().count() <= LINE_MOST && !breaks || is_blank(text) {
            return self.line(indent, &line);
        }
        for (language, own) in languages(text) {
            if !own.is_empty() {
                self.pair(indent, &format!("{key}.{language}"), spelled(own));
            }
        }
    }

    fn quiz(&mut self, question: &QuizQuestion) {
        self.table("", "quiz");
        self.code("", &question.code);
        self.text("", "label", &question.label);
        self.some_text("", "hint", &question.hint);
        for option in &question.options {
            self.table("  ", "quiz.option");
            self.code("  ", &option.code);
            self.text("  ", "label", &option.label);
            self.some_text("  ", "refusal", &option.refusal);
        }
    }

    fn section(&mut self, section: &Section) {
        self.table("", "section");
        self.code("", &section.code);
        self.text("", "title", &section.title);
        self.some_text("", "intro", &section.intro);
        if section.stage != Stage::Short {
            self.pair("", "stage", quoted(section.stage.code()));
        }
        if section.profile {
            self.pair("", "profile", true);
        }
        for question in &section.questions {
            self.table("  ", "section.question");
            self.question("  ", question);
            for option in question.options() {
                self.option("  ", "section.question.option", option);
            }
            for column in question.columns() {
                self.table("    ", "section.question.column");
                self.question("    ", column);
                for option in column.options() {
                    self.option("    ", "section.question.column.option", option);
                }
            }
        }
    }

    fn question(&mut self, indent: &str, question: &Question) {
        self.code(indent, &question.code);
        self.pair(indent, "kind", quoted(question.kind.code()));
        self.text(indent, "label", &question.label);
        self.some_text(indent, "hint", &question.hint);
        self.pair(indent, "required", question.required);
        if !question.reviewers {
            self.pair(indent, "reviewers", false);
        }
        if question.sensitive {
            self.pair(indent, "sensitive", true);
        }
        if let Some(condition) = &question.shown_if {
            self.pair(indent, "shown_if", shown_if(condition));
        }
        self.kind(indent, &question.kind);
    }

    fn kind(&mut self, indent: &str, kind: &QuestionKind) {
        match kind {
            QuestionKind::ShortText { max_chars } => self.pair(indent, "max_chars", max_chars),
            QuestionKind::LongText { limit } => match limit {
                TextLimit::Words(most) => self.pair(indent, "max_words", most),
                TextLimit::Characters(most) => self.pair(indent, "max_chars", most),
            },
            QuestionKind::Number { min, max } => {
                self.pair(indent, "min", min);
                self.pair(indent, "max", max);
            }
            QuestionKind::Money { own_currency } => {
                if !own_currency {
                    self.pair(indent, "round_currency", true);
                }
            }
            // Tables end what a question says of itself: an empty list can't be one.
            QuestionKind::Choice(options) | QuestionKind::Choices(options) => {
                if options.is_empty() {
                    self.pair(indent, "option", "[]");
                }
            }
            QuestionKind::Rows { max_rows, columns } => {
                self.pair(indent, "max_rows", max_rows);
                if columns.is_empty() {
                    self.pair(indent, "column", "[]");
                }
            }
            QuestionKind::Files { max_files } => self.pair(indent, "max_files", max_files),
            QuestionKind::Date
            | QuestionKind::Place
            | QuestionKind::YesNo
            | QuestionKind::Declaration => {}
        }
    }

    fn option(&mut self, indent: &str, table: &str, option: &Opt) {
        let indent = format!("{indent}  ");
        self.table(&indent, table);
        self.code(&indent, &option.code);
        self.text(&indent, "label", &option.label);
    }
}

fn shown_if(condition: &Condition) -> String {
    let codes: Vec<String> = condition.any_of.iter().map(|code| quoted(code)).collect();
    let question = quoted(&condition.question);
    format!("{{ question = {question}, is = [{}] }}", codes.join(", "))
}

fn languages(text: &Translated) -> [(&'static str, &str); 3] {
    [("en", &text.en), ("ar", &text.ar), ("he", &text.he)]
}

/// Nothing at all, not even a space.
fn is_blank(text: &Translated) -> bool {
    languages(text).iter().all(|(_, own)| own.is_empty())
}

fn inline(text: &Translated) -> String {
    let filled = languages(text);
    let filled = filled.iter().filter(|(_, own)| !own.is_empty());
    let pairs: Vec<String> = filled
        .map(|(language, own)| format!("{language} = {}", quoted(own)))
        .collect();
    if pairs.is_empty() {
        "{}".to_owned()
    } else {
        format!("{{ {} }}", pairs.join(", "))
    }
}

/// Several lines as several lines, if there are any.
fn spelled(text: &str) -> String {
    if text.contains('\n') {
        format!("\"\"\"\n{}\"\"\"", escaped(text, true))
    } else {
        quoted(text)
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}

fn escaped(text: &str, breaks: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' if breaks => out.push('\n'),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
