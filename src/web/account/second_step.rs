//! The second step of a sign-in: asking for the code.

use super::pages::FormPage;
use crate::actions::second_factor::FIELD;
use crate::domain::Problems;
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

/// Asks for the code. `begun` is the secret of the first step, `place` where it leads.
pub(super) fn page(visit: &Visit, (begun, place): (&str, &str), problems: &Problems) -> FormPage {
    let t = visit.t;
    let ask = Fields { t, problems };
    let fields = vec![hidden("begun", begun), code_field(&ask, "field-code-hint")];
    let words = (
        "second-step-title",
        "second-step-lead",
        "second-step-submit",
    );
    FormPage::new(visit, words, url::sign_in_code_to(place), fields, problems)
}
