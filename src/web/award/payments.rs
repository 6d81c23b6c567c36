//! Transfers that may be paid, and files of them for the bank.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{AWARDS, desk, words};
use crate::actions::Refusal;
use crate::actions::award::{FileText, Format, Made, make_file};
use crate::domain::moment::Day;
use crate::domain::{DisbursementId, Moment, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::award::{MayExportPayments, stands};
use crate::policy::{Actor, Reach};
use crate::store::award::{Payable, payable};
use crate::store::{Reader, Tx, organisation};
use crate::web::access::{Admin, Fresh, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form, Pairs};
use crate::web::ui::{Choice, Control, Field, Link, Width};
use crate::web::visit::Visit;

/// On which day finance approved; empty for every day.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct On {
    on: String,
}

struct Row {
    id: String,
    chosen: bool,
    award: Link,
    organisation: String,
    amount: String,
    approved: String,
    /// When it went to the bank before; empty where it did not.
    exported: String,
    /// Whether its decision is taken anew: it goes into no file for now.
    waits: bool,
    /// Whether it can be ticked.
    ticks: bool,
}

#[derive(Template)]
#[template(path = "award/payments.html")]
struct PaymentsPage {
    chrome: Chrome,
    t: Locale,
    /// The day that is asked for.
    day: Field,
    rows: Vec<Row>,
    error: Option<String>,
    /// Whether files are made by who reads.
    may: bool,
    fields: Vec<Field>,
}

struct Loaded {
    rows: Vec<Payable>,
    owners: Vec<(OrganisationId, String)>,
}

/// The first instant of a day in a zone, and that of the next day.
fn span(day: &str, zone: &str) -> Option<(Moment, Moment)> {
    let day = Day::parse(day).ok()?;
    let first = |day: Day| Moment::parse_local(&format!("{} 00:00", day.iso()), zone).ok();
    first(day).zip(first(day.plus_days(1)?))
}

async fn load(visit: &Visit, actor: &Actor, day: &str) -> Result<Loaded, Fault> {
    let reach = Reach::staff(actor);
    let always = (Moment::from_micros(0), visit.now().plus_days(1));
    let asked = span(day, visit.zone()).unwrap_or(always);
    let t = visit.t;
    let find = move |reader: &mut Reader| {
        let rows = payable(reader, reach, asked)?;
        let ids: Vec<OrganisationId> = rows.iter().map(|one| one.organisation).collect();
        let owners = organisation::by_ids(reader, &ids)?.into_iter();
        let named = owners.map(|one| (one.id, one.name(t.language()).to_owned()));
        Ok(Loaded {
            owners: named.collect(),
            rows,
        })
    };
    visit.read(find).await
}

fn page(
    (visit, actor): (&Visit, &Actor),
    loaded: &Loaded,
    (day, form): (&str, Option<&FileText>),
    problems: &Problems,
) -> PaymentsPage {
    let (t, ask) = (
        visit.t,
        Fields {
            t: visit.t,
            problems,
        },
    );
    let fresh = FileText {
        format: Format::Pain001.code().to_owned(),
        day: visit.now().day(visit.zone()).iso(),
        ..FileText::default()
    };
    let may = MayExportPayments::of(actor).is_ok();
    let rows = loaded.rows.iter();
    let rows = rows.map(|one| row((visit, may), loaded, one, form));
    PaymentsPage {
        chrome: Chrome::new(visit, &t.say("payments-title"))
            .wide()
            .back(Link::new(AWARDS, t.say("awards-title")))
            .problems(t, problems),
        t,
        day: ask.hinted("on", "payments-day", "filing-day-hint", day, words::day()),
        rows: rows.collect(),
        error: problems.of("payment").map(|message| t.tell(message)),
        may,
        fields: fields(&ask, form.unwrap_or(&fresh)),
    }
}

fn row(
    (visit, may): (&Visit, bool),
    loaded: &Loaded,
    one: &Payable,
    form: Option<&FileText>,
) -> Row {
    let t = visit.t;
    let when = |at: Option<Moment>| at.map(|at| t.when(at, visit.zone())).unwrap_or_default();
    let waits = stands(one.status).is_err();
    let owner = loaded.owners.iter().find(|(id, _)| *id == one.organisation);
    Row {
        id: one.id.to_string(),
        waits,
        ticks: may && !waits,
        chosen: !waits
            && form.map_or(one.exported_at.is_none(), |form| {
                form.payments.contains(&one.id)
            }),
        award: Link::new(
            desk(one.award),
            format!("{} / {}", one.reference, one.position),
        ),
        organisation: owner.map(|(_, name)| name.clone()).unwrap_or_default(),
        amount: t.money(one.paid()),
        approved: when(one.finance_at),
        exported: when(one.exported_at),
    }
}

fn fields(ask: &Fields, form: &FileText) -> Vec<Field> {
    let option = |format: Format| {
        let key = match format {
            Format::Csv => "payments-csv",
            Format::Pain001 => "payments-pain",
        };
        Choice {
            value: format.code().to_owned(),
            label: ask.t.say(key),
            hint: None,
            chosen: form.format == format.code(),
        }
    };
    let formats = Control::Radios(Format::ALL.map(option).into());
    let again = if form.again { "yes" } else { "" };
    vec![
        ask.field("format", "payments-format", "", formats),
        ask.hinted(
            "day",
            "payments-execution",
            "filing-day-hint",
            &form.day,
            words::day(),
        ),
        ask.field(
            "payer",
            "payments-payer",
            &form.payer,
            Control::Line(Width::Full),
        ),
        ask.field(
            "iban",
            "payments-iban",
            &form.iban,
            words::latin(Width::Full),
        ),
        Field {
            optional: true,
            ..ask.field("bic", "bank-bic", &form.bic, words::latin(Width::Short))
        },
        ask.field("again", "payments-again", again, Control::Tick),
    ]
}

/// What may be paid.
pub async fn show(visit: Staff, on: Query<On>) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, visit.actor(), &on.on).await?;
    let who = (&*visit, visit.actor());
    visit.page(&page(who, &loaded, (&on.on, None), &Problems::default()))
}

fn read(pairs: &Pairs) -> FileText {
    let first = |name: &str| {
        let found = pairs.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let payments = pairs.iter().filter(|(own, _)| own == "payment");
    let mut payments: Vec<DisbursementId> = payments
        .filter_map(|(_, id)| DisbursementId::parse(id).ok())
        .collect();
    payments.sort_unstable();
    payments.dedup();
    FileText {
        format: first("format"),
        day: first("day"),
        payer: first("payer"),
        iban: first("iban"),
        bic: first("bic"),
        again: first("again") == "yes",
        payments,
    }
}

/// Makes a file and hands it out.
pub async fn make(visit: Fresh<Admin>, Form(pairs): Form<Pairs>) -> Result<HttpResponse, Fault> {
    let (actor, text) = (visit.actor().clone(), read(&pairs));
    let typed = text.clone();
    let write = move |tx: &mut Tx| make_file(tx, &actor, &typed);
    match visit.act(write).await? {
        Ok(made) => Ok(file(made)),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), "").await?;
            let who = (&**visit, visit.actor());
            visit.refused(&page(who, &loaded, ("", Some(&text)), &problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn file(made: Made) -> HttpResponse {
    let kind = match made.format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Pain001 => "application/xml",
    };
    let name = format!(
        "attachment; filename=\"payments-{}.{}\"",
        made.id,
        made.format.code()
    );
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, kind))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(made.bytes)
}
