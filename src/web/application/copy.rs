//! Copying the answers of an earlier application: which one, what would come
//! along, and what would not.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::load::{Opened, opened, title};
use crate::actions::carry::{self, Copying};
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::{Reader, StoreError, Tx, profile, round};
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;

/// Earlier applications offered.
const MOST: i64 = 30;

/// Which application to copy from.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CopyForm {
    from: String,
}

#[derive(Template)]
#[template(path = "application/copy.html")]
struct CopyPage {
    chrome: Chrome,
    t: Locale,
    action: String,
    from: Field,
    /// What would come along, once an application is chosen.
    chosen: Option<ChosenCopy>,
}

struct ChosenCopy {
    id: String,
    /// Titles of sections, with how many answers each would get.
    sections: Vec<String>,
    /// How many answers stay behind, in words; empty when none do.
    left: String,
}

/// The organisation's other applications, the latest first.
fn earlier(
    reader: &mut Reader,
    reach: Reach,
    row: &ApplicationRow,
) -> Result<Vec<ApplicationRow>, StoreError> {
    let filter = Filter {
        organisation: Some(row.organisation_id),
        ..Filter::default()
    };
    let mut found = application::list(reader, reach, &filter, None, MOST)?;
    found.retain(|other| other.id != row.id);
    Ok(found)
}

/// The address of the page; empty when there is nothing to copy from.
pub async fn place(visit: &Applicant, opened: &Opened) -> Result<String, Fault> {
    let (reach, row) = (Reach::applicant(visit.actor()), opened.row.clone());
    let found = visit.read(move |reader| profile::has_earlier(reader, reach, &row));
    Ok(match found.await? {
        true => url::application_page(opened.row.id, "copy"),
        false => String::new(),
    })
}

/// Offers the earlier applications; of a chosen one, tells what would come along.
pub async fn show(
    visit: Applicant,
    id: Path<String>,
    Query(form): Query<CopyForm>,
) -> Result<HttpResponse, Fault> {
    let opened = opened(&visit, &id).await?;
    if !opened.is_writable(&visit) {
        return Ok(visit.see(&url::application(opened.row.id)));
    }
    visit.page(&page(&visit, opened, &form).await?)
}

/// Copies, and leads to the task list.
pub async fn copy(
    visit: Applicant,
    id: Path<String>,
    Form(form): Form<CopyForm>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let from = ApplicationId::parse(&form.from).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let copy = move |tx: &mut Tx| carry::copy_answers(tx, &actor, id, from);
    visit.act_or_fault(copy).await?;
    Ok(visit.see_with(&url::application(id), "notice-copied"))
}

async fn page(visit: &Applicant, opened: Opened, form: &CopyForm) -> Result<CopyPage, Fault> {
    let (t, actor, id) = (visit.t, visit.actor().clone(), opened.row.id);
    let wanted = ApplicationId::parse(&form.from).ok();
    let load = move |reader: &mut Reader| {
        let others = earlier(reader, Reach::applicant(&actor), &opened.row)?;
        let rounds: Vec<_> = others.iter().map(|row| row.round_id).collect();
        let rounds = round::by_ids(reader, &rounds)?;
        let chosen = others.iter().find(|row| Some(row.id) == wanted);
        let asked = (&*opened.form, opened.currency());
        let copying = chosen
            .map(|row| carry::preview(reader, &actor, asked, &opened.saved, row.id))
            .transpose()?;
        Ok((others, rounds, copying))
    };
    let (others, rounds, copying) = visit.read(load).await?;
    let label = |row: &ApplicationRow| {
        let round = rounds.iter().find(|round| round.id == row.round_id);
        let round = round.map_or("", |round| round.title.get(t.language()));
        t.tell(
            &Message::new("copy-choice")
                .with("title", title(t, &row.title))
                .with("round", round)
                .with("reference", row.reference.as_str()),
        )
    };
    let choice = |row: &ApplicationRow| Choice {
        value: row.id.to_string(),
        label: label(row),
        hint: None,
        chosen: Some(row.id) == wanted,
    };
    let control = Control::Radios(others.iter().map(choice).collect());
    let problems = Problems::default();
    let heading = t.say("copy-title");
    Ok(CopyPage {
        chrome: Chrome::new(visit, &heading)
            .back(Link::new(url::application(id), t.say("tasks-back"))),
        t,
        action: url::application_page(id, "copy"),
        from: Fields {
            t,
            problems: &problems,
        }
        .field("from", "copy-from", "", control),
        chosen: copying.map(|copying| chosen(t, &form.from, &copying)),
    })
}

fn chosen(t: Locale, id: &str, copying: &Copying) -> ChosenCopy {
    let sections = copying.sections.iter().map(|(section, answers)| {
        let title = section.title.get(t.language());
        format!("{title}: {}", t.count("copy-answers", answers.0.len()))
    });
    let left = copying.left.len();
    ChosenCopy {
        id: id.to_owned(),
        sections: sections.collect(),
        left: match left {
            0 => String::new(),
            left => t.count("copy-left", left),
        },
    }
}
