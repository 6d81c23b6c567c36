//! A programme with its lists of terms as a TOML file.

use serde::Deserialize;

use super::toml_text::{Source, TomlProblem, TranslatedToml};
use crate::domain::programme::{ProgrammeDraft, TermDraft};

/// The default programme.
pub const DEFAULT_PROGRAMME: &str = include_str!("defaults/programme.toml");

/// Reads a programme and checks it ([`ProgrammeDraft::check`]).
///
/// # Errors
/// The first problem of the file; one of the domain stands at the line of the
/// first `code` or value that its field names.
pub fn read(text: &str) -> Result<ProgrammeDraft, TomlProblem> {
    let source = Source(text);
    let file: ProgrammeToml = source.read()?;
    let draft = file.into_draft();
    source.first(draft.check().0, |field| byte_of(text, field))?;
    Ok(draft)
}

/// The last place of a term's code, or of a key.
fn byte_of(text: &str, field: &str) -> usize {
    let found = match field.split_once('.') {
        Some((_, code)) => text.rfind(&format!("code = \"{code}\"")),
        None => text.find(field),
    };
    found.unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgrammeToml {
    slug: String,
    name: TranslatedToml,
    purpose: TranslatedToml,
    who: TranslatedToml,
    base: Vec<TermToml>,
    community: Vec<TermToml>,
    legal_form: Vec<TermToml>,
    register: Vec<TermToml>,
    funding_type: Vec<TermToml>,
    ineligible_reason: Vec<TermToml>,
    #[serde(default)]
    decline_reason: Vec<TermToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermToml {
    code: String,
    label: TranslatedToml,
}

impl ProgrammeToml {
    fn into_draft(self) -> ProgrammeDraft {
        let lists = [
            ("base", self.base),
            ("community", self.community),
            ("legal_form", self.legal_form),
            ("register", self.register),
            ("funding_type", self.funding_type),
            ("ineligible_reason", self.ineligible_reason),
            ("decline_reason", self.decline_reason),
        ];
        let terms = lists
            .into_iter()
            .flat_map(|(list, terms)| terms.into_iter().map(move |term| term.into_draft(list)));
        ProgrammeDraft {
            slug: self.slug,
            name: self.name.into(),
            purpose: self.purpose.into(),
            who: self.who.into(),
            terms: terms.collect(),
        }
    }
}

impl TermToml {
    fn into_draft(self, list: &str) -> TermDraft {
        TermDraft {
            list: list.to_owned(),
            code: self.code,
            label: self.label.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::toml_text::is_complete;
    use super::*;

    #[test]
    fn the_default_is_complete_in_three_languages() {
        let draft = read(DEFAULT_PROGRAMME).unwrap();
        assert_eq!(draft.slug, "human-rights-fund");
        assert_eq!(draft.terms.len(), 45);
        let labels = draft.terms.iter().map(|term| &term.label);
        let mut texts = labels.chain([&draft.name, &draft.purpose, &draft.who]);
        assert!(texts.all(|text| is_complete(text) && !text.is_empty()));
    }

    #[test]
    fn problems_name_their_line() {
        let wrong = DEFAULT_PROGRAMME.replacen("code = \"gaza\"", "code = \"Gaza strip\"", 1);
        let line = wrong
            .lines()
            .position(|l| l.contains("Gaza strip"))
            .unwrap()
            + 1;
        let problem = read(&wrong).unwrap_err();
        assert_eq!((problem.line, problem.reason.key), (line, "error-code"));
        let unnamed = DEFAULT_PROGRAMME.replacen("slug = ", "slag = ", 1);
        assert_eq!(read(&unnamed).unwrap_err().reason.key, "error-toml");
    }
}
