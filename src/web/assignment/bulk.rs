//! Many applications of a round to several reviewers at once.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::form::{AssignForm, ShownCandidate, candidate, errors, ids};
use crate::actions::{Refusal, assignment as act};
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::Tx;
use crate::store::application::{ApplicationRow, Filter};
use crate::store::assignment::{self, ReviewerRow};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::round::{self, Listed};
use crate::web::ui::{Badge, Link, Pager};
use crate::web::visit::Visit;
use crate::web::{url, words};

/// Where the list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

/// An application to tick.
struct ShownApplication {
    id: String,
    href: String,
    reference: String,
    organisation: String,
    status: Badge,
    reviews: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "assignment/bulk.html")]
struct BulkPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    action: String,
    may_change: bool,
    applications: Vec<ShownApplication>,
    application_errors: Vec<String>,
    reviewers: Vec<ShownCandidate>,
    reviewer_errors: Vec<String>,
    pager: Pager,
}

/// A page of applications in review, and everybody who reviews.
struct Loaded {
    listed: Listed,
    reviewers: Vec<ReviewerRow>,
    loads: BTreeMap<AccountId, i64>,
}

async fn load(
    visit: &Visit,
    actor: &Actor,
    round: &Round,
    before: Option<ApplicationId>,
) -> Result<Loaded, Fault> {
    let reach = Reach::staff(actor);
    let filter = Filter {
        round: Some(round.id),
        statuses: vec![Status::InReview, Status::Deliberation],
        ..Filter::default()
    };
    let load = move |reader: &mut _| {
        Ok(Loaded {
            listed: Listed::load(reader, reach, (&filter, before), &[])?,
            reviewers: assignment::reviewers(reader)?,
            loads: assignment::loads(reader, reach)?,
        })
    };
    visit.read(load).await
}

fn page(
    visit: &Visit,
    (actor, round): (&Actor, &Round),
    (loaded, before): (&Loaded, Option<ApplicationId>),
    form: &AssignForm,
    problems: &Problems,
) -> BulkPage {
    let (t, title) = (visit.t, round.title.get(visit.t.language()));
    let action = url::admin_round_part(&round.slug, "assignments");
    let listed = &loaded.listed;
    let last = listed.rows.last().filter(|_| listed.more);
    let reviewer = |row: &ReviewerRow| candidate(t, row, &loaded.loads, form);
    BulkPage {
        chrome: Chrome::new(visit, &t.say("assignment-bulk-title"))
            .wide()
            .back(Link::new(url::admin_round(&round.slug), title))
            .problems(t, problems),
        t,
        over: title.to_owned(),
        may_change: actor.is(Role::Admin),
        applications: listed
            .rows
            .iter()
            .map(|row| shown(t, listed, form, row))
            .collect(),
        application_errors: errors(t, problems, "application"),
        reviewers: loaded.reviewers.iter().map(reviewer).collect(),
        reviewer_errors: errors(t, problems, "reviewer"),
        pager: Pager {
            earlier: before.map(|_| action.clone()),
            later: last.map(|row| format!("{action}?before={}", row.id)),
        },
        action,
    }
}

fn shown(t: Locale, listed: &Listed, form: &AssignForm, row: &ApplicationRow) -> ShownApplication {
    ShownApplication {
        id: row.id.to_string(),
        href: url::dossier(row.id),
        reference: row.reference.clone(),
        organisation: listed.owner_name(t, row),
        status: words::status(t, row.status),
        reviews: listed.reviews(t, row),
        chosen: form.application.iter().any(|id| id == row.id.as_str()),
    }
}

/// Applications on one side, reviewers on the other.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    from: Query<Before>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let before = ApplicationId::parse(&from.before).ok();
    let (actor, form) = (visit.actor(), AssignForm::default());
    let loaded = load(&visit, actor, &round, before).await?;
    let problems = Problems::default();
    visit.page(&page(
        &visit,
        (actor, &round),
        (&loaded, before),
        &form,
        &problems,
    ))
}

/// Assigns every ticked application to every ticked reviewer.
pub async fn assign(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<AssignForm>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let applications: Vec<ApplicationId> = ids(&form.application);
    let reviewers: Vec<AccountId> = ids(&form.reviewer);
    let assign = move |tx: &mut Tx| act::assign(tx, &actor, &applications, &reviewers, &site);
    match visit.act(assign).await? {
        Ok(()) => {
            let here = url::admin_round_part(&round.slug, "assignments");
            Ok(visit.see_with(&here, "notice-assigned"))
        }
        Err(Refusal::Invalid(problems)) => {
            let actor = visit.actor();
            let loaded = load(&visit, actor, &round, None).await?;
            visit.refused(&page(
                &visit,
                (actor, &round),
                (&loaded, None),
                &form,
                &problems,
            ))
        }
        Err(other) => Err(other.into()),
    }
}
