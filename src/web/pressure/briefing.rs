//! Making a briefing: asked for by a form, because each is noted in the audit log, and
//! answered with the page to print or a file.

use actix_web::HttpResponse;
use actix_web::http::header;
use askama::Template;
use serde::Deserialize;

use super::monitor::{load, page};
use super::scope::{Asked, period_field, period_words};
use super::{place, words};
use crate::actions::Refusal;
use crate::actions::briefing::{Briefing, PERIODS, TypedBriefing, brief};
use crate::domain::pressure::Period;
use crate::domain::suppression::LEAST_DEFAULT;
use crate::domain::{Message, Problems};
use crate::exchange::csv_export::briefing as sheet;
use crate::i18n::Locale;
use crate::store::Tx;
use crate::web::access::{Admin, Fresh};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link, Width};

/// What is posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Posted {
    period: String,
    least: String,
    /// `csv`; anything else is a page.
    format: String,
}

/// The form of a briefing, with what is wrong with it.
pub struct BriefingForm {
    pub action: &'static str,
    pub fields: Vec<Field>,
    pub problems: Problems,
    /// Shown open: it was refused.
    pub open: bool,
}

/// What is offered first.
pub fn offered(t: Locale, problems: &Problems) -> BriefingForm {
    let posted = Posted {
        period: Period::Year.code().to_owned(),
        least: LEAST_DEFAULT.to_string(),
        format: String::new(),
    };
    form(t, &posted, problems)
}

fn form(t: Locale, posted: &Posted, problems: &Problems) -> BriefingForm {
    let ask = Fields { t, problems };
    let least = Control::Latin {
        kind: "text",
        inputmode: "numeric",
        width: Width::Short,
    };
    let format = |code: &str, key: &str| Choice {
        value: code.to_owned(),
        label: t.say(key),
        hint: None,
        chosen: (code == "csv") == (posted.format == "csv"),
    };
    let formats = vec![
        format("page", "briefing-format-page"),
        format("csv", "briefing-format-csv"),
    ];
    let period = Period::from_code(&posted.period).unwrap_or_default();
    let hint = "briefing-least-hint";
    let formats = Control::Radios(formats);
    BriefingForm {
        action: place::BRIEFING,
        fields: vec![
            Field {
                label: t.say("briefing-period"),
                ..period_field(&ask, &PERIODS, period)
            },
            ask.hinted("least", "briefing-least", hint, &posted.least, least),
            ask.field("format", "briefing-format", "", formats),
        ],
        problems: problems.clone(),
        open: !problems.is_empty(),
    }
}

/// Makes a briefing.
pub async fn make(visit: Fresh<Admin>, Form(posted): Form<Posted>) -> Result<HttpResponse, Fault> {
    let (actor, today) = (visit.actor().clone(), visit.now().day(visit.zone()));
    let typed = TypedBriefing {
        period: posted.period.clone(),
        least: posted.least.clone(),
    };
    let write = move |tx: &mut Tx| brief(tx, &actor, (&typed, today));
    match visit.act(write).await? {
        Ok(made) if posted.format == "csv" => file(made),
        Ok(made) => visit.page(&shown(&visit, &made)),
        Err(Refusal::Invalid(problems)) => {
            let asked = Asked::default();
            let loaded = load(&visit, visit.actor(), &asked).await?;
            let form = form(visit.t, &posted, &problems);
            visit.refused(&page(&visit, visit.actor(), (&loaded, &asked), form))
        }
        Err(other) => Err(other.into()),
    }
}

fn file(made: Briefing) -> Result<HttpResponse, Fault> {
    let name = format!("pressure-{}-{}.csv", made.period.code(), made.until.iso());
    let name = format!("attachment; filename=\"{name}\"");
    let lines = sheet::Lines {
        kinds: made.kinds,
        places: made.places,
        months: made.months,
    };
    let mut text = Vec::new();
    sheet::write(&mut text, &lines, &made.shown).map_err(|_| Fault::Lost)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(text))
}

/// A table with its totals, in words.
struct Grid {
    title: String,
    heads: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
    foot: Vec<String>,
}

#[derive(Template)]
#[template(path = "pressure/briefing.html")]
struct BriefingPage {
    chrome: Chrome,
    t: Locale,
    scope: String,
    rule: String,
    total: String,
    grids: Vec<Grid>,
}

fn shown(visit: &Admin, made: &Briefing) -> BriefingPage {
    let t = visit.t;
    let scope = Message::new("briefing-scope")
        .with("period", period_words(t, made.period))
        .with("day", t.day(made.until));
    let least = i64::try_from(made.least).unwrap_or(i64::MAX);
    let total = made.shown.total.map(|total| {
        let total = i64::try_from(total).unwrap_or(i64::MAX);
        t.with("briefing-total", "incidents", t.number(total))
    });
    let places = made.places.iter().map(|code| match code.as_str() {
        "" => t.say("briefing-elsewhere"),
        code => words::country(t, code),
    });
    let months = made.months.iter().map(|month| match month.as_str() {
        "" => t.say("briefing-other-month"),
        month => words::month(t, month),
    });
    let (all, tables) = (made.shown.total, &made.shown);
    let by_place = (&tables.by_place[..], &tables.places[..], all);
    let by_month = (&tables.by_month[..], &tables.months[..], all);
    BriefingPage {
        chrome: Chrome::new(visit, &t.say("briefing-title"))
            .wide()
            .back(Link::new(place::MONITOR, t.say("monitor-title"))),
        t,
        scope: t.tell(&scope),
        rule: t.with("briefing-rule", "least", t.number(least)),
        total: total.unwrap_or_else(|| t.say("briefing-total-hidden")),
        grids: vec![
            grid(t, made, ("briefing-kind-place", places.collect()), by_place),
            grid(t, made, ("briefing-kind-month", months.collect()), by_month),
        ],
    }
}

type Cells<'a> = (&'a [Vec<Option<u64>>], &'a [Option<u64>], Option<u64>);

fn grid(
    t: Locale,
    made: &Briefing,
    (title, heads): (&str, Vec<String>),
    (rows, foot, all): Cells,
) -> Grid {
    let cell = |count: &Option<u64>| match count {
        Some(count) => t.number(i64::try_from(*count).unwrap_or(i64::MAX)),
        None => t.say("briefing-hidden"),
    };
    let kinds = made.kinds.iter().zip(rows).zip(&made.shown.kinds);
    let row = |((code, cells), sum): ((&String, &Vec<Option<u64>>), &Option<u64>)| {
        let cells = cells.iter().chain([sum]).map(cell);
        (words::kind(t, &made.labels, code), cells.collect())
    };
    Grid {
        title: t.say(title),
        heads: heads.into_iter().chain([t.say("briefing-sum")]).collect(),
        rows: kinds.map(row).collect(),
        foot: foot.iter().chain([&all]).map(cell).collect(),
    }
}
