//! Drawing lots in a round: whether it may be done, who could be drawn lots among, what
//! is committed to, and what was drawn with which seed.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Path, block};
use askama::Template;
use serde::Deserialize;

use super::access::{Admin, Staff};
use super::board::BOARD;
use super::chrome::Chrome;
use super::errors::Fault;
use super::forms::Form;
use super::ops::NoFields;
use super::registrar::Registrar;
use super::ui::Link;
use super::url;
use super::visit::Visit;
use crate::actions::board::Equals;
use crate::actions::rank_round::RoundRanking;
use crate::actions::{kept_ranking, lots as actions};
use crate::domain::account::Role;
use crate::domain::lots::draw as drawn;
use crate::domain::round::Round;
use crate::domain::{AccountId, ApplicationId, Message};
use crate::i18n::Locale;
use crate::policy::{Actor, Reach};
use crate::store::lots::{self, LotRow};
use crate::store::{Reader, StoreError, Tx, account, application, round};

/// The last part of its address below a round.
pub const LOTS: &str = "lots";
/// Groups that are offered at most.
const GROUPS: usize = 20;

/// The routes of lots.
pub fn routes(routes: &mut Registrar) {
    routes.get("/admin/rounds/{slug}/lots", show);
    routes.post("/admin/rounds/{slug}/lots", commit);
    routes.post("/admin/rounds/{slug}/lots/option", allow);
    routes.post("/admin/rounds/{slug}/lots/{commitment}/draw", draw);
}

/// Applications that could be drawn lots among.
struct Group {
    /// As it is posted.
    code: String,
    heading: String,
    titles: Vec<String>,
}

/// A draw.
struct Shown {
    commitment: String,
    committed: String,
    /// Who takes part: the reference with the title.
    tickets: Vec<(String, String)>,
    drawn: Option<ShownDraw>,
}

/// The second half of a draw.
struct ShownDraw {
    line: String,
    seed: String,
    /// The order: reference and title.
    order: Vec<(String, String)>,
    /// What draws it again.
    command: String,
}

#[derive(Template)]
#[template(path = "lots/lots.html")]
struct LotsPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    action: String,
    allowed: bool,
    /// Whether the reader may do what the page offers.
    may: bool,
    groups: Vec<Group>,
    lots: Vec<Shown>,
}

struct Seen {
    round: Round,
    /// Nothing where lots may not be drawn.
    equals: Option<Equals>,
    lots: Vec<LotRow>,
    /// Of whoever takes part in a draw.
    titles: BTreeMap<ApplicationId, String>,
    names: BTreeMap<AccountId, String>,
}

/// What is read, and the ranking among which lots may be drawn.
type Found = (Seen, Option<Arc<RoundRanking>>);

fn read(reader: &mut Reader, reach: Reach, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let lots = lots::of_round(reader, reach, round.id)?;
    let tickets = lots.iter().flat_map(|lot| &lot.tickets);
    let tickets: Vec<ApplicationId> = tickets.map(|(id, _)| *id).collect();
    let titles = application::find_many(reader, reach, &tickets)?.into_iter();
    let people = lots.iter().flat_map(|lot| {
        let drawn = lot.drawn.iter().map(|(by, _, _)| *by);
        drawn.chain([lot.committed_by])
    });
    let people: Vec<AccountId> = people.collect();
    let ranking = match lots::is_allowed(reader, round.id)? {
        true => Some(kept_ranking::of(reader, reach, round.clone())?),
        false => None,
    };
    let seen = Seen {
        equals: None,
        titles: titles.map(|row| (row.id, row.title)).collect(),
        names: account::names(reader, &people)?,
        lots,
        round,
    };
    Ok(Some((seen, ranking)))
}

/// The lots of a round.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (reach, slug) = (Reach::staff(visit.actor()), slug.into_inner());
    let found = visit.survey(move |reader| read(reader, reach, &slug));
    let (seen, ranking) = found.await?.ok_or(Fault::NotFound)?;
    // Off the event loop, with no connection to the database held.
    let seen = block(move || Seen {
        equals: ranking.map(Equals::of),
        ..seen
    });
    let seen = seen.await.map_err(|_| Fault::Lost)?;
    visit.page(&page(&visit, visit.actor(), &seen))
}

fn page(visit: &Visit, actor: &Actor, seen: &Seen) -> LotsPage {
    let (t, round) = (visit.t, &seen.round);
    let slug = round.slug.as_str();
    let lots = seen.lots.iter().map(|lot| shown(visit, seen, lot));
    LotsPage {
        chrome: Chrome::new(visit, &t.say("lots-title")).back(Link::new(
            url::admin_round_part(slug, BOARD),
            t.say("board-title"),
        )),
        t,
        round: round.title.get(t.language()).to_owned(),
        action: url::admin_round_part(slug, LOTS),
        allowed: seen.equals.is_some(),
        may: actor.is(Role::Admin),
        groups: match &seen.equals {
            Some(equals) => groups(t, equals, &seen.lots),
            None => Vec::new(),
        },
        lots: lots.collect(),
    }
}

/// Those among whom no lots were drawn yet.
fn groups(t: Locale, equals: &Equals, lots: &[LotRow]) -> Vec<Group> {
    let mut groups = equals.lot_groups();
    groups.retain(|(_, own)| {
        let among: Vec<ApplicationId> = own.iter().map(|entry| entry.application.id).collect();
        !lots.iter().any(|lot| lot.settles(&among))
    });
    // Those that the end of the budget concerns come first.
    groups.sort_by_key(|(_, own)| {
        let ranks = own.iter().filter_map(|entry| entry.ranked.rank);
        let off = ranks.map(|rank| rank.abs_diff(equals.line.within + 1));
        off.min()
    });
    let groups = groups.into_iter().take(GROUPS).map(|(code, entries)| {
        let titles = entries.iter().map(|entry| entry.application.title.clone());
        Group {
            heading: heading(t, &code),
            titles: titles.collect(),
            code,
        }
    });
    groups.collect()
}

fn heading(t: Locale, code: &str) -> String {
    let (kind, number) = code.split_once(':').unwrap_or_default();
    let number: i64 = number.parse().unwrap_or(0);
    match kind {
        "tie" => t.with("lots-group-tie", "n", number),
        _ => t.with("lots-group-band", "n", number),
    }
}

fn shown(visit: &Visit, seen: &Seen, lot: &LotRow) -> Shown {
    let t = visit.t;
    let line = |key, by: AccountId, at| {
        let name = seen.names.get(&by).cloned().unwrap_or_default();
        let message = Message::new(key)
            .with("who", name)
            .with("when", t.when(at, visit.zone()));
        t.tell(&message)
    };
    let titled = |reference: &str| {
        let own = lot.tickets.iter().find(|(_, own)| own == reference);
        let title = own.and_then(|(id, _)| seen.titles.get(id)).cloned();
        (reference.to_owned(), title.unwrap_or_default())
    };
    let references: Vec<String> = lot.tickets.iter().map(|(_, own)| own.clone()).collect();
    Shown {
        commitment: lot.commitment.clone(),
        committed: line("lots-committed", lot.committed_by, lot.committed_at),
        tickets: references.iter().map(|own| titled(own)).collect(),
        drawn: lot.drawn.as_ref().map(|(by, at, seed)| ShownDraw {
            line: line("lots-drawn", *by, *at),
            seed: seed.hex(),
            order: drawn(seed, &references)
                .iter()
                .map(|(own, _)| titled(own))
                .collect(),
            command: format!(
                "evenhand draw --seed {} --commitment {} {}",
                seed.hex(),
                lot.commitment,
                references.join(" ")
            ),
        }),
    }
}

/// Whether lots may be drawn, as posted.
#[derive(Deserialize)]
pub struct OptionForm {
    allowed: String,
}

/// Makes drawing lots an option of the round, or ends that.
pub async fn allow(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<OptionForm>,
) -> Result<HttpResponse, Fault> {
    let allowed = form.allowed == "yes";
    let (actor, place) = (visit.actor().clone(), url::admin_round_part(&slug, LOTS));
    let act = move |tx: &mut Tx| actions::allow(tx, &actor, &slug, allowed);
    visit.act_or_fault(act).await?;
    let notice = if allowed {
        "notice-lots-allowed"
    } else {
        "notice-lots-forbidden"
    };
    Ok(visit.see_with(&place, notice))
}

/// The group to draw lots among, as posted.
#[derive(Deserialize)]
pub struct GroupForm {
    group: String,
}

/// Commits to a seed.
pub async fn commit(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<GroupForm>,
) -> Result<HttpResponse, Fault> {
    let (actor, place) = (visit.actor().clone(), url::admin_round_part(&slug, LOTS));
    let act = move |tx: &mut Tx| actions::commit(tx, &actor, &slug, &form.group);
    visit.act_or_fault(act).await?;
    Ok(visit.see_with(&place, "notice-lots-committed"))
}

/// Draws.
pub async fn draw(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let (actor, (slug, commitment)) = (visit.actor().clone(), path.into_inner());
    let place = url::admin_round_part(&slug, LOTS);
    let act = move |tx: &mut Tx| actions::draw(tx, &actor, &slug, &commitment);
    visit.act_or_fault(act).await?;
    Ok(visit.see_with(&place, "notice-lots-drawn"))
}
