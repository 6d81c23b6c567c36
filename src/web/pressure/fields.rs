//! The forms of pressure: an incident as staff record it, and its assessment.

use super::words::{certainty_key, source_key};
use crate::domain::currency::Currency;
use crate::domain::form::Opt;
use crate::domain::pressure::{
    Certainty, FUNDING_LOSS, Source, TypedAssessment, TypedIncident, Verdict,
};
use crate::domain::{Country, IncidentId, Problems};
use crate::i18n::Locale;
use crate::store::mint;
use crate::web::forms::{Fields, Pairs};
use crate::web::ui::{Choice, Control, Field, Width};

/// A form with what hangs on it.
pub struct PressureForm {
    pub action: String,
    pub fields: Vec<Field>,
    pub press: String,
    /// The version that is assessed; 0 for a new incident.
    pub over: i32,
    /// Shown open: it was refused.
    pub open: bool,
}

fn fresh(press: &str) -> String {
    match press {
        "" => mint::<IncidentId>().to_string(),
        press => press.to_owned(),
    }
}

/// What was posted of an incident.
pub fn typed(pairs: Pairs) -> TypedIncident {
    let mut typed = TypedIncident::default();
    for (name, value) in pairs {
        match name.as_str() {
            "kind" => typed.kind = value,
            "day" => typed.day = value,
            "country" => typed.country = value,
            "locality" => typed.locality = value,
            "source" => typed.source = value,
            "reference" => typed.reference = value,
            "certainty" => typed.certainty = value,
            "amount" => typed.amount = value,
            "currency" => typed.currency = value,
            "note" => typed.note = value,
            "press" => typed.press = value,
            _ => {}
        }
    }
    typed
}

/// What was posted of an assessment, and over which version.
pub fn typed_assessment(pairs: Pairs) -> (TypedAssessment, i32) {
    let (mut typed, mut over) = (TypedAssessment::default(), 0);
    for (name, value) in pairs {
        match name.as_str() {
            "verdict" => typed.verdict = value,
            "source" => typed.source = value,
            "reference" => typed.reference = value,
            "reason" => typed.reason = value,
            "press" => typed.press = value,
            "over" => over = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    (typed, over)
}

/// The form of an incident, fresh or refused.
pub fn incident_form(
    (t, problems): (Locale, &Problems),
    action: String,
    typed: &TypedIncident,
    kinds: &[Opt],
) -> PressureForm {
    let ask = Fields { t, problems };
    let day = Control::Latin {
        kind: "text",
        inputmode: "",
        width: Width::Short,
    };
    let kinds = Control::Select(kind_choices(t, &typed.kind, kinds));
    let sure = Control::Radios(certainty_choices(t, &typed.certainty));
    let hint = "pressure-day-hint";
    let mut fields = vec![
        ask.field("kind", "pressure-kind", &typed.kind, kinds),
        ask.hinted("day", "pressure-day", hint, &typed.day, day),
    ];
    fields.extend(place_fields(&ask, typed));
    fields.push(source_field(&ask, &typed.source));
    fields.push(reference_field(&ask, &typed.reference));
    let label = "pressure-certainty";
    fields.push(ask.field("certainty", label, &typed.certainty, sure));
    fields.extend(loss_fields(&ask, typed));
    PressureForm {
        action,
        fields,
        press: fresh(&typed.press),
        over: 0,
        open: !problems.is_empty(),
    }
}

fn place_fields(ask: &Fields, typed: &TypedIncident) -> [Field; 2] {
    let countries = Control::Select(country_choices(ask.t, &typed.country));
    let line = Control::Line(Width::Full);
    let (label, hint) = ("pressure-locality", "pressure-locality-hint");
    [
        ask.field("country", "pressure-country", &typed.country, countries),
        ask.hinted("locality", label, hint, &typed.locality, line),
    ]
    .map(optional)
}

/// What was lost, and the note.
fn loss_fields(ask: &Fields, typed: &TypedIncident) -> [Field; 3] {
    let amount = Control::Latin {
        kind: "text",
        inputmode: "decimal",
        width: Width::Short,
    };
    let currencies = Control::Select(currency_choices(ask.t, &typed.currency));
    let (hint, note) = ("pressure-amount-hint", "pressure-note-hint");
    let area = Control::Area(3);
    [
        ask.hinted("amount", "pressure-amount", hint, &typed.amount, amount),
        ask.field("currency", "pressure-currency", &typed.currency, currencies),
        ask.hinted("note", "pressure-note", note, &typed.note, area),
    ]
    .map(optional)
}

fn optional(field: Field) -> Field {
    Field {
        optional: true,
        ..field
    }
}

/// The form of an assessment of a version.
pub fn assessment_form(
    (t, problems): (Locale, &Problems),
    (action, over): (String, i32),
    typed: &TypedAssessment,
) -> PressureForm {
    let ask = Fields { t, problems };
    let verdict = |one: Verdict| Choice {
        value: one.code().to_owned(),
        label: t.say(match one {
            Verdict::Sure(certainty) => certainty_key(certainty),
            Verdict::Mistaken => "pressure-mistaken",
        }),
        hint: Some(t.say(match one {
            Verdict::Sure(Certainty::Claimed) => "pressure-claimed-hint",
            Verdict::Sure(Certainty::Corroborated) => "pressure-corroborated-hint",
            Verdict::Sure(Certainty::Verified) => "pressure-verified-hint",
            Verdict::Mistaken => "pressure-mistaken-hint",
        })),
        chosen: one.code() == typed.verdict,
    };
    let verdicts = Control::Radios(Verdict::ALL.map(verdict).into());
    let reason = Control::Area(3);
    PressureForm {
        action,
        fields: vec![
            ask.field("verdict", "pressure-verdict", &typed.verdict, verdicts),
            source_field(&ask, &typed.source),
            reference_field(&ask, &typed.reference),
            ask.field("reason", "pressure-reason", &typed.reason, reason),
        ],
        press: fresh(&typed.press),
        over,
        open: !problems.is_empty(),
    }
}

fn source_field(ask: &Fields, chosen: &str) -> Field {
    let source = |one: &Source| Choice {
        value: one.code().to_owned(),
        label: ask.t.say(source_key(*one)),
        hint: None,
        chosen: one.code() == chosen,
    };
    let sources = Control::Radios(Source::ALL.iter().map(source).collect());
    ask.field("source", "pressure-source", chosen, sources)
}

fn reference_field(ask: &Fields, value: &str) -> Field {
    let hint = "pressure-reference-hint";
    let line = Control::Line(Width::Full);
    Field {
        optional: true,
        ..ask.hinted("reference", "pressure-reference", hint, value, line)
    }
}

fn certainty_choices(t: Locale, chosen: &str) -> Vec<Choice> {
    let choice = |one: &Certainty| Choice {
        value: one.code().to_owned(),
        label: t.say(certainty_key(*one)),
        hint: None,
        chosen: one.code() == chosen,
    };
    Certainty::ALL.iter().map(choice).collect()
}

fn first(t: Locale, chosen: &str) -> Choice {
    Choice {
        value: String::new(),
        label: t.say("choose-one"),
        hint: None,
        chosen: chosen.is_empty(),
    }
}

fn kind_choices(t: Locale, chosen: &str, kinds: &[Opt]) -> Vec<Choice> {
    let choice = |code: &str, label: String| Choice {
        value: code.to_owned(),
        label,
        hint: None,
        chosen: code == chosen,
    };
    let listed = kinds
        .iter()
        .map(|one| choice(&one.code, one.label.get(t.language()).to_owned()));
    let lost = choice(FUNDING_LOSS, t.say("pressure-funding-loss"));
    std::iter::once(first(t, chosen))
        .chain(listed)
        .chain([lost])
        .collect()
}

fn country_choices(t: Locale, chosen: &str) -> Vec<Choice> {
    let choice = |one: Country| Choice {
        value: one.code().to_owned(),
        label: one.name(t.language()).to_owned(),
        hint: None,
        chosen: one.code() == chosen,
    };
    let mut all: Vec<Choice> = Country::all().map(choice).collect();
    all.sort_by(|one, other| one.label.cmp(&other.label));
    std::iter::once(first(t, chosen)).chain(all).collect()
}

fn currency_choices(t: Locale, chosen: &str) -> Vec<Choice> {
    let choice = |one: Currency| Choice {
        value: one.code().to_owned(),
        label: one.code().to_owned(),
        hint: None,
        chosen: one.code() == chosen,
    };
    let all = Currency::all().map(choice);
    std::iter::once(first(t, chosen)).chain(all).collect()
}
