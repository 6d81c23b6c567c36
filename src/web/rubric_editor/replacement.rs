//! Moving a round in which reviewing has begun to another version of its rubric,
//! after a look at the reviews that this touches.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::effects::{ShownReview, Touched, asked_again, counted, effects, reviews};
use super::place;
use super::round::{Found, load, version_name};
use super::text::{ShownDifference, shown};
use crate::actions::Refusal;
use crate::actions::rubric_version::replace_rubric;
use crate::domain::rubric::differences;
use crate::domain::{Problems, ReviewId};
use crate::i18n::Locale;
use crate::policy::Reach;
use crate::policy::rubric::MayEditRubrics;
use crate::store::{Reader, StoreError, Tx, rubric, touched};
use crate::web::access::Admin;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Control, Field, Link, Pager};

/// Reviews on one page.
const PAGE: usize = 50;

/// The version that is asked about, and where the list goes on.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    version: String,
    after: String,
}

#[derive(Template)]
#[template(path = "rubric_editor/replacement.html")]
struct ReplacementPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    heading: String,
    /// The other versions.
    versions: Vec<Link>,
    differences: Vec<ShownDifference>,
    /// What happens to reviews, one sentence for each kind of change.
    effects: Vec<String>,
    counted: String,
    reviews: Vec<ShownReview>,
    pager: Pager,
    action: String,
    seen: i32,
    version: i32,
    reason: Field,
    cancel: Link,
}

fn look(
    reader: &mut Reader,
    (reach, after): (Reach, Option<ReviewId>),
    found: &Found,
    version: i32,
) -> Result<Option<Touched>, StoreError> {
    let Some(wanted) = rubric::by_version(reader, found.programme.id, version)? else {
        return Ok(None);
    };
    let (round, limit) = (found.round.id, PAGE as i64 + 1);
    let mut reviews = touched::of_round(reader, reach, round, after, limit)?;
    let more = reviews.len() > PAGE;
    reviews.truncate(PAGE);
    let ids: Vec<ReviewId> = reviews.iter().map(|review| review.id).collect();
    let mut answered = touched::answered(reader, &ids)?;
    Ok(Some(Touched {
        counts: touched::counts(reader, reach, round)?,
        answered: ids
            .iter()
            .map(|id| answered.remove(id).unwrap_or_default())
            .collect(),
        wanted,
        reviews,
        more,
    }))
}

/// Which reviews another version touches, and what it does to them.
pub async fn show(
    visit: Admin,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &slug).await?;
    let none = Problems::default();
    match page(&visit, found, &asked, ("", &none)).await? {
        Some(page) => visit.page(&page),
        // No other version, or nobody has begun: there it is simply chosen.
        None => Ok(visit.see(&place::of_round(&slug))),
    }
}

/// The page; nothing where the round can't be moved this way.
async fn page(
    visit: &Admin,
    found: Found,
    asked: &Asked,
    (reason, problems): (&str, &Problems),
) -> Result<Option<ReplacementPage>, Fault> {
    let current = found.rubric.version;
    let others = found.versions.iter().map(|row| row.version);
    let latest = others.filter(|version| *version != current).max();
    let version = match asked.version.as_str() {
        "" => latest,
        version => version.parse().ok().filter(|version| *version != current),
    };
    let Some(version) = version.filter(|_| found.begun) else {
        return Ok(None);
    };
    let bounds = (
        Reach::staff(visit.actor()),
        ReviewId::parse(&asked.after).ok(),
    );
    let look = move |reader: &mut Reader| {
        let touched = look(reader, bounds, &found, version)?;
        Ok(touched.map(|touched| (found, touched)))
    };
    let (found, touched) = visit.read(look).await?.ok_or(Fault::NotFound)?;
    Ok(Some(shown_page(
        visit,
        &found,
        &touched,
        (reason, problems),
    )))
}

fn shown_page(
    visit: &Admin,
    found: &Found,
    touched: &Touched,
    (reason, problems): (&str, &Problems),
) -> ReplacementPage {
    let (t, slug) = (visit.t, &found.round.slug);
    let (before, after) = (found.rubric.draft(), touched.wanted.draft());
    let differing = differences(&before, &after);
    let version = touched.wanted.version;
    let heading = t.with("rubric-replace", "version", version);
    let over = found.round.title.get(t.language()).to_owned();
    let back = Link::new(place::of_round(slug), t.say("round-admin-rubric"));
    let reason = Fields { t, problems }.hinted(
        "reason",
        "rubric-field-why",
        "rubric-field-why-hint",
        reason,
        Control::Area(3),
    );
    ReplacementPage {
        chrome: Chrome::new(visit, &heading)
            .wide()
            .back(back)
            .problems(t, problems),
        t,
        over,
        heading,
        versions: versions(visit, found, version),
        effects: effects(t, &differing, &asked_again(t, found, touched)),
        differences: shown(t, (&before, &after), &differing),
        counted: counted(t, touched.counts),
        reviews: reviews(t, found, touched),
        pager: pager(slug, version, touched),
        action: place::replacement(slug),
        seen: found.rubric.version,
        version,
        reason,
        cancel: Link::new(place::of_round(slug), t.say("admin-cancel")),
    }
}

fn versions(visit: &Admin, found: &Found, chosen: i32) -> Vec<Link> {
    let rows = found.versions.iter();
    let others = rows.filter(|row| row.version != found.rubric.version);
    let base = place::replacement(&found.round.slug);
    let link = |row: &crate::store::rubric::VersionRow| Link {
        current: row.version == chosen,
        ..Link::new(
            format!("{base}?version={}", row.version),
            version_name(visit.t, row, visit.zone()),
        )
    };
    others.map(link).collect()
}

fn pager(slug: &str, version: i32, touched: &Touched) -> Pager {
    let last = touched.reviews.last().filter(|_| touched.more);
    let place = place::replacement(slug);
    Pager {
        earlier: None,
        later: last.map(|last| format!("{place}?version={version}&after={}", last.id)),
    }
}

/// What was seen, what is wanted, and why.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    seen: i32,
    version: i32,
    reason: String,
}

/// Moves the round.
pub async fn replace(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<Wanted>,
) -> Result<HttpResponse, Fault> {
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let site = visit.site.address.clone();
    let (versions, reason) = ((form.seen, form.version), form.reason.clone());
    let replace = move |tx: &mut Tx| {
        let may = MayEditRubrics::by(&actor).map_err(Refusal::Denied)?;
        replace_rubric(tx, &may, &of, versions, &reason, &site)
    };
    match visit.act(replace).await? {
        Ok(()) => Ok(visit.see_with(&place::of_round(&slug), "notice-rubric-moved")),
        Err(Refusal::Invalid(problems)) => {
            let asked = Asked {
                version: form.version.to_string(),
                after: String::new(),
            };
            let found = load(&visit, &slug).await?;
            let typed = (form.reason.as_str(), &problems);
            let page = page(&visit, found, &asked, typed).await?;
            visit.refused(&page.ok_or(Fault::NotFound)?)
        }
        Err(other) => Err(other.into()),
    }
}
