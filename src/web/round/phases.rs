//! The review phases of a round, each with its rules and what holds now; and
//! removing one.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::admin::load;
use super::phase_form::{Asked, what};
use crate::actions::phase;
use crate::domain::PhaseId;
use crate::domain::account::Role;
use crate::domain::phase::{Phase, in_force, in_order};
use crate::domain::round::{Round, RoundState};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::store::{self, Tx};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::review::rules;
use crate::web::ui::{Badge, Link};
use crate::web::url;
use crate::web::visit::Visit;

/// A phase with its rules.
struct ShownPhase {
    name: String,
    span: String,
    stand: Badge,
    rules: Vec<String>,
    /// Changing and removing it, for those who may.
    acts: Vec<Link>,
}

#[derive(Template)]
#[template(path = "round/phases.html")]
struct PhasesPage {
    chrome: Chrome,
    t: Locale,
    over: String,
    /// What holds now.
    now: String,
    phases: Vec<ShownPhase>,
    /// Where one is added, for those who may.
    add: Option<Link>,
}

/// A round with its phases, by opening.
pub async fn load_phases(visit: &Visit, slug: &str) -> Result<(Round, Vec<Phase>), Fault> {
    let round = load(visit, slug).await?;
    let id = round.id;
    let phases = visit.read(move |reader| store::phase::of_round(reader, id));
    Ok((round, phases.await?))
}

/// Every phase of a round.
pub async fn list(visit: Staff, slug: Path<String>) -> Result<HttpResponse, Fault> {
    let (round, phases) = load_phases(&visit, &slug).await?;
    visit.page(&page(&visit, visit.actor(), &round, &phases))
}

fn page(visit: &Visit, actor: &Actor, round: &Round, phases: &[Phase]) -> PhasesPage {
    let (t, now) = (visit.t, visit.now());
    let title = round.title.get(t.language()).to_owned();
    let may = actor.is(Role::Admin) && round.state != RoundState::Closed;
    let holds = in_force(phases, now).map(|phase| rules::name(t, phase));
    let shown = |phase: &Phase| ShownPhase {
        name: rules::name(t, phase),
        span: rules::span(t, phase, &round.time_zone),
        stand: rules::stand(t, phase, now),
        rules: rules::rules(t, phase),
        acts: if may {
            acts(t, round, phase, phases.len())
        } else {
            Vec::new()
        },
    };
    PhasesPage {
        chrome: Chrome::new(visit, &t.say("phases-title"))
            .wide()
            .back(Link::new(url::admin_round(&round.slug), title.clone())),
        t,
        over: title,
        now: t.with("phases-now", "name", holds.unwrap_or_default()),
        phases: phases.iter().map(shown).collect(),
        add: may.then(|| Link::new(url::new_phase(&round.slug), t.say("phases-add"))),
    }
}

fn acts(t: Locale, round: &Round, phase: &Phase, count: usize) -> Vec<Link> {
    let named = |key: &str| t.with(key, "name", rules::name(t, phase));
    let change = Link::new(url::phase(&round.slug, phase.id), named("phases-change"));
    let remove = url::phase_removal(&round.slug, phase.id);
    let remove = (count > 1).then(|| Link::new(remove, named("phases-remove")));
    std::iter::once(change).chain(remove).collect()
}

/// A phase of a round that isn't closed, and the round.
async fn one(visit: &Visit, path: &(String, String)) -> Result<(Round, Vec<Phase>, Phase), Fault> {
    let id = PhaseId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let (round, phases) = load_phases(visit, &path.0).await?;
    let found = phases.iter().find(|phase| phase.id == id).cloned();
    let found = found.ok_or(Fault::NotFound)?;
    Ok((round, phases, found))
}

/// Asks before removing a phase, or says why it stays.
pub async fn show_removal(
    visit: Admin,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Fault> {
    let (round, phases, gone) = one(&visit, &path).await?;
    let (all, of) = (phases.clone(), gone.clone());
    let why_not = visit.read(move |reader| phase::hindrance(reader, &all, &of));
    if let Some(message) = why_not.await? {
        return Err(Fault::Stale(message));
    }
    let rest = phases.iter().filter(|phase| phase.id != gone.id).cloned();
    let rest = in_order(rest.collect());
    let t = visit.t;
    let mut effects = vec![t.say("phase-removal-effect")];
    let shown = phase::revealed(&round, (&phases, &rest), visit.now());
    effects.extend(shown.into_iter().map(|reveal| t.say(what(reveal))));
    let asked = Asked {
        heading: t.with("phases-remove", "name", rules::name(t, &gone)),
        lead: rules::span(t, &gone, &round.time_zone),
        effects,
        action: url::phase_removal(&round.slug, gone.id),
        hidden: Vec::new(),
        submit: t.say("phase-removal-submit"),
    };
    visit.page(&asked.page(&visit, &round))
}

/// Removes a phase.
pub async fn remove(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let id = PhaseId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let (actor, slug) = (visit.actor().clone(), path.0.clone());
    let remove = move |tx: &mut Tx| phase::remove_phase(tx, &actor, (&slug, id));
    visit.act_or_fault(remove).await?;
    Ok(visit.see_with(&url::phases(&path.0), "notice-phase-removed"))
}
