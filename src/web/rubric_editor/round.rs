//! The version of its programme's rubric that a round uses.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::place;
use super::shown::{ShownCriterion, criterion};
use crate::actions::Refusal;
use crate::actions::rubric_version::choose_rubric;
use crate::domain::account::Role;
use crate::domain::programme::Programme;
use crate::domain::round::{Round, RoundState};
use crate::domain::rubric::Rubric;
use crate::domain::{Message, Problems};
use crate::i18n::Locale;
use crate::policy::rubric::{MayEditRubrics, why_pinned};
use crate::store::rubric::VersionRow;
use crate::store::{Reader, StoreError, Tx, programme, round, rubric, touched};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::ui::{Choice, Control, Field, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// Versions that can be chosen.
const LISTED: i64 = 50;

#[derive(Template)]
#[template(path = "rubric_editor/round.html")]
struct RoundRubricPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    lead: String,
    links: Vec<Link>,
    /// Why it can't simply be changed any more.
    pinned: Option<String>,
    /// Where it is changed nevertheless, for those who may.
    replacement: Option<Link>,
    /// The versions to choose from, for those who may.
    choose: Option<Field>,
    action: String,
    criteria: Vec<ShownCriterion>,
}

/// A round with its rubric and the versions that there are.
pub struct Found {
    pub round: Round,
    pub programme: Programme,
    pub rubric: Rubric,
    pub versions: Vec<VersionRow>,
    /// Whether anybody has begun to review.
    pub begun: bool,
}

fn find(reader: &mut Reader, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(round) = round::by_slug(reader, slug)? else {
        return Ok(None);
    };
    let Some(programme) = programme::by_id(reader, round.programme_id)? else {
        return Ok(None);
    };
    let Some(rubric) = rubric::by_id(reader, round.rubric_id)? else {
        return Ok(None);
    };
    Ok(Some(Found {
        versions: rubric::versions(reader, programme.id, LISTED)?,
        begun: !touched::begun(reader, &[round.id])?.is_empty(),
        rubric,
        round,
        programme,
    }))
}

/// The round of an address with its rubric.
pub async fn load(visit: &Visit, slug: &str) -> Result<Found, Fault> {
    let slug = slug.to_owned();
    let found = visit.read(move |reader| find(reader, &slug)).await?;
    found.ok_or(Fault::NotFound)
}

/// "Version 2, published 1 November 2026".
pub fn version_name(t: Locale, version: &VersionRow, zone: &str) -> String {
    let words = Message::new("form-version-of")
        .with("version", i64::from(version.version))
        .with("when", t.date(version.created_at, zone));
    t.tell(&words)
}

impl Found {
    fn field(&self, t: Locale, zone: &str, problems: &Problems) -> Field {
        let choice = |version: &VersionRow| Choice {
            value: version.version.to_string(),
            label: version_name(t, version, zone),
            hint: None,
            chosen: version.id == self.round.rubric_id,
        };
        let control = Control::Radios(self.versions.iter().map(choice).collect());
        Fields { t, problems }.field("version", "form-field-version", "", control)
    }

    fn page(&self, visit: &Visit, admin: bool, problems: &Problems) -> RoundRubricPage {
        let (t, slug) = (visit.t, &self.programme.slug);
        let over = self.round.title.get(t.language()).to_owned();
        let hub = url::admin_round(&self.round.slug);
        let pinned = why_pinned(&self.round, self.begun);
        let others = admin && self.versions.len() > 1;
        let moves = others && self.begun && self.round.state != RoundState::Closed;
        let of = |page: &str| {
            let page = format!("{page}?version={}", self.rubric.version);
            place::page(slug, &page)
        };
        let draft = self.rubric.draft();
        RoundRubricPage {
            chrome: Chrome::new(visit, &t.say("round-admin-rubric"))
                .wide()
                .back(Link::new(hub, over.clone()))
                .problems(t, problems),
            t,
            over,
            lead: t.with("round-admin-rubric-lead", "version", self.rubric.version),
            choose: (others && pinned.is_none()).then(|| self.field(t, visit.zone(), problems)),
            pinned: pinned.map(|reason| t.tell(&reason)),
            replacement: moves.then(|| {
                let place = place::replacement(&self.round.slug);
                Link::new(place, t.say("rubric-replace-link"))
            }),
            action: place::of_round(&self.round.slug),
            links: vec![
                Link::new(of("preview"), t.say("form-preview")),
                Link::new(of("file"), t.say("rubric-download")),
                Link::new(place::rubric(slug), t.say("rubric-all-versions")),
            ],
            criteria: draft.criteria.iter().map(|one| criterion(t, one)).collect(),
        }
    }
}

/// The criteria of a round, and which version they are.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let found = load(&visit, &slug).await?;
    let admin = visit.actor().is(Role::Admin);
    visit.page(&found.page(&visit, admin, &Problems::default()))
}

/// A version.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Choosing {
    version: String,
}

/// Lets a round use another version.
pub async fn choose(
    visit: Admin,
    slug: Path<String>,
    Form(form): Form<Choosing>,
) -> Result<HttpResponse, Fault> {
    let (actor, of) = (visit.actor().clone(), slug.clone());
    let version = form.version.parse().unwrap_or(0);
    let choose = move |tx: &mut Tx| {
        let may = MayEditRubrics::by(&actor).map_err(Refusal::Denied)?;
        choose_rubric(tx, &may, &of, version)
    };
    match visit.act(choose).await? {
        Ok(()) => Ok(visit.see_with(&place::of_round(&slug), "notice-saved")),
        Err(Refusal::Invalid(problems)) => {
            let found = load(&visit, &slug).await?;
            visit.refused(&found.page(&visit, true, &problems))
        }
        Err(other) => Err(other.into()),
    }
}
