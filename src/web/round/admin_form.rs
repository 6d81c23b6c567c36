//! What staff post about a round, and the fields that ask for it.

use serde::Deserialize;

use super::admin_pages::Group;
use crate::domain::Currency;
use crate::domain::programme::Programme;
use crate::domain::round_draft::RoundText;
use crate::domain::wording::Typed;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Width};

/// A round.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RoundForm {
    pub programme: String,
    title_en: String,
    title_ar: String,
    title_he: String,
    purpose_en: String,
    purpose_ar: String,
    purpose_he: String,
    slug: String,
    currency: String,
    budget: String,
    least: String,
    most: String,
    time_zone: String,
    opens_at: String,
    closes_at: String,
    rolling: String,
    grace_minutes: String,
    reviews_due_at: String,
    review_days: String,
    turnaround_days: String,
    sign_off: String,
    emergency: String,
}

impl RoundForm {
    /// The texts as the domain reads them.
    pub fn into_text(self) -> RoundText {
        RoundText {
            title: Typed {
                en: self.title_en,
                ar: self.title_ar,
                he: self.title_he,
            },
            purpose: Typed {
                en: self.purpose_en,
                ar: self.purpose_ar,
                he: self.purpose_he,
            },
            slug: self.slug,
            currency: self.currency,
            budget: self.budget,
            least: self.least,
            most: self.most,
            time_zone: self.time_zone,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            rolling: self.rolling == "yes",
            grace_minutes: self.grace_minutes,
            reviews_due_at: self.reviews_due_at,
            review_days: self.review_days,
            turnaround_days: self.turnaround_days,
            sign_off: self.sign_off == "yes",
            emergency: self.emergency == "yes",
        }
    }
}

/// Programmes to choose from, and the chosen one; none once a round exists.
pub struct Choosing<'a> {
    pub programmes: &'a [Programme],
    pub chosen: &'a str,
}

/// The fields of a round. `bound` leaves out what can't change any more.
pub fn groups(ask: &Fields, text: &RoundText, of: Option<&Choosing>, bound: bool) -> Vec<Group> {
    let group = |title: &str, rows: Vec<Vec<Field>>| Group {
        title: ask.t.say(title),
        rows,
    };
    vec![
        group("round-admin-group-what", what(ask, text, of, bound)),
        group("round-admin-group-money", money(ask, text, bound)),
        group("round-admin-group-dates", dates(ask, text)),
        group("round-admin-group-deciding", deciding(ask, text, bound)),
    ]
}

fn what(ask: &Fields, text: &RoundText, of: Option<&Choosing>, bound: bool) -> Vec<Vec<Field>> {
    let mut rows = Vec::new();
    if let Some(of) = of {
        rows.push(vec![programme_field(ask, of)]);
    }
    rows.extend(three_lines(
        ask,
        "title",
        ["field-title-en", "field-title-ar", "field-title-he"],
        &text.title,
    ));
    rows.extend(three_areas(
        ask,
        "purpose",
        ["field-purpose-en", "field-purpose-ar", "field-purpose-he"],
        &text.purpose,
    ));
    if !bound {
        rows.push(vec![slug_field(ask, &text.slug)]);
    }
    rows
}

fn programme_field(ask: &Fields, of: &Choosing) -> Field {
    let option = |programme: &Programme| Choice {
        value: programme.id.to_string(),
        label: programme.name.get(ask.t.language()).to_owned(),
        hint: None,
        chosen: programme.id.as_str() == of.chosen,
    };
    let options = of.programmes.iter().map(option).collect();
    ask.hinted(
        "programme",
        "field-programme",
        "field-programme-hint",
        of.chosen,
        Control::Select(options),
    )
}

/// The field of a name in URLs.
pub fn slug_field(ask: &Fields, value: &str) -> Field {
    let control = latin("", Width::Medium);
    Field {
        optional: true,
        ..ask.hinted("slug", "field-slug", "field-slug-hint", value, control)
    }
}

fn latin(inputmode: &'static str, width: Width) -> Control {
    Control::Latin {
        kind: "text",
        inputmode,
        width,
    }
}

/// A line in three languages: English first, the others beside each other.
pub fn three_lines(ask: &Fields, name: &str, labels: [&str; 3], text: &Typed) -> Vec<Vec<Field>> {
    three(ask, name, labels, text, || Control::Line(Width::Full))
}

/// A longer text in three languages.
pub fn three_areas(ask: &Fields, name: &str, labels: [&str; 3], text: &Typed) -> Vec<Vec<Field>> {
    three(ask, name, labels, text, || Control::Area(5))
}

fn three(
    ask: &Fields,
    name: &str,
    [en, ar, he]: [&str; 3],
    text: &Typed,
    control: fn() -> Control,
) -> Vec<Vec<Field>> {
    let field = |language: &str, label: &str, value: &str| Field {
        optional: language != "en",
        ..ask.field(&format!("{name}_{language}"), label, value, control())
    };
    vec![
        vec![field("en", en, &text.en)],
        vec![field("ar", ar, &text.ar), field("he", he, &text.he)],
    ]
}

fn money(ask: &Fields, text: &RoundText, bound: bool) -> Vec<Vec<Field>> {
    let amount = |name: &str, label: &str, value: &str| {
        let control = match bound {
            true => Control::Amount(text.currency.clone()),
            false => latin("decimal", Width::Medium),
        };
        ask.field(name, label, value, control)
    };
    let amounts = vec![
        amount("budget", "field-budget", &text.budget),
        amount("least", "field-least", &text.least),
        amount("most", "field-most", &text.most),
    ];
    if bound {
        return vec![amounts];
    }
    let control = Control::Select(currencies(&text.currency));
    let currency = ask.field("currency", "field-currency", &text.currency, control);
    vec![vec![currency], amounts]
}

fn dates(ask: &Fields, text: &RoundText) -> Vec<Vec<Field>> {
    let when = |name: &str, label: &str, hint: &str, value: &str| {
        ask.hinted(name, label, hint, value, latin("", Width::Medium))
    };
    let hint = "field-date-time-hint";
    let [rolling, review_days] = rolling(ask, text);
    vec![
        vec![ask.hinted(
            "time_zone",
            "field-round-zone",
            "field-round-zone-hint",
            &text.time_zone,
            Control::Select(zones(&text.time_zone)),
        )],
        vec![
            when("opens_at", "field-opens", hint, &text.opens_at),
            when("closes_at", "field-closes", hint, &text.closes_at),
            when(
                "reviews_due_at",
                "field-reviews-due",
                hint,
                &text.reviews_due_at,
            ),
        ],
        vec![rolling],
        vec![review_days],
        vec![ask.hinted(
            "grace_minutes",
            "field-grace",
            "field-grace-hint",
            &text.grace_minutes,
            latin("numeric", Width::Short),
        )],
    ]
}

/// What stands for the two last days where there is no closing day.
fn rolling(ask: &Fields, text: &RoundText) -> [Field; 2] {
    let ticked = if text.rolling { "yes" } else { "" };
    let (label, hint) = ("field-rolling", "field-rolling-hint");
    let days = ask.hinted(
        "review_days",
        "field-review-days",
        "field-review-days-hint",
        &text.review_days,
        latin("numeric", Width::Short),
    );
    [
        ask.hinted("rolling", label, hint, ticked, Control::Tick),
        Field {
            optional: true,
            ..days
        },
    ]
}

fn deciding(ask: &Fields, text: &RoundText, bound: bool) -> Vec<Vec<Field>> {
    let days = ask.hinted(
        "turnaround_days",
        "field-turnaround",
        "field-turnaround-hint",
        &text.turnaround_days,
        latin("numeric", Width::Short),
    );
    let ticked = if text.sign_off { "yes" } else { "" };
    let (label, hint) = ("field-sign-off", "field-sign-off-hint");
    let sign_off = ask.hinted("sign_off", label, hint, ticked, Control::Tick);
    let ticked = if text.emergency { "yes" } else { "" };
    let (label, hint) = ("field-emergency", "field-emergency-hint");
    let emergency = ask.hinted("emergency", label, hint, ticked, Control::Tick);
    let mut rows = vec![vec![days]];
    if !bound {
        rows.extend([vec![sign_off], vec![emergency]]);
    }
    rows
}

/// Zones of the region and its funders, offered before all others.
const NEAR: [&str; 6] = [
    "Asia/Hebron",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "UTC",
    "Europe/London",
    "America/New_York",
];

fn zones(chosen: &str) -> Vec<Choice> {
    let all = jiff::tz::db().available().map(|zone| zone.to_string());
    let others = all.filter(|zone| !NEAR.contains(&zone.as_str()));
    let near = NEAR.iter().map(|zone| (*zone).to_owned());
    near.chain(others)
        .map(|zone| choice(zone, chosen))
        .collect()
}

fn currencies(chosen: &str) -> Vec<Choice> {
    let all = Currency::all().map(|currency| currency.code().to_owned());
    all.map(|code| choice(code, chosen)).collect()
}

fn choice(value: String, chosen: &str) -> Choice {
    Choice {
        chosen: value == chosen,
        label: value.clone(),
        hint: None,
        value,
    }
}
