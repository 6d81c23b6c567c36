//! The ranked applications of a round, with budget and balance, and how sure
//! their order is.

mod certainty;
mod lines;
mod page;
mod place;
mod totals;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query, block};
use serde::Deserialize;

use super::access::Staff;
use super::errors::Fault;
use super::registrar::Registrar;
use crate::actions::certainty::{certainty as certainty_of, places};
use crate::actions::kept_ranking;
use crate::policy::Reach;
use crate::store::term;

pub use page::between;
pub use place::{RankWords, range, rank_words, spread_words, unranked};
pub use totals::{Totals, totals};

/// The routes of the ranking.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/ranking", show);
    routes.get("/admin/rounds/{slug}/ranking/certainty", show_certainty);
}

/// What to show of the ranking.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    /// `deliberation` narrows to what is to be decided.
    show: String,
    /// How many to pass over.
    after: usize,
}

/// The ranking of a round.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let slug = slug.into_inner();
    let read = visit.survey(move |reader| {
        let ranking = kept_ranking::by_slug(reader, reach, &slug)?;
        Ok((ranking, term::all(reader)?))
    });
    let (ranking, terms) = read.await?;
    let ranking = ranking.ok_or(Fault::NotFound)?;
    // Off the event loop, with no connection to the database held.
    let placed = block(move || (places(&ranking), ranking)).await;
    let (places, ranking) = placed.map_err(|_| Fault::Lost)?;
    let sources = (&*ranking, &*places);
    visit.page(&page::page(&visit, sources, &terms, &shown))
}

/// How sure the ranking of a round is. Reads what the ranking reads; the
/// calculation runs off the event loop like the reading, but after it.
pub async fn show_certainty(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let slug = slug.into_inner();
    let read = visit.survey(move |reader| kept_ranking::by_slug(reader, reach, &slug));
    let ranking = read.await?.ok_or(Fault::NotFound)?;
    let found = block(move || (certainty_of(&ranking), ranking)).await;
    let (found, ranking) = found.map_err(|_| Fault::Lost)?;
    visit.page(&certainty::page(&visit, &ranking, &found, &shown))
}
