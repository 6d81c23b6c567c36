//! The ranked applications of a round, with budget and balance.

mod page;
mod place;
mod totals;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::access::Staff;
use super::errors::Fault;
use super::registrar::Registrar;
use crate::actions::rank_round::rank_round;
use crate::policy::Reach;
use crate::store::term;

pub use place::{rank_words, spread_words};

/// The routes of the ranking.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/ranking", show);
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
        Ok((ranking, term::all(reader)?))
    });
    let (ranking, terms) = read.await?;
    let ranking = ranking.ok_or(Fault::NotFound)?;
    visit.page(&page::page(&visit, visit.actor(), &ranking, &terms, &shown))
}
