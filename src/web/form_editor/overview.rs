//! A programme's form at a glance: the quiz, every section with its questions,
//! what keeps the draft from being published, and the versions that are.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::load::programme;
use super::pieces::{Editing, ShownPart};
use super::text::{ShownProblem, problems, state};
use crate::actions::form_draft::{Desk, published};
use crate::domain::account::Role;
use crate::domain::form::{Home, Published, differences};
use crate::domain::round::Round;
use crate::i18n::Locale;
use crate::store::form::VersionRow;
use crate::store::{Reader, StoreError, form, round};
use crate::web::access::Staff;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::draft_file::Seen;
use crate::web::errors::Fault;
use crate::web::round::Fact;
use crate::web::ui::{Badge, Link};
use crate::web::url;

/// Versions and rounds that are listed.
const LISTED: i64 = 50;

/// A version that is published.
struct ShownVersion {
    name: String,
    when: String,
    rounds: Vec<Link>,
    preview: String,
    file: String,
}

#[derive(Template)]
#[template(path = "form_editor/overview.html")]
struct OverviewPage {
    chrome: Chrome,
    t: Locale,
    programme: String,
    slug: String,
    state: Badge,
    changed: bool,
    may_change: bool,
    facts: Vec<Fact>,
    problems: Vec<ShownProblem>,
    quiz: Vec<ShownPart>,
    sections: Vec<ShownPart>,
    versions: Vec<ShownVersion>,
}

impl OverviewPage {
    fn action(&self) -> String {
        url::form(&self.slug)
    }

    fn page(&self, page: &str) -> String {
        url::form_page(&self.slug, page)
    }

    fn new_in(&self, home: &str) -> String {
        Home::parse(home).map_or(String::new(), |home| url::form_new(&self.slug, &home))
    }

    fn part(&self, problem: &ShownProblem) -> String {
        let spot = problem.spot.as_ref();
        spot.map_or(String::new(), |spot| url::form_part(&self.slug, spot))
    }
}

type Found = (Desk, Published, Vec<VersionRow>, Vec<Round>);

fn load(reader: &mut Reader, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(desk) = Desk::load(reader, slug)? else {
        return Ok(None);
    };
    let versions = form::versions(reader, desk.programme.id, LISTED)?;
    let rounds = round::of_programme(reader, desk.programme.id, LISTED)?;
    let published = published(reader, &desk)?;
    Ok(Some((desk, published, versions, rounds)))
}

/// The form of a programme.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (t, slug) = (visit.t, slug.into_inner());
    let wanted = slug.clone();
    let found = visit.read(move |reader| load(reader, &wanted)).await?;
    let (desk, published, versions, rounds) = found.ok_or(Fault::NotFound)?;
    let changes = differences(&desk.latest.form, &desk.form).len();
    let zone = visit.zone();
    let shown = |version: &VersionRow| shown_version(t, &slug, version, (&rounds, zone));
    let editing = Editing {
        t,
        form: &desk.form,
        slug: &slug,
    };
    let heading = t.with("form-of", "programme", programme(t, &desk));
    let back = Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title"));
    let may_change = visit.actor().is(Role::Admin);
    let mut chrome = Chrome::new(&visit, &heading).wide().back(back);
    if may_change {
        chrome.scripts.push(&ASSETS.arrange.address);
    }
    visit.page(&OverviewPage {
        chrome,
        t,
        programme: programme(t, &desk),
        state: state(t, changes, desk.latest.version),
        changed: changes > 0,
        may_change,
        facts: facts(t, &desk),
        problems: problems(t, &desk.form, &published),
        quiz: editing.quiz(),
        sections: editing.sections(),
        versions: versions.iter().map(shown).collect(),
        slug,
    })
}

fn shown_version(
    t: Locale,
    slug: &str,
    version: &VersionRow,
    (rounds, zone): (&[Round], &str),
) -> ShownVersion {
    let own = rounds.iter().filter(|round| round.form_id == version.id);
    let link = |round: &Round| {
        let place = url::admin_round_part(&round.slug, "form");
        Link::new(place, round.title.get(t.language()))
    };
    ShownVersion {
        name: t.with("form-version", "version", version.version),
        when: t.date(version.created_at, zone),
        rounds: own.map(link).collect(),
        preview: url::form_page(slug, &format!("preview?version={}", version.version)),
        file: url::form_page(slug, &format!("file?version={}", version.version)),
    }
}

fn facts(t: Locale, desk: &Desk) -> Vec<Fact> {
    let count = |matches: fn(&crate::domain::form::Question) -> bool| {
        let number = desk.form.questions().filter(|question| matches(question));
        t.number(i64::try_from(number.count()).unwrap_or(i64::MAX))
    };
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    vec![
        fact("form-fact-questions", count(|_| true)),
        fact("form-fact-required", count(|question| question.required)),
        fact("form-fact-hidden", count(|question| !question.reviewers)),
        fact("form-fact-sensitive", count(|question| question.sensitive)),
        fact("form-fact-saved", t.number(Seen::from(desk).over.into())),
    ]
}
