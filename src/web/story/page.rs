//! The page: where an application stands and why, then everything that happened to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::beside::{Beside, beside, neighbours, reasons};
use super::place;
use super::told::{Names, Told, people, told};
use super::why::{Whys, written};
use crate::actions::kept_ranking;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::actions::reading::Protected;
use crate::domain::application::Status;
use crate::domain::decision::Decision;
use crate::domain::fraction::percent_tenths;
use crate::domain::{ApplicationId, Message};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::story::{Chapter, story};
use crate::store::{Reader, StoreError, account, decision, round};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::decision::badge;
use crate::web::dossier::{Subject, subject};
use crate::web::errors::Fault;
use crate::web::ui::{Badge, Link, Pager};
use crate::web::visit::Visit;
use crate::web::{reading, url, words};

/// Events on one page.
const PAGE: i64 = 200;
/// Where a page begins at most: no story is as long.
const FROM_MOST: i64 = 1_000_000_000;

/// At which event the page begins, counted from 0.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct From {
    from: i64,
}

/// What decided, in short.
struct Facts {
    status: Badge,
    asked: String,
    score: String,
    place: String,
    reviews: String,
    decision: Option<Badge>,
    /// What is awarded; empty for nothing.
    amount: String,
    why: String,
}

#[derive(Template)]
#[template(path = "story/show.html")]
struct StoryPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    reference: String,
    facts: Facts,
    beside: Vec<Beside>,
    links: Vec<Link>,
    range: String,
    events: Vec<Told>,
    pager: Pager,
}

struct Loaded {
    subject: Subject,
    ranking: Option<Arc<RoundRanking>>,
    decisions: Vec<Decision>,
    /// What stands of the applications beside it.
    beside: BTreeMap<ApplicationId, Decision>,
    chapter: Chapter,
    names: Names,
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    (id, from): (ApplicationId, i64),
    t: Locale,
) -> Result<Option<Loaded>, StoreError> {
    let Some(subject) = subject(reader, reach, id)? else {
        return Ok(None);
    };
    let slugs = round::slugs(reader, &[subject.row.round_id])?;
    let ranking = match slugs.first() {
        Some((_, slug)) => kept_ranking::by_slug(reader, reach, slug)?,
        None => None,
    };
    let beside = ranking.as_ref().map(|ranking| neighbours(ranking, id));
    let beside = beside.into_iter().flatten();
    let beside: Vec<ApplicationId> = beside.map(|(_, entry)| entry.application.id).collect();
    let beside = decision::of_applications(reader, reach, &beside)?;
    let chapter = story(reader, reach, &subject.row, (from, PAGE))?;
    let decisions = decision::of_application(reader, reach, id)?;
    let written = written(reader, (id, &chapter.events), &decisions)?;
    Ok(Some(Loaded {
        names: Names {
            people: account::names(reader, &people(&chapter.events))?,
            whys: Whys::new(t, &decisions, &written),
        },
        subject,
        ranking,
        decisions,
        beside,
        chapter,
    }))
}

/// The story of an application within reach.
pub async fn show(
    visit: Staff,
    id: Path<String>,
    from: Query<From>,
) -> Result<HttpResponse, Fault> {
    let id = ApplicationId::parse(&id).map_err(|_| Fault::NotFound)?;
    let (reach, from) = (Reach::staff(visit.actor()), from.from.clamp(0, FROM_MOST));
    let t = visit.t;
    let found = visit.survey(move |reader| load(reader, reach, (id, from), t));
    let loaded = found.await?.ok_or(Fault::NotFound)?;
    reading::note(&visit, visit.actor(), Protected::Decision(id)).await?;
    visit.page(&page(&visit, &loaded, from))
}

fn page(visit: &Visit, loaded: &Loaded, from: i64) -> StoryPage {
    let (t, row) = (visit.t, &loaded.subject.row);
    let here = place(row.id);
    let shown = i64::try_from(loaded.chapter.events.len()).unwrap_or(0);
    let total = loaded.chapter.total;
    let range = Message::new("story-range")
        .with("from", t.number(from + 1))
        .with("to", t.number(from + shown))
        .with("total", t.number(total));
    let earlier = (from - PAGE).max(0);
    StoryPage {
        chrome: Chrome::new(visit, &t.say("story-title"))
            .wide()
            .back(Link::new(url::dossier(row.id), t.say("thread-dossier"))),
        t,
        organisation: loaded.subject.organisation.name(t.language()).to_owned(),
        reference: row.reference.clone(),
        facts: facts(t, loaded),
        beside: shown_beside(t, loaded),
        links: links(t, loaded),
        range: t.tell(&range),
        events: told(visit, &loaded.chapter.events, &loaded.names),
        pager: Pager {
            earlier: (from > 0).then(|| format!("{here}?from={earlier}")),
            later: (from + shown < total).then(|| format!("{here}?from={}", from + shown)),
        },
    }
}

fn shown_beside(t: Locale, loaded: &Loaded) -> Vec<Beside> {
    let ranking = loaded.ranking.as_ref();
    ranking.map_or_else(Vec::new, |ranking| {
        beside(t, (ranking, loaded.subject.row.id), &loaded.beside)
    })
}

fn facts(t: Locale, loaded: &Loaded) -> Facts {
    let row = &loaded.subject.row;
    let ranking = loaded.ranking.as_ref();
    let entry = ranking.and_then(|ranking| ranking.entry(row.id));
    let current = loaded.decisions.iter().rev();
    let current = current.clone().find(|one| one.dropped.is_none());
    // What was proposed before a withdrawal came to nothing.
    let current = current.filter(|_| row.status != Status::Withdrawn);
    let of = |show: &dyn Fn(&RoundRanking, &Entry) -> Option<String>| {
        let shown = ranking.zip(entry);
        shown
            .and_then(|(ranking, entry)| show(ranking, entry))
            .unwrap_or_default()
    };
    Facts {
        status: words::status(t, row.status),
        asked: of(&|ranking, _| words::requested(t, row, ranking.round.currency)),
        score: of(&|_, entry| Some(t.tenths(percent_tenths(entry.ranked.score.mean?)))),
        place: of(&|ranking, entry| place_of(t, ranking, entry)),
        reviews: of(&|_, entry| Some(t.number(count(entry.ranked.score.reviews)))),
        decision: current.map(|one| badge(t, one)),
        amount: current
            .and_then(|one| one.amount)
            .map_or_else(String::new, |money| t.money(money)),
        why: current.map(reasons).unwrap_or_default(),
    }
}

fn place_of(t: Locale, ranking: &RoundRanking, entry: &Entry) -> Option<String> {
    let told = Message::new("story-place-of")
        .with("place", t.number(entry.ranked.rank?.into()))
        .with("total", t.number(count(ranking.running().count())));
    Some(t.tell(&told))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn links(t: Locale, loaded: &Loaded) -> Vec<Link> {
    let id = loaded.subject.row.id;
    let mut links = vec![
        Link::new(url::dossier(id), t.say("thread-dossier")),
        Link::new(url::decision(id), t.say("story-decision")),
    ];
    if let Some(ranking) = &loaded.ranking {
        let place = url::ranking(&ranking.round.slug);
        links.push(Link::new(place, t.say("ranking-title")));
    }
    links
}
