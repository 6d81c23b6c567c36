//! A report as staff read and judge it. A draft that was not sent is not theirs to read.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{award, desk, number, words};
use crate::actions::Refusal;
use crate::actions::award::{Case, case, judge as keep};
use crate::actions::reading::Protected;
use crate::domain::award::ReportState;
use crate::domain::{AwardId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::award::MayRun;
use crate::policy::{Actor, Reach};
use crate::store::award::{ReportRow, SentReport, sent_reports};
use crate::store::{Reader, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::reading;
use crate::web::ui::{Badge, Choice, Control, Field, Link};
use crate::web::visit::Visit;

/// A verdict as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct JudgeForm {
    verdict: String,
    note: String,
}

#[derive(Template)]
#[template(path = "award/review.html")]
struct ReviewPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    heading: String,
    due: String,
    state: Badge,
    words: String,
    spent: String,
    note: String,
    /// What was sent before, the last first.
    earlier: Vec<Earlier>,
    action: String,
    /// Empty for who only reads, and for what does not wait.
    fields: Vec<Field>,
}

/// A report as it was sent before it was asked for again.
struct Earlier {
    heading: String,
    words: String,
    spent: String,
    /// What was to be mended.
    note: String,
}

/// An award with what was sent as one of its reports, the last first.
struct Loaded {
    case: Case,
    sent: Vec<SentReport>,
}

async fn load(visit: &Visit, actor: &Actor, about: (AwardId, i32)) -> Result<Loaded, Fault> {
    let ((id, position), reach) = (about, Reach::staff(actor));
    let find = move |reader: &mut Reader| {
        let Some(case) = case(reader, reach, id)? else {
            return Ok(None);
        };
        let sent = sent_reports(reader, id, position)?;
        Ok(Some(Loaded { case, sent }))
    };
    let read = Protected::Report(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    (loaded, row): (&Loaded, &ReportRow),
    (form, problems): (&JudgeForm, &Problems),
    may: bool,
) -> ReviewPage {
    let (t, case) = (visit.t, &loaded.case);
    let (back, heading) = (desk(case.award.id), words::report(t, row));
    let money = |minor: Option<i64>| {
        let minor = minor.map(|minor| t.money(case.award.money(minor)));
        minor.unwrap_or_default()
    };
    let last = loaded.sent.first();
    let earlier = loaded.sent.iter().skip(1).map(|one| Earlier {
        heading: t.with(
            "award-report-earlier",
            "when",
            t.when(one.sent_at, visit.zone()),
        ),
        words: one.words.clone(),
        spent: money(one.spent_minor),
        note: one.note.clone(),
    });
    ReviewPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("award-title")))
            .problems(t, problems),
        t,
        organisation: case.owner.name(t.language()).to_owned(),
        heading,
        due: t.with("award-due-on", "day", t.day(row.due_on)),
        state: words::report_state(t, row),
        words: last.map(|one| one.words.clone()).unwrap_or_default(),
        spent: money(last.and_then(|one| one.spent_minor)),
        note: row.note.clone(),
        earlier: earlier.collect(),
        action: format!("{back}/reports/{}", row.position),
        fields: match may && row.state == ReportState::Sent {
            true => fields(&Fields { t, problems }, form),
            false => Vec::new(),
        },
    }
}

fn fields(ask: &Fields, form: &JudgeForm) -> Vec<Field> {
    let option = |code: &str, key: &str| Choice {
        value: code.to_owned(),
        label: ask.t.say(key),
        hint: None,
        chosen: form.verdict == code,
    };
    let verdicts = vec![
        option("accept", "award-report-accept"),
        option("return", "award-report-return"),
    ];
    let note = ("award-report-note", "award-report-note-hint");
    vec![
        ask.field(
            "verdict",
            "award-report-verdict",
            "",
            Control::Radios(verdicts),
        ),
        ask.hinted("note", note.0, note.1, &form.note, Control::Area(4)),
    ]
}

fn row(case: &Case, number: i32) -> Result<&ReportRow, Fault> {
    let mut all = case.reports.iter();
    all.find(|one| one.position == number)
        .ok_or(Fault::NotFound)
}

/// A report for staff.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (id, position) = (award(&path.0)?, number(&path.1)?);
    let loaded = load(&visit, visit.actor(), (id, position)).await?;
    let may = MayRun::run(visit.actor(), loaded.case.about()).is_ok();
    let fresh = (&JudgeForm::default(), &Problems::default());
    let about = (&loaded, row(&loaded.case, position)?);
    visit.page(&page(&visit, about, fresh, may))
}

/// Judges it.
pub async fn judge(
    visit: Admin,
    path: Path<(String, String)>,
    Form(form): Form<JudgeForm>,
) -> Result<HttpResponse, Fault> {
    let (id, position) = (award(&path.0)?, number(&path.1)?);
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let typed = form.clone();
    let write = move |tx: &mut Tx| {
        let accepted = match typed.verdict.as_str() {
            "accept" => true,
            "return" => false,
            _ => {
                let message = Message::new("error-choice");
                return Err(Refusal::field("verdict", message));
            }
        };
        keep(tx, &actor, (id, position), (accepted, &typed.note), &site)
    };
    match visit.act(write).await? {
        Ok(()) => Ok(visit.see_with(&desk(id), "notice-report-judged")),
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), (id, position)).await?;
            let about = (&loaded, row(&loaded.case, position)?);
            visit.refused(&page(&visit, about, (&form, &problems), true))
        }
        Err(other) => Err(other.into()),
    }
}
