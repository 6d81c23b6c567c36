//! A report as its organisation writes it: a draft that is kept, then sent.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::member::{Loaded, load};
use super::{award, number, own, words};
use crate::actions::Refusal;
use crate::actions::award::save_report;
use crate::domain::Problems;
use crate::i18n::Locale;
use crate::policy::award::MayActOnAward;
use crate::store::Tx;
use crate::store::award::ReportRow;
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Badge, Control, Field, Link};

/// A report as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct ReportForm {
    words: String,
    spent: String,
    /// `send`, or anything else for a draft.
    then: String,
}

#[derive(Template)]
#[template(path = "award/report.html")]
struct ReportPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    heading: String,
    due: String,
    state: Badge,
    /// What staff ask to be mended.
    note: String,
    /// What was sent, where it can't be changed.
    words: String,
    spent: String,
    action: String,
    /// Empty where nothing can be written.
    fields: Vec<Field>,
    /// Whether the reader may send it too.
    sends: bool,
}

fn row(loaded: &Loaded, number: i32) -> Result<&ReportRow, Fault> {
    let mut all = loaded.case.reports.iter();
    all.find(|one| one.position == number)
        .ok_or(Fault::NotFound)
}

fn page(
    visit: &Applicant,
    (loaded, row): (&Loaded, &ReportRow),
    (form, problems): (&ReportForm, &Problems),
) -> ReportPage {
    let (t, case) = (visit.t, &loaded.case);
    let (ask, back) = (Fields { t, problems }, own(case.award.id));
    let may = |sends: bool| {
        let acts = (visit.actor(), loaded.standing);
        MayActOnAward::report(acts, case.about(), (row.state, sends)).is_ok()
    };
    let code = case.award.amount().currency.code().to_owned();
    let fields = || {
        let (label, hint) = ("award-report-words", "award-report-words-hint");
        let amount = Control::Amount(code);
        vec![
            ask.hinted("words", label, hint, &form.words, Control::Area(14)),
            ask.field("spent", "award-report-spent", &form.spent, amount),
        ]
    };
    let heading = words::report(t, row);
    let spent = row
        .spent_minor
        .map(|minor| t.money(case.award.money(minor)));
    ReportPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(&back, t.say("award-own")))
            .problems(t, problems),
        t,
        organisation: case.owner.name(t.language()).to_owned(),
        heading,
        due: t.with("award-due-on", "day", t.day(row.due_on)),
        state: words::report_state(t, row),
        note: row.note.clone(),
        words: row.words.clone(),
        spent: spent.unwrap_or_default(),
        action: format!("{back}/reports/{}", row.position),
        fields: if may(false) { fields() } else { Vec::new() },
        sends: may(true),
    }
}

/// The report.
pub async fn show(visit: Applicant, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let (id, position) = (award(&path.0)?, number(&path.1)?);
    let loaded = load(&visit, id).await?;
    let row = row(&loaded, position)?;
    let spent = row.spent_minor.map(|minor| loaded.case.award.money(minor));
    let form = ReportForm {
        words: row.words.clone(),
        spent: spent.map(|money| money.decimal()).unwrap_or_default(),
        then: String::new(),
    };
    visit.page(&page(&visit, (&loaded, row), (&form, &Problems::default())))
}

/// Keeps the draft, and sends it where that was pressed.
pub async fn save(
    visit: Applicant,
    path: Path<(String, String)>,
    Form(form): Form<ReportForm>,
) -> Result<HttpResponse, Fault> {
    let (id, position) = (award(&path.0)?, number(&path.1)?);
    let (actor, typed, sends) = (visit.actor().clone(), form.clone(), form.then == "send");
    let write = move |tx: &mut Tx| {
        let text = (&*typed.words, &*typed.spent);
        save_report(tx, &actor, (id, position), text, sends)
    };
    match visit.act(write).await? {
        Ok(()) if sends => Ok(visit.see_with(&own(id), "notice-report-sent")),
        Ok(()) => {
            let here = format!("{}/reports/{position}", own(id));
            Ok(visit.see_with(&here, "notice-report-kept"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, id).await?;
            let row = row(&loaded, position)?;
            visit.refused(&page(&visit, (&loaded, row), (&form, &problems)))
        }
        Err(other) => Err(other.into()),
    }
}
