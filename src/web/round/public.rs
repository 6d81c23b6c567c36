//! Public pages of rounds: what is open, and everything that one round asks.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::deadline::{Deadline, Instant};
use super::questions::{AskedSection, asked};
use crate::domain::account::Role;
use crate::domain::form::Form;
use crate::domain::programme::Programme;
use crate::domain::rate::Currencies;
use crate::domain::round::{Round, RoundState};
use crate::domain::rubric::{Criterion, CriterionKind, Rubric};
use crate::i18n::Locale;
use crate::store::{Reader, StoreError, form, programme, rate, round, rubric};
use crate::web::access::Anyone;
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::ui::{Link, Notice, Tone};
use crate::web::visit::Visit;
use crate::web::{list_screening, url, words};

/// Rounds on the front page; no programme opens more at once.
const MOST_ROUNDS: i64 = 50;

/// A round on the front page.
struct ShownRound {
    href: String,
    title: String,
    purpose: String,
    amounts: String,
    deadline: Deadline,
    /// Where the quiz is, if there is one.
    quiz: Option<String>,
}

#[derive(Template)]
#[template(path = "round/open_rounds.html")]
struct OpenRoundsPage {
    chrome: Chrome,
    t: Locale,
    rounds: Vec<ShownRound>,
    anonymous: bool,
}

/// The front page: what is open now.
pub async fn open_rounds(visit: Anyone) -> Result<HttpResponse, Fault> {
    let (rounds, asking) = visit
        .read(|reader| {
            let rounds = round::open_rounds(reader, MOST_ROUNDS)?;
            let ids: Vec<_> = rounds.iter().map(|round| round.form_id).collect();
            Ok((rounds, form::with_quiz(reader, &ids)?))
        })
        .await?;
    let t = visit.t;
    let shown = |round: &Round| ShownRound {
        quiz: asking
            .contains(&round.form_id)
            .then(|| url::eligibility(&round.slug)),
        ..shown(&visit, round)
    };
    let mut shown: Vec<ShownRound> = rounds.iter().map(shown).collect();
    // What takes applications now comes first, each part by its deadline.
    shown.sort_by_key(|round| !round.deadline.open);
    visit.page(&OpenRoundsPage {
        chrome: Chrome::new(&visit, &t.say("open-rounds-title")),
        t,
        rounds: shown,
        anonymous: visit.actor.is_none(),
    })
}

fn shown(visit: &Visit, round: &Round) -> ShownRound {
    let language = visit.t.language();
    ShownRound {
        href: url::round(&round.slug),
        title: round.title.get(language).to_owned(),
        purpose: round.purpose.get(language).to_owned(),
        amounts: amounts(visit.t, round),
        deadline: Deadline::of(visit, round),
        quiz: None,
    }
}

/// From the smallest to the largest request.
pub fn amounts(t: Locale, round: &Round) -> String {
    let range = crate::domain::Message::new("round-amounts")
        .with("least", t.money(round.least()))
        .with("most", t.money(round.most()));
    t.tell(&range)
}

/// A criterion with what each point means.
struct ShownCriterion {
    name: String,
    guidance: String,
    weight: String,
    kind: String,
    gate: bool,
    anchors: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "round/public.html")]
struct RoundPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    programme: String,
    purpose: String,
    who: String,
    amounts: String,
    /// Rates of the other currencies in which a request can be.
    rates: Vec<String>,
    budget: String,
    opens: Instant,
    deadline: Deadline,
    zone: String,
    turnaround: String,
    criteria: Vec<ShownCriterion>,
    sections: Vec<AskedSection>,
    standing: Option<Notice>,
    start: Option<Start>,
    /// Where the quiz is, if there is one.
    quiz: Option<String>,
    /// Where it is said which watch lists count, if any does.
    lists: Option<String>,
}

/// How this reader starts an application.
pub enum Start {
    /// Signed in as somebody who applies: a button that posts here.
    Post(String),
    /// Not signed in: a link that leads back afterwards.
    SignIn(String),
}

/// Everything about one round, for anybody; drafts are not found.
pub async fn show(visit: Anyone, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let slug = slug.into_inner();
    let found = visit.read(move |reader| load(reader, &slug)).await?;
    visit.page(&page(&visit, &found.ok_or(Fault::NotFound)?))
}

/// A round with everything that its page tells.
struct Found {
    round: Round,
    programme: Programme,
    rubric: Rubric,
    form: Arc<Form>,
    currencies: Currencies,
    /// Whether any watch list is named.
    lists: bool,
}

fn load(reader: &mut Reader, slug: &str) -> Result<Option<Found>, StoreError> {
    let Some(round) = public_round(reader, slug)? else {
        return Ok(None);
    };
    let programme = programme::by_id(reader, round.programme_id)?;
    let rubric = rubric::by_id(reader, round.rubric_id)?;
    let form = form::by_id(reader, round.form_id)?;
    match (programme, rubric, form) {
        (Some(programme), Some(rubric), Some(form)) => {
            let currencies = rate::currencies(reader, &round)?;
            let lists = !list_screening::public::rules_of(reader, &round)?.is_empty();
            Ok(Some(Found {
                lists,
                round,
                programme,
                rubric,
                form: form.form,
                currencies,
            }))
        }
        _ => Ok(None),
    }
}

/// The round of a slug, unless staff still prepare it.
pub fn public_round(reader: &mut Reader, slug: &str) -> Result<Option<Round>, StoreError> {
    let found = round::by_slug(reader, slug)?;
    Ok(found.filter(|round| round.state != RoundState::Draft))
}

fn page(visit: &Visit, found: &Found) -> RoundPage {
    let (round, programme) = (&found.round, &found.programme);
    let (t, language) = (visit.t, visit.t.language());
    let title = round.title.get(language).to_owned();
    let deadline = Deadline::of(visit, round);
    let days = usize::try_from(round.turnaround_days).unwrap_or(0);
    let back = Link::new(url::ROOT, t.say("open-rounds-title"));
    let rates = found.currencies.rates.iter();
    let taken: Vec<_> = found.currencies.taken().collect();
    let criteria = found.rubric.criteria.iter();
    RoundPage {
        chrome: Chrome::new(visit, &title).back(back),
        t,
        title,
        programme: programme.name.get(language).to_owned(),
        purpose: round.purpose.get(language).to_owned(),
        who: programme.who.get(language).to_owned(),
        amounts: amounts(t, round),
        rates: rates
            .map(|dated| words::rate(t, round.currency, dated))
            .collect(),
        budget: t.money(round.budget()),
        opens: Instant::of(visit, round, round.opens_at),
        zone: round.time_zone.clone(),
        turnaround: t.count("round-turnaround", days),
        criteria: criteria.map(|c| criterion(t, c)).collect(),
        sections: asked(t, &found.form, &taken),
        standing: standing(visit, round, &deadline),
        start: start(visit, round, &deadline),
        quiz: (!found.form.quiz.is_empty()).then(|| url::eligibility(&round.slug)),
        lists: found
            .lists
            .then(|| list_screening::place::public(&round.slug)),
        deadline,
    }
}

fn criterion(t: Locale, criterion: &Criterion) -> ShownCriterion {
    let language = t.language();
    let kind = match criterion.kind {
        CriterionKind::Merit => "criterion-merit",
        CriterionKind::Priority => "criterion-priority",
        CriterionKind::Gate => "criterion-mere-gate",
    };
    let anchors = criterion.anchors.iter().enumerate();
    let anchor = |(point, text): (usize, &crate::domain::Translated)| {
        (t.number(point as i64), text.get(language).to_owned())
    };
    ShownCriterion {
        name: criterion.name.get(language).to_owned(),
        guidance: criterion.guidance.get(language).to_owned(),
        weight: match criterion.weight {
            0 => t.say("rubric-no-weight"),
            weight => t.with("criterion-weight", "percent", weight),
        },
        kind: t.say(kind),
        // A mere gate says so by its kind.
        gate: criterion.gate && criterion.kind != CriterionKind::Gate,
        anchors: anchors.map(anchor).collect(),
    }
}

/// What a reader must know when nothing can be sent now.
fn standing(visit: &Visit, round: &Round, deadline: &Deadline) -> Option<Notice> {
    if deadline.open {
        return None;
    }
    let text = if visit.now() < round.opens_at && round.state == RoundState::Open {
        deadline.left.clone()
    } else {
        visit.t.say("round-is-closed")
    };
    Some(Notice {
        tone: Tone::Info,
        text,
    })
}

/// How this reader starts an application now; not at all while nothing is taken.
pub fn start(visit: &Visit, round: &Round, deadline: &Deadline) -> Option<Start> {
    let place = url::round_applications(&round.slug);
    match visit.actor.as_ref() {
        _ if !deadline.open => None,
        None => Some(Start::SignIn(url::sign_in_to(&place))),
        Some(actor) => actor.is(Role::Applicant).then_some(Start::Post(place)),
    }
}
