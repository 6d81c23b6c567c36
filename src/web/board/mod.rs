//! The decision board of a round: the ranking with what is proposed, in place, against
//! budget and balance targets; and the page where the targets are set.

mod balance;
mod page;
mod propose;
mod rows;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query, block};
use serde::Deserialize;

pub use words::{Balance, balance_of, group_words, target_words};

use self::page::BoardPage;
use super::access::Staff;
use super::errors::Fault;
use super::reading;
use super::registrar::Registrar;
use super::visit::Visit;
use crate::actions::board::{Board, Marks, board, least_of, marks, open_of};
use crate::actions::certainty::{Places, places};
use crate::actions::deadline::Deadlines;
use crate::actions::rank_round::Entry;
use crate::actions::reading::Protected;
use crate::domain::decision::{Decision, Ruling, Stage};
use crate::domain::{AccountId, ApplicationId, Money, OrganisationId, Problems};
use crate::policy::{Actor, Reach};
use crate::store::lots::LotRow;
use crate::store::term::{self, Term};
use crate::store::{decision, lots, quorum};
use crate::web::decision::ProposalForm;
use crate::web::ui::Pager;

/// The last parts of addresses below a round.
pub const BOARD: &str = "board";
pub const BALANCE: &str = "balance";

/// The routes of the board.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/board", show);
    routes.post("/admin/rounds/{slug}/board", propose::propose);
    routes.post("/admin/rounds/{slug}/board/removal", propose::take_back);
    routes.get("/admin/rounds/{slug}/balance", balance::show);
    routes.post("/admin/rounds/{slug}/balance", balance::set);
    routes.post("/admin/rounds/{slug}/balance/removal", balance::remove);
}

/// What to show of the board.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Shown {
    /// How many to pass over.
    after: usize,
    /// The application whose proposal is to be written; none if empty.
    open: String,
}

/// Everything that one reading of the board shows.
pub struct Seen {
    board: Board,
    /// Where each application could stand as well, with the band that it is in.
    places: Arc<Places>,
    terms: Vec<Term>,
    /// Draws of lots in the round.
    lots: Vec<LotRow>,
    /// Of the applications on this page.
    marks: Marks,
    /// Their decisions with what was written in them, and that of the one whose proposal
    /// is being written.
    decisions: BTreeMap<ApplicationId, Decision>,
    deadlines: Deadlines,
    /// Who can take part in the proposal that is being written, and how many have to;
    /// none where none is.
    panel: Vec<(AccountId, String)>,
    quorum: usize,
    /// The least that would still help who it is about, where it was said.
    least: Option<Money>,
}

/// A proposal being written, with its application and what is wrong with it.
pub struct Written<'a> {
    pub application: ApplicationId,
    pub form: &'a ProposalForm,
    pub problems: &'a Problems,
}

async fn see(
    visit: &Visit,
    actor: &Actor,
    (slug, after): (&str, usize),
    open: Option<ApplicationId>,
) -> Result<Seen, Fault> {
    let (reach, slug, now) = (Reach::staff(actor), slug.to_owned(), visit.now());
    let read = visit.survey(move |reader| {
        let Some(board) = board(reader, reach, &slug)? else {
            return Ok(None);
        };
        let round = &board.ranking.round;
        let today = now.day(&round.time_zone);
        let shown = board.ranking.running().skip(after).take(Pager::ROWS);
        let pair = |entry: &Entry| (entry.application.id, entry.organisation.id);
        let asked: Vec<(ApplicationId, OrganisationId)> = shown.map(pair).collect();
        let marks = marks(reader, reach, round.programme_id, &asked, today)?;
        let shown = asked.into_iter().map(|(id, _)| id);
        let shown: Vec<ApplicationId> = shown.chain(open).collect();
        let decisions = decision::of_applications(reader, reach, &shown)?;
        let terms = term::all(reader)?;
        let lots = lots::of_round(reader, reach, round.id)?;
        let deadlines = Deadlines::of(reader, round, now)?;
        let is_open = |entry: &&Entry| Some(entry.application.id) == open;
        let (panel, quorum, least) = match board.ranking.running().find(is_open) {
            Some(entry) => (
                quorum::panel(reader, &entry.application)?,
                quorum::least(reader, round.id)?,
                least_of(reader, &entry.application, round)?,
            ),
            None => (Vec::new(), 0, None),
        };
        Ok(Some(Seen {
            board,
            places: Arc::default(),
            terms,
            lots,
            marks,
            decisions,
            deadlines,
            panel,
            quorum,
            least,
        }))
    });
    let seen = read.await?.ok_or(Fault::NotFound)?;
    // Off the event loop, with no connection to the database held.
    let placed = block(move || Seen {
        places: places(&seen.board.ranking),
        ..seen
    });
    placed.await.map_err(|_| Fault::Lost)
}

/// The actor's own proposal on an application, which waits for a signature.
fn own_proposal<'a>(actor: &Actor, entry: &'a Entry) -> Option<&'a Ruling> {
    let own = |one: &&Ruling| one.stage() == Stage::Proposed && one.proposed_by == actor.id;
    open_of(entry).filter(own)
}

/// The board.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    shown: Query<Shown>,
) -> Result<HttpResponse, Fault> {
    let open = ApplicationId::parse(&shown.open).ok();
    let seen = see(&visit, visit.actor(), (&slug, shown.after), open).await?;
    let entry = open.and_then(|id| seen.board.ranking.entry(id));
    let own = entry.and_then(|entry| own_proposal(visit.actor(), entry));
    let own = own.and_then(|one| one.whole_in(&seen.decisions));
    let form = own.map_or_else(ProposalForm::blank, ProposalForm::of);
    let problems = Problems::default();
    let written = open.map(|application| Written {
        application,
        form: &form,
        problems: &problems,
    });
    let page = page::page(&visit, visit.actor(), &seen, &shown, written.as_ref());
    note(&visit, visit.actor(), (&seen, &page)).await?;
    visit.page(&page)
}

/// Notes that somebody reads why decisions deviate from the ranking, where a page says so.
async fn note(
    visit: &Visit,
    actor: &Actor,
    (seen, page): (&Seen, &BoardPage),
) -> Result<(), Fault> {
    let read = Protected::Deviations(seen.board.ranking.round.id);
    match page.tells_why() {
        true => reading::note(visit, actor, read).await,
        false => Ok(()),
    }
}
