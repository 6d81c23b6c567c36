//! What happened to an application and what comes, from facts that its people
//! may know: no reviewer, no internal step, nothing before its release.

use super::load::Opened;
use crate::domain::application::Status;
use crate::domain::clarification::Kind;
use crate::domain::{AccountId, Moment};
use crate::policy::Reach;
use crate::store::application::ApplicationRow;
use crate::store::clarification::{self, Clarification};
use crate::store::filing::{self, FilingRow};
use crate::store::thread::{self, MessageRow};
use crate::store::{Reader, StoreError, audit_at, decision, screening, submission};
use crate::web::access::Applicant;
use crate::web::ui;

/// Messages named on the status page.
const MESSAGES: i64 = 3;

/// What the page of a sent application is made of.
pub struct Facts {
    pub now: Moment,
    /// Number and time of each submitted version.
    pub versions: Vec<(i32, Moment)>,
    pub screened_at: Option<Moment>,
    /// Everything that it was asked, the latest first.
    pub asked: Vec<Clarification>,
    /// The latest messages first.
    pub messages: Vec<MessageRow>,
    /// Up to when the reader has marked messages as read.
    pub read: Option<Moment>,
    pub unread: usize,
    pub released_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
    /// How it came, when staff filed it.
    pub filed: Option<FilingRow>,
}

/// Reads the facts of an application within reach, for one of its people.
pub fn facts(
    reader: &mut Reader,
    (reach, me, now): (Reach, AccountId, Moment),
    row: &ApplicationRow,
) -> Result<Facts, StoreError> {
    let id = row.id;
    let released = decision::released(reader, reach, id)?;
    Ok(Facts {
        now,
        versions: submission::times(reader, reach, id)?,
        screened_at: screening::latest(reader, id)?.map(|found| found.screened_at),
        asked: clarification::of_application(reader, reach, id)?,
        messages: thread::latest(reader, reach, id, None, MESSAGES)?,
        read: thread::read_at(reader, me, id)?,
        unread: thread::unread(reader, me, &[id])?.remove(&id).unwrap_or(0),
        filed: filing::of_application(reader, id)?,
        withdrawn_at: match row.status {
            Status::Withdrawn => audit_at(reader, "withdraw", ("application", id.as_str()))?,
            _ => None,
        },
        released_at: released.and_then(|one| one.released).map(|(_, at)| at),
    })
}

struct Line<'a> {
    visit: &'a Applicant,
    dated: Vec<(Moment, ui::Moment)>,
}

impl Line<'_> {
    fn add(&mut self, at: Moment, key: &str, text: Option<String>) {
        let t = self.visit.t;
        let moment = ui::Moment {
            title: t.say(key),
            when: t.when(at, self.visit.zone()),
            machine: at.rfc3339(),
            text,
            done: true,
        };
        self.dated.push((at, moment));
    }
}

/// What happened, in order of time, and what comes; nothing is promised of an
/// application that ended.
pub fn timeline(visit: &Applicant, opened: &Opened, facts: &Facts) -> Vec<ui::Moment> {
    let (t, row) = (visit.t, &opened.row);
    if row.submitted_at.is_none() {
        return Vec::new();
    }
    let mut line = Line {
        visit,
        dated: Vec::new(),
    };
    match &facts.filed {
        Some(filed) => {
            let text = crate::web::filing::told(t, filed);
            line.add(filed.filed_at, "timeline-filed", Some(text));
        }
        None => line.add(row.created_at, "timeline-started", None),
    }
    for (version, at) in &facts.versions {
        let first = *version == 1;
        let late = (first && row.late).then(|| t.say("receipt-late"));
        let again = || t.with("timeline-version", "version", i64::from(*version));
        let key = if first {
            "timeline-sent"
        } else {
            "timeline-sent-again"
        };
        line.add(*at, key, late.or_else(|| (!first).then(again)));
    }
    if let Some(at) = facts.screened_at {
        let out = row.status == Status::Ineligible;
        let key = if out {
            "timeline-ineligible"
        } else {
            "timeline-checked"
        };
        line.add(at, key, None);
    }
    for one in &facts.asked {
        add_question(&mut line, one);
    }
    if let Some(at) = facts.released_at {
        line.add(at, "timeline-decided", None);
    }
    if let Some(at) = facts.withdrawn_at {
        line.add(at, "timeline-withdrawn", None);
    }
    line.dated.sort_by_key(|(at, _)| *at);
    let mut moments: Vec<ui::Moment> = line.dated.into_iter().map(|(_, m)| m).collect();
    moments.extend(to_come(visit, opened, facts));
    moments
}

fn add_question(line: &mut Line, one: &Clarification) {
    let (asked, due) = match one.row.kind {
        Kind::Question => ("timeline-asked", "timeline-asked-due"),
        Kind::FullForm => ("timeline-full-form", "timeline-full-form-due"),
    };
    let (t, zone) = (line.visit.t, line.visit.zone());
    let pending = one.row.is_pending();
    let due = pending.then(|| t.with(due, "when", t.when(one.row.due_at, zone)));
    line.add(one.row.asked_at, asked, due);
    // An answer that made a version stands as that.
    if let (Some(at), None) = (one.row.answered_at, one.row.submission_version) {
        line.add(at, "timeline-answered", None);
    }
    if let Some(at) = one.row.closed_at {
        line.add(at, "timeline-closed", None);
    }
}

/// What comes, with the day that the programme promised, or that it is late.
fn to_come(visit: &Applicant, opened: &Opened, facts: &Facts) -> Vec<ui::Moment> {
    let (t, row) = (visit.t, &opened.row);
    let coming = |key: &str, text: Option<String>| ui::Moment {
        title: t.say(key),
        when: String::new(),
        machine: String::new(),
        text,
        done: false,
    };
    let Some(sent) = row.submitted_at.filter(|_| facts.released_at.is_none()) else {
        return Vec::new();
    };
    let promised = sent.plus_days(opened.round.turnaround_days.into());
    let day = t.date(promised, visit.zone());
    let promise = if facts.now > promised {
        t.with("timeline-promise-late", "day", day)
    } else {
        t.with("timeline-promise", "day", day)
    };
    match row.status {
        Status::Submitted => vec![
            coming("timeline-checked", None),
            coming("timeline-reviewed", None),
            coming("timeline-decided", Some(promise)),
        ],
        Status::InReview | Status::Deliberation => vec![
            coming("timeline-reviewed", None),
            coming("timeline-decided", Some(promise)),
        ],
        Status::Draft
        | Status::Discarded
        | Status::Withdrawn
        | Status::Ineligible
        | Status::Decided => Vec::new(),
    }
}
