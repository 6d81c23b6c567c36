//! The options of a choice as rows of fields.

use super::asking::Asking;
use crate::domain::form::typed::OptionText;
use crate::domain::wording::Typed;
use crate::web::ui::{Control, Field, Width};

/// An option as a row.
pub struct OptionBlock {
    pub legend: String,
    /// Posted by its buttons.
    pub number: u32,
    pub rows: Vec<Vec<Field>>,
    /// A code that stays because answers are kept by it.
    pub kept: Option<(String, String)>,
    pub first: bool,
}

impl Asking<'_> {
    /// The options, with why not and what instead where they are the quiz's.
    pub fn options(&self, options: &[OptionText], refusals: bool) -> Vec<OptionBlock> {
        let blank = [0, 1].map(|number| OptionText {
            number,
            ..OptionText::default()
        });
        // A choice has two at least.
        let shown = if options.is_empty() { &blank } else { options };
        let numbered = shown.iter().enumerate();
        numbered
            .map(|(at, option)| self.option(at, option, refusals))
            .collect()
    }

    fn option(&self, at: usize, option: &OptionText, refusals: bool) -> OptionBlock {
        let name = |part: &str| format!("option.{}.{part}", option.number);
        let kept = self.has_public_option(&option.code);
        let mut rows = Vec::new();
        if !kept {
            rows.push(vec![self.code_field(&name("code"), &option.code)]);
        }
        rows.push(self.beside(&name("label"), "form-field-option", &option.label));
        if refusals {
            rows.push(self.refusals(&name("refusal"), &option.refusal));
        }
        OptionBlock {
            legend: self.t.with("form-option-number", "n", at + 1),
            number: option.number,
            rows,
            kept: kept.then(|| (name("code"), option.code.clone())),
            first: at == 0,
        }
    }

    /// One line in each language, beside each other.
    fn beside(&self, name: &str, label: &str, text: &Typed) -> Vec<Field> {
        self.languages(name, label, text, &|| Control::Line(Width::Full))
    }

    fn refusals(&self, name: &str, text: &Typed) -> Vec<Field> {
        let mut fields = self.languages(name, "form-field-refusal", text, &|| Control::Area(3));
        for field in &mut fields {
            field.optional = true;
        }
        fields
    }
}
