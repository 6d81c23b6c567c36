//! The fields that ask for a review phase.

use super::admin_form::three_lines;
use super::admin_pages::Group;
use crate::domain::phase::{Others, PhaseText, Scope};
use crate::i18n::Locale;
use crate::web::forms::Fields;
use crate::web::review::rules;
use crate::web::ui::{Choice, Control, Field, Width};

/// The fields of a phase.
pub fn groups(ask: &Fields, text: &PhaseText) -> Vec<Group> {
    let group = |title: &str, rows: Vec<Vec<Field>>| Group {
        title: ask.t.say(title),
        rows,
    };
    let labels = ["phase-name-en", "phase-name-ar", "phase-name-he"];
    vec![
        group(
            "phase-group-name",
            three_lines(ask, "name", labels, &text.name),
        ),
        group("phase-group-dates", dates(ask, text)),
        group("phase-group-who", who(ask, text)),
        group("phase-group-seen", seen(ask, text)),
        group("phase-group-written", written(ask, text)),
    ]
}

fn latin(inputmode: &'static str, width: Width) -> Control {
    Control::Latin {
        kind: "text",
        inputmode,
        width,
    }
}

fn dates(ask: &Fields, text: &PhaseText) -> Vec<Vec<Field>> {
    let when = |name: &str, label: &str, hint: &str, value: &str| {
        ask.hinted(name, label, hint, value, latin("", Width::Medium))
    };
    let opens = when(
        "opens_at",
        "phase-opens",
        "field-date-time-hint",
        &text.opens_at,
    );
    let closes = Field {
        optional: true,
        ..when(
            "closes_at",
            "phase-closes",
            "phase-closes-hint",
            &text.closes_at,
        )
    };
    vec![vec![opens, closes]]
}

fn choice(t: Locale, code: &str, label: &str, chosen: &str) -> Choice {
    Choice {
        value: code.to_owned(),
        label: t.say(label),
        hint: None,
        chosen: code == chosen,
    }
}

fn who(ask: &Fields, text: &PhaseText) -> Vec<Vec<Field>> {
    let scopes = Scope::ALL.map(|scope| {
        let label = match scope {
            Scope::Assigned => "phase-rule-assigned",
            Scope::All => "phase-rule-all",
        };
        choice(ask.t, scope.code(), label, &text.scope)
    });
    let radios = Control::Radios(scopes.into());
    vec![
        vec![ask.field("scope", "phase-scope", &text.scope, radios)],
        vec![ask.hinted(
            "needed",
            "phase-needed",
            "phase-needed-hint",
            &text.needed,
            latin("numeric", Width::Short),
        )],
    ]
}

fn seen(ask: &Fields, text: &PhaseText) -> Vec<Vec<Field>> {
    let others =
        Others::ALL.map(|others| choice(ask.t, others.code(), rules::others(others), &text.others));
    let radios = Control::Radios(others.into());
    vec![
        vec![ask.field("others", "phase-others", &text.others, radios)],
        vec![tick(
            ask,
            ("reviewer_names", text.reviewer_names),
            ("phase-reviewer-names", "phase-reviewer-names-hint"),
        )],
        vec![tick(
            ask,
            ("applicant_names", text.applicant_names),
            ("phase-applicant-names", "phase-applicant-names-hint"),
        )],
    ]
}

fn written(ask: &Fields, text: &PhaseText) -> Vec<Vec<Field>> {
    vec![
        vec![tick(
            ask,
            ("revision", text.revision),
            ("phase-revision", "phase-revision-hint"),
        )],
        vec![tick(
            ask,
            ("discussion", text.discussion),
            ("phase-discussion", "phase-discussion-hint"),
        )],
    ]
}

fn tick(ask: &Fields, (name, ticked): (&str, bool), (label, hint): (&str, &str)) -> Field {
    let value = if ticked { "yes" } else { "" };
    ask.hinted(name, label, hint, value, Control::Tick)
}
