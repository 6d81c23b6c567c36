//! The parts of a dossier in words.

use super::handlers::Dossier;
use super::pages::{CheckForm, ShownCheck, ShownReviewer, ShownScreening};
use crate::actions::screening::REASONS;
use crate::domain::account::Role;
use crate::domain::application::Status;
use crate::domain::organisation::Organisation;
use crate::domain::round::Round;
use crate::domain::{AwardId, Moment};
use crate::i18n::Locale;
use crate::policy::Actor;
use crate::policy::assignment::is_reviewed;
use crate::policy::legal_status::MayCheckPapers;
use crate::store::abstention::Abstention;
use crate::store::application::ApplicationRow;
use crate::store::assignment::{AssignmentRow, Progress};
use crate::store::legal_status::DocumentRow;
use crate::web::award::desk;
use crate::web::forms::Fields;
use crate::web::legal_status::{Card, PaperForm, by, check_fields, words as papers};
use crate::web::round::{Fact, ReviewProgress};
use crate::web::ui::{self, Badge, Link, Tone};
use crate::web::visit::Visit;
use crate::web::{due_diligence, list_screening, referee, story, url, words};

/// The organisation's names in other scripts.
pub fn other_names(owner: &Organisation, shown: &str) -> Vec<String> {
    let names = [&owner.name_latin, &owner.name_arabic, &owner.name_hebrew];
    let others = names.into_iter().filter(|n| !n.is_empty() && *n != shown);
    others.cloned().collect()
}

/// What is next, as the one main button of the page.
pub fn next(t: Locale, actor: &Actor, row: &ApplicationRow) -> Option<Link> {
    let link = |part: &str, key: &str| Link::new(url::dossier_part(row.id, part), t.say(key));
    let next = match row.status {
        Status::Submitted => link("screening", "dossier-screen"),
        Status::InReview => link("assignments", "dossier-assign"),
        Status::Deliberation => link("decision", "dossier-decide"),
        Status::Draft
        | Status::Discarded
        | Status::Withdrawn
        | Status::Ineligible
        | Status::Decided => return None,
    };
    actor.is(Role::Admin).then_some(next)
}

/// Where the organisation stands, what it asks for, and until when it was
/// promised an answer.
pub fn facts(visit: &Visit, dossier: &Dossier) -> Vec<Fact> {
    let (t, subject) = (visit.t, &dossier.subject);
    let (row, owner) = (&subject.row, &subject.organisation);
    let fact = |key: &str, value: String| Fact {
        label: t.say(key),
        value,
    };
    let term = |list: &str, code: &str| words::term(t, &dossier.terms, list, code);
    let registered = owner.registrations.iter().map(|one| one.identifier());
    let registered: Vec<String> = registered.collect();
    let mut facts = Vec::new();
    if let Some(amount) = words::requested(t, row, subject.round.currency) {
        facts.push(fact("round-admin-requested", amount));
    }
    if let Some(made) = row.conversion() {
        facts.push(fact("rate-source", made.source));
    }
    facts.push(fact("round-admin-base", term("base", &owner.base)));
    facts.push(fact(
        "round-admin-community",
        term("community", &owner.community),
    ));
    facts.push(fact(
        "dossier-legal-form",
        term("legal_form", &owner.legal_form),
    ));
    if !registered.is_empty() {
        facts.push(fact("dossier-registered", registered.join(", ")));
    }
    if let Some(at) = row.submitted_at {
        let due = at.plus_days(subject.round.turnaround_days.into());
        facts.push(fact("dossier-answer-due", t.date(due, visit.zone())));
    }
    facts
}

fn badge(t: Locale, key: &str, tone: Tone) -> Badge {
    Badge {
        text: t.say(key),
        tone,
    }
}

/// What the screening found.
pub fn screening(visit: &Visit, dossier: &Dossier) -> Option<ShownScreening> {
    let (t, found) = (visit.t, dossier.screening.as_ref()?);
    let reason = found.screening.verdict.reason();
    Some(ShownScreening {
        verdict: match reason {
            None => badge(t, "screening-eligible", Tone::Good),
            Some(_) => badge(t, "screening-not-eligible", Tone::Bad),
        },
        reason: reason.map(|code| words::term(t, &dossier.terms, REASONS, code)),
        note: found.screening.note.clone(),
        by: by(visit, &found.screened_by, found.screened_at),
    })
}

/// Every look at the certificate, latest first.
pub fn checks(visit: &Visit, legal: &Card) -> Vec<ShownCheck> {
    let shown = |look: &DocumentRow| ShownCheck {
        outcome: papers::outcome(visit.t, look.outcome),
        note: look.note.clone(),
        by: by(visit, &look.recorded_by, look.recorded_at),
    };
    legal.looks.iter().map(shown).collect()
}

/// The form of the next look, while the person may record one. It asks for no place:
/// what is seen there is the paper itself.
pub fn check_form(
    ask: &Fields,
    actor: &Actor,
    dossier: &Dossier,
    form: &PaperForm,
) -> Option<CheckForm> {
    let row = &dossier.subject.row;
    MayCheckPapers::beside(actor, row.status, dossier.legal.bearer?).ok()?;
    Some(CheckForm {
        action: url::dossier_part(row.id, "legal-check"),
        open: !ask.problems.is_empty(),
        fields: check_fields(ask, form),
    })
}

/// How far a review is.
pub fn review_state(t: Locale, row: &AssignmentRow) -> Badge {
    match (row.recused_at, row.review_submitted_at, row.review_saved_at) {
        (Some(_), _, _) => badge(t, "assignment-recused", Tone::Warn),
        (None, Some(_), _) => badge(t, "assignment-submitted", Tone::Good),
        (None, None, Some(_)) => badge(t, "assignment-begun", Tone::Info),
        (None, None, None) => badge(t, "assignment-not-begun", Tone::Neutral),
    }
}

/// Everybody who got the application, and behind them those who abstained.
pub fn reviewers(t: Locale, dossier: &Dossier) -> Vec<ShownReviewer> {
    let shown = |row: &AssignmentRow| ShownReviewer {
        name: row.name.clone(),
        state: review_state(t, row),
        why: String::new(),
    };
    let left = |one: &Abstention| ShownReviewer {
        name: one.name.clone(),
        state: badge(t, "assignment-abstained", Tone::Neutral),
        why: one.reason.clone(),
    };
    let gone = dossier.declined.iter().filter(|one| !one.back).map(left);
    dossier.assigned.iter().map(shown).chain(gone).collect()
}

/// How many reviews are in, when there is somebody to write any.
pub fn progress(t: Locale, assigned: &[AssignmentRow]) -> Option<ReviewProgress> {
    let due = assigned.iter().filter(|row| row.recused_at.is_none());
    let progress = due.fold(Progress::default(), |sum, row| Progress {
        assigned: sum.assigned + 1,
        submitted: sum.submitted + i64::from(row.review_submitted_at.is_some()),
    });
    (progress.assigned > 0).then(|| crate::web::round::progress(t, progress))
}

/// Where reviewers are assigned, unless that is the main button already.
pub fn assign(t: Locale, actor: &Actor, row: &ApplicationRow) -> Option<Link> {
    let open = is_reviewed(actor, row.status).is_ok() && row.status != Status::InReview;
    let href = url::dossier_part(row.id, "assignments");
    open.then(|| Link::new(href, t.say("dossier-assign")))
}

/// Where it is seen who has opened, begun and sent, once somebody could.
pub fn reviewing(t: Locale, round: &Round, dossier: &Dossier) -> Option<Link> {
    let list = url::admin_round_part(&round.slug, "reviewing");
    let place = format!("{list}?by=application&only={}", dossier.subject.row.id);
    let any = !dossier.assigned.is_empty();
    any.then(|| Link::new(place, t.say("progress-of-application")))
}

/// Where it is decided, once there is something to decide.
pub fn decision(t: Locale, row: &ApplicationRow) -> Option<Link> {
    let shown = matches!(row.status, Status::Deliberation | Status::Decided);
    let href = url::dossier_part(row.id, "decision");
    shown.then(|| Link::new(href, t.say("dossier-decision-open")))
}

/// What it was awarded, once that is followed.
pub fn award(t: Locale, dossier: &Dossier) -> Option<Link> {
    let link = |id: AwardId| Link::new(desk(id), t.say("award-follow"));
    dossier.award.map(link)
}

/// Where a request to look again is read, while it waits for an answer.
pub fn appeal(t: Locale, dossier: &Dossier) -> Option<Link> {
    let place = url::decision(dossier.subject.row.id);
    let link = || Link::new(place, t.say("appeal-here"));
    dossier.appealed.then(link)
}

/// The whole story, and copies and versions of what was sent, once something was.
pub fn record(t: Locale, dossier: &Dossier) -> Vec<Link> {
    let link = |part: &str, key: &str| {
        Link::new(url::dossier_part(dossier.subject.row.id, part), t.say(key))
    };
    let sent = [
        link("versions", "record-versions"),
        link("receipt.pdf", "record-pdf"),
    ];
    let story = Link::new(story::place(dossier.subject.row.id), t.say("story-title"));
    let sent = sent.into_iter().filter(|_| dossier.sent.is_some());
    std::iter::once(story).chain(sent).collect()
}

/// Where it is seen what is known about the organisation and its work.
pub fn evidence(t: Locale, dossier: &Dossier) -> Vec<Link> {
    let (row, owner) = (&dossier.subject.row, &dossier.subject.organisation);
    let about = |part: &str, key: &str| Link::new(url::desk_part(owner.id, part), t.say(key));
    let overlaps = url::dossier_part(row.id, "overlaps");
    let mut links = vec![
        about("", "dossier-organisation"),
        about("support", "ledger-support"),
        Link::new(overlaps, t.say("overlaps-title")),
        Link::new(due_diligence::place(row.id), t.say("diligence-title")),
        Link::new(referee::place(row.id), t.say("referees-title")),
    ];
    links.extend(dossier.lists.as_ref().map(|standing| {
        let standing = list_screening::words::standing(t, standing).text;
        let words = t.with("dossier-lists", "standing", standing);
        Link::new(list_screening::place::of_organisation(owner.id), words)
    }));
    links
}

/// What happened so far, in order.
pub fn timeline(visit: &Visit, dossier: &Dossier) -> Vec<ui::Moment> {
    let (t, row) = (visit.t, &dossier.subject.row);
    let moment = |key: &str, at: Moment, text: Option<String>| ui::Moment {
        title: t.say(key),
        when: t.when(at, visit.zone()),
        machine: at.rfc3339(),
        text,
        done: true,
    };
    let mut moments = vec![moment("dossier-started", row.created_at, None)];
    if let Some(at) = row.submitted_at {
        let late = row.late.then(|| t.say("dossier-late"));
        moments.push(moment("dossier-sent", at, late));
    }
    if let Some(found) = &dossier.screening {
        let key = match found.screening.verdict.eligible() {
            true => "dossier-admitted",
            false => "dossier-excluded",
        };
        moments.push(moment(
            key,
            found.screened_at,
            Some(found.screened_by.clone()),
        ));
    }
    if let Some(first) = dossier.assigned.first() {
        moments.push(moment("dossier-assigned", first.assigned_at, None));
    }
    for one in dossier.asked.iter().rev() {
        moments.push(moment("dossier-asked", one.row.asked_at, None));
        moments.extend(
            one.row
                .answered_at
                .map(|at| moment("dossier-answered", at, None)),
        );
    }
    let sent = dossier
        .assigned
        .iter()
        .filter_map(|one| one.review_submitted_at);
    if let Some(last) = sent.max() {
        let text = progress(t, &dossier.assigned).map(|progress| progress.text);
        moments.push(moment("dossier-last-review", last, text));
    }
    // RFC 3339 in UTC sorts by time; what happened together stays as it stands.
    moments.sort_by(|one, other| one.machine.cmp(&other.machine));
    moments
}
