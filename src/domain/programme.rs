//! A programme: a standing purpose, and the lists of terms that it starts with.

use std::collections::BTreeSet;

use super::form::is_code;
use super::{Message, Moment, Problems, ProgrammeId, Translated};

/// A standing purpose with its rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    pub id: ProgrammeId,
    /// Its name in URLs: small letters, digits and hyphens.
    pub slug: String,
    pub name: Translated,
    pub purpose: Translated,
    /// Who can apply.
    pub who: Translated,
    pub created_at: Moment,
}

/// A programme as written by staff, before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeDraft {
    pub slug: String,
    pub name: Translated,
    pub purpose: Translated,
    pub who: Translated,
    /// List by list, each in its order.
    pub terms: Vec<TermDraft>,
}

/// An entry of a list such as `base` or `community`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermDraft {
    pub list: String,
    pub code: String,
    pub label: Translated,
}

impl ProgrammeDraft {
    /// What keeps this from being a programme; the field of a term is
    /// `list.code`.
    pub fn check(&self) -> Problems {
        let (mut problems, mut seen) = (Problems::default(), BTreeSet::new());
        if !is_slug(&self.slug) {
            problems.add("slug", Message::new("error-slug"));
        }
        if self.name.is_empty() {
            problems.add("name", Message::new("error-required"));
        }
        for term in &self.terms {
            let field = format!("{}.{}", term.list, term.code);
            if !is_term_code(&term.code) {
                problems.add(&field, Message::new("error-code").with("code", &*term.code));
            }
            if !seen.insert((&term.list, &term.code)) {
                let message = Message::new("error-code-taken").with("code", &*term.code);
                problems.add(&field, message);
            }
            if term.label.is_empty() {
                problems.add(&field, Message::new("error-form-label"));
            }
        }
        problems
    }

    /// The programme itself; its terms are kept apart.
    pub fn programme(&self, id: ProgrammeId, created_at: Moment) -> Programme {
        Programme {
            id,
            slug: self.slug.clone(),
            name: self.name.clone(),
            purpose: self.purpose.clone(),
            who: self.who.clone(),
            created_at,
        }
    }
}

/// Whether a text can name something in URLs: small letters, digits and
/// hyphens, none at the ends, at most 60.
pub fn is_slug(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=60).contains(&text.len())
        && text.bytes().all(plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Codes of terms, and those of public registers, which are capitals and hyphens.
fn is_term_code(text: &str) -> bool {
    let register = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-';
    is_code(text) || ((1..=40).contains(&text.len()) && text.bytes().all(register))
}
