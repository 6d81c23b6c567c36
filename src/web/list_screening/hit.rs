//! One hit: both records side by side, what speaks for and against it in words, what
//! people answered, and the form of an answer.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{place, words};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, list_screening as actions};
use crate::domain::list_screening::{HitState, Veil, Verdict};
use crate::domain::organisation::Organisation;
use crate::domain::{AccountId, ListHitId, OrganisationId, Problems};
use crate::i18n::Locale;
use crate::policy::list_screening::MayAnswerHit;
use crate::policy::{Actor, Reach};
use crate::store::list_screening::{self, AnswerRow, Evidence, HitRow};
use crate::store::sponsorship::sponsors_behind;
use crate::store::{Reader, StoreError, organisation};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::{Fields, Form};
use crate::web::reading;
use crate::web::ui::{Badge, Choice, Control, Field, Link};
use crate::web::visit::Visit;

/// An answer that was given.
pub struct ShownAnswer {
    who: String,
    when: String,
    machine: String,
    state: Badge,
    reason: String,
}

/// What a record says, line by line.
struct Line {
    label: String,
    values: Vec<String>,
}

/// What was answered before a record changed.
struct Former {
    ours: String,
    listed: String,
    answers: Vec<ShownAnswer>,
}

/// The form of an answer.
struct AnswerForm {
    action: String,
    /// Code of the state that was read.
    seen: String,
    verdict: Field,
    reason: Field,
}

#[derive(Template)]
#[template(path = "list_screening/hit.html")]
struct HitPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    ours: String,
    listed: String,
    state: Badge,
    score: String,
    /// That the last run did not find it any more.
    gone: bool,
    our_lines: Vec<Line>,
    listed_lines: Vec<Line>,
    parts: Vec<String>,
    former: Option<Former>,
    answers: Vec<ShownAnswer>,
    form: Option<AnswerForm>,
}

/// An answer as posted.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Typed {
    verdict: String,
    reason: String,
    seen: String,
}

struct Loaded {
    organisation: Organisation,
    veil: Veil,
    hit: HitRow,
    former: Option<HitRow>,
    answers: Vec<AnswerRow>,
}

impl Loaded {
    fn answers_of(&self, hit: ListHitId) -> impl Iterator<Item = &AnswerRow> {
        self.answers.iter().filter(move |one| one.hit == hit)
    }

    /// What the hit became by each answer, and by whom.
    fn given(&self) -> Vec<(HitState, AccountId)> {
        let answers = self.answers_of(self.hit.id);
        answers.map(|one| (one.state, one.by)).collect()
    }
}

fn ids(path: &(String, String)) -> Result<(OrganisationId, ListHitId), Fault> {
    let organisation = OrganisationId::parse(&path.0).map_err(|_| Fault::NotFound)?;
    let hit = ListHitId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    Ok((organisation, hit))
}

fn load(
    reader: &mut Reader,
    reach: Reach,
    (owner, id): (OrganisationId, ListHitId),
) -> Result<Option<Loaded>, StoreError> {
    let Some(organisation) = organisation::find(reader, reach, owner)? else {
        return Ok(None);
    };
    if list_screening::kept_from(reader, reach)?.contains(&owner) {
        return Ok(None);
    }
    let Some(hit) = list_screening::find(reader, owner, id)? else {
        return Ok(None);
    };
    let former = match hit.former {
        Some(former) => list_screening::find(reader, owner, former)?,
        None => None,
    };
    let ids: Vec<ListHitId> = [Some(hit.id), hit.former].into_iter().flatten().collect();
    let sponsors = sponsors_behind(reader, &[owner])?.remove(&owner);
    Ok(Some(Loaded {
        veil: Veil::new(&organisation, sponsors.unwrap_or_default()),
        answers: list_screening::answers(reader, &ids)?,
        organisation,
        hit,
        former,
    }))
}

async fn loaded(visit: &Visit, actor: &Actor, path: &(String, String)) -> Result<Loaded, Fault> {
    let (ids, reach) = (ids(path)?, Reach::staff(actor));
    let find = move |reader: &mut Reader| load(reader, reach, ids);
    let read = Protected::ListHits(ids.0);
    reading::open(visit, actor, find, |_| Some(read)).await
}

/// The page of a hit.
pub async fn show(visit: Staff, path: Path<(String, String)>) -> Result<HttpResponse, Fault> {
    let loaded = loaded(&visit, visit.actor(), &path).await?;
    let fresh = (&Typed::default(), &Problems::default());
    visit.page(&page(&visit, visit.actor(), &loaded, fresh))
}

/// Answers.
pub async fn answer(
    visit: Admin,
    path: Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<HttpResponse, Fault> {
    let (ids, actor, posted) = (ids(&path)?, visit.actor().clone(), typed.clone());
    let act = visit.act(move |tx| {
        let said = (&*posted.verdict, &*posted.reason);
        actions::answer_hit(tx, &actor, ids, said, &posted.seen)
    });
    let (status, problems) = match act.await? {
        Ok(state) => {
            let notice = match state {
                HitState::Open => "notice-hit-reopened",
                HitState::Proposed => "notice-hit-proposed",
                HitState::Cleared => "notice-hit-cleared",
                HitState::Confirmed => "notice-hit-confirmed",
            };
            return Ok(visit.see_with(&place::of_organisation(ids.0), notice));
        }
        Err(Refusal::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, problems),
        Err(Refusal::Stale(message)) => (StatusCode::CONFLICT, Problems::one("", message)),
        Err(other) => return Err(other.into()),
    };
    let loaded = loaded(&visit, visit.actor(), &path).await?;
    let page = page(&visit, visit.actor(), &loaded, (&typed, &problems));
    visit.answer(status, &page)
}

fn page(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    (typed, problems): (&Typed, &Problems),
) -> HitPage {
    let (t, hit) = (visit.t, &loaded.hit);
    let evidence = &hit.evidence;
    let name = loaded.organisation.name(t.language()).to_owned();
    let answers = |of: ListHitId| loaded.answers_of(of).map(|one| shown(visit, one)).collect();
    HitPage {
        chrome: Chrome::new(visit, &t.say("hit-title"))
            .wide()
            .back(Link::new(
                place::of_organisation(loaded.organisation.id),
                name.clone(),
            ))
            .problems(t, problems),
        t,
        over: format!("{name} · {} {}", hit.list, evidence.record.number),
        ours: ours(loaded, evidence),
        listed: listed(evidence),
        state: words::state(t, hit.state),
        score: words::score(t, hit.score),
        gone: !hit.is_current,
        our_lines: our_lines(t, loaded, evidence),
        listed_lines: listed_lines(t, evidence),
        // Of a confidential one they would spell its name.
        parts: match loaded.veil.covers(&evidence.roles, &evidence.spellings) {
            true => Vec::new(),
            false => words::parts(t, evidence),
        },
        former: loaded.former.as_ref().map(|former| Former {
            ours: ours(loaded, &former.evidence),
            listed: listed(&former.evidence),
            answers: answers(former.id),
        }),
        answers: answers(hit.id),
        form: form(&Fields { t, problems }, actor, loaded, typed),
    }
}

fn ours(loaded: &Loaded, evidence: &Evidence) -> String {
    let told = loaded.veil.told(&evidence.roles, &evidence.spellings);
    told.join(" · ")
}

/// The name that is most alike.
fn listed(evidence: &Evidence) -> String {
    let name = evidence.record.names.get(evidence.name);
    name.map_or_else(String::new, |name| name.text.clone())
}

fn line(t: Locale, key: &str, values: Vec<String>) -> Line {
    Line {
        label: t.say(key),
        values,
    }
}

fn our_lines(t: Locale, loaded: &Loaded, evidence: &Evidence) -> Vec<Line> {
    let names = loaded.veil.told(&evidence.roles, &evidence.spellings);
    vec![
        line(t, "hit-names", names),
        line(t, "hit-roles", vec![words::roles(t, &evidence.roles)]),
    ]
}

fn listed_lines(t: Locale, evidence: &Evidence) -> Vec<Line> {
    let record = &evidence.record;
    let names = record.names.iter().map(|name| match name.weak {
        true => t.with("hit-weak", "name", name.text.as_str()),
        false => name.text.clone(),
    });
    let lines = [
        line(t, "hit-names", names.collect()),
        line(t, "hit-kind", vec![words::kind(t, record.kind)]),
        line(t, "hit-born", record.born.clone()),
        line(t, "hit-countries", record.countries.clone()),
        line(t, "hit-programmes", record.programmes.clone()),
    ];
    lines
        .into_iter()
        .filter(|line| !line.values.is_empty())
        .collect()
}

fn shown(visit: &Visit, row: &AnswerRow) -> ShownAnswer {
    ShownAnswer {
        who: row.name.clone(),
        when: visit.t.when(row.at, visit.zone()),
        machine: row.at.rfc3339(),
        state: words::state(visit.t, row.state),
        reason: row.reason.clone(),
    }
}

/// The form, for those who may give one of the answers.
fn form(ask: &Fields, actor: &Actor, loaded: &Loaded, typed: &Typed) -> Option<AnswerForm> {
    let (t, hit) = (ask.t, &loaded.hit);
    let given = loaded.given();
    let may = |verdict| {
        let standing = (hit.state, &given[..]);
        MayAnswerHit::with(actor, hit.id, standing, verdict).is_ok()
    };
    let confirm = match hit.state {
        HitState::Proposed => ("hit-answer-second", "hit-answer-second-hint"),
        _ => ("hit-answer-confirm", "hit-answer-confirm-hint"),
    };
    let clear = match hit.state {
        HitState::Confirmed => ("hit-answer-reopen", "hit-answer-reopen-hint"),
        _ => ("hit-answer-clear", "hit-answer-clear-hint"),
    };
    let offered = [
        (Verdict::Cleared, "cleared", clear),
        (Verdict::Confirmed, "confirmed", confirm),
    ];
    let offered = offered.into_iter().filter(|(verdict, ..)| may(*verdict));
    let choices: Vec<Choice> = offered
        .map(|(_, value, (label, hint))| Choice {
            value: value.to_owned(),
            label: t.say(label),
            hint: Some(t.say(hint)),
            chosen: typed.verdict == value,
        })
        .collect();
    (hit.is_current && !choices.is_empty()).then(|| AnswerForm {
        action: place::of_hit(loaded.organisation.id, hit.id),
        seen: hit.state.code().to_owned(),
        verdict: ask.field("verdict", "hit-verdict", "", Control::Radios(choices)),
        reason: ask.hinted(
            "reason",
            "hit-reason",
            "hit-reason-hint",
            &typed.reason,
            Control::Area(4),
        ),
    })
}
