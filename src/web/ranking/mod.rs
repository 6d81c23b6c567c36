//! The ranked applications of a round, with budget and balance, and how sure
//! their order is.

mod certainty;
mod lines;
mod page;
mod place;
mod totals;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::access::Staff;
use super::errors::Fault;
use super::registrar::Registrar;
use crate::actions::certainty::{certainty as certainty_of, places};
use crate::actions::rank_round::rank_round;
use crate::policy::Reach;
use crate::store::term;

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
    let read = visit.read(move |reader| {
        let ranking = rank_round(reader, reach, &slug)?;
        let found = ranking.map(|ranking| (places(&ranking), ranking));
        Ok((found, term::all(reader)?))
    });
    let (found, terms) = read.await?;
    let (places, ranking) = found.ok_or(Fault::NotFound)?;
    let sources = (&ranking, &places);
    visit.page(&page::page(&visit, sources, &terms, &shown))
}

/// How sure the ranking of a round is. Reads what the ranking reads; the
/// calculation runs off the event loop like the reading.
pub async fn show_certainty(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let reach = Reach::staff(visit.actor());
    let slug = slug.into_inner();
    let read = visit.read(move |reader| {
        let ranking = rank_round(reader, reach, &slug)?;
        Ok(ranking.map(|ranking| (certainty_of(&ranking), ranking)))
    });
    let (found, ranking) = read.await?.ok_or(Fault::NotFound)?;
    visit.page(&certainty::page(&visit, &ranking, &found, &shown))
}
