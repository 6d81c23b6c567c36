//! The applications of a round, as staff list them.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::admin::{load, restricted};
use super::admin_pages::{ApplicationsPage, ShownApplication};
use super::listed::Listed;
use crate::domain::application::Status;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{ApplicationId, Message, Problems};
use crate::i18n::Locale;
use crate::policy::filing::may_file;
use crate::policy::{Actor, Reach};
use crate::store::application::{self, ApplicationRow, Filter};
use crate::store::assignment::Progress;
use crate::store::term::{self, Term};
use crate::store::{filing, form};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Fields;
use crate::web::ui::{Choice, Control, Field, Link, Pager};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// Drafts of the reader's own filing that are shown.
const DRAFTS: i64 = 50;

/// What is listed and where it goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// Code of a status; anything else lists all that were sent.
    status: String,
    before: String,
}

/// A page of applications with what their rows say.
struct Loaded {
    listed: Listed,
    filed: BTreeSet<ApplicationId>,
    /// What the reader files and has not sent yet.
    drafts: Vec<ApplicationRow>,
    terms: Vec<Term>,
}

async fn load_list(
    visit: &Visit,
    actor: &Actor,
    filter: Filter,
    before: Option<ApplicationId>,
) -> Result<Loaded, Fault> {
    let (reach, own) = (Reach::staff(actor), Reach::filer(actor));
    let load = move |reader: &mut _| {
        let mine = Filter {
            round: filter.round,
            statuses: vec![Status::Draft],
            ..Filter::default()
        };
        let drafts = application::list(reader, own, &mine, None, DRAFTS)?;
        let listed = Listed::load(reader, reach, (&filter, before), &drafts)?;
        Ok(Loaded {
            filed: filing::among(reader, &listed.ids())?,
            terms: term::all(reader)?,
            drafts,
            listed,
        })
    };
    visit.read(load).await
}

/// Statuses of applications that were sent at all.
const SENT: [Status; 6] = [
    Status::Submitted,
    Status::InReview,
    Status::Deliberation,
    Status::Decided,
    Status::Ineligible,
    Status::Withdrawn,
];

/// The applications of a round, all that were sent or those that stand somewhere.
pub async fn list(
    visit: Staff,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let (t, round) = (visit.t, load(&visit, &slug).await?);
    let status = Status::from_code(&asked.status);
    let filter = Filter {
        round: Some(round.id),
        statuses: status.map_or(SENT.to_vec(), |status| vec![status]),
        ..Filter::default()
    };
    let before = ApplicationId::parse(&asked.before).ok();
    let loaded = load_list(&visit, visit.actor(), filter, before).await?;
    let title = round.title.get(t.language()).to_owned();
    let back = Link::new(url::admin_round(&round.slug), title.clone());
    let assign = url::admin_round_part(&round.slug, "assignments");
    visit.page(&ApplicationsPage {
        chrome: Chrome::new(&visit, &t.say("round-admin-applications"))
            .wide()
            .back(back),
        t,
        over: title,
        action: url::admin_round_part(&round.slug, "applications"),
        filter: filter_field(t, status),
        filtered: status.is_some(),
        pager: pager(&round, &asked, &loaded.listed),
        applications: shown(&visit, &round, &loaded),
        drafts: drafts(t, &loaded),
        file: may_file(visit.actor(), round.window(visit.now()))
            .ok()
            .map(|()| {
                let place = url::admin_round_part(&round.slug, "filing");
                Link::new(place, t.say("filing-title"))
            }),
        full_form: full_form(&visit, &round).await?,
        assign: restricted(visit.actor(), assign, t.say("round-admin-task-assign")),
    })
}

/// Where applicants are asked for the full form, in rounds that have one.
async fn full_form(visit: &Staff, round: &Round) -> Result<Option<Link>, Fault> {
    let id = round.form_id;
    let version = visit.read(move |reader| form::by_id(reader, id)).await?;
    let staged = version.is_some_and(|version| version.form.is_staged());
    let place = url::admin_round_part(&round.slug, "full-form");
    let link = restricted(visit.actor(), place, visit.t.say("invite-title"));
    Ok(link.filter(|_| staged))
}

fn filter_field(t: Locale, chosen: Option<Status>) -> Field {
    let all = Choice {
        value: String::new(),
        label: t.say("round-admin-all-sent"),
        hint: None,
        chosen: chosen.is_none(),
    };
    let one = |status: Status| Choice {
        value: status.code().to_owned(),
        label: words::status(t, status).text,
        hint: None,
        chosen: chosen == Some(status),
    };
    let options = SENT.into_iter().chain([Status::Draft]).map(one);
    let control = Control::Select([all].into_iter().chain(options).collect());
    let problems = Problems::default();
    let ask = Fields {
        t,
        problems: &problems,
    };
    ask.field("status", "round-admin-status", "", control)
}

fn pager(round: &Round, asked: &Asked, listed: &Listed) -> Pager {
    let list = url::admin_round_part(&round.slug, "applications");
    let first = format!("{list}?status={}", url::encode(&asked.status));
    let last = listed.rows.last().filter(|_| listed.more);
    Pager {
        later: last.map(|row| format!("{first}&before={}", row.id)),
        earlier: (!asked.before.is_empty()).then_some(first),
    }
}

/// What the reader files and has not sent yet: the organisation, and the way there.
fn drafts(t: Locale, loaded: &Loaded) -> Vec<Link> {
    let name = |row: &ApplicationRow| loaded.listed.owner_name(t, row);
    let link = |row: &ApplicationRow| Link::new(url::application(row.id), name(row));
    loaded.drafts.iter().map(link).collect()
}

fn shown(visit: &Visit, round: &Round, loaded: &Loaded) -> Vec<ShownApplication> {
    let row = |row: &ApplicationRow| shown_one(visit, round, loaded, row);
    loaded.listed.rows.iter().map(row).collect()
}

fn shown_one(
    visit: &Visit,
    round: &Round,
    loaded: &Loaded,
    row: &ApplicationRow,
) -> ShownApplication {
    let (t, listed) = (visit.t, &loaded.listed);
    let owner = listed.owner(row);
    let term = |list: &str, code: fn(&Organisation) -> &String| {
        owner.map_or_else(String::new, |o| {
            words::term(t, &loaded.terms, list, code(o))
        })
    };
    ShownApplication {
        href: url::dossier(row.id),
        conflict: url::dossier_part(row.id, "conflict"),
        reference: row.reference.clone(),
        organisation: listed.owner_name(t, row),
        base: term("base", |o| &o.base),
        community: term("community", |o| &o.community),
        status: words::status(t, row.status),
        requested: words::requested(t, row, round.currency).unwrap_or_default(),
        submitted: row
            .submitted_at
            .map_or_else(String::new, |at| t.date(at, visit.zone())),
        late: row.late,
        filed: loaded.filed.contains(&row.id),
        reviews: listed.reviews(t, row),
    }
}

/// "2 of 3".
pub fn reviews(t: Locale, progress: Progress) -> String {
    let words = Message::new("round-admin-of")
        .with("done", progress.submitted)
        .with("total", progress.assigned);
    t.tell(&words)
}
