//! The questions whose answers speak to a criterion, by their labels.

use super::text::label;
use crate::domain::form::{Form, Question};
use crate::i18n::Locale;
use crate::web::ui::{Choice, Control, Field};

/// Fields to choose from: one for each section that reviewers see something of, and
/// one for codes that the form does not ask.
pub fn fields(t: Locale, form: &Form, chosen: &[String]) -> Vec<Field> {
    let mut fields = Vec::new();
    for section in &form.sections {
        let shown = section.questions.iter().filter(|one| one.reviewers);
        let choices: Vec<Choice> = shown.map(|one| choice(t, one, chosen)).collect();
        if !choices.is_empty() {
            let title = label(t, &section.title, &section.code);
            fields.push(field(format!("evidence.{}", section.code), title, choices));
        }
    }
    let known = |code: &String| {
        form.questions()
            .any(|one| one.code == *code && one.reviewers)
    };
    let lost = chosen.iter().filter(|code| !known(code));
    let lost: Vec<Choice> = lost
        .map(|code| Choice {
            value: code.clone(),
            label: code.clone(),
            hint: None,
            chosen: true,
        })
        .collect();
    if !lost.is_empty() {
        let title = t.say("rubric-evidence-unasked");
        fields.push(field("evidence.elsewhere".to_owned(), title, lost));
    }
    fields
}

/// Posted under a name for each section, which tells their ids apart.
fn field(id: String, label: String, choices: Vec<Choice>) -> Field {
    Field {
        name: id,
        label,
        control: Control::Checkboxes(choices),
        ..Field::default()
    }
}

fn choice(t: Locale, question: &Question, chosen: &[String]) -> Choice {
    Choice {
        value: question.code.clone(),
        label: label(t, &question.label, &question.code),
        hint: None,
        chosen: chosen.contains(&question.code),
    }
}

/// Labels of the chosen questions that reviewers see.
pub fn labels(t: Locale, form: &Form, chosen: &[String]) -> Vec<String> {
    let asked = form.questions().filter(|one| one.reviewers);
    let asked = asked.filter(|one| chosen.contains(&one.code));
    asked.map(|one| label(t, &one.label, &one.code)).collect()
}
