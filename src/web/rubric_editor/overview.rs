//! A programme's rubric at a glance: every criterion with its weight, what keeps
//! the draft from being published, and the versions that are.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::load::programme;
use super::place;
use super::shown::{ShownCriterion, criterion};
use super::text::{ShownProblem, problems, state};
use crate::actions::rubric_draft::Desk;
use crate::domain::account::Role;
use crate::domain::round::Round;
use crate::domain::rubric::{CriterionDraft, WEIGHTS_SUM, differences};
use crate::domain::{Message, Translated};
use crate::i18n::Locale;
use crate::store::rubric::VersionRow;
use crate::store::{Reader, StoreError, round, rubric};
use crate::web::access::Staff;
use crate::web::assets::ASSETS;
use crate::web::chrome::Chrome;
use crate::web::draft_file::Seen;
use crate::web::errors::Fault;
use crate::web::form_editor::untranslated;
use crate::web::round::Fact;
use crate::web::ui::{Badge, Link};
use crate::web::url;

/// Versions and rounds that are listed.
const LISTED: i64 = 50;

/// A criterion in the list.
struct Listed {
    anchor: String,
    code: String,
    href: String,
    removal: String,
    shown: ShownCriterion,
    /// Says in which languages something of it is missing.
    missing: Option<Badge>,
}

/// A version that is published.
struct ShownVersion {
    name: String,
    when: String,
    rounds: Vec<Link>,
    preview: String,
    file: String,
}

#[derive(Template)]
#[template(path = "rubric_editor/overview.html")]
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
    criteria: Vec<Listed>,
    /// Sum of the weights, and the same in words.
    sum: u64,
    sum_text: String,
    versions: Vec<ShownVersion>,
}

impl OverviewPage {
    fn action(&self) -> String {
        place::rubric(&self.slug)
    }

    fn page(&self, page: &str) -> String {
        place::page(&self.slug, page)
    }

    fn written(&self, code: &str) -> String {
        place::criterion(&self.slug, code)
    }
}

type Found = (Desk, Vec<VersionRow>, Vec<Round>);

fn load(reader: &mut Reader, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(desk) = Desk::load(reader, slug)? else {
        return Ok(None);
    };
    let versions = rubric::versions(reader, desk.programme.id, LISTED)?;
    let rounds = round::of_programme(reader, desk.programme.id, LISTED)?;
    Ok(Some((desk, versions, rounds)))
}

/// The rubric of a programme.
pub async fn show(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (t, slug) = (visit.t, slug.into_inner());
    let wanted = slug.clone();
    let found = visit.read(move |reader| load(reader, &wanted)).await?;
    let (desk, versions, rounds) = found.ok_or(Fault::NotFound)?;
    let changes = differences(&desk.latest.draft(), &desk.rubric).len();
    let zone = visit.zone();
    let version = |row: &VersionRow| shown_version(t, &slug, row, (&rounds, zone));
    let heading = t.with("rubric-of", "programme", programme(t, &desk));
    let back = Link::new(url::ADMIN_PROGRAMMES, t.say("programme-title"));
    let sum = desk.rubric.weights();
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
        problems: problems(t, &desk.rubric),
        criteria: listed(t, &slug, &desk),
        sum,
        sum_text: sum_text(t, sum),
        versions: versions.iter().map(version).collect(),
        slug,
    })
}

/// "90 of 100".
pub fn sum_text(t: Locale, sum: u64) -> String {
    let words = Message::new("rubric-sum")
        .with("sum", i64::try_from(sum).unwrap_or(i64::MAX))
        .with("whole", i64::from(WEIGHTS_SUM));
    t.tell(&words)
}

fn listed(t: Locale, slug: &str, desk: &Desk) -> Vec<Listed> {
    let one = |one: &CriterionDraft| Listed {
        anchor: place::anchor(&one.code),
        code: one.code.clone(),
        href: place::criterion(slug, &one.code),
        removal: place::removal(slug, &one.code),
        shown: criterion(t, one),
        missing: missing(t, one),
    };
    desk.rubric.criteria.iter().map(one).collect()
}

/// A language is missing where any text of the criterion lacks it.
fn missing(t: Locale, criterion: &CriterionDraft) -> Option<Badge> {
    let texts = criterion.anchors.iter().chain([&criterion.name]);
    let guided = (!criterion.guidance.is_empty()).then_some(&criterion.guidance);
    let texts: Vec<&Translated> = texts.chain(guided).collect();
    let whole = |of: fn(&Translated) -> &String| match texts.iter().all(|text| !of(text).is_empty())
    {
        true => "there".to_owned(),
        false => String::new(),
    };
    let all = Translated {
        en: whole(|text| &text.en),
        ar: whole(|text| &text.ar),
        he: whole(|text| &text.he),
    };
    untranslated(t, &all)
}

fn shown_version(
    t: Locale,
    slug: &str,
    version: &VersionRow,
    (rounds, zone): (&[Round], &str),
) -> ShownVersion {
    let own = rounds.iter().filter(|round| round.rubric_id == version.id);
    let link = |round: &Round| {
        let title = round.title.get(t.language());
        Link::new(place::of_round(&round.slug), title)
    };
    ShownVersion {
        name: t.with("form-version", "version", version.version),
        when: t.date(version.created_at, zone),
        rounds: own.map(link).collect(),
        preview: place::page(slug, &format!("preview?version={}", version.version)),
        file: place::page(slug, &format!("file?version={}", version.version)),
    }
}

fn facts(t: Locale, desk: &Desk) -> Vec<Fact> {
    let count = |matches: fn(&CriterionDraft) -> bool| {
        let number = desk.rubric.criteria.iter().filter(|one| matches(one));
        t.number(i64::try_from(number.count()).unwrap_or(i64::MAX))
    };
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    vec![
        fact("rubric-fact-criteria", count(|_| true)),
        fact("rubric-fact-gates", count(|one| one.gate)),
        fact("form-fact-saved", t.number(Seen::from(desk).over.into())),
    ]
}
