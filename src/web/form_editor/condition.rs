//! The fields that ask on which earlier answer a question hangs.

use super::asking::{Asking, Group};
use super::text::label;
use crate::domain::form::typed::QuestionText;
use crate::domain::form::{Home, Question, Spot};
use crate::web::round::questions::answer;
use crate::web::ui::{Choice, Control, Field};

impl Asking<'_> {
    /// The questions above this one that can decide; all of them for a new one,
    /// which comes last.
    fn deciders(&self) -> Vec<&Question> {
        let own = self.spot.map(Spot::code);
        let last = match self.home {
            Home::Section(section) => section.as_str(),
            _ => "",
        };
        let mut found = Vec::new();
        for section in &self.form.sections {
            for question in &section.questions {
                if Some(question.code.as_str()) == own {
                    return found;
                }
                if question.kind.decides() {
                    found.push(question);
                }
            }
            if section.code == last {
                break;
            }
        }
        found
    }

    /// The earlier question, and those of its answers that ask this one.
    pub(super) fn condition(&self, question: &QuestionText) -> Group {
        let t = self.t;
        let choice = |value: &str, label: String| Choice {
            value: value.to_owned(),
            label,
            hint: None,
            chosen: value == question.decider,
        };
        let deciders = self.deciders();
        let mut choices = vec![choice("", t.say("form-always"))];
        let words = |one: &&Question| choice(&one.code, label(t, &one.label, &one.code));
        choices.extend(deciders.iter().map(words));
        if choices.iter().all(|choice| !choice.chosen) {
            let gone = t.with("form-decider-gone", "code", question.decider.as_str());
            choices.push(choice(&question.decider, gone));
        }
        let control = Control::Select(choices);
        let decider = question.decider.as_str();
        let field = self
            .ask()
            .field("decider", "form-field-decider", decider, control);
        let mut rows = vec![vec![field]];
        let decider = deciders
            .into_iter()
            .find(|one| one.code == question.decider);
        rows.extend(decider.map(|decider| vec![self.answers(decider, &question.any_of)]));
        Group {
            lead: t.say("form-condition-lead"),
            show: Some(t.say("form-show-answers")),
            ..self.group("form-group-condition", rows)
        }
    }

    fn answers(&self, decider: &Question, chosen: &[String]) -> Field {
        let choice = |code: String| Choice {
            label: answer(self.t, Some(decider), &code),
            hint: None,
            chosen: chosen.contains(&code),
            value: code,
        };
        let codes = decider.deciding_answers().into_iter();
        let control = Control::Checkboxes(codes.map(choice).collect());
        self.ask().field("any_of", "form-field-any-of", "", control)
    }
}
