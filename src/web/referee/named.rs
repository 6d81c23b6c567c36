//! The referees whom the application names: staff fill in the form from there.

use serde::Deserialize;

use super::desk::RefereeForm;
use super::place;
use crate::domain::ApplicationId;
use crate::domain::account::Email;
use crate::domain::referee::Named;
use crate::i18n::Locale;
use crate::store::referee::RefereeRow;
use crate::web::ui::{Badge, Tone};

/// Which of them the form is filled in with, from 0.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Of {
    of: String,
}

impl Of {
    /// The form, empty where nobody is chosen.
    pub fn form(&self, named: &[Named]) -> RefereeForm {
        let chosen = self.of.parse().ok().and_then(|at: usize| named.get(at));
        chosen.map_or_else(RefereeForm::default, |one| RefereeForm {
            name: one.name.clone(),
            email: one.email.clone(),
            language: String::new(),
        })
    }
}

/// A referee whom the application names.
pub struct ShownNamed {
    pub name: String,
    pub organisation: String,
    pub email: String,
    pub consent: Badge,
    /// Fills in the form; empty where nobody can be asked, they have not agreed, or were
    /// asked before.
    pub href: String,
}

/// Those of an application, beside those who were asked.
pub fn shown(
    t: Locale,
    (id, may): (ApplicationId, bool),
    (named, asked): (&[Named], &[RefereeRow]),
) -> Vec<ShownNamed> {
    let one = |(at, one): (usize, &Named)| {
        let address = Email::parse(&one.email).ok();
        let open = address.is_some_and(|address| {
            let mut asked = asked.iter();
            asked.all(|row| row.email != address.as_str())
        });
        let (key, tone) = match one.consents {
            true => ("referee-named-agreed", Tone::Good),
            false => ("referee-named-not-agreed", Tone::Warn),
        };
        ShownNamed {
            name: one.name.clone(),
            organisation: one.organisation.clone(),
            email: one.email.clone(),
            consent: Badge {
                text: t.say(key),
                tone,
            },
            href: match may && one.consents && open {
                true => format!("{}?of={at}#f-name", place(id)),
                false => String::new(),
            },
        }
    };
    named.iter().enumerate().map(one).collect()
}
