//! What staff post to assign, and how reviewers are listed for it.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::Deserialize;

use crate::domain::{AccountId, Problems};
use crate::i18n::Locale;
use crate::store::assignment::ReviewerRow;
use crate::web::ui::Badge;

/// Who shall get what; ids as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct AssignForm {
    pub application: Vec<String>,
    pub reviewer: Vec<String>,
}

/// The ids of a posted list; what is no id was not posted by our pages.
pub fn ids<Id: FromStr>(posted: &[String]) -> Vec<Id> {
    let mut seen = std::collections::BTreeSet::new();
    let once = posted.iter().filter(|text| seen.insert(text.as_str()));
    once.filter_map(|text| text.parse().ok()).collect()
}

/// A reviewer to tick.
pub struct ShownCandidate {
    pub id: String,
    pub name: String,
    pub email: String,
    pub load: String,
    pub chosen: bool,
    /// Worth a second look, or why this person can't be chosen.
    pub mark: Option<Badge>,
}

/// A reviewer with what they still owe.
pub fn candidate(
    t: Locale,
    reviewer: &ReviewerRow,
    loads: &BTreeMap<AccountId, i64>,
    form: &AssignForm,
) -> ShownCandidate {
    let owed = loads.get(&reviewer.id).copied().unwrap_or(0);
    ShownCandidate {
        id: reviewer.id.to_string(),
        name: reviewer.name.clone(),
        email: reviewer.email.clone(),
        load: t.number(owed),
        chosen: form.reviewer.iter().any(|id| id == reviewer.id.as_str()),
        mark: None,
    }
}

/// The words of the problems of a field, for lists that are no [`Field`].
///
/// [`Field`]: crate::web::ui::Field
pub fn errors(t: Locale, problems: &Problems, field: &str) -> Vec<String> {
    let own = problems.0.iter().filter(|problem| problem.field == field);
    own.map(|problem| t.tell(&problem.message)).collect()
}
