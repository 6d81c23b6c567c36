//! The second step of a sign-in: asking for the code or the passkey.

use askama::Template;

use super::passkey::Button;
use crate::actions::second_factor::FIELD;
use crate::domain::Problems;
use crate::i18n::Locale;
use crate::web::chrome::Chrome;
use crate::web::forms::Fields;
use crate::web::ui::{Control, Field, Width};
use crate::web::url;
use crate::web::visit::Visit;

/// The field of a code; `hint` is a message key. What was typed is not shown again: a
/// code of the app has passed by then, and a recovery code is a secret.
pub(super) fn code_field(ask: &Fields, hint: &str) -> Field {
    let control = Control::Latin {
        kind: "text",
        inputmode: "",
        width: Width::Medium,
    };
    Field {
        autocomplete: "one-time-code",
        ..ask.hinted(FIELD, "field-code", hint, "", control)
    }
}

/// What is posted as it was shown.
pub(super) fn hidden(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        value: value.to_owned(),
        control: Control::Hidden,
        ..Field::default()
    }
}

/// Asks for the second step.
#[derive(Template)]
#[template(path = "account/second_step.html")]
pub(super) struct SecondStepPage {
    pub(super) chrome: Chrome,
    t: Locale,
    lead: String,
    action: String,
    passkey: Option<Button>,
    fields: Vec<Field>,
}

/// Asks for the code, or for a passkey where one is `known`. `begun` is the secret of the
/// first step, `place` where it leads.
pub(super) fn page(
    visit: &Visit,
    (begun, place): (&str, &str),
    known: bool,
    problems: &Problems,
) -> SecondStepPage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let mut chrome = Chrome::new(visit, &t.say("second-step-title")).problems(t, problems);
    SecondStepPage {
        passkey: known.then(|| Button::put(&mut chrome, url::SIGN_IN_PASSKEY, &ask)),
        chrome,
        t,
        lead: t.say(lead(known)),
        action: url::sign_in_code_to(place),
        fields: vec![hidden("begun", begun), code_field(&ask, "field-code-hint")],
    }
}

/// What is said above the question, to those who have a passkey and to others.
pub(super) fn lead(known: bool) -> &'static str {
    match known {
        true => "second-step-lead-passkey",
        false => "second-step-lead",
    }
}
