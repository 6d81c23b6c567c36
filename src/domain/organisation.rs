//! Organisations that apply, with their names in three scripts.

use super::{Language, OrganisationId};

/// A registration in a public register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// List code of org-id.guide, such as `IL-RA`.
    pub register: String,
    pub number: String,
}

impl Registration {
    /// The identifier that other data sets use: list code, hyphen, number.
    pub fn identifier(&self) -> String {
        format!("{}-{}", self.register, self.number)
    }
}

/// An organisation's profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name_latin: String,
    pub name_arabic: String,
    pub name_hebrew: String,
    /// Code of the list `base`: where it works from.
    pub base: String,
    /// Code of the list `community`: its own choice, never inferred.
    pub community: String,
    /// Code of the list `legal_form`.
    pub legal_form: String,
    pub website: String,
    pub registrations: Vec<Registration>,
}

impl Organisation {
    /// The name for a reader of this language, or the first that exists.
    pub fn name(&self, language: Language) -> &str {
        name_for(
            language,
            &self.name_latin,
            &self.name_arabic,
            &self.name_hebrew,
        )
    }
}

/// Chooses among an organisation's names for a reader.
pub fn name_for<'a>(
    language: Language,
    latin: &'a str,
    arabic: &'a str,
    hebrew: &'a str,
) -> &'a str {
    let wanted = match language {
        Language::English => latin,
        Language::Arabic => arabic,
        Language::Hebrew => hebrew,
    };
    [wanted, latin, arabic, hebrew]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or("")
}
