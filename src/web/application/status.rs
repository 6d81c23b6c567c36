//! Where an application stands, in plain words and as a timeline. Applicants
//! don't learn here what is decided before it is released.

use askama::Template;

use super::load::Opened;
use super::timeline::{Facts, timeline};
use crate::domain::application::Status;
use crate::i18n::Locale;
use crate::policy::application::may_withdraw;
use crate::policy::clarification::ASKABLE;
use crate::store::clarification::Clarification;
use crate::web::access::Applicant;
use crate::web::appeal::Asked;
use crate::web::chrome::Chrome;
use crate::web::clarification::{heading, state};
use crate::web::decision::{ShownLetter, Told};
use crate::web::round::deadline::Deadline;
use crate::web::thread::{ShownMessage, Side, shown};
use crate::web::ui::{Badge, Link, Moment, Task, Tone};
use crate::web::url;

/// An application that is no draft any more.
#[derive(Template)]
#[template(path = "application/status.html")]
pub struct StatusPage {
    chrome: Chrome,
    t: Locale,
    title: String,
    organisation: String,
    round: String,
    reference: String,
    state: Badge,
    lead: String,
    outcome: Option<Told>,
    /// The letters that told it.
    letters: Vec<ShownLetter>,
    /// Looking again at it.
    asked: Option<Asked>,
    timeline: Vec<Moment>,
    /// What is asked now.
    pending: Option<Pending>,
    /// Everything that was asked.
    questions: Vec<Task>,
    /// The latest messages, without their words; the latest first.
    messages: Vec<ShownMessage>,
    unread: String,
    thread: String,
    links: Vec<Link>,
    /// Where to withdraw it; empty when that is not possible any more.
    withdrawal: String,
}

/// A clarification that waits for its answer.
struct Pending {
    heading: String,
    question: String,
    due: Deadline,
    href: String,
}

/// The status as applicants read it.
pub fn standing(t: Locale, status: Status) -> Badge {
    let (key, tone) = match status {
        Status::Draft => ("standing-draft", Tone::Neutral),
        Status::Discarded => ("standing-discarded", Tone::Neutral),
        Status::Submitted => ("standing-submitted", Tone::Info),
        Status::Withdrawn => ("standing-withdrawn", Tone::Neutral),
        Status::Ineligible => ("standing-ineligible", Tone::Neutral),
        Status::InReview | Status::Deliberation => ("standing-in-review", Tone::Info),
        Status::Decided => ("standing-decided", Tone::Good),
    };
    Badge {
        text: t.say(key),
        tone,
    }
}

/// The status as its applicants know it: what they were told an outcome of is decided
/// for them, also while it is decided anew.
pub fn known(status: Status, told: bool) -> Status {
    match status {
        Status::InReview | Status::Deliberation if told => Status::Decided,
        other => other,
    }
}

/// What the status means and what comes next.
fn lead(status: Status) -> &'static str {
    match status {
        Status::Draft => "standing-draft-lead",
        Status::Discarded => "standing-discarded-lead",
        Status::Submitted => "standing-submitted-lead",
        Status::Withdrawn => "standing-withdrawn-lead",
        Status::Ineligible => "standing-ineligible-lead",
        Status::InReview | Status::Deliberation => "standing-in-review-lead",
        Status::Decided => "standing-decided-lead",
    }
}

/// What a release told.
#[derive(Default)]
pub struct Released {
    pub outcome: Option<Told>,
    pub letters: Vec<ShownLetter>,
    pub asked: Option<Asked>,
}

/// The page of an application that is no draft any more.
pub fn page(visit: &Applicant, opened: &Opened, facts: &Facts, released: Released) -> StatusPage {
    let (t, row) = (visit.t, &opened.row);
    let title = opened.title(t);
    let (organisation, round) = opened.names(t);
    let back = Link::new(url::APPLICATIONS, t.say("applications-title"));
    let told = released.outcome.is_some();
    let status = known(row.status, told);
    let links = links(t, opened, released.outcome.as_ref());
    let withdrawal = may_withdraw(opened.standing, row.id, (row.status, told)).is_ok();
    StatusPage {
        chrome: Chrome::new(visit, &t.say("application-title")).back(back),
        t,
        organisation,
        round,
        reference: row.reference.clone(),
        state: standing(t, status),
        lead: t.say(lead(status)),
        outcome: released.outcome,
        letters: released.letters,
        asked: released.asked,
        timeline: timeline(visit, opened, facts),
        pending: pending(visit, opened, facts),
        questions: questions(t, opened, facts),
        messages: messages(visit, facts),
        unread: match facts.unread {
            0 => String::new(),
            n => t.count("standing-unread", n),
        },
        thread: url::thread(row.id),
        links,
        withdrawal: if withdrawal {
            url::application_page(row.id, "withdrawal")
        } else {
            String::new()
        },
        title,
    }
}

fn pending(visit: &Applicant, opened: &Opened, facts: &Facts) -> Option<Pending> {
    let waiting = ASKABLE.contains(&opened.row.status);
    let asked = facts.asked.first()?;
    (waiting && asked.row.is_pending()).then(|| Pending {
        heading: visit.t.say(heading(asked.row.kind)),
        question: asked.row.question.clone(),
        due: Deadline::at(visit, &opened.round, asked.row.due_at),
        href: url::clarification(opened.row.id),
    })
}

/// Each question with where it stands; all lead to the page that shows them.
fn questions(t: Locale, opened: &Opened, facts: &Facts) -> Vec<Task> {
    let one = |asked: &Clarification| Task {
        href: url::clarification(opened.row.id),
        title: t.say(heading(asked.row.kind)),
        hint: None,
        state: state(t, asked.row.standing(facts.now)),
    };
    facts.asked.iter().map(one).collect()
}

fn messages(visit: &Applicant, facts: &Facts) -> Vec<ShownMessage> {
    let side = Side::Member(facts.read);
    let rows = facts.messages.iter();
    rows.map(|row| shown(visit, side, row)).collect()
}

fn links(t: Locale, opened: &Opened, outcome: Option<&Told>) -> Vec<Link> {
    let page = |name| url::application_page(opened.row.id, name);
    let mut links = vec![Link::new(page("answers"), t.say("application-answers"))];
    let award = outcome.map(|told| told.award.as_str());
    if let Some(award) = award.filter(|award| !award.is_empty()) {
        links.insert(0, Link::new(award, t.say("award-follow")));
    }
    links.push(Link::new(page("sponsor"), t.say("sponsor-title")));
    if opened.row.submitted_at.is_some() {
        links.push(Link::new(page("receipt"), t.say("application-receipt")));
        links.push(Link::new(page("receipt.pdf"), t.say("record-pdf")));
        links.push(Link::new(page("versions"), t.say("record-versions")));
    }
    links
}
