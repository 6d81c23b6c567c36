//! The reviewers of one application.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::form::{AssignForm, ShownCandidate, candidate, errors, ids};
use crate::actions::reading::Protected;
use crate::actions::{Refusal, assignment as act};
use crate::domain::assignment::Bar;
use crate::domain::clarification::Kind;
use crate::domain::conflict::Hint;
use crate::domain::{AccountId, ApplicationId, Problems};
use crate::i18n::Locale;
use crate::policy::assignment::{MayUnassign, bar_key, is_reviewed};
use crate::policy::{Actor, Reach};
use crate::store::abstention::{self, Abstention};
use crate::store::assignment::{self, AssignmentRow, ReviewerRow};
use crate::store::candidate::{Candidates, candidates};
use crate::store::{Reader, Tx, clarification, conflict_hint, conflict_record};
use crate::web::access::{Admin, Staff};
use crate::web::chrome::Chrome;
use crate::web::conflict::words;
use crate::web::dossier::{Subject, review_state, subject};
use crate::web::errors::Fault;
use crate::web::forms::Form;
use crate::web::ops::NoFields;
use crate::web::reading;
use crate::web::ui::{Badge, Link, Tone};
use crate::web::url;
use crate::web::visit::Visit;

/// Somebody who has the application.
struct ShownAssignment {
    name: String,
    email: String,
    since: String,
    state: Badge,
    /// Where it is taken away; empty once the reviewer has begun.
    end: String,
}

#[derive(Template)]
#[template(path = "assignment/one.html")]
struct AssignmentsPage {
    chrome: Chrome,
    t: Locale,
    organisation: String,
    assigned: Vec<ShownAssignment>,
    /// Name, when and why of those who declined, and what became of their review.
    declined: Vec<(String, String, String, String)>,
    /// Why nobody can be assigned now, or empty.
    shut: String,
    /// The full form was asked for and has not come.
    outstanding: bool,
    free: Vec<ShownCandidate>,
    barred: Vec<ShownCandidate>,
    errors: Vec<String>,
    action: String,
}

/// The application with its reviewers and everybody who could become one.
struct Loaded {
    subject: Subject,
    assigned: Vec<AssignmentRow>,
    reviewers: Vec<ReviewerRow>,
    loads: BTreeMap<AccountId, i64>,
    candidates: Candidates,
    declined: Vec<Abstention>,
    /// What speaks for a conflict, by person.
    hints: BTreeMap<AccountId, Vec<Hint>>,
    /// The full form was asked for and has not come.
    outstanding: bool,
}

async fn load(visit: &Visit, actor: &Actor, id: ApplicationId) -> Result<Loaded, Fault> {
    let (reach, today) = (Reach::staff(actor), visit.now().day(visit.zone()));
    let find = move |reader: &mut Reader| {
        let Some(subject) = subject(reader, reach, id)? else {
            return Ok(None);
        };
        let pair = [(id, subject.row.organisation_id)];
        let insiders = conflict_record::insiders(reader)?;
        Ok(Some(Loaded {
            hints: conflict_hint::of_people(reader, pair[0], &insiders, today)?,
            assigned: assignment::of_application(reader, id)?,
            reviewers: assignment::reviewers(reader)?,
            loads: assignment::loads(reader, reach)?,
            candidates: candidates(reader, &pair)?,
            declined: abstention::of_application(reader, id)?,
            outstanding: clarification::pending(reader, &[id])?
                .get(&id)
                .is_some_and(|asked| asked.kind == Kind::FullForm),
            subject,
        }))
    };
    let read = Protected::Conflicts(id);
    reading::open(visit, actor, find, |_| Some(read)).await
}

fn page(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    form: &AssignForm,
    problems: &Problems,
) -> AssignmentsPage {
    let (t, row) = (visit.t, &loaded.subject.row);
    let name = loaded.subject.organisation.name(t.language()).to_owned();
    let shown = |reviewer| shown_candidate(t, loaded, form, reviewer);
    let candidates = loaded.reviewers.iter().filter_map(shown);
    let (barred, free) = candidates.partition(|(_, barred)| *barred);
    let strip = |list: Vec<(ShownCandidate, bool)>| list.into_iter().map(|(one, _)| one).collect();
    let given = |one| shown_assignment(visit, actor, loaded, one);
    AssignmentsPage {
        chrome: Chrome::new(visit, &t.say("assignment-title"))
            .wide()
            .back(Link::new(url::dossier(row.id), name.clone()))
            .problems(t, problems),
        t,
        organisation: name,
        assigned: loaded.assigned.iter().map(given).collect(),
        declined: loaded
            .declined
            .iter()
            .map(|one| {
                let when = t.when(one.at, visit.zone());
                let kept = uncounted(visit, one);
                (one.name.clone(), when, one.reason.clone(), kept)
            })
            .collect(),
        shut: is_reviewed(actor, row.status).map_or_else(|why| t.tell(&why), |()| String::new()),
        outstanding: loaded.outstanding,
        free: strip(free),
        barred: strip(barred),
        errors: errors(t, problems, "reviewer"),
        action: url::dossier_part(row.id, "assignments"),
    }
}

/// Says of a review that was sent before an abstention that it is kept without being
/// counted; empty where there is none.
pub fn uncounted(visit: &Visit, one: &Abstention) -> String {
    let told = one.uncounted().map(|sent| {
        let when = visit.t.when(sent, visit.zone());
        visit.t.with("assignment-uncounted", "when", when)
    });
    told.unwrap_or_default()
}

/// A reviewer who is not assigned yet, and whether something bars them.
fn shown_candidate(
    t: Locale,
    loaded: &Loaded,
    form: &AssignForm,
    reviewer: &ReviewerRow,
) -> Option<(ShownCandidate, bool)> {
    let id = loaded.subject.row.id;
    let bar = loaded.candidates.candidate(id, reviewer.id).bar();
    let mark = |key: &str, tone: Tone| Badge {
        text: t.say(key),
        tone,
    };
    let mark = match bar {
        Some(Bar::Assigned) => return None,
        Some(bar) => Some(mark(bar_key(bar), Tone::Bad)),
        None => loaded.hints.get(&reviewer.id).and_then(|hints| {
            let text = hints.first().map(|hint| words::hint(t, hint))?;
            let tone = Tone::Warn;
            Some(Badge { text, tone })
        }),
    };
    let shown = ShownCandidate {
        mark,
        ..candidate(t, reviewer, &loaded.loads, form)
    };
    Some((shown, bar.is_some()))
}

fn shown_assignment(
    visit: &Visit,
    actor: &Actor,
    loaded: &Loaded,
    given: &AssignmentRow,
) -> ShownAssignment {
    let row = &loaded.subject.row;
    let begun = given.review_saved_at.is_some() || given.recused_at.is_some();
    let may = MayUnassign::from(actor, (row.id, row.status), given.reviewer_id, begun);
    let part = format!("assignments/{}/end", given.reviewer_id);
    ShownAssignment {
        name: given.name.clone(),
        email: given.email.clone(),
        since: visit.t.when(given.assigned_at, visit.zone()),
        state: review_state(visit.t, given),
        end: may.map_or_else(|_| String::new(), |_| url::dossier_part(row.id, &part)),
    }
}

fn read_id(id: &str) -> Result<ApplicationId, Fault> {
    ApplicationId::parse(id).map_err(|_| Fault::NotFound)
}

/// Who has the application, and who could get it.
pub async fn show(visit: Staff, id: Path<String>) -> Result<HttpResponse, Fault> {
    let id = read_id(&id)?;
    let loaded = load(&visit, visit.actor(), id).await?;
    let (form, problems) = (AssignForm::default(), Problems::default());
    visit.page(&page(&visit, visit.actor(), &loaded, &form, &problems))
}

/// Assigns the ticked reviewers.
pub async fn assign(
    visit: Admin,
    id: Path<String>,
    Form(form): Form<AssignForm>,
) -> Result<HttpResponse, Fault> {
    let application = read_id(&id)?;
    let (actor, site) = (visit.actor().clone(), visit.site.address.clone());
    let reviewers: Vec<AccountId> = ids(&form.reviewer);
    let assign = move |tx: &mut Tx| act::assign(tx, &actor, &[application], &reviewers, &site);
    match visit.act(assign).await? {
        Ok(()) => {
            let here = url::dossier_part(application, "assignments");
            Ok(visit.see_with(&here, "notice-assigned"))
        }
        Err(Refusal::Invalid(problems)) => {
            let loaded = load(&visit, visit.actor(), application).await?;
            visit.refused(&page(&visit, visit.actor(), &loaded, &form, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes the application away from a reviewer who has not begun.
pub async fn unassign(
    visit: Admin,
    path: Path<(String, String)>,
    _: Form<NoFields>,
) -> Result<HttpResponse, Fault> {
    let application = read_id(&path.0)?;
    let reviewer = AccountId::parse(&path.1).map_err(|_| Fault::NotFound)?;
    let actor = visit.actor().clone();
    let take = move |tx: &mut Tx| act::unassign(tx, &actor, application, reviewer);
    visit.act_or_fault(take).await?;
    let here = url::dossier_part(application, "assignments");
    Ok(visit.see_with(&here, "notice-unassigned"))
}
