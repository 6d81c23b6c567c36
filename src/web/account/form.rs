//! What people post about accounts, and the fields that ask for it.

use serde::Deserialize;
use validator::Validate;

use crate::domain::notice::Frequency;
use crate::domain::{Language, Problems};
use crate::i18n::Locale;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Width};

/// Sign-in.
#[derive(Deserialize, Validate, Default)]
#[serde(default)]
pub struct SignInForm {
    #[validate(length(min = 1, max = 254))]
    pub email: String,
    #[validate(length(min = 1, max = 1024))]
    pub password: String,
    pub return_to: String,
}

/// The second step: a code, or what a passkey answered.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CodeForm {
    /// The secret of the first step.
    pub begun: String,
    pub one_time_code: String,
    /// The secret of what a device was asked.
    pub passkey_asked: String,
    /// What it answered; empty where a code is brought.
    pub passkey: String,
}

/// Sign-up and joining by invitation.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct JoinForm {
    pub name: String,
    pub email: String,
    pub password: String,
}

/// One address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EmailForm {
    pub email: String,
    pub role: String,
}

/// A new password, with the present one where it is known.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PasswordForm {
    pub present: String,
    pub password: String,
}

/// Name, language, time zone.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ProfileForm {
    pub name: String,
    pub language: String,
    pub time_zone: String,
    pub notices: String,
    /// `on` or `off`; empty for people who review nothing.
    pub reminders: String,
}

/// The control of an address.
pub fn email_control() -> Control {
    Control::Latin {
        kind: "email",
        inputmode: "email",
        width: Width::Medium,
    }
}

/// The fields of joining.
pub fn join_fields(ask: &Fields, form: &JoinForm) -> Vec<Field> {
    vec![
        Field {
            autocomplete: "name",
            ..ask.hinted(
                "name",
                "field-name",
                "field-name-hint",
                &form.name,
                Control::Line(Width::Medium),
            )
        },
        email_field(ask, &form.email),
        new_password(ask),
    ]
}

/// The field of an address.
pub fn email_field(ask: &Fields, value: &str) -> Field {
    Field {
        autocomplete: "email",
        ..ask.field("email", "field-email", value, email_control())
    }
}

/// The field of a password to be chosen.
pub fn new_password(ask: &Fields) -> Field {
    Field {
        autocomplete: "new-password",
        ..ask.hinted(
            "password",
            "field-password",
            "field-password-hint",
            "",
            Control::Password,
        )
    }
}

/// The fields of the profile.
pub fn profile_fields(ask: &Fields, form: &ProfileForm) -> Vec<Field> {
    let zones = jiff::tz::db().available().map(|zone| zone.to_string());
    let zones = zones
        .map(|zone| choice(&zone, &zone, &form.time_zone))
        .collect();
    let mut fields = vec![
        Field {
            autocomplete: "name",
            ..ask.field(
                "name",
                "field-name",
                &form.name,
                Control::Line(Width::Medium),
            )
        },
        ask.hinted(
            "language",
            "field-language",
            "field-language-hint",
            &form.language,
            languages(&form.language),
        ),
        ask.hinted(
            "time_zone",
            "field-time-zone",
            "field-time-zone-hint",
            &form.time_zone,
            Control::Select(zones),
        ),
        ask.hinted(
            "notices",
            "field-notices",
            "field-notices-hint",
            &form.notices,
            notices(ask.t, &form.notices),
        ),
    ];
    if !form.reminders.is_empty() {
        let (label, hint) = ("field-reminders", "field-reminders-hint");
        let control = reminders(ask.t, &form.reminders);
        fields.push(ask.hinted("reminders", label, hint, &form.reminders, control));
    }
    fields
}

fn reminders(t: Locale, chosen: &str) -> Control {
    Control::Radios(vec![
        choice("on", &t.say("reminders-on"), chosen),
        choice("off", &t.say("reminders-off"), chosen),
    ])
}

fn notices(t: Locale, chosen: &str) -> Control {
    let one = |frequency: Frequency| {
        let label = match frequency {
            Frequency::AtOnce => "notices-at-once",
            Frequency::Daily => "notices-daily",
            Frequency::Essential => "notices-essential",
        };
        choice(frequency.code(), &t.say(label), chosen)
    };
    Control::Radios(Frequency::ALL.into_iter().map(one).collect())
}

fn languages(chosen: &str) -> Control {
    let one = |language: Language| choice(language.code(), language.own_name(), chosen);
    Control::Radios(Language::ALL.into_iter().map(one).collect())
}

/// An option that is chosen when its value is.
pub fn choice(value: &str, label: &str, chosen: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: value == chosen,
    }
}

/// No problems, for a form shown for the first time.
pub fn fresh() -> Problems {
    Problems::default()
}
