//! The pressure monitor: incidents over everything within reach, by kind, place and
//! month, counted by the database.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;

use super::briefing::{BriefingForm, offered};
use super::scope::Asked;
use super::{place, words};
use crate::actions::pressure::kinds;
use crate::domain::form::Opt;
use crate::domain::moment::Day;
use crate::domain::pressure::months;
use crate::domain::programme::Programme;
use crate::domain::round::{Round, RoundState};
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::pressure::MayBrief;
use crate::policy::{Actor, Reach};
use crate::store::incident::{Axis, Count, counts};
use crate::store::{Reader, StoreError, programme, round};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Bar, Field, Tone};
use crate::web::visit::Visit;

/// Most programmes and rounds that can be chosen, the latest ones.
const CHOICES: i64 = 200;

/// A line of a chart and its table.
struct Line {
    label: String,
    bar: Bar,
    incidents: String,
    organisations: String,
}

/// A chart with its table.
struct Chart {
    title: String,
    /// Head of what is counted by.
    by: String,
    lines: Vec<Line>,
}

/// The monitor, with what was typed for a briefing.
#[derive(Template)]
#[template(path = "pressure/monitor.html")]
pub struct MonitorPage {
    chrome: Chrome,
    t: Locale,
    action: &'static str,
    filters: Vec<Field>,
    /// Empty where nothing is on record.
    total: String,
    charts: Vec<Chart>,
    /// Nothing where the reader may not make one.
    briefing: Option<BriefingForm>,
}

/// What the monitor shows.
pub struct Loaded {
    programmes: Vec<Programme>,
    rounds: Vec<Round>,
    kinds: Vec<Opt>,
    counts: Vec<Vec<Count>>,
}

/// Reads the monitor.
pub async fn load(visit: &Visit, actor: &Actor, asked: &Asked) -> Result<Loaded, Fault> {
    let (reach, asked) = (Reach::staff(actor), asked.clone());
    let today = visit.now().day(visit.zone());
    visit
        .read(move |reader| read(reader, reach, &asked, today))
        .await
}

fn read(
    reader: &mut Reader,
    reach: Reach,
    asked: &Asked,
    today: Day,
) -> Result<Loaded, StoreError> {
    let programmes = programme::list(reader, None, CHOICES)?;
    let shown = [RoundState::Open, RoundState::Closed];
    let rounds = round::list(reader, &shown, None, CHOICES)?;
    let scope = asked.scope(&programmes, &rounds, today);
    let axes = [Axis::Total, Axis::Kind, Axis::Place, Axis::Month];
    Ok(Loaded {
        kinds: kinds(reader)?,
        counts: counts(reader, reach, &scope, &axes)?,
        programmes,
        rounds,
    })
}

/// The monitor.
pub async fn show(visit: Staff, asked: Query<Asked>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, visit.actor(), &asked).await?;
    let form = offered(visit.t, &Problems::default());
    visit.page(&page(&visit, visit.actor(), (&loaded, &asked), form))
}

/// The page, with the form of a briefing for whoever may make one.
pub fn page(
    visit: &Visit,
    actor: &Actor,
    (loaded, asked): (&Loaded, &Asked),
    form: BriefingForm,
) -> MonitorPage {
    let t = visit.t;
    let today = visit.now().day(visit.zone());
    let total = loaded.counts[0].first().filter(|one| one.incidents > 0);
    let total = total.map(|one| {
        let words = Message::new("monitor-total")
            .with("incidents", t.number(one.incidents))
            .with("organisations", t.number(one.organisations));
        t.tell(&words)
    });
    let kind = |one: &Count| words::kind(t, &loaded.kinds, &one.kind);
    let country = |one: &Count| words::country(t, &one.place);
    let month = |one: &Count| words::month(t, &one.month);
    let (mut kinds, mut places) = (loaded.counts[1].clone(), loaded.counts[2].clone());
    for list in [&mut kinds, &mut places] {
        list.sort_by_key(|one| (-one.incidents, one.kind.clone(), one.place.clone()));
    }
    let months = filled(&loaded.counts[3], asked.period().since(today), today);
    let charts = [
        chart(t, ("monitor-by-kind", "monitor-kind"), &kinds, &kind),
        chart(t, ("monitor-by-place", "monitor-place"), &places, &country),
        chart(t, ("monitor-by-month", "monitor-month"), &months, &month),
    ];
    MonitorPage {
        chrome: Chrome::new(visit, &t.say("monitor-title"))
            .wide()
            .problems(t, &form.problems),
        t,
        action: place::MONITOR,
        filters: asked.fields(t, &loaded.programmes, &loaded.rounds),
        charts: match &total {
            Some(_) => charts.into(),
            None => Vec::new(),
        },
        total: total.unwrap_or_default(),
        briefing: MayBrief::on(actor).is_ok().then_some(form),
    }
}

/// Every month of a period, with none where there is none, and what is told otherwise.
fn filled(counts: &[Count], since: Option<Day>, today: Day) -> Vec<Count> {
    let none = |month: String| Count {
        month,
        ..Count::default()
    };
    let listed = since.map_or_else(Vec::new, |since| months(since, today));
    let mut all: BTreeMap<String, Count> = listed
        .into_iter()
        .map(|month| (month.clone(), none(month)))
        .collect();
    let told = counts.iter().map(|one| (one.month.clone(), one.clone()));
    all.extend(told);
    let untold = all.remove("");
    all.into_values().chain(untold).collect()
}

fn chart(
    t: Locale,
    (title, by): (&str, &str),
    counts: &[Count],
    label: &dyn Fn(&Count) -> String,
) -> Chart {
    let most = counts.iter().map(|one| one.incidents).max().unwrap_or(0);
    let line = |one: &Count| Line {
        label: label(one),
        bar: Bar {
            label: String::new(),
            value: String::new(),
            percent: u32::try_from(one.incidents * 100 / most.max(1)).unwrap_or(0),
            tone: Tone::Info,
        },
        incidents: t.number(one.incidents),
        organisations: t.number(one.organisations),
    };
    Chart {
        title: t.say(title),
        by: t.say(by),
        lines: counts.iter().map(line).collect(),
    }
}
