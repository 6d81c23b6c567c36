//! What keeps an application from being sent, as links to where it is put right.

use crate::domain::form::{Form, Question, Section};
use crate::domain::{ApplicationId, Message, Problem, Problems};
use crate::i18n::Locale;
use crate::web::forms::{is_ended, named};
use crate::web::ui;
use crate::web::url;

/// Each problem named by its question and linked to its field.
pub fn links(t: Locale, form: &Form, id: ApplicationId, problems: &Problems) -> Vec<ui::Problem> {
    let link = |problem: &Problem| link(t, form, id, problem);
    problems.0.iter().map(link).collect()
}

/// The same on the page of the section itself: the links stay there.
pub fn here(t: Locale, form: &Form, id: ApplicationId, problems: &Problems) -> Vec<ui::Problem> {
    let stay = |link: ui::Problem| ui::Problem {
        href: match link.href.split_once('#') {
            Some((_, field)) => format!("#{field}"),
            None => String::new(),
        },
        ..link
    };
    links(t, form, id, problems).into_iter().map(stay).collect()
}

fn link(t: Locale, form: &Form, id: ApplicationId, problem: &Problem) -> ui::Problem {
    let what = t.tell(&problem.message);
    let code = problem.field.split('.').next().unwrap_or("");
    if let Some(section) = form.section(code) {
        return about_section(t, id, section, what);
    }
    let Some((section, question)) = place(form, code) else {
        return ui::Problem {
            href: String::new(),
            text: what,
        };
    };
    let named = named(name(t, question, &problem.field), what);
    ui::Problem {
        href: format!(
            "{}#f-{}",
            url::section(id, &section.code),
            problem.field.replace('.', "-")
        ),
        text: t.tell(&named),
    }
}

fn about_section(t: Locale, id: ApplicationId, section: &Section, what: String) -> ui::Problem {
    let named = named(section.title.get(t.language()).to_owned(), what);
    ui::Problem {
        href: url::section(id, &section.code),
        text: t.tell(&named),
    }
}

fn place<'a>(form: &'a Form, code: &str) -> Option<(&'a Section, &'a Question)> {
    let mut sections = form.sections.iter();
    sections.find_map(|section| Some((section, section.question(code)?)))
}

/// The label of a question; of a cell, with its row and column.
fn name(t: Locale, question: &Question, field: &str) -> String {
    let label = question.label.get(t.language()).to_owned();
    let mut parts = field.split('.').skip(1);
    let row = parts.next().and_then(|number| number.parse::<i64>().ok());
    let column = parts
        .next()
        .and_then(|code| question.columns().iter().find(|column| column.code == code));
    match (row, column) {
        (Some(row), Some(column)) => {
            let ended = is_ended(&label);
            let key = if ended {
                "gap-cell-sentence"
            } else {
                "gap-cell"
            };
            let cell = Message::new(key)
                .with("question", label)
                .with("row", row + 1)
                .with("column", column.label.get(t.language()));
            t.tell(&cell)
        }
        _ => label,
    }
}
