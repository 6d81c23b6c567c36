//! The board page.

use askama::Template;

use super::rows::{Row, Sources, row};
use super::{BALANCE, BOARD, Balance, Seen, Shown, Written, balance_of};
use crate::actions::deviation::Order;
use crate::actions::flags::flags_of_ranking;
use crate::domain::Problems;
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::web::chrome::Chrome;
use crate::web::lots::LOTS;
use crate::web::ranking::{Totals, totals};
use crate::web::shortlist::SHORTLIST;
use crate::web::ui::{Link, Pager};
use crate::web::url;
use crate::web::visit::Visit;

/// The board of a round.
#[derive(Template)]
#[template(path = "board/board.html")]
pub struct BoardPage {
    pub chrome: Chrome,
    pub t: Locale,
    pub round: String,
    pub totals: Totals,
    pub balance: Vec<Balance>,
    pub balance_place: String,
    pub links: Vec<Link>,
    /// What bands say here.
    pub bands: String,
    pub rows: Vec<Row>,
    pub action: String,
    /// Where decisions are taken back.
    pub removal: String,
    pub pager: Pager,
}

impl BoardPage {
    /// Whether it says why a decision deviates from the ranking.
    pub fn tells_why(&self) -> bool {
        let mut said = self.rows.iter().filter_map(|row| row.deviates.as_deref());
        said.any(|why| !why.is_empty())
    }
}

/// Builds the page.
pub fn page(
    visit: &Visit,
    actor: &Actor,
    seen: &Seen,
    shown: &Shown,
    written: Option<&Written>,
) -> BoardPage {
    let (t, ranking) = (visit.t, &seen.board.ranking);
    let round = ranking.round.title.get(t.language()).to_owned();
    let slug = ranking.round.slug.as_str();
    let part = |part: &str| url::admin_round_part(slug, part);
    let all = ranking.running().as_slice();
    let here = format!("{}?after={}", part(BOARD), shown.after);
    let sources = Sources {
        visit,
        actor,
        seen,
        flags: flags_of_ranking(ranking),
        order: Order::shown(ranking, &seen.lots),
        written,
        here: here.clone(),
    };
    let rows = (shown.after..all.len()).take(Pager::ROWS).map(|at| {
        let before = at.checked_sub(1).map(|before| &all[before]);
        row(&sources, before, &all[at])
    });
    let none = Problems::default();
    let task = t.with("board-page-title", "round", round.as_str());
    BoardPage {
        chrome: Chrome::new(visit, &task)
            .wide()
            .back(Link::new(url::admin_round(slug), round.clone()))
            .problems(t, written.map_or(&none, |one| one.problems)),
        t,
        totals: totals(t, ranking, &seen.terms),
        balance: balance_of(t, &seen.terms, &seen.board.aims, ranking.round.currency),
        balance_place: part(BALANCE),
        links: vec![
            Link::new(part(SHORTLIST), t.say("shortlist-title")),
            Link::new(part(LOTS), t.say("lots-title")),
            Link::new(url::ranking(slug), t.say("ranking-title")),
        ],
        bands: t.say(
            match (seen.places.of.is_empty(), seen.places.panels.is_empty()) {
                (true, _) => "board-no-bands",
                (false, true) => "board-band-hint",
                (false, false) => "board-band-panels",
            },
        ),
        rows: rows.collect(),
        action: here,
        removal: format!("{}/removal?after={}", part(BOARD), shown.after),
        pager: Pager::by_offset(&part(BOARD), shown.after, all.len()),
        round,
    }
}
