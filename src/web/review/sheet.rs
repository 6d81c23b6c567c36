//! The review page as it is drawn: the application, the form, what was sent before
//! and what others said. Loads nothing.

use super::beside;
use super::compare::{Comparison, comparison, score_card, total};
use super::content::{Content, weighs_support};
use super::declaration::Subject;
use super::desk::{MEETING, ORDER, Typed};
use super::due::left;
use super::form::{self, CriterionFields, Numerals, ReviewForm, criteria, kept};
use super::history::{history, sealed_score};
use super::pages::{Fact, Newer, ReviewPage};
use super::place;
use super::rules::{others, shown_rules};
use super::standing::{saved, state};
use super::talk::{self, ShownTalk};
use super::verdict;
use crate::domain::clarification::changed;
use crate::domain::legal_status::DocumentKind;
use crate::domain::moment::Day;
use crate::domain::review::ReviewDraft;
use crate::domain::rubric::Criterion;
use crate::domain::{ApplicationId, MeetingId, Message};
use crate::i18n::Locale;
use crate::policy::review::{MayAbstain, MayReview};
use crate::web::access::Reviewer;
use crate::web::application::answers::{ShownPart, ShownSection, excerpt, open_files, sections};
use crate::web::chrome::Chrome;
use crate::web::files::shown::Door;
use crate::web::forms::Fields;
use crate::web::legal_status::words as papers;
use crate::web::overlap::{self, ShownOverlap};
use crate::web::ui::{Control, Field, Link, Notice, SummaryRow, Tone};
use crate::web::{meeting, url, words};

/// Code of the criterion that verified papers speak to.
const LEGAL: &str = "legal";

/// The page of an application with what is typed about it.
pub fn page(visit: &Reviewer, subject: &Subject, content: &Content, typed: &Typed) -> ReviewPage {
    let (t, assigned) = (visit.t, &subject.assigned);
    let (application, round) = (&assigned.application, &assigned.round);
    let may = MayReview::on(&assigned.case);
    let due = assigned.due();
    let own = content.own.as_ref();
    let shown = shown_draft(content, typed, may.is_ok());
    let draft = shown.as_ref();
    let beside = beside::application(t, subject, content, may.is_ok());
    ReviewPage {
        chrome: chrome(visit, &application.reference, typed),
        reference: application.reference.clone(),
        round: round.title.get(t.language()).to_owned(),
        title: subject.covered(&application.title),
        organisation: match (&subject.mask, &subject.organisation.code_name) {
            (Some(_), None) => t.say("phase-applicant-hidden"),
            _ => subject.organisation.name(t.language()).to_owned(),
        },
        facts: facts(visit, subject),
        due: t.when(due, visit.zone()),
        machine: due.rfc3339(),
        left: may.is_ok().then(|| left(t, visit.now(), due)),
        state: state(visit, own),
        newer: newer(visit, content),
        sections: answered(visit, application.id, content),
        total: draft.map_or_else(String::new, |draft| total(t, &content.rubric, draft)),
        score: draft.map(|draft| {
            let first = content.versions.last();
            let first = first.and_then(|first| sealed_score(&content.rubrics, first));
            score_card(t, &content.rubric, (draft, first), may.is_ok())
        }),
        verdict: own.map_or_else(String::new, |own| {
            verdict::told(t, own.draft.recommendation, own.draft.confidence)
        }),
        kept: own
            .filter(|_| may.is_err())
            .map(|own| kept(t, &content.rubric, &own.draft))
            .unwrap_or_default(),
        comment: own.map_or_else(String::new, |own| own.draft.comment.clone()),
        form: may.is_ok().then(|| fields(visit, subject, content, typed)),
        closed: may.err().map(|message| Notice {
            tone: Tone::Info,
            text: t.tell(&message),
        }),
        imported: imported(visit, content),
        history: history(t, &content.rubrics, visit.zone(), &content.versions),
        renewed: renewed(visit, content),
        comparison: compared(visit, subject, content),
        talk: talked(t, subject, content),
        beside,
        others: t.say(others(assigned.case.phase.others)),
        phase: shown_rules(visit, &assigned.case.phase, &round.time_zone),
        conflict: url::declaration(application.id),
        decline: decline_link(t, subject),
        t,
    }
}

/// What the total is of: what was refused, as it stands in the fields, or what is kept.
fn shown_draft(content: &Content, typed: &Typed, open: bool) -> Option<ReviewDraft> {
    let refused = open && !typed.problems.is_empty();
    let read = || ReviewDraft::read(&content.rubric, |name| typed.review.text(name)).ok();
    let kept = || content.own.as_ref().map(|own| own.draft.clone());
    let blank = || open.then(ReviewDraft::default);
    refused.then(read).flatten().or_else(kept).or_else(blank)
}

fn talked(t: Locale, subject: &Subject, content: &Content) -> Option<ShownTalk> {
    let of = (&subject.assigned.case, &content.rubric);
    let talk = content.talk.as_ref();
    talk.map(|one| talk::shown(t, of, one))
}

/// Says that somebody else brought the review that stands, or the declaration.
fn imported(visit: &Reviewer, content: &Content) -> Option<Notice> {
    let t = visit.t;
    let latest = content.versions.first();
    let brought = latest.and_then(|latest| Some((latest, latest.imported_by.as_deref()?)));
    let text = match (brought, &content.declared_by) {
        (Some((version, who)), _) => {
            let told = Message::new("review-imported")
                .with("who", who)
                .with("when", t.when(version.submitted_at, visit.zone()));
            t.tell(&told)
        }
        (None, Some(who)) => t.with("review-imported-declaration", "who", who.as_str()),
        (None, None) => return None,
    };
    Some(Notice {
        tone: Tone::Warn,
        text,
    })
}

fn chrome(visit: &Reviewer, reference: &str, typed: &Typed) -> Chrome {
    let t = visit.t;
    Chrome::new(visit, &t.with("review-title", "reference", reference))
        .wide()
        .back(back(visit, typed))
        .problems(t, typed.problems)
}

/// The criteria whose scale is new to the review: where they are judged, and their
/// names.
fn renewed(visit: &Reviewer, content: &Content) -> Vec<Link> {
    let criteria = content.rubric.criteria.iter();
    let renewed = criteria.filter(|one| content.renewed.contains(&one.code));
    let link = |one: &Criterion| {
        let name = one.name.get(visit.t.language());
        Link::new(form::place(one), name)
    };
    renewed.map(link).collect()
}

/// To the meeting that led here, else to the queue.
fn back(visit: &Reviewer, typed: &Typed) -> Link {
    match MeetingId::parse(&typed.review.text(MEETING)) {
        Ok(id) => Link::new(meeting::address(id), visit.t.say("meeting-back")),
        Err(_) => Link::new(url::REVIEWS, visit.t.say("reviews-title")),
    }
}

/// Others' reviews beside one's own, where the phase shows them.
fn compared(visit: &Reviewer, subject: &Subject, content: &Content) -> Option<Comparison> {
    let others = content.others.as_ref()?;
    Some(comparison(
        visit.t,
        &content.rubric,
        (visit.zone(), subject.assigned.case.shows_reviewers()),
        content.own.as_ref(),
        (others, &content.firsts),
    ))
}

/// Where one abstains, as long as one can.
fn decline_link(t: Locale, subject: &Subject) -> Option<(String, Link)> {
    let case = &subject.assigned.case;
    let place = place::decline(MayAbstain::on(case).ok()?.application());
    let (ask, link) = match case.submitted {
        true => ("abstain-ask", "abstain-title"),
        false => ("review-decline", "decline-title"),
    };
    Some((t.say(ask), Link::new(place, t.say(link))))
}

/// What was answered, with the way to the files among it.
fn answered(visit: &Reviewer, id: ApplicationId, content: &Content) -> Vec<ShownSection> {
    let mut shown = sections(visit.t, &content.questions, &content.answers);
    open_files(&mut shown, &Door::Reviewer(id, &visit.token.csrf()));
    shown
}

/// What speaks to a criterion, of what reviewers see.
fn evidence(
    visit: &Reviewer,
    id: ApplicationId,
    content: &Content,
    criterion: &Criterion,
) -> ShownSection {
    let asked = (
        format!("evidence-{}", criterion.code),
        &criterion.evidence[..],
    );
    let mut shown = [excerpt(
        visit.t,
        &content.questions,
        &content.answers,
        asked,
    )];
    open_files(&mut shown, &Door::Reviewer(id, &visit.token.csrf()));
    let [mut shown] = shown;
    if criterion.code == LEGAL && !content.papers.is_empty() {
        let row = SummaryRow {
            key: visit.t.say("review-verified-papers"),
            paragraphs: content
                .papers
                .iter()
                .map(|one| paper(visit, *one))
                .collect(),
            change: None,
        };
        shown.parts.push(ShownPart::Rows(vec![row]));
    }
    shown
}

/// A verified paper and its last day.
fn paper(visit: &Reviewer, (kind, last): (DocumentKind, Option<Day>)) -> String {
    let (t, name) = (visit.t, visit.t.say(papers::kind_key(kind)));
    let Some(last) = last else {
        return name;
    };
    let words = match last < visit.now().day(visit.zone()) {
        true => Message::new("review-paper-expired")
            .with("paper", name)
            .with("day", t.day(last)),
        false => Message::new("review-paper-until")
            .with("paper", name)
            .with("day", t.day(last)),
    };
    t.tell(&words)
}

/// The overlaps, beside the criterion to which declared support speaks.
fn overlaps(t: Locale, content: &Content, criterion: &Criterion, named: bool) -> Vec<ShownOverlap> {
    match weighs_support(criterion) {
        true => overlap::seen(t, &content.overlaps, named),
        false => Vec::new(),
    }
}

/// What came after the scores, of what reviewers see.
fn newer(visit: &Reviewer, content: &Content) -> Option<Newer> {
    let t = visit.t;
    let (version, at) = content.sent?;
    let old = content.own.as_ref()?.scored?;
    let before = content.scored.as_ref()?;
    let text = Message::new("review-newer")
        .with("old", i64::from(old))
        .with("new", i64::from(version))
        .with("when", t.when(at, visit.zone()));
    let changed = changed(&content.questions, before, &content.answers);
    let named = changed.iter().map(|section| {
        let title = section.title.get(t.language());
        (section.code.clone(), title.to_owned())
    });
    Some(Newer {
        text: t.tell(&text),
        changed: named.collect(),
    })
}

fn facts(visit: &Reviewer, subject: &Subject) -> Vec<Fact> {
    let (t, one) = (visit.t, &subject.organisation);
    let assigned = &subject.assigned;
    let requested = words::requested(t, &assigned.application, assigned.round.currency);
    let term = |list: &str, code: &str| vec![words::term(t, &subject.terms, list, code)];
    let facts = [
        Fact::new(t.say("review-requested"), requested.into_iter().collect()),
        Fact::new(t.say("declare-base"), term("base", &one.base)),
        Fact::new(t.say("review-community"), term("community", &one.community)),
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect()
}

fn fields(visit: &Reviewer, subject: &Subject, content: &Content, typed: &Typed) -> ReviewForm {
    let t = visit.t;
    let id = subject.assigned.application.id;
    let own = content.own.as_ref();
    let today = visit.now().day(visit.zone());
    let ask = Fields {
        t,
        problems: typed.problems,
    };
    let sent = own.is_some_and(|own| own.submitted_at.is_some());
    let elsewhere = own.filter(|_| typed.elsewhere).map(|own| &own.draft);
    let comment = ask.hinted(
        "comment",
        "review-comment",
        "review-comment-hint",
        &typed.review.text("comment"),
        Control::Area(4),
    );
    ReviewForm {
        action: url::review(id),
        send: url::review_submission(id),
        saves: typed.review.saves,
        scored: content.sent.map_or(1, |(version, _)| version),
        autosave: (!sent && !typed.elsewhere).then(|| place::autosave(id)),
        order: typed.review.text(ORDER),
        meeting: typed.review.text(MEETING),
        numerals: Numerals::of(t),
        criteria: criteria(
            &ask,
            &content.rubric,
            &typed.review,
            elsewhere,
            &|criterion: &Criterion| {
                let named = subject.mask.is_none();
                let overlaps = overlaps(t, content, criterion, named);
                (evidence(visit, id, content, criterion), overlaps)
            },
        )
        .into_iter()
        .zip(&content.rubric.criteria)
        .map(|(fields, criterion)| CriterionFields {
            beside: beside::criterion((t, today), subject, content, criterion),
            ..fields
        })
        .collect(),
        comment: Field {
            optional: true,
            ..comment
        },
        recommendation: verdict::recommendation_field(&ask, &typed.review),
        confidence: verdict::confidence_field(&ask, &typed.review),
        reason: sent.then(|| verdict::reason_field(&ask, &typed.review)),
        sent,
        saved: own.map_or_else(String::new, |own| saved(visit, own)),
    }
}
