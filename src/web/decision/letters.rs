//! Every single letter that a release will send, in its recipient's language, before
//! anything goes out.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::after::ShownLetter;
use crate::actions::decision_letters::{About, Wording, Written};
use crate::actions::kept_ranking;
use crate::actions::rank_round::{Entry, RoundRanking};
use crate::actions::reading::Protected;
use crate::domain::application::Status;
use crate::domain::decision::{Decision, Outcome, Ruling, may_release};
use crate::domain::{ApplicationId, Message};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::store::letter::{self, Addressee};
use crate::store::{Reader, decision};
use crate::web::access::Staff;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::reading;
use crate::web::ui::{Link, Pager};
use crate::web::url;

/// Applications on one page.
const PAGE: usize = 20;

/// After which application the page begins.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

/// An application with its letters.
struct Shown {
    href: String,
    reference: String,
    title: String,
    letters: Vec<ShownLetter>,
}

#[derive(Template)]
#[template(path = "decision/letters.html")]
struct LettersPage {
    chrome: Chrome,
    t: Locale,
    round: String,
    /// What mail will hold.
    mail: String,
    shown: Vec<Shown>,
    pager: Pager,
}

/// The applications of a round whose decision can be released, with what it says.
pub fn ready(ranking: &RoundRanking) -> impl Iterator<Item = (&Entry, &Ruling)> {
    let sign_off = ranking.round.sign_off;
    let open = |entry: &&Entry| entry.application.status == Status::Deliberation;
    ranking.running().filter(open).filter_map(move |entry| {
        let decision = entry.decision.as_deref()?;
        may_release(decision, sign_off).ok()?;
        Some((entry, decision))
    })
}

struct Loaded {
    ranking: Arc<RoundRanking>,
    wording: Wording,
    /// The page.
    ids: Vec<ApplicationId>,
    more: bool,
    to: BTreeMap<ApplicationId, Vec<Addressee>>,
    /// What is told, of the page.
    decisions: BTreeMap<ApplicationId, Decision>,
}

async fn load(visit: &Staff, slug: &str, after: &str) -> Result<Loaded, Fault> {
    let (reach, slug) = (Reach::staff(visit.actor()), slug.to_owned());
    let after = ApplicationId::parse(after).ok();
    let read = move |reader: &mut Reader| {
        let Some(ranking) = kept_ranking::by_slug(reader, reach, &slug)? else {
            return Ok(None);
        };
        let wording = Wording::of(reader, &ranking.round)?;
        let told = ready(&ranking).filter(|(_, one)| one.outcome != Outcome::ReferBack);
        let all: Vec<&Entry> = told.map(|(entry, _)| entry).collect();
        let start = all.iter().position(|one| Some(one.application.id) == after);
        let start = start.map_or(0, |at| at + 1);
        let page: Vec<&Entry> = all[start..].iter().take(PAGE).copied().collect();
        let rows: Vec<_> = page.iter().map(|entry| &entry.application).collect();
        let to = letter::addressees(reader, &rows)?;
        let ids: Vec<ApplicationId> = rows.iter().map(|row| row.id).collect();
        let more = all.len() > start + ids.len();
        let decisions = decision::of_applications(reader, reach, &ids)?;
        Ok(Some(Loaded {
            wording,
            ids,
            more,
            to,
            decisions,
            ranking,
        }))
    };
    visit.survey(read).await?.ok_or(Fault::NotFound)
}

/// Shows them.
pub async fn show(
    visit: Staff,
    slug: Path<String>,
    from: Query<After>,
) -> Result<HttpResponse, Fault> {
    let loaded = load(&visit, &slug, &from.after).await?;
    let read = Protected::Letters(loaded.ranking.round.id);
    reading::note(&visit, visit.actor(), read).await?;
    let (t, place) = (visit.t, url::release_letters(&slug));
    let site = visit.site.address.clone();
    let shown = loaded.ids.iter().filter_map(|id| {
        let entry = loaded.ranking.entry(*id)?;
        Some(shown(t, &loaded, entry, &site))
    });
    let last = loaded.ids.last().filter(|_| loaded.more);
    let mail = if loaded.wording.whole {
        "letters-mail-whole"
    } else {
        "letters-mail-link"
    };
    visit.page(&LettersPage {
        chrome: Chrome::new(&visit, &t.say("letters-preview"))
            .back(Link::new(url::release(&slug), t.say("release-title"))),
        t,
        round: loaded.ranking.round.title.get(t.language()).to_owned(),
        mail: t.say(mail),
        shown: shown.collect(),
        pager: Pager {
            earlier: (!from.after.is_empty()).then(|| place.clone()),
            later: last.map(|id| format!("{place}?after={id}")),
        },
    })
}

fn shown(t: Locale, loaded: &Loaded, entry: &Entry, site: &str) -> Shown {
    let row = &entry.application;
    let to = loaded.to.get(&row.id).map_or(&[][..], Vec::as_slice);
    let written = to.iter().filter_map(|one| {
        let about = About {
            application: row,
            organisation: &entry.organisation,
            decision: entry.decision.as_deref()?.whole_in(&loaded.decisions)?,
        };
        loaded.wording.write(about, one, site)
    });
    Shown {
        href: url::decision(row.id),
        reference: row.reference.clone(),
        title: row.title.clone(),
        letters: written.map(|one| preview(t, one)).collect(),
    }
}

fn preview(t: Locale, written: Written) -> ShownLetter {
    let language = written.to.language;
    let words = Message::new("letter-goes-to")
        .with("language", language.own_name())
        .with("name", written.to.name);
    ShownLetter {
        to: t.tell(&words),
        language: language.code(),
        direction: language.direction(),
        subject: written.text.subject,
        body: written.text.body,
    }
}
