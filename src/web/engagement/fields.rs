//! The forms of the log: an entry, its correction, a quotation.

use crate::domain::EngagementId;
use crate::domain::Problems;
use crate::domain::engagement::{Audience, EngagementKind, NOTES_MOST, TypedEntry, TypedQuote};
use crate::domain::rubric::Rubric;
use crate::i18n::Locale;
use crate::store::application::ApplicationRow;
use crate::store::engagement::{EngagementRow, Offered};
use crate::store::mint;
use crate::web::forms::{Fields, Pairs};
use crate::web::ui::{Choice, Control, Count, Field, Width};

use super::words::kind_key;

/// A form with what hangs on it.
pub struct EngagementForm {
    pub action: String,
    pub fields: Vec<Field>,
    pub press: String,
    /// The version that is corrected; 0 for a new entry and a quotation.
    pub over: i32,
    /// Shown open: it was refused.
    pub open: bool,
}

fn fresh(press: &str) -> String {
    match press {
        "" => mint::<EngagementId>().to_string(),
        press => press.to_owned(),
    }
}

/// What was posted of an entry.
pub fn typed(pairs: Pairs) -> (TypedEntry, i32) {
    let (mut typed, mut over) = (TypedEntry::default(), 0);
    for (name, value) in pairs {
        match name.as_str() {
            "kind" => typed.kind = value,
            "day" => typed.day = value,
            "place" => typed.place = value,
            "theirs" => typed.theirs = value,
            "ours" => typed.ours = value,
            "notes" => typed.notes = value,
            "files" => typed.files.push(value),
            "reason" => typed.reason = value,
            "mistaken" => typed.mistaken = value,
            "press" => typed.press = value,
            "over" => over = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    (typed, over)
}

/// What was posted of a quotation.
pub fn typed_quote(pairs: Pairs) -> TypedQuote {
    let mut typed = TypedQuote::default();
    for (name, value) in pairs {
        match name.as_str() {
            "application" => typed.application = value,
            "audience" => typed.audience = value,
            "criterion" => typed.criterion = value,
            "words" => typed.words = value,
            "press" => typed.press = value,
            _ => {}
        }
    }
    typed
}

/// An entry as its form would post it.
pub fn as_typed(row: &EngagementRow, files: &[Offered]) -> TypedEntry {
    TypedEntry {
        kind: row.kind.code().to_owned(),
        day: row.day.iso(),
        place: row.place.clone(),
        theirs: row.theirs.clone(),
        ours: row.ours.clone(),
        notes: row.notes.clone(),
        files: files.iter().map(|file| file.id.to_string()).collect(),
        mistaken: if row.mistaken { "yes" } else { "" }.to_owned(),
        ..TypedEntry::default()
    }
}

/// The form of an entry, fresh or refused.
pub fn entry_form(
    (t, problems): (Locale, &Problems),
    action: String,
    typed: &TypedEntry,
    files: &[Offered],
) -> EngagementForm {
    let ask = Fields { t, problems };
    EngagementForm {
        action,
        fields: entry_fields(&ask, typed, files),
        press: fresh(&typed.press),
        over: 0,
        open: !problems.is_empty(),
    }
}

/// The form that corrects a version.
pub fn correction_form(
    (t, problems): (Locale, &Problems),
    (action, over): (String, i32),
    typed: &TypedEntry,
    files: &[Offered],
) -> EngagementForm {
    let ask = Fields { t, problems };
    let mut fields = entry_fields(&ask, typed, files);
    let line = Control::Line(Width::Full);
    fields.push(ask.field("reason", "engagement-reason", &typed.reason, line));
    let hint = "engagement-mistaken-hint";
    let label = "engagement-is-mistaken";
    fields.push(ask.hinted("mistaken", label, hint, &typed.mistaken, Control::Tick));
    EngagementForm {
        action,
        fields,
        press: fresh(&typed.press),
        over,
        open: true,
    }
}

fn entry_fields(ask: &Fields, typed: &TypedEntry, files: &[Offered]) -> Vec<Field> {
    let kind = |kind: EngagementKind| Choice {
        value: kind.code().to_owned(),
        label: ask.t.say(kind_key(kind)),
        hint: None,
        chosen: typed.kind == kind.code(),
    };
    let kinds = Control::Radios(EngagementKind::ALL.map(kind).into());
    let day = Control::Latin {
        kind: "text",
        inputmode: "",
        width: Width::Short,
    };
    let notes = ask.hinted(
        "notes",
        "engagement-notes",
        "engagement-notes-hint",
        &typed.notes,
        Control::Area(6),
    );
    let mut fields = vec![
        ask.field("kind", "engagement-kind", &typed.kind, kinds),
        ask.hinted(
            "day",
            "engagement-day",
            "engagement-day-hint",
            &typed.day,
            day,
        ),
    ];
    fields.extend(who_and_where(ask, typed));
    fields.push(Field {
        count: Some(Count {
            most: NOTES_MOST,
            unit: "characters",
        }),
        ..notes
    });
    if !files.is_empty() {
        let hint = "engagement-files-hint";
        let control = Control::Checkboxes(file_choices(typed, files));
        fields.push(optional(ask.hinted(
            "files",
            "engagement-files",
            hint,
            "",
            control,
        )));
    }
    fields
}

/// The lines that may stay empty.
fn who_and_where(ask: &Fields, typed: &TypedEntry) -> [Field; 3] {
    let line = || Control::Line(Width::Full);
    let people = "engagement-people-hint";
    let theirs = "engagement-theirs";
    [
        ask.field("place", "engagement-place", &typed.place, line()),
        ask.hinted("theirs", theirs, people, &typed.theirs, line()),
        ask.field("ours", "engagement-ours", &typed.ours, line()),
    ]
    .map(optional)
}

fn optional(field: Field) -> Field {
    Field {
        optional: true,
        ..field
    }
}

fn file_choices(typed: &TypedEntry, files: &[Offered]) -> Vec<Choice> {
    let choice = |file: &Offered| Choice {
        value: file.id.to_string(),
        label: file.name.clone(),
        hint: Some(file.reference.clone()),
        chosen: typed.files.contains(&file.id.to_string()),
    };
    files.iter().map(choice).collect()
}

/// The form of a quotation about one of these applications, beside a criterion of one
/// of these rubrics.
pub fn quote_form(
    (t, problems): (Locale, &Problems),
    action: String,
    typed: &TypedQuote,
    (applications, rubrics): (&[ApplicationRow], &[Rubric]),
) -> EngagementForm {
    let ask = Fields { t, problems };
    let application = |row: &ApplicationRow| Choice {
        value: row.id.to_string(),
        label: row.reference.clone(),
        hint: Some(row.title.clone()).filter(|title| !title.is_empty()),
        chosen: typed.application == row.id.as_str() || applications.len() == 1,
    };
    let applications_of = Control::Radios(applications.iter().map(application).collect());
    let words = "quote-words-hint";
    let words = ask.hinted(
        "words",
        "quote-words",
        words,
        &typed.words,
        Control::Area(4),
    );
    let audience = |one: Audience| {
        let (key, hint) = match one {
            Audience::Staff => ("quote-staff", "quote-staff-hint"),
            Audience::Reviewers => ("quote-reviewers", "quote-reviewers-hint"),
        };
        Choice {
            value: one.code().to_owned(),
            label: t.say(key),
            hint: Some(t.say(hint)),
            chosen: typed.audience == one.code(),
        }
    };
    let audiences = Control::Radios(Audience::ALL.map(audience).into());
    let criteria = Control::Select(criterion_choices(t, typed, rubrics));
    let label = "quote-criterion";
    EngagementForm {
        action,
        fields: vec![
            ask.field("application", "quote-application", "", applications_of),
            words,
            ask.field("audience", "quote-audience", "", audiences),
            ask.field("criterion", label, &typed.criterion, criteria),
        ],
        press: fresh(&typed.press),
        over: 0,
        open: !problems.is_empty(),
    }
}

fn criterion_choices(t: Locale, typed: &TypedQuote, rubrics: &[Rubric]) -> Vec<Choice> {
    let mut choices = vec![Choice {
        value: String::new(),
        label: t.say("quote-whole"),
        hint: None,
        chosen: typed.criterion.is_empty(),
    }];
    for criterion in rubrics.iter().flat_map(|rubric| &rubric.criteria) {
        if choices.iter().all(|one| one.value != criterion.code) {
            choices.push(Choice {
                value: criterion.code.clone(),
                label: criterion.name.get(t.language()).to_owned(),
                hint: None,
                chosen: typed.criterion == criterion.code,
            });
        }
    }
    choices
}
