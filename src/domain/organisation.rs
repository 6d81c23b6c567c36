//! Organisations that apply, with their names in three scripts.

mod registration;
#[cfg(test)]
mod tests;

pub use registration::Registration;

use std::collections::BTreeSet;

use super::code_name::CodeName;
use super::numerals::{one_line, western};
use super::{Language, Message, OrganisationId, Problems};

/// Registrations that a profile holds at most.
pub const REGISTRATIONS_MOST: usize = 5;
const NAME_MOST: usize = 200;
const WEBSITE_MOST: usize = 300;
const NUMBER_MOST: usize = 60;

/// A profile as typed, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    pub name_latin: String,
    pub name_arabic: String,
    pub name_hebrew: String,
    pub base: String,
    pub community: String,
    pub legal_form: String,
    pub website: String,
    /// Row by row; rows left empty are dropped by the check.
    pub registrations: Vec<Registration>,
}

impl Profile {
    /// The organisation that this describes, texts tidied; or everything wrong
    /// with it. `listed` tells whether a list of terms has a code. Fields of rows
    /// are `registrations.N.register` and `registrations.N.number`.
    pub fn check(
        &self,
        id: OrganisationId,
        listed: &dyn Fn(&str, &str) -> bool,
    ) -> Result<Organisation, Problems> {
        let mut problems = Problems::default();
        let organisation = Organisation {
            id,
            name_latin: line(&mut problems, "name_latin", &self.name_latin, NAME_MOST),
            name_arabic: line(&mut problems, "name_arabic", &self.name_arabic, NAME_MOST),
            name_hebrew: line(&mut problems, "name_hebrew", &self.name_hebrew, NAME_MOST),
            base: self.base.clone(),
            community: self.community.clone(),
            legal_form: self.legal_form.clone(),
            website: problems
                .take("website", website(&self.website))
                .unwrap_or_default(),
            registrations: self.registrations(&mut problems, listed),
            code_name: None,
        };
        if organisation.name(Language::English).is_empty() {
            problems.0.insert(0, no_name());
        }
        for (list, code) in [
            ("base", &self.base),
            ("community", &self.community),
            ("legal_form", &self.legal_form),
        ] {
            if !listed(list, code) {
                problems.add(list, Message::new("error-choice"));
            }
        }
        if problems.is_empty() {
            Ok(organisation)
        } else {
            Err(problems)
        }
    }

    fn registrations(
        &self,
        problems: &mut Problems,
        listed: &dyn Fn(&str, &str) -> bool,
    ) -> Vec<Registration> {
        let (mut kept, mut seen) = (Vec::new(), BTreeSet::new());
        for (number, row) in self.registrations.iter().enumerate() {
            let field = |column: &str| format!("registrations.{number}.{column}");
            let text = western(&row.number);
            let tidy = Registration {
                register: row.register.clone(),
                number: line(problems, &field("number"), &text, NUMBER_MOST),
            };
            match (tidy.register.is_empty(), tidy.number.is_empty()) {
                (true, true) => continue,
                (false, true) => problems.add(field("number"), Message::new("error-required")),
                _ if !listed("register", &tidy.register) => {
                    problems.add(field("register"), Message::new("error-choice"));
                }
                _ if !seen.insert(tidy.identifier()) => {
                    problems.add(field("number"), Message::new("error-registration-twice"));
                }
                _ => (),
            }
            kept.push(tidy);
        }
        if kept.len() > REGISTRATIONS_MOST {
            let most = i64::try_from(REGISTRATIONS_MOST).unwrap_or(i64::MAX);
            let message = Message::new("error-too-many-rows").with("most", most);
            problems.add("registrations.0.register", message);
        }
        kept
    }
}

fn no_name() -> super::Problem {
    super::Problem {
        field: "name_latin".to_owned(),
        message: Message::new("error-organisation-name"),
    }
}

fn line(problems: &mut Problems, field: &str, text: &str, most: usize) -> String {
    let line = one_line(text);
    if line.chars().count() > most {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        problems.add(field, Message::new("error-too-long").with("most", most));
    }
    line
}

/// An address that a browser opens safely: http or https, a host with a dot, no
/// user name. Without a scheme it is taken as https.
fn website(text: &str) -> Result<String, Message> {
    let text = one_line(text);
    if text.is_empty() {
        return Ok(text);
    }
    let full = if text.contains("://") {
        text
    } else {
        format!("https://{text}")
    };
    let rest = ["http://", "https://"]
        .into_iter()
        .find_map(|scheme| full.strip_prefix(scheme));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let sound = host.is_some_and(|host| {
        host.contains('.') && !host.starts_with('.') && !host.contains(['@', ':', '\\'])
    });
    let short = full.chars().count() <= WEBSITE_MOST;
    (sound && short && !full.contains([' ', '<', '>', '"']))
        .then_some(full)
        .ok_or_else(|| Message::new("error-website"))
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
    /// By what others know it, where it is confidential.
    pub code_name: Option<CodeName>,
}

impl Organisation {
    /// The organisation as everybody but its own people is shown it: a confidential one
    /// bears its code name in place of its names, and neither website nor numbers.
    #[must_use]
    pub fn as_shown(self) -> Self {
        let Some(code_name) = self.code_name.as_ref().map(ToString::to_string) else {
            return self;
        };
        Self {
            name_latin: code_name,
            name_arabic: String::new(),
            name_hebrew: String::new(),
            website: String::new(),
            registrations: Vec::new(),
            ..self
        }
    }

    /// The organisation as lists of whole rounds hold it: its names and what it is counted
    /// by.
    #[must_use]
    pub fn as_listed(self) -> Self {
        Self {
            legal_form: String::new(),
            website: String::new(),
            registrations: Vec::new(),
            ..self
        }
    }

    /// The profile as a person would type it.
    pub fn profile(&self) -> Profile {
        Profile {
            name_latin: self.name_latin.clone(),
            name_arabic: self.name_arabic.clone(),
            name_hebrew: self.name_hebrew.clone(),
            base: self.base.clone(),
            community: self.community.clone(),
            legal_form: self.legal_form.clone(),
            website: self.website.clone(),
            registrations: self.registrations.clone(),
        }
    }

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
