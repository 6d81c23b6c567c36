//! Where an application stands, in plain words and as a timeline. Applicants
//! don't learn here what is decided before it is released.

use askama::Template;

use super::load::Opened;
use crate::domain::application::Status;
use crate::i18n::Locale;
use crate::policy::application::may_withdraw;
use crate::web::access::Applicant;
use crate::web::chrome::Chrome;
use crate::web::decision::Told;
use crate::web::ui::{Badge, Link, Moment, Tone};
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
    timeline: Vec<Moment>,
    links: Vec<Link>,
    /// Where to withdraw it; empty when that is not possible any more.
    withdrawal: String,
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

/// The page of an application that is no draft any more.
pub fn page(visit: &Applicant, opened: &Opened, outcome: Option<Told>) -> StatusPage {
    let (t, row) = (visit.t, &opened.row);
    let title = opened.title(t);
    let (organisation, round) = opened.names(t);
    let back = Link::new(url::APPLICATIONS, t.say("applications-title"));
    let withdrawal = may_withdraw(row.id, row.status).is_ok();
    StatusPage {
        chrome: Chrome::new(visit, &t.say("application-title")).back(back),
        t,
        organisation,
        round,
        reference: row.reference.clone(),
        state: standing(t, row.status),
        lead: t.say(lead(row.status)),
        outcome,
        timeline: timeline(visit, opened),
        links: links(t, opened),
        withdrawal: if withdrawal {
            url::application_page(row.id, "withdrawal")
        } else {
            String::new()
        },
        title,
    }
}

fn links(t: Locale, opened: &Opened) -> Vec<Link> {
    let page = |name| url::application_page(opened.row.id, name);
    let mut links = vec![Link::new(page("answers"), t.say("application-answers"))];
    if opened.row.submitted_at.is_some() {
        links.push(Link::new(page("receipt"), t.say("application-receipt")));
        links.push(Link::new(page("receipt.pdf"), t.say("record-pdf")));
        links.push(Link::new(page("versions"), t.say("record-versions")));
    }
    links
}

/// What happened and what comes; nothing is promised of an application that ended.
fn timeline(visit: &Applicant, opened: &Opened) -> Vec<Moment> {
    let (t, row) = (visit.t, &opened.row);
    let Some(sent) = row.submitted_at else {
        return Vec::new();
    };
    let when = |at: crate::domain::Moment| (t.when(at, visit.zone()), at.rfc3339());
    let mut moments = vec![moment(t, "timeline-sent", when(sent), true)];
    if row.late {
        moments[0].text = Some(t.say("receipt-late"));
    }
    let none = || (String::new(), String::new());
    match row.status {
        Status::Withdrawn => moments.push(moment(t, "timeline-withdrawn", none(), true)),
        Status::Ineligible => moments.push(moment(t, "timeline-ineligible", none(), true)),
        _ => {
            let checked = row.status != Status::Submitted;
            let decided = row.status == Status::Decided;
            moments.push(moment(t, "timeline-checked", none(), checked));
            moments.push(moment(t, "timeline-reviewed", none(), decided));
            let promised = sent.plus_days(opened.round.turnaround_days.into());
            let mut end = moment(t, "timeline-decided", none(), decided);
            let day = t.date(promised, visit.zone());
            end.text = (!decided).then(|| t.with("timeline-promise", "day", day));
            moments.push(end);
        }
    }
    moments
}

fn moment(t: Locale, title: &str, (when, machine): (String, String), done: bool) -> Moment {
    Moment {
        title: t.say(title),
        when,
        machine,
        text: None,
        done,
    }
}
