//! A plan to assign: looked at application by application, thinned out, applied.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::plan_page::{self, Looked};
use crate::actions::allocate;
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, OrganisationId, RoundId};
use crate::policy::{Actor, Reach};
use crate::store::plan::Proposal;
use crate::store::{Reader, StoreError, Tx};
use crate::store::{application, assignment, organisation, plan, term};
use crate::web::access::Admin;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::visit::Visit;
use crate::web::{round, url};

/// Applications on one page.
const PAGE: usize = 50;

/// Where the list goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Before {
    before: String,
}

/// A plan, and what the applications of one page of it are. Of those that are
/// out of reach by now, nothing is shown.
fn look(
    reader: &mut Reader,
    (reach, round, me): (Reach, RoundId, AccountId),
    before: Option<ApplicationId>,
) -> Result<Option<Looked>, StoreError> {
    let Some(row) = plan::find(reader, round, me)? else {
        return Ok(None);
    };
    let mut ids = applications(&row.proposal);
    let later = |id: &ApplicationId| before.is_none_or(|before| *id < before);
    ids.retain(later);
    let more = ids.len() > PAGE;
    ids.truncate(PAGE);
    let last = ids.last().copied().filter(|_| more);
    let mentioned: Vec<ApplicationId> = row
        .proposal
        .left
        .iter()
        .filter_map(|left| left.application.parse().ok())
        .chain(ids)
        .collect();
    let rows = application::find_many(reader, reach, &mentioned)?;
    let owners: Vec<OrganisationId> = rows.iter().map(|row| row.organisation_id).collect();
    let organisations = organisation::by_ids(reader, &owners)?;
    let reviewers = assignment::reviewers(reader)?;
    Ok(Some(Looked {
        row,
        applications: rows.into_iter().map(|row| (row.id, row)).collect(),
        organisations: organisations.into_iter().map(|one| (one.id, one)).collect(),
        reviewers: reviewers.into_iter().map(|one| (one.id, one)).collect(),
        terms: term::all(reader)?,
        from: before,
        last,
    }))
}

/// The applications of a plan, latest first, each once.
fn applications(proposal: &Proposal) -> Vec<ApplicationId> {
    let ids = proposal
        .pairs
        .iter()
        .filter_map(|pair| pair.application.parse().ok());
    let once: BTreeMap<ApplicationId, ()> = ids.map(|id| (id, ())).collect();
    once.into_keys().rev().collect()
}

async fn looked(
    visit: &Visit,
    actor: &Actor,
    round: &Round,
    before: Option<ApplicationId>,
) -> Result<Looked, Fault> {
    let about = (Reach::staff(actor), round.id, actor.id);
    let found = visit.read(move |reader| look(reader, about, before));
    found.await?.ok_or(Fault::NotFound)
}

/// The plan that the admin made last.
pub async fn show(
    visit: Admin,
    slug: Path<String>,
    from: Query<Before>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let before = ApplicationId::parse(&from.before).ok();
    let looked = looked(&visit, visit.actor(), &round, before).await?;
    visit.page(&plan_page::page(&visit, &round, &looked))
}

/// A pair to leave out.
#[derive(Deserialize)]
pub struct PairForm {
    application: String,
    reviewer: String,
    /// Where the page begins that it was left out on.
    #[serde(default)]
    before: String,
}

/// Leaves a pair out of the plan.
pub async fn leave_out(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<PairForm>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let application = ApplicationId::parse(&form.application).map_err(|_| Fault::Unreadable)?;
    let reviewer = AccountId::parse(&form.reviewer).map_err(|_| Fault::Unreadable)?;
    let (actor, id) = (visit.actor().clone(), round.id);
    let pair = (application, reviewer);
    let leave = move |tx: &mut Tx| allocate::leave_out(tx, &actor, id, pair);
    visit.act_or_fault(leave).await?;
    let here = url::admin_round_part(&round.slug, "assignment/plan");
    let here = match ApplicationId::parse(&form.before) {
        Ok(before) => format!("{here}?before={before}"),
        Err(_) => here,
    };
    Ok(visit.see_with(&here, "notice-left-out"))
}

/// Assigns what the plan says.
pub async fn apply(
    visit: Admin,
    slug: Path<String>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let round = round::load(&visit, &slug).await?;
    let (actor, id) = (visit.actor().clone(), round.id);
    let site = visit.site.address.clone();
    let apply = move |tx: &mut Tx| allocate::apply(tx, &actor, id, &site);
    visit.act_or_fault(apply).await?;
    let here = url::admin_round_part(&round.slug, "assignment/plan");
    Ok(visit.see_with(&here, "notice-plan-applied"))
}
